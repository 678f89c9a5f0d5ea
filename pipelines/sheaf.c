/* sheaf.c: rows back into bundles, the opposite of rows.c. */

#include "pipelines/sheaf.h"

#include "pipelines/offsets.h"

#include <string.h>

/* An item, and what turns offsets in characters into spans. */
typedef struct
{
  Item *item;
  ItemTags *tags;
  Offsets *offsets;
} Place;

/* By the structs' own identifiers, or by the numbers of their rows. */
struct Sheaf
{
  GPtrArray *bundles;
  GHashTable *documents;       /* Bundle * */
  GHashTable *meetings;        /* Meeting * */
  GHashTable *meeting_tags;    /* MeetingTags *, by the meeting */
  GHashTable *items;           /* Place * */
  GHashTable *inspections;     /* Bundle * */
  GHashTable *recommendations; /* ItemTags *: its concepts */
};

typedef struct
{
  Sheaf *sheaf;
  const Table *table;
  const gchar *const *values;
  gboolean ok; /* so far: each value is one that heed wrote */
} Row;

static void
place_free (gpointer data)
{
  offsets_free (((Place *)data)->offsets);
  g_free (data);
}

Sheaf *
sheaf_new (void)
{
  Sheaf *sheaf = g_new0 (Sheaf, 1);

  sheaf->bundles = g_ptr_array_new_with_free_func ((GDestroyNotify)bundle_free);
  sheaf->documents = g_hash_table_new (g_str_hash, g_str_equal);
  sheaf->meetings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sheaf->meeting_tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sheaf->items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, place_free);
  sheaf->inspections = g_hash_table_new (g_str_hash, g_str_equal);
  sheaf->recommendations = g_hash_table_new (g_str_hash, g_str_equal);
  return sheaf;
}

void
sheaf_free (Sheaf *sheaf)
{
  if (sheaf == NULL)
    return;
  g_hash_table_unref (sheaf->documents);
  g_hash_table_unref (sheaf->meetings);
  g_hash_table_unref (sheaf->meeting_tags);
  g_hash_table_unref (sheaf->items);
  g_hash_table_unref (sheaf->inspections);
  g_hash_table_unref (sheaf->recommendations);
  g_ptr_array_unref (sheaf->bundles);
  g_free (sheaf);
}

/* Values */

static const gchar *
get (const Row *row, const gchar *name)
{
  for (guint i = 0; row->table->columns[i].name != NULL; i++)
    if (strcmp (row->table->columns[i].name, name) == 0)
      return row->values[i];
  g_assert_not_reached ();
}

static gchar *
copy (const Row *row, const gchar *name)
{
  return g_strdup (get (row, name));
}

/* Of a column that is never null. */
static gchar *
copy_text (Row *row, const gchar *name)
{
  const gchar *text = get (row, name);

  row->ok = row->ok && text != NULL;
  return g_strdup (text != NULL ? text : "");
}

static guint64
get_number (const Row *row, const gchar *name)
{
  const gchar *text = get (row, name);

  return text != NULL ? g_ascii_strtoull (text, NULL, 10) : 0;
}

static guint
get_page (const Row *row, const gchar *name)
{
  return (guint)MIN (get_number (row, name), G_MAXINT32);
}

/* -1 for null. */
static gint
get_votes (const Row *row, const gchar *name)
{
  return get (row, name) != NULL ? (gint)get_page (row, name) : -1;
}

static gdouble
get_real (const Row *row, const gchar *name)
{
  const gchar *text = get (row, name);

  return text != NULL ? g_ascii_strtod (text, NULL) : 0;
}

static gint
get_enum (Row *row, const gchar *name)
{
  gint value = 0;

  row->ok = table_find_value (row->table, name, get (row, name), &value) && row->ok;
  return value;
}

/* 2023-07-01 and "month" are "2023-07". */
static gchar *
copy_date (const Row *row, const gchar *name)
{
  g_autofree gchar *of = g_strconcat (name, "_precision", NULL);
  const gchar *day = get (row, name);
  const gchar *precision = get (row, of);

  return day == NULL || precision == NULL   ? NULL
         : strcmp (precision, "year") == 0  ? g_strndup (day, 4)
         : strcmp (precision, "month") == 0 ? g_strndup (day, 7)
                                            : g_strdup (day);
}

static Box
get_box (const Row *row)
{
  return (Box){ get_real (row, "x0"), get_real (row, "y0"), get_real (row, "x1"),
                get_real (row, "y1") };
}

