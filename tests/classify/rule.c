/* The language of rules: what is read, and what is refused. */

#include "classify/rule.h"

static void
test_steps (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Rule) rule =
      rule_parse ("the bed ..5 (night|bank holiday|{late})? ... =minutes IROs", &error);
  const RuleStep *step;
  const RuleWord *word;

  g_assert_no_error (error);
  g_assert_cmpuint (rule->steps->len, ==, 4);
  step = rule->steps->pdata[1];
  g_assert_cmpuint (step->gap, ==, 5);
  g_assert_cmpuint (step->alternatives->len, ==, 3);
  g_assert_true (step->optional);
  step = rule->steps->pdata[2];
  g_assert_cmpuint (step->gap, ==, RULE_GAP_LONG);
  word = ((GPtrArray *)step->alternatives->pdata[0])->pdata[0];
  g_assert_cmpint (word->kind, ==, RULE_WORD_FORM);
  g_assert_cmpstr (word->text, ==, "minutes");
  word = ((GPtrArray *)((RuleStep *)rule->steps->pdata[3])->alternatives->pdata[0])
             ->pdata[0];
  g_assert_cmpint (word->kind, ==, RULE_WORD_CAPITALS);
  g_assert_cmpstr (word->text, ==, "IRO");
}

static void
test_contexts (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Rule) rule = rule_parse (
      "[mother tea give-up]20 + {child} ++ (social worker|team) - hospital ward -- A2",
      &error);
  const RuleContext *context;

  g_assert_no_error (error);
  g_assert_cmpuint (rule->window, ==, 20);
  g_assert_cmpuint (rule->steps->len, ==, 4);
  g_assert_cmpuint (rule->contexts->len, ==, 4);
  context = rule->contexts->pdata[1];
  g_assert_true (context->item && !context->veto);
  context = rule->contexts->pdata[2];
  g_assert_true (!context->item && context->veto);
  context = rule->contexts->pdata[3];
  g_assert_true (context->item && context->veto);
}

static void
test_refused (void)
{
  static const gchar *const bad[] = {
    "",         "the",    "a .. ",       ".. bed",  "(bed",     "bed)",     "(bed|)",
    "[bed",     "{",      "{child",      "bed . x", "bed ..99", "bed?",     "[bed]99",
    "[a .. b]", "bed + ", "bed + (x) y", "((bed))", "bed & x",  "bed +x y("
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (Rule) rule = rule_parse (bad[i], &error);

      if (rule != NULL)
        g_error ("read: %s", bad[i]);
      g_assert_error (error, RULE_ERROR, RULE_ERROR_SYNTAX);
    }
}

static void
test_label (void)
{
  g_autoptr (Rule) rule = rule_from_label ("16- and 17-year-olds (the homeless)");
  g_autoptr (Rule) none = rule_from_label ("– …");

  g_assert_cmpuint (rule->steps->len, ==, 6);
  g_assert_null (none);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rule/steps", test_steps);
  g_test_add_func ("/rule/contexts", test_contexts);
  g_test_add_func ("/rule/refused", test_refused);
  g_test_add_func ("/rule/label", test_label);
  return g_test_run ();
}
