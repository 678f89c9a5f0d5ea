/* explanation.h: why an item has a tag, or has not: what stands in it that speaks for a
 * concept, what was left out, and what each thing weighs.
 *
 * Plain records; strings are owned and never NULL. */

#pragma once

#include "classify/signs.h"
#include "classify/tag.h"

/* A label or rule of the concept that stands in the item. */
typedef struct
{
  gchar *rule; /* as people wrote it */
  Strength strength;
  gboolean in_title;
  gboolean counted; /* FALSE: its sentence was left out, as about something else, or … */
  gchar *veto;      /* … this m:not of the concept stands there too; "" if none */
  Span span;        /* its words, in bytes of the item's text, or of its title */
} Finding;

/* What one thing adds to the sum whose logistic is the score. */
typedef struct
{
  const gchar *name; /* "a strong rule"; not owned */
  gdouble weight;
} Ground;

typedef struct
{
  gchar *concept;
  gchar *label;
  Tag *tag; /* (nullable): the item has none for it */
  gdouble score;
  gdouble threshold; /* what the score has to reach */
  Subject subject;   /* whether the item is about services for children */
  guint n_left_out;  /* sentences that were not looked at, as about something else */
  guint n_sentences;
  guint n_rules;        /* labels and rules that the concept has */
  gboolean learned;     /* whether there are learned weights for it */
  GPtrArray *findings;  /* Finding *, those in the title first */
  GArray *grounds;      /* Ground, heaviest first; none that weighs nothing */
  gchar *learned_words; /* the heaviest of the best passage: "story, book"; "" if none */
} Explanation;

void explanation_free (Explanation *explanation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Explanation, explanation_free)

/* Of each concept, by score; as verdict_of_item (). (transfer full): GPtrArray of
 * Explanation * */
GPtrArray *explanation_of_item (const Taxonomy *taxonomy, Model *model, Signs *signs,
                                const Reading *reading, Subject subject,
                                const Item *item);
