#include "normalise/pattern.h"

static const PatternRule rules[] = {
  { "an item's number", "^([0-9]+)\\.\\s+(?:(the)|(\\w+))", PATTERN_CASELESS },
  { "a line's first word", "^(\\w+)", PATTERN_MULTILINE },
  { "a hostile nest", "^(?:(?:a+)+)+$", PATTERN_PLAIN },
};

static void
test_groups (void)
{
  g_autoptr (Patterns) patterns = patterns_new (rules, G_N_ELEMENTS (rules));
  g_autofree gchar *word = NULL;
  PatternMatch match;

  g_assert_true (patterns_match (patterns, 0, "12.\xc2\xa0Éire", &match));
  g_assert_false (pattern_match_has (&match, 2));
  word = pattern_match_dup (&match, 3, "12.\xc2\xa0Éire");
  g_assert_cmpstr (word, ==, "Éire");
  g_assert_true (patterns_match (patterns, 0, "7. THE chair", &match));
  g_assert_true (pattern_match_has (&match, 2));
  g_assert_false (pattern_match_has (&match, 3));
}

static void
test_from (void)
{
  static const gchar *text = "one\ntwo";
  g_autoptr (Patterns) patterns = patterns_new (rules, G_N_ELEMENTS (rules));
  PatternMatch match;

  g_assert_true (patterns_find (patterns, 1, text, strlen (text), 1, &match));
  g_assert_cmpuint (match.group[1].start, ==, 4);
  g_assert_false (patterns_find (patterns, 1, text, strlen (text), 5, &match));
}

/* Exponential without limits: it must come back, with no match. */
static void
test_limit (void)
{
  g_autoptr (Patterns) patterns = patterns_new (rules, G_N_ELEMENTS (rules));
  g_autofree gchar *text = g_strnfill (5000, 'a');

  text[4999] = 'b';
  g_assert_false (patterns_match (patterns, 2, text, NULL));
}

/* The interpreter answers first, then machine code: with the same. */
static void
test_again (void)
{
  g_autoptr (Patterns) patterns = patterns_new (rules, G_N_ELEMENTS (rules));
  g_autoptr (Patterns) same = patterns_new (rules, G_N_ELEMENTS (rules));
  PatternMatch match;

  g_assert_true (same == patterns);
  for (guint i = 0; i < 2000; i++)
    {
      g_assert_true (patterns_match (patterns, 0, "12. The minutes", &match));
      g_assert_cmpuint (match.n_groups, ==, 3);
      g_assert_cmpuint (match.group[1].start, ==, 0);
      g_assert_cmpuint (match.group[1].end, ==, 2);
      g_assert_cmpuint (match.group[2].start, ==, 4);
      g_assert_cmpuint (match.group[2].end, ==, 7);
      g_assert_false (patterns_match (patterns, 0, "12 The minutes", NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pattern/groups", test_groups);
  g_test_add_func ("/pattern/from", test_from);
  g_test_add_func ("/pattern/limit", test_limit);
  g_test_add_func ("/pattern/again", test_again);
  return g_test_run ();
}
