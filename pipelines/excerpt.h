/* excerpt.h: an item's text as paragraphs of runs, some of them marked, cut down to what
 * stands around the marks where it is long. */

#pragma once

#include "normalise/meeting.h"

/* A stretch of text with the same marks from start to end. */
typedef struct
{
  Span span;     /* bytes of the text */
  GArray *marks; /* (nullable) guint: whose marks, in the order in which they were added,
                    no number twice */
  gboolean strong; /* part of a resolution */
} Run;

typedef struct
{
  gboolean cut;    /* something was left out before it */
  GPtrArray *runs; /* Run *, in order */
} ExcerptParagraph;

typedef struct
{
  gsize whole; /* a text of so many bytes is not cut */
  gsize
      around; /* else so many bytes are kept before and after each mark, to whole words */
  gsize
      longest; /* of a mark; of a longer one its first so many bytes and what is around */
} ExcerptSize;

typedef struct Excerpt Excerpt;

/* The text has to outlive it. (transfer full) */
Excerpt *excerpt_new (const gchar *text);
void excerpt_free (Excerpt *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Excerpt, excerpt_free)

/* Marks the span for that number. After so many marks others are passed over. */
#define EXCERPT_MAX_MARKS 1000
void excerpt_mark (Excerpt *self, Span span, guint number);
/* The span is part of a resolution. */
void excerpt_strengthen (Excerpt *self, Span span);

/* What is left of the text. *ret_cut: something was left out after the last paragraph.
 * (transfer full): GPtrArray of ExcerptParagraph * */
GPtrArray *excerpt_cut (const Excerpt *self, ExcerptSize size, gboolean *ret_cut);
