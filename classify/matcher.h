/* matcher.h: the rules of a taxonomy, found in a text.
 *
 * One pass over the words: what is present in a sentence (finder.h) brings the rules that
 * are filed under it (rulebook.h), and only these are held against the sentence. */

#pragma once

#include "classify/compiler.h"
#include "classify/tokeniser.h"

typedef struct
{
  guint concept; /* index in taxonomy_get_concepts; COMPILER_NO_CONCEPT */
  Strength strength;
  guint length;      /* of text, in bytes */
  const gchar *text; /* the rule or label, as people wrote it */
} MatcherRule;

typedef struct
{
  const MatcherRule *rule;
  guint32 sentence; /* of the Prose */
  guint32 first;    /* tokens, half-open */
  guint32 last;
} Hit;

/* A hit that an m:not of its concept, in the same sentence, has taken away. */
typedef struct
{
  Hit hit;
  const MatcherRule *veto;
  gboolean title;
} Vetoed;

#define MATCHER_MAX_HITS 3           /* of one rule in a sentence */
#define MATCHER_MAX_STEPS_TRIED 4000 /* for one rule in a sentence */
#define MATCHER_MAX_TRIED 40000      /* for all rules in a sentence */

typedef struct Matcher Matcher;

/* (transfer full); keeps a reference to the taxonomy. */
Matcher *matcher_new (Taxonomy *taxonomy);
void matcher_free (Matcher *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Matcher, matcher_free)

/* Reads an item: title and text become prose, and hits (GArray of Hit) holds what stands
 * in them, by sentence; of rules without a concept one of each strength. What a concept's
 * m:not hits is gone from there already: see matcher_get_vetoed (). */
void matcher_read (Matcher *self, const gchar *title, const gchar *text,
                   Prose *title_prose, GArray *title_hits, Prose *prose, GArray *hits);
/* What was taken away from the item that was read last. (transfer none): GArray of
 * Vetoed */
const GArray *matcher_get_vetoed (const Matcher *self);
