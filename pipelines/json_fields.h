/* json_fields.h: an object of JSON becomes a struct, field by field of the schema's
 * tables.
 */

#pragma once

#include "pipelines/json.h"
#include "pipelines/offsets.h"
#include "pipelines/tape.h"

/* What spans count in. */
typedef struct
{
  const gchar *text; /* (nullable) that spans count in */
  Offsets *offsets;
  gboolean strict; /* nothing may be missing */
} JsonWords;

/* Reads the object's fields into the struct at data. Fields that are not among them are
 * passed over. FALSE if and only if error is set. */
gboolean json_fields_read (const TapeValue *object, const Field *fields, guint n_fields,
                           gpointer data, const JsonWords *in, GError **error);

/* The same of one field. next: (inout): where fields in the schema's order go on; a NULL
 * at first. */
gboolean json_field_read (const TapeValue *object, const Field *field, gpointer data,
                          const JsonWords *in, const TapeValue **next, GError **error);

/* Sets the error that the field is what: "missing". Returns FALSE. */
gboolean json_fields_refuse (GError **error, const Field *field, const gchar *what);

/* Whether the value is there, and that string. */
gboolean json_value_says (const TapeValue *value, const gchar *text);
