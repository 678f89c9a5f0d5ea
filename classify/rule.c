/* rule.c: the text of a rule → its steps and contexts. A recursive descent without
 * recursion: alternatives do not nest. */

#include "classify/rule.h"

#include <string.h>

G_DEFINE_QUARK (rule_error_quark, rule_error)

typedef struct
{
  const gchar *text;
  const gchar *at;
} Reader;

static void
rule_word_free (gpointer data)
{
  RuleWord *word = data;

  g_free (word->text);
  g_free (word);
}

static RuleStep *
rule_step_new (void)
{
  RuleStep *step = g_new0 (RuleStep, 1);

  step->alternatives = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  return step;
}

void
rule_step_free (RuleStep *step)
{
  if (step == NULL)
    return;
  g_ptr_array_unref (step->alternatives);
  g_free (step);
}

static void
rule_context_free (gpointer data)
{
  RuleContext *context = data;

  rule_step_free (context->step);
  g_free (context);
}

static Rule *
rule_new (void)
{
  Rule *rule = g_new0 (Rule, 1);

  rule->steps = g_ptr_array_new_with_free_func ((GDestroyNotify)rule_step_free);
  rule->contexts = g_ptr_array_new_with_free_func (rule_context_free);
  return rule;
}

void
rule_free (Rule *rule)
{
  if (rule == NULL)
    return;
  g_ptr_array_unref (rule->steps);
  g_ptr_array_unref (rule->contexts);
  g_free (rule);
}

static gboolean
fail (const Reader *reader, GError **error, const gchar *message)
{
  g_set_error (error, RULE_ERROR, RULE_ERROR_SYNTAX, "column %ld: %s",
               g_utf8_pointer_to_offset (reader->text, reader->at) + 1, message);
  return FALSE;
}

static void
skip_space (Reader *reader)
{
  while (g_ascii_isspace (*reader->at))
    reader->at++;
}

/* Apostrophes stand inside words ("children's"); a hyphen parts words, as it does in the
 * text. */
static gboolean
is_word_char (gunichar c)
{
  return (c < 0x80 ? g_ascii_isalnum (c) : g_unichar_isalnum (c)) || c == '\''
         || c == 0x2019;
}

static gboolean
is_article (const RuleWord *word)
{
  return word->kind == RULE_WORD_STEM
         && (g_str_equal (word->text, "a") || g_str_equal (word->text, "an")
             || g_str_equal (word->text, "the"));
}

/* "IRO", "IROs", "PEPs", "S47": two capitals or digits at least, one a letter. */
static gboolean
is_capitals (const gchar *word, gsize length)
{
  gsize n = length;

  if (n > 2 && word[n - 1] == 's')
    n--;
  if (n < 2 || !g_ascii_isupper (word[0]))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (!g_ascii_isupper (word[i]) && !g_ascii_isdigit (word[i]))
      return FALSE;
  return TRUE;
}

/* Nearly all words of rules are plain letters, whose lower case needs no table. */
static gchar *
lower (const gchar *word, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar)word[i] >= 0x80)
      return g_utf8_strdown (word, length);
  return g_ascii_strdown (word, length);
}

static RuleWord *
word_new (RuleWordKind kind, const gchar *start, gsize length)
{
  RuleWord *word = g_new0 (RuleWord, 1);

  if (kind == RULE_WORD_STEM && is_capitals (start, length))
    {
      word->kind = RULE_WORD_CAPITALS;
      word->text = g_strndup (start, start[length - 1] == 's' ? length - 1 : length);
      return word;
    }
  word->kind = kind;
  word->text = lower (start, length);
  return word;
}

static gboolean
read_class_name (Reader *reader, GPtrArray *phrase, GError **error)
{
  const gchar *start = ++reader->at;

  while (g_ascii_isalnum (*reader->at) || *reader->at == '-')
    reader->at++;
  if (reader->at == start)
    return fail (reader, error, "a class needs a name: {child}");
  if (*reader->at != '}')
    return fail (reader, error, "'}' is missing");
  g_ptr_array_add (phrase, word_new (RULE_WORD_CLASS, start, reader->at - start));
  reader->at++;
  return TRUE;
}

/* One word with its marks, onto the phrase. */
static gboolean
read_word (Reader *reader, GPtrArray *phrase, GError **error)
{
  RuleWordKind kind = RULE_WORD_STEM;
  const gchar *start;

  if (phrase->len >= RULE_MAX_WORDS)
    return fail (reader, error, "too many words in one alternative");
  if (*reader->at == '{')
    return read_class_name (reader, phrase, error);
  if (*reader->at == '=')
    {
      kind = RULE_WORD_FORM;
      reader->at++;
    }
  start = reader->at;
  while (*reader->at != '\0' && is_word_char (g_utf8_get_char (reader->at)))
    reader->at = g_utf8_next_char (reader->at);
  if (reader->at == start)
    return fail (reader, error, "a word was expected");

  gsize length = reader->at - start;
  if (*reader->at == '*')
    {
      kind = RULE_WORD_PREFIX;
      reader->at++;
    }
  /* a hyphen or slash inside what was written as one word */
  if ((*reader->at == '-' || *reader->at == '/')
      && is_word_char (g_utf8_get_char (reader->at + 1)))
    reader->at++;

  RuleWord *word = word_new (kind, start, length);
  if (is_article (word))
    rule_word_free (word);
  else
    g_ptr_array_add (phrase, word);
  return TRUE;
}

