/* decision.c: paragraphs and sentences become marks of decisions. */

#include "normalise/decision.h"

#include "normalise/decision_rule.h"

#include <string.h>

/* The marks of a decision stand at the front; no pattern looks beyond these bytes. A
 * proposal may name its mover first, and be long. */
#define MAX_LOOK 2000
/* Bytes of a name, and what follows it, before "proposed by". */
#define MAX_NAMED 80
/* "UNANIMOUSLY RESOLVED", "Cabinet Decisions" */
#define MAX_LABEL 40

struct DecisionReader
{
  Patterns *patterns;
};

DecisionReader *
decision_reader_new (void)
{
  DecisionReader *self = g_new0 (DecisionReader, 1);

  self->patterns = patterns_new (decision_rules, DECISION_N_RULES);
  return self;
}

void
decision_reader_free (DecisionReader *self)
{
  if (self == NULL)
    return;
  patterns_free (self->patterns);
  g_free (self);
}

static gboolean
find (DecisionReader *self, guint rule, const gchar *text, Span span, PatternMatch *match)
{
  return patterns_find_within (self->patterns, rule, text, span, MAX_LOOK, match);
}

/* Most sentences have none of the words by which decisions are told, and end here. */
static gboolean
is_worth (DecisionReader *self, const gchar *text, Span span)
{
  return patterns_may_match_part (self->patterns, DECISION_WORTH, text + span.start,
                                  MIN (span.end - span.start, MAX_LOOK));
}

typedef struct
{
  const gchar *word; /* in lower case */
  ResolutionKind kind;
} KindRule;

static const KindRule kinds[] = {
  { "res", RESOLUTION_RESOLVED },    { "pend", RESOLUTION_RESOLVED },
  { "rec", RESOLUTION_RECOMMENDED }, { "argym", RESOLUTION_RECOMMENDED },
  { "ord", RESOLUTION_ORDERED },     { "dec", RESOLUTION_DECIDED },
  { "det", RESOLUTION_DECIDED },     { "not", RESOLUTION_NOTED },
  { "carr", RESOLUTION_CARRIED },
};

static ResolutionKind
kind_of (const gchar *text, Span word)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_ascii_strncasecmp (text + word.start, kinds[i].word, strlen (kinds[i].word))
        == 0)
      return kinds[i].kind;
  return RESOLUTION_AGREED;
}

/* A label stands in a paragraph's first words. */
static Span
label_of (const gchar *text, Span paragraph)
{
  gsize length = MIN (paragraph.end - paragraph.start, MAX_LABEL);

  return (Span){ paragraph.start, character_end (text, paragraph.start + length) };
}

gboolean
decision_reader_label (DecisionReader *self, const gchar *text, Span paragraph,
                       Decision *ret_decision)
{
  PatternMatch match;
  Decision decision = { 0 };

  if (!is_worth (self, text, label_of (text, paragraph)))
    return FALSE;
  if (find (self, DECISION_LABEL, text, paragraph, &match)
      || find (self, DECISION_LABEL_TITLE, text, paragraph, &match))
    decision.label = TRUE;
  else if (find (self, DECISION_LABEL_COLON, text, paragraph, &match))
    decision.label = decision.loose = TRUE;
  else
    return FALSE;
  decision.kind = kind_of (text, match.group[1]);
  if (decision.loose)
    decision.kind = RESOLUTION_DECIDED;
  decision.exact = (Span){ match.group[0].end, paragraph.end };
  if (decision.kind == RESOLUTION_RECOMMENDED
      && find (self, DECISION_TO_WHOM, text, decision.exact, &match))
    decision.exact.start = match.group[0].end;
  /* "Resolved to RECOMMEND (to Council)" over what is recommended */
  if (strncmp (text + decision.exact.start, "to RECOMMEND", strlen ("to RECOMMEND")) == 0)
    decision.kind = RESOLUTION_RECOMMENDED;
  decision.soft = decision.kind == RESOLUTION_NOTED;
  decision.lead = decision.exact.start >= decision.exact.end
                  || decision_reader_bare (self, text, decision.exact);
  *ret_decision = decision;
  return TRUE;
}

/* "agreed that it was good" thinks; "agreed that it be done", "would be done" decides. */
static gboolean
is_opinion (DecisionReader *self, const gchar *text, Span said)
{
  PatternMatch opinion, deontic;

  if (!find (self, DECISION_OPINION, text, said, &opinion))
    return FALSE;
  return !find (self, DECISION_DEONTIC, text, said, &deontic)
         || deontic.group[0].end > opinion.group[0].end;
}

static gboolean
first_is (const gchar *text, Span span, const gchar *word)
{
  gsize length = strlen (word);

  return span.end - span.start >= length
         && g_ascii_strncasecmp (text + span.start, word, length) == 0
         && (span.end - span.start == length
             || !g_ascii_isalnum (text[span.start + length]));
}

