/* wrapped.c: "RESOLVED - That the petition be heard as" and, a paragraph further, "part
 * of the talks." become one block. Sites that keep the lines of a justified text print
 * so. */

#include "normalise/wrapped.h"

#include "normalise/word_list.h"

#include <string.h>

/* Bytes of a line that was full, and lines of one resolution. */
#define MIN_FULL 40
#define MAX_JOINED 12

/* "held on 25" over "March 2021" */
static gboolean
parts_date (const gchar *text, const Block *above, const Block *block)
{
  static const gchar *const months[] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"
  };
  const gchar *word = text + block->span.start;

  return g_ascii_isdigit (text[above->span.end - 1])
         && word_list_has (months, G_N_ELEMENTS (months), word, strcspn (word, " ,."));
}

static gboolean
goes_on (const gchar *text, const Block *above, const Block *block)
{
  static const gchar *const words[] = { " of", " the", " to", " for", " with",
                                        " by", " an",  " a",  " and", " in" };
  Span span = above->span;

  if (block->marker.style != MARKER_NONE || block->quoted || block->side || above->side
      || span.end - span.start < MIN_FULL
      || !(g_ascii_isalnum (text[span.end - 1]) || text[span.end - 1] == ','))
    return FALSE;
  return g_unichar_islower (g_utf8_get_char (text + block->span.start))
         || word_list_ends (words, G_N_ELEMENTS (words), text + span.start,
                            span.end - span.start)
         || parts_date (text, above, block);
}

static gboolean
decides (DecisionReader *decisions, const gchar *text, Span span)
{
  Decision decision;

  return (decision_reader_label (decisions, text, span, &decision)
          || decision_reader_sentence (decisions, text, span, &decision))
         && !decision.lead;
}

GArray *
wrapped_join (DecisionReader *decisions, const gchar *text, const GArray *blocks)
{
  GArray *joined = g_array_sized_new (FALSE, FALSE, sizeof (Block), blocks->len);

  for (guint i = 0; i < blocks->len; i++)
    {
      Block block = g_array_index (blocks, Block, i);

      for (guint n = 0; n < MAX_JOINED && i + 1 < blocks->len
                        && goes_on (text, &block, &g_array_index (blocks, Block, i + 1))
                        && decides (decisions, text, block.body);
           n++)
        block.span.end = block.body.end = g_array_index (blocks, Block, ++i).span.end;
      g_array_append_val (joined, block);
    }
  return joined;
}
