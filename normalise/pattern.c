/* pattern.c: tables of regular expressions become compiled ones. The only file of
 * normalise that knows PCRE2. */

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "normalise/pattern.h"

#include "normalise/sieve.h"

/* Steps of one search. Ours need some hundreds on a page of text; a hostile line of a
 * million brackets must not cost more than a moment. */
#define MATCH_LIMIT 200000
#define INTERPRETED_LIMIT 2000 /* of a search that machine code will do over */
#define DEPTH_LIMIT 2000
#define JIT_STACK_START (32 * 1024)
#define JIT_STACK_MAX (512 * 1024)

/* To make machine code of an expression takes about as long as to interpret it over so
 * many quarters of its own bytes of text, of which the interpreter tries it at the first,
 * at some, or at all. */
#define PATIENCE_ANCHORED 8
#define PATIENCE_SOME 4
#define PATIENCE_ALL 1

/* What all tables of a thread search with: a stack for each table would be half a
 * megabyte of addresses and a page of memory, thirty times over in each worker. */
typedef struct
{
  GPtrArray *tables; /* Patterns *, not owned: those that somebody has */
  pcre2_general_context *memory;
  pcre2_compile_context *compiling;
  pcre2_match_data *data;
  pcre2_match_context *context;
  pcre2_match_context *interpreting;
  pcre2_jit_stack *stack;
} Engine;

typedef struct
{
  pcre2_code *code; /* NULL: nothing has asked for the rule yet */
  gint64 patience;  /* bytes to be searched before machine code is made; 0: it is */
} Expression;

struct Patterns
{
  guint n_users;
  const PatternRule *rules;
  guint n_rules;
  Expression *expressions;
  Sieve *sieve;
  guint first; /* of the rules, in the sieve */
  Engine *engine;
};

static _Thread_local Engine *shared;

/* Without memory there is no match, which would be silence: GLib's functions end the
 * process instead, as they do everywhere else. Cleared, because compiled expressions are
 * written with the gaps in them. */
static void *
take_memory (PCRE2_SIZE size, void *data)
{
  return g_malloc0 (size);
}

static void
give_memory_back (void *memory, void *data)
{
  g_free (memory);
}

static pcre2_match_context *
make_context (const Engine *self, guint32 limit)
{
  pcre2_match_context *context = pcre2_match_context_create (self->memory);

  pcre2_set_match_limit (context, limit);
  pcre2_set_depth_limit (context, DEPTH_LIMIT);
  return context;
}

static Engine *
engine_join (Patterns *table)
{
  if (shared == NULL)
    {
      shared = g_new0 (Engine, 1);
      shared->tables = g_ptr_array_new ();
      shared->memory = pcre2_general_context_create (take_memory, give_memory_back, NULL);
      shared->compiling = pcre2_compile_context_create (shared->memory);
      shared->data = pcre2_match_data_create (PATTERN_MAX_GROUPS, shared->memory);
      shared->context = make_context (shared, MATCH_LIMIT);
      shared->interpreting = make_context (shared, INTERPRETED_LIMIT);
      shared->stack =
          pcre2_jit_stack_create (JIT_STACK_START, JIT_STACK_MAX, shared->memory);
      if (shared->stack != NULL)
        pcre2_jit_stack_assign (shared->context, NULL, shared->stack);
    }
  g_ptr_array_add (shared->tables, table);
  return shared;
}

static void
engine_leave (Engine *self, Patterns *table)
{
  g_ptr_array_remove (self->tables, table);
  if (self->tables->len > 0)
    return;
  shared = NULL;
  g_ptr_array_unref (self->tables);
  pcre2_match_data_free (self->data);
  pcre2_match_context_free (self->context);
  pcre2_match_context_free (self->interpreting);
  pcre2_jit_stack_free (self->stack);
  pcre2_compile_context_free (self->compiling);
  pcre2_general_context_free (self->memory);
  g_free (self);
}

/* ---------------------------------------------------------------------- compilation */

static guint
patience_with (const pcre2_code *code)
{
  guint32 options = 0, type = 0;
  const guint8 *first = NULL;

  pcre2_pattern_info (code, PCRE2_INFO_ALLOPTIONS, &options);
  pcre2_pattern_info (code, PCRE2_INFO_FIRSTCODETYPE, &type);
  pcre2_pattern_info (code, PCRE2_INFO_FIRSTBITMAP, &first);
  if ((options & PCRE2_ANCHORED) != 0)
    return PATIENCE_ANCHORED;
  return type != 0 || first != NULL ? PATIENCE_SOME : PATIENCE_ALL;
}

