/* table.c: the tables, as data. */

#include "pipelines/table.h"

#include <string.h>

#define POSITION                                                                         \
  {                                                                                      \
    "position", "its place among its like, from 1"                                       \
  }
/* A day that stands for the whole of its month or year where the source says no more. */
#define DATE(name, meaning)                                                              \
  { name, meaning },                                                                     \
  {                                                                                      \
    name "_precision", "day, month or year: how much of it the source says"              \
  }
/* What the rows that belong to it refer to. */
#define ID                                                                               \
  {                                                                                      \
    "id", "the database's own number for it"                                             \
  }
#define WORDS                                                                            \
  { "exact", "the words" },                                                              \
      { "start_offset", "where they begin in the item's text, in characters from 0" },   \
  {                                                                                      \
    "end_offset", "where they end"                                                       \
  }
#define BOX                                                                              \
  { "x0", "left, in points from the page's left" },                                      \
      { "y0", "top, in points from the page's top" }, { "x1", "right" },                 \
  {                                                                                      \
    "y1", "bottom"                                                                       \
  }

const Table tables[N_TABLES] = {
  [TABLE_DOCUMENTS] = { "documents",
                        "inputs that were read: minutes, pages, articles and inspection "
                        "reports",
                        RECORD_DOCUMENT,
                        NULL,
                        NULL,
                        N_TABLES,
                        { { "document" },
                          { "source" },
                          { "media_type" },
                          { "bytes" },
                          { "pages" },
                          { "title" },
                          { "producer" },
                          { "text_layer" },
                          { "made_with",
                            "heed's version and a hash of its settings; of an inspection "
                            "report, a hash of its records" } } },
  [TABLE_WARNINGS] = { "warnings",
                       "what could not be read or was left out",
                       RECORD_DOCUMENT,
                       NULL,
                       NULL,
                       TABLE_DOCUMENTS,
                       { { "document", "the document it is about" },
                         POSITION,
                         { "warning", "in words, for people" } } },
  [TABLE_MEETINGS] = { "meetings",
                       "meetings, several in one document or one without date and body "
                       "where it is none",
                       RECORD_MEETING,
                       NULL,
                       NULL,
                       TABLE_DOCUMENTS,
                       { ID,
                         { "meeting" },
                         { "document" },
                         POSITION,
                         { "kind" },
                         { "status" },
                         { "council" },
                         { "body" },
                         DATE ("date", "the day it was held"),
                         { "time" },
                         { "venue" },
                         { "chair" },
                         { "page_start" },
                         { "page_end" } } },
  [TABLE_ATTENDANCE] = { "attendance",
                         "who was there and who was not",
                         RECORD_MEETING,
                         "present",
                         NULL,
                         TABLE_MEETINGS,
                         { { "meeting_id", "the meeting, by its id" },
                           { "attendance", "present, apologies or in_attendance" },
                           POSITION,
                           { "name" },
                           { "role" } } },
  [TABLE_ITEMS] = { "items",
                    "items of business",
                    RECORD_ITEM,
                    NULL,
                    NULL,
                    TABLE_MEETINGS,
                    { ID,
                      { "item" },
                      { "meeting_id", "the meeting, by its id" },
                      POSITION,
                      { "number" },
                      { "agenda_number" },
                      { "title" },
                      { "text" },
                      { "resolved", "what it resolved, a line each; empty if nothing" },
                      { "page_start" },
                      { "page_end" },
                      { "truncated" } } },
  [TABLE_RESOLUTIONS] = { "resolutions",
                          "one row for each thing resolved",
                          RECORD_ITEM,
                          "resolutions",
                          NULL,
                          TABLE_ITEMS,
                          { { "item_id", "the item that resolved it, by its id" },
                            POSITION,
                            { "number" },
                            { "kind" },
                            { "verb" },
                            WORDS,
                            { "page", "page it begins on, from 1" } } },
  [TABLE_VOTES] = { "votes",
                    "votes that were counted or put",
                    RECORD_ITEM,
                    "votes",
                    NULL,
                    TABLE_ITEMS,
                    { { "item_id", "the item voted on, by its id" },
                      POSITION,
                      { "result" },
                      { "votes_for", "how many; null if not said" },
                      { "votes_against", "how many; null if not said" },
                      { "abstained" },
                      WORDS } },
  [TABLE_ACTIONS] = { "actions",
                      "what somebody is to do",
                      RECORD_ITEM,
                      "actions",
                      NULL,
                      TABLE_ITEMS,
                      { { "item_id", "the item it comes from, by its id" },
                        POSITION,
                        { "owner" },
                        { "due" },
                        DATE ("due_date", "due, where that is a date"),
                        WORDS } },
  [TABLE_REFERENCES] = { "item_references",
                         "earlier minutes that an item names",
                         RECORD_ITEM,
                         "references",
                         NULL,
                         TABLE_ITEMS,
                         { { "item_id", "the item that names it, by its id" },
                           POSITION,
                           { "minute" },
                           DATE ("date", "of the earlier meeting"),
                           WORDS } },
  [TABLE_MENTIONS] = { "item_inspections",
                       "inspections that an item names",
                       RECORD_ITEM,
                       "inspections",
                       NULL,
                       TABLE_ITEMS,
                       { { "item_id", "the item that names it, by its id" },
                         POSITION,
                         { "framework" },
                         { "kind" },
                         DATE ("date", "when it was"),
                         DATE ("published", "when its report was published"),
                         WORDS } },
  [TABLE_MENTION_JUDGEMENTS] = { "item_judgements",
                                 "grades that an item names with an inspection",
                                 RECORD_ITEM,
                                 "inspections",
                                 "judgements",
                                 TABLE_ITEMS,
                                 { { "item_id", "the item, by its id" },
                                   { "inspection_position",
                                     "position of the inspection in item_inspections" },
                                   POSITION,
                                   { "judgement" },
                                   { "grade" } } },
  [TABLE_INSPECTIONS] = { "inspections",
                          "Ofsted's inspections, from their reports",
                          RECORD_INSPECTION,
                          NULL,
                          NULL,
                          TABLE_DOCUMENTS,
                          { { "inspection" },
                            { "document" },
                            { "council" },
                            { "urn" },
                            { "framework" },
                            { "kind" },
                            DATE ("start_date", "its first day"),
                            DATE ("end_date", "its last day"),
                            DATE ("published", "when the report came out") } },
  [TABLE_JUDGEMENTS] = { "judgements",
                         "the grades of an inspection",
                         RECORD_INSPECTION,
                         "judgements",
                         NULL,
                         TABLE_INSPECTIONS,
                         { { "inspection", "the inspection" },
                           POSITION,
                           { "judgement" },
                           { "grade" } } },
  [TABLE_RECOMMENDATIONS] = { "recommendations",
                              "what inspections ask to improve",
                              RECORD_RECOMMENDATION,
                              NULL,
                              NULL,
                              TABLE_INSPECTIONS,
                              { { "recommendation" },
                                { "inspection" },
                                { "number" },
                                { "text" },
                                { "section" },
                                { "heading" },
                                { "reference" },
                                { "footnote" },
                                { "page" },
                                BOX } },
  [TABLE_CONCEPTS] = { "recommendation_concepts",
                       "what a recommendation is about",
                       RECORD_RECOMMENDATION,
                       "concepts",
                       NULL,
                       TABLE_RECOMMENDATIONS,
                       { { "recommendation", "the recommendation" },
                         { "concept" },
                         { "score" } } },
  [TABLE_TAGS] = { "tags",
                   "concepts that an item takes up",
                   RECORD_ITEM,
                   "tags",
                   NULL,
                   TABLE_ITEMS,
                   { { "item_id", "the item, by its id" },
                     { "concept" },
                     POSITION,
                     { "label" },
                     { "theme" },
                     { "score" },
                     { "mode", "listed, discussed or decided: how far" },
                     { "reason" } } },
  [TABLE_TAG_EVIDENCE] = { "tag_evidence",
                           "the words that show a concept",
                           RECORD_ITEM,
                           "tags",
                           "evidence",
                           TABLE_ITEMS,
                           { { "item_id", "the item, by its id" },
                             { "concept", "the tag's concept" },
                             POSITION,
                             WORDS,
                             { "page", "page they begin on, from 1" },
                             BOX } },
  [TABLE_MATCHES] = { "matches",
                      "recommendations that an item takes up; a recommendation need not "
                      "be loaded",
                      RECORD_ITEM,
                      "recommendations",
                      NULL,
                      TABLE_ITEMS,
                      { { "item_id", "the item, by its id" },
                        { "recommendation" },
                        POSITION,
                        { "exact_text" },
                        { "score" },
                        { "mode", "listed, discussed or decided: how far" } } },
  [TABLE_MATCH_EVIDENCE] = { "match_evidence",
                             "the words that show a recommendation",
                             RECORD_ITEM,
                             "recommendations",
                             "evidence",
                             TABLE_ITEMS,
                             { { "item_id", "the item, by its id" },
                               { "recommendation", "the match's recommendation" },
                               POSITION,
                               WORDS,
                               { "page", "page they begin on, from 1" },
                               BOX } },
  [TABLE_FAILURES] = { "failures",
                       "documents that could not be processed; a row goes when its "
                       "document is loaded",
                       RECORD_FAILURE,
                       NULL,
                       NULL,
                       N_TABLES,
                       { { "source" },
                         { "document" },
                         { "stage" },
                         { "reason" },
                         { "detail" },
                         { "made_with" } } },
};