static Span
get_span (Row *row, const Place *place)
{
  gsize length = offsets_get_length (place->offsets);
  guint64 start = get_number (row, "start_offset");
  guint64 end = get_number (row, "end_offset");

  row->ok = row->ok && start <= end && end <= length;
  if (!row->ok)
    return (Span){ 0, 0 };
  return (Span){ offsets_to_bytes (place->offsets, start),
                 offsets_to_bytes (place->offsets, end) };
}

/* What the row belongs to; NULL if it is not there. */
static gpointer
find (Row *row, GHashTable *owners, const gchar *name)
{
  const gchar *id = get (row, name);
  gpointer owner = id != NULL ? g_hash_table_lookup (owners, id) : NULL;

  row->ok = row->ok && owner != NULL;
  return owner;
}

/* Documents, meetings */

static void
read_document (Row *row)
{
  Bundle *bundle = bundle_new ();
  g_autofree gchar *id = copy_text (row, "document");
  g_autofree gchar *source = copy_text (row, "source");
  Document *document = document_new (id, source, get (row, "media_type"));

  document->bytes = get_number (row, "bytes");
  document->n_pages = get_page (row, "pages");
  document->title = copy (row, "title");
  document->producer = copy (row, "producer");
  document->text_layer = get_enum (row, "text_layer");
  bundle->document = document;
  bundle->made_with = copy_text (row, "made_with");
  bundle->meetings = g_ptr_array_new_with_free_func ((GDestroyNotify)meeting_free);
  bundle->tags = g_ptr_array_new_with_free_func ((GDestroyNotify)meeting_tags_free);
  g_ptr_array_add (row->sheaf->bundles, bundle);
  g_hash_table_insert (row->sheaf->documents, document->id, bundle);
}

static void
read_warning (Row *row)
{
  Bundle *bundle = find (row, row->sheaf->documents, "document");

  if (bundle != NULL)
    g_ptr_array_add (bundle->document->warnings, copy_text (row, "warning"));
}

static void
read_meeting (Row *row)
{
  Bundle *bundle = find (row, row->sheaf->documents, "document");
  Meeting *meeting;
  MeetingTags *tags;

  if (bundle == NULL)
    return;
  meeting = meeting_new ();
  tags = meeting_tags_new ();
  meeting->id = copy_text (row, "meeting");
  meeting->kind = get_enum (row, "kind");
  meeting->status = get_enum (row, "status");
  meeting->council = copy (row, "council");
  meeting->body = copy (row, "body");
  meeting->date = copy_date (row, "date");
  meeting->time = copy (row, "time");
  meeting->venue = copy (row, "venue");
  meeting->chair = copy (row, "chair");
  meeting->page_start = get_page (row, "page_start");
  meeting->page_end = get_page (row, "page_end");
  g_ptr_array_add (bundle->meetings, meeting);
  g_ptr_array_add (bundle->tags, tags);
  g_hash_table_insert (row->sheaf->meetings, copy_text (row, "id"), meeting);
  g_hash_table_insert (row->sheaf->meeting_tags, copy_text (row, "id"), tags);
}

static void
read_person (Row *row)
{
  Meeting *meeting = find (row, row->sheaf->meetings, "meeting_id");
  g_autofree gchar *attendance = copy_text (row, "attendance");
  Person person = { NULL, NULL };

  if (meeting == NULL)
    return;
  person.name = copy_text (row, "name");
  person.role = copy (row, "role");
  g_array_append_val (*(strcmp (attendance, "present") == 0 ? &meeting->present
                        : strcmp (attendance, "apologies") == 0
                            ? &meeting->apologies
                            : &meeting->in_attendance),
                      person);
}

/* Items and their lists */

static void
read_item (Row *row)
{
  Meeting *meeting = find (row, row->sheaf->meetings, "meeting_id");
  MeetingTags *tags = find (row, row->sheaf->meeting_tags, "meeting_id");
  Place *place;
  const gchar *truncated = get (row, "truncated");

  if (meeting == NULL || tags == NULL)
    return;
  place = g_new0 (Place, 1);
  place->item = item_new ();
  place->tags = item_tags_new ();
  place->item->id = copy_text (row, "item");
  place->item->number = copy_text (row, "number");
  place->item->agenda_number = copy (row, "agenda_number");
  place->item->title = copy_text (row, "title");
  place->item->text = copy_text (row, "text");
  place->item->page_start = get_page (row, "page_start");
  place->item->page_end = get_page (row, "page_end");
  /* SQLite's true is 1, PostgreSQL's t. */
  place->item->truncated = truncated != NULL && (*truncated == '1' || *truncated == 't');
  place->offsets = offsets_new (place->item->text);
  g_ptr_array_add (meeting->items, place->item);
  g_ptr_array_add (tags->items, place->tags);
  g_hash_table_insert (row->sheaf->items, copy_text (row, "id"), place);
}

