/* candidate_rule.h: the expressions by which headings of items are known: a table to
 * read, and to add to. candidate.c says what becomes of their matches. */

#pragma once

#include "normalise/pattern.h"

typedef enum
{
  CANDIDATE_KNOWN,
  CANDIDATE_MINUTED,
  CANDIDATE_ITEM_LINE,
  CANDIDATE_ITEM_TAIL,
  CANDIDATE_FURNITURE,
  CANDIDATE_PAGES,
  CANDIDATE_DECISION,
  CANDIDATE_SENTENCE,
  CANDIDATE_PART,
  CANDIDATE_LABEL,
  CANDIDATE_RUN_IN,
  CANDIDATE_RUN_IN_STOP,
  CANDIDATE_RUN_IN_CAPITALS,
  CANDIDATE_RUN_IN_TOLD,
  CANDIDATE_LEAD,
  CANDIDATE_NAMED,
  CANDIDATE_NOTE,
  CANDIDATE_N_RULES
} CandidateRule;

extern const PatternRule candidate_rules[CANDIDATE_N_RULES];
