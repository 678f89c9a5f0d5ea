/* fuzz_classify.c: any text, as items of a meeting and as a recommendation, gets tags
 * whose evidence stands in it; those of an item are the same if all of it is read. A line
 * "# TITLE" begins an item. */

#include "classify/classifier.h"
#include "tests/fuzz/business.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize length);

#define MAX_ITEMS 200

static void
add_item (Meeting *meeting, const gchar *title)
{
  Item *item = item_new ();

  item->id = g_strdup_printf ("sha256:0#1.%u", meeting->items->len + 1);
  item->number = g_strdup_printf ("%u", meeting->items->len + 1);
  item->title = g_strdup (title);
  item->text = g_strdup ("");
  g_ptr_array_add (meeting->items, item);
}

static void
end_item (Meeting *meeting, GString *text)
{
  Item *item = meeting->items->pdata[meeting->items->len - 1];
  Paragraph all = { .number = g_strdup (""), .span = { 0, text->len } };

  g_free (item->text);
  item->text = g_strdup (text->str);
  g_array_append_val (item->paragraphs, all);
  g_string_truncate (text, 0);
}

static Meeting *
make_meeting (const gchar *text)
{
  Meeting *meeting = meeting_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) body = g_string_new (NULL);

  meeting->id = g_strdup ("sha256:0#1");
  add_item (meeting, "");
  for (gchar **line = lines; *line != NULL; line++)
    if (g_str_has_prefix (*line, "# ") && meeting->items->len < MAX_ITEMS)
      {
        end_item (meeting, body);
        add_item (meeting, *line + 2);
      }
    else
      g_string_append_printf (body, "%s\n", *line);
  end_item (meeting, body);
  return meeting;
}

static Classifier *
make_classifier (void)
{
  g_autoptr (Taxonomy) taxonomy = taxonomy_new_default ();

  return classifier_new (taxonomy);
}

/* To explain an item all of it is read. */
static void
assert_explained (Classifier *classifier, const Meeting *meeting, const MeetingTags *tags)
{
  guint last = meeting->items->len - 1;
  g_autoptr (GPtrArray) explained = classifier_explain (classifier, meeting, last);
  const GPtrArray *found = ((const ItemTags *)tags->items->pdata[last])->tags;
  guint n = 0;

  for (guint i = 0; i < explained->len; i++)
    n += ((const Explanation *)explained->pdata[i])->tag != NULL;
  g_assert_cmpuint (n, ==, found->len);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  static Classifier *classifier;
  g_autofree gchar *text = g_utf8_make_valid ((const gchar *)data, (gssize)length);
  g_autoptr (GPtrArray) meetings =
      g_ptr_array_new_with_free_func ((GDestroyNotify)meeting_free);
  g_autoptr (GPtrArray) tags = NULL;
  g_autoptr (GPtrArray) alone = NULL;

  if (classifier == NULL)
    classifier = make_classifier ();
  g_ptr_array_add (meetings, make_meeting (text));
  tags = classifier_read (classifier, meetings);
  assert_tags (meetings, tags);
  assert_explained (classifier, meetings->pdata[0], tags->pdata[0]);
  alone = classifier_read_text (classifier, text);
  for (guint i = 0; i < alone->len; i++)
    g_assert_nonnull (((const Tag *)alone->pdata[i])->concept);
  return 0;
}
