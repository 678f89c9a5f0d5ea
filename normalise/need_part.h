/* need_part.h: what one part of a regular expression says of the texts that it matches;
 * of need.c, which puts parts together. */

#pragma once

#include "normalise/need.h"

#define NEED_ALL_CODES G_MAXUINT32

/* What a part of an expression says: an item, a branch, or a group. */
typedef struct
{
  GArray *strings; /* (nullable): one of them stands in it … */
  guint32 loose;   /* … unless it begins with one of these codes, as bits */
  gboolean exact;  /* it is always this string, in codes */
  NeedString text; /* which */
  gboolean nullable;
  gboolean anchored;
  gboolean figure; /* one stands in it */
  guint32 openings;
} NeedPart;

/* An expression while it is read. */
typedef struct
{
  const gchar *at;
  gboolean caseless;
  gboolean multiline;
  gboolean lost; /* something was not understood */
  guint depth;
} NeedSource;

/* What is not understood. */
NeedPart need_part_anything (void);

/* A sign of no width: it takes nothing and needs nothing. */
NeedPart need_part_nothing (void);

/* A character as it stands in the expression. */
NeedPart need_part_character (const NeedSource *source, gunichar c);

/* A class, of which source stands behind the "[", and then behind the "]". */
NeedPart need_part_class (NeedSource *source);

/* An escape, of which source stands behind the backslash. */
NeedPart need_part_escape (NeedSource *source);
