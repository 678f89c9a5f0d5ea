/* What expressions need: nothing that matches may be held back, and most of the rest
 * should be. */

#include "normalise/sieve.h"

#include <string.h>

typedef struct
{
  PatternRule rule;
  const gchar *matches[4];
  const gchar *held_back[4];
} Case;

static const Case cases[] = {
  { { "plain", "resolved", PATTERN_PLAIN },
    { "It was resolved", "resolved" },
    { "It was agreed", "resolve", "" } },
  { { "any case", "^resolved\\b", PATTERN_CASELESS },
    { "RESOLVED: that", "resolved" },
    { "It was resolved", "Agreed", "" } },
  { { "long s and Kelvin", "task book", PATTERN_CASELESS },
    { "TASK BOOK", "ta\xc5\xbfk book", "tas\xe2\x84\xaa boo\xe2\x84\xaa" },
    { "tax book" } },
  { { "opens in another case", "^(?:kept|sent)", PATTERN_CASELESS },
    { "\xe2\x84\xaa"
      "ept",
      "\xc5\xbf"
      "ent" },
    { "Left", "–" } },
  { { "short branch", "^(?:no|carried|lost on a vote)\\b", PATTERN_PLAIN },
    { "no", "carried", "lost on a vote" },
    { "yes, carried", "lost", "motion" } },
  { { "empty branch", "^(?:motion|)lost", PATTERN_PLAIN },
    { "motionlost", "lost" },
    { "motion" } },
  { { "optional", "(?:vote)?s? (?:lost)?end", PATTERN_PLAIN },
    { " end", "votes lostend" },
    { NULL } },
  { { "repeated", "(?:[0-9]{1,2}[.:]){2}[0-9]{2}ab+c", PATTERN_PLAIN },
    { "1.2:33abbbc", "12.22.44abc" },
    { "1.2:33ac", "abc" } },
  { { "a figure", "(?:may|june?)\\s+(?:[0-3]?[0-9]|the [0-9]th)(?: of)?",
      PATTERN_CASELESS },
    { "May 3", "june  17 of", "may the 4th" },
    { "may", "they may be", "June the last", "3 or 4" } },
  { { "a figure or none", "sum(?: of [0-9]+)?|[0-9]*(?:ab|[0-9])c?d", PATTERN_PLAIN },
    { "sum", "sum of 12", "abd", "5cd" },
    { NULL } },
  { { "classes", "[Vv][Oo]te[sd]? by [^a-z]+[]x-]", PATTERN_PLAIN },
    { "vOte by 1]", "Votes by ABC-" },
    { "vot by 1", "note by" } },
  { { "around", "(?<!not )agreed(?! to differ)", PATTERN_PLAIN },
    { "it agreed", "agreed to pay" },
    { "it disagree" } },
  { { "inside, case counts", "^by (?-i:\\p{Lu})lan", PATTERN_CASELESS },
    { "By Alan", "BY Clan" },
    { "alan by" } },
  { { "inside, case goes for nothing", "^by (?i:chair)", PATTERN_PLAIN },
    { "by CHAIR", "by Chair" },
    { "by char", "chair by" } },
  { { "named", "(?<who>chair|clerk)(?:man)? took", PATTERN_PLAIN },
    { "the chairman took", "clerk took" },
    { "the mayor took" } },
  { { "signs", "^(?:[.…_]{6}|signed)", PATTERN_CASELESS },
    { "……………………", "......", "Signed" },
    { "date ......" } },
  { { "a brace of its own", "a{b}c", PATTERN_PLAIN }, { "a{b}c" }, { "abc" } },
  { { "lines", "^apologies", PATTERN_MULTILINE },
    { "present\napologies", "apologies" },
    { "apology" } },
  { { "beyond ASCII", "caffè|thé", PATTERN_CASELESS }, { "CAFFÈ", "thÉ" }, { NULL } },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *one = &cases[i];
      g_autoptr (Patterns) patterns = patterns_new (&one->rule, 1);
      guint first;
      Sieve *sieve = sieve_join (&one->rule, 1, &first);

      g_test_message ("%s", one->rule.name);
      for (guint j = 0; j < G_N_ELEMENTS (one->matches) && one->matches[j] != NULL; j++)
        {
          const gchar *text = one->matches[j];

          g_assert_true (sieve_passes (sieve, first, text, strlen (text), 0));
          g_assert_true (patterns_match (patterns, 0, text, NULL));
        }
      for (guint j = 0; j < G_N_ELEMENTS (one->held_back) && one->held_back[j] != NULL;
           j++)
        {
          const gchar *text = one->held_back[j];

          g_assert_false (sieve_passes (sieve, first, text, strlen (text), 0));
          g_assert_false (patterns_match (patterns, 0, text, NULL));
        }
      sieve_leave (sieve);
    }
}

