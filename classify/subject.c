/* subject.c: hits of the scheme's own rules → whether an item, and each of its sentences,
 * is about the council's services for children. */

#include "classify/subject.h"

/* ------------------------------------------------------------------ what is expected */

/* What things weigh. An item is taken as a whole from WHOLE on, in parts from SOME on. */
#define WHOLE 1.9
#define SOME 1.4
#define SUNDRY 2.4 /* of its words alone, under a title that says nothing */
#define BODY_OURS 3.0
#define BODY_HINT 2.0
#define BODY_OTHERS (-3.0)
#define TITLE_OURS 4.0
#define TITLE_RULE 2.0 /* children, and a concept's label or strong rule */
#define TITLE_HINT 1.0
#define TITLE_OTHERS (-4.0)
#define SENTENCE 1.0 /* each that speaks of these services, up to … */
#define MAX_SENTENCES 3
#define RULE 0.5 /* each label or strong rule, up to … */
#define MAX_RULES 2
#define MAX_CONCEPTS 4
#define HINTED 1.0 /* children are spoken of all through */
#define HINTED_SHARE 0.3
#define SENTENCE_OTHERS (-0.8) /* each about something else, up to MAX_SENTENCES */
#define OTHERS_SHARE 0.25      /* of the sentences, from which an item is in parts */
#define AGENDA_MIN 4           /* titles that tell of a committee */
#define AGENDA_WEIGHT 4.0

/* Words for and against, among the hits of a title. */
typedef struct
{
  guint subject;
  guint elsewhere;
  guint formal;
  guint sundry;
  guint hint;
  guint strong; /* labels and strong rules of concepts */
} Count;

static Count
count_hits (const GArray *hits)
{
  Count count = { 0 };

  for (guint i = 0; i < hits->len; i++)
    {
      Strength strength = g_array_index (hits, Hit, i).rule->strength;

      count.subject += strength == STRENGTH_SUBJECT;
      count.elsewhere += strength == STRENGTH_ELSEWHERE;
      count.formal += strength == STRENGTH_FORMAL;
      count.sundry += strength == STRENGTH_SUNDRY;
      count.hint += strength == STRENGTH_HINT;
      count.strong += strength <= STRENGTH_STRONG;
    }
  return count;
}

Expectation
expectation_of_body (const GArray *hits)
{
  Count count = count_hits (hits);

  if (count.subject > 0)
    return BODY_OURS;
  if (count.elsewhere > 0)
    return BODY_OTHERS;
  return count.hint > 0 ? BODY_HINT : 0;
}

gboolean
expectation_is_settled (Expectation body)
{
  return body == BODY_OURS || body == BODY_OTHERS;
}

void
agenda_add (Agenda *self, const GArray *title_hits)
{
  Count count = count_hits (title_hits);

  if (count.formal > 0 || count.sundry > 0)
    return;
  self->n++;
  self->ours += count.elsewhere == 0 && (count.subject > 0 || count.hint > 0);
  self->others += count.elsewhere > 0 && count.subject == 0;
}

Expectation
expectation_of_agenda (Expectation body, const Agenda *agenda)
{
  gdouble share = (gdouble)agenda->ours - (gdouble)agenda->others;

  if (expectation_is_settled (body) || agenda->n < AGENDA_MIN - 1
      || (body > 0 && share >= 0))
    return body;
  return body + AGENDA_WEIGHT * share / MAX (agenda->n, AGENDA_MIN);
}

/* ---------------------------------------------------------------------- the sentences */

#define BIT(strength) (1u << (strength))
#define STRONG (BIT (STRENGTH_LABEL) | BIT (STRENGTH_STRONG)) /* of any concept */

/* Whether a sentence has hits of one of these strengths. */
static inline gboolean
says (const Reading *reading, guint sentence, guint strengths)
{
  return (g_array_index (reading->strengths, guint16, sentence) & strengths) != 0;
}

/* What labels and strong rules find of a concept. */
typedef struct
{
  guint concept;
  guint n_rules;
  const MatcherRule *rules[MAX_RULES];
} Found;

static void
note_found (Found *found, const MatcherRule *rule)
{
  for (guint i = 0; i < found->n_rules; i++)
    if (found->rules[i] == rule)
      return;
  if (found->n_rules < MAX_RULES)
    found->rules[found->n_rules++] = rule;
}

/* Different labels and strong rules, up to MAX_RULES of each of MAX_CONCEPTS concepts, in
 * sentences that speak of children and not of something else: a concept's own phrases, if
 * several are there, are unmistakable. */
static guint
count_rules (const Reading *reading)
{
  Found found[MAX_CONCEPTS];
  guint n = 0, sum = 0;

  for (guint i = 0; i < reading->hits->len; i++)
    {
      const Hit *hit = &g_array_index (reading->hits, Hit, i);
      gboolean subject = says (reading, hit->sentence, BIT (STRENGTH_SUBJECT));
      guint j = 0;

      if (hit->rule->strength > STRENGTH_STRONG
          || says (reading, hit->sentence, BIT (STRENGTH_ABSENT))
          || (says (reading, hit->sentence, BIT (STRENGTH_ELSEWHERE)) && !subject)
          || !(subject || says (reading, hit->sentence, BIT (STRENGTH_HINT))))
        continue;
      while (j < n && found[j].concept != hit->rule->concept)
        j++;
      if (j == MAX_CONCEPTS)
        continue;
      if (j == n)
        found[n++] = (Found){ .concept = hit->rule->concept };
      note_found (&found[j], hit->rule);
    }
  for (guint i = 0; i < n; i++)
    sum += found[i].n_rules;
  return sum;
}

