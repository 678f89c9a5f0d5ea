/* resolving.c: entries of a list, and sentences that stand alone, become resolutions. */

#include "normalise/resolving.h"

#include "normalise/sentence.h"
#include "normalise/word_list.h"

#include <string.h>

/* No item of real minutes comes near; a made one may have a million. */
#define MAX_RESOLUTIONS 2000
/* The end of a resolution in which its proposer may be named. */
#define TAIL 300
/* A line of an entry that is a planning application: address, applicant, outcome. */
#define MAX_CODED_LINE 200
/* Bytes of what leads from a label to its list, and paragraphs in which it is looked for
 * whether one tells or decides. */
#define MAX_LEADING 200
#define MAX_TOLD 40
/* Bytes of a line that goes on with an entry, up to its verb. */
#define MAX_WRAPPED 100
/* Sentences of one paragraph that are looked at. */
#define MAX_SENTENCES 2000

Span
resolving_tail (const gchar *text, Span span)
{
  gsize length = MIN (span.end - span.start, TAIL);

  return (Span){ character_end (text, span.end - length), span.end };
}

gboolean
resolving_find (const Resolving *r, guint rule, Span span, PatternMatch *match)
{
  return patterns_find_within (r->reader->patterns, rule, r->text, span, G_MAXSIZE,
                               match);
}

Found *
resolving_add (Resolving *r, Span number, Span span, ResolutionKind kind)
{
  Found found = { number, span, kind, .section = r->section,
                  .labelled = r->labelled && kind != RESOLUTION_NOTED };

  found.span = span_trim (r->text, span);
  if (found.span.start >= found.span.end || r->found->len >= MAX_RESOLUTIONS)
    return NULL;
  g_array_append_val (r->found, found);
  r->carried = (Span){ 0, 0 };
  return &g_array_index (r->found, Found, r->found->len - 1);
}

const Block *
resolving_block (const Resolving *r, guint i)
{
  return i < r->blocks->len ? &g_array_index (r->blocks, Block, i) : NULL;
}

const Block *
resolving_block_after (const Resolving *r, guint i)
{
  const Block *block;

  do
    block = resolving_block (r, ++i);
  while (block != NULL && block->side);
  return block;
}

gchar
resolving_last_char (const Resolving *r, Span span)
{
  return span.end > span.start ? r->text[span.end - 1] : '\0';
}

void
resolving_open (Resolving *r, const Block *block, const Decision *lead)
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

void
resolving_add_entry (Resolving *r, const Marker *marker, Span body)
{
  Found *found = resolving_add (r, marker->number, body, r->lead.kind);

  if (found != NULL)
    found->verb = r->lead_verb;
  r->entry = *marker;
  r->entries++;
  r->last_entry =
      resolving_find (r, RESOLVING_AMONG, resolving_tail (r->text, body), NULL);
}

static void
extend_last (Resolving *r, gsize end)
{
  if (r->found->len > 0)
    g_array_index (r->found, Found, r->found->len - 1).span.end = end;
}

gboolean
resolving_begins (const Block *lead, const Block *next)
{
  if (next == NULL || next->quoted || next->marker.style == MARKER_NONE)
    return FALSE;
  /* "3. RESOLVED that X" and then "4." of the item's own paragraphs */
  return !(marker_same_series (&lead->marker, &next->marker)
           && next->marker.value == lead->marker.value + 1
           && lead->marker.style != MARKER_BULLET);
}

