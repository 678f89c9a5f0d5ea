/* rows.c: bundles to rows. */

#include "pipelines/rows.h"

#include "normalise/date.h"
#include "pipelines/offsets.h"

#include <string.h>

/* Dates of one row at most, and their length: "2024-07-10". */
#define MAX_DATES 4
#define DATE_SIZE 11

typedef struct
{
  RowFunc func;
  gpointer data;
  RowNumbers *numbers;
  GError *error; /* (nullable) the first thing that went wrong */
  Value values[MAX_COLUMNS];
  guint n;
  gchar dates[MAX_DATES][DATE_SIZE];
  guint n_dates;
  const gchar *where; /* identifier of the record that the row is of, for messages */
} Rows;

/* An item and what turns its spans into offsets in characters. */
typedef struct
{
  const Item *item;
  gint64 number; /* of its row */
  Offsets *offsets;
} Place;

GQuark
rows_error_quark (void)
{
  return g_quark_from_static_string ("heed-rows-error");
}

/* Values, in the order of the columns */

static Value *
next (Rows *rows, ValueKind kind)
{
  Value *value = &rows->values[rows->n++];

  g_assert (rows->n <= MAX_COLUMNS);
  value->kind = kind;
  return value;
}

static void
put_slice (Rows *rows, const gchar *text, gsize length)
{
  Value *value = next (rows, VALUE_TEXT);

  value->text = text;
  value->length = length;
}

static void
put_text (Rows *rows, const gchar *text)
{
  if (text == NULL)
    next (rows, VALUE_NULL);
  else
    put_slice (rows, text, strlen (text));
}

static void
put_integer (Rows *rows, gint64 integer)
{
  next (rows, VALUE_INTEGER)->integer = integer;
}

/* 0 is what records have for "not known". */
static void
put_page (Rows *rows, guint page)
{
  if (page == 0)
    next (rows, VALUE_NULL);
  else
    put_integer (rows, page);
}

/* -1 is what records have for "not said". */
static void
put_votes (Rows *rows, gint votes)
{
  if (votes < 0)
    next (rows, VALUE_NULL);
  else
    put_integer (rows, votes);
}

static void
put_real (Rows *rows, gdouble real)
{
  next (rows, VALUE_REAL)->real = real;
}

/* "2023-07" is 2023-07-01 and "month". */
static gboolean
put_date_if (Rows *rows, const gchar *text)
{
  Date date = { 0 };
  gchar *day;

  if (text == NULL || !date_parse (text, &date) || date.year == 0 || date.year > 9999)
    {
      next (rows, VALUE_NULL);
      next (rows, VALUE_NULL);
      return text == NULL;
    }
  g_assert (rows->n_dates < MAX_DATES);
  day = rows->dates[rows->n_dates++];
  g_snprintf (day, DATE_SIZE, "%04u-%02u-%02u", date.year, MAX (date.month, 1),
              MAX (date.day, 1));
  put_text (rows, day);
  put_text (rows, date.day > 0 ? "day" : date.month > 0 ? "month" : "year");
  return TRUE;
}

static void
put_date (Rows *rows, const gchar *text)
{
  if (!put_date_if (rows, text) && rows->error == NULL)
    g_set_error (&rows->error, ROWS_ERROR, ROWS_ERROR_INVALID, "%s: '%s' is no date",
                 rows->where, text);
}

static void
put_box (Rows *rows, Box box)
{
  const gdouble sides[] = { box.x0, box.y0, box.x1, box.y1 };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (box_is_none (box))
      next (rows, VALUE_NULL);
    else
      put_real (rows, sides[i]);
}

static void
put_span (Rows *rows, const Place *place, Span span)
{
  put_slice (rows, place->item->text + span.start, span.end - span.start);
  put_integer (rows, offsets_to_points (place->offsets, span.start));
  put_integer (rows, offsets_to_points (place->offsets, span.end));
}

/* The name that records have for a value of an enum. */
static void
put_name (Rows *rows, TableId table, const gchar *name, guint value)
{
  put_text (rows, table_name_value (&tables[table], name, value));
}

/* Ends the row. */
static void
end (Rows *rows, TableId table)
{
  g_assert (rows->n == table_count_columns (&tables[table]));
  if (rows->error == NULL)
    rows->func (table, rows->values, rows->data, &rows->error);
  rows->n = 0;
  rows->n_dates = 0;
}

