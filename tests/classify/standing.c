/* Which inspections stand, for whom and on what day. */

#include "classify/standing.h"

typedef struct
{
  Standing *standing;
  Inspection *old; /* of Eastmarch, as are the next two */
  Inspection *visit;
  Inspection *young;
  Inspection *other; /* of Westmarch, out on the day of old */
} Bench;

static Inspection *
add (Standing *standing, const gchar *council, const gchar *kind, const gchar *end,
     const gchar *published)
{
  Inspection *inspection = inspection_new ();

  inspection->council = g_strdup (council);
  inspection->kind = g_strdup (kind);
  inspection->end = g_strdup (end);
  inspection->published = g_strdup (published);
  standing_add (standing, inspection);
  return inspection;
}

/* Given in another order than they came out. */
static void
set_up (Bench *bench, gconstpointer data)
{
  Standing *standing = bench->standing = standing_new ();

  bench->young = add (standing, "Eastmarch", "inspection", "2024-03-15", NULL);
  bench->visit = add (standing, "Eastmarch", "focused-visit", "2022-01-20", "2022-02-28");
  bench->old =
      add (standing, "Borough of Eastmarch", "inspection", "2019-03-08", "2019-05-01");
  bench->other = add (standing, "Westmarch", "inspection", "2019-03-22", "2019-05-01");
}

static void
tear_down (Bench *bench, gconstpointer data)
{
  standing_free (bench->standing);
  inspection_free (bench->old);
  inspection_free (bench->visit);
  inspection_free (bench->young);
  inspection_free (bench->other);
}

/* Takes the list. */
static void
assert_these (GPtrArray *list, const Inspection *first, const Inspection *second)
{
  g_assert_cmpuint (list->len, ==, (first != NULL) + (second != NULL));
  g_assert_true (first == NULL || list->pdata[0] == first);
  g_assert_true (second == NULL || list->pdata[1] == second);
  g_ptr_array_unref (list);
}

static void
test_on (Bench *bench, gconstpointer data)
{
  const Standing *self = bench->standing;

  assert_these (standing_on (self, "Eastmarch", "2019-04-30"), NULL, NULL);
  assert_these (standing_on (self, "Eastmarch", "2019-05"), NULL, NULL);
  assert_these (standing_on (self, "Eastmarch", "2019-05-01"), bench->old, NULL);
  assert_these (standing_on (self, "Eastmarch Council", "2022-03-01"), bench->old,
                bench->visit);
  /* nobody knows on its last day what an inspection will say */
  assert_these (standing_on (self, "Eastmarch", "2024-03-15"), bench->old, bench->visit);
  assert_these (standing_on (self, "Eastmarch", "2024-03-16"), bench->young, NULL);
  assert_these (standing_on (self, "Northmarch", "2024-03-16"), NULL, NULL);
}

static Meeting *
meeting_naming (const gchar *date, const gchar *published)
{
  Meeting *meeting = meeting_new ();
  Item *item = item_new ();
  InspectionMention mention = { .date = g_strdup (date),
                                .published = g_strdup (published) };

  item->title = g_strdup ("");
  item->text = g_strdup ("");
  g_array_append_val (item->inspections, mention);
  g_ptr_array_add (meeting->items, item);
  return meeting;
}

static void
test_named (Bench *bench, gconstpointer data)
{
  const Standing *self = bench->standing;
  g_autoptr (Meeting) by_day = meeting_naming (NULL, "2022-02-28");
  g_autoptr (Meeting) by_two = meeting_naming (NULL, "2019-05-01");
  g_autoptr (Meeting) by_month = meeting_naming ("2024-03", NULL);
  g_autoptr (Meeting) by_year = meeting_naming ("2024", NULL);

  assert_these (standing_named (self, NULL, by_day), bench->visit, NULL);
  assert_these (standing_named (self, NULL, by_two), NULL, NULL);
  assert_these (standing_named (self, "Westmarch", by_two), bench->other, NULL);
  assert_these (standing_named (self, "Eastmarch", by_month), bench->young, NULL);
  assert_these (standing_named (self, NULL, by_month), NULL, NULL);
  assert_these (standing_named (self, "Eastmarch", by_year), NULL, NULL);
}

static const gchar *
council_in (const Standing *self, const gchar *text)
{
  g_autoptr (Meeting) meeting = meeting_naming (NULL, NULL);
  Item *item = meeting->items->pdata[0];

  g_free (item->text);
  item->text = g_strdup (text);
  return standing_council_in (self, meeting);
}

static void
test_council_in (Bench *bench, gconstpointer data)
{
  static const struct
  {
    const gchar *text;
    const gchar *council;
  } cases[] = {
    { "Westmarch’s schools; WESTMARCH COUNTY COUNCIL", "Westmarch" },
    { "the City of Westmarch", "Westmarch" },
    { "a train to Westmarch", NULL },
    { "a capacity of Westmarch homes", NULL },
    { "Westmarch Council and Eastmarch Council", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const gchar *council = council_in (bench->standing, cases[i].text);

      g_assert_cmpstr (council, ==, cases[i].council);
    }
}

#define TEST(name, func)                                                                 \
  g_test_add ("/standing/" name, Bench, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("on", test_on);
  TEST ("named", test_named);
  TEST ("council-in", test_council_in);
  return g_test_run ();
}
