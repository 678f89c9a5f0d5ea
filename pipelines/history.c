/* history.c: records of meetings and inspections become a history for each
 * recommendation. */

#include "pipelines/history.h"

#include <string.h>

#include "normalise/date.h"

/* Words and resolutions of one step; longer lists are cut. */
#define MAX_WORDS 8

#define MEMBER(struct_, member) .offset = offsetof (struct_, member)

/* What an item is found by when a later one refers to it. */
typedef struct
{
  gchar *item;
  gchar *key;            /* council, body, date and number */
  GPtrArray *references; /* gchar *: keys */
} Place;

struct HistoryBook
{
  gchar *on;
  gchar *last; /* (nullable) the last date of all meetings */
  GPtrArray *histories;
  GHashTable *by_id;  /* recommendation's identifier: History * */
  GPtrArray *places;  /* Place *, in the order of the records */
  GHashTable *by_key; /* Place.key: Place * */
};

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->item);
  g_free (step->source);
  g_free (step->date);
  g_free (step->body);
  g_free (step->number);
  g_free (step->title);
  g_ptr_array_unref (step->exact);
  g_ptr_array_unref (step->resolutions);
  g_ptr_array_unref (step->follows);
  g_ptr_array_unref (step->followed_by);
  g_free (step);
}

static void
gap_clear (gpointer data)
{
  g_free (((Gap *)data)->start);
  g_free (((Gap *)data)->end);
}

static void
history_free (gpointer data)
{
  History *history = data;

  g_free (history->recommendation);
  g_free (history->inspection);
  g_free (history->council);
  g_free (history->text);
  g_free (history->since);
  g_free (history->until);
  g_free (history->as_of);
  g_free (history->last_discussed);
  g_ptr_array_unref (history->steps);
  g_array_unref (history->gaps);
  g_free (history);
}

static void
place_free (gpointer data)
{
  Place *place = data;

  g_free (place->item);
  g_free (place->key);
  g_ptr_array_unref (place->references);
  g_free (place);
}

HistoryBook *
history_book_new (const gchar *on)
{
  HistoryBook *self = g_new0 (HistoryBook, 1);

  self->on = g_strdup (on);
  self->histories = g_ptr_array_new_with_free_func (history_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->places = g_ptr_array_new_with_free_func (place_free);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
history_book_free (HistoryBook *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->places);
  g_ptr_array_unref (self->histories);
  g_free (self->on);
  g_free (self->last);
  g_free (self);
}

static History *
get_history (HistoryBook *self, const gchar *id)
{
  History *history = g_hash_table_lookup (self->by_id, id);

  if (history != NULL)
    return history;
  history = g_new0 (History, 1);
  history->recommendation = g_strdup (id);
  history->steps = g_ptr_array_new_with_free_func (step_free);
  history->gaps = g_array_new (FALSE, FALSE, sizeof (Gap));
  g_array_set_clear_func (history->gaps, gap_clear);
  g_ptr_array_add (self->histories, history);
  g_hash_table_insert (self->by_id, history->recommendation, history);
  return history;
}

static void
set_once (gchar **member, const gchar *text)
{
  if (*member == NULL)
    *member = g_strdup (text);
}

static void
add_inspection (HistoryBook *self, const Inspection *inspection)
{
  for (guint i = 0; i < inspection->recommendations->len; i++)
    {
      const Recommendation *one = inspection->recommendations->pdata[i];
      History *history = get_history (self, one->id);

      set_once (&history->inspection, inspection->id);
      set_once (&history->council, inspection->council);
      set_once (&history->since,
                inspection->published != NULL ? inspection->published : inspection->end);
      set_once (&history->text, one->text);
      history->number = one->number;
    }
}

/* "eastmarch|cabinet|2023-05-17|10" */
static gchar *
make_key (const Meeting *meeting, const gchar *date, const gchar *number)
{
  g_autofree gchar *council =
      meeting->council != NULL ? council_key (meeting->council) : g_strdup ("");
  g_autofree gchar *body =
      meeting->body != NULL ? g_utf8_strdown (meeting->body, -1) : g_strdup ("");

  return g_strdup_printf ("%s|%s|%s|%s", council, body, date, number);
}

static void
add_place (HistoryBook *self, const Meeting *meeting, const Item *item)
{
  Place *place = g_new0 (Place, 1);

  place->item = g_strdup (item->id);
  place->references = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < item->references->len; i++)
    {
      const Reference *reference = &g_array_index (item->references, Reference, i);

      if (reference->minute != NULL && reference->date != NULL)
        g_ptr_array_add (place->references,
                         make_key (meeting, reference->date, reference->minute));
    }
  if (meeting->date != NULL && *item->number != '\0')
    {
      place->key = make_key (meeting, meeting->date, item->number);
      if (!g_hash_table_contains (self->by_key, place->key))
        g_hash_table_insert (self->by_key, place->key, place);
    }
  g_ptr_array_add (self->places, place);
}

