#include "normalise/number.h"

typedef struct
{
  const gchar *text;
  const gchar *printed; /* NULL: no number */
  const gchar *rest;
} Case;

static const Case cases[] = {
  { "4. Apologies", "4", "Apologies" },
  { "4 Apologies", "4", "Apologies" },
  { "27/24 Minutes", "27/24", "Minutes" },
  { "CB 31/2024 Budget", "CB 31/2024", "Budget" },
  { "CAB/41 Budget", "CAB/41", "Budget" },
  { "19.03.5 LIBRARIES", "19.03.5", "LIBRARIES" },
  { "Minute 18 – Minutes", "18", "Minutes" },
  { "Item 3: Title", "3", "Title" },
  { "Agenda Item No. 7 - Parks", "7", "Parks" },
  { "* 101 Minutes", "101", "Minutes" },
  { "12a. Grants", "12a", "Grants" },
  { "12.a Grants", "12.a", "Grants" },
  { "C&YP.24/056 Grants", "C&YP.24/056", "Grants" },
  { "24/CYP/056 Grants", "24/CYP/056", "Grants" },
  { "l2. Grants", "l2", "Grants" },
  { "(4) Grants", "4", "Grants" },
  { "1772.", "1772", "" },
  { "15 May 2025 at 4.30 pm", NULL, NULL },
  { "10.30 am", NULL, NULL },
  { "46 per cent had gone", NULL, NULL },
  { "3rd July", NULL, NULL },
  { "COMMITTEE", NULL, NULL },
  { "£5 was paid", NULL, NULL },
  { "123456 is too long", NULL, NULL },
  { "", NULL, NULL },
};

static void
test_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      g_autofree gchar *printed = NULL;
      Number number;

      g_test_message ("%s", c->text);
      if (!number_read (c->text, &number))
        {
          g_assert_null (c->printed);
          continue;
        }
      printed = g_strndup (c->text + number.printed.start,
                           number.printed.end - number.printed.start);
      g_assert_cmpstr (printed, ==, c->printed);
      g_assert_cmpstr (c->text + number.rest, ==, c->rest);
    }
}

/* Numbers of one sequence have one form; "27/24" and "4." are of two. */
static void
test_form (void)
{
  Number a, b, c;

  g_assert_true (number_read ("27/24 Minutes", &a));
  g_assert_true (number_read ("112/25 Minutes", &b));
  g_assert_true (number_read ("4. Minutes", &c));
  g_assert_cmpstr (a.form, ==, b.form);
  g_assert_cmpstr (a.form, !=, c.form);
  g_assert_cmpuint (b.values[0], ==, 112);
  g_assert_cmpuint (b.values[1], ==, 25);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/read", test_read);
  g_test_add_func ("/number/form", test_form);
  return g_test_run ();
}
