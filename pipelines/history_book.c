/* history_book.c: records of meetings and inspections become a history for each
 * recommendation. */

#include "pipelines/diary.h"
#include "pipelines/history_book.h"

#include <string.h>

/* Words and resolutions of one step; longer lists are cut. */
#define MAX_WORDS 8

/* What an item is found by when a later one refers to it. */
typedef struct
{
  gchar *item;
  gchar *key;            /* (nullable) council, body, date and number */
  GPtrArray *references; /* gchar *: keys */
  guint bundle;          /* the one that it came with */
} Place;

/* A day of which there is a record. */
typedef struct
{
  gchar *date;
  gchar *body;           /* (nullable) */
  gchar *council;        /* (nullable) */
  gchar *recommendation; /* (nullable) that was taken up */
  gboolean held;         /* a meeting indeed */
  guint bundle;
} Day;

struct HistoryBook
{
  gchar *on;
  gchar *last; /* (nullable) the last date of all meetings, once closed */
  GPtrArray *histories;
  GHashTable *by_id;  /* recommendation's identifier: History * */
  GPtrArray *places;  /* Place * */
  GArray *days;       /* Day */
  GHashTable *by_key; /* Place.key: Place *, once closed */
  guint n_bundles;
  GHashTable *latest; /* identifier of a document or inspection: the bundle that it came
                         with last, from 1 */
  GHashTable *stale;  /* bundles of which a later one took the place, as in a database */
};

static void
place_free (gpointer data)
{
  Place *place = data;

  g_free (place->item);
  g_free (place->key);
  g_ptr_array_unref (place->references);
  g_free (place);
}

static void
day_clear (gpointer data)
{
  Day *day = data;

  g_free (day->date);
  g_free (day->body);
  g_free (day->council);
  g_free (day->recommendation);
}

HistoryBook *
history_book_new (const gchar *on)
{
  HistoryBook *self = g_new0 (HistoryBook, 1);

  self->on = g_strdup (on);
  self->histories = g_ptr_array_new_with_free_func (history_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->places = g_ptr_array_new_with_free_func (place_free);
  self->days = g_array_new (FALSE, FALSE, sizeof (Day));
  g_array_set_clear_func (self->days, day_clear);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->latest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->stale = g_hash_table_new (NULL, NULL);
  return self;
}

void
history_book_free (HistoryBook *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->stale);
  g_hash_table_unref (self->latest);
  g_hash_table_unref (self->by_key);
  g_array_unref (self->days);
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
  history = history_new ();
  history->recommendation = g_strdup (id);
  g_ptr_array_add (self->histories, history);
  g_hash_table_insert (self->by_id, history->recommendation, history);
  return history;
}

static void
set_text (gchar **member, const gchar *text)
{
  g_free (*member);
  *member = g_strdup (text);
}

static void
add_inspection (HistoryBook *self, const Inspection *inspection)
{
  for (guint i = 0; i < inspection->recommendations->len; i++)
    {
      const Recommendation *one = inspection->recommendations->pdata[i];
      History *history = get_history (self, one->id);

      set_text (&history->inspection, inspection->id);
      set_text (&history->council, inspection->council);
      set_text (&history->since,
                inspection->published != NULL ? inspection->published : inspection->end);
      set_text (&history->text, one->text);
      history->number = one->number;
      history->bundle = self->n_bundles;
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
    place->key = make_key (meeting, meeting->date, item->number);
  place->bundle = self->n_bundles;
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
  Step *step = step_new ();

  step->text = g_strdup (match->text);
  step->council = g_strdup (meeting->council);
  step->bundle = self->n_bundles;
  step->item = g_strdup (item->id);
  step->source = g_strdup (bundle->document->source);
  step->date = g_strdup (meeting->date);
  step->body = g_strdup (meeting->body);
  step->number = g_strdup (item->number);
  step->title = g_strdup (item->title);
  step->mode = match->mode;
  step->score = match->score;
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
add_day (HistoryBook *self, const Meeting *meeting, const MeetingTags *tags)
{
  Day day = { .date = g_strdup (meeting->date),
              .body = g_strdup (meeting->body),
              .council = g_strdup (meeting->council),
              .held = meeting->status != MEETING_STATUS_CANCELLED
                      && meeting->kind != MEETING_KIND_ARTICLE,
              .bundle = self->n_bundles };

  for (guint i = 0; i < tags->items->len && day.recommendation == NULL; i++)
    {
      const GPtrArray *matches = ((const ItemTags *)tags->items->pdata[i])->matches;

      if (matches->len > 0)
        day.recommendation =
            g_strdup (((const Match *)matches->pdata[0])->recommendation);
    }
  g_array_append_val (self->days, day);
}

static void
add_meeting (HistoryBook *self, const Bundle *bundle, const Meeting *meeting,
             const MeetingTags *tags)
{
  if (meeting->date != NULL)
    add_day (self, meeting, tags);
  for (guint i = 0; i < meeting->items->len; i++)
    {
      const Item *item = meeting->items->pdata[i];
      const GPtrArray *matches = ((ItemTags *)tags->items->pdata[i])->matches;

      add_place (self, meeting, item);
      for (guint j = 0; j < matches->len; j++)
        add_step (self, bundle, meeting, item, matches->pdata[j]);
    }
}

/* Of a document, or an inspection, that comes again the last counts, as in a database. */
static void
note_identifier (HistoryBook *self, const gchar *id)
{
  gpointer before = g_hash_table_lookup (self->latest, id);

  if (before != NULL)
    g_hash_table_add (self->stale, before);
  g_hash_table_insert (self->latest, g_strdup (id), GUINT_TO_POINTER (self->n_bundles));
}

void
history_book_add (HistoryBook *self, const Bundle *bundle)
{
  if (bundle->failure != NULL)
    return;
  self->n_bundles++;
  note_identifier (self, bundle->inspection != NULL ? bundle->report->id
                                                    : bundle->document->id);
  if (bundle->inspection != NULL)
    note_identifier (self, bundle->inspection->id);
  if (bundle->inspection != NULL)
    add_inspection (self, bundle->inspection);
  for (guint i = 0; bundle->meetings != NULL && i < bundle->meetings->len; i++)
    add_meeting (self, bundle, bundle->meetings->pdata[i], bundle->tags->pdata[i]);
}

/* Closing */

static gint
compare_histories (gconstpointer a, gconstpointer b)
{
  return history_compare (*(const History *const *)a, *(const History *const *)b);
}

static gboolean
is_stale (const HistoryBook *self, guint bundle)
{
  return g_hash_table_contains (self->stale, GUINT_TO_POINTER (bundle));
}

static gint
compare_places (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const Place *const *)a)->item, (*(const Place *const *)b)->item);
}

