/* Whether an item is about the council's services for children: committee, agenda, title
 * and text weighed together. */

#include "classify/classifier.h"
#include "classify/subject.h"

static void
add_item (Meeting *meeting, const gchar *title, const gchar *text)
{
  Item *item = item_new ();

  item->number = g_strdup_printf ("%u", meeting->items->len + 1);
  item->title = g_strdup (title);
  item->text = g_strdup (text);
  g_ptr_array_add (meeting->items, item);
}

static gboolean
is_tagged_by (Taxonomy *taxonomy, Meeting *meeting, const gchar *concept)
{
  g_autoptr (Classifier) classifier = classifier_new (taxonomy);
  g_autoptr (GPtrArray) meetings =
      g_ptr_array_new_with_free_func ((GDestroyNotify)meeting_free);
  g_autoptr (GPtrArray) out = NULL;
  const GPtrArray *items, *tags;

  g_ptr_array_add (meetings, meeting);
  out = classifier_read (classifier, meetings);
  items = ((MeetingTags *)out->pdata[0])->items;
  tags = ((ItemTags *)items->pdata[items->len - 1])->tags;
  for (guint i = 0; i < tags->len; i++)
    if (g_str_equal (((Tag *)tags->pdata[i])->concept, concept))
      return TRUE;
  return FALSE;
}

/* Whether the last item of a meeting has a tag for the concept. */
static gboolean
is_tagged (Meeting *meeting, const gchar *concept)
{
  g_autoptr (Taxonomy) taxonomy = taxonomy_new_default ();

  return is_tagged_by (taxonomy, meeting, concept);
}

static Meeting *
meeting_of (const gchar *body)
{
  Meeting *meeting = meeting_new ();

  meeting->body = g_strdup (body);
  return meeting;
}

#define RECORDS "Case records were weeks late, and visits were written up from memory."

/* What says nothing of children by itself is told by whose committee it is … */
static void
test_body (void)
{
  Meeting *ours = meeting_of ("Children, Families and Learning Panel");
  Meeting *others = meeting_of ("Licensing Committee");

  add_item (ours, "Files", RECORDS);
  add_item (others, "Files", RECORDS);
  g_assert_true (is_tagged (ours, "case-recording"));
  g_assert_false (is_tagged (others, "case-recording"));
}

/* … or by what else is on the agenda. */
static void
test_agenda (void)
{
  Meeting *ours = meeting_of ("Improvement Board");
  Meeting *others = meeting_of ("Improvement Board");

  add_item (ours, "Children waiting for a social worker", "This was noted.");
  add_item (ours, "Foster carers' allowances", "This was noted.");
  add_item (ours, "Young people leaving care", "This was noted.");
  add_item (ours, "Files", RECORDS);
  add_item (others, "Planning applications", "This was noted.");
  add_item (others, "Highways", "This was noted.");
  add_item (others, "Bus service 14", "This was noted.");
  add_item (others, "Files", RECORDS);
  g_assert_true (is_tagged (ours, "case-recording"));
  g_assert_false (is_tagged (others, "case-recording"));
}

/* A name that only hints is believed where no agenda says otherwise. */
static void
test_hint (void)
{
  Meeting *ours = meeting_of ("Improvement Board");
  Meeting *others = meeting_of ("Best Value Improvement Board");

  add_item (ours, "Files", RECORDS);
  add_item (others, "Files", RECORDS);
  g_assert_true (is_tagged (ours, "case-recording"));
  g_assert_false (is_tagged (others, "case-recording"));
}

/* A committee for children stays one on a day when it speaks of schools. */
static void
test_schools (void)
{
  Meeting *meeting = meeting_of ("Young People and Learning Committee");

  add_item (meeting, "School admissions", "This was noted.");
  add_item (meeting, "School place planning", "This was noted.");
  add_item (meeting, "Reviewing officers",
            "Reviews were late, and reviewing officers had challenged nobody on "
            "behalf of a child in care.");
  g_assert_true (is_tagged (meeting, "iro-chair-challenge"));
}