/* Tables are told apart, and one that is there twice is one. */
static void
test_tables (void)
{
  static const PatternRule one[] = { { "one", "agenda", PATTERN_PLAIN } };
  static const PatternRule two[] = { { "two", "minutes", PATTERN_PLAIN },
                                     { "three", "\\w+", PATTERN_PLAIN } };
  guint first, second, again;
  Sieve *sieve = sieve_join (one, 1, &first);

  g_assert_true (sieve_passes (sieve, first, "agenda", 6, 0));
  g_assert_true (sieve_join (two, 2, &second) == sieve);
  g_assert_true (sieve_join (one, 1, &again) == sieve);
  g_assert_cmpuint (first, ==, again);
  g_assert_cmpuint (second, !=, first);
  g_assert_false (sieve_passes (sieve, second, "agenda", 6, 0));
  g_assert_true (sieve_passes (sieve, first, "agenda", 6, 0));
  g_assert_true (sieve_passes (sieve, second, "minutes", 7, 0));
  g_assert_true (sieve_passes (sieve, second + 1, "?", 1, 0));
  for (guint i = 0; i < 3; i++)
    sieve_leave (sieve);
}

/* A text too long to be looked through passes; one that begins elsewhere does not. */
static void
test_bounds (void)
{
  static const PatternRule rules[] = { { "any", "minutes", PATTERN_PLAIN },
                                       { "first", "^minutes", PATTERN_PLAIN } };
  g_autofree gchar *text = g_strnfill (SIEVE_MAX_TEXT + 1, 'a');
  guint first;
  Sieve *sieve = sieve_join (rules, 2, &first);

  g_assert_true (sieve_passes (sieve, first, text, SIEVE_MAX_TEXT + 1, 0));
  g_assert_false (sieve_passes (sieve, first, text, SIEVE_MAX_TEXT, 0));
  g_assert_false (sieve_passes (sieve, first + 1, text, SIEVE_MAX_TEXT + 1, 0));
  g_assert_false (sieve_passes (sieve, first + 1, "minutes", 7, 1));
  g_assert_false (sieve_passes (sieve, first, "", 0, 0));
  sieve_leave (sieve);
}

static const PatternRule part_rules[] = {
  { "caseless", "minutes|papers|books", PATTERN_CASELESS },
  { "long", "the chairman took", PATTERN_PLAIN },
  { "figure", "minutes [0-9]", PATTERN_PLAIN },
  { "short", "^(?:by|no)", PATTERN_PLAIN },
};

/* Each part of a text that is held has the answer that it has alone, or passes where
 * `loose`. Returns how many pass. */
static guint
check_parts (const gchar *text, gboolean loose)
{
  gsize length = strlen (text);
  guint first, passed = 0;
  Sieve *sieve = sieve_join (part_rules, G_N_ELEMENTS (part_rules), &first);

  sieve_hold (sieve, text, length);
  for (gsize start = 0; start < length; start++)
    for (gsize end = start; end <= length; end++)
      for (guint i = 0; i < G_N_ELEMENTS (part_rules); i++)
        {
          g_autofree gchar *alone = g_strndup (text + start, end - start);
          gboolean held = sieve_passes (sieve, first + i, text + start, end - start, 0);
          gboolean wanted = sieve_passes (sieve, first + i, alone, end - start, 0);

          g_assert_true (held == wanted || (loose && held));
          passed += held;
        }
  sieve_let_go (sieve);
  g_assert_false (sieve_passes (sieve, first, text, 6, 0));
  sieve_leave (sieve);
  return passed;
}

static void
test_parts (void)
{
  static const gchar text[] =
      "Pupils sent 12 papers; the chairman took them by hand, with minutes 4 and 5";
  static const gchar other[] = "Pupils read. no boo\xe2\x84\xaas, no minutes";

  g_assert_cmpuint (check_parts (text, FALSE), >, 0);
  g_assert_cmpuint (check_parts (other, TRUE), >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sieve/cases", test_cases);
  g_test_add_func ("/sieve/tables", test_tables);
  g_test_add_func ("/sieve/bounds", test_bounds);
  g_test_add_func ("/sieve/parts", test_parts);
  return g_test_run ();
}