static GPtrArray *
phrase_new (void)
{
  return g_ptr_array_new_with_free_func (rule_word_free);
}

/* Alternatives up to the mark that ends them (')' or the end of the text). */
static gboolean
read_alternatives (Reader *reader, gchar end, RuleStep *step, GError **error)
{
  for (;;)
    {
      g_autoptr (GPtrArray) phrase = phrase_new ();

      if (step->alternatives->len >= RULE_MAX_ALTERNATIVES)
        return fail (reader, error, "too many alternatives");
      for (;;)
        {
          skip_space (reader);
          if (*reader->at == '|' || *reader->at == end || *reader->at == '\0')
            break;
          if (!read_word (reader, phrase, error))
            return FALSE;
        }
      if (phrase->len == 0)
        return fail (reader, error, "an alternative is empty");
      g_ptr_array_add (step->alternatives, g_steal_pointer (&phrase));
      if (*reader->at != '|')
        break;
      reader->at++;
    }
  if (*reader->at != end)
    return fail (reader, error, "')' is missing");
  if (end != '\0')
    reader->at++;
  return TRUE;
}

/* A word, a class or a bracket with alternatives; (nullable) without error for an
 * article, which says nothing. */
static gboolean
read_step (Reader *reader, RuleStep **ret_step, GError **error)
{
  g_autoptr (RuleStep) step = rule_step_new ();

  if (*reader->at == '(')
    {
      reader->at++;
      if (!read_alternatives (reader, ')', step, error))
        return FALSE;
    }
  else
    {
      g_autoptr (GPtrArray) phrase = phrase_new ();

      if (!read_word (reader, phrase, error))
        return FALSE;
      if (phrase->len > 0)
        g_ptr_array_add (step->alternatives, g_steal_pointer (&phrase));
    }
  if (*reader->at == '?')
    {
      step->optional = TRUE;
      reader->at++;
    }
  if (step->alternatives->len > 0)
    *ret_step = g_steal_pointer (&step);
  return TRUE;
}

static guint
read_number (Reader *reader, guint otherwise)
{
  guint n = 0;

  if (!g_ascii_isdigit (*reader->at))
    return otherwise;
  while (g_ascii_isdigit (*reader->at))
    {
      n = MIN (n * 10 + (*reader->at - '0'), 1000);
      reader->at++;
    }
  return n;
}

static gboolean
read_gap (Reader *reader, guint *ret_gap, GError **error)
{
  guint dots = 0;

  while (*reader->at == '.')
    {
      dots++;
      reader->at++;
    }
  if (dots != 2 && dots != 3)
    return fail (reader, error, "a gap is '..', '...' or '..5'");
  *ret_gap = read_number (reader, dots == 2 ? RULE_GAP_SHORT : RULE_GAP_LONG);
  if (*ret_gap > RULE_MAX_GAP)
    return fail (reader, error, "the gap is too wide");
  return TRUE;
}

/* Whether a context's mark stands here: '+', '++', '-' or '--' with space on both sides.
 */
static gboolean
at_context (const Reader *reader)
{
  const gchar *p = reader->at;

  if (*p != '+' && *p != '-')
    return FALSE;
  if (p[1] == p[0])
    p++;
  return g_ascii_isspace (p[1]) || p[1] == '(' || p[1] == '{' || p[1] == '\0';
}

static gboolean
read_context (Reader *reader, Rule *rule, GError **error)
{
  RuleContext *context = g_new0 (RuleContext, 1);
  g_autoptr (GPtrArray) phrase = phrase_new ();

  context->step = rule_step_new ();
  g_ptr_array_add (rule->contexts, context);
  context->veto = *reader->at == '-';
  reader->at++;
  if (*reader->at == '+' || *reader->at == '-')
    {
      context->item = TRUE;
      reader->at++;
    }
  skip_space (reader);
  if (*reader->at == '(')
    {
      reader->at++;
      if (!read_alternatives (reader, ')', context->step, error))
        return FALSE;
      skip_space (reader);
      return *reader->at == '\0' || at_context (reader)
             || fail (reader, error,
                      "a context is one word, phrase, class or bracket; gaps and further "
                      "steps are not for contexts");
    }
  while (*reader->at != '\0' && !at_context (reader))
    {
      if (!read_word (reader, phrase, error))
        return FALSE;
      skip_space (reader);
    }
  if (phrase->len == 0)
    return fail (reader, error, "a context needs a word");
  g_ptr_array_add (context->step->alternatives, g_steal_pointer (&phrase));
  return TRUE;
}