static gchar *
copy_span (const Item *item, Span span)
{
  return g_strndup (item->text + span.start, span.end - span.start);
}

static void
add_step (HistoryBook *self, const Bundle *bundle, const Meeting *meeting,
          const Item *item, const Match *match)
{
  History *history = get_history (self, match->recommendation);
  Step *step = g_new0 (Step, 1);

  set_once (&history->text, match->text);
  set_once (&history->council, meeting->council);
  step->item = g_strdup (item->id);
  step->source = g_strdup (bundle->document->source);
  step->date = g_strdup (meeting->date);
  step->body = g_strdup (meeting->body);
  step->number = g_strdup (item->number);
  step->title = g_strdup (item->title);
  step->mode = match->mode;
  step->score = match->score;
  step->exact = g_ptr_array_new_with_free_func (g_free);
  step->resolutions = g_ptr_array_new_with_free_func (g_free);
  step->follows = g_ptr_array_new_with_free_func (g_free);
  step->followed_by = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < match->evidence->len && i < MAX_WORDS; i++)
    g_ptr_array_add (step->exact,
                     copy_span (item, g_array_index (match->evidence, Evidence, i).span));
  for (guint i = 0;
       i < item->resolutions->len && i < MAX_WORDS && match->mode != TAG_MODE_LISTED; i++)
    g_ptr_array_add (
        step->resolutions,
        copy_span (item, g_array_index (item->resolutions, Resolution, i).span));
  g_ptr_array_add (history->steps, step);
}

static void
add_meeting (HistoryBook *self, const Bundle *bundle, const Meeting *meeting,
             const MeetingTags *tags)
{
  if (meeting->date != NULL && g_strcmp0 (meeting->date, self->last) > 0)
    {
      g_free (self->last);
      self->last = g_strdup (meeting->date);
    }
  for (guint i = 0; i < meeting->items->len; i++)
    {
      const Item *item = meeting->items->pdata[i];
      const GPtrArray *matches = ((ItemTags *)tags->items->pdata[i])->matches;

      add_place (self, meeting, item);
      for (guint j = 0; j < matches->len; j++)
        add_step (self, bundle, meeting, item, matches->pdata[j]);
    }
}

void
history_book_add (HistoryBook *self, const Bundle *bundle)
{
  if (bundle->inspection != NULL)
    add_inspection (self, bundle->inspection);
  for (guint i = 0; bundle->meetings != NULL && i < bundle->meetings->len; i++)
    add_meeting (self, bundle, bundle->meetings->pdata[i], bundle->tags->pdata[i]);
}

/* Closing */

static gint
compare_steps (gconstpointer a, gconstpointer b)
{
  const Step *first = *(const Step *const *)a;
  const Step *second = *(const Step *const *)b;

  if ((first->date == NULL) != (second->date == NULL))
    return first->date == NULL ? 1 : -1;
  return first->date != NULL && strcmp (first->date, second->date) != 0
             ? strcmp (first->date, second->date)
             : strcmp (first->item, second->item);
}

static gint
compare_histories (gconstpointer a, gconstpointer b)
{
  const History *first = *(const History *const *)a;
  const History *second = *(const History *const *)b;
  gint order = g_strcmp0 (first->council, second->council);

  if (order == 0)
    order = g_strcmp0 (first->since, second->since);
  if (order == 0)
    order = g_strcmp0 (first->inspection, second->inspection);
  if (order == 0)
    order = (gint)first->number - (gint)second->number;
  return order != 0 ? order : strcmp (first->recommendation, second->recommendation);
}

