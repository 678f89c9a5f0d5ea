/* compiler.h: a taxonomy → the tables of a Rulebook. */

#pragma once

#include "classify/rulebook.h"
#include "classify/taxonomy.h"

typedef enum
{
  STRENGTH_LABEL, /* prefLabel, altLabel or hiddenLabel: enough alone */
  STRENGTH_STRONG,
  STRENGTH_WEAK,
  STRENGTH_NOT,     /* the sentence is not about the concept */
  STRENGTH_SUBJECT, /* of no concept, from here on: in the order of SchemeRules */
  STRENGTH_ELSEWHERE,
  STRENGTH_ABSENT,
  STRENGTH_FORMAL,
  STRENGTH_SUNDRY,
  STRENGTH_HINT
} Strength;

#define COMPILER_NO_CONCEPT G_MAXUINT32

/* A phrase is announced by pairs of words if there are no more than this for it: "in
 * {child} home" by (in, child), (in, kid) … */
#define COMPILER_MAX_PAIRS 32
/* Rules under one trigger before they are filed under two. */
#define COMPILER_MAX_LIST 16

/* The bytes of a Rulebook, the same for the same taxonomy. (transfer full) */
GBytes *compiler_compile (const Taxonomy *taxonomy);
