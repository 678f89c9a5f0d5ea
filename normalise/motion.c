/* motion.c: what was moved becomes a resolution when a vote or a label carries it. */

#include "normalise/resolving.h"

#include <string.h>

void
motion_take_vote (Resolving *r, Span sentence)
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

void
motion_settle (Resolving *r)
{
  Span carried = r->carried;

  if (carried.end > carried.start)
    resolving_add (r, r->carried_number, carried, RESOLUTION_CARRIED);
  r->carried = (Span){ 0, 0 };
}

/* "Cllr Dunn moved that the fee be held." over "3 FOR, 1 AGAINST" and "RESOLVED": a label
 * at the item's end that nothing follows says what became of the motion. */
gboolean
motion_is_closed (Resolving *r, guint i, const Decision *label)
{
  if (!label->lead || label->soft || label->exact.start < label->exact.end
      || r->motion.end <= r->motion.start || resolving_block_after (r, i) != NULL)
    return FALSE;
  resolving_add (r, r->motion_number, r->motion, label->kind);
  r->motion = (Span){ 0, 0 };
  return TRUE;
}

/* "The Leader MOVED, seconded by Cllr Ashe" over "THAT the rate be held." */
void
motion_take_below (Resolving *r, guint i)
{
  const Block *block = resolving_block (r, i);
  const Block *next = resolving_block_after (r, i);

  if (next == NULL || next->quoted
      || next->body.end - next->body.start < strlen ("that it")
      || g_ascii_strncasecmp (r->text + next->body.start, "that ", 5) != 0
      || strchr (".!?", resolving_last_char (r, block->body)) != NULL
      || g_strstr_len (r->text + block->body.start, block->body.end - block->body.start,
                       "econded")
             == NULL)
    return;
  motion_settle (r);
  r->motion = next->body;
  r->motion_number = next->marker.number;
}
