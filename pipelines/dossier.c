/* dossier.c: bundles of records to chapters, sittings, subjects and mentions. */

#include "pipelines/dossier.h"

#include "normalise/council.h"
#include "pipelines/history_book.h"

#include <string.h>

struct Dossier
{
  GPtrArray *bundles;    /* Bundle *, as they came */
  HistoryBook *book;     /* of the recommendations */
  GHashTable *standing;  /* recommendation's identifier: Standing * */
  GPtrArray *chapters;   /* Chapter * */
  GHashTable *sittings;  /* Sitting.key: Sitting * */
  GPtrArray *businesses; /* Business *, in the order of chapters and sittings */
  GPtrArray *mentions;   /* Mention * */
  GPtrArray *warnings;   /* DossierWarning * */
  guint n_failures;
  guint n_subjects;
};

/* What a report says about one of its recommendations. */
typedef struct
{
  const gchar *council; /* (nullable) */
  const gchar *source;
  guint page;
  const ItemTags *concepts;
} Standing;

static void
business_free (gpointer data)
{
  Business *business = data;

  g_ptr_array_unref (business->mentions);
  g_free (business);
}

static void
warning_free (gpointer data)
{
  DossierWarning *warning = data;

  g_free (warning->text);
  g_free (warning);
}

Dossier *
dossier_new (void)
{
  Dossier *self = g_new0 (Dossier, 1);

  self->bundles = g_ptr_array_new_with_free_func ((GDestroyNotify)bundle_free);
  self->book = history_book_new (NULL);
  self->standing = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->chapters = g_ptr_array_new_with_free_func ((GDestroyNotify)chapter_free);
  self->sittings = g_hash_table_new (g_str_hash, g_str_equal);
  self->businesses = g_ptr_array_new_with_free_func (business_free);
  self->mentions = g_ptr_array_new_with_free_func (g_free);
  self->warnings = g_ptr_array_new_with_free_func (warning_free);
  return self;
}

void
dossier_free (Dossier *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->sittings);
  g_ptr_array_unref (self->chapters);
  g_ptr_array_unref (self->businesses);
  g_ptr_array_unref (self->mentions);
  g_ptr_array_unref (self->warnings);
  g_hash_table_unref (self->standing);
  history_book_free (self->book);
  g_ptr_array_unref (self->bundles);
  g_free (self);
}

static void
warn (Dossier *self, const gchar *source, gchar *text)
{
  DossierWarning *warning = g_new0 (DossierWarning, 1);

  warning->source = source;
  warning->text = text;
  g_ptr_array_add (self->warnings, warning);
}

static void
warn_all (Dossier *self, const Document *document)
{
  for (guint i = 0; i < document->warnings->len; i++)
    warn (self, document->source, g_strdup (document->warnings->pdata[i]));
}

static void
add_inspection (Dossier *self, const Bundle *bundle)
{
  for (guint i = 0; i < bundle->inspection->recommendations->len; i++)
    {
      const Recommendation *one = bundle->inspection->recommendations->pdata[i];
      Standing *standing = g_new0 (Standing, 1);

      standing->council = bundle->inspection->council;
      standing->source = bundle->report->source;
      standing->page = one->page;
      standing->concepts = bundle->concepts->pdata[i];
      g_hash_table_replace (self->standing, one->id, standing);
    }
  if (bundle->inspection->recommendations->len == 0)
    warn (self, bundle->report->source,
          g_strdup ("no recommendation was found in this inspection report"));
}

void
dossier_add (Dossier *self, Bundle *bundle)
{
  g_ptr_array_add (self->bundles, bundle);
  history_book_add (self->book, bundle);
  if (bundle->failure != NULL)
    self->n_failures++;
  if (bundle->inspection != NULL)
    add_inspection (self, bundle);
  if (bundle->report != NULL)
    warn_all (self, bundle->report);
  if (bundle->document != NULL)
    warn_all (self, bundle->document);
}

/* Chapters and sittings */

static Chapter *
get_chapter (Dossier *self, const gchar *council)
{
  g_autofree gchar *key = council != NULL ? council_key (council) : g_strdup ("");
  Chapter *chapter;

  for (guint i = 0; i < self->chapters->len; i++)
    {
      chapter = self->chapters->pdata[i];
      if (strcmp (chapter->key, key) == 0)
        return chapter;
    }
  chapter = chapter_new (council, key);
  g_ptr_array_add (self->chapters, chapter);
  return chapter;
}

