#include "classify/classifier.h"
#include "classify/tracker.h"

#include <string.h>

/* An invented council's report with three recommendations. */
static Inspection *
make_inspection (const gchar *id, const gchar *council, const gchar *end,
                 const gchar *published)
{
  static const gchar *const texts[] = {
    "The timeliness of strategy meetings.",
    "The response to children who experience neglect over a long time.",
    "Life-story work for children in care."
  };
  Inspection *inspection = inspection_new ();

  inspection->id = g_strdup (id);
  inspection->council = g_strdup (council);
  inspection->kind = g_strdup ("inspection");
  inspection->end = g_strdup (end);
  inspection->published = g_strdup (published);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      Recommendation *one = recommendation_new ();

      one->id = g_strdup_printf ("%s/%u", id, i + 1);
      one->text = g_strdup (texts[i]);
      g_ptr_array_add (inspection->recommendations, one);
    }
  return inspection;
}

typedef struct
{
  Taxonomy *taxonomy;
  Classifier *classifier;
  Inspection *old;
  Inspection *young;
  GPtrArray *concepts[2];
  Tracker *tracker;
  const gchar *published; /* (nullable) the day of the report that items name */
  const gchar *resolved;  /* (nullable) what of their text is a resolution … */
  const gchar *verb;      /* … to do what */
} Bench;

static GPtrArray *
find_concepts (Classifier *classifier, const Inspection *inspection)
{
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify)item_tags_free);

  for (guint i = 0; i < inspection->recommendations->len; i++)
    {
      ItemTags *tags = item_tags_new ();

      g_ptr_array_unref (tags->tags);
      tags->tags = classifier_read_text (
          classifier, ((Recommendation *)inspection->recommendations->pdata[i])->text);
      g_ptr_array_add (out, tags);
    }
  return out;
}

static void
bench_set_up (Bench *bench, gconstpointer data)
{
  bench->taxonomy = taxonomy_new_default ();
  bench->classifier = classifier_new (bench->taxonomy);
  bench->old = make_inspection ("eastmarch/2019-05-01", "Borough of Eastmarch",
                                "2019-03-08", "2019-05-01");
  bench->young =
      make_inspection ("eastmarch/2024-03-15", "Eastmarch", "2024-03-15", NULL);
  bench->concepts[0] = find_concepts (bench->classifier, bench->old);
  bench->concepts[1] = find_concepts (bench->classifier, bench->young);
  bench->tracker = tracker_new ();
  tracker_add (bench->tracker, bench->young, bench->concepts[1]);
  tracker_add (bench->tracker, bench->old, bench->concepts[0]);
}

static void
bench_tear_down (Bench *bench, gconstpointer data)
{
  tracker_free (bench->tracker);
  g_ptr_array_unref (bench->concepts[0]);
  g_ptr_array_unref (bench->concepts[1]);
  inspection_free (bench->old);
  inspection_free (bench->young);
  classifier_free (bench->classifier);
  taxonomy_unref (bench->taxonomy);
}

/* Each line is a paragraph; those with a dot are a list's. */
static void
add_paragraphs (Item *item)
{
  for (const gchar *p = item->text; *p != '\0'; p = strchr (p, '\n') + 1)
    {
      Paragraph one = { .number = g_strdup ("") };

      one.span.start = (gsize)(p - item->text);
      one.span.end = (gsize)(strchr (p, '\n') - item->text);
      one.level = g_str_has_prefix (p, "·");
      g_array_append_val (item->paragraphs, one);
    }
}

/* Reads a meeting with one item. (transfer full): its tags */
static MeetingTags *
read_titled (Bench *bench, const gchar *title, const gchar *council, const gchar *date,
             MeetingKind kind, const gchar *text, guint n_warnings)
{
  g_autoptr (GPtrArray) meetings =
      g_ptr_array_new_with_free_func ((GDestroyNotify)meeting_free);
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) tags = NULL;
  Meeting *meeting = meeting_new ();
  Item *item = item_new ();

  item->id = g_strdup ("x#1.1");
  item->number = g_strdup ("5");
  item->title = g_strdup (title);
  item->text = g_strdup (text);
  add_paragraphs (item);
  if (bench->published != NULL)
    {
      InspectionMention mention = { .published = g_strdup (bench->published) };

      g_array_append_val (item->inspections, mention);
    }
  if (bench->resolved != NULL)
    {
      Resolution resolution = { .number = g_strdup (""), .verb = g_strdup (bench->verb) };

      resolution.span.start = (gsize)(strstr (item->text, bench->resolved) - item->text);
      resolution.span.end = resolution.span.start + strlen (bench->resolved);
      g_array_append_val (item->resolutions, resolution);
    }
  meeting->id = g_strdup ("x#1");
  meeting->council = g_strdup (council);
  meeting->body = g_strdup ("Children's Scrutiny Committee");
  meeting->date = g_strdup (date);
  meeting->kind = kind;
  g_ptr_array_add (meeting->items, item);
  g_ptr_array_add (meetings, meeting);
  tags = classifier_read (bench->classifier, meetings);
  tracker_read (bench->tracker, meetings, tags, warnings);
  g_assert_cmpuint (warnings->len, ==, n_warnings);
  return g_ptr_array_steal_index (tags, 0);
}