/* The Place of each step's item: links in both directions. */
static void
link_steps (HistoryBook *self)
{
  g_autoptr (GHashTable) by_item = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) followers = g_hash_table_new_full (
      g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = self->places->pdata[i];

      g_hash_table_insert (by_item, place->item, place);
      for (guint j = 0; j < place->references->len; j++)
        {
          const Place *earlier =
              g_hash_table_lookup (self->by_key, place->references->pdata[j]);
          GPtrArray *list;

          if (earlier == NULL || earlier == place)
            continue;
          list = g_hash_table_lookup (followers, earlier->item);
          if (list == NULL)
            {
              list = g_ptr_array_new ();
              g_hash_table_insert (followers, earlier->item, list);
            }
          g_ptr_array_add (list, place->item);
        }
    }
  for (guint i = 0; i < self->histories->len; i++)
    {
      const History *history = self->histories->pdata[i];

      for (guint j = 0; j < history->steps->len; j++)
        {
          Step *step = history->steps->pdata[j];
          const Place *place = g_hash_table_lookup (by_item, step->item);
          const GPtrArray *later = g_hash_table_lookup (followers, step->item);

          for (guint k = 0; k < place->references->len; k++)
            {
              const Place *earlier =
                  g_hash_table_lookup (self->by_key, place->references->pdata[k]);

              if (earlier != NULL && earlier != place)
                g_ptr_array_add (step->follows, g_strdup (earlier->item));
            }
          for (guint k = 0; later != NULL && k < later->len; k++)
            g_ptr_array_add (step->followed_by, g_strdup (later->pdata[k]));
        }
    }
}

/* From one date to another; -1 if either does not say its day. */
static gint
count_days (const gchar *from, const gchar *to)
{
  Date start;
  Date end;

  if (from == NULL || to == NULL || !date_parse (from, &start) || !date_parse (to, &end)
      || start.day == 0 || end.day == 0)
    return -1;
  return MAX (date_days (&end) - date_days (&start), -1);
}

static void
add_gap (History *history, const gchar *start, const gchar *end)
{
  gint days = count_days (start, end);
  Gap gap = { NULL, NULL, (guint)days };

  if (days <= 0)
    return;
  gap.start = g_strdup (start);
  gap.end = g_strdup (end);
  g_array_append_val (history->gaps, gap);
}

/* An inspection of the same council that came after it. */
static void
find_end (const HistoryBook *self, History *history)
{
  const gchar *until = NULL;

  for (guint i = 0; i < self->histories->len && history->since != NULL; i++)
    {
      const History *other = self->histories->pdata[i];

      if (other->since != NULL && strcmp (other->since, history->since) > 0
          && (until == NULL || strcmp (other->since, until) < 0)
          && council_equal (other->council, history->council))
        until = other->since;
    }
  history->until = g_strdup (until);
}

static void
close_history (const HistoryBook *self, History *history)
{
  const gchar *last = history->since;
  gboolean discussed = FALSE;

  g_ptr_array_sort (history->steps, compare_steps);
  history->as_of = g_strdup (self->on != NULL ? self->on : self->last);
  if (history->until != NULL && g_strcmp0 (history->until, history->as_of) < 0)
    {
      g_free (history->as_of);
      history->as_of = g_strdup (history->until);
    }
  for (guint i = 0; i < history->steps->len; i++)
    {
      const Step *step = history->steps->pdata[i];

      history->listed += step->mode == TAG_MODE_LISTED;
      history->discussed += step->mode == TAG_MODE_DISCUSSED;
      history->decided += step->mode == TAG_MODE_DECIDED;
      if (step->mode == TAG_MODE_LISTED)
        continue;
      discussed = TRUE;
      if (step->date == NULL)
        continue;
      add_gap (history, last, step->date);
      last = step->date;
      g_free (history->last_discussed);
      history->last_discussed = g_strdup (step->date);
    }
  add_gap (history, last, history->as_of);
  history->never_discussed = !discussed;
  history->days_since = discussed && history->last_discussed == NULL
                            ? -1
                            : count_days (last, history->as_of);
}

const GPtrArray *
history_book_close (HistoryBook *self)
{
  link_steps (self);
  for (guint i = 0; i < self->histories->len; i++)
    find_end (self, self->histories->pdata[i]);
  for (guint i = 0; i < self->histories->len; i++)
    close_history (self, self->histories->pdata[i]);
  g_ptr_array_sort (self->histories, compare_histories);
  return self->histories;
}

