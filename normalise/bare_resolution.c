/* bare_resolution.c: paragraphs that say what is to be done become resolutions. */

#include "normalise/bare_resolution.h"

#include "normalise/repetition.h"

/* A longer item is no page of one decision. */
#define MAX_BLOCKS 100

static gboolean
is_bare (const Resolving *r, guint i)
{
  const Block *block = resolving_block (r, i);

  return !block->quoted && block->marker.style != MARKER_BULLET
         && g_ascii_isupper (r->text[block->body.start])
         && decision_reader_deontic (r->reader->decisions, r->text, block->body);
}

static void
add_bare (Resolving *r, guint i)
{
  const Block *block = resolving_block (r, i);
  Span said;

  for (guint k = 0; k < r->found->len; k++)
    {
      Span span = g_array_index (r->found, Found, k).span;

      if ((span.start < block->span.end && block->span.start < span.end)
          || repetition_same (r->text, span, block->body))
        return;
    }
  said = block->body;
  if (resolving_last_char (r, said) == ':')
    for (guint k = i + 1;
         k < r->blocks->len && resolving_block (r, k)->marker.style == MARKER_BULLET; k++)
      said.end = resolving_block (r, k)->span.end;
  resolving_add (r, block->marker.number, said, RESOLUTION_RESOLVED);
}

void
bare_resolutions_take (Resolving *r, const Meeting *meeting)
{
  guint first = r->blocks->len;

  if ((meeting->kind != MEETING_KIND_ISSUE && meeting->kind != MEETING_KIND_UNKNOWN
       && (meeting->kind != MEETING_KIND_DECISION || r->found->len > 0))
      || meeting->items->len > 1 || r->blocks->len > MAX_BLOCKS)
    return;
  /* Bullets belong to what is said above them. */
  while (first > 0
         && (is_bare (r, first - 1)
             || resolving_block (r, first - 1)->marker.style == MARKER_BULLET))
    first--;
  for (guint i = 0; i < r->blocks->len; i++)
    {
      const Block *next = resolving_block_after (r, i);

      if (is_bare (r, i) && !resolving_is_conditional (r, MIN (i, first))
          && (i >= first
              || (next != NULL
                  && decision_reader_heading (r->reader->decisions, r->text,
                                              next->span))))
        add_bare (r, i);
    }
}