/* What an item's own words weigh. */
typedef struct
{
  gdouble ours;
  gdouble others;
  gdouble hinted;
  gboolean of_others; /* much of it, and more than is about ours */
} Weight;

static Weight
weigh_text (const Reading *reading)
{
  guint n = reading->prose->sentences->len;
  guint subject = 0, elsewhere = 0, hint = 0;
  Weight weight;

  for (guint i = 0; i < n; i++)
    {
      gboolean ours = says (reading, i, BIT (STRENGTH_SUBJECT));

      subject += ours;
      elsewhere += !ours && says (reading, i, BIT (STRENGTH_ELSEWHERE));
      hint += ours || says (reading, i, BIT (STRENGTH_HINT));
    }
  weight.ours = SENTENCE * MIN (subject, MAX_SENTENCES) + RULE * count_rules (reading);
  weight.others = SENTENCE_OTHERS * MIN (elsewhere, MAX_SENTENCES);
  weight.hinted = hint > 0 && hint >= HINTED_SHARE * n ? HINTED : 0;
  weight.of_others = elsewhere > subject && elsewhere >= OTHERS_SHARE * n;
  return weight;
}

/* A title that names a concept, of children: what it names, the item is about. */
static gboolean
names_concept (const Count *title)
{
  return title->strong > 0 && title->hint > 0;
}

static gdouble
weigh_title (const Count *title)
{
  gdouble sum = 0;

  if (title->subject > 0)
    sum += TITLE_OURS;
  else if (title->hint > 0)
    sum += names_concept (title) ? TITLE_RULE : TITLE_HINT;
  return sum + (title->elsewhere > 0 ? TITLE_OTHERS : 0);
}

static Subject
weigh (const GArray *title_hits, Weight text, Expectation expected)
{
  Count title = count_hits (title_hits);
  gdouble sum = expected + weigh_title (&title) + text.ours + text.others + text.hinted;

  if (title.formal > 0)
    return SUBJECT_NO;
  if (title.sundry > 0 && title.subject == 0)
    return text.ours >= SUNDRY ? SUBJECT_PARTS : SUBJECT_NO;
  if (title.elsewhere == 0
      && (sum >= WHOLE ? title.subject > 0 || names_concept (&title) || !text.of_others
                       : sum >= SOME && names_concept (&title) && !text.of_others))
    return SUBJECT_YES;
  return sum >= SOME ? SUBJECT_PARTS : SUBJECT_NO;
}

Subject
subject_of_item (const Reading *reading, Expectation expected)
{
  return weigh (reading->title_hits, weigh_text (reading), expected);
}

Outlook
subject_foresee (const Reading *reading, Expectation expected)
{
  static const Weight nothing = { 0 };
  static const Weight most = {
    .ours = SENTENCE * MAX_SENTENCES + RULE * MAX_RULES * MAX_CONCEPTS, .hinted = HINTED
  };

  if (weigh (reading->title_hits, nothing, expected) != SUBJECT_NO)
    return OUTLOOK_GOOD;
  if (reading->sure && weigh (reading->title_hits, most, expected) == SUBJECT_NO)
    return OUTLOOK_NONE;
  return OUTLOOK_OPEN;
}

void
subject_of_sentences (const Reading *reading, Subject subject, GArray *usable)
{
  guint n = reading->prose->sentences->len;
  g_autofree gboolean *parts = NULL;

  g_array_set_size (usable, 0);
  g_array_set_size (usable, n);
  if (subject == SUBJECT_NO)
    return;
  parts = g_new0 (gboolean, reading->passages->len + 2);
  /* a passage that speaks of the subject, and those beside it; parts is one off. One that
   * speaks of children in a concept's own words is one for itself. */
  for (guint i = 0; i < n && subject == SUBJECT_PARTS; i++)
    {
      guint passage = g_array_index (reading->passage_of, guint32, i) + 1;

      if (says (reading, i, BIT (STRENGTH_SUBJECT)))
        parts[passage - 1] = parts[passage] = parts[passage + 1] = TRUE;
      else if (says (reading, i, BIT (STRENGTH_HINT)) && says (reading, i, STRONG)
               && !says (reading, i, BIT (STRENGTH_ELSEWHERE)))
        parts[passage] = TRUE;
    }
  for (guint i = 0; i < n; i++)
    g_array_index (usable, gboolean, i) =
        !says (reading, i, BIT (STRENGTH_ABSENT))
        && (!says (reading, i, BIT (STRENGTH_ELSEWHERE))
            || says (reading, i, BIT (STRENGTH_SUBJECT)))
        && (subject == SUBJECT_YES
            || parts[g_array_index (reading->passage_of, guint32, i) + 1]);
}