static void
take_code (Expression *self, pcre2_code *code)
{
  gsize size = 0;

  pcre2_pattern_info (code, PCRE2_INFO_SIZE, &size);
  self->code = code;
  self->patience = 1 + (gint64)(size * patience_with (code) / 4);
}

static void
compile (Patterns *self, guint i)
{
  const PatternRule *rule = &self->rules[i];
  guint32 options = PCRE2_UTF | PCRE2_UCP | PCRE2_NO_UTF_CHECK | PCRE2_DOLLAR_ENDONLY;
  PCRE2_SIZE where = 0;
  pcre2_code *code;
  int error = 0;

  if ((rule->flags & PATTERN_CASELESS) != 0)
    options |= PCRE2_CASELESS;
  if ((rule->flags & PATTERN_MULTILINE) != 0)
    options |= PCRE2_MULTILINE;
  code = pcre2_compile ((PCRE2_SPTR)rule->expression, PCRE2_ZERO_TERMINATED, options,
                        &error, &where, self->engine->compiling);
  if (code == NULL)
    g_error ("pattern %s does not compile: error %d at %" G_GSIZE_FORMAT, rule->name,
             error, (gsize)where);
  take_code (&self->expressions[i], code);
}

/* ---------------------------------------------------------------------------- baking */

/* A block is one of these for each table, one without rules, and the tables' codes as
 * PCRE2 writes them. */
typedef struct
{
  guint32 first; /* rule, in the sieve */
  guint32 n_rules;
  guint32 at; /* bytes from the block's beginning, a multiple of eight */
  guint32 size;
} Baked;

static const Baked *
find_baked (const Patterns *self, gconstpointer block)
{
  for (const Baked *one = block; one != NULL && one->n_rules > 0; one++)
    if (one->first == self->first && one->n_rules == self->n_rules)
      return one;
  return NULL;
}

/* FALSE: the table is another's, or the library is not the one that heed was built with,
 * which compiles in its own way. */
static gboolean
take_baked (Patterns *self)
{
  const guint8 *block = patterns_get_baked ();
  const Baked *baked = find_baked (self, block);
  g_autofree pcre2_code **codes = NULL;

  if (baked == NULL)
    return FALSE;
  codes = g_new0 (pcre2_code *, self->n_rules);
  if (pcre2_serialize_decode (codes, (gint32)self->n_rules, block + baked->at,
                              self->engine->memory)
      != (gint32)self->n_rules)
    return FALSE;
  for (guint i = 0; i < self->n_rules; i++)
    take_code (&self->expressions[i], codes[i]);
  return TRUE;
}

/* Puts the codes of a table at a block's end. */
static Baked
write_table (Patterns *self, GByteArray *block)
{
  g_autofree const pcre2_code **codes = g_new0 (const pcre2_code *, self->n_rules);
  Baked baked = { self->first, self->n_rules, block->len, 0 };
  static const guint8 gap[8];
  guint8 *bytes = NULL;
  PCRE2_SIZE size = 0;

  for (guint i = 0; i < self->n_rules; i++)
    {
      if (self->expressions[i].code == NULL)
        compile (self, i);
      codes[i] = self->expressions[i].code;
    }
  if (pcre2_serialize_encode (codes, (gint32)self->n_rules, &bytes, &size,
                              self->engine->memory)
      != (gint32)self->n_rules)
    g_error ("expressions cannot be written");
  baked.size = (guint32)size;
  g_byte_array_append (block, bytes, baked.size);
  g_byte_array_append (block, gap, -size % sizeof gap);
  pcre2_serialize_free (bytes);
  return baked;
}

GBytes *
patterns_write (void)
{
  GByteArray *block = g_byte_array_new ();
  guint n = shared != NULL ? shared->tables->len : 0;

  g_byte_array_set_size (block, (n + 1) * sizeof (Baked));
  memset (block->data, 0, block->len);
  for (guint i = 0; i < n; i++)
    {
      Baked baked = write_table (g_ptr_array_index (shared->tables, i), block);

      memcpy (block->data + i * sizeof baked, &baked, sizeof baked);
    }
  return g_byte_array_free_to_bytes (block);
}

Patterns *
patterns_new (const PatternRule *rules, guint n_rules)
{
  Patterns *self;

  for (guint i = 0; shared != NULL && i < shared->tables->len; i++)
    {
      self = g_ptr_array_index (shared->tables, i);
      if (self->rules == rules && self->n_rules == n_rules)
        {
          self->n_users++;
          return self;
        }
    }
  self = g_new0 (Patterns, 1);
  self->n_users = 1;
  self->rules = rules;
  self->n_rules = n_rules;
  self->expressions = g_new0 (Expression, n_rules);
  self->sieve = sieve_join (rules, n_rules, &self->first);
  self->engine = engine_join (self);
  return self;
}

