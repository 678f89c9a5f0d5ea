/* bare_resolution.c: paragraphs that say what is to be done become resolutions. */

#include "normalise/bare_resolution.h"

#include "normalise/repetition.h"

#include <string.h>

/* A longer item is no page of one decision. */
#define MAX_BLOCKS 100
/* Bytes of a form's label: "Report author: …", "Urgent item?: Yes" */
#define MAX_LABEL 40

/* “That the plan be approved.”: a council's words in quotation marks, all of them. */
static Span
without_quotes (const Resolving *r, Span span)
{
  static const gchar *const marks[] = { "“", "”", "‘", "’", "\"", "\"" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i += 2)
    {
      gsize open = strlen (marks[i]), close = strlen (marks[i + 1]);

      if (span.end - span.start > open + close
          && strncmp (r->text + span.start, marks[i], open) == 0
          && strncmp (r->text + span.end - close, marks[i + 1], close) == 0)
        return (Span){ span.start + open, span.end - close };
    }
  return span;
}

/* "(ii) To delegate authority …" on the page of a decision */
static gboolean
is_to_do (const Resolving *r, const Block *block, const Meeting *meeting)
{
  Span rest = { block->body.start + strlen ("To "), block->body.end };

  if (meeting->kind != MEETING_KIND_DECISION || block->marker.style == MARKER_NONE)
    return FALSE;
  /* "a) APPROVE the rates" */
  if (g_ascii_isupper (r->text[block->body.start])
      && g_ascii_isupper (r->text[block->body.start + 1])
      && verb_reader_begins (r->reader->verbs, r->text, block->body))
    return TRUE;
  return block->body.end > rest.start
         && strncmp (r->text + block->body.start, "To ", strlen ("To ")) == 0
         && verb_reader_begins (r->reader->verbs, r->text, rest)
         && g_ascii_strncasecmp (r->text + rest.start, "consider", strlen ("consider"))
                != 0;
}

static gboolean
is_bare (const Resolving *r, guint i, const Meeting *meeting)
{
  const Block *block = resolving_block (r, i);
  Span said = block->body;

  if (block->marker.style == MARKER_BULLET)
    return FALSE;
  if (meeting->kind == MEETING_KIND_DECISION)
    said = without_quotes (r, said);
  else if (block->quoted)
    return FALSE;
  return is_to_do (r, block, meeting)
         || (g_ascii_isupper (r->text[said.start])
             && decision_reader_deontic (r->reader->decisions, r->text, said));
}

/* "(b) That Cabinet notes that it was changed", below "(a) That the rates be noted" */
static gboolean
goes_on (const Resolving *r, guint i)
{
  const Block *above = resolving_block (r, i - 1), *block = resolving_block (r, i);

  return block->marker.style != MARKER_NONE && block->marker.style != MARKER_BULLET
         && marker_same_series (&above->marker, &block->marker)
         && block->marker.value == above->marker.value + 1
         && strncmp (r->text + block->body.start, "That ", strlen ("That ")) == 0;
}

/* "27/09/2005 - Adoption Plan", over what was decided on another day */
static gboolean
is_dated (const gchar *text, gsize length)
{
  guint n = 0;

  while (n < length && n < strlen ("27/09/2005")
         && (g_ascii_isdigit (text[n]) || text[n] == '/'))
    n++;
  return n >= strlen ("1/9/2005") && text[0] != '/' && n + 3 < length
         && strncmp (text + n, " - ", 3) == 0;
}

/* "Reasons for decision", or a label of the page: "Report author: Ann Moss" */
static gboolean
is_heading (const Resolving *r, const Block *block)
{
  const gchar *text = r->text + block->span.start;
  gsize length = block->span.end - block->span.start;
  const gchar *colon = memchr (text, ':', MIN (length, MAX_LABEL));

  return decision_reader_heading (r->reader->decisions, r->text, block->span)
         || is_dated (text, length)
         || (colon != NULL && g_ascii_isupper (text[0])
             && block->marker.style == MARKER_NONE);
}

/* "c) DELEGATE authority to the Director to sign" and "d) DELEGATE authority to the
 * Director to pay" are two. */
static gboolean
are_numbered_apart (const Resolving *r, const Found *found, const Block *block)
{
  Span a = found->number, b = block->marker.number;

  return a.end > a.start && b.end > b.start
         && (a.end - a.start != b.end - b.start
             || strncmp (r->text + a.start, r->text + b.start, a.end - a.start) != 0);
}

