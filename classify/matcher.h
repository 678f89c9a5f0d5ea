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

/* Begins an item: its title becomes prose. */
void matcher_read_title (Matcher *self, const gchar *title, Prose *prose);
/* Its text becomes prose, and is read whole or but for the sentences that are not telling
 * (telling.h): m:subject and m:hint hit none of these … */
void matcher_read_text (Matcher *self, const gchar *text, Prose *prose, gboolean whole);
/* … which may be read later. */
void matcher_read_rest (Matcher *self, const Prose *prose);
/* Fills hits (GArray of Hit) with what stands in what was read, by sentence; of rules
 * without a concept one of each strength. What a concept's m:not hits is gone from there
 * already: see matcher_get_vetoed (). FALSE: a rule asks for words anywhere in the item,
 * so that the hits of these sentences may be others when more of it has been read. */
gboolean matcher_settle (Matcher *self, GArray *title_hits, GArray *hits);
/* What was taken away then. (transfer none): GArray of Vetoed */
const GArray *matcher_get_vetoed (const Matcher *self);
