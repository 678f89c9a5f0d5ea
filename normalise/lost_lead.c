/* lost_lead.c: paragraphs without a mark of a decision that lead to a list of them. */

#include "normalise/resolving.h"

#include <string.h>

/* "That the Committee for Parks:" over "1. Approved the trial": what was done needs no
 * other mark; "1. Approve the trial" would be a proposal. */
gboolean
resolving_is_orphan (const Resolving *r, guint i)
{
  const Block *block = resolving_block (r, i);
  const Block *next = resolving_block_after (r, i);

  return resolving_last_char (r, block->span) == ':' && next != NULL
         && next->marker.style != MARKER_NONE
         && block->body.end - block->body.start > strlen ("That the")
         && decision_reader_bare (r->reader->decisions, r->text, block->body)
         && (r->page || verb_reader_begins_past (r->reader->verbs, r->text, next->body));
}

static gboolean
holds (const Resolving *r, Span span, const gchar *word)
{
  return g_strstr_len (r->text + span.start, span.end - span.start, word) != NULL;
}

static gboolean
ends (const Resolving *r, Span span, const gchar *word)
{
  gsize length = strlen (word);

  return span.end - span.start > length
         && g_ascii_strncasecmp (r->text + span.end - length, word, length) == 0;
}

/* "It was moved by Cllr Poole, seconded by Cllr Ashe and" over a list: a site's text has
 * lost the word RESOLVED that followed. */
gboolean
resolving_lost_its_word (const Resolving *r, guint i)
{
  const Block *block = resolving_block (r, i);
  const Block *next = resolving_block_after (r, i);

  return next != NULL && !next->quoted
         && (ends (r, block->body, " it was") || ends (r, block->body, " it was,")
             || (ends (r, block->body, " and") && holds (r, block->body, "econded")))
         && (next->marker.style == MARKER_DECIMAL || next->marker.style == MARKER_ALPHA
             || next->marker.style == MARKER_ROMAN
             || resolving_find (r, RESOLVING_BEGINS, next->body, NULL));
}
