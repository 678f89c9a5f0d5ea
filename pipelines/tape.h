/* tape.h: one JSON text as a row of marks, to be asked without building a tree of it.
 *
 * A stream of records is mostly read, and most of what is read is passed over: a tree of
 * every number in it takes ten times as long as looking where each begins. The text is
 * read strictly: UTF-8, one value, no key twice in an object, no lone surrogates, no NUL,
 * nesting of at most TAPE_MAX_DEPTH. */

#pragma once

#include <glib.h>

#define TAPE_MAX_DEPTH 128

typedef enum
{
  TAPE_NULL,
  TAPE_FALSE,
  TAPE_TRUE,
  TAPE_INTEGER, /* no fraction or exponent; fits into gint64 */
  TAPE_REAL,    /* finite */
  TAPE_STRING,
  TAPE_ARRAY,
  TAPE_OBJECT
} TapeKind;

typedef struct
{
  const gchar *text; /* where it stands: of a string what is between the quotes */
  guint32 length;    /* bytes of that */
  guint32 span;      /* marks up to the next value, its own included */
  guint32 n;         /* of an array or object: how many values or pairs */
  guint8 kind;       /* TapeKind */
  guint8 plain;      /* of a string: no backslash in it */
} TapeValue;

typedef struct Tape Tape;

typedef enum
{
  TAPE_ERROR_SYNTAX, /* no JSON, or not of the form above */
} TapeError;

#define TAPE_ERROR (tape_error_quark ())
GQuark tape_error_quark (void);

/* To be used again and again. (transfer full) */
Tape *tape_new (void);
void tape_free (Tape *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Tape, tape_free)

/* Whether one that is kept to be used again would keep much memory. */
gboolean tape_is_large (const Tape *self);

/* The value that the text is, for as long as the text is there and until the next parse;
 * NULL and error, which says at which column, if it is none. (transfer none) */
const TapeValue *tape_parse (Tape *self, const gchar *text, gsize length, GError **error);

/* The value of that name; NULL if there is none, or the value is no object or NULL. */
const TapeValue *tape_get (const TapeValue *object, const gchar *name);

/* The same, looked for first at *next (nullable), which is moved behind it: of names
 * asked for in the order in which they stand, each is found at once. */
const TapeValue *tape_get_next (const TapeValue *object, const gchar *name,
                                const TapeValue **next);

/* How many values an array has; 0 of what is none, and of NULL. */
guint tape_count (const TapeValue *array);

/* Its first value; then the one after a value. */
const TapeValue *tape_first (const TapeValue *array);
const TapeValue *tape_next (const TapeValue *value);

/* Of a TAPE_STRING: what it says (transfer full), and whether it says that. */
gchar *tape_dup (const TapeValue *string);
gboolean tape_equal (const TapeValue *string, const gchar *text, gsize length);

/* Of a TAPE_INTEGER. */
gint64 tape_get_integer (const TapeValue *number);

/* Of that or a TAPE_REAL. */
gdouble tape_get_real (const TapeValue *number);