static void
read_resolution (Row *row)
{
  const Place *place = find (row, row->sheaf->items, "item_id");
  Resolution one;

  if (place == NULL)
    return;
  one = (Resolution){ copy_text (row, "number"), get_enum (row, "kind"),
                      copy (row, "verb"), get_span (row, place) };
  g_array_append_val (place->item->resolutions, one);
}

static void
read_vote (Row *row)
{
  const Place *place = find (row, row->sheaf->items, "item_id");
  Vote vote;

  if (place == NULL)
    return;
  vote = (Vote){ get_enum (row, "result"), get_votes (row, "votes_for"),
                 get_votes (row, "votes_against"), get_votes (row, "abstained"),
                 get_span (row, place) };
  g_array_append_val (place->item->votes, vote);
}

static void
read_action (Row *row)
{
  const Place *place = find (row, row->sheaf->items, "item_id");
  Action action;

  if (place == NULL)
    return;
  action = (Action){ copy (row, "owner"), copy (row, "due"), get_span (row, place) };
  g_array_append_val (place->item->actions, action);
}

static void
read_reference (Row *row)
{
  const Place *place = find (row, row->sheaf->items, "item_id");
  Reference one;

  if (place == NULL)
    return;
  one =
      (Reference){ copy (row, "minute"), copy_date (row, "date"), get_span (row, place) };
  g_array_append_val (place->item->references, one);
}

static void
read_mention (Row *row)
{
  const Place *place = find (row, row->sheaf->items, "item_id");
  InspectionMention one;

  if (place == NULL)
    return;
  one = (InspectionMention){ copy (row, "framework"), copy (row, "kind"),
                             copy_date (row, "date"), copy_date (row, "published"),
                             judgements_new (),       get_span (row, place) };
  g_array_append_val (place->item->inspections, one);
}

static void
read_mention_judgement (Row *row)
{
  const Place *place = find (row, row->sheaf->items, "item_id");
  guint64 position = get_number (row, "inspection_position");
  Judgement one;

  row->ok = row->ok && position >= 1 && position <= place->item->inspections->len;
  if (!row->ok)
    return;
  one = (Judgement){ copy_text (row, "judgement"), copy_text (row, "grade") };
  g_array_append_val (
      g_array_index (place->item->inspections, InspectionMention, position - 1)
          .judgements,
      one);
}

static void
read_tag (Row *row)
{
  const Place *place = find (row, row->sheaf->items, "item_id");
  Tag *tag;

  if (place == NULL)
    return;
  tag = tag_new ();
  tag->concept = copy_text (row, "concept");
  tag->label = copy_text (row, "label");
  tag->theme = copy (row, "theme");
  tag->score = get_real (row, "score");
  tag->mode = get_enum (row, "mode");
  tag->reason = copy (row, "reason");
  g_ptr_array_add (place->tags->tags, tag);
}

static void
read_match (Row *row)
{
  const Place *place = find (row, row->sheaf->items, "item_id");
  Match *match;

  if (place == NULL)
    return;
  match = match_new ();
  match->recommendation = copy_text (row, "recommendation");
  match->text = copy_text (row, "exact_text");
  match->score = get_real (row, "score");
  match->mode = get_enum (row, "mode");
  g_ptr_array_add (place->tags->matches, match);
}

static void
add_evidence (Row *row, const Place *place, GArray *list)
{
  Evidence one = { get_span (row, place), g_array_new (FALSE, TRUE, sizeof (PageBox)) };
  PageBox at = { get_page (row, "page"), get_box (row) };

  if (at.page > 0)
    g_array_append_val (one.boxes, at);
  g_array_append_val (list, one);
}

static void
read_tag_evidence (Row *row)
{
  const Place *place = find (row, row->sheaf->items, "item_id");

  for (guint i = 0; place != NULL && i < place->tags->tags->len; i++)
    {
      Tag *tag = place->tags->tags->pdata[i];

      if (g_strcmp0 (tag->concept, get (row, "concept")) == 0)
        add_evidence (row, place, tag->evidence);
    }
}

static void
read_match_evidence (Row *row)
{
  const Place *place = find (row, row->sheaf->items, "item_id");

  for (guint i = 0; place != NULL && i < place->tags->matches->len; i++)
    {
      Match *match = place->tags->matches->pdata[i];

      if (g_strcmp0 (match->recommendation, get (row, "recommendation")) == 0)
        add_evidence (row, place, match->evidence);
    }
}

/* Inspections, failures */