static gboolean
read_steps (Reader *reader, Rule *rule, gchar end, GError **error)
{
  guint gap = 0;

  for (;;)
    {
      RuleStep *step = NULL;

      skip_space (reader);
      if (*reader->at == '\0' || *reader->at == end || at_context (reader))
        break;
      if (*reader->at == '.')
        {
          if (rule->window > 0)
            return fail (reader, error, "no gap inside […]");
          if (rule->steps->len == 0)
            return fail (reader, error, "a rule does not begin with a gap");
          if (!read_gap (reader, &gap, error))
            return FALSE;
          continue;
        }
      if (rule->steps->len >= RULE_MAX_STEPS)
        return fail (reader, error, "too many steps");
      if (!read_step (reader, &step, error))
        return FALSE;
      if (step == NULL)
        continue;
      step->gap = gap;
      gap = 0;
      g_ptr_array_add (rule->steps, step);
    }
  if (gap > 0)
    return fail (reader, error, "a rule does not end with a gap");
  return TRUE;
}

static gboolean
read_window (Reader *reader, Rule *rule, GError **error)
{
  reader->at++;
  rule->window = RULE_WINDOW;
  if (!read_steps (reader, rule, ']', error))
    return FALSE;
  if (*reader->at != ']')
    return fail (reader, error, "']' is missing");
  reader->at++;
  rule->window = read_number (reader, RULE_WINDOW);
  if (rule->window < 2 || rule->window > RULE_MAX_WINDOW)
    return fail (reader, error, "the window of […] is from 2 to 60 words");
  return TRUE;
}

Rule *
rule_parse (const gchar *text, GError **error)
{
  g_autoptr (Rule) rule = rule_new ();
  Reader reader = { text, text };
  guint needed = 0;

  if (strlen (text) > RULE_MAX_LENGTH)
    {
      fail (&reader, error, "the rule is too long");
      return NULL;
    }
  skip_space (&reader);
  if (!(*reader.at == '[' ? read_window (&reader, rule, error)
                          : read_steps (&reader, rule, '\0', error)))
    return NULL;
  for (skip_space (&reader); *reader.at != '\0'; skip_space (&reader))
    {
      if (!at_context (&reader))
        {
          fail (&reader, error, "only contexts (+ ++ - --) may follow");
          return NULL;
        }
      if (!read_context (&reader, rule, error))
        return NULL;
    }
  for (guint i = 0; i < rule->steps->len; i++)
    needed += !((RuleStep *)rule->steps->pdata[i])->optional;
  if (needed == 0)
    {
      fail (&reader, error, "a rule needs a word that is not optional");
      return NULL;
    }
  return g_steal_pointer (&rule);
}

RuleStep *
rule_parse_class (const gchar *text, GError **error)
{
  g_autoptr (RuleStep) step = rule_step_new ();
  Reader reader = { text, text };

  if (!read_alternatives (&reader, '\0', step, error))
    return NULL;
  return g_steal_pointer (&step);
}

static void
add_form (RuleStep *step, const gchar *word, gsize length, const gchar *ending)
{
  g_autofree gchar *start = g_strndup (word, length);
  g_autofree gchar *form = g_strconcat (start, ending, NULL);
  GPtrArray *phrase = phrase_new ();

  g_ptr_array_add (phrase, word_new (RULE_WORD_FORM, form, strlen (form)));
  g_ptr_array_add (step->alternatives, phrase);
}

/* A label of one word is a noun, in one or many: its stem would be too wide ("adopters"
 * and "adopted", "permanence" and "permanent"). */
static void
keep_to_forms (RuleStep *step)
{
  GPtrArray *phrase = step->alternatives->pdata[0];
  RuleWord *word = phrase->pdata[0];
  g_autofree gchar *text = g_strdup (word->text);
  gsize n = strlen (text);

  if (word->kind != RULE_WORD_STEM)
    return;
  word->kind = RULE_WORD_FORM;
  add_form (step, text, n, "s");
  add_form (step, text, n, "es");
  if (n > 1 && text[n - 1] == 'y')
    add_form (step, text, n - 1, "ies");
  if (n > 3 && g_str_has_suffix (text, "ies"))
    add_form (step, text, n - 3, "y");
  else if (n > 2 && text[n - 1] == 's')
    add_form (step, text, n - 1, "");
}

Rule *
rule_from_label (const gchar *label)
{
  g_autoptr (Rule) rule = rule_new ();
  const gchar *p = label;

  while (*p != '\0' && rule->steps->len < RULE_MAX_STEPS)
    {
      const gchar *start = p;
      RuleStep *step;
      RuleWord *word;

      while (*p != '\0' && is_word_char (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p == start)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      word = word_new (RULE_WORD_STEM, start, p - start);
      if (is_article (word))
        {
          rule_word_free (word);
          continue;
        }
      step = rule_step_new ();
      g_ptr_array_add (step->alternatives, phrase_new ());
      g_ptr_array_add (step->alternatives->pdata[0], word);
      g_ptr_array_add (rule->steps, step);
    }
  if (rule->steps->len == 0)
    return NULL;
  if (rule->steps->len == 1)
    keep_to_forms (rule->steps->pdata[0]);
  return g_steal_pointer (&rule);
}