static MeetingTags *
read_item (Bench *bench, const gchar *council, const gchar *date, MeetingKind kind,
           const gchar *text, guint n_warnings)
{
  return read_titled (bench, "Ofsted inspection of children's services", council, date,
                      kind, text, n_warnings);
}

static const Match *
match (const MeetingTags *tags, guint i)
{
  const ItemTags *item = tags->items->pdata[0];

  g_assert_cmpuint (i, <, item->matches->len);
  return item->matches->pdata[i];
}

#define RECITAL                                                                           \
  "The inspectors named these areas:\n· timeliness of strategy meetings;\n· response "  \
  "to "                                                                                   \
  "children experiencing neglect over a long time; and\n· life story work for children " \
  "in care.\nThe report was noted.\n"

static void
test_listed (Bench *bench, gconstpointer data)
{
  MeetingTags *tags = read_item (bench, "Eastmarch Borough Council", "2024-06-01",
                                 MEETING_KIND_MINUTES, RECITAL, 0);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree gchar *id = g_strdup_printf ("eastmarch/2024-03-15/%u", i + 1);

      g_assert_cmpstr (match (tags, i)->recommendation, ==, id);
      g_assert_cmpint (match (tags, i)->mode, ==, TAG_MODE_LISTED);
      g_assert_cmpuint (match (tags, i)->evidence->len, ==, 1);
      g_assert_cmpstr (((MeetingTag *)tags->matches->pdata[i])->id, ==, id);
    }
  g_assert_cmpuint (((ItemTags *)tags->items->pdata[0])->matches->len, ==, 3);
  meeting_tags_free (tags);
}

/* What stood before the later report came: the earlier one. */
static void
test_replaced (Bench *bench, gconstpointer data)
{
  MeetingTags *tags =
      read_item (bench, "Eastmarch", "2024-03-15", MEETING_KIND_MINUTES, RECITAL, 0);

  g_assert_cmpstr (match (tags, 0)->recommendation, ==, "eastmarch/2019-05-01/1");
  meeting_tags_free (tags);
  tags = read_item (bench, "Eastmarch", "2019-04-30", MEETING_KIND_MINUTES, RECITAL, 0);
  g_assert_cmpuint (((ItemTags *)tags->items->pdata[0])->matches->len, ==, 0);
  meeting_tags_free (tags);
}

static void
test_other_council (Bench *bench, gconstpointer data)
{
  MeetingTags *tags =
      read_item (bench, "Westmarch", "2024-06-01", MEETING_KIND_MINUTES, RECITAL, 0);

  g_assert_cmpuint (((ItemTags *)tags->items->pdata[0])->matches->len, ==, 0);
  meeting_tags_free (tags);
  tags = read_item (bench, NULL, "2024-06-01", MEETING_KIND_MINUTES, RECITAL, 1);
  g_assert_cmpuint (((ItemTags *)tags->items->pdata[0])->matches->len, ==, 0);
  meeting_tags_free (tags);
}

/* Neither the meeting nor the report that it names says whose it is. */
static void
test_no_council (Bench *bench, gconstpointer data)
{
  g_autoptr (Inspection) stray = make_inspection ("stray", NULL, NULL, "2024-02-02");
  g_autoptr (GPtrArray) concepts = find_concepts (bench->classifier, stray);
  MeetingTags *tags;

  tracker_add (bench->tracker, stray, concepts);
  bench->published = stray->published;
  tags = read_item (bench, NULL, "2024-06-01", MEETING_KIND_MINUTES, RECITAL, 0);
  g_assert_cmpuint (((ItemTags *)tags->items->pdata[0])->matches->len, ==, 3);
  g_assert_cmpstr (match (tags, 0)->recommendation, ==, "stray/1");
  meeting_tags_free (tags);
}

