/* sheaf.c: rows back into bundles, the opposite of rows.c. */

#include "pipelines/sheaf.h"

#include "pipelines/offsets.h"
#include "pipelines/row.h"

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

static Span
get_span (Row *row, const Place *place)
{
  gsize length = offsets_get_length (place->offsets);
  guint64 start = row_get_number (row, "start_offset");
  guint64 end = row_get_number (row, "end_offset");

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
  const gchar *id = row_get (row, name);
  gpointer owner = id != NULL ? g_hash_table_lookup (owners, id) : NULL;

  row->ok = row->ok && owner != NULL;
  return owner;
}

/* Documents, meetings */

static void
read_document (Row *row)
{
  Bundle *bundle = bundle_new ();
  g_autofree gchar *id = row_copy_text (row, "document");
  g_autofree gchar *source = row_copy_text (row, "source");
  Document *document = document_new (id, source, row_get (row, "media_type"));

  document->bytes = row_get_number (row, "bytes");
  document->n_pages = row_get_page (row, "pages");
  document->title = row_copy (row, "title");
  document->producer = row_copy (row, "producer");
  document->text_layer = row_get_enum (row, "text_layer");
  bundle->document = document;
  bundle->made_with = row_copy_text (row, "made_with");
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
    g_ptr_array_add (bundle->document->warnings, row_copy_text (row, "warning"));
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
  meeting->id = row_copy_text (row, "meeting");
  meeting->kind = row_get_enum (row, "kind");
  meeting->status = row_get_enum (row, "status");
  meeting->council = row_copy (row, "council");
  meeting->body = row_copy (row, "body");
  meeting->date = row_copy_date (row, "date");
  meeting->time = row_copy (row, "time");
  meeting->venue = row_copy (row, "venue");
  meeting->chair = row_copy (row, "chair");
  meeting->page_start = row_get_page (row, "page_start");
  meeting->page_end = row_get_page (row, "page_end");
  g_ptr_array_add (bundle->meetings, meeting);
  g_ptr_array_add (bundle->tags, tags);
  g_hash_table_insert (row->sheaf->meetings, row_copy_text (row, "id"), meeting);
  g_hash_table_insert (row->sheaf->meeting_tags, row_copy_text (row, "id"), tags);
}

static void
read_person (Row *row)
{
  Meeting *meeting = find (row, row->sheaf->meetings, "meeting_id");
  g_autofree gchar *attendance = row_copy_text (row, "attendance");
  Person person = { NULL, NULL };

  if (meeting == NULL)
    return;
  person.name = row_copy_text (row, "name");
  person.role = row_copy (row, "role");
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
  const gchar *truncated = row_get (row, "truncated");

  if (meeting == NULL || tags == NULL)
    return;
  place = g_new0 (Place, 1);
  place->item = item_new ();
  place->tags = item_tags_new ();
  place->item->id = row_copy_text (row, "item");
  place->item->number = row_copy_text (row, "number");
  place->item->agenda_number = row_copy (row, "agenda_number");
  place->item->title = row_copy_text (row, "title");
  place->item->text = row_copy_text (row, "text");
  place->item->page_start = row_get_page (row, "page_start");
  place->item->page_end = row_get_page (row, "page_end");
  /* SQLite's true is 1, PostgreSQL's t. */
  place->item->truncated = truncated != NULL && (*truncated == '1' || *truncated == 't');
  place->offsets = offsets_new (place->item->text);
  g_ptr_array_add (meeting->items, place->item);
  g_ptr_array_add (tags->items, place->tags);
  g_hash_table_insert (row->sheaf->items, row_copy_text (row, "id"), place);
}

static void
read_resolution (Row *row)
{
  const Place *place = find (row, row->sheaf->items, "item_id");
  Resolution one;

  if (place == NULL)
    return;
  one = (Resolution){ row_copy_text (row, "number"), row_get_enum (row, "kind"),
                      row_copy (row, "verb"), get_span (row, place) };
  g_array_append_val (place->item->resolutions, one);
}

