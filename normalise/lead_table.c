/* lead_table.c: a sentence over a table is a resolution. */

#include "normalise/lead_table.h"

#include "normalise/sentence.h"

/* Sentences of a paragraph that are looked at. */
#define MAX_SENTENCES 200

Span
lead_over_table (const gchar *text, const Block *lead, const Block *next)
{
  Span last = { 0, 0 };
  gsize from = lead->body.start;

  /* Numbered rows are things resolved themselves: "(i) Clerk's salary | 450.00". */
  if (next == NULL || next->marker.style != MARKER_NONE
      || next->span.start < lead->span.end
      || g_strstr_len (text + next->span.start,
                       (gssize)(next->span.end - next->span.start), " | ")
             == NULL)
    return last;
  for (guint n = 0; n < MAX_SENTENCES; n++)
    {
      Span sentence = sentence_next (text, from, lead->body.end);

      if (sentence.start >= sentence.end)
        break;
      last = sentence;
      from = sentence.end;
    }
  if (g_strstr_len (text + last.start, (gssize)(last.end - last.start), "following")
          == NULL
      && g_strstr_len (text + last.start, (gssize)(last.end - last.start), "below")
             == NULL)
    return (Span){ 0, 0 };
  return last;
}