static const gchar *const modes[] = { "listed", "discussed", "decided" };

static const Field step_fields[] = {
  { "item", FIELD_STRING, MEMBER (Step, item), .meaning = "the item's identifier" },
  { "source", FIELD_STRING, MEMBER (Step, source), .meaning = "path as it was given" },
  { "date", FIELD_STRING_OR_NULL, MEMBER (Step, date), .meaning = "the meeting's" },
  { "body", FIELD_STRING_OR_NULL, MEMBER (Step, body), .meaning = "the meeting's" },
  { "number", FIELD_STRING, MEMBER (Step, number), .meaning = "the item's" },
  { "title", FIELD_STRING, MEMBER (Step, title), .meaning = "the item's" },
  { "mode", FIELD_ENUM, MEMBER (Step, mode), .names = modes,
    .n_names = G_N_ELEMENTS (modes), .meaning = "how far" },
  { "score", FIELD_SCORE, MEMBER (Step, score), .meaning = "chance that it is right" },
  { "exact", FIELD_STRINGS, MEMBER (Step, exact), .meaning = "the words" },
  { "resolutions", FIELD_STRINGS, MEMBER (Step, resolutions),
    .meaning = "what the item resolved" },
  { "follows", FIELD_STRINGS, MEMBER (Step, follows),
    .meaning = "earlier items that it refers to" },
  { "followed_by", FIELD_STRINGS, MEMBER (Step, followed_by),
    .meaning = "later items that refer to it" },
};
static const Shape step_shape = { "step", sizeof (Step), NULL,
                                  NULL,   step_fields,   G_N_ELEMENTS (step_fields) };

static const Field gap_fields[] = {
  { "start", FIELD_STRING, MEMBER (Gap, start), .meaning = "first day" },
  { "end", FIELD_STRING, MEMBER (Gap, end), .meaning = "last day" },
  { "days", FIELD_UINT, MEMBER (Gap, days), .meaning = "between them" },
};
static const Shape gap_shape = { "gap", sizeof (Gap), NULL,
                                 NULL,  gap_fields,   G_N_ELEMENTS (gap_fields) };

static const Field history_fields[] = {
  { "recommendation", FIELD_STRING, MEMBER (History, recommendation),
    .meaning = "identifier" },
  { "inspection", FIELD_STRING_OR_NULL, MEMBER (History, inspection),
    .meaning = "the inspection it is from" },
  { "council", FIELD_STRING_OR_NULL, MEMBER (History, council), .meaning = "whose" },
  { "number", FIELD_UINT_OR_NULL, MEMBER (History, number), .meaning = "in the report" },
  { "text", FIELD_STRING_OR_NULL, MEMBER (History, text), .meaning = "its words" },
  { "since", FIELD_STRING_OR_NULL, MEMBER (History, since),
    .meaning = "the day from which it stands" },
  { "until", FIELD_STRING_OR_NULL, MEMBER (History, until),
    .meaning = "the day on which a later inspection replaced it" },
  { "as_of", FIELD_STRING_OR_NULL, MEMBER (History, as_of),
    .meaning = "the day up to which days are counted" },
  { "listed", FIELD_UINT, MEMBER (History, listed), .meaning = "items that list it" },
  { "discussed", FIELD_UINT, MEMBER (History, discussed),
    .meaning = "items that discuss it" },
  { "decided", FIELD_UINT, MEMBER (History, decided),
    .meaning = "items that decide on it" },
  { "last_discussed", FIELD_STRING_OR_NULL, MEMBER (History, last_discussed),
    .meaning = "the day it was last discussed or decided on" },
  { "never_discussed", FIELD_BOOL, MEMBER (History, never_discussed),
    .meaning = "nobody discussed it" },
  { "days_since", FIELD_INT_OR_NULL, MEMBER (History, days_since),
    .meaning = "days from then, or from the report, to as_of" },
  { "gaps", FIELD_STRUCTS, MEMBER (History, gaps), .shape = &gap_shape,
    .meaning = "times in which nobody discussed it" },
  { "steps", FIELD_POINTERS, MEMBER (History, steps), .shape = &step_shape,
    .meaning = "the items that took it up, by date" },
};
const Shape history_shape = {
  "history", sizeof (History), NULL, NULL, history_fields, G_N_ELEMENTS (history_fields)
};
