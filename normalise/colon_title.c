/* colon_title.c: paragraphs that begin with a title and a colon become items. */

#include "normalise/colon_title.h"

#include "normalise/candidate_rule.h"
#include "normalise/title.h"

#include <string.h>

/* Bytes of a title; more is a sentence. */
#define MAX_TITLE 80
/* Titles, and those among them that agendas have, that show the style. */
#define MIN_TITLES 4
#define MIN_KNOWN 2
#define MAX_TITLES 200
/* Rows of a heading. */
#define MAX_HEAD 60

typedef struct
{
  guint row;
  gsize title, from; /* bytes of the title, and to its text */
  gboolean known;
} ColonTitle;

static gboolean
is (Patterns *patterns, guint rule, const gchar *text)
{
  return patterns_match (patterns, rule, text, NULL);
}

static gboolean
begins_paragraph (const Stream *rows, guint i)
{
  const Row *row = stream_at (rows, i);

  return i == 0 || row->blank_above || row->page_top || (rows->wrap == 0 && !rows->boxed)
         || !title_is_full (rows, stream_at (rows, i - 1), row);
}

static gboolean
read_title (Patterns *patterns, const Row *row, ColonTitle *title)
{
  g_autofree gchar *text = NULL;
  PatternMatch match;

  if (!g_unichar_isupper (g_utf8_get_char (row->text))
      || !patterns_match (patterns, CANDIDATE_RUN_IN, row->text, &match)
      || match.group[1].end > MAX_TITLE || row->text[match.group[0].end] == '\0')
    return FALSE;
  text = g_strndup (row->text, match.group[1].end);
  title->title = match.group[1].end;
  title->from = match.group[0].end;
  title->known = is (patterns, CANDIDATE_KNOWN, text);
  return !is (patterns, CANDIDATE_DECISION, text) && !is (patterns, CANDIDATE_NOTE, text)
         && (title->known
             || (!is (patterns, CANDIDATE_SENTENCE, text)
                 && !is (patterns, CANDIDATE_LABEL, text)
                 && g_unichar_isupper (
                     g_utf8_get_char (row->text + match.group[0].end))));
}

/* (transfer full): GArray of ColonTitle */
static GArray *
find_titles (Patterns *patterns, const Stream *rows, guint start, guint end)
{
  GArray *titles = g_array_new (FALSE, TRUE, sizeof (ColonTitle));

  for (guint i = start; i < end && titles->len < MAX_TITLES; i++)
    {
      ColonTitle title = { .row = i };

      if (begins_paragraph (rows, i)
          && read_title (patterns, stream_at (rows, i), &title))
        g_array_append_val (titles, title);
    }
  return titles;
}

/* The first title of an item, behind those of the heading: "Apologies: Cllr Bell" over
 * "Minutes: They were agreed."; or the number of titles. */
static guint
first_item (const Stream *rows, const GArray *titles)
{
  guint i = 0;

  while (i < titles->len)
    {
      const ColonTitle *title = &g_array_index (titles, ColonTitle, i);

      if (title->known && g_str_has_suffix (stream_at (rows, title->row)->text, "."))
        break;
      i++;
    }
  return i;
}

static void
add_items (const Stream *rows, const GArray *titles, guint first, guint end,
           Segment *segment)
{
  for (guint i = first; i < titles->len; i++)
    {
      const ColonTitle *title = &g_array_index (titles, ColonTitle, i);
      SegmentItem item = { .row = title->row,
                           .body_row = title->row,
                           .body_from = title->from,
                           .number = g_strdup (""),
                           .end = i + 1 < titles->len ? (title + 1)->row : end };

      item.title = g_strndup (stream_at (rows, title->row)->text, title->title);
      g_array_append_val (segment->items, item);
    }
}

void
colon_titles_part (CandidateReader *candidates, const Stream *rows, Segment *segment)
{
  const SegmentItem *whole =
      segment->items->len == 1 ? &g_array_index (segment->items, SegmentItem, 0) : NULL;
  g_autoptr (GArray) titles = NULL;
  guint known = 0, first, end;

  if (whole == NULL || whole->number[0] != '\0' || segment->issue || segment->decision
      || (whole->title[0] != '\0' && !segment->prose))
    return;
  titles = find_titles (candidate_reader_patterns (candidates), rows, whole->body_row,
                        whole->end);
  first = first_item (rows, titles);
  for (guint i = first; i < titles->len; i++)
    known += g_array_index (titles, ColonTitle, i).known != FALSE;
  /* A long text that nothing else tells to be minutes must show more of it. */
  if (titles->len < first + MIN_TITLES || known < MIN_KNOWN + (segment->prose ? 1 : 0)
      || g_array_index (titles, ColonTitle, first).row > whole->body_row + MAX_HEAD)
    return;
  end = whole->end;
  segment->head_end = g_array_index (titles, ColonTitle, first).row;
  segment->prose = FALSE;
  g_array_set_size (segment->items, 0);
  add_items (rows, titles, first, end, segment);
}
