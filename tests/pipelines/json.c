/* json.c: records to lines and back; what is refused. */

#include "pipelines/json.h"

#include <string.h>

static Document *
make_document (void)
{
  Document *document = document_new ("sha256:00", "a/b.pdf", "application/pdf");

  document->bytes = 12;
  document->n_pages = 2;
  document->text_layer = TEXT_LAYER_NATIVE;
  document_warn (document, "page %u: nothing to read", 2u);
  return document;
}

static Meeting *
make_meeting (void)
{
  Meeting *meeting = meeting_new ();
  Person person = { g_strdup ("Ann Ŵyn"), NULL };

  meeting->id = g_strdup ("sha256:00#1");
  meeting->kind = MEETING_KIND_MINUTES;
  meeting->date = g_strdup ("2024-05-15");
  g_array_append_val (meeting->present, person);
  return meeting;
}

/* "Noted: £5 – agreed", with a resolution on "agreed". */
static Item *
make_item (void)
{
  Item *item = item_new ();
  Resolution resolution = {
    g_strdup ("(i)"), RESOLUTION_AGREED, g_strdup ("agree"), { 0 }
  };
  Vote vote = { TRUE, 4, 2, -1, { 0, 5 } };
  ItemLine line = { { 0, 0 }, 1, { 72, 100.126, 500, 112 } };

  item->id = g_strdup ("sha256:00#1.1");
  item->number = g_strdup ("84");
  item->title = g_strdup ("Money");
  item->text = g_strdup ("Noted: £5 – agreed");
  item->page_start = item->page_end = 1;
  resolution.span.start = strstr (item->text, "agreed") - item->text;
  resolution.span.end = strlen (item->text);
  line.span.end = strlen (item->text);
  g_array_append_val (item->lines, line);
  g_array_append_val (item->resolutions, resolution);
  g_array_append_val (item->votes, vote);
  return item;
}

static ItemTags *
make_tags (const Item *item)
{
  ItemTags *tags = item_tags_new ();
  Tag *tag = tag_new ();

  tag->concept = g_strdup ("early-help");
  tag->label = g_strdup ("Early help offer");
  tag->score = 0.87654;
  tag->mode = TAG_MODE_DECIDED;
  evidence_add (tag->evidence, item, (Span){ 7, 10 });
  g_ptr_array_add (tags->tags, tag);
  return tags;
}

typedef struct
{
  Record record;
  GString *line;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->record.base[BASE_DOCUMENT] = make_document ();
  fixture->record.base[BASE_MEETING] = make_meeting ();
  fixture->record.base[BASE_ITEM] = make_item ();
  fixture->record.base[BASE_ITEM_TAGS] = make_tags (fixture->record.base[BASE_ITEM]);
  fixture->record.type = RECORD_ITEM;
  fixture->line = g_string_new (NULL);
  json_write_record (&fixture->record, fixture->line);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fixture->record.type = RECORD_ITEM;
  record_clear (&fixture->record);
  meeting_free (fixture->record.base[BASE_MEETING]);
  document_free (fixture->record.base[BASE_DOCUMENT]);
  g_string_free (fixture->line, TRUE);
}

static gboolean
read_line (const Fixture *fixture, Record *ret_record, GError **error)
{
  return json_read_record (fixture->line->str, fixture->line->len, &fixture->record,
                           ret_record, error);
}

static void
test_points (Fixture *fixture, gconstpointer data)
{
  /* £ and – are one code point each, two and three bytes. */
  g_assert_nonnull (
      strstr (fixture->line->str, "\"exact\":\"agreed\",\"start\":12,\"end\":18"));
  g_assert_nonnull (
      strstr (fixture->line->str, "\"exact\":\"£5\",\"start\":7,\"end\":9"));
  g_assert_nonnull (strstr (fixture->line->str, "[72.0,100.13,500.0,112.0]"));
  g_assert_nonnull (strstr (fixture->line->str, "\"score\":0.877"));
  g_assert_nonnull (strstr (fixture->line->str, "\"abstained\":null"));
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) again = g_string_new (NULL);
  Record record = { 0 };

  g_assert_true (read_line (fixture, &record, &error));
  g_assert_no_error (error);
  json_write_record (&record, again);
  g_assert_cmpstr (again->str, ==, fixture->line->str);
  record_clear (&record);
}

static void
replace (Fixture *fixture, const gchar *old, const gchar *new)
{
  g_assert_cmpuint (g_string_replace (fixture->line, old, new, 1), ==, 1);
}

static void
refused (Fixture *fixture, JsonError code)
{
  g_autoptr (GError) error = NULL;
  Record record = { 0 };

  g_assert_false (read_line (fixture, &record, &error));
  g_assert_error (error, JSON_ERROR, (gint)code);
}

static void
test_exact_differs (Fixture *fixture, gconstpointer data)
{
  replace (fixture, "\"exact\":\"agreed\"", "\"exact\":\"refuse\"");
  refused (fixture, JSON_ERROR_SCHEMA);
}

static void
test_span_outside (Fixture *fixture, gconstpointer data)
{
  replace (fixture, "\"start\":12,\"end\":18", "\"start\":12,\"end\":19");
  refused (fixture, JSON_ERROR_SCHEMA);
}

static void
test_span_backwards (Fixture *fixture, gconstpointer data)
{
  replace (fixture, "\"start\":12,\"end\":18", "\"start\":18,\"end\":12");
  refused (fixture, JSON_ERROR_SCHEMA);
}

static void
test_other_meeting (Fixture *fixture, gconstpointer data)
{
  replace (fixture, "\"meeting\":\"sha256:00#1\"", "\"meeting\":\"sha256:00#2\"");
  refused (fixture, JSON_ERROR_SCHEMA);
}

static void
test_key_twice (Fixture *fixture, gconstpointer data)
{
  replace (fixture, "\"number\":\"84\"", "\"number\":\"84\",\"number\":\"85\"");
  refused (fixture, JSON_ERROR_SYNTAX);
}

static void
test_other_schema (Fixture *fixture, gconstpointer data)
{
  replace (fixture, "\"schema\":1", "\"schema\":2");
  refused (fixture, JSON_ERROR_SCHEMA);
}

static void
test_nul (Fixture *fixture, gconstpointer data)
{
  replace (fixture, "\"title\":\"Money\"", "\"title\":\"Mo\\u0000ney\"");
  refused (fixture, JSON_ERROR_SYNTAX);
}

static void
test_unknown_field (Fixture *fixture, gconstpointer data)
{
  Record record = { 0 };

  replace (fixture, "\"schema\":1", "\"schema\":1,\"colour\":\"blue\"");
  g_assert_true (read_line (fixture, &record, NULL));
  record_clear (&record);
}

static void
test_deep (void)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  Record record = { 0 };

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (line, '[');
  g_assert_false (json_read_record (line->str, line->len, NULL, &record, &error));
  g_assert_error (error, JSON_ERROR, JSON_ERROR_SYNTAX);
}

#define ADD(name, test) g_test_add ("/json/" name, Fixture, NULL, set_up, test, tear_down)

gint
main (gint argc, gchar **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("points", test_points);
  ADD ("round-trip", test_round_trip);
  ADD ("exact-differs", test_exact_differs);
  ADD ("span-outside", test_span_outside);
  ADD ("span-backwards", test_span_backwards);
  ADD ("other-meeting", test_other_meeting);
  ADD ("key-twice", test_key_twice);
  ADD ("other-schema", test_other_schema);
  ADD ("nul", test_nul);
  ADD ("unknown-field", test_unknown_field);
  g_test_add_func ("/json/deep", test_deep);
  return g_test_run ();
}