/* What makes it one meeting: the same body on the same day, however often it is among
 * the records; else itself. */
static gchar *
make_key (const Chapter *chapter, const Meeting *meeting)
{
  g_autofree gchar *body =
      meeting->body != NULL ? g_utf8_casefold (meeting->body, -1) : NULL;

  if (body == NULL || meeting->date == NULL)
    return g_strdup (meeting->id);
  return g_strdup_printf ("%s|%s|%s", meeting->date, body, chapter->key);
}

static Sitting *
get_sitting (Dossier *self, Chapter *chapter, const Meeting *meeting)
{
  g_autofree gchar *key = make_key (chapter, meeting);
  Sitting *sitting = g_hash_table_lookup (self->sittings, key);

  if (sitting != NULL)
    {
      sitting_join (sitting, meeting);
      return sitting;
    }
  sitting = sitting_new (meeting, key);
  g_ptr_array_add (chapter->sittings, sitting);
  g_hash_table_insert (self->sittings, sitting->key, sitting);
  return sitting;
}

static void
add_business (Dossier *self, const Bundle *bundle, const Meeting *meeting,
              const Item *item, const ItemTags *tags, Sitting *sitting)
{
  Business *business;

  if (item->truncated)
    warn (self, bundle->document->source,
          g_strdup_printf ("the text of item %s is cut short in the source itself",
                           *item->number != '\0' ? item->number : item->title));
  if (tags->tags->len == 0 && tags->matches->len == 0)
    return;
  business = g_new0 (Business, 1);
  business->document = bundle->document;
  business->meeting = meeting;
  business->item = item;
  business->tags = tags;
  business->sitting = sitting;
  business->mentions = g_ptr_array_new ();
  g_ptr_array_add (self->businesses, business);
  g_ptr_array_add (sitting->business, business);
}

/* (nullable) Whose recommendation one of its items takes up, for minutes that do not say
 * whose they are, but name the inspection. */
static const gchar *
find_council (const Dossier *self, const MeetingTags *tags)
{
  for (guint i = 0; i < tags->items->len; i++)
    {
      const GPtrArray *matches = ((const ItemTags *)tags->items->pdata[i])->matches;

      for (guint j = 0; j < matches->len; j++)
        {
          const Standing *standing = g_hash_table_lookup (
              self->standing, ((const Match *)matches->pdata[j])->recommendation);

          if (standing != NULL && standing->council != NULL)
            return standing->council;
        }
    }
  return NULL;
}

/* All meetings of the bundle, with those of their items that have a tag or a match. */
static void
add_meetings (Dossier *self, const Bundle *bundle)
{
  for (guint i = 0; bundle->meetings != NULL && i < bundle->meetings->len; i++)
    {
      const Meeting *meeting = bundle->meetings->pdata[i];
      const MeetingTags *tags = bundle->tags->pdata[i];
      const gchar *council =
          meeting->council != NULL ? meeting->council : find_council (self, tags);
      Sitting *sitting = get_sitting (self, get_chapter (self, council), meeting);

      if (council != meeting->council)
        warn (
            self, bundle->document->source,
            g_strdup_printf ("it does not say whose meeting it is; it is shown with %s, "
                             "whose inspection it names",
                             council));
      if (meeting->date == NULL)
        warn (self, bundle->document->source,
              g_strdup_printf ("no date was found for this meeting (%s)", sitting->body));
      for (guint j = 0; j < meeting->items->len; j++)
        add_business (self, bundle, meeting, meeting->items->pdata[j],
                      tags->items->pdata[j], sitting);
    }
}

static void
add_recommendations (Dossier *self)
{
  const GPtrArray *histories = history_book_close (self->book);

  for (guint i = 0; i < histories->len; i++)
    {
      const History *history = histories->pdata[i];
      Subject *subject = chapter_add_subject (get_chapter (self, history->council),
                                              history->recommendation);
      const Standing *standing =
          g_hash_table_lookup (self->standing, history->recommendation);

      subject->history = history;
      subject->text = history->text != NULL ? history->text : history->recommendation;
      if (standing == NULL)
        continue;
      subject->source = g_strdup (standing->source);
      subject->page = standing->page;
      for (guint j = 0; j < standing->concepts->tags->len; j++)
        g_ptr_array_add (subject->concepts,
                         g_strdup (((Tag *)standing->concepts->tags->pdata[j])->concept));
    }
}

/* Mentions */

