/* resolution.c: an item's paragraphs become its resolutions. */

#include "normalise/resolution.h"

#include "normalise/decision.h"
#include "normalise/pattern.h"
#include "normalise/sentence.h"
#include "normalise/verb.h"

#include <string.h>

/* No item of real minutes comes near; a made one may have a million. */
#define MAX_RESOLUTIONS 2000
/* Beyond these, Decision and Minutes are not compared with one another. */
#define MAX_COMPARED 100
/* Letters by which two words of a resolution are compared. */
#define SAME_LETTERS 4
/* Sentences of one paragraph that are looked at. */
#define MAX_SENTENCES 2000
/* A lead-in before a bulleted list: a longer one says what was resolved itself. */
#define MAX_LEAD 60
/* The end of a resolution in which its proposer may be named. */
#define TAIL 300
/* "; and." and a remark in brackets, and another */
#define MAX_TRIMS 8
/* A line of an entry that is a planning application: address, applicant, outcome. */
#define MAX_CODED_LINE 200

enum
{
  TRAILER,
  SECTION,
  BEGINS,
  AMONG,
  CODE,
  N_RULES
};

/* clang-format off */
static const PatternRule rules[N_RULES] = {
  /* "… be paid (proposed Cllr Poole, seconded Cllr Ashe)."; "(Action: Clerk)"; an owner
   * from a column at the right that the page's text runs together with it */
  [TRAILER] = { "remark in brackets at the end",
    "[.;,]?\\s*[(\\[](?:[Pp]rop|PROP|[Mm]oved|[Ss]econd|ACTION|[Aa]ction|[Vv]ot|"
    "[Uu]nanim|UNANIM|[Ff]or\\b|FOR\\b|[Ii]n favour|[Nn]em|[Aa]ll (?:in|agreed)|[0-9]+ "
    "(?:votes? )?(?:for|in favour)|Cllr|Councillor)"
    "[^()\\[\\]]{0,200}[)\\]]\\s*\\.?\\s*$" },

  /* ModernGov's labels, alone on their line */
  [SECTION] = { "section",
    "^(?:Decisions?|DECISIONS?|Minutes|MINUTES)\\s*:?$" },

  /* how a paragraph begins that is a resolution without a marker */
  [BEGINS] = { "begins as a resolution",
    "^(?:[Tt]hat|THAT|[Tt]o|TO)\\b" },

  /* "; and" between entries */
  [AMONG] = { "and",
    "(?:[;,]|\\s)\\s*(?:and|or|AND|a|ac)\\s*[:;,]?$" },

  /* "E/39797 Porch", "23/01234/FUL": a list of planning applications has no markers */
  [CODE] = { "code",
    "^(?=[A-Z0-9.-]{0,12}(?:/|[0-9]{4}))(?:[A-Z]{1,5}[/-]?)?"
    "[0-9]{2,}[A-Z0-9/.-]*(?=[\\s:–-]|$)" },
};
/* clang-format on */

struct ResolutionReader
{
  DecisionReader *decisions;
  VerbReader *verbs;
  Patterns *patterns;
};

typedef struct
{
  Span number; /* in the text */
  Span span;
  ResolutionKind kind;
  const gchar *verb; /* of the lead-in, where the entry has none */
  guint section;
} Found;

/* One reading of an item. */
typedef struct
{
  ResolutionReader *reader;
  const gchar *text;
  const GArray *blocks;
  const GArray *votes;
  guint next_vote;
  GArray *found; /* Found */
  guint section; /* grows with each of ModernGov's labels */

  gboolean open; /* a lead-in waits for entries, or for more of them */
  Decision lead;
  const gchar *lead_verb;
  Marker lead_marker;
  Marker entry; /* the last one's; MARKER_NONE before the first and for unmarked ones */
  guint entries;
  gboolean last_entry; /* "; and" stood before it */
  gboolean coded;      /* entries are planning applications, over several lines each */

  Span motion; /* moved, but not yet voted on; empty if none */
  Span motion_number;
  Span carried; /* a motion that a vote carried, and nothing resolved since */
  Span carried_number;
} Reading;

