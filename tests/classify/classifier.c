/* Items of business and their tags. */

#include "classify/classifier.h"

#include "classify/model.h"

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

/* A semicolon parts the entries of a list within a sentence: no words on both sides of
 * it make a phrase, as they do on both sides of a comma. */
static void
test_semicolon (void)
{
  g_autoptr (Classifier) self = classifier ();
  g_autoptr (GPtrArray) parted = classifier_read_text (
      self, "Priorities were what is private; fostering of young people; and sport.");
  g_autoptr (GPtrArray) joined = classifier_read_text (
      self, "Priorities were what is private, fostering of young people, and sport.");

  g_assert_null (find (parted, "private-fostering"));
  g_assert_nonnull (find (joined, "private-fostering"));
}

/* The best first. */
static void
test_order (void)
{
  g_autoptr (Classifier) self = classifier ();
  g_autoptr (GPtrArray) tags = classifier_read_text (
      self, "Return home interviews were late. Foster carers asked for help, and for "
            "respite.\nPathway plans for care leavers. Foster carers left.");
  gdouble before = 1;

  g_assert_cmpuint (tags->len, >=, 3);
  for (guint i = 0; i < tags->len; i++)
    {
      gdouble score = ((Tag *)tags->pdata[i])->score;

      g_assert_cmpfloat (score, <=, before);
      before = score;
    }
  g_assert_cmpfloat (before, <, ((Tag *)tags->pdata[0])->score);
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

/* How far a text that says the same in each entry of a list takes it up, with the n-th
 * entry decided on. entry: as many bytes of each line are its paragraph. */
static TagMode
mode_of_list (guint n_lines, gsize entry, gint decided)
{
  static const gchar line[] = "Pathway plans were late again\n";
  g_autoptr (Classifier) self = classifier ();
  g_autoptr (GPtrArray) meetings =
      g_ptr_array_new_with_free_func ((GDestroyNotify)meeting_free);
  g_autoptr (GPtrArray) out = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  Meeting *meeting = meeting_new ();
  Item *list = item ("1", "Pathway plans", "");
  const MeetingTags *tags;

  for (guint i = 0; i < n_lines; i++)
    {
      Paragraph paragraph = { g_strdup (""),
                              { text->len + 3, text->len + 3 + entry },
                              1 };

      g_array_append_val (list->paragraphs, paragraph);
      if ((gint)i == decided)
        {
          Resolution resolution = { g_strdup (""),
                                    RESOLUTION_RESOLVED,
                                    g_strdup ("read"),
                                    { text->len, text->len + 5 } };

          g_array_append_val (list->resolutions, resolution);
        }
      g_string_append (text, line);
    }
  g_free (list->text);
  list->text = g_strdup (text->str);
  meeting->body = g_strdup ("Corporate Parenting Board");
  g_ptr_array_add (meeting->items, list);
  g_ptr_array_add (meetings, meeting);
  out = classifier_read (self, meetings);
  tags = out->pdata[0];
  return find (((ItemTags *)tags->items->pdata[0])->tags, "pathway-plans")->mode;
}

/* An action whose words hold those of a resolution: what stands behind these is decided,
 * too. */
static void
test_nested (void)
{
  static const gchar text[] = "That it be noted. And pathway plans be read again.\n";
  g_autoptr (Classifier) self = classifier ();
  g_autoptr (GPtrArray) meetings =
      g_ptr_array_new_with_free_func ((GDestroyNotify)meeting_free);
  g_autoptr (GPtrArray) out = NULL;
  Meeting *meeting = meeting_new ();
  Item *one = item ("1", "Pathway plans", text);
  Action action = { g_strdup (""), NULL, { 0, strlen (text) - 1 } };
  Resolution resolution = {
    g_strdup (""), RESOLUTION_RESOLVED, g_strdup ("note"), { 5, 16 }
  };
  const ItemTags *tags;

  g_array_append_val (one->actions, action);
  g_array_append_val (one->resolutions, resolution);
  meeting->body = g_strdup ("Corporate Parenting Board");
  g_ptr_array_add (meeting->items, one);
  g_ptr_array_add (meetings, meeting);
  out = classifier_read (self, meetings);
  tags = ((MeetingTags *)out->pdata[0])->items->pdata[0];
  g_assert_cmpint (find (tags->tags, "pathway-plans")->mode, ==, TAG_MODE_DECIDED);
}

/* What one sentence says twice is one piece of evidence. */
static void
test_evidence (void)
{
  static const gchar text[] = "Pathway plans were late, and pathway plans were few.";
  g_autoptr (Classifier) self = classifier ();
  g_autoptr (GPtrArray) tags = classifier_read_text (self, text);
  const Tag *tag = find (tags, "pathway-plans");

  g_assert_cmpuint (tag->evidence->len, ==, 1);
  g_assert_cmpuint (g_array_index (tag->evidence, Evidence, 0).span.start, ==, 0);
  g_assert_cmpuint (g_array_index (tag->evidence, Evidence, 0).span.end, ==,
                    strlen (text) - 1);
}

static void
test_list (void)
{
  static const struct
  {
    guint n;
    guint entry;
    gint decided;
    TagMode mode;
  } cases[] = {
    { 3, 20, -1, TAG_MODE_LISTED },
    { 3, 20, 2, TAG_MODE_DECIDED },
    /* a paragraph without a byte, as records may have it, is no entry */
    { 1, 0, -1, TAG_MODE_DISCUSSED },
    /* as many entries as hits */
    { 30000, 20, 29999, TAG_MODE_DECIDED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TagMode mode = mode_of_list (cases[i].n, cases[i].entry, cases[i].decided);

      g_assert_cmpint (mode, ==, cases[i].mode);
    }
}

/* The reason for the tag that words give by themselves, without the rules; NULL: there is
 * none. (transfer full) */
static gchar *
learned_reason (Classifier *self, const gchar *words, const gchar *text)
{
  g_autofree gchar *model =
      g_strconcat ("heed-model 1\nverdict text 0 1 0 0 0 0 0 0 0 0 0 0 0 0 0\n"
                   "bias pathway-plans 0\n",
                   words, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static (model, strlen (model));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tags = NULL;
  const Tag *tag;

  if (words[0] != '\0')
    g_assert_true (classifier_set_model (self, bytes, &error));
  tags = classifier_read_text (self, text);
  tag = find (tags, "pathway-plans");
  return tag != NULL ? g_strdup (tag->reason) : NULL;
}

/* Nothing is left of the weights before, or of the text before; and a word counts once.
 */
static void
test_learned (void)
{
  g_autoptr (Classifier) self = classifier ();
  g_autofree gchar *against =
      learned_reason (self, "word gull 1\nword tern 1 pathway-plans -9\n", "A tern.");
  g_autofree gchar *swapped = learned_reason (
      self, "word tern 1 pathway-plans 2\nword gull 1 pathway-plans 1\n", "A tern.");
  g_autofree gchar *next = learned_reason (self, "", "A gull.");
  g_autofree gchar *twice = learned_reason (self, "", "A gull, a gull.");

  g_assert_null (against);
  g_assert_cmpstr (swapped, ==, "learned: tern (+2.0)");
  g_assert_cmpstr (next, ==, "learned: gull (+1.0)");
  g_assert_cmpstr (twice, ==, "learned: gull (+0.6)");
}

/* The taxonomy alone, and with weights that cannot be read. */
static void
test_weights (void)
{
  static const gchar *const broken[] = {
    "",
    "heed-model 2\n",
    "heed-model 1\nword x\n",
    "heed-model 1\nbias early-help x\n",
    "heed-model 1\nverdict text 1 nan\n",
    "heed-model 1\nverdict text 1 2\n",
    "heed-model 1\nverdict text -2.4 0 0 nan 0 0 0 0 1 2 0 0 0 0 0\n",
    "heed-model 1\nverdict text -2.4 0 0 3 0 0 0 0 1 2 0 0 0 0 0 0\n",
    "heed-model 1\nverdict page -2.4 0 0 3 0 0 0 0 1 2 0 0 0 0 0\n",
    "heed-model 1\nverdict text 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n"
    "verdict text 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n",
    "heed-model 1\nhit odd:early-help early-help 1\n"
  };
  g_autoptr (Classifier) self = classifier ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tags = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (broken[i], strlen (broken[i]));

      g_assert_false (classifier_set_model (self, bytes, &error));
      g_assert_error (error, WEIGHTS_ERROR, WEIGHTS_ERROR_SYNTAX);
      g_clear_error (&error);
    }
  g_assert_true (classifier_set_model (self, NULL, &error));
  tags = classifier_read_text (self, "The take-up of return home interviews.");
  g_assert_nonnull (find (tags, "return-home-interviews"));
}

static void
test_welsh (void)
{
  g_autoptr (Classifier) self = classifier ();
  g_autoptr (GPtrArray) tags = classifier_read_text (
      self, "Croesawodd y Cadeirydd bawb i’r cyfarfod. Nododd yr aelodau fod nifer y "
            "plant sy’n derbyn gofal wedi codi, a bod angen mwy o ofalwyr maeth ŵyn.\n"
            "PENDERFYNWYD derbyn yr adroddiad a diolch i’r swyddogion.\n");

  g_assert_cmpuint (tags->len, ==, 0);
}

/* One paragraph without end, and one without a full stop or a space: every sentence and
 * word is bounded. */
static void
test_long (void)
{
  g_autoptr (Classifier) self = classifier ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) tags = NULL;
  g_autoptr (GPtrArray) none = NULL;

  for (guint i = 0; i < 111000; i++)
    g_string_append (text, "the children we look after and their social workers wait for "
                           "a family to foster or adopt them, ");
  g_assert_cmpuint (text->len, >, 10 * 1024 * 1024);
  tags = classifier_read_text (self, text->str);
  for (guint i = 0; i < tags->len; i++)
    g_assert_cmpuint (((Tag *)tags->pdata[i])->evidence->len, <=, 6);
  g_string_truncate (text, 0);
  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "fostering");
  none = classifier_read_text (self, text->str);
  g_assert_cmpuint (none->len, ==, 0);
}

