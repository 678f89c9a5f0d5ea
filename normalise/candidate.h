/* candidate.h: the rows that could head an item of business, each with the evidence for
 * it, and what its title, number and agenda number would be.
 *
 * Evidence is added up in points: bold where most is not, capitals, space above, the left
 * margin, a title that councils' agendas all have ("Apologies for absence"), "(Item 4)"
 * below, a bookmark of that name; against it a sentence's look, a place in a table, a
 * lower-case beginning. No single sign decides: chain.h takes the sequence that explains
 * the document best. */

#pragma once

#include "normalise/number.h"
#include "normalise/pattern.h"
#include "normalise/stream.h"

typedef struct
{
  guint row;       /* where its number or title begins */
  guint body_row;  /* where its body begins; may be the row itself */
  gsize body_from; /* byte of that row */
  gboolean numbered;
  Number number;
  gchar *printed;       /* the number; "" if none */
  gchar *agenda_number; /* (nullable) */
  gchar *title;
  gchar *run_in_title; /* (nullable) of "2448. Police Report: text": "Police Report" */
  gboolean run_in_caps;
  guint run_in_row;  /* its row: the next where the number stands alone */
  gsize run_in_from; /* where its text begins in that row */
  gdouble score;
  gboolean known;   /* its title is one that agendas have */
  gboolean minuted; /* says what minutes say: "apologies", "the minutes of" */
  gboolean caps;
  gboolean sentence; /* its title reads like one, and is not in capitals */
  gboolean prose;    /* a paragraph under a number, not a title */
  gboolean bold;
  gboolean heading; /* a heading by the source's own mark */
  gboolean first;   /* a part of the agenda, or a heading, stands just above it */
  gdouble size;
  gdouble x0;
} Candidate;

typedef struct CandidateReader CandidateReader;

CandidateReader *candidate_reader_new (void);
void candidate_reader_free (CandidateReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandidateReader, candidate_reader_free)

/* Of candidate_rules. */
Patterns *candidate_reader_patterns (CandidateReader *self);

/* All candidates among rows [start, end), in order; without a number, only from row
 * headed on, below the meeting's own heading. titles: (nullable): a set of titles
 * in title_fold's form that the document's bookmarks give. item: the item's number
 * that the meeting's heading names ("Meeting: … (Item 8)"), or NULL.
 * (transfer full): GArray of Candidate. */
GArray *candidate_reader_read (CandidateReader *self, const Stream *rows, guint start,
                               guint end, guint headed, GHashTable *titles,
                               const gchar *item);

/* (transfer full): title_clean () */
gchar *candidate_clean_title (CandidateReader *self, const gchar *title);

/* Whether a row is a title that agendas have, with a letter for its number. */
gboolean candidate_is_lettered (CandidateReader *self, const Row *row);

/* Whether a row tells apart parts of an agenda and heads no item: "PART B". */
gboolean candidate_is_part (CandidateReader *self, const Row *row);