static void
read_vote (Row *row)
{
  const Place *place = find (row, row->sheaf->items, "item_id");
  Vote vote;

  if (place == NULL)
    return;
  vote = (Vote){ row_get_enum (row, "result"), row_get_votes (row, "votes_for"),
                 row_get_votes (row, "votes_against"), row_get_votes (row, "abstained"),
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
  action =
      (Action){ row_copy (row, "owner"), row_copy (row, "due"), get_span (row, place) };
  g_array_append_val (place->item->actions, action);
}

static void
read_reference (Row *row)
{
  const Place *place = find (row, row->sheaf->items, "item_id");
  Reference one;

  if (place == NULL)
    return;
  one = (Reference){ row_copy (row, "minute"), row_copy_date (row, "date"),
                     get_span (row, place) };
  g_array_append_val (place->item->references, one);
}

static void
read_mention (Row *row)
{
  const Place *place = find (row, row->sheaf->items, "item_id");
  InspectionMention one;

  if (place == NULL)
    return;
  one =
      (InspectionMention){ row_copy (row, "framework"), row_copy (row, "kind"),
                           row_copy_date (row, "date"), row_copy_date (row, "published"),
                           judgements_new (),           get_span (row, place) };
  g_array_append_val (place->item->inspections, one);
}

static void
read_mention_judgement (Row *row)
{
  const Place *place = find (row, row->sheaf->items, "item_id");
  guint64 position = row_get_number (row, "inspection_position");
  Judgement one;

  row->ok = row->ok && position >= 1 && position <= place->item->inspections->len;
  if (!row->ok)
    return;
  one = (Judgement){ row_copy_text (row, "judgement"), row_copy_text (row, "grade") };
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
  tag->concept = row_copy_text (row, "concept");
  tag->label = row_copy_text (row, "label");
  tag->theme = row_copy (row, "theme");
  tag->score = row_get_real (row, "score");
  tag->mode = row_get_enum (row, "mode");
  tag->reason = row_copy (row, "reason");
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
  match->recommendation = row_copy_text (row, "recommendation");
  match->text = row_copy_text (row, "exact_text");
  match->score = row_get_real (row, "score");
  match->mode = row_get_enum (row, "mode");
  g_ptr_array_add (place->tags->matches, match);
}

static void
add_evidence (Row *row, const Place *place, GArray *list)
{
  Evidence one = { get_span (row, place), g_array_new (FALSE, TRUE, sizeof (PageBox)) };
  PageBox at = { row_get_page (row, "page"), row_get_box (row) };

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

      if (g_strcmp0 (tag->concept, row_get (row, "concept")) == 0)
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

      if (g_strcmp0 (match->recommendation, row_get (row, "recommendation")) == 0)
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
  one->id = row_copy_text (row, "inspection");
  one->council = row_copy (row, "council");
  one->urn = row_copy (row, "urn");
  one->framework = row_copy (row, "framework");
  one->kind = row_copy (row, "kind");
  one->start = row_copy_date (row, "start_date");
  one->end = row_copy_date (row, "end_date");
  one->published = row_copy_date (row, "published");
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
  one = (Judgement){ row_copy_text (row, "judgement"), row_copy_text (row, "grade") };
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
  one->id = row_copy_text (row, "recommendation");
  one->number = row_get_page (row, "number");
  one->text = row_copy_text (row, "text");
  one->section = row_copy (row, "section");
  one->heading = row_copy (row, "heading");
  one->reference = row_copy (row, "reference");
  one->footnote = row_copy (row, "footnote");
  one->page = row_get_page (row, "page");
  one->box = row_get_box (row);
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
  tag->concept = row_copy_text (row, "concept");
  tag->score = row_get_real (row, "score");
  g_ptr_array_add (concepts->tags, tag);
}

static void
read_failure (Row *row)
{
  Bundle *bundle = bundle_new ();
  gint reason = row_get_enum (row, "reason");

  bundle->failure = failure_new (row_get (row, "source"), row_get (row, "document"),
                                 row_get (row, "stage"), reason, row_get (row, "detail"));
  bundle->made_with = row_copy (row, "made_with");
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
  Row row = { &tables[table], values, sheaf, TRUE };

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
