/* reading.h: one item of business as the classifier sees it: its words, what the rules
 * found in them, and its passages.
 *
 * A passage is what one says in one go about one thing: a paragraph of the item with the
 * heading above it, or a part of a very long paragraph. Weak evidence adds up within a
 * passage only, and the learned weights look at one passage at a time. */

#pragma once

#include "classify/matcher.h"
#include "normalise/meeting.h"

typedef struct
{
  guint32 first; /* sentences, half-open */
  guint32 last;
} Passage;

#define PASSAGE_MAX_SENTENCES 12
#define PASSAGE_MAX_WORDS 400

typedef struct
{
  const gchar *text;       /* not owned, nor is */
  const gchar *title_text; /* what title was made of */
  Prose *title;
  Prose *prose;
  GArray *title_hits;   /* Hit */
  GArray *hits;         /* Hit, by sentence */
  const GArray *vetoed; /* Vetoed; the matcher's, until it reads on */
  GArray *passages;     /* Passage; they hold all sentences of prose */
  GArray *passage_of;   /* guint32: by sentence */
  GArray *strengths;    /* guint16: by sentence: bits, those of its hits */
  GArray *committee;    /* guint64: see committee.h */
  gboolean sure;        /* FALSE: hits may be others when more of the item is read */
} Reading;

Reading *reading_new (void);
void reading_free (Reading *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

/* Names the committee whose items are read from now on; "": none. */
void reading_set_committee (Reading *self, Matcher *matcher, const gchar *name);
/* Replaces what the reading held. title and text must outlive it. */
void reading_read (Reading *self, Matcher *matcher, const gchar *title,
                   const gchar *text);
/* The same step by step, as far as it takes to see what an item is about: its title … */
void reading_read_title (Reading *self, Matcher *matcher, const gchar *title);
/* … then all of its text, or the sentences that are telling (telling.h) … */
void reading_read_text (Reading *self, Matcher *matcher, const gchar *text);
void reading_read_telling (Reading *self, Matcher *matcher, const gchar *text);
/* … and then the others. Until these have been read there are no passages. */
void reading_read_rest (Reading *self, Matcher *matcher);

/* The clause around some words of prose: from the last semicolon, colon, dash or
 * conjunction after a comma to the next; the whole sentence where that is short. */
Span reading_get_clause (const Reading *self, const Hit *hit);
Span reading_get_sentence (const Reading *self, guint sentence);
