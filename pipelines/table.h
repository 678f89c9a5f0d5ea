/* table.h: the tables of a database of records: their names, their columns in order, and
 * what each means.
 *
 * Keys, types and indices are in the SQL that makes them (pipelines/tables-N.sql); here
 * is what rows are written and read by, and columns explained. */

#pragma once

#include "pipelines/schema.h"

typedef enum
{
  TABLE_DOCUMENTS,
  TABLE_WARNINGS,
  TABLE_MEETINGS,
  TABLE_ATTENDANCE,
  TABLE_ITEMS,
  TABLE_RESOLUTIONS,
  TABLE_VOTES,
  TABLE_ACTIONS,
  TABLE_REFERENCES,
  TABLE_MENTIONS,
  TABLE_MENTION_JUDGEMENTS,
  TABLE_INSPECTIONS,
  TABLE_JUDGEMENTS,
  TABLE_RECOMMENDATIONS,
  TABLE_CONCEPTS,
  TABLE_TAGS,
  TABLE_TAG_EVIDENCE,
  TABLE_MATCHES,
  TABLE_MATCH_EVIDENCE,
  TABLE_FAILURES,
  N_TABLES
} TableId;

typedef struct
{
  const gchar *name;
  const gchar *meaning; /* NULL: that of the record's field of the same name */
} Column;

#define MAX_COLUMNS 20

typedef struct
{
  const gchar *name;
  const gchar *meaning;
  RecordType record;  /* what its rows are made from: */
  const gchar *field; /* (nullable) a list in that record, */
  const gchar *inner; /* (nullable) a list in the list */
  TableId parent;     /* the table whose key its first column has; N_TABLES if none */
  const Column columns[MAX_COLUMNS + 1]; /* NULL-name-terminated */
} Table;

extern const Table tables[N_TABLES];

guint table_count_columns (const Table *table);

/* The column that refers to the table's parent: "document", "item_id". */
const gchar *table_get_reference (const Table *table);

/* "document, source, media_type" (transfer full) */
gchar *table_list_columns (const Table *table);

/* What the column holds, for people. (transfer none) */
const gchar *table_explain (const Table *table, const Column *column);

/* The name that records have for a value of the enum that the column holds; NULL for
 * null. (transfer none) */
const gchar *table_name_value (const Table *table, const gchar *column, guint value);

/* The value of which that is the name, or of null; FALSE if none has it. */
gboolean table_find_value (const Table *table, const gchar *column, const gchar *name,
                           gint *ret_value);