/* The whole council may talk about young carers; a title such as "Motions" says nothing.
 */
static void
test_text (void)
{
  Meeting *meeting = meeting_of ("Council");

  add_item (
      meeting, "Motion 4",
      "Councillor Hurd moved that more be done for children who look after a parent "
      "who is ill. A boy of ten in her ward cooks and washes for his mother. The "
      "motion was carried.");
  g_assert_true (is_tagged (meeting, "young-carers"));
}

/* Under announcements only what speaks for itself counts, be it before whom it may. */
static void
test_sundry (void)
{
  Meeting *ours = meeting_of ("Corporate Parenting Board");
  Meeting *tea = meeting_of ("Council");
  Meeting *campaign = meeting_of ("Council");

  add_item (ours, "Chair's announcements", "The lift would be out of order in June.");
  add_item (tea, "Mayor's announcements",
            "The Mayor had been to the foster carers' tea.");
  add_item (campaign, "Mayor's announcements",
            "The Mayor thanked all who had given to the corporate parenting appeal.\n"
            "He reminded members what corporate parenting asks of each of them.");
  g_assert_false (is_tagged (ours, "corporate-parenting"));
  g_assert_false (is_tagged (tea, "foster-carers"));
  g_assert_true (is_tagged (campaign, "corporate-parenting"));
}

/* "Such arrangements" are those that the title names. */
static void
test_title (void)
{
  Meeting *meeting = meeting_of ("Cabinet");

  add_item (meeting, "Private fostering of children",
            "It was reported that 14 such arrangements were known to officers.");
  g_assert_true (is_tagged (meeting, "private-fostering"));
}

/* A title that names a concept of children's is what the item is about, though no
 * sentence of it speaks of children. */
static void
test_title_of_children (void)
{
  Meeting *meeting = meeting_of ("Cabinet");

  add_item (meeting, "Residential homes for children: review",
            "Firms had opened eleven in the county and nobody had to say who moved in. "
            "Members had been round two of the Council's own.");
  g_assert_true (is_tagged (meeting, "placement-sufficiency"));
}

/* What the public asks is asked about something; a reminder takes nothing up. */
static void
test_question (void)
{
  Meeting *asked = meeting_of ("Council");
  Meeting *reminded = meeting_of ("Children's Scrutiny Panel");

  add_item (
      asked, "Questions from the public",
      "Mrs Orme asked how many homeless sixteen and seventeen year olds had been put "
      "up in bed and breakfast. There had been four.");
  add_item (reminded, "Chair's announcements",
            "The Chair reminded members of the training session on fostering.");
  g_assert_true (is_tagged (asked, "homeless-16-17"));
  g_assert_false (is_tagged (reminded, "foster-carers"));
}

/* What was not taken up has no tag. */
static void
test_absent (void)
{
  Meeting *meeting = meeting_of ("Children, Families and Learning Panel");

  add_item (meeting, "Files", "No concerns were raised about case records being late.");
  g_assert_false (is_tagged (meeting, "case-recording"));
}

/* A formal item takes nothing up, whatever it names. */
static void
test_formal (void)
{
  Meeting *meeting = meeting_of ("Corporate Parenting Board");

  add_item (meeting, "Apologies for absence",
            "Apologies came from the virtual school and from two foster carers.");
  g_assert_false (is_tagged (meeting, "foster-carers"));
}

/* What a title lets expect, before a committee. */
static Outlook
foresee (const gchar *body, const gchar *title)
{
  g_autoptr (Taxonomy) taxonomy = taxonomy_new_default ();
  g_autoptr (Matcher) matcher = matcher_new (taxonomy);
  g_autoptr (Reading) reading = reading_new ();
  Expectation expected;

  reading_read (reading, matcher, body, "");
  expected = expectation_of_body (reading->title_hits);
  reading_read_title (reading, matcher, title);
  return subject_foresee (reading, expected);
}