/* The tag of one item of a committee, or NULL. (transfer full) */
static Tag *
tag_of (const gchar *body, const gchar *title, const gchar *text, const gchar *concept)
{
  g_autoptr (Classifier) self = classifier ();
  g_autoptr (GPtrArray) meetings =
      g_ptr_array_new_with_free_func ((GDestroyNotify)meeting_free);
  g_autoptr (GPtrArray) out = NULL;
  Meeting *meeting = meeting_new ();
  GPtrArray *tags;
  guint i;

  meeting->body = g_strdup (body);
  g_ptr_array_add (meeting->items, item ("4", title, text));
  g_ptr_array_add (meetings, meeting);
  out = classifier_read (self, meetings);
  tags = ((ItemTags *)((MeetingTags *)out->pdata[0])->items->pdata[0])->tags;
  for (i = 0; i < tags->len; i++)
    if (g_str_equal (((Tag *)tags->pdata[i])->concept, concept))
      return g_ptr_array_steal_index (tags, i);
  return NULL;
}

/* What a committee is called does not make its items items about that. */
static void
test_committee (void)
{
  const gchar *title = "Corporate Parenting Board Data for June";
  const gchar *text =
      "The figures relevant to the Corporate Parenting Board were set out "
      "for children in care, and noted.";
  g_autoptr (Tag) own = tag_of ("Ottermere – Corporate Parenting Board", title, text,
                                "corporate-parenting");
  g_autoptr (Tag) parents =
      tag_of ("Corporate Parenting Board", title,
              "Members asked what they did as corporate parents.", "corporate-parenting");
  g_autoptr (Tag) others = tag_of ("Children's Services Scrutiny Committee", title, text,
                                   "corporate-parenting");

  g_assert_null (own);
  g_assert_nonnull (parents);
  g_assert_nonnull (others);
}