/* May what follows the verb be what was decided by it? */
static gboolean
fits (DecisionReader *self, const gchar *text, ResolutionKind kind, Span verb, Span said)
{
  gboolean to_or_that = first_is (text, said, "that") || first_is (text, said, "to");
  gboolean agreed = first_is (text, verb, "agreed");

  if (said.start >= said.end)
    return text[verb.start] != 'n' && text[verb.start] != 'N'; /* a lead-in */
  if (find (self, DECISION_NOT_DECIDED, text, said, NULL))
    return FALSE;
  if (kind == RESOLUTION_NOTED)
    return !to_or_that && !first_is (text, said, "how") && !first_is (text, said, "what");
  if (g_ascii_isupper (text[verb.start]) && g_ascii_isupper (text[verb.start + 1]))
    return TRUE;
  if (agreed && !find (self, DECISION_AGREED, text, said, NULL))
    return FALSE;
  if (agreed || kind == RESOLUTION_RESOLVED)
    return !is_opinion (self, text, said);
  if (kind == RESOLUTION_DECIDED)
    return to_or_that;
  return TRUE;
}

static gboolean
read_active (DecisionReader *self, const gchar *text, Span sentence, Decision *decision)
{
  PatternMatch match, end;
  Span before, said;

  if (!find (self, DECISION_ACTIVE, text, sentence, &match))
    return FALSE;
  before = (Span){ sentence.start, match.group[2].start };
  if (find (self, DECISION_PERSON, text, match.group[1], NULL)
      || find (self, DECISION_RETOLD, text, before, NULL))
    return FALSE;
  decision->kind = kind_of (text, match.group[2]);
  said = (Span){ match.group[0].end, sentence.end };
  if (!fits (self, text, decision->kind, match.group[2], said))
    return FALSE;
  /* "approved its plan in 2021", not "agreed to hold one in November 2025" */
  if (find (self, DECISION_RETOLD_END, text, said, NULL)
      && g_ascii_islower (text[match.group[2].start]) && !first_is (text, said, "to"))
    return FALSE;
  decision->lead = said.start >= said.end || decision_reader_bare (self, text, said)
                   || (text[sentence.end - 1] == ':' && said.end - said.start < 80);
  decision->soft = decision->kind == RESOLUTION_NOTED;
  if (decision->soft && find (self, DECISION_NOTED_END, text, said, &end))
    sentence.end = end.group[0].start;
  /* "resolved" only marks; in "agreed", "approved" the verb is of what was done. */
  decision->exact = decision->kind == RESOLUTION_RESOLVED || decision->lead
                        ? said
                        : (Span){ match.group[1].start, sentence.end };
  return TRUE;
}

static gboolean
read_passive (DecisionReader *self, const gchar *text, Span sentence, Decision *decision)
{
  PatternMatch match;
  gboolean capitals;

  if (find (self, DECISION_PROPOSED, text, sentence, &match))
    capitals = TRUE;
  else if (find (self, DECISION_PASSIVE, text, sentence, &match)
           || find (self, DECISION_MARKED, text, sentence, &match))
    capitals = g_ascii_isupper (text[match.group[1].start]);
  else
    return FALSE;
  if (find (self, DECISION_CONDITIONAL, text,
            (Span){ sentence.start, match.group[0].start }, NULL))
    return FALSE;
  if (!capitals
      && find (self, DECISION_RETOLD, text,
               (Span){ sentence.start, match.group[0].start }, NULL))
    return FALSE;
  decision->kind = kind_of (text, match.group[1]);
  decision->told = !capitals && decision->kind == RESOLUTION_RECOMMENDED;
  decision->exact = (Span){ match.group[0].end, sentence.end };
  if (decision->exact.start < decision->exact.end
      && (find (self, DECISION_NOT_DECIDED, text, decision->exact, NULL)
          || (!capitals && g_ascii_islower (text[decision->exact.start])
              && !find (self, DECISION_AGREED, text, decision->exact, NULL))
          || (!capitals && is_opinion (self, text, decision->exact))))
    return FALSE;
  if (decision->kind == RESOLUTION_RECOMMENDED
      && find (self, DECISION_TO_WHOM, text, decision->exact, &match))
    decision->exact.start = match.group[0].end;
  decision->lead = decision->exact.start >= decision->exact.end
                   || decision_reader_bare (self, text, decision->exact);
  /* "It was agreed." says nothing. */
  return !decision->lead || text[sentence.end - 1] != '.' || capitals;
}

/* Of "Ann Frost – proposed by Cllr Batt": what stands behind the name. */
static Span
behind_name (const gchar *text, Span sentence)
{
  gsize length = MIN (sentence.end - sentence.start, MAX_NAMED);
  const gchar *at = g_strstr_len (text + sentence.start, (gssize)length, " proposed by ");

  if (at != NULL && at - text > (gssize)sentence.start
      && (at[-1] == '-' || (guchar)at[-1] >= 0x80))
    sentence.start = (gsize)(at + 1 - text);
  return sentence;
}

