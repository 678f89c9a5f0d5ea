/* decision.h: the words by which minutes mark that something was decided.
 *
 * Two kinds of place are told apart: a label at the front of a paragraph ("RESOLVED –",
 * "Decision:", "AGREED") and a sentence ("The Panel agreed that …", "It was proposed by
 * …, seconded by … and agreed to …"). What is only told of an earlier meeting, asked for,
 * proposed or thought ("had resolved", "is asked to", "agreed that it was good") is none.
 */

#pragma once

#include "normalise/meeting.h"

typedef struct
{
  ResolutionKind kind;
  gboolean lead;  /* nothing is said yet; what was decided follows in other paragraphs */
  gboolean label; /* by a label, not a sentence */
  gboolean loose; /* a label such as "Decision:", behind which a tale may stand as well as
                     a resolution */
  gboolean soft;  /* noted, not decided */
  gboolean
      told; /* in passing: "It was recommended that …", of which a label may say more */
  Span exact; /* what was decided; empty for a bare lead-in */
} Decision;

typedef struct DecisionReader DecisionReader;

DecisionReader *decision_reader_new (void);
void decision_reader_free (DecisionReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DecisionReader, decision_reader_free)

/* A label that the paragraph (without its list marker) begins with. One with nothing
 * behind it leads in what follows; but "Agreed." assents to what goes before, which the
 * caller tells by the stop. */
gboolean decision_reader_label (DecisionReader *self, const gchar *text, Span paragraph,
                                Decision *ret_decision);

/* A sentence that decides something. */
gboolean decision_reader_sentence (DecisionReader *self, const gchar *text, Span sentence,
                                   Decision *ret_decision);

/* What a sentence such as "Cllr A moved, seconded by Cllr B, that the rate be held" would
 * have decided. */
gboolean decision_reader_motion (DecisionReader *self, const gchar *text, Span sentence,
                                 Span *ret_motion);

/* "Agreed unanimously.", "All in favour.": the motion before it was decided. */
gboolean decision_reader_assent (DecisionReader *self, const gchar *text, Span sentence);

/* A paragraph after which a resolution is only what might be passed: "to consider passing
 * the following resolution:". */
gboolean decision_reader_conditional (DecisionReader *self, const gchar *text, Span span);

/* A sentence that follows a resolution in its paragraph and is no part of it: "Councillor
 * Poole left the meeting.", "(Action: Clerk)". */
gboolean decision_reader_aside (DecisionReader *self, const gchar *text, Span sentence);

/* A sentence under the label "Decision" that tells what anybody decided: "The Executive
 * Member approved the award." */
gboolean decision_reader_told (DecisionReader *self, const gchar *text, Span sentence);

/* A lead-in's second line: "That the Committee for Parks:", "the Cabinet". */
gboolean decision_reader_bare (DecisionReader *self, const gchar *text, Span span);

/* "That the notes be confirmed …": says what is to be done. */
gboolean decision_reader_deontic (DecisionReader *self, const gchar *text, Span span);

/* A heading that ends what was resolved: "Reasons for decision", "Minutes:". */
gboolean decision_reader_heading (DecisionReader *self, const gchar *text, Span span);

/* Does a resolution recommend to others: "that Cabinet be recommended to …"? */
gboolean decision_reader_recommends (DecisionReader *self, const gchar *text, Span span);
