/* resolution.c: an item's paragraphs become its resolutions. */

#include "normalise/resolution.h"

#include "normalise/bare_resolution.h"
#include "normalise/lead_table.h"
#include "normalise/echo.h"
#include "normalise/quotation.h"
#include "normalise/resolving.h"
#include "normalise/sentence.h"
#include "normalise/word_list.h"
#include "normalise/wrapped.h"

#include <string.h>

/* Sentences of one paragraph that are looked at. */
#define MAX_SENTENCES 2000
/* A lead-in before a bulleted list: a longer one says what was resolved itself. */
#define MAX_LEAD 60
#define MAX_TRIMS 8 /* "; and." and a remark in brackets, and another */
/* Paragraphs of an entry of a list, the last of which says what was resolved of it. */
#define MAX_BETWEEN 4
/* Bytes of a cell with a decision's number */
#define MAX_CODE_CELL 40

/* clang-format off */
static const PatternRule rules[RESOLVING_N_RULES] = {
  /* "… be paid (proposed Cllr Poole, seconded Cllr Ashe)."; "(Action: Clerk)"; an owner
   * from a column at the right that the page's text runs together with it */
  [RESOLVING_TRAILER] = { "remark at the end, or a site's link",
    "(?=[.;,(\\[]|" PATTERN_BLANK ")[.;,]?\\s*[(\\[](?:[Pp]rop|PROP|[Mm]oved|[Ss]econd|ACTION|[Aa]ction|[Vv]ot|"
    "[Uu]nanim|UNANIM|[Ff]or\\b|FOR\\b|[Ii]n favour|[Nn]em|[Aa]ll (?:in|agreed)|[0-9]+ "
    "(?:votes? )?(?:for|in favour)|Cllr|Councillor)"
    "[^()\\[\\]]{0,200}[)\\]]\\s*\\.?\\s*$|"
    "[.;]\\s+(?:[Uu]nanimously (?:agreed|approved|carried|resolved)|[Aa]greed unanimously|[Cc]arried unanimously|"
    "[Aa]ll (?:in favour|agreed))\\s*\\.?$|"
    "(?:\\.{3}|…)\\s*view the full minutes text.{0,40}$" },

  /* ModernGov's labels, alone on their line */
  [RESOLVING_SECTION] = { "section",
    "^(?:Decisions?|DECISIONS?|Minutes|MINUTES)\\s*:?$" },

  /* how a paragraph begins that is a resolution without a marker */
  [RESOLVING_BEGINS] = { "begins as a resolution",
    "^(?:[Tt]hat|THAT|[Tt]o|TO)\\b" },

  /* "In the absence of Cllr Poole, to agree that …" */
  [RESOLVING_GIVEN] = { "a circumstance, and what is resolved",
    "^(?:In|On|Subject|Following|Having|Given|With)\\b[^.:;]{3,160},\\s+(?:to\\s+(?:agree|approve|note|endorse|"
    "receive|appoint|elect|recommend|request|delegate|authorise|accept|confirm)|that)\\b" },
  /* "; and" between entries */
  [RESOLVING_AMONG] = { "and",
    "(?=[;,]|" PATTERN_BLANK ")(?:[;,]|\\s)\\s*(?:and|or|AND|a|ac)\\s*[:;,]?$" },

  /* "E/39797 Porch", "23/01234/FUL": a list of planning applications has no markers */
  [RESOLVING_CODE] = { "code",
    "^(?=[A-Z0-9.-]{0,12}(?:/|[0-9]{4}))(?:[A-Z]{1,5}[/-]?)?"
    "[0-9]{2,}[A-Z0-9/.-]*(?=[\\s:–-]|$)" },
};
/* clang-format on */

ResolutionReader *
resolution_reader_new (void)
{
  ResolutionReader *self = g_new0 (ResolutionReader, 1);

  self->decisions = decision_reader_new ();
  self->verbs = verb_reader_new ();
  self->patterns = patterns_new (rules, RESOLVING_N_RULES);
  return self;
}

void
resolution_reader_free (ResolutionReader *self)
{
  if (self == NULL)
    return;
  decision_reader_free (self->decisions);
  verb_reader_free (self->verbs);
  patterns_free (self->patterns);
  g_free (self);
}