/* A resolution that is said on the spot: sentence by sentence, where each is one. */
void
resolving_add_said (Resolving *r, const Block *block, const Decision *decision)
{
  Span said = decision->exact;
  gsize from = said.start;
  Span part = { said.start, said.start };
  guint n;

  for (n = 0; n < MAX_SENTENCES && from < said.end; n++)
    {
      Span sentence = sentence_next (r->text, from, said.end);

      from = sentence.end;
      if (sentence.start >= sentence.end)
        break;
      if (n > 0 && decision_reader_aside (r->reader->decisions, r->text, sentence))
        break;
      /* "Decision: The notes were approved. Three actions were open.": a tale */
      if (n > 0 && decision->loose && !resolving_find (r, RESOLVING_BEGINS, said, NULL)
          && !verb_reader_begins (r->reader->verbs, r->text, said))
        {
          Decision other;

          if (decision_reader_sentence (r->reader->decisions, r->text, sentence, &other)
              && !other.lead)
            {
              resolving_add (r, block->marker.number, part, decision->kind);
              part = other.exact;
              continue;
            }
          break;
        }
      if (n > 0 && g_ascii_strncasecmp (r->text + sentence.start, "That ", 5) == 0)
        {
          resolving_add (r, block->marker.number, part, decision->kind);
          part.start = sentence.start;
        }
      part.end = sentence.end;
    }
  resolving_add (r, block->marker.number, part, decision->kind);
}

/* "That the Cabinet:", "For the reasons in the report: -" between a label and its list.
 */
static gboolean
leads_on (const Resolving *r, guint i)
{
  const Block *block = resolving_block (r, i);
  const Block *next = resolving_block_after (r, i);
  DecisionReader *decisions = r->reader->decisions;
  Span span = block->span;
  g_autofree gchar *said = NULL;

  while (span.end > span.start && strchr ("- ", r->text[span.end - 1]) != NULL)
    span.end--;
  if (resolving_last_char (r, span) != ':')
    return FALSE;
  said = g_strndup (r->text + span.start, span.end - span.start);
  if (next != NULL && next->marker.style != MARKER_NONE
      && span.end - span.start <= MAX_LEADING)
    return TRUE;
  /* "That the notes of these meetings be confirmed:" is said, whatever they are. */
  if (decision_reader_deontic (decisions, r->text, span)
      && !g_str_has_suffix (said, " to:") && !g_str_has_suffix (said, " that:")
      && (next == NULL
          || (!resolving_find (r, RESOLVING_BEGINS, next->span, NULL)
              && !verb_reader_begins (r->reader->verbs, r->text, next->span))))
    return FALSE;
  return resolving_find (r, RESOLVING_BEGINS, block->span, NULL)
         || (r->lead.loose && decision_reader_told (decisions, r->text, block->span));
}

/* "Decision:" over numbered paragraphs that tell what was said, of which the last begins
 * with "Resolved": they are no list of decisions. */
static gboolean
is_told (const Resolving *r, guint i)
{
  const Block *first = resolving_block (r, i);
  Decision decision;

  if (!r->lead.loose || r->entries > 0)
    return FALSE;
  for (guint k = i + 1; k < r->blocks->len && k <= i + MAX_TOLD; k++)
    {
      const Block *block = resolving_block (r, k);

      if (block->marker.style != MARKER_NONE
          && marker_same_series (&first->marker, &block->marker)
          && decision_reader_label (r->reader->decisions, r->text, block->body, &decision)
          && !decision.loose && !decision.soft)
        return TRUE;
    }
  return FALSE;
}