/* What belongs to an item */

static guint
find_page (const Item *item, Span span)
{
  for (guint i = 0; i < item->lines->len; i++)
    {
      const ItemLine *line = &g_array_index (item->lines, ItemLine, i);

      if (line->span.end > span.start)
        return line->page;
    }
  return 0;
}

static void
write_resolutions (Rows *rows, const Place *place)
{
  for (guint i = 0; i < place->item->resolutions->len; i++)
    {
      const Resolution *one = &g_array_index (place->item->resolutions, Resolution, i);

      put_integer (rows, place->number);
      put_integer (rows, i + 1);
      put_text (rows, one->number);
      put_name (rows, TABLE_RESOLUTIONS, "kind", one->kind);
      put_text (rows, one->verb);
      put_span (rows, place, one->span);
      put_page (rows, find_page (place->item, one->span));
      end (rows, TABLE_RESOLUTIONS);
    }
}

static void
write_votes (Rows *rows, const Place *place)
{
  for (guint i = 0; i < place->item->votes->len; i++)
    {
      const Vote *vote = &g_array_index (place->item->votes, Vote, i);

      put_integer (rows, place->number);
      put_integer (rows, i + 1);
      put_name (rows, TABLE_VOTES, "result", (guint)vote->carried);
      put_votes (rows, vote->for_);
      put_votes (rows, vote->against);
      put_votes (rows, vote->abstained);
      put_span (rows, place, vote->span);
      end (rows, TABLE_VOTES);
    }
}

static void
write_actions (Rows *rows, const Place *place)
{
  for (guint i = 0; i < place->item->actions->len; i++)
    {
      const Action *action = &g_array_index (place->item->actions, Action, i);

      put_integer (rows, place->number);
      put_integer (rows, i + 1);
      put_text (rows, action->owner);
      put_text (rows, action->due);
      put_date_if (rows, action->due);
      put_span (rows, place, action->span);
      end (rows, TABLE_ACTIONS);
    }
}

static void
write_references (Rows *rows, const Place *place)
{
  for (guint i = 0; i < place->item->references->len; i++)
    {
      const Reference *one = &g_array_index (place->item->references, Reference, i);

      put_integer (rows, place->number);
      put_integer (rows, i + 1);
      put_text (rows, one->minute);
      put_date (rows, one->date);
      put_span (rows, place, one->span);
      end (rows, TABLE_REFERENCES);
    }
}

static void
write_mention (Rows *rows, const Place *place, guint position,
               const InspectionMention *mention)
{
  put_integer (rows, place->number);
  put_integer (rows, position);
  put_text (rows, mention->framework);
  put_text (rows, mention->kind);
  put_date (rows, mention->date);
  put_date (rows, mention->published);
  put_span (rows, place, mention->span);
  end (rows, TABLE_MENTIONS);
  for (guint i = 0; i < mention->judgements->len; i++)
    {
      const Judgement *one = &g_array_index (mention->judgements, Judgement, i);

      put_integer (rows, place->number);
      put_integer (rows, position);
      put_integer (rows, i + 1);
      put_text (rows, one->judgement);
      put_text (rows, one->grade);
      end (rows, TABLE_MENTION_JUDGEMENTS);
    }
}

static void
write_evidence (Rows *rows, const Place *place, TableId table, const gchar *of,
                const GArray *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      const Evidence *evidence = &g_array_index (list, Evidence, i);
      PageBox at = { 0 };

      if (evidence->boxes->len > 0)
        at = g_array_index (evidence->boxes, PageBox, 0);
      put_integer (rows, place->number);
      put_text (rows, of);
      put_integer (rows, i + 1);
      put_span (rows, place, evidence->span);
      put_page (rows, at.page);
      put_box (rows, at.box);
      end (rows, table);
    }
}

static void
write_tag (Rows *rows, const Place *place, guint position, const Tag *tag)
{
  put_integer (rows, place->number);
  put_text (rows, tag->concept);
  put_integer (rows, position);
  put_text (rows, tag->label);
  put_text (rows, tag->theme);
  put_real (rows, tag->score);
  put_name (rows, TABLE_TAGS, "mode", tag->mode);
  put_text (rows, tag->reason);
  end (rows, TABLE_TAGS);
  write_evidence (rows, place, TABLE_TAG_EVIDENCE, tag->concept, tag->evidence);
}

