#include "classify/wording.h"

#include <string.h>

static Likeness
find (const gchar *phrase, const gchar *text)
{
  g_autoptr (Wording) wording = wording_new ();
  Phrase *learned = wording_learn (wording, phrase);
  g_autoptr (GArray) terms = wording_read (wording, text);
  Likeness found = wording_find (learned, terms);

  phrase_free (learned);
  return found;
}

#define GOAL "Permanency planning and the help with budgets for foster carers."

static void
test_recital (void)
{
  const gchar *text =
      "The Board heard of:\n· permanence planning, and help with budgets for "
      "foster carers; and\n· parks";
  Likeness found = find (GOAL, text);
  g_autofree gchar *exact =
      g_strndup (text + found.span.start, found.span.end - found.span.start);

  g_assert_cmpstr (exact, ==,
                   "permanence planning, and help with budgets for foster carers");
  g_assert_cmpfloat (found.likeness, >, 0.95);
  g_assert_cmpfloat (found.alone, >, 0.95);
  g_assert_cmpuint (found.clause, ==, 1);
}

static void
test_dropped_word (void)
{
  g_assert_cmpfloat (find (GOAL, "Permanence planning and budgets for carers").likeness,
                     >, 0.8);
}

static void
test_other_words (void)
{
  g_assert_cmpfloat (find (GOAL, "Planning permission for the new library").likeness, <,
                     0.4);
  g_assert_cmpfloat (find (GOAL, "").likeness, ==, 0);
  g_assert_cmpfloat (find ("and of the", "and of the").likeness, ==, 0);
}

/* A recommendation is not recited by words from here and there. */
static void
test_clauses (void)
{
  g_assert_cmpfloat (
      find (GOAL, "Permanence.\nPlanning.\nHelp with budgets.\nFoster carers.").likeness,
      <, 0.6);
}

static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 250000; i++)
    g_string_append (text, "carers ");
  g_string_append (text, GOAL);
  g_assert_cmpfloat (find (GOAL, text->str).likeness, <, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/recital", test_recital);
  g_test_add_func ("/wording/dropped-word", test_dropped_word);
  g_test_add_func ("/wording/other-words", test_other_words);
  g_test_add_func ("/wording/clauses", test_clauses);
  g_test_add_func ("/wording/long", test_long);
  return g_test_run ();
}