static void
mention (Dossier *self, Subject *subject, Business *business, TagMode mode, gdouble score,
         const GArray *evidence)
{
  Mention *one = g_new0 (Mention, 1);

  one->subject = subject;
  one->business = business;
  one->mode = mode;
  one->score = score;
  one->evidence = evidence;
  g_ptr_array_add (self->mentions, one);
  one->number = self->mentions->len;
  g_ptr_array_add (subject->mentions, one);
  g_ptr_array_add (business->mentions, one);
  subject->counts[mode]++;
}

static void
mention_all (Dossier *self, const Chapter *chapter, GHashTable *subjects,
             Business *business)
{
  const GPtrArray *list =
      chapter->concepts ? business->tags->tags : business->tags->matches;

  for (guint i = 0; i < list->len; i++)
    {
      const Tag *tag = chapter->concepts ? list->pdata[i] : NULL;
      const Match *match = chapter->concepts ? NULL : list->pdata[i];
      Subject *subject = g_hash_table_lookup (
          subjects, tag != NULL ? tag->concept : match->recommendation);

      if (subject == NULL)
        continue; /* a recommendation of another council */
      if (tag != NULL)
        mention (self, subject, business, tag->mode, tag->score, tag->evidence);
      else
        mention (self, subject, business, match->mode, match->score, match->evidence);
    }
}

static void
fill_chapter (Dossier *self, Chapter *chapter)
{
  g_autoptr (GHashTable) subjects = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < chapter->subjects->len; i++)
    {
      Subject *subject = chapter->subjects->pdata[i];

      subject->number = ++self->n_subjects;
      g_hash_table_insert (subjects, subject->id, subject);
    }
  for (guint i = 0; i < chapter->sittings->len; i++)
    {
      const GPtrArray *businesses =
          ((const Sitting *)chapter->sittings->pdata[i])->business;

      for (guint j = 0; j < businesses->len; j++)
        mention_all (self, chapter, subjects, businesses->pdata[j]);
    }
  for (guint i = 0; i < chapter->subjects->len; i++)
    subject_judge (chapter->subjects->pdata[i]);
}

/* Items that a subject of the page speaks of, in the order of their sittings. */
static void
number_businesses (Dossier *self)
{
  GPtrArray *kept = g_ptr_array_new_with_free_func (business_free);

  g_ptr_array_set_free_func (self->businesses, NULL);
  for (guint i = 0; i < self->chapters->len; i++)
    {
      const Chapter *chapter = self->chapters->pdata[i];

      for (guint j = 0; j < chapter->sittings->len; j++)
        {
          GPtrArray *businesses = ((Sitting *)chapter->sittings->pdata[j])->business;

          for (guint k = 0; k < businesses->len; k++)
            {
              Business *business = businesses->pdata[k];

              g_ptr_array_add (kept, business);
              business->number = kept->len;
            }
        }
    }
  g_ptr_array_unref (self->businesses);
  self->businesses = kept;
}

void
dossier_close (Dossier *self)
{
  gboolean concepts = TRUE;

  for (guint i = 0; i < self->bundles->len; i++)
    add_meetings (self, self->bundles->pdata[i]);
  add_recommendations (self);
  g_ptr_array_sort (self->chapters, chapter_compare);
  for (guint i = 0; i < self->chapters->len; i++)
    concepts = concepts && ((Chapter *)self->chapters->pdata[i])->subjects->len == 0;
  for (guint i = 0; i < self->chapters->len; i++)
    {
      Chapter *chapter = self->chapters->pdata[i];

      chapter_sort (chapter);
      /* Nothing can be said of a meeting whose council is not known, where others are
       * held against the recommendations of theirs. */
      if (!concepts && chapter->council == NULL && chapter->subjects->len == 0)
        chapter->nameless = TRUE;
      else if (chapter->subjects->len == 0)
        chapter_add_concepts (chapter);
      fill_chapter (self, chapter);
    }
  number_businesses (self);
}

const GPtrArray *
dossier_get_chapters (const Dossier *self)
{
  return self->chapters;
}

const GPtrArray *
dossier_get_businesses (const Dossier *self)
{
  return self->businesses;
}

const GPtrArray *
dossier_get_bundles (const Dossier *self)
{
  return self->bundles;
}

const GPtrArray *
dossier_get_warnings (const Dossier *self)
{
  return self->warnings;
}

guint
dossier_count_failures (const Dossier *self)
{
  return self->n_failures;
}
