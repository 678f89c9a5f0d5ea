/* matcher.h: the rules of a taxonomy, found in a text.
 *
 * One pass over the words: each sentence becomes a set of symbols (lexicon.h), and only
 * the rules whose rarest symbol, their anchor, stands in it are looked at. */

#pragma once

#include "classify/taxonomy.h"
#include "classify/tokeniser.h"

typedef enum
{
  STRENGTH_LABEL, /* prefLabel, altLabel or hiddenLabel: enough alone */
  STRENGTH_STRONG,
  STRENGTH_WEAK,
  STRENGTH_NOT,       /* the sentence is not about the concept */
  STRENGTH_SUBJECT,   /* no concept: speaks for the council's services for children */
  STRENGTH_ELSEWHERE, /* no concept: speaks against it */
  STRENGTH_ABSENT,    /* no concept: what the sentence names was not taken up */
  STRENGTH_FORMAL     /* no concept: the item, if in its title, takes nothing up */
} Strength;

typedef struct
{
  guint concept; /* index in taxonomy_get_concepts; MATCHER_NO_CONCEPT */
  Strength strength;
  const gchar *text; /* the rule or label, as people wrote it */
} MatcherRule;

#define MATCHER_NO_CONCEPT G_MAXUINT

typedef struct
{
  const MatcherRule *rule;
  guint32 sentence; /* of the Prose */
  guint32 first;    /* tokens, half-open */
  guint32 last;
} Hit;

#define MATCHER_MAX_HITS 3           /* of one rule in a sentence */
#define MATCHER_MAX_STEPS_TRIED 4000 /* for one rule in a sentence */
#define MATCHER_MAX_TRIED 40000      /* for all rules in a sentence */

typedef struct Matcher Matcher;

/* (transfer full); keeps a reference to the taxonomy. */
Matcher *matcher_new (Taxonomy *taxonomy);
void matcher_free (Matcher *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Matcher, matcher_free)

/* To be called between documents. */
void matcher_forget (Matcher *self);

/* Reads an item: title and text become prose, and hits (GArray of Hit) holds what stands
 * in them, by sentence. What a concept's m:not hits is gone from there already. */
void matcher_read (Matcher *self, const gchar *title, const gchar *text,
                   Prose *title_prose, GArray *title_hits, Prose *prose, GArray *hits);
