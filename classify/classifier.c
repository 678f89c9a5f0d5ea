/* classifier.c: meetings with items → their tags: each item by itself, with the committee
 * that it came before as context, and the meeting as the sum of its items. */

#include "classify/classifier.h"

#include "classify/verdict.h"

struct Classifier
{
  Taxonomy *taxonomy;
  Matcher *matcher;
  Model *model; /* (nullable) */
  Reading *reading;
  Signs *signs;
  MeetingTag **sums; /* by concept, of the meeting that is summed up; else NULL */
};

Classifier *
classifier_new (Taxonomy *taxonomy)
{
  Classifier *self = g_new0 (Classifier, 1);

  self->taxonomy = taxonomy_ref (taxonomy);
  self->matcher = matcher_new (taxonomy);
  self->model = model_new_default (taxonomy);
  self->reading = reading_new ();
  self->signs = signs_new (taxonomy);
  self->sums = g_new0 (MeetingTag *, taxonomy_get_concepts (taxonomy)->len);
  return self;
}

gboolean
classifier_set_model (Classifier *self, GBytes *bytes, GError **error)
{
  Model *model = NULL;

  if (bytes != NULL)
    {
      model = model_new_from_bytes (bytes, self->taxonomy, error);
      if (model == NULL)
        return FALSE;
    }
  model_free (self->model);
  self->model = model;
  return TRUE;
}

void
classifier_free (Classifier *self)
{
  if (self == NULL)
    return;
  reading_free (self->reading);
  signs_free (self->signs);
  g_free (self->sums);
  model_free (self->model);
  matcher_free (self->matcher);
  taxonomy_unref (self->taxonomy);
  g_free (self);
}

static void
add_to_sum (MeetingTag **sum, const Tag *tag, const Item *item)
{
  if (*sum == NULL)
    *sum = meeting_tag_new (tag->concept);
  (*sum)->score = MAX ((*sum)->score, tag->score);
  (*sum)->mode = MAX ((*sum)->mode, tag->mode);
  g_ptr_array_add ((*sum)->items, g_strdup (item->number));
}

/* A meeting's tags: each concept of its items, in the taxonomy's order. */
static void
sum_up (Classifier *self, const Meeting *meeting, MeetingTags *out)
{
  MeetingTag **sums = self->sums;
  guint first = G_MAXUINT, last = 0;

  for (guint i = 0; i < out->items->len; i++)
    {
      const ItemTags *item = out->items->pdata[i];

      for (guint j = 0; j < item->tags->len; j++)
        {
          const Tag *tag = item->tags->pdata[j];
          guint number = taxonomy_lookup (self->taxonomy, tag->concept)->number;

          first = MIN (first, number);
          last = MAX (last, number);
          add_to_sum (&sums[number], tag, meeting->items->pdata[i]);
        }
    }
  for (guint c = first; first != G_MAXUINT && c <= last; c++)
    if (sums[c] != NULL)
      g_ptr_array_add (out->tags, g_steal_pointer (&sums[c]));
}

/* A text that comes without a committee, a title or further items, such as a paragraph
 * saved on its own, is taken to be about what the taxonomy is about. */
static gboolean
is_bare (const Meeting *meeting)
{
  return meeting->body == NULL && meeting->items->len == 1
         && ((Item *)meeting->items->pdata[0])->title[0] == '\0';
}

/* What a meeting lets expect of its items, which are read as its committee's from now on.
 */
static Expectation
expectation_of_meeting (Classifier *self, const Meeting *meeting)
{
  Agenda agenda = { 0 };
  Expectation body;

  reading_set_committee (self->reading, self->matcher,
                         meeting->body != NULL ? meeting->body : "");
  body = expectation_of_body (self->reading->title_hits);
  for (guint i = 0; !expectation_is_settled (body) && i < meeting->items->len; i++)
    {
      reading_read (self->reading, self->matcher,
                    ((const Item *)meeting->items->pdata[i])->title, "");
      agenda_add (&agenda, self->reading->title_hits);
    }
  return expectation_of_agenda (body, &agenda);
}

/* A taxonomy that does not say what is its subject takes everything for it. */
static gboolean
takes_all (Classifier *self, const Meeting *meeting)
{
  return is_bare (meeting)
         || taxonomy_get_scheme_rules (self->taxonomy, SCHEME_SUBJECT)->len == 0;
}

static Subject
subject_of (Classifier *self, const Meeting *meeting, Expectation expected)
{
  if (takes_all (self, meeting))
    return SUBJECT_YES;
  return subject_of_item (self->reading, expected);
}

/* Reads an item into the classifier's reading, as far as it takes to see that it is about
 * something else: most of what councils talk about is. */
static Subject
read_item (Classifier *self, const Meeting *meeting, const Item *item,
           Expectation expected)
{
  Reading *reading = self->reading;
  Outlook outlook = OUTLOOK_GOOD;

  reading_read_title (reading, self->matcher, item->title);
  if (!takes_all (self, meeting))
    outlook = subject_foresee (reading, expected);
  if (outlook == OUTLOOK_NONE)
    return SUBJECT_NO;
  if (outlook == OUTLOOK_GOOD)
    reading_read_text (reading, self->matcher, item->text);
  else
    {
      reading_read_telling (reading, self->matcher, item->text);
      if (reading->sure && subject_of_item (reading, expected) == SUBJECT_NO)
        return SUBJECT_NO;
      reading_read_rest (reading, self->matcher);
    }
  return subject_of (self, meeting, expected);
}

static MeetingTags *
read_meeting (Classifier *self, const Meeting *meeting)
{
  MeetingTags *out = meeting_tags_new ();
  Expectation expected = expectation_of_meeting (self, meeting);

  for (guint i = 0; i < meeting->items->len; i++)
    {
      const Item *item = meeting->items->pdata[i];
      ItemTags *tags = item_tags_new ();
      Subject subject = read_item (self, meeting, item, expected);

      g_ptr_array_unref (tags->tags);
      tags->tags = verdict_of_item (self->taxonomy, self->model, self->signs,
                                    self->reading, subject, item);
      g_ptr_array_add (out->items, tags);
    }
  sum_up (self, meeting, out);
  return out;
}

GPtrArray *
classifier_read (Classifier *self, const GPtrArray *meetings)
{
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify)meeting_tags_free);

  for (guint i = 0; i < meetings->len; i++)
    g_ptr_array_add (out, read_meeting (self, meetings->pdata[i]));
  return out;
}

GPtrArray *
classifier_explain (Classifier *self, const Meeting *meeting, guint n)
{
  Expectation expected = expectation_of_meeting (self, meeting);
  const Item *item = meeting->items->pdata[n];

  reading_read (self->reading, self->matcher, item->title, item->text);
  return explanation_of_item (self->taxonomy, self->model, self->signs, self->reading,
                              subject_of (self, meeting, expected), item);
}

GPtrArray *
classifier_read_text (Classifier *self, const gchar *text)
{
  reading_set_committee (self->reading, self->matcher, "");
  reading_read (self->reading, self->matcher, "", text);
  return verdict_of_item (self->taxonomy, self->model, self->signs, self->reading,
                          SUBJECT_YES, NULL);
}