/* A first entry. FALSE: it is none, and the lead-in led nowhere. */
gboolean
resolving_first_entry (Resolving *r, guint i)
{
  const Block *block = resolving_block (r, i);
  DecisionReader *decisions = r->reader->decisions;
  Marker marker;
  gsize body;

  if (block->marker.style != MARKER_NONE)
    {
      if (marker_same_series (&r->lead_marker, &block->marker)
          && block->marker.style != MARKER_BULLET
          && block->marker.value == r->lead_marker.value + 1)
        return FALSE;
      if (is_told (r, i))
        return FALSE;
      resolving_add_entry (r, &block->marker, block->body);
      return TRUE;
    }
  if (decision_reader_heading (decisions, r->text, block->span))
    return FALSE;
  if (resolving_lists (r, block->span, &marker, &body))
    {
      resolving_add_run_in (r, &marker, body, block->span.end);
      return TRUE;
    }
  if (decision_reader_bare (decisions, r->text, block->span) || leads_on (r, i))
    {
      Decision said;

      /* "Decision:" over "The Board resolved:" */
      if (r->lead.loose
          && decision_reader_sentence (decisions, r->text, block->body, &said)
          && said.lead)
        r->lead.kind = said.kind;
      r->lead_verb = verb_reader_leading (r->reader->verbs, r->text, block->span);
      return TRUE;
    }
  if (!resolving_find (r, RESOLVING_BEGINS, block->span, NULL)
      && !verb_reader_begins (r->reader->verbs, r->text, block->span)
      && (r->lead.loose || r->lead.soft)
      && !(r->lead.loose && resolving_find (r, RESOLVING_GIVEN, block->span, NULL)))
    {
      Decision told = r->lead;

      if (!r->lead.loose || !decision_reader_told (decisions, r->text, block->span))
        return FALSE;
      /* "Decision" and, below it, "The Executive Member approved the award." */
      if (!decision_reader_sentence (decisions, r->text, block->body, &told) || told.soft
          || told.lead || told.kind != RESOLUTION_RESOLVED)
        {
          told = r->lead;
          told.exact = block->body;
        }
      resolving_add_said (r, block, &told);
      r->open = FALSE;
      return TRUE;
    }
  resolving_add_entry (r, &block->marker, block->span);
  r->coded = resolving_find (r, RESOLVING_CODE, block->span, NULL);
  return TRUE;
}

/* Whether the lead-in ended in "that", so that each entry says what be done. */
static gboolean
leads_with_that (const Resolving *r)
{
  gsize at = r->lead.exact.start;

  while (at > 0 && strchr (": -\n", r->text[at - 1]) != NULL)
    at--;
  return (at >= 4 && g_ascii_strncasecmp (r->text + at - 4, "that", 4) == 0)
         || g_ascii_strncasecmp (r->text + r->lead.exact.start, "that", 4) == 0;
}

/* "(3) the guides to play and" / "Sports be welcomed." below "RESOLVED that:": what is to
 * be done stands in the next line of the source. */
static gboolean
lacks_verb (const Resolving *r, const Block *block)
{
  Span last = g_array_index (r->found, Found, r->found->len - 1).span;
  const gchar *be = g_strstr_len (r->text + last.start, last.end - last.start, " be ");
  const gchar *next = g_strstr_len (r->text + block->span.start,
                                    block->span.end - block->span.start, " be ");

  return r->entry.style != MARKER_NONE && be == NULL && next != NULL
         && g_ascii_isalnum (resolving_last_char (r, last))
         && next - (r->text + block->span.start) < MAX_WRAPPED && leads_with_that (r);
}

/* "… the Terms of Reference and Code of" / "Conduct": no entry ends so. */
static gboolean
is_broken_off (const Resolving *r, Span span)
{
  static const gchar *const words[] = { " of",   " the", " to", " for",
                                        " with", " by",  " an", " a" };

  return word_list_ends (words, G_N_ELEMENTS (words), r->text + span.start,
                         span.end - span.start);
}

/* Whether an entry ends in a comma or semicolon, or in one and "and". */
static gboolean
goes_on (const Resolving *r, Span entry)
{
  gchar last = resolving_last_char (r, entry);

  return last == ',' || last == ';'
         || resolving_find (r, RESOLVING_AMONG, resolving_tail (r->text, entry), NULL);
}

/* A block without a marker behind an entry: another one, or more of it. */
static gboolean
take_unmarked (Resolving *r, const Block *block)
{
  gunichar first = g_utf8_get_char (r->text + block->span.start);
  gboolean unmarked = r->entry.style == MARKER_NONE;
  gboolean heading =
      (r->coded || unmarked)
      && decision_reader_heading (r->reader->decisions, r->text, block->span);
  Span last;

  if (r->coded && block->span.end - block->span.start <= MAX_CODED_LINE && !heading)
    {
      if (resolving_find (r, RESOLVING_CODE, block->span, NULL))
        resolving_add_entry (r, &block->marker, block->span);
      else
        extend_last (r, block->span.end);
      return TRUE;
    }
  /* Unmarked resolutions stand one under the other: "That …", "That …". */
  if (unmarked && !heading && resolving_find (r, RESOLVING_BEGINS, block->span, NULL))
    {
      resolving_add_entry (r, &block->marker, block->span);
      return TRUE;
    }
  if (r->found->len == 0)
    return FALSE;
  last = g_array_index (r->found, Found, r->found->len - 1).span;
  /* "The minor changes in Appendix 1," / "The changes in Appendix 2, and": separators say
   * that the list goes on */
  if (unmarked && !heading && g_unichar_isupper (first) && goes_on (r, last))
    {
      resolving_add_entry (r, &block->marker, block->span);
      return TRUE;
    }
  if (!lacks_verb (r, block) && !is_broken_off (r, last)
      && !(g_unichar_islower (first)
           && strchr (".;", resolving_last_char (r, last)) == NULL))
    return FALSE;
  extend_last (r, block->span.end);
  return TRUE;
}