static void
test_foresee (void)
{
  g_assert_cmpint (foresee ("Corporate Parenting Board", "Apologies for absence"), ==,
                   OUTLOOK_NONE);
  g_assert_cmpint (foresee ("Licensing Committee", "Planning applications"), ==,
                   OUTLOOK_NONE);
  g_assert_cmpint (foresee ("Council", "Planning applications"), ==, OUTLOOK_OPEN);
  g_assert_cmpint (foresee ("Licensing Committee", "Motion 4"), ==, OUTLOOK_OPEN);
  g_assert_cmpint (foresee ("Corporate Parenting Board", "Chair's announcements"), ==,
                   OUTLOOK_OPEN);
  g_assert_cmpint (foresee ("Corporate Parenting Board", "Files"), ==, OUTLOOK_GOOD);
  g_assert_cmpint (foresee ("Cabinet", "Foster carers' allowances"), ==, OUTLOOK_GOOD);
}

/* An item that one sentence lifts over the bound, by what a concept's rules find in it.
 */
static void
test_lifted (void)
{
  static const gchar text[] = "The lift was out of order in June.\n"
                              "Case records were weeks late.\n";
  Meeting *without = meeting_of ("Council");
  Meeting *with = meeting_of ("Council");
  g_autofree gchar *lifted = g_strconcat (
      text, "Children in care had no pathway plan and no personal adviser.", NULL);

  add_item (without, "Motion 4", text);
  add_item (with, "Motion 4", lifted);
  g_assert_false (is_tagged (without, "case-recording"));
  g_assert_true (is_tagged (with, "pathway-plans"));
}

/* The same by what a rule asks of another sentence, which does not speak of children. */
static void
test_lifted_from_afar (void)
{
  static const gchar xml[] =
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
      "xmlns:skos='http://www.w3.org/2004/02/skos/core#' "
      "xmlns:m='https://heed.example/ns/match#'><skos:ConceptScheme rdf:about='s'>"
      "<m:subject>corporate parent</m:subject></skos:ConceptScheme>"
      "<skos:Concept rdf:about='c'><skos:prefLabel>Zyzzyva</skos:prefLabel>"
      "<m:strong>bed ++ office</m:strong></skos:Concept></rdf:RDF>";
  static const gchar text[] = "Corporate parents have no bed.\nIt was cold.\nIt rained.\n"
                              "It snowed.\nSo it went on.\n";
  g_autofree gchar *lifted = g_strconcat (text, "The office was shut.", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, sizeof xml - 1);
  g_autoptr (Taxonomy) taxonomy = taxonomy_new_from_bytes (bytes, NULL);
  Meeting *without = meeting_of ("Council");
  Meeting *with = meeting_of ("Council");

  add_item (without, "Motion 4", text);
  add_item (with, "Motion 4", lifted);
  g_assert_false (is_tagged_by (taxonomy, without, "c"));
  g_assert_true (is_tagged_by (taxonomy, with, "c"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/subject/body", test_body);
  g_test_add_func ("/subject/agenda", test_agenda);
  g_test_add_func ("/subject/hint", test_hint);
  g_test_add_func ("/subject/schools", test_schools);
  g_test_add_func ("/subject/text", test_text);
  g_test_add_func ("/subject/sundry", test_sundry);
  g_test_add_func ("/subject/title", test_title);
  g_test_add_func ("/subject/title-of-children", test_title_of_children);
  g_test_add_func ("/subject/question", test_question);
  g_test_add_func ("/subject/absent", test_absent);
  g_test_add_func ("/subject/formal", test_formal);
  g_test_add_func ("/subject/foresee", test_foresee);
  g_test_add_func ("/subject/lifted", test_lifted);
  g_test_add_func ("/subject/lifted-from-afar", test_lifted_from_afar);
  return g_test_run ();
}