/* Without blanks, closing separators and remarks in brackets. */
static Span
trim_resolution (const Resolving *r, Span span)
{
  guint rounds = 0;
  gsize before;

  span = span_trim (r->text, span);
  /* "(i) | That X": a cell for the mark */
  if (span.end > span.start + 2 && strncmp (r->text + span.start, "| ", 2) == 0)
    span = span_trim (r->text, (Span){ span.start + 2, span.end });
  do
    {
      Span tail = resolving_tail (r->text, span);
      PatternMatch match;

      before = span.end;
      if (resolving_find (r, RESOLVING_TRAILER, tail, &match)
          || resolving_find (r, RESOLVING_AMONG, tail, &match))
        span.end = match.group[0].start;
      while (span.end > span.start && strchr (".;:,", r->text[span.end - 1]) != NULL)
        span.end--;
      span = span_trim (r->text, span);
    }
  while (span.end < before && span.end > span.start && ++rounds < MAX_TRIMS);
  return span;
}

/* "(a) 24/0131, porch" over "Resolved to object" and "(b) 24/0132, shed": what follows
 * goes on with the list above, and was not what was resolved. */
static gboolean
is_between_entries (const Resolving *r, guint i, Span said, const Block *next)
{
  static const gchar *const marks[] = { ":", ";", ",", "-", "–", "—" };
  const Block *block = resolving_block (r, i);

  if (block->marker.style != MARKER_NONE || next == NULL
      || next->marker.style == MARKER_NONE || said.start >= said.end
      || word_list_ends (marks, G_N_ELEMENTS (marks), r->text + said.start,
                         said.end - said.start)
      || g_strstr_len (r->text + said.start, said.end - said.start, "ollowing") != NULL
      || memchr (r->text + said.start, ' ', said.end - said.start) == NULL)
    return FALSE;
  /* "7.3": paragraphs of the item */
  if (next->marker.style == MARKER_DOTTED)
    return TRUE;
  for (guint k = i; k > 0 && i - k < MAX_BETWEEN; k--)
    {
      const Block *above = resolving_block (r, k - 1);

      if (above->marker.style != MARKER_NONE)
        return marker_same_series (&above->marker, &next->marker)
               && (next->marker.style == MARKER_BULLET
                   || next->marker.value == above->marker.value + 1);
    }
  return FALSE;
}

/* What a mark of a decision leads to: a list, a list in its own paragraph, itself. */
static void
take (Resolving *r, guint i, const Decision *decision)
{
  const Block *block = resolving_block (r, i);
  const Block *next = resolving_block_after (r, i);
  Span said = span_trim (r->text, decision->exact);
  Marker marker;
  gsize body;

  r->open = FALSE;
  r->entries = 0;
  r->labelled = decision->label;
  if (decision->lead)
    {
      Span tabled = lead_over_table (r->text, block, next);

      if (tabled.end > tabled.start)
        resolving_add (r, block->marker.number, tabled, decision->kind);
      else
        resolving_open (r, block, decision);
      return;
    }
  if (resolving_lists (r, said, &marker, &body))
    {
      resolving_open (r, block, decision);
      r->lead_verb = NULL;
      resolving_add_run_in (r, &marker, body, said.end);
      return;
    }
  if (resolving_begins (block, next) && !is_between_entries (r, i, said, next)
      && strchr (".!?)", resolving_last_char (r, said)) == NULL)
    {
      if (next->marker.style != MARKER_BULLET || said.end - said.start <= MAX_LEAD)
        {
          resolving_open (r, block, decision);
          return;
        }
      resolving_add (r, block->marker.number, said, decision->kind);
      resolving_open (r, block, decision);
      /* The bullets that follow belong to what was said. */
      r->entries = 1;
      r->entry = (Marker){ MARKER_BULLET, 0, 0, { 0, 0 } };
      return;
    }
  if (decision->label)
    resolving_add_said (r, block, decision);
  else
    resolving_add (r, block->marker.number, said, decision->kind);
}

/* "Noted" in a column beside a letter received */
static void
take_noted (Resolving *r, guint i, const Decision *decision)
{
  const Block *block = resolving_block (r, i);
  const Block *beside = i > 0 ? resolving_block (r, i - 1) : NULL;

  if (beside != NULL && block->side && beside->marker.style != MARKER_NONE)
    resolving_add (r, beside->marker.number, beside->body, RESOLUTION_NOTED);
  else
    resolving_add (r, block->marker.number, decision->exact, RESOLUTION_NOTED);
}

/* "b) 24/0131, porch. Resolved: to object." A label within a paragraph. */
static gboolean
take_inner_label (Resolving *r, guint i, Span sentence)
{
  const Block *block = resolving_block (r, i);
  Span rest = { sentence.start, block->body.end };
  Decision decision;

  if (!decision_reader_label (r->reader->decisions, r->text, rest, &decision)
      || decision.soft
      || (decision.exact.start >= decision.exact.end
          && resolving_last_char (r, rest) == '.'))
    return FALSE;
  if (!motion_is_closed (r, i, &decision))
    take (r, i, &decision);
  return TRUE;
}