/* Whether a marked block is the next entry of the list. ret_ends: or shows that the list
 * has ended. */
static gboolean
is_next_entry (const Resolving *r, const Marker *marker, gboolean *ret_ends)
{
  gboolean same = marker_same_series (&r->entry, marker);
  gboolean leads = marker_same_series (&r->lead_marker, marker);

  *ret_ends = FALSE;
  if (same && marker->style == MARKER_BULLET)
    return TRUE;
  /* "1." before each entry: a site's list whose counting was lost */
  if (same && marker->value == 1 && r->entry.value == 1 && marker->style == MARKER_DECIMAL
      && !leads)
    return TRUE;
  /* "3. RESOLVED: 1. … 2. … ; and 3. ….", then "4." of the item itself */
  if (same && marker->value > r->entry.value && marker->value <= r->entry.value + 2
      && !(leads && marker->value == r->lead_marker.value + 1 && !r->last_entry))
    return TRUE;
  *ret_ends = same || leads || (r->entry.style == MARKER_NONE && r->entries > 0);
  return FALSE;
}

gboolean
resolving_further_entry (Resolving *r, guint i)
{
  const Block *block = resolving_block (r, i);
  gboolean ends;

  if (block->marker.style == MARKER_NONE)
    return take_unmarked (r, block);
  /* Bullets that belong to what was said */
  if (r->entry.style == MARKER_BULLET && r->entry.sign == 0
      && block->marker.style == MARKER_BULLET)
    {
      extend_last (r, block->span.end);
      return TRUE;
    }
  if (is_next_entry (r, &block->marker, &ends))
    {
      resolving_add_entry (r, &block->marker, block->body);
      return TRUE;
    }
  if (!ends)
    extend_last (r, block->span.end);
  return !ends;
}

gboolean
resolving_is_listed (const Resolving *r, const Block *block)
{
  return block->marker.style != MARKER_NONE
         && !marker_same_series (&r->lead_marker, &block->marker)
         && (r->entries == 0 || marker_same_series (&r->entry, &block->marker));
}

void
resolving_keep_verb (const Resolving *r, const Block *block, Decision *label)
{
  gsize at = label->exact.start;

  /* "AGREED that", "RESOLVED: That": what follows has a verb of its own. */
  if (label->lead || at < block->body.start + 2 || !g_ascii_isalnum (r->text[at - 2])
      || g_ascii_strncasecmp (r->text + at, "that ", strlen ("that ")) == 0
      || g_ascii_strncasecmp (r->text + at, "to ", strlen ("to ")) == 0)
    return;
  label->exact.start = block->body.start;
}

void
resolving_reopen (Resolving *r, const Block *block)
{
  r->open = TRUE;
  r->entry = block->marker;
  r->entries = 1;
}

/* Resolutions that are only shown so that they may be passed. */
gboolean
resolving_is_conditional (const Resolving *r, guint i)
{
  const Block *before = i > 0 ? resolving_block (r, i - 1) : NULL;
  Span span = before != NULL ? before->span : (Span){ 0, 0 };

  /* "the following resolution:", ":-" */
  while (span.end > span.start && strchr ("- ", r->text[span.end - 1]) != NULL)
    span.end--;
  return before != NULL && resolving_last_char (r, span) == ':'
         && decision_reader_conditional (r->reader->decisions, r->text, before->span);
}