/* The document turns out to be a report. */
static void
read_inspection (Row *row)
{
  Bundle *bundle = find (row, row->sheaf->documents, "document");
  Inspection *one;

  row->ok = row->ok && bundle->inspection == NULL;
  if (!row->ok)
    return;
  one = inspection_new ();
  one->id = copy_text (row, "inspection");
  one->council = copy (row, "council");
  one->urn = copy (row, "urn");
  one->framework = copy (row, "framework");
  one->kind = copy (row, "kind");
  one->start = copy_date (row, "start_date");
  one->end = copy_date (row, "end_date");
  one->published = copy_date (row, "published");
  bundle->inspection = one;
  bundle->report = g_steal_pointer (&bundle->document);
  bundle->concepts = g_ptr_array_new_with_free_func ((GDestroyNotify)item_tags_free);
  g_clear_pointer (&bundle->meetings, g_ptr_array_unref);
  g_clear_pointer (&bundle->tags, g_ptr_array_unref);
  g_hash_table_insert (row->sheaf->inspections, one->id, bundle);
}

static void
read_judgement (Row *row)
{
  Bundle *bundle = find (row, row->sheaf->inspections, "inspection");
  Judgement one;

  if (bundle == NULL)
    return;
  one = (Judgement){ copy_text (row, "judgement"), copy_text (row, "grade") };
  g_array_append_val (bundle->inspection->judgements, one);
}

static void
read_recommendation (Row *row)
{
  Bundle *bundle = find (row, row->sheaf->inspections, "inspection");
  Recommendation *one;
  ItemTags *concepts;

  if (bundle == NULL)
    return;
  one = recommendation_new ();
  concepts = item_tags_new ();
  one->id = copy_text (row, "recommendation");
  one->number = get_page (row, "number");
  one->text = copy_text (row, "text");
  one->section = copy (row, "section");
  one->heading = copy (row, "heading");
  one->reference = copy (row, "reference");
  one->footnote = copy (row, "footnote");
  one->page = get_page (row, "page");
  one->box = get_box (row);
  g_ptr_array_add (bundle->inspection->recommendations, one);
  g_ptr_array_add (bundle->concepts, concepts);
  g_hash_table_insert (row->sheaf->recommendations, one->id, concepts);
}

static void
read_concept (Row *row)
{
  ItemTags *concepts = find (row, row->sheaf->recommendations, "recommendation");
  Tag *tag;

  if (concepts == NULL)
    return;
  tag = tag_new ();
  tag->concept = copy_text (row, "concept");
  tag->score = get_real (row, "score");
  g_ptr_array_add (concepts->tags, tag);
}

static void
read_failure (Row *row)
{
  Bundle *bundle = bundle_new ();
  gint reason = get_enum (row, "reason");

  bundle->failure = failure_new (get (row, "source"), get (row, "document"),
                                 get (row, "stage"), reason, get (row, "detail"));
  bundle->made_with = copy (row, "made_with");
  g_ptr_array_add (row->sheaf->bundles, bundle);
}

static void (*const readers[N_TABLES]) (Row *row) = {
  [TABLE_DOCUMENTS] = read_document,
  [TABLE_WARNINGS] = read_warning,
  [TABLE_MEETINGS] = read_meeting,
  [TABLE_ATTENDANCE] = read_person,
  [TABLE_ITEMS] = read_item,
  [TABLE_RESOLUTIONS] = read_resolution,
  [TABLE_VOTES] = read_vote,
  [TABLE_ACTIONS] = read_action,
  [TABLE_REFERENCES] = read_reference,
  [TABLE_MENTIONS] = read_mention,
  [TABLE_MENTION_JUDGEMENTS] = read_mention_judgement,
  [TABLE_INSPECTIONS] = read_inspection,
  [TABLE_JUDGEMENTS] = read_judgement,
  [TABLE_RECOMMENDATIONS] = read_recommendation,
  [TABLE_CONCEPTS] = read_concept,
  [TABLE_TAGS] = read_tag,
  [TABLE_TAG_EVIDENCE] = read_tag_evidence,
  [TABLE_MATCHES] = read_match,
  [TABLE_MATCH_EVIDENCE] = read_match_evidence,
  [TABLE_FAILURES] = read_failure,
};

gboolean
sheaf_add (Sheaf *sheaf, TableId table, const gchar *const *values, GError **error)
{
  Row row = { sheaf, &tables[table], values, TRUE };

  readers[table](&row);
  if (!row.ok)
    g_set_error (error, ROWS_ERROR, ROWS_ERROR_INVALID, "a row of %s is none of heed's",
                 tables[table].name);
  return row.ok;
}

const GPtrArray *
sheaf_get_bundles (const Sheaf *sheaf)
{
  return sheaf->bundles;
}