/* Sentences that are kept whole. */
static gboolean
read_whole (DecisionReader *self, const gchar *text, Span sentence, Decision *decision)
{
  gboolean minutes;
  PatternMatch match;

  decision->exact = sentence;
  decision->kind = RESOLUTION_AGREED;
  minutes = find (self, DECISION_MINUTES, text, sentence, &match);
  /* "The minutes were proposed by Cllr A and seconded by Cllr B." */
  decision->told = minutes && first_is (text, match.group[1], "proposed");
  if (minutes || find (self, DECISION_MINUTES_SHORT, text, sentence, NULL)
      || find (self, DECISION_PROPOSED_WHOLE, text, behind_name (text, sentence), NULL)
      || (decision->told = find (self, DECISION_RECOMMENDATIONS, text, sentence, NULL))
      || find (self, DECISION_PAYMENTS, text, sentence, NULL))
    return !find (self, DECISION_CONDITIONAL, text, sentence, NULL);
  decision->kind = RESOLUTION_NOTED;
  decision->soft = TRUE;
  return find (self, DECISION_NOTED, text, sentence, NULL)
         || find (self, DECISION_NOTED_ALONE, text, sentence, NULL);
}

static gboolean
read_election (DecisionReader *self, const gchar *text, Span sentence, Decision *decision)
{
  decision->exact = sentence;
  decision->kind = RESOLUTION_AGREED;
  decision->soft = FALSE;
  return find (self, DECISION_ELECTED, text, sentence, NULL)
         && !find (self, DECISION_RETOLD, text, sentence, NULL);
}

static gboolean
is_quotation (const gchar *text, Span sentence)
{
  gunichar first = g_utf8_get_char (text + sentence.start);

  return first == 0x201c || first == 0x2018 || first == '"';
}

gboolean
decision_reader_sentence (DecisionReader *self, const gchar *text, Span sentence,
                          Decision *ret_decision)
{
  Decision decision = { 0 };
  PatternMatch match;

  if (sentence.start >= sentence.end)
    return FALSE;
  if (!is_worth (self, text, sentence))
    {
      *ret_decision = decision;
      return read_election (self, text, sentence, ret_decision);
    }
  /* “RESOLVED: That the public be excluded” is what might be passed, or was said. */
  if (is_quotation (text, sentence))
    return FALSE;
  if (find (self, DECISION_FOLLOWING, text, sentence, &match))
    {
      decision.kind = kind_of (text, match.group[1]);
      decision.lead = TRUE;
      decision.exact = (Span){ sentence.end, sentence.end };
    }
  else if (find (self, DECISION_BODY_LISTS, text, sentence, &match))
    {
      decision.kind = RESOLUTION_DECIDED;
      decision.exact = (Span){ match.group[0].end, sentence.end };
    }
  else if (find (self, DECISION_PROPOSED_THEN, text, sentence, &match))
    {
      decision.kind = kind_of (text, match.group[2]);
      decision.exact = match.group[1];
    }
  else if (!read_passive (self, text, sentence, &decision)
           && !read_active (self, text, sentence, &decision)
           && !read_whole (self, text, sentence, &decision)
           && !read_election (self, text, sentence, &decision))
    return FALSE;
  *ret_decision = decision;
  return TRUE;
}

gboolean
decision_reader_motion (DecisionReader *self, const gchar *text, Span sentence,
                        Span *ret_motion)
{
  PatternMatch match;

  if (!is_worth (self, text, sentence)
      || (!find (self, DECISION_MOTION, text, sentence, &match)
          && !find (self, DECISION_MOTION_NAMED, text, sentence, &match)))
    return FALSE;
  *ret_motion = match.group[1];
  if (sentence.end - sentence.start > MAX_LOOK)
    ret_motion->end = sentence.end;
  return TRUE;
}

gboolean
decision_reader_assent (DecisionReader *self, const gchar *text, Span sentence)
{
  return find (self, DECISION_ASSENT, text, sentence, NULL);
}

gboolean
decision_reader_conditional (DecisionReader *self, const gchar *text, Span span)
{
  return find (self, DECISION_CONDITIONAL, text, span, NULL);
}

gboolean
decision_reader_aside (DecisionReader *self, const gchar *text, Span sentence)
{
  return find (self, DECISION_ASIDE, text, sentence, NULL);
}

gboolean
decision_reader_told (DecisionReader *self, const gchar *text, Span sentence)
{
  return find (self, DECISION_TOLD, text, sentence, NULL);
}

gboolean
decision_reader_bare (DecisionReader *self, const gchar *text, Span span)
{
  return find (self, DECISION_BARE, text, span, NULL);
}

gboolean
decision_reader_deontic (DecisionReader *self, const gchar *text, Span span)
{
  return find (self, DECISION_DEONTIC, text, span, NULL);
}

gboolean
decision_reader_heading (DecisionReader *self, const gchar *text, Span span)
{
  return find (self, DECISION_HEADING, text, span, NULL);
}

gboolean
decision_reader_recommends (DecisionReader *self, const gchar *text, Span span)
{
  return find (self, DECISION_RECOMMENDS, text, span, NULL);
}
