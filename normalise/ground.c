/* ground.c: the rows of a meeting become what most of them look like; and single rows
 * headings or none. */

#include "normalise/ground.h"

#include "normalise/candidate_rule.h"
#include "normalise/title.h"

#include <string.h>

/* Bytes of a title that agendas have, and of one that ends in a stop. */
#define MAX_KNOWN 60
#define MAX_STOPPED 180
/* Words of a name, and names of those who are absent. */
#define MAX_NAME_WORDS 4
#define MAX_ABSENT 40

Ground
ground_of (Patterns *patterns, const Stream *rows, guint start, guint end)
{
  Ground ground = {
    .patterns = patterns, .rows = rows, .start = start, .end = end, .left = G_MAXDOUBLE
  };
  guint lefts[64] = { 0 };
  guint bold = 0;
  guint best = 0;

  for (guint i = start; i < end; i++)
    {
      const Row *row = stream_at (rows, i);

      bold += row->bold != 0;
      if (row->box.x0 >= 0 && row->box.x0 < 64 * GROUND_MARGIN)
        lefts[(guint)(row->box.x0 / GROUND_MARGIN)]++;
    }
  ground.bold = 2 * bold > end - start;
  /* The leftmost place where a fair share of the rows begin. */
  while (best < 63 && 12 * lefts[best] < end - start)
    best++;
  ground.left = best * GROUND_MARGIN;
  return ground;
}

gboolean
ground_is_part (Patterns *patterns, const Row *row)
{
  return strlen (row->text) < 90 && (row->bold || row->blank_above || row->page_top)
         && patterns_match (patterns, CANDIDATE_PART, row->text, NULL)
         && !patterns_match (patterns, CANDIDATE_SENTENCE, row->text, NULL);
}

/* "Home to School Transport pdf icon PDF 120 KB": a site has files with items only. */
gboolean
ground_is_linked (const Ground *ground, const Row *row)
{
  return !ground->rows->boxed && strstr (row->text, "PDF ") != NULL
         && patterns_match (ground->patterns, CANDIDATE_FURNITURE, row->text, NULL);
}

/* A site's text without free lines: "Public Participation" over "To allow a member of the
 * public …". */
static gboolean
is_above_text (const Ground *ground, guint i)
{
  const gchar *text = stream_at (ground->rows, i)->text;
  const gchar *next;

  if (ground->rows->boxed || i + 1 >= ground->end)
    return FALSE;
  next = stream_at (ground->rows, i + 1)->text;
  return title_of_opening (next) > 0
         || (strlen (text) < MAX_KNOWN && strlen (next) > strlen (text)
             && g_ascii_isupper (next[0])
             && patterns_match (ground->patterns, CANDIDATE_KNOWN, text, NULL));
}

/* "Public speaking requests, if any.": a site's titles may end in a stop. */
static gboolean
is_known_sentence (const Ground *ground, const Row *row)
{
  gsize length = strlen (row->text);

  return !ground->rows->boxed && row->gap > 1 && length < MAX_STOPPED
         && row->text[length - 1] == '.'
         && patterns_match (ground->patterns, CANDIDATE_KNOWN, row->text, NULL)
         && !patterns_match (ground->patterns, CANDIDATE_SENTENCE, row->text, NULL);
}

gboolean
ground_is_heading_like (const Ground *ground, guint i)
{
  const Row *row = stream_at (ground->rows, i);
  gsize length = strlen (row->text);
  gchar last = length > 0 ? row->text[length - 1] : '\0';

  if (length > 0 && is_known_sentence (ground, row))
    return TRUE;
  if (length < 3 || length > 150 || row->role == LINE_ROLE_SIDE || last == '.'
      || last == ';' || last == ',' || g_unichar_islower (g_utf8_get_char (row->text))
      || patterns_match (ground->patterns, CANDIDATE_LABEL, row->text, NULL)
      || patterns_match (ground->patterns, CANDIDATE_LEAD, row->text, NULL)
      || ground_is_part (ground->patterns, row))
    return FALSE;
  if (row->role == LINE_ROLE_HEADING || (row->bold && !ground->bold)
      || title_is_caps (row->text) || ground_is_linked (ground, row))
    return TRUE;
  /* "(b) 13 February 2019" is of a list. */
  if (row->text[0] == '(' && !ground->rows->boxed)
    return FALSE;
  return (row->blank_above || row->page_top || i == ground->start
          || is_above_text (ground, i))
         && length < 90 && last != ':'
         && !patterns_match (ground->patterns, CANDIDATE_SENTENCE, row->text, NULL)
         && !patterns_match (ground->patterns, CANDIDATE_NAMED, row->text, NULL)
         && i + 1 < ground->end && !title_is_full (ground->rows, row, row + 1);
}

/* "Phyllis Breck", "Seán O'Hare-Moss": words that all begin with capitals */
static gboolean
is_full_name (const gchar *text)
{
  guint words = 0;

  for (const gchar *p = text; *p != '\0'; words++)
    {
      gsize length = strcspn (p, " ");

      if (!g_unichar_isupper (g_utf8_get_char (p))
          || strcspn (p, ":,;()0123456789") < length)
        return FALSE;
      p += length;
      p += *p == ' ';
    }
  return words >= 2 && words <= MAX_NAME_WORDS;
}

/* Names one a line below "Apologies for Absence", closer to one another than titles are.
 */
static gboolean
is_of_absent (const Ground *ground, const Candidate *last, guint row)
{
  guint gap = stream_at (ground->rows, last->row)->gap;

  if (g_ascii_strncasecmp (last->title, "apolog", strlen ("apolog")) != 0
      || row - last->body_row >= MAX_ABSENT)
    return FALSE;
  for (guint i = last->body_row; i <= row; i++)
    if (!is_full_name (stream_at (ground->rows, i)->text)
        || (i > last->body_row && stream_at (ground->rows, i)->gap >= gap))
      return FALSE;
  return row > last->body_row
         || (row + 1 < ground->end && stream_at (ground->rows, row + 1)->gap < gap
             && is_full_name (stream_at (ground->rows, row + 1)->text));
}

/* "County Councillor Moss" or "To approve the notes of 4 May" close below an item's
 * title: who reports, or the agenda's words. */
gboolean
ground_is_below_title (const Ground *ground, const Candidate *last, guint row)
{
  if (ground->rows->boxed || last == NULL || last->numbered || row < last->body_row)
    return FALSE;
  return (last->body_row == row
          && stream_at (ground->rows, row)->gap
                 < stream_at (ground->rows, last->row)->gap)
         || is_of_absent (ground, last, row);
}

/* "PART II – PRIVATE", "B. OTHER DECISIONS" above "1. Minutes". */
gboolean
ground_is_below_heading (const Ground *ground, guint i)
{
  const Row *above;

  if (i <= ground->start)
    return FALSE;
  above = stream_at (ground->rows, i - 1);
  return ground_is_part (ground->patterns, above)
         || ((above->bold || title_is_caps (above->text)
              || above->role == LINE_ROLE_HEADING)
             && ground_is_heading_like (ground, i - 1));
}