static void
write_match (Rows *rows, const Place *place, guint position, const Match *match)
{
  put_integer (rows, place->number);
  put_text (rows, match->recommendation);
  put_integer (rows, position);
  put_text (rows, match->text);
  put_real (rows, match->score);
  put_name (rows, TABLE_MATCHES, "mode", match->mode);
  end (rows, TABLE_MATCHES);
  write_evidence (rows, place, TABLE_MATCH_EVIDENCE, match->recommendation,
                  match->evidence);
}

/* Items, meetings */

static void
write_item_row (Rows *rows, const Item *item, gint64 number, gint64 meeting,
                guint position)
{
  g_autoptr (GString) resolved = g_string_new (NULL);

  for (guint i = 0; i < item->resolutions->len; i++)
    {
      Span span = g_array_index (item->resolutions, Resolution, i).span;

      if (i > 0)
        g_string_append_c (resolved, '\n');
      g_string_append_len (resolved, item->text + span.start, span.end - span.start);
    }
  put_integer (rows, number);
  put_text (rows, item->id);
  put_integer (rows, meeting);
  put_integer (rows, position);
  put_text (rows, item->number);
  put_text (rows, item->agenda_number);
  put_text (rows, item->title);
  put_text (rows, item->text);
  put_slice (rows, resolved->str, resolved->len);
  put_page (rows, item->page_start);
  put_page (rows, item->page_end);
  put_integer (rows, item->truncated);
  end (rows, TABLE_ITEMS);
}

static void
write_item (Rows *rows, const Item *item, const ItemTags *tags, gint64 meeting,
            guint position)
{
  g_autoptr (Offsets) offsets = offsets_new (item->text);
  const Place place = { item, rows->numbers->item++, offsets };

  rows->where = item->id;
  write_item_row (rows, item, place.number, meeting, position);
  write_resolutions (rows, &place);
  write_votes (rows, &place);
  write_actions (rows, &place);
  write_references (rows, &place);
  for (guint i = 0; i < item->inspections->len; i++)
    write_mention (rows, &place, i + 1,
                   &g_array_index (item->inspections, InspectionMention, i));
  for (guint i = 0; tags != NULL && i < tags->tags->len; i++)
    write_tag (rows, &place, i + 1, tags->tags->pdata[i]);
  for (guint i = 0; tags != NULL && i < tags->matches->len; i++)
    write_match (rows, &place, i + 1, tags->matches->pdata[i]);
}

static void
write_people (Rows *rows, gint64 meeting, const gchar *attendance, const GArray *people)
{
  for (guint i = 0; i < people->len; i++)
    {
      const Person *person = &g_array_index (people, Person, i);

      put_integer (rows, meeting);
      put_text (rows, attendance);
      put_integer (rows, i + 1);
      put_text (rows, person->name);
      put_text (rows, person->role);
      end (rows, TABLE_ATTENDANCE);
    }
}

static void
write_meeting (Rows *rows, const Meeting *meeting, const MeetingTags *tags,
               const gchar *document, guint position)
{
  gint64 number = rows->numbers->meeting++;

  rows->where = meeting->id;
  put_integer (rows, number);
  put_text (rows, meeting->id);
  put_text (rows, document);
  put_integer (rows, position);
  put_name (rows, TABLE_MEETINGS, "kind", meeting->kind);
  put_name (rows, TABLE_MEETINGS, "status", meeting->status);
  put_text (rows, meeting->council);
  put_text (rows, meeting->body);
  put_date (rows, meeting->date);
  put_text (rows, meeting->time);
  put_text (rows, meeting->venue);
  put_text (rows, meeting->chair);
  put_page (rows, meeting->page_start);
  put_page (rows, meeting->page_end);
  end (rows, TABLE_MEETINGS);
  write_people (rows, number, "present", meeting->present);
  write_people (rows, number, "apologies", meeting->apologies);
  write_people (rows, number, "in_attendance", meeting->in_attendance);
  for (guint i = 0; i < meeting->items->len; i++)
    write_item (rows, meeting->items->pdata[i],
                tags != NULL ? tags->items->pdata[i] : NULL, number, i + 1);
}

/* Documents */

