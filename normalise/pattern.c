/* pattern.c: tables of regular expressions become compiled ones. The only file of
 * normalise that knows PCRE2. */

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "normalise/pattern.h"

#include "normalise/sieve.h"

/* Steps of one search. Ours need some hundreds on a page of text; a hostile line of a
 * million brackets must not cost more than a moment. */
#define MATCH_LIMIT 200000
#define DEPTH_LIMIT 2000
#define JIT_STACK_START (32 * 1024)
#define JIT_STACK_MAX (512 * 1024)

/* What all tables of a thread search with: a stack for each table would be half a
 * megabyte of addresses and a page of memory, thirty times over in each worker. */
typedef struct
{
  guint n_users;
  pcre2_general_context *memory;
  pcre2_compile_context *compiling;
  pcre2_match_data *data;
  pcre2_match_context *context;
  pcre2_jit_stack *stack;
} Engine;

struct Patterns
{
  const PatternRule *rules;
  guint n_rules;
  pcre2_code **codes; /* NULL: nothing has asked for the rule yet */
  Sieve *sieve;
  guint first; /* of the rules, in the sieve */
  Engine *engine;
};

static _Thread_local Engine *shared;

/* Without memory there is no match, which would be silence: GLib's functions end the
 * process instead, as they do everywhere else. */
static void *
take_memory (PCRE2_SIZE size, void *data)
{
  return g_malloc (size);
}

static void
give_memory_back (void *memory, void *data)
{
  g_free (memory);
}

static Engine *
engine_join (void)
{
  if (shared == NULL)
    {
      shared = g_new0 (Engine, 1);
      shared->memory = pcre2_general_context_create (take_memory, give_memory_back, NULL);
      shared->compiling = pcre2_compile_context_create (shared->memory);
      shared->data = pcre2_match_data_create (PATTERN_MAX_GROUPS, shared->memory);
      shared->context = pcre2_match_context_create (shared->memory);
      pcre2_set_match_limit (shared->context, MATCH_LIMIT);
      pcre2_set_depth_limit (shared->context, DEPTH_LIMIT);
      shared->stack =
          pcre2_jit_stack_create (JIT_STACK_START, JIT_STACK_MAX, shared->memory);
      if (shared->stack != NULL)
        pcre2_jit_stack_assign (shared->context, NULL, shared->stack);
    }
  shared->n_users++;
  return shared;
}

static void
engine_leave (Engine *self)
{
  if (--self->n_users > 0)
    return;
  shared = NULL;
  pcre2_match_data_free (self->data);
  pcre2_match_context_free (self->context);
  pcre2_jit_stack_free (self->stack);
  pcre2_compile_context_free (self->compiling);
  pcre2_general_context_free (self->memory);
  g_free (self);
}

static pcre2_code *
compile (Patterns *self, const PatternRule *rule)
{
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
  /* Without just-in-time compilation the interpreter answers the same, only slower. */
  pcre2_jit_compile (code, PCRE2_JIT_COMPLETE);
  return code;
}

static GHashTable *eager; /* tables compiled whole; NULL: rules wait to be asked for */

guint
patterns_compile_eagerly (void)
{
  if (eager == NULL)
    eager = g_hash_table_new (NULL, NULL);
  return g_hash_table_size (eager);
}

Patterns *
patterns_new (const PatternRule *rules, guint n_rules)
{
  Patterns *self = g_new0 (Patterns, 1);

  self->rules = rules;
  self->n_rules = n_rules;
  self->codes = g_new0 (pcre2_code *, n_rules);
  self->sieve = sieve_join (rules, n_rules, &self->first);
  self->engine = engine_join ();
  if (eager != NULL && g_hash_table_add (eager, (gpointer)rules))
    for (guint i = 0; i < n_rules; i++)
      self->codes[i] = compile (self, &rules[i]);
  return self;
}

void
patterns_free (Patterns *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_rules; i++)
    pcre2_code_free (self->codes[i]);
  g_free (self->codes);
  sieve_leave (self->sieve);
  engine_leave (self->engine);
  g_free (self);
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
  if (self->codes[rule] == NULL)
    self->codes[rule] = compile (self, &self->rules[rule]);
  found = pcre2_match (self->codes[rule], (PCRE2_SPTR)text, length, from,
                       PCRE2_NO_UTF_CHECK, self->engine->data, self->engine->context);
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
    for (length = max; length > 0 && (text[span.start + length] & 0xc0) == 0x80;)
      length--;
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
patterns_may_match_part (Patterns *self, guint rule, const gchar *text, gsize length)
{
  return sieve_passes_part (self->sieve, self->first + rule, text, length);
}

gboolean
patterns_match (Patterns *self, guint rule, const gchar *text, PatternMatch *match)
{
  return patterns_find (self, rule, text, strlen (text), 0, match);
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
