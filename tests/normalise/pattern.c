#include "normalise/pattern.h"

static const PatternRule rules[] = {
  { "an item's number", "^([0-9]+)\\.\\s+(?:(the)|(\\w+))", PATTERN_CASELESS },
  { "a line's first word", "^(\\w+)", PATTERN_MULTILINE },
  { "a hostile nest", "^(?:(?:a+)+)+$", PATTERN_PLAIN },
  { "a short form", "\\b(?:é|no)\\.?$", PATTERN_PLAIN },
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

/* A window is cut between characters, and \b sees what stands before it. */
static void
test_ending (void)
{
  static const gchar *text = "one é.";
  gsize length = strlen (text);
  g_autoptr (Patterns) patterns = patterns_new (rules, G_N_ELEMENTS (rules));
  PatternMatch match;

  g_assert_true (patterns_find_ending (patterns, 3, text, length, 3, &match));
  g_assert_cmpuint (match.group[0].start, ==, 4);
  g_assert_false (patterns_find_ending (patterns, 3, text, length, 2, NULL));
  g_assert_false (patterns_find_ending (patterns, 3, "piano", 5, 2, NULL));
  g_assert_true (patterns_find_ending (patterns, 3, "no", 2, 9, NULL));
  g_assert_cmpuint (character_start (text, 5), ==, 4);
  g_assert_cmpuint (character_end (text, 5), ==, 6);
  g_assert_cmpuint (character_end (text, length), ==, length);
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

/* Whatever is \s may stand behind the look ahead that says so, and no letter or sign. */
static void
test_blank (void)
{
  static const PatternRule blanks[] = {
    { "a blank", "^\\s$", PATTERN_PLAIN },
    { "a blank, seen", "^(?=" PATTERN_BLANK ")\\s$", PATTERN_PLAIN },
    { "seen", "^" PATTERN_BLANK, PATTERN_PLAIN },
  };
  g_autoptr (Patterns) patterns = patterns_new (blanks, G_N_ELEMENTS (blanks));
  guint n = 0;

  for (gunichar c = 1; c < 0x10000; c++)
    if (g_unichar_validate (c))
      {
        gchar text[8] = "";
        gboolean blank;

        g_unichar_to_utf8 (c, text);
        blank = patterns_match (patterns, 0, text, NULL);
        g_assert_cmpint (patterns_match (patterns, 1, text, NULL), ==, blank);
        n += blank;
      }
  g_assert_cmpuint (n, >, 20);
  g_assert_false (patterns_match (patterns, 2, "a", NULL));
  g_assert_false (patterns_match (patterns, 2, "-", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pattern/groups", test_groups);
  g_test_add_func ("/pattern/from", test_from);
  g_test_add_func ("/pattern/ending", test_ending);
  g_test_add_func ("/pattern/limit", test_limit);
  g_test_add_func ("/pattern/again", test_again);
  g_test_add_func ("/pattern/blank", test_blank);
  return g_test_run ();
}
