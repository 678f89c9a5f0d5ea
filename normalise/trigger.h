/* trigger.h: the words of a sentence that name an inspection: "focused visit", "the ILACS
 * inspection", "inspected".
 *
 * One that names an event may be given a date, grades, the day of publication. A bare
 * "inspection" is of the kind that the words before it, the sentence before, the item's
 * title or a letter tell. For mention.c. */

#pragma once

#include "normalise/date.h"
#include "normalise/framework.h"
#include "normalise/mention.h"
#include "normalise/mention_rule.h"
#include "normalise/pattern.h"

#define MAX_TRIGGERS 12 /* of one sentence */

typedef struct
{
  const FrameworkRule *framework;
  Span span; /* in the sentence */
  gboolean event;
  gint named; /* its place in Reading.named, -1: none yet */
} Trigger;

/* An inspection that a sentence named without its date: the next may tell it. */
typedef struct
{
  const FrameworkRule *framework; /* NULL: none */
  Span span;
  guint block;
} Pending;

typedef struct
{
  MentionReader *reader;
  Patterns *patterns; /* of mention_rules */
  Item *item;
  Pending pending;
  guint told; /* one behind the block that last named an inspection or told a grade */
  Date held;
  gboolean context;            /* a bare "inspection" is one of children's services */
  const FrameworkRule *titled; /* (nullable) what the title names */
  GArray *named;               /* Named */
} Reading;

/* A sentence, on its own. */
typedef struct
{
  const gchar *text;
  gsize length;
  gsize offset; /* of the item's text */
} Sentence;

/* The rule's match in a text; and whether the text from `floor` to `at` matches a rule
 * that ends in $. */
gboolean mention_has (const Reading *r, guint rule, const gchar *text, gsize length);
gboolean mention_before (const Reading *r, guint rule, const Sentence *s, gsize floor,
                         gsize at);

/* Fills triggers[MAX_TRIGGERS]; returns how many there are. */
guint triggers_find (const Reading *r, const Sentence *s, Trigger *triggers);

/* Gives the bare ones their framework. */
void triggers_settle (const Reading *r, const Sentence *s, guint block, Trigger *triggers,
                      guint n);

/* Whether it goes on with the inspection that the sentence before named: "Inspectors were
 * here on 5 March". */
gboolean trigger_tells_on (const Reading *r, const Sentence *s, guint block,
                           const Trigger *trigger);

/* The one that a date at `span` is nearest to; NULL: none is near. (transfer none) */
Trigger *triggers_nearest (Trigger *triggers, guint n, Span span);

/* Whether its words name a visit: "Ofsted's letter of May" does not. */
gboolean trigger_names (const Sentence *s, const Trigger *trigger);