static void
test_article (Bench *bench, gconstpointer data)
{
  MeetingTags *tags =
      read_item (bench, NULL, "2024-06-01", MEETING_KIND_ARTICLE,
                 "Eastmarch Council has been told what to do.\n" RECITAL, 0);

  g_assert_cmpuint (((ItemTags *)tags->items->pdata[0])->matches->len, ==, 3);
  meeting_tags_free (tags);
}

static void
test_discussed (Bench *bench, gconstpointer data)
{
  MeetingTags *tags = read_item (
      bench, "Eastmarch", "2024-06-01", MEETING_KIND_MINUTES,
      "Members asked how social workers see neglect. The director said that "
      "neglect was found late in many families, and that a neglect strategy was "
      "being written.\n",
      0);

  g_assert_cmpuint (((ItemTags *)tags->items->pdata[0])->matches->len, ==, 1);
  g_assert_cmpstr (match (tags, 0)->recommendation, ==, "eastmarch/2024-03-15/2");
  g_assert_cmpint (match (tags, 0)->mode, ==, TAG_MODE_DISCUSSED);
  meeting_tags_free (tags);
}

/* "Strategy meetings: are we timely?" needs no word of the recommendation below it. */
static void
test_titled (Bench *bench, gconstpointer data)
{
  MeetingTags *tags =
      read_titled (bench, "Strategy meetings in good time", "Eastmarch", "2024-06-01",
                   MEETING_KIND_MINUTES, "Fewer than half took place within a day.\n", 0);

  g_assert_cmpuint (((ItemTags *)tags->items->pdata[0])->matches->len, ==, 1);
  g_assert_cmpstr (match (tags, 0)->recommendation, ==, "eastmarch/2024-03-15/1");
  g_assert_cmpint (match (tags, 0)->mode, ==, TAG_MODE_DISCUSSED);
  g_assert_cmpuint (match (tags, 0)->evidence->len, ==, 1);
  meeting_tags_free (tags);
}

/* A resolution that recites one takes it up. */
static void
test_decided (Bench *bench, gconstpointer data)
{
  MeetingTags *tags;

  bench->resolved = "that the timeliness of strategy meetings be looked at again";
  bench->verb = "look";
  tags = read_item (bench, "Eastmarch", "2024-06-01", MEETING_KIND_MINUTES,
                    "The report was heard.\nRESOLVED: that the timeliness of strategy "
                    "meetings be looked at again.\n",
                    0);
  g_assert_cmpuint (((ItemTags *)tags->items->pdata[0])->matches->len, ==, 1);
  g_assert_cmpstr (match (tags, 0)->recommendation, ==, "eastmarch/2024-03-15/1");
  g_assert_cmpint (match (tags, 0)->mode, ==, TAG_MODE_DECIDED);
  meeting_tags_free (tags);
}

/* What the title alone names is shown by the item's first words; to note it is no
 * decision. */
static void
test_title_alone (Bench *bench, gconstpointer data)
{
  static const gchar *const verbs[] = { "note", "bring" };
  static const TagMode modes[] = { TAG_MODE_DISCUSSED, TAG_MODE_DECIDED };

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      MeetingTags *tags;
      Span span;

      bench->resolved = "that this come back in May";
      bench->verb = verbs[i];
      tags =
          read_titled (bench, "Response over a long time", "Eastmarch", "2024-06-01",
                       MEETING_KIND_MINUTES,
                       "The officer spoke.\nRESOLVED: that this come back in May.\n", 0);
      g_assert_cmpuint (((ItemTags *)tags->items->pdata[0])->matches->len, ==, 1);
      g_assert_cmpint (match (tags, 0)->mode, ==, modes[i]);
      g_assert_cmpuint (match (tags, 0)->evidence->len, ==, 1);
      span = g_array_index (match (tags, 0)->evidence, Evidence, 0).span;
      g_assert_cmpuint (span.start, ==, 0);
      g_assert_cmpuint (span.end, ==, strlen ("The officer spoke."));
      meeting_tags_free (tags);
    }
}

#define TEST(name, func)                                                                 \
  g_test_add ("/tracker/" name, Bench, NULL, bench_set_up, func, bench_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("listed", test_listed);
  TEST ("replaced", test_replaced);
  TEST ("other-council", test_other_council);
  TEST ("no-council", test_no_council);
  TEST ("article", test_article);
  TEST ("discussed", test_discussed);
  TEST ("titled", test_titled);
  TEST ("decided", test_decided);
  TEST ("title-alone", test_title_alone);
  return g_test_run ();
}
