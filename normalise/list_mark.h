/* list_mark.h: what stands before the text of a list's entry. */

#pragma once

#include <glib.h>

typedef enum
{
  LIST_MARK_NONE,
  LIST_MARK_BULLET, /* "•", "◼", a glyph of a symbol font */
  LIST_MARK_DASH,   /* "–", "-", "o", "○" */
  LIST_MARK_NUMBER, /* "12.", "12)", "12 " before a capital */
  LIST_MARK_LETTER, /* "(a)", "b)", "iv." */
} ListMarkKind;

typedef struct
{
  ListMarkKind kind;
  guint number; /* of LIST_MARK_NUMBER */
  gsize length; /* bytes of the mark and the space after it */
} ListMark;

/* The mark that text begins with. A mark may be glued to its text ("1.Improve") or stand
 * alone on its line. */
ListMark list_mark_read (const gchar *text);
