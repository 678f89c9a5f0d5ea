/* Items of business and their tags. */

#include "classify/classifier.h"

#include <string.h>

static Classifier *
classifier (void)
{
  g_autoptr (Taxonomy) taxonomy = taxonomy_new_default ();

  return classifier_new (taxonomy);
}

static Item *
item (const gchar *number, const gchar *title, const gchar *text)
{
  Item *one = item_new ();

  one->number = g_strdup (number);
  one->title = g_strdup (title);
  one->text = g_strdup (text);
  return one;
}

static const Tag *
find (const GPtrArray *tags, const gchar *concept)
{
  for (guint i = 0; i < tags->len; i++)
    if (g_str_equal (((Tag *)tags->pdata[i])->concept, concept))
      return tags->pdata[i];
  return NULL;
}

static void
test_text (void)
{
  g_autoptr (Classifier) self = classifier ();
  g_autoptr (GPtrArray) tags =
      classifier_read_text (self, "The take-up of return home interviews.");
  g_autoptr (GPtrArray) none = classifier_read_text (self, "");
  const Tag *tag = find (tags, "return-home-interviews");

  g_assert_nonnull (tag);
  g_assert_cmpuint (tag->evidence->len, ==, 1);
  g_assert_cmpfloat (tag->score, >, 0.5);
  g_assert_cmpfloat (tag->score, <=, 1);
  g_assert_cmpstr (tag->theme, ==, "protection");
  g_assert_nonnull (strstr (tag->reason, "return home interview"));
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_meeting (void)
{
  g_autoptr (Classifier) self = classifier ();
  g_autoptr (GPtrArray) meetings =
      g_ptr_array_new_with_free_func ((GDestroyNotify)meeting_free);
  g_autoptr (GPtrArray) out = NULL;
  Meeting *meeting = meeting_new ();
  Item *first = item ("1", "Young people who leave us",
                      "Pathway plans were often late, one carer said.\n"
                      "RESOLVED: that pathway plans be read by somebody else.\n");
  Resolution resolution = {
    g_strdup (""), RESOLUTION_RESOLVED, g_strdup ("read"), { 47, 101 }
  };
  const MeetingTags *tags;

  g_array_append_val (first->resolutions, resolution);
  meeting->body = g_strdup ("Children’s Services Scrutiny Panel");
  g_ptr_array_add (meeting->items, first);
  g_ptr_array_add (meeting->items, item ("2", "Work programme", "Pathway plans: May."));
  g_ptr_array_add (meetings, meeting);
  out = classifier_read (self, meetings);
  tags = out->pdata[0];
  g_assert_cmpuint (tags->items->len, ==, 2);
  g_assert_cmpint (
      find (((ItemTags *)tags->items->pdata[0])->tags, "pathway-plans")->mode, ==,
      TAG_MODE_DECIDED);
  g_assert_cmpuint (((ItemTags *)tags->items->pdata[1])->tags->len, ==, 0);
  g_assert_cmpuint (tags->tags->len, ==, 1);
  g_assert_cmpstr (((MeetingTag *)tags->tags->pdata[0])->items->pdata[0], ==, "1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/classifier/text", test_text);
  g_test_add_func ("/classifier/meeting", test_meeting);
  return g_test_run ();
}
