/* echo.c: which of the things found are said twice. */

#include "normalise/echo.h"

#include "normalise/repetition.h"
#include "normalise/word_list.h"

#include <string.h>

/* Beyond these, Decision and Minutes are not compared with one another. */
#define MAX_COMPARED 100
/* Bytes of an entry that is worth looking for inside another. */
#define MIN_INSIDE 20
/* Bytes of "The Committee RESOLVED that" */
#define MAX_LABEL 40

/* "That the Board: • Adopts the plan" under Minutes, "Adopts the plan" under Decision */
static gboolean
holds (const gchar *text, Span outer, Span inner)
{
  return inner.end - inner.start >= MIN_INSIDE
         && outer.end - outer.start > inner.end - inner.start
         && memmem (text + outer.start, outer.end - outer.start, text + inner.start,
                    inner.end - inner.start)
                != NULL;
}

/* A site's page without labels has the decision and, right below it, the minutes, which
 * say the same to the letter. */
static gboolean
says_again (const gchar *text, Span a, Span b)
{
  const gchar *line;

  while (a.end > a.start && !g_ascii_isalnum (text[a.end - 1]))
    a.end--;
  while (b.end > b.start && !g_ascii_isalnum (text[b.end - 1]))
    b.end--;
  if (b.start <= a.end || a.end - a.start < MIN_INSIDE
      || a.end - a.start != b.end - b.start
      || memcmp (text + a.start, text + b.start, a.end - a.start) != 0)
    return FALSE;
  line = memchr (text + a.end, '\n', b.start - a.end);
  return line != NULL && text + b.start - line <= MAX_LABEL
         && memchr (line + 1, '\n', text + b.start - line - 1) == NULL;
}

/* Was the same resolved under another of ModernGov's labels before? */
static gboolean
is_repeated (const Resolving *r, guint i)
{
  const Found *found = &g_array_index (r->found, Found, i);

  if (i >= MAX_COMPARED)
    return FALSE;
  for (guint j = 0; j < i; j++)
    {
      const Found *other = &g_array_index (r->found, Found, j);

      if (other->section != found->section && other->span.end > other->span.start
          && (holds (r->text, found->span, other->span)
              || repetition_same (r->text, other->span, found->span)))
        return TRUE;
      if (other->section == 0 && found->section == 0 && j + 1 == i
          && says_again (r->text, other->span, found->span))
        return TRUE;
    }
  return FALSE;
}

/* Does a label say further down what was told here in passing? */
static gboolean
is_told_before (const Resolving *r, guint i)
{
  const Found *found = &g_array_index (r->found, Found, i);

  if (!found->told)
    return FALSE;
  for (guint j = i + 1; j < r->found->len; j++)
    if (g_array_index (r->found, Found, j).labelled)
      return TRUE;
  return FALSE;
}

/* "Decision: Agreed." of what the minutes say in full */
static gboolean
is_assent (const Resolving *r, guint i)
{
  static const gchar *const words[] = { "agreed", "approved", "resolved", "accepted",
                                        "confirmed" };
  const Found *found = &g_array_index (r->found, Found, i);

  if (!word_list_has (words, G_N_ELEMENTS (words), r->text + found->span.start,
                      found->span.end - found->span.start))
    return FALSE;
  for (guint j = 0; j < r->found->len; j++)
    if (g_array_index (r->found, Found, j).section != found->section)
      return TRUE;
  return FALSE;
}

gboolean
echo_is (const Resolving *r, guint i)
{
  return is_repeated (r, i) || is_told_before (r, i) || is_assent (r, i);
}
