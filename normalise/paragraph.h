/* paragraph.h: the paragraphs of an item's text, and the lists they form.
 *
 * A paragraph ends with a line end or the text. A list entry is a paragraph that begins
 * with a marker: "1.", "1)", "(1)", "1.1", "(a)", "a)", "(i)", "iv.", "R1", "•". Whether
 * "(i)" is the ninth letter or the first numeral is told by what stands before it. */

#pragma once

#include "normalise/meeting.h"

typedef enum
{
  MARKER_NONE,
  MARKER_BULLET,  /* "•", "-", "·" */
  MARKER_DECIMAL, /* "1", "12" */
  MARKER_DOTTED,  /* "4.2", "17.3.1" */
  MARKER_ALPHA,   /* "a", "B", "aa" */
  MARKER_ROMAN,   /* "iv", "IV" */
  MARKER_CODED,   /* "R1", "CAB1": letters and a number; also "4.5xi" */
} MarkerStyle;

typedef struct
{
  MarkerStyle style;
  gunichar sign; /* tells series apart: '(' for "(1)", ')' for "1)", '.' for "1.";
                    upper case letters have 'A' added; a bullet's own character */
  guint value;   /* place in its series: 3 for "3", "(c)", "iii"; last part of "17.3" */
  Span number;   /* as printed without closing dot: "(c)", "17.3"; empty for a bullet */
} Marker;

typedef struct
{
  Span span; /* the paragraph without surrounding blanks */
  Span body; /* the same without its marker */
  Marker marker;
  guint level;     /* 0: in no list; 1: in an outermost one … */
  gboolean quoted; /* within quotation marks that another paragraph opened or closes */
  gboolean side;   /* from a column at the right: who is to act, "Noted" */
  gboolean apart;  /* and the page itself sets it apart */
} Block;

/* Blank paragraphs are left out. (transfer full): GArray of Block, in order */
GArray *blocks_of (const gchar *text);

/* Fills item->paragraphs from blocks; a paragraph's span has its marker in it. */
void paragraphs_read (Item *item, const GArray *blocks);

/* Are both markers of one kind of series: "(a)" and "(d)", "1." and "2."? */
gboolean marker_same_series (const Marker *a, const Marker *b);

/* The marker that text[start..end) begins with, as it would be the first of its list:
 * used for lists that run inside a paragraph. ret_body: where what it marks begins. */
gboolean marker_read (const gchar *text, Span span, Marker *ret_marker, gsize *ret_body);

/* Narrows a span to what stands between blanks (Unicode's too). */
Span span_trim (const gchar *text, Span span);