ResolutionReader *
resolution_reader_new (void)
{
  ResolutionReader *self = g_new0 (ResolutionReader, 1);

  self->decisions = decision_reader_new ();
  self->verbs = verb_reader_new ();
  self->patterns = patterns_new (rules, N_RULES);
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

/* The last bytes of a span, from a character's first byte on. */
static Span
tail_of (const gchar *text, Span span)
{
  gsize start = span.end - MIN (span.end - span.start, TAIL);

  while (start < span.end && (text[start] & 0xc0) == 0x80)
    start++;
  return (Span){ start, span.end };
}

static gboolean
find (const Reading *r, guint rule, Span span, PatternMatch *match)
{
  if (!patterns_find (r->reader->patterns, rule, r->text + span.start,
                      span.end - span.start, 0, match))
    return FALSE;
  return TRUE;
}

/* Without blanks, closing separators and remarks in brackets. */
static Span
trim_resolution (const Reading *r, Span span)
{
  guint rounds = 0;
  gsize before;

  span = span_trim (r->text, span);
  do
    {
      Span tail = tail_of (r->text, span);
      PatternMatch match;

      before = span.end;
      if (find (r, TRAILER, tail, &match) || find (r, AMONG, tail, &match))
        span.end = tail.start + match.group[0].start;
      while (span.end > span.start && strchr (".;:,", r->text[span.end - 1]) != NULL)
        span.end--;
      span = span_trim (r->text, span);
    }
  while (span.end < before && span.end > span.start && ++rounds < MAX_TRIMS);
  return span;
}

static Found *
add (Reading *r, Span number, Span span, ResolutionKind kind)
{
  Found found = { number, span, kind, NULL, r->section };

  found.span = span_trim (r->text, span);
  if (found.span.start >= found.span.end || r->found->len >= MAX_RESOLUTIONS)
    return NULL;
  g_array_append_val (r->found, found);
  r->carried = (Span){ 0, 0 };
  return &g_array_index (r->found, Found, r->found->len - 1);
}

static const Block *
block_at (const Reading *r, guint i)
{
  return i < r->blocks->len ? &g_array_index (r->blocks, Block, i) : NULL;
}

/* The next block that is no owner's name from a column. */
static const Block *
block_after (const Reading *r, guint i)
{
  const Block *block;

  do
    block = block_at (r, ++i);
  while (block != NULL && block->side);
  return block;
}

static gchar
last_char (const Reading *r, Span span)
{
  return span.end > span.start ? r->text[span.end - 1] : '\0';
}

static void
open_list (Reading *r, const Block *block, const Decision *lead)
{
  r->open = TRUE;
  r->lead = *lead;
  r->lead_verb = verb_reader_leading (r->reader->verbs, r->text, lead->exact);
  r->lead_marker = block->marker;
  r->entry = (Marker){ 0 };
  r->entries = 0;
  r->last_entry = FALSE;
  r->coded = FALSE;
}

static void
add_entry (Reading *r, const Marker *marker, Span body)
{
  Found *found;
  PatternMatch match;

  found = add (r, marker->number, body, r->lead.kind);
  if (found != NULL)
    found->verb = r->lead_verb;
  r->last_entry = r->entries > 0 && r->last_entry;
  r->entry = *marker;
  r->entries++;
  r->last_entry = find (r, AMONG, tail_of (r->text, body), &match);
}

static void
extend_last (Reading *r, gsize end)
{
  if (r->found->len > 0)
    g_array_index (r->found, Found, r->found->len - 1).span.end = end;
}

/* Splits "(1) That …; (2) That …" that runs on in one paragraph. */
static void
add_run_in (Reading *r, const Marker *first, gsize body, gsize end)
{
  Marker marker = *first;
  gsize from = body;

  for (gsize at = body; at < end; at++)
    {
      Marker next;
      gsize next_body;

      if (strchr ("(0123456789", r->text[at]) == NULL && r->text[at - 1] != '(')
        continue;
      if (r->text[at - 1] != ' ' || marker.style == MARKER_BULLET)
        continue;
      if (!marker_read (r->text, (Span){ at, end }, &next, &next_body))
        continue;
      if (next.style == MARKER_ALPHA && marker.style == MARKER_ROMAN)
        next.style = MARKER_ROMAN, next.value = marker.value + (next.value == 22);
      if (!marker_same_series (&marker, &next) || next.value != marker.value + 1)
        continue;
      add_entry (r, &marker, (Span){ from, at });
      marker = next;
      from = next_body;
      at = next_body;
    }
  add_entry (r, &marker, (Span){ from, end });
}

/* Is this the first entry of a list that a lead-in or resolution opens? */
static gboolean
begins_list (const Reading *r, const Block *lead, const Block *next)
{
  if (next == NULL || next->quoted || next->marker.style == MARKER_NONE)
    return FALSE;
  /* "3. RESOLVED that X" and then "4." of the item's own paragraphs */
  return !(marker_same_series (&lead->marker, &next->marker)
           && next->marker.value == lead->marker.value + 1
           && lead->marker.style != MARKER_BULLET);
}

/* A resolution that is said on the spot: sentence by sentence, where each is one. */
static void
add_said (Reading *r, const Block *block, const Decision *decision)
{
  Span said = decision->exact;
  gsize from = said.start;
  Span part = { said.start, said.start };
  guint n;

  for (n = 0; n < MAX_SENTENCES && from < said.end; n++)
    {
      Span sentence = sentence_next (r->text, from, said.end);
      PatternMatch match;

      from = sentence.end;
      if (sentence.start >= sentence.end)
        break;
      if (n > 0 && decision_reader_aside (r->reader->decisions, r->text, sentence))
        break;
      /* "Decision: The notes were approved. Three actions were open.": a tale */
      if (n > 0 && decision->loose && !find (r, BEGINS, said, &match)
          && !verb_reader_begins (r->reader->verbs, r->text, said))
        {
          Decision other;

          if (decision_reader_sentence (r->reader->decisions, r->text, sentence, &other)
              && !other.lead)
            {
              add (r, block->marker.number, part, decision->kind);
              part = other.exact;
              continue;
            }
          break;
        }
      if (n > 0 && g_ascii_strncasecmp (r->text + sentence.start, "That ", 5) == 0)
        {
          add (r, block->marker.number, part, decision->kind);
          part.start = sentence.start;
        }
      part.end = sentence.end;
    }
  add (r, block->marker.number, part, decision->kind);
}

/* What a mark of a decision leads to: a list, a list in its own paragraph, itself. */
static void
take (Reading *r, guint i, const Decision *decision)
{
  const Block *block = block_at (r, i);
  const Block *next = block_after (r, i);
  Span said = span_trim (r->text, decision->exact);
  Marker marker;
  gsize body;

  r->open = FALSE;
  r->entries = 0;
  if (decision->lead)
    {
      open_list (r, block, decision);
      return;
    }
  if (marker_read (r->text, said, &marker, &body) && marker.style != MARKER_BULLET)
    {
      open_list (r, block, decision);
      r->lead_verb = NULL;
      add_run_in (r, &marker, body, said.end);
      return;
    }
  if (begins_list (r, block, next) && strchr (".!?)", last_char (r, said)) == NULL)
    {
      if (next->marker.style != MARKER_BULLET || said.end - said.start <= MAX_LEAD)
        {
          open_list (r, block, decision);
          return;
        }
      add (r, block->marker.number, said, decision->kind);
      open_list (r, block, decision);
      /* The bullets that follow belong to what was said. */
      r->entries = 1;
      r->entry = (Marker){ MARKER_BULLET, 0, 0, { 0, 0 } };
      return;
    }
  if (decision->label)
    add_said (r, block, decision);
  else
    add (r, block->marker.number, said, decision->kind);
}

/* A first entry. FALSE: it is none, and the lead-in led nowhere. */
static gboolean
take_first_entry (Reading *r, guint i)
{
  const Block *block = block_at (r, i);
  DecisionReader *decisions = r->reader->decisions;
  PatternMatch match;

  if (block->marker.style != MARKER_NONE)
    {
      if (marker_same_series (&r->lead_marker, &block->marker)
          && block->marker.style != MARKER_BULLET
          && block->marker.value == r->lead_marker.value + 1)
        return FALSE;
      add_entry (r, &block->marker, block->body);
      return TRUE;
    }
  if (decision_reader_heading (decisions, r->text, block->span))
    return FALSE;
  if (decision_reader_bare (decisions, r->text, block->span)
      || (last_char (r, block->span) == ':'
          && (find (r, BEGINS, block->span, &match)
              || (r->lead.loose
                  && decision_reader_told (decisions, r->text, block->span)))))
    {
      r->lead_verb = verb_reader_leading (r->reader->verbs, r->text, block->span);
      return TRUE;
    }
  if (!find (r, BEGINS, block->span, &match)
      && !verb_reader_begins (r->reader->verbs, r->text, block->span)
      && (r->lead.loose || r->lead.soft))
    {
      Decision told = r->lead;

      if (!r->lead.loose || !decision_reader_told (decisions, r->text, block->span))
        return FALSE;
      /* "Decision" and, below it, "The Executive Member approved the award." */
      told.exact = block->body;
      add_said (r, block, &told);
      r->open = FALSE;
      return TRUE;
    }
  add_entry (r, &block->marker, block->span);
  r->coded = find (r, CODE, block->span, &match);
  return TRUE;
}

/* An entry behind the first. FALSE: the list has ended. */
static gboolean
take_further_entry (Reading *r, guint i)
{
  const Block *block = block_at (r, i);
  gboolean same = marker_same_series (&r->entry, &block->marker);
  gunichar first = g_utf8_get_char (r->text + block->span.start);
  PatternMatch match;
  gchar last;

  if (r->entry.style == MARKER_BULLET && r->entry.sign == 0
      && block->marker.style == MARKER_BULLET)
    {
      extend_last (r, block->span.end);
      return TRUE;
    }
  if (block->marker.style == MARKER_NONE)
    {
      if (r->coded && block->span.end - block->span.start <= MAX_CODED_LINE
          && !decision_reader_heading (r->reader->decisions, r->text, block->span))
        {
          if (find (r, CODE, block->span, &match))
            add_entry (r, &block->marker, block->span);
          else
            extend_last (r, block->span.end);
          return TRUE;
        }
      /* Unmarked resolutions stand one under the other: "That …", "That …". */
      if (r->entry.style == MARKER_NONE && find (r, BEGINS, block->span, &match)
          && !decision_reader_heading (r->reader->decisions, r->text, block->span))
        {
          add_entry (r, &block->marker, block->span);
          return TRUE;
        }
      if (r->found->len == 0)
        return FALSE;
      last = last_char (r, g_array_index (r->found, Found, r->found->len - 1).span);
      if (g_unichar_islower (first) && strchr (".;", last) == NULL)
        {
          extend_last (r, block->span.end);
          return TRUE;
        }
      return FALSE;
    }
  if (same && block->marker.style == MARKER_BULLET)
    {
      add_entry (r, &block->marker, block->body);
      return TRUE;
    }
  if (same && block->marker.value > r->entry.value
      && block->marker.value <= r->entry.value + 2)
    {
      /* "3. RESOLVED: 1. … 2. … ; and 3. ….", then "4." of the item itself */
      if (marker_same_series (&r->lead_marker, &block->marker)
          && block->marker.value == r->lead_marker.value + 1 && !r->last_entry)
        return FALSE;
      add_entry (r, &block->marker, block->body);
      return TRUE;
    }
  if (same
      || (marker_same_series (&r->lead_marker, &block->marker)
          && block->marker.style != MARKER_NONE))
    return FALSE;
  if (r->entry.style == MARKER_NONE && r->entries > 0)
    return FALSE;
  extend_last (r, block->span.end);
  return TRUE;
}

static void
take_vote (Reading *r, Span sentence)
{
  while (r->next_vote < r->votes->len)
    {
      const Vote *vote = &g_array_index (r->votes, Vote, r->next_vote);

      if (vote->span.start >= sentence.end)
        return;
      r->next_vote++;
      if (vote->span.end <= sentence.start)
        continue;
      if (vote->carried && r->motion.end > r->motion.start)
        {
          r->carried = r->motion;
          r->carried_number = r->motion_number;
        }
      r->motion = (Span){ 0, 0 };
    }
}

static void
settle_carried (Reading *r)
{
  Span carried = r->carried;

  if (carried.end > carried.start)
    add (r, r->carried_number, carried, RESOLUTION_CARRIED);
  r->carried = (Span){ 0, 0 };
}

/* "Noted" in a column beside a letter received */
static void
take_noted (Reading *r, guint i, const Decision *decision)
{
  const Block *block = block_at (r, i);
  const Block *beside = i > 0 ? block_at (r, i - 1) : NULL;

  if (beside != NULL && block->side && beside->marker.style != MARKER_NONE)
    add (r, beside->marker.number, beside->body, RESOLUTION_NOTED);
  else
    add (r, block->marker.number, decision->exact, RESOLUTION_NOTED);
}

/* "b) 24/0131, porch. Resolved: to object." A label within a paragraph. */
static gboolean
take_inner_label (Reading *r, guint i, Span sentence)
{
  const Block *block = block_at (r, i);
  Span rest = { sentence.start, block->body.end };
  Decision decision;

  if (!decision_reader_label (r->reader->decisions, r->text, rest, &decision)
      || decision.soft
      || (decision.exact.start >= decision.exact.end && last_char (r, rest) == '.'))
    return FALSE;
  take (r, i, &decision);
  return TRUE;
}

static void
take_sentences (Reading *r, guint i)
{
  const Block *block = block_at (r, i);
  DecisionReader *decisions = r->reader->decisions;
  gsize from = block->body.start;

  for (guint n = 0; n < MAX_SENTENCES; n++)
    {
      Span sentence = sentence_next (r->text, from, block->body.end);
      Decision decision;
      Span motion;

      if (sentence.start >= sentence.end)
        return;
      from = sentence.end;
      take_vote (r, sentence);
      if (n > 0 && take_inner_label (r, i, sentence))
        return;
      if (r->motion.end > r->motion.start
          && decision_reader_assent (decisions, r->text, sentence))
        {
          add (r, r->motion_number, r->motion, RESOLUTION_AGREED);
          r->motion = (Span){ 0, 0 };
        }
      else if (decision_reader_sentence (decisions, r->text, sentence, &decision))
        {
          Marker marker;
          gsize body;

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
            take (r, i, &decision);
        }
      else if (decision_reader_motion (decisions, r->text, sentence, &motion))
        {
          settle_carried (r);
          r->motion = motion;
          r->motion_number = block->marker.number;
        }
    }
}

/* Resolutions that are only shown so that they may be passed. */
static gboolean
is_conditional (const Reading *r, guint i)
{
  const Block *before = i > 0 ? block_at (r, i - 1) : NULL;

  return before != NULL && last_char (r, before->span) == ':'
         && decision_reader_conditional (r->reader->decisions, r->text, before->span);
}

/* "That the Committee for Parks:" over "1. Approved the trial": what was done needs no
 * other mark; "1. Approve the trial" would be a proposal. */
static gboolean
is_orphan (const Reading *r, guint i)
{
  const Block *block = block_at (r, i);
  const Block *next = block_after (r, i);

  return last_char (r, block->span) == ':' && next != NULL
         && next->marker.style != MARKER_NONE
         && block->body.end - block->body.start > strlen ("That the")
         && decision_reader_bare (r->reader->decisions, r->text, block->body)
         && verb_reader_begins_past (r->reader->verbs, r->text, next->body);
}

/* "2. That …" goes on with a list that other text, or the foot of a page, broke off. */
static gboolean
resumes (const Reading *r, guint i)
{
  const Block *block = block_at (r, i);
  PatternMatch match;

  return r->entries > 0 && r->entry.style != MARKER_NONE
         && r->entry.style != MARKER_BULLET && !block->quoted
         && marker_same_series (&r->entry, &block->marker)
         && block->marker.value == r->entry.value + 1
         && find (r, BEGINS, block->body, &match);
}

static void
take_block (Reading *r, guint i)
{
  const Block *block = block_at (r, i);
  DecisionReader *decisions = r->reader->decisions;
  Decision decision;
  PatternMatch match;
  gboolean label;

  if (block->span.end - block->span.start < 12 && find (r, SECTION, block->span, &match))
    r->section++;
  if (block->quoted)
    {
      r->open = FALSE;
      return;
    }
  if (!r->open && resumes (r, i))
    {
      r->open = TRUE;
      add_entry (r, &block->marker, block->body);
      return;
    }
  if (!r->open && is_orphan (r, i))
    {
      decision = (Decision){ .kind = RESOLUTION_AGREED, .lead = TRUE };
      decision.exact = (Span){ block->body.end, block->body.end };
      take (r, i, &decision);
      return;
    }
  label = decision_reader_label (decisions, r->text, block->body, &decision);
  if (label && decision.lead && last_char (r, block->span) == '.'
      && decision.exact.start >= decision.exact.end)
    label = FALSE; /* "Agreed." assents */
  /* "RESOLVED: 1. Agreed that …" is an entry with a verb of its own. */
  if (label && r->open && block->marker.style != MARKER_NONE
      && g_ascii_islower (r->text[block->body.start + 1]))
    label = FALSE;
  if (r->open && !label)
    {
      if (block->side
          || (r->entries == 0 ? take_first_entry (r, i) : take_further_entry (r, i)))
        return;
      r->open = FALSE;
    }
  if (!label)
    {
      take_sentences (r, i);
      return;
    }
  take_vote (r, block->span);
  if (is_conditional (r, i))
    r->open = FALSE;
  else
    take (r, i, &decision);
}

static gint
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *x = a, *y = b;

  return x->span.start < y->span.start ? -1 : x->span.start > y->span.start;
}

