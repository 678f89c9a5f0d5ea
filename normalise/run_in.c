/* run_in.c: lists that run on in one paragraph, "that (a) …; (b) …", become entries. */

#include "normalise/resolving.h"

#include <string.h>

/* Behind "that" or "to", and its colon; 0: neither stands at offset. */
static gsize
skip_that (const gchar *text, Span span)
{
  static const gchar *const words[] = { "that", "to" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if (span.end - span.start > length + 1
          && g_ascii_strncasecmp (text + span.start, words[i], length) == 0
          && strchr (" :", text[span.start + length]) != NULL)
        return span.start + length + strspn (text + span.start + length, " :-");
    }
  return 0;
}

/* "(a) the draft be amended", "That (a) the draft be amended", "to: a. amend the draft"
 */
gboolean
resolving_lists (const Resolving *r, Span said, Marker *ret_marker, gsize *ret_body)
{
  gsize behind = skip_that (r->text, said);

  if (behind >= said.end)
    return FALSE;
  if (behind > 0)
    said.start = behind;
  return marker_read (r->text, said, ret_marker, ret_body)
         && ret_marker->style != MARKER_BULLET
         && (behind == 0 || ret_marker->sign != ' ');
}

/* Whether a marker may begin at a place inside a paragraph. */
static gboolean
may_mark (const gchar *text, gsize at, const Marker *series)
{
  gsize letters;

  if (text[at - 1] != ' ')
    return FALSE;
  if (strchr ("(0123456789", text[at]) != NULL)
    return TRUE;
  /* "a) the elm be felled; b) the oak be kept", "a. note it, b. ask again" */
  if (series->sign != ')' && series->sign != '.')
    return FALSE;
  letters = strspn (text + at, "abcdefghijklmnopqrstuvwxyz");
  return letters > 0 && letters <= 4 && (gunichar)text[at + letters] == series->sign;
}

/* Splits "(1) That …; (2) That …" that runs on in one paragraph. */
void
resolving_add_run_in (Resolving *r, const Marker *first, gsize body, gsize end)
{
  Marker marker = *first;
  gsize from = body;

  for (gsize at = body; at < end; at++)
    {
      Marker next;
      gsize next_body;

      if (marker.style == MARKER_BULLET || !may_mark (r->text, at, &marker))
        continue;
      if (!marker_read (r->text, (Span){ at, end }, &next, &next_body))
        continue;
      if (next.style == MARKER_ALPHA && marker.style == MARKER_ROMAN)
        next.style = MARKER_ROMAN, next.value = marker.value + (next.value == 22);
      if (!marker_same_series (&marker, &next) || next.value != marker.value + 1)
        continue;
      resolving_add_entry (r, &marker, (Span){ from, at });
      marker = next;
      from = next_body;
      at = next_body;
    }
  resolving_add_entry (r, &marker, (Span){ from, end });
}