guint
table_count_columns (const Table *table)
{
  guint n = 0;

  while (table->columns[n].name != NULL)
    n++;
  return n;
}

const gchar *
table_get_reference (const Table *table)
{
  const gchar *key = tables[table->parent].columns[0].name;

  for (const Column *column = table->columns; column->name != NULL; column++)
    if (strcmp (key, "id") == 0 ? g_str_has_suffix (column->name, "_id")
                                : strcmp (column->name, key) == 0)
      return column->name;
  g_assert_not_reached ();
}

gchar *
table_list_columns (const Table *table)
{
  GString *list = g_string_new (NULL);

  for (const Column *column = table->columns; column->name != NULL; column++)
    g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", column->name);
  return g_string_free (list, FALSE);
}

static const Field *
find (const Field *fields, guint n_fields, const gchar *name)
{
  for (guint i = 0; i < n_fields; i++)
    if (strcmp (fields[i].name, name) == 0)
      return &fields[i];
  return NULL;
}

/* The field of the records that the column of the same name is from; NULL if none. */
static const Field *
find_field (const Table *table, const gchar *name)
{
  const RecordShape *record = &record_shapes[table->record];
  const Field *field;

  if (table->field == NULL)
    return find (record->fields, record->n_fields, name);
  field = find (record->fields, record->n_fields, table->field);
  if (table->inner != NULL)
    field = find (field->shape->fields, field->shape->n_fields, table->inner);
  return find (field->shape->fields, field->shape->n_fields, name);
}

const gchar *
table_explain (const Table *table, const Column *column)
{
  return column->meaning != NULL ? column->meaning
                                 : find_field (table, column->name)->meaning;
}

const gchar *
table_name_value (const Table *table, const gchar *column, guint value)
{
  const Field *field = find_field (table, column);

  g_assert (field->kind == FIELD_ENUM && value < field->n_names);
  return field->names[value];
}

gboolean
table_find_value (const Table *table, const gchar *column, const gchar *name,
                  gint *ret_value)
{
  const Field *field = find_field (table, column);

  g_assert (field->kind == FIELD_ENUM);
  for (guint i = 0; i < field->n_names; i++)
    if (g_strcmp0 (field->names[i], name) == 0)
      {
        *ret_value = (gint)i;
        return TRUE;
      }
  return FALSE;
}