/* Nor does what the speaker is in charge of. */
static void
test_posts (void)
{
  const gchar *committee = "Children's Services Scrutiny Committee";
  g_autoptr (Tag) dash = tag_of (committee, "Report",
                                 "The Head of Service – Leaving Care, Hostels and "
                                 "Unaccompanied Children, introduced the figures.",
                                 "unaccompanied-children");
  g_autoptr (Tag) bracket =
      tag_of (committee, "Report",
              "The Service Manager (Private Fostering) introduced the "
              "figures for children.",
              "private-fostering");
  g_autoptr (Tag) small = tag_of (committee, "Report",
                                  "The head of private fostering introduced the figures "
                                  "for children.",
                                  "private-fostering");
  g_autoptr (Tag) action = tag_of (committee, "Report",
                                   "Action: Service Manager – Private fostering to be "
                                   "reported on in May.",
                                   "private-fostering");
  g_autoptr (Tag) heading =
      tag_of (committee, "Report",
              "Asked by a Member – Private fostering was looked at, "
              "and no child had been visited in time.",
              "private-fostering");

  g_autoptr (Tag) title = tag_of (
      committee, "Children's figures – Report of the Manager for Private Fostering",
      "Members asked how many children there were.", "private-fostering");
  g_autoptr (Tag) subject =
      tag_of (committee, "Report of the Manager for Children on Private Fostering",
              "Members asked how many children there were.", "private-fostering");

  g_assert_null (title);
  g_assert_nonnull (subject);
  g_assert_null (dash);
  g_assert_null (bracket);
  g_assert_null (small);
  g_assert_nonnull (action);
  g_assert_nonnull (heading);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/classifier/text", test_text);
  g_test_add_func ("/classifier/semicolon", test_semicolon);
  g_test_add_func ("/classifier/order", test_order);
  g_test_add_func ("/classifier/meeting", test_meeting);
  g_test_add_func ("/classifier/nested", test_nested);
  g_test_add_func ("/classifier/evidence", test_evidence);
  g_test_add_func ("/classifier/list", test_list);
  g_test_add_func ("/classifier/committee", test_committee);
  g_test_add_func ("/classifier/posts", test_posts);
  g_test_add_func ("/classifier/learned", test_learned);
  g_test_add_func ("/classifier/weights", test_weights);
  g_test_add_func ("/classifier/welsh", test_welsh);
  g_test_add_func ("/classifier/long", test_long);
  return g_test_run ();
}
