/* schema.h: which fields a record has, in which order, and which member of which struct
 * each is: one table that writing, reading, checking and the data dictionary go by. */

#pragma once

#include "pipelines/record.h"

typedef enum
{
  FIELD_STRING,         /* gchar *, never NULL */
  FIELD_STRING_OR_NULL, /* gchar * */
  FIELD_TEXT,           /* gchar *, never NULL; the record's spans count in it */
  FIELD_STRINGS,        /* GPtrArray of gchar * */
  FIELD_UINT,           /* guint */
  FIELD_UINT_OR_NULL,   /* guint; 0 is null */
  FIELD_INT_OR_NULL,    /* gint; -1 is null */
  FIELD_UINT64,         /* guint64 */
  FIELD_BOOL,           /* gboolean */
  FIELD_POINTS,         /* gdouble, rounded to hundredths */
  FIELD_SCORE,          /* gdouble 0..1, rounded to thousandths */
  FIELD_ENUM,           /* an enum: index of names; a NULL name is null */
  FIELD_BOX,            /* Box; BOX_NONE is null */
  FIELD_RANGE,          /* Span: start, end */
  FIELD_SPAN,           /* Span: exact, start, end */
  FIELD_PLACE,          /* GArray of PageBox: page and bbox of the first; not read */
  FIELD_STRUCTS,        /* GArray of the shape's struct */
  FIELD_POINTERS,       /* GPtrArray of pointers to the shape's struct */
} FieldKind;

typedef struct Shape Shape;

typedef struct
{
  const gchar *name;
  FieldKind kind;
  gsize offset;              /* of the member in its struct */
  RecordBase base;           /* the record's struct it is in; 0 inside a shape */
  const gchar *const *names; /* of FIELD_ENUM, as many as it has values */
  guint n_names;
  const Shape *shape;
  gboolean context;     /* repeats what an earlier record said: reading compares */
  const gchar *meaning; /* for the data dictionary */
} Field;

/* A struct inside a record. */
struct Shape
{
  const gchar *name;
  gsize size;
  gpointer (*make) (void);    /* for FIELD_POINTERS */
  void (*prepare) (gpointer); /* (nullable) fills a zeroed struct's own arrays */
  const Field *fields;
  guint n_fields;
};

typedef struct
{
  const gchar *type; /* "document" */
  const Field *fields;
  guint n_fields;
  const gchar *meaning;
} RecordShape;

/* The version that every record carries in `schema`. */
#define SCHEMA_VERSION 1

/* (transfer none): by RecordType, RECORD_N_TYPES of them. */
extern const RecordShape record_shapes[RECORD_N_TYPES];
