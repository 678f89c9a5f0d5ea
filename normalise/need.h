/* need.h: what a text must hold for a regular expression to match it, worked out from the
 * expression.
 *
 * Bytes are folded to NEED_N_CODES codes: a letter of ASCII in either case is one code,
 * all figures are one, all other signs one. "^(?:resolved|agreed)\b" needs one of the
 * strings "resolved" and "agreed", in codes, and opens with an r or an a. */

#pragma once

#include "normalise/pattern.h"

enum
{
  NEED_NONE, /* behind the end of a text */
  NEED_A,    /* to NEED_A + 25 */
  NEED_FIGURE = NEED_A + 26,
  NEED_SPACE,
  NEED_SIGN,   /* of ASCII, and controls */
  NEED_BEYOND, /* a byte of a character beyond ASCII */
  NEED_LEAD    /* one that may begin what is an s or k in another case: ſ, K */
};

#define NEED_N_CODES 32
#define NEED_MIN_CODES 3  /* shorter strings say too little */
#define NEED_MAX_CODES 10 /* of longer ones the beginning */
#define NEED_MAX_STRINGS 200

typedef struct
{
  guint8 n;
  guint8 codes[NEED_MAX_CODES];
} NeedString;

typedef struct
{
  GArray *strings;   /* NeedString: one of them stands in every match; NULL: not known */
  guint32 loose;     /* bits: matches that begin with these codes need no string */
  gboolean anchored; /* a match begins the text */
  gboolean nullable; /* a match may be empty */
  gboolean figure;   /* one stands in every match */
  guint32 openings;  /* bits: codes that a match may begin with */
} Need;

/* (transfer full) */
Need *need_of (const PatternRule *rule);
void need_free (Need *need);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Need, need_free)

/* The code of a byte: NEED_SIGN, or so many codes before or behind it, without a branch,
 * so that sixteen bytes are folded at a time. */
static inline guint8
need_fold (guint8 byte)
{
  guint8 letter = (guint8)((byte & 0xdf) - 'A');
  guint8 figure = (guint8)(byte - '0') < 10;
  guint8 lead = (byte == 0xc5) | (byte == 0xe2);
  guint8 other = (guint8)(NEED_SIGN - (byte == ' ') - 2 * figure + (byte >> 7) + lead);

  return letter < 26 ? (guint8)(NEED_A + letter) : other;
}
