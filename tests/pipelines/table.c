/* table.c: rows of invented records: as many values as columns, dates, offsets, order. */

#include "pipelines/rows.h"

#include <string.h>

typedef struct
{
  guint n[N_TABLES];
  GString *text; /* of the rows of one table: values by "|", a line each */
  TableId table;
} Seen;

static gboolean
see (TableId table, const Value *values, gpointer data, GError **error)
{
  Seen *seen = data;
  guint n = table_count_columns (&tables[table]);

  seen->n[table]++;
  for (guint i = 0; i < n && table == seen->table; i++)
    {
      if (values[i].kind == VALUE_TEXT)
        g_string_append_len (seen->text, values[i].text, (gssize)values[i].length);
      else if (values[i].kind == VALUE_INTEGER)
        g_string_append_printf (seen->text, "%" G_GINT64_FORMAT, values[i].integer);
      else if (values[i].kind == VALUE_REAL)
        g_string_append_printf (seen->text, "%g", values[i].real);
      g_string_append_c (seen->text, i + 1 < n ? '|' : '\n');
    }
  return TRUE;
}

static Bundle *
make_bundle (const gchar *date)
{
  Bundle *bundle = bundle_new ();
  Meeting *meeting = meeting_new ();
  Item *item = item_new ();
  Resolution resolution = {
    g_strdup ("(a)"), RESOLUTION_NOTED, g_strdup ("note"), { 5, 9 }
  };
  Action action = { NULL, g_strdup ("next meeting"), { 0, 3 } };

  bundle->document = document_new ("sha256:00", "a.txt", "text/plain");
  bundle->meetings = g_ptr_array_new_with_free_func ((GDestroyNotify)meeting_free);
  document_warn (bundle->document, "torn");
  meeting->id = g_strdup ("m");
  meeting->kind = MEETING_KIND_MINUTES;
  meeting->date = g_strdup (date);
  item->id = g_strdup ("i");
  item->number = g_strdup ("");
  item->title = g_strdup ("");
  item->text = g_strdup ("“Yes noted.\n");
  g_array_append_val (item->resolutions, resolution);
  g_array_append_val (item->actions, action);
  g_ptr_array_add (meeting->items, item);
  g_ptr_array_add (bundle->meetings, meeting);
  return bundle;
}

/* The rows of the table, or the error's message. */
static gchar *
rows_of (TableId table, const gchar *date)
{
  g_autoptr (Bundle) bundle = make_bundle (date);
  g_autoptr (GError) error = NULL;
  Seen seen = { .text = g_string_new (NULL), .table = table };

  RowNumbers numbers = { 7, 40 };

  if (!rows_write (bundle, "v1", &numbers, see, &seen, &error))
    g_string_assign (seen.text, error->message);
  else
    {
      g_assert_cmpuint (seen.n[TABLE_WARNINGS], ==, 1);
      g_assert_cmpint (numbers.meeting, ==, 8);
      g_assert_cmpint (numbers.item, ==, 41);
    }
  return g_string_free (seen.text, FALSE);
}

static void
assert_rows (TableId table, const gchar *date, const gchar *wanted)
{
  g_autofree gchar *rows = rows_of (table, date);

  g_assert_cmpstr (rows, ==, wanted);
}

static void
test_rows (void)
{
  assert_rows (TABLE_DOCUMENTS, NULL, "sha256:00|a.txt|text/plain|0|||||v1\n");
  assert_rows (TABLE_ITEMS, NULL, "40|i|7|1||||“Yes noted.\n|s no|||0\n");
  /* The quotation mark is three bytes and one character. */
  assert_rows (TABLE_RESOLUTIONS, NULL, "40|1|(a)|noted|note|s no|3|7|\n");
  assert_rows (TABLE_ACTIONS, NULL, "40|1||next meeting|||“|0|1\n");
}

static void
test_dates (void)
{
  assert_rows (TABLE_MEETINGS, NULL, "7|m|sha256:00|1|minutes||||||||||\n");
  assert_rows (TABLE_MEETINGS, "2023-07-10",
               "7|m|sha256:00|1|minutes||||2023-07-10|day|||||\n");
  assert_rows (TABLE_MEETINGS, "2023-07",
               "7|m|sha256:00|1|minutes||||2023-07-01|month|||||\n");
  assert_rows (TABLE_MEETINGS, "2023",
               "7|m|sha256:00|1|minutes||||2023-01-01|year|||||\n");
  assert_rows (TABLE_MEETINGS, "2023-02-31", "m: '2023-02-31' is no date");
}

static void
test_explained (void)
{
  for (guint i = 0; i < N_TABLES; i++)
    for (const Column *column = tables[i].columns; column->name != NULL; column++)
      g_assert_cmpuint (strlen (table_explain (&tables[i], column)), >, 3);
}

gint
main (gint argc, gchar **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/rows", test_rows);
  g_test_add_func ("/table/dates", test_dates);
  g_test_add_func ("/table/explained", test_explained);
  return g_test_run ();
}
