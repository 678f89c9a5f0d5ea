/* json.h: records as lines of JSON, and back, by the tables of schema.h.
 *
 * Reading is strict: UTF-8, one object, no key twice, nesting bounded, every field of the
 * type and range that the schema gives it, spans within their text and equal to their
 * `exact`. Fields that the schema does not know are passed over. */

#pragma once

#include "pipelines/schema.h"

/* The longest line that is read, in bytes. */
#define JSON_MAX_LINE (256u << 20)

typedef enum
{
  JSON_ERROR_SYNTAX, /* no JSON, or not of the form above */
  JSON_ERROR_SCHEMA, /* not the record that it says to be */
} JsonError;

#define JSON_ERROR (json_error_quark ())
GQuark json_error_quark (void);

/* Appends the record as one line with its line end. */
void json_write_record (const Record *record, GString *out);

/* Reads one line. The structs that the type owns are made and set in ret_record->base,
 * those of context (earlier records: its document, meeting, inspection) are kept there; a
 * `document` makes BASE_DOCUMENT and BASE_FRAME, a `meeting` BASE_MEETING and
 * BASE_MEETING_TAGS, an `item` BASE_ITEM and BASE_ITEM_TAGS, an `inspection`
 * BASE_INSPECTION, BASE_DOCUMENT and BASE_FRAME, a `recommendation` BASE_RECOMMENDATION
 * and BASE_CONCEPTS, a `failure` BASE_FAILURE and BASE_FRAME, a `page` BASE_PAGE.
 * context: (nullable). */
gboolean json_read_record (const gchar *line, gsize length, const Record *context,
                           Record *ret_record, GError **error);

/* The same, and more strictly: `type` and `schema` stand first, no field of the schema is
 * missing, and the place of evidence is that of its first box. */
gboolean json_check_record (const gchar *line, gsize length, const Record *context,
                            Record *ret_record, GError **error);

/* Frees the structs that a record of this type owns and clears them. */
void record_clear (Record *record);

/* Appends a struct of the shape as one line with its line end, of the type that the shape
 * is named by. */
void json_write_shape (const Shape *shape, gconstpointer data, GString *out);

/* Reads one object as the struct of the shape, which has a make; NULL and error set if it
 * is not one. (transfer full) */
gpointer json_read_shape (const gchar *text, gsize length, const Shape *shape,
                          GError **error);

/* Reads, as strictly as json_check_record (), a line that json_write_shape () wrote, as a
 * struct that destroy frees; NULL and error set if it is not one. (transfer full) */
gpointer json_check_shape (const gchar *line, gsize length, const Shape *shape,
                           GDestroyNotify destroy, GError **error);