/* "98/2019 | The Cabinet agreed to": where the cell begins that is beside a number of a
 * table of decisions. */
static gsize
behind_code (const Resolving *r, Span body)
{
  static const gchar bar[] = " | ";
  gsize at = body.start;
  gboolean code = FALSE;

  for (; at + strlen (bar) < body.end && at < body.start + MAX_CODE_CELL; at++)
    if (strncmp (r->text + at, bar, strlen (bar)) == 0)
      return code ? at + strlen (bar) : body.start;
    else
      code |= r->text[at] == '/' && at > body.start && g_ascii_isdigit (r->text[at - 1])
              && g_ascii_isdigit (r->text[at + 1]);
  return body.start;
}

static void
take_sentences (Resolving *r, guint i)
{
  const Block *block = resolving_block (r, i);
  DecisionReader *decisions = r->reader->decisions;
  g_autoptr (GArray) quotations = quotations_in (r->text, block->body);
  gsize from = behind_code (r, block->body);

  for (guint n = 0; n < MAX_SENTENCES; n++)
    {
      Span sentence = sentence_next (r->text, from, block->body.end);
      Decision decision;
      Span motion;

      if (sentence.start >= sentence.end)
        return;
      from = sentence.end;
      /* A petition that says "the Cabinet agreed to close it" decides nothing. */
      if (quotations_hold (quotations, sentence.start))
        continue;
      motion_take_vote (r, sentence);
      if ((n > 0 || sentence.start > block->body.start)
          && take_inner_label (r, i, sentence))
        return;
      if (r->motion.end > r->motion.start
          && decision_reader_assent (decisions, r->text, sentence))
        {
          resolving_add (r, r->motion_number, r->motion, RESOLUTION_AGREED);
          r->motion = (Span){ 0, 0 };
        }
      else if (decision_reader_sentence (decisions, r->text, sentence, &decision))
        {
          Marker marker;
          gsize body;

          if (quotations_hold (quotations, decision.exact.start))
            continue;
          /* "It was resolved: 1. That X. 2. That Y." */
          if (!decision.soft
              && marker_read (r->text, (Span){ decision.exact.start, block->body.end },
                              &marker, &body)
              && marker.style != MARKER_BULLET)
            {
              decision.exact.end = block->body.end;
              decision.lead = FALSE;
              take (r, i, &decision);
              return;
            }
          if (decision.soft)
            take_noted (r, i, &decision);
          else if (!decision.lead || sentence.end >= block->body.end)
            {
              guint before = r->found->len;

              take (r, i, &decision);
              for (; decision.told && before < r->found->len; before++)
                g_array_index (r->found, Found, before).told = TRUE;
            }
        }
      else if (decision_reader_motion (decisions, r->text, sentence, &motion))
        {
          motion_settle (r);
          r->motion = motion;
          r->motion_number = block->marker.number;
        }
    }
}

/* "2. That …" goes on with a list that other text, or the foot of a page, broke off. */
static gboolean
resumes (const Resolving *r, guint i)
{
  const Block *block = resolving_block (r, i);

  return r->entries > 0 && r->entry.style != MARKER_NONE
         && r->entry.style != MARKER_BULLET && !block->quoted
         && marker_same_series (&r->entry, &block->marker)
         && block->marker.value == r->entry.value + 1
         && resolving_find (r, RESOLVING_BEGINS, block->body, NULL);
}