/* Leaves out what later bundles took the place of, and puts the rest in an order that is
 * not that of the bundles. */
static void
tidy (HistoryBook *self)
{
  for (guint i = self->places->len; i > 0; i--)
    if (is_stale (self, ((const Place *)self->places->pdata[i - 1])->bundle))
      g_ptr_array_remove_index_fast (self->places, i - 1);
  g_ptr_array_sort (self->places, compare_places);
  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = self->places->pdata[i];

      if (place->key != NULL && !g_hash_table_contains (self->by_key, place->key))
        g_hash_table_insert (self->by_key, place->key, place);
    }
  for (guint i = 0; i < self->days->len; i++)
    {
      const Day *day = &g_array_index (self->days, Day, i);

      if (!is_stale (self, day->bundle) && g_strcmp0 (day->date, self->last) > 0)
        set_text (&self->last, day->date);
    }
}

/* A recommendation whose report is not there is known from the items that took it up. */
static void
tidy_history (const HistoryBook *self, History *history)
{
  for (guint i = history->steps->len; i > 0; i--)
    if (is_stale (self, ((const Step *)history->steps->pdata[i - 1])->bundle))
      g_ptr_array_remove_index_fast (history->steps, i - 1);
  history_sort (history);
  if (is_stale (self, history->bundle))
    {
      g_clear_pointer (&history->inspection, g_free);
      g_clear_pointer (&history->since, g_free);
      history->number = 0;
    }
  if (history->inspection == NULL && history->steps->len > 0)
    {
      set_text (&history->council, ((const Step *)history->steps->pdata[0])->council);
      set_text (&history->text, ((const Step *)history->steps->pdata[0])->text);
    }
}

static void
tidy_histories (HistoryBook *self)
{
  for (guint i = self->histories->len; i > 0; i--)
    {
      History *history = self->histories->pdata[i - 1];

      tidy_history (self, history);
      if (history->inspection != NULL || history->steps->len > 0)
        continue;
      g_hash_table_remove (self->by_id, history->recommendation);
      g_ptr_array_remove_index_fast (self->histories, i - 1);
    }
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

/* (nullable) Whose meeting it was: whose it says to be, or else whose recommendation it
 * takes up. */
static const gchar *
find_council (const HistoryBook *self, const Day *day)
{
  const History *history;

  if (day->council != NULL || day->recommendation == NULL)
    return day->council;
  history = g_hash_table_lookup (self->by_id, day->recommendation);
  return history->council;
}

static Diary *
make_diary (const HistoryBook *self)
{
  Diary *diary = diary_new ();

  for (guint i = 0; i < self->days->len; i++)
    {
      const Day *day = &g_array_index (self->days, Day, i);
      const gchar *council =
          day->held && !is_stale (self, day->bundle) ? find_council (self, day) : NULL;

      if (council != NULL)
        diary_add (diary, council, day->date, day->body);
    }
  return diary;
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

const GPtrArray *
history_book_close (HistoryBook *self)
{
  g_autoptr (Diary) diary = NULL;

  tidy (self);
  tidy_histories (self);
  link_steps (self);
  diary = make_diary (self);
  for (guint i = 0; i < self->histories->len; i++)
    find_end (self, self->histories->pdata[i]);
  for (guint i = 0; i < self->histories->len; i++)
    {
      History *history = self->histories->pdata[i];

      history_close (history, self->on != NULL ? self->on : self->last);
      history->meetings = diary_count (diary, history->council, history->since,
                                       history->until, history->as_of);
    }
  g_ptr_array_sort (self->histories, compare_histories);
  return self->histories;
}