static void
add_bare (Resolving *r, guint i, const Meeting *meeting)
{
  const Block *block = resolving_block (r, i);
  Span said = block->body;

  for (guint k = 0; k < r->found->len; k++)
    {
      const Found *found = &g_array_index (r->found, Found, k);
      Span span = found->span;

      if ((span.start < block->span.end && block->span.start < span.end)
          || (!are_numbered_apart (r, found, block)
              && repetition_same (r->text, span, block->body)))
        return;
    }
  if (meeting->kind == MEETING_KIND_DECISION)
    said = without_quotes (r, said);
  if (resolving_last_char (r, said) == ':')
    for (guint k = i + 1; k < r->blocks->len
                          && (resolving_block (r, k)->marker.style == MARKER_BULLET
                              || resolving_block (r, k)->level > MAX (block->level, 1));
         k++)
      said.end = resolving_block (r, k)->span.end;
  resolving_add (r, block->marker.number, said, RESOLUTION_RESOLVED);
}

/* Minutes on a site whose text has lost the label "RESOLVED": what stands in a paragraph
 * of its own, with no motion or proposal above it. */
static gboolean
stands_alone (const Resolving *r, guint i)
{
  const Block *above = i > 0 ? resolving_block (r, i - 1) : NULL;
  const Block *block = resolving_block (r, i);

  if (above == NULL || block->span.end - block->span.start < 2
      || strchr (".;", resolving_last_char (r, block->span)) == NULL)
    return FALSE;
  /* "it was," over what was resolved; "moved:" over what was not yet */
  return resolving_last_char (r, above->span) != ':'
         && !decision_reader_motion (r->reader->decisions, r->text, above->span,
                                     &(Span){ 0, 0 })
         && g_strstr_len (r->text + above->span.start,
                          above->span.end - above->span.start, "ecommend")
                == NULL
         && g_strstr_len (r->text + above->span.start,
                          above->span.end - above->span.start, "otion")
                == NULL;
}

/* Whether a page's minutes have lost their labels: no pages, no mark of a decision, no
 * vote. */
static gboolean
lost_labels (const Resolving *r, const Item *item)
{
  for (guint i = 0; i < r->found->len; i++)
    if (!g_array_index (r->found, Found, i).told
        && g_array_index (r->found, Found, i).kind != RESOLUTION_NOTED)
      return FALSE;
  return r->votes->len == 0 && item->page_start == 0;
}

/* An item's page that lost its labels: "That the minutes be approved." before what was
 * said. */
static gboolean
stands_first (const Resolving *r, const Meeting *meeting, const Item *item)
{
  const Block *block = resolving_block (r, 0);

  return meeting->kind == MEETING_KIND_ISSUE && r->blocks->len > 2
         && lost_labels (r, item) && resolving_last_char (r, block->span) == '.'
         && strncmp (r->text + block->span.start, "That ", strlen ("That ")) == 0;
}

void
bare_resolutions_take (Resolving *r, const Meeting *meeting, const Item *item)
{
  g_autofree gboolean *bare = NULL;
  gboolean minutes = meeting->kind == MEETING_KIND_MINUTES;
  guint n = r->blocks->len;
  guint first = n;

  /* The page of a plan says what will be proposed. */
  if (r->blocks->len > MAX_BLOCKS
      || (meeting->kind == MEETING_KIND_ISSUE
          && strstr (r->text, "status: For Determination") != NULL)
      || (minutes ? !lost_labels (r, item)
                  : (meeting->kind != MEETING_KIND_ISSUE
                     && meeting->kind != MEETING_KIND_UNKNOWN
                     && (meeting->kind != MEETING_KIND_DECISION || r->found->len > 0))
                        || meeting->items->len > 1))
    return;
  bare = g_new0 (gboolean, n + 1);
  for (guint i = 0; i < n; i++)
    bare[i] = is_bare (r, i, meeting) || (i > 0 && bare[i - 1] && goes_on (r, i));
  /* Bullets belong to what is said above them. */
  while (first > 0
         && (bare[first - 1]
             || resolving_block (r, first - 1)->marker.style == MARKER_BULLET))
    first--;
  if (minutes)
    for (guint i = 0, run = FALSE; i < n; i++)
      run = bare[i] = bare[i] && (run || stands_alone (r, i));
  /* A run of them is followed by a heading, or ends the text. */
  else
    for (guint i = n; i > 0; i--)
      {
        const Block *next = resolving_block_after (r, i - 1);

        bare[i - 1] =
            bare[i - 1]
            && (i > first || bare[i] || (i == 1 && stands_first (r, meeting, item))
                || (next != NULL && is_heading (r, next))
                || (meeting->kind == MEETING_KIND_DECISION
                    && resolving_block (r, i - 1)->marker.style != MARKER_NONE));
      }
  for (guint i = 0; i < n; i++)
    if (bare[i] && !resolving_is_conditional (r, MIN (i, first)))
      add_bare (r, i, meeting);
}
