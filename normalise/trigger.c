/* trigger.c: the words that name inspections are found in a sentence. */

#include "normalise/trigger.h"

#include <string.h>

/* Bytes before a date that say what it is of, and between it and its inspection. */
#define DATE_CONTEXT 60
#define MAX_DISTANCE 160
/* Bytes between "HM Inspectorate of Probation" and "inspected". */
#define MAX_BESIDE 40

gboolean
mention_has (const Reading *r, guint rule, const gchar *text, gsize length)
{
  return patterns_find (r->patterns, rule, text, length, 0, NULL);
}

/* Does the text from `floor` to `at` match a rule that ends in $? */
gboolean
mention_before (const Reading *r, guint rule, const Sentence *s, gsize floor, gsize at)
{
  gsize from = character_end (s->text, MAX (floor, at - MIN (at, DATE_CONTEXT)));

  return mention_has (r, rule, s->text + from, at - from);
}

static gboolean
is_event (const Reading *r, const Sentence *s, Span span)
{
  return !mention_has (r, MENTION_NO_EVENT_AFTER, s->text + span.end,
                       s->length - span.end)
         && !mention_before (r, MENTION_NO_EVENT_BEFORE, s, 0, span.start);
}

guint
triggers_find (const Reading *r, const Sentence *s, Trigger *triggers)
{
  gboolean other = mention_has (r, MENTION_OTHER, s->text, s->length);
  guint n = 0;

  for (guint f = 0; f < G_N_ELEMENTS (frameworks); f++)
    {
      const FrameworkRule *framework = &frameworks[f];
      PatternMatch match;
      gsize from = 0;

      if (framework->rule == MENTION_PLAIN && (other || !r->context))
        break;
      while (n < MAX_TRIGGERS
             && patterns_find (r->patterns, framework->rule, s->text, s->length, from,
                               &match))
        {
          Span span = match.group[0];
          gboolean inside = FALSE;

          from = MAX (span.end, from + 1);
          for (guint i = 0; i < n && !inside; i++)
            inside =
                span.start < triggers[i].span.end && span.end > triggers[i].span.start;
          if (inside || span.end <= span.start)
            continue;
          triggers[n++] = (Trigger){ framework, span, is_event (r, s, span), -1 };
        }
    }
  return n;
}

/* "HM Inspectorate of Probation inspected the service": what goes just before a bare
 * "inspected" says of what kind it is. */
static const FrameworkRule *
special_before (const Trigger *triggers, guint n, Span plain)
{
  for (guint i = 0; i < n; i++)
    if (triggers[i].framework < &frameworks[N_SPECIAL]
        && triggers[i].span.end <= plain.start
        && plain.start - triggers[i].span.end <= MAX_BESIDE)
      return triggers[i].framework;
  return NULL;
}

/* "Inspectors were here on 5 March", behind a sentence that named the visit */
gboolean
trigger_tells_on (const Reading *r, const Sentence *s, guint block,
                  const Trigger *trigger)
{
  return r->pending.framework != NULL && r->pending.block == block
         && trigger->span.start + strlen ("Inspectors") <= s->length
         && g_ascii_strncasecmp (s->text + trigger->span.start, "inspectors",
                                 strlen ("inspectors"))
                == 0;
}

/* A bare "inspection" is of the kind that the words before it, the item's title or a
 * letter tell. */
void
triggers_settle (const Reading *r, const Sentence *s, guint block, Trigger *triggers,
                 guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const FrameworkRule *special;

      if (triggers[i].framework->rule != MENTION_PLAIN)
        continue;
      special = special_before (triggers, n, triggers[i].span);
      if (special != NULL)
        triggers[i].framework = special;
      else if (trigger_tells_on (r, s, block, &triggers[i]))
        triggers[i].framework = r->pending.framework;
      else if (r->titled != NULL)
        triggers[i].framework = r->titled;
      else if (mention_has (r, MENTION_LETTER, s->text, s->length))
        triggers[i].framework = &frameworks[FOCUSED_FRAMEWORK];
    }
}

/* The inspection that a date at `span` is nearest to; one before it is preferred. */
Trigger *
triggers_nearest (Trigger *triggers, guint n, Span span)
{
  Trigger *best = NULL;
  gsize best_distance = MAX_DISTANCE;

  for (guint i = 0; i < n; i++)
    {
      gsize distance;

      if (triggers[i].span.end <= span.start)
        distance = span.start - triggers[i].span.end;
      else if (triggers[i].span.start >= span.end)
        /* "In July 2023, the service was …" or else "the July 2023 inspection" */
        distance = (span.start < 4 ? 1 : 4) * (triggers[i].span.start - span.end);
      else
        continue;
      if (distance < best_distance)
        {
          best = &triggers[i];
          best_distance = distance;
        }
    }
  return best;
}

/* "the letter of the focused visit in May 2024": May is of the visit, what stands before
 * its name is of no matter. "Ofsted's letter of May" is no name of a visit. */
gboolean
trigger_names (const Sentence *s, const Trigger *trigger)
{
  return trigger->framework->rule != MENTION_PLAIN
         || g_ascii_tolower (s->text[trigger->span.start]) == 'i';
}