static void
take_block (Resolving *r, guint i)
{
  const Block *block = resolving_block (r, i);
  DecisionReader *decisions = r->reader->decisions;
  Decision decision;
  gboolean label, listed;

  if (block->span.end - block->span.start < 12
      && resolving_find (r, RESOLVING_SECTION, block->span, NULL))
    r->section = g_ascii_tolower (r->text[block->span.start]) != 'd' ? SECTION_MINUTES
                 : r->section == SECTION_MINUTES                     ? SECTION_AGAIN
                                                                     : SECTION_DECISION;
  if (block->quoted)
    {
      r->open = FALSE;
      return;
    }
  if (!r->open && resumes (r, i))
    {
      r->open = TRUE;
      resolving_add_entry (r, &block->marker, block->body);
      return;
    }
  if (!r->open && resolving_lost_its_word (r, i))
    {
      decision = (Decision){ .kind = RESOLUTION_RESOLVED, .lead = TRUE };
      decision.exact = (Span){ block->body.end, block->body.end };
      take (r, i, &decision);
      return;
    }
  if (!r->open && resolving_is_orphan (r, i))
    {
      decision = (Decision){ .kind = RESOLUTION_AGREED, .lead = TRUE };
      decision.exact = (Span){ block->body.end, block->body.end };
      take (r, i, &decision);
      return;
    }
  label = decision_reader_label (decisions, r->text, block->body, &decision);
  if (label && decision.lead && resolving_last_char (r, block->span) == '.'
      && decision.exact.start >= decision.exact.end)
    label = FALSE; /* "Agreed." assents */
  /* "RESOLVED: 1. Agreed that …" is an entry with a verb of its own. */
  if (label && r->open && block->marker.style != MARKER_NONE
      && g_ascii_islower (r->text[block->body.start + 1]))
    label = FALSE;
  listed = label && r->open && resolving_is_listed (r, block);
  if (listed)
    resolving_keep_verb (r, block, &decision);
  if (r->open && !label)
    {
      if (block->side
          || (r->entries == 0 ? resolving_first_entry (r, i)
                              : resolving_further_entry (r, i)))
        return;
      r->open = FALSE;
    }
  if (!label)
    {
      take_sentences (r, i);
      motion_take_below (r, i);
      return;
    }
  motion_take_vote (r, block->span);
  if (resolving_is_conditional (r, i))
    r->open = FALSE;
  else if (!motion_is_closed (r, i, &decision))
    {
      take (r, i, &decision);
      if (listed && !r->open)
        resolving_reopen (r, block);
    }
}

static gint
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *x = a, *y = b;

  return x->span.start < y->span.start ? -1 : x->span.start > y->span.start;
}

/* "Decision: Apologies for absence from Cllr Carr": nobody decided that. */
static gboolean
is_no_decision (const Resolving *r, const Found *found)
{
  static const gchar *const words[] = { "Apologies ", "An apology ", "No declarations",
                                        "There were no ", "None" };

  return found->kind == RESOLUTION_DECIDED
         && word_list_begins (words, G_N_ELEMENTS (words), r->text + found->span.start);
}

static void
hand_over (Resolving *r, Item *item)
{
  g_array_sort (r->found, compare_found);
  for (guint i = 0; i < r->found->len; i++)
    {
      Found *found = &g_array_index (r->found, Found, i);
      Resolution resolution = { 0 };
      const gchar *verb;

      found->span = trim_resolution (r, found->span);
      if (found->span.start >= found->span.end || echo_is (r, i)
          || is_no_decision (r, found))
        continue;
      verb = verb_reader_leading (r->reader->verbs, r->text, found->span);
      if (found->verb != NULL && !resolving_find (r, RESOLVING_BEGINS, found->span, NULL)
          && !verb_reader_begins (r->reader->verbs, r->text, found->span))
        verb = found->verb;
      resolution.number = g_strndup (r->text + found->number.start,
                                     found->number.end - found->number.start);
      resolution.kind = found->kind;
      if (decision_reader_recommends (r->reader->decisions, r->text, found->span))
        resolution.kind = RESOLUTION_RECOMMENDED;
      resolution.verb = g_strdup (verb);
      resolution.span = found->span;
      g_array_append_val (item->resolutions, resolution);
    }
}

static gboolean
may_resolve (MeetingKind kind)
{
  return kind == MEETING_KIND_MINUTES || kind == MEETING_KIND_ISSUE
         || kind == MEETING_KIND_DECISION || kind == MEETING_KIND_UNKNOWN;
}

void
resolution_reader_read (ResolutionReader *self, const Meeting *meeting, Item *item,
                        const GArray *blocks)
{
  g_autoptr (GArray) found = g_array_new (FALSE, TRUE, sizeof (Found));
  g_autoptr (GArray) whole = NULL;
  Resolving r = { .reader = self,
                  .text = item->text,
                  .blocks = blocks,
                  .votes = item->votes,
                  .page = meeting->kind == MEETING_KIND_DECISION,
                  .found = found };

  if (!may_resolve (meeting->kind))
    return;
  if (item->page_start == 0)
    r.blocks = blocks = whole = wrapped_join (self->decisions, item->text, blocks);
  for (guint i = 0; i < blocks->len; i++)
    take_block (&r, i);
  motion_settle (&r);
  r.labelled = TRUE; /* what stands so says more than what was told */
  bare_resolutions_take (&r, meeting, item);
  hand_over (&r, item);
}