void
patterns_free (Patterns *self)
{
  if (self == NULL || --self->n_users > 0)
    return;
  for (guint i = 0; i < self->n_rules; i++)
    pcre2_code_free (self->expressions[i].code);
  g_free (self->expressions);
  sieve_leave (self->sieve);
  engine_leave (self->engine, self);
  g_free (self);
}

/* ------------------------------------------------------------------------ searching */

static gint
run (const Patterns *self, const pcre2_code *code, pcre2_match_context *context,
     const gchar *text, gsize length, gsize from)
{
  return pcre2_match (code, (PCRE2_SPTR)text, length, from, PCRE2_NO_UTF_CHECK,
                      self->engine->data, context);
}

/* As pcre2_match. */
static gint
search (Patterns *self, guint rule, const gchar *text, gsize length, gsize from)
{
  Expression *expression = &self->expressions[rule];

  if (expression->code == NULL && !take_baked (self))
    compile (self, rule);
  if (expression->patience > 0)
    {
      gint found = PCRE2_ERROR_MATCHLIMIT;

      expression->patience -= (gint64)(length - from) + 1;
      if (expression->patience > 0)
        found =
            run (self, expression->code, self->engine->interpreting, text, length, from);
      if (found >= 0 || found == PCRE2_ERROR_NOMATCH)
        return found;
      /* Where that cannot be, the interpreter answers the same, only slower. */
      pcre2_jit_compile (expression->code, PCRE2_JIT_COMPLETE);
      expression->patience = 0;
    }
  return run (self, expression->code, self->engine->context, text, length, from);
}

gboolean
patterns_find (Patterns *self, guint rule, const gchar *text, gsize length, gsize from,
               PatternMatch *match)
{
  const PCRE2_SIZE *ends;
  int found;

  g_assert (rule < self->n_rules);
  if (from > length
      || !sieve_passes (self->sieve, self->first + rule, text, length, from))
    return FALSE;
  found = search (self, rule, text, length, from);
  if (found < 0)
    return FALSE;
  if (match == NULL)
    return TRUE;
  /* 0: more groups than the match data holds, all of which are filled. */
  match->n_groups = found == 0 ? PATTERN_MAX_GROUPS : (guint)found;
  ends = pcre2_get_ovector_pointer (self->engine->data);
  for (guint i = 0; i < PATTERN_MAX_GROUPS; i++)
    {
      gboolean set = i < match->n_groups && ends[2 * i] != PCRE2_UNSET;

      match->group[i].start = set ? ends[2 * i] : G_MAXSIZE;
      match->group[i].end = set ? ends[2 * i + 1] : G_MAXSIZE;
    }
  return TRUE;
}

gboolean
patterns_find_within (Patterns *self, guint rule, const gchar *text, Span span, gsize max,
                      PatternMatch *match)
{
  gsize length = span.end - span.start;
  PatternMatch none;

  if (match == NULL)
    match = &none;
  if (length > max)
    length = character_start (text, span.start + max) - span.start;
  if (!patterns_find (self, rule, text + span.start, length, 0, match))
    return FALSE;
  for (guint i = 0; i < match->n_groups; i++)
    if (match->group[i].start != G_MAXSIZE)
      {
        match->group[i].start += span.start;
        match->group[i].end += span.start;
      }
  return TRUE;
}

gboolean
patterns_find_ending (Patterns *self, guint rule, const gchar *text, gsize length,
                      gsize max, PatternMatch *match)
{
  gsize from = character_end (text, length - MIN (length, max));

  return patterns_find (self, rule, text, length, from, match);
}

gboolean
patterns_may_match_part (Patterns *self, guint rule, const gchar *text, gsize length)
{
  return sieve_passes_part (self->sieve, self->first + rule, text, length);
}

void
patterns_hold (Patterns *self, const gchar *text, gsize length)
{
  sieve_hold (self->sieve, text, length);
}

void
patterns_let_go (Patterns *self)
{
  sieve_let_go (self->sieve);
}

gboolean
patterns_match (Patterns *self, guint rule, const gchar *text, PatternMatch *match)
{
  return sieve_passes_opening (self->sieve, self->first + rule, text)
         && patterns_find (self, rule, text, strlen (text), 0, match);
}

gboolean
pattern_match_has (const PatternMatch *match, guint group)
{
  return group < match->n_groups && match->group[group].start != G_MAXSIZE;
}

gchar *
pattern_match_dup (const PatternMatch *match, guint group, const gchar *text)
{
  if (!pattern_match_has (match, group))
    return NULL;
  return g_strndup (text + match->group[group].start,
                    match->group[group].end - match->group[group].start);
}