/* A set of the words of a resolution, for comparison. */
static GHashTable *
words_of (const gchar *text, Span span)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gsize at = span.start;

  while (at < span.end)
    {
      gsize from;

      while (at < span.end && !g_ascii_isalnum (text[at]))
        at++;
      for (from = at; at < span.end && g_ascii_isalnum (text[at]);)
        at++;
      /* "Noted the report" and "Notes the report" are one. */
      if (at > from)
        g_hash_table_add (words,
                          g_ascii_strdown (text + from, MIN (at - from, SAME_LETTERS)));
    }
  return words;
}

static gboolean
same_words (const gchar *text, Span a, Span b)
{
  g_autoptr (GHashTable) words = words_of (text, a);
  g_autoptr (GHashTable) others = words_of (text, b);
  GHashTableIter iter;
  gpointer word;
  guint common = 0;

  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    common += g_hash_table_contains (others, word);
  return 10 * 2 * common >= 8 * (g_hash_table_size (words) + g_hash_table_size (others));
}

/* Was the same resolved under another of ModernGov's labels before? */
static gboolean
is_repeated (const Reading *r, guint i)
{
  const Found *found = &g_array_index (r->found, Found, i);

  if (i >= MAX_COMPARED)
    return FALSE;
  for (guint j = 0; j < i; j++)
    {
      const Found *other = &g_array_index (r->found, Found, j);

      if (other->section != found->section && other->span.end > other->span.start
          && same_words (r->text, other->span, found->span))
        return TRUE;
    }
  return FALSE;
}

static void
hand_over (Reading *r, Item *item)
{
  g_array_sort (r->found, compare_found);
  for (guint i = 0; i < r->found->len; i++)
    {
      Found *found = &g_array_index (r->found, Found, i);
      Resolution resolution = { 0 };
      PatternMatch match;
      const gchar *verb;

      found->span = trim_resolution (r, found->span);
      if (found->span.start >= found->span.end || is_repeated (r, i))
        continue;
      verb = verb_reader_leading (r->reader->verbs, r->text, found->span);
      if (found->verb != NULL && !find (r, BEGINS, found->span, &match)
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
  Reading r = { .reader = self,
                .text = item->text,
                .blocks = blocks,
                .votes = item->votes,
                .found = found };

  if (!may_resolve (meeting->kind))
    return;
  for (guint i = 0; i < blocks->len; i++)
    take_block (&r, i);
  settle_carried (&r);
  hand_over (&r, item);
}
