/* display.h: a dossier as the view that the templates of a report are filled with. */

#pragma once

#include "pipelines/address.h"
#include "pipelines/dossier.h"
#include "pipelines/excerpt.h"
#include "pipelines/view.h"

/* How much of the documents' own words is shown. */
typedef struct
{
  ExcerptSize size;   /* of an item's text */
  guint n_marks;      /* of one mention in it */
  guint n_quotes;     /* of one mention */
  gsize quote_length; /* bytes */
  guint n_others;     /* resolutions of an item whose own words none of them has */
  gboolean terse;     /* what stands elsewhere on the page is not said again: titles and
                         links of a mention's item, folders of documents */
  TagMode least;      /* what is less than that is counted, without its words */
} Detail;

/* From the whole to the least, N_DETAILS of them. */
#define N_DETAILS 7
extern const Detail details[N_DETAILS];

/* What is not discussed for so many months is called so. */
#define LONG_MONTHS 6

typedef struct
{
  const Address *address;
  const Detail *detail;
  GHashTable *labels; /* concept's identifier: its label */
  GPtrArray *bodies;  /* gchar *: all bodies by name; a body's number is its index */
} Display;

/* (transfer full) */
View *display_show (const Dossier *dossier, const Address *address, const Detail *detail);

/* What it is called on the page: "listed", "discussed", "decided". (transfer none) */
const gchar *display_say_mode (TagMode mode);
/* The bytes of the span on one line; if longer than max cut at a word, with "…".
 * (transfer full) */
gchar *display_quote (const Item *item, Span span, gsize max);
/* The page on which the span begins; 0 if the source has none. */
guint display_find_page (const Item *item, Span span);
/* Its place among Display.bodies. */
guint display_find_body (const Display *self, const gchar *body);
/* Sets "href" and, for a page, "page": where that page of the document is. */
void display_link (const Display *self, View *view, const Document *document, guint page);