static void
write_document (Rows *rows, const Document *document, gboolean report,
                const gchar *made_with)
{
  rows->where = document->id;
  put_text (rows, document->id);
  put_text (rows, document->source);
  /* The record of an inspection does not say this of its report. */
  put_text (rows, report ? NULL : document->media_type);
  if (report)
    next (rows, VALUE_NULL);
  else
    put_integer (rows, (gint64)MIN (document->bytes, G_MAXINT64));
  put_page (rows, document->n_pages);
  put_text (rows, document->title);
  put_text (rows, document->producer);
  put_name (rows, TABLE_DOCUMENTS, "text_layer", document->text_layer);
  put_text (rows, made_with);
  end (rows, TABLE_DOCUMENTS);
  for (guint i = 0; i < document->warnings->len; i++)
    {
      put_text (rows, document->id);
      put_integer (rows, i + 1);
      put_text (rows, document->warnings->pdata[i]);
      end (rows, TABLE_WARNINGS);
    }
}

static void
write_recommendation (Rows *rows, const Inspection *inspection, const Recommendation *one,
                      const ItemTags *concepts)
{
  rows->where = one->id;
  put_text (rows, one->id);
  put_text (rows, inspection->id);
  put_integer (rows, one->number);
  put_text (rows, one->text);
  put_text (rows, one->section);
  put_text (rows, one->heading);
  put_text (rows, one->reference);
  put_text (rows, one->footnote);
  put_page (rows, one->page);
  put_box (rows, one->box);
  end (rows, TABLE_RECOMMENDATIONS);
  for (guint i = 0; i < concepts->tags->len; i++)
    {
      const Tag *tag = concepts->tags->pdata[i];

      put_text (rows, one->id);
      put_text (rows, tag->concept);
      put_real (rows, tag->score);
      end (rows, TABLE_CONCEPTS);
    }
}

static void
write_inspection (Rows *rows, const Bundle *bundle)
{
  const Inspection *inspection = bundle->inspection;

  rows->where = inspection->id;
  put_text (rows, inspection->id);
  put_text (rows, bundle->report->id);
  put_text (rows, inspection->council);
  put_text (rows, inspection->urn);
  put_text (rows, inspection->framework);
  put_text (rows, inspection->kind);
  put_date (rows, inspection->start);
  put_date (rows, inspection->end);
  put_date (rows, inspection->published);
  end (rows, TABLE_INSPECTIONS);
  for (guint i = 0; i < inspection->judgements->len; i++)
    {
      const Judgement *one = &g_array_index (inspection->judgements, Judgement, i);

      put_text (rows, inspection->id);
      put_integer (rows, i + 1);
      put_text (rows, one->judgement);
      put_text (rows, one->grade);
      end (rows, TABLE_JUDGEMENTS);
    }
  for (guint i = 0; i < inspection->recommendations->len; i++)
    write_recommendation (rows, inspection, inspection->recommendations->pdata[i],
                          bundle->concepts->pdata[i]);
}

static void
write_failure (Rows *rows, const Failure *failure, const gchar *made_with)
{
  put_text (rows, failure->source);
  put_text (rows, failure->document);
  put_text (rows, failure->stage);
  put_text (rows, failure_reason_get_name (failure->reason));
  put_text (rows, failure->detail);
  put_text (rows, made_with);
  end (rows, TABLE_FAILURES);
}

gboolean
rows_write (const Bundle *bundle, const gchar *made_with, RowNumbers *numbers,
            RowFunc func, gpointer data, GError **error)
{
  Rows rows = { .func = func, .data = data, .numbers = numbers };

  if (bundle->failure != NULL)
    write_failure (&rows, bundle->failure, made_with);
  else
    write_document (&rows, bundle->inspection != NULL ? bundle->report : bundle->document,
                    bundle->inspection != NULL, made_with);
  if (bundle->inspection != NULL)
    write_inspection (&rows, bundle);
  for (guint i = 0; bundle->meetings != NULL && i < bundle->meetings->len; i++)
    write_meeting (&rows, bundle->meetings->pdata[i],
                   bundle->tags != NULL ? bundle->tags->pdata[i] : NULL,
                   bundle->document->id, i + 1);
  if (rows.error == NULL)
    return TRUE;
  g_propagate_error (error, rows.error);
  return FALSE;
}
