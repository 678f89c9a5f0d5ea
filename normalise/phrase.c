/* phrase.c: the rows of a heading become phrases. */

#include "normalise/phrase.h"

#include "normalise/body.h"
#include "normalise/field.h"
#include "normalise/heading_rule.h"

#include <string.h>

#define MAX_PHRASES 60
#define MAX_END 16 /* bytes of what HEADING_OPEN_END and HEADING_ORDINAL_END match */

struct PhraseReader
{
  Patterns *patterns;
  DateReader *dates;
  AttendanceReader *attendance;
};

PhraseReader *
phrase_reader_new (Patterns *patterns, DateReader *dates, AttendanceReader *attendance)
{
  PhraseReader *self = g_new0 (PhraseReader, 1);

  self->patterns = patterns;
  self->dates = dates;
  self->attendance = attendance;
  return self;
}

void
phrase_reader_free (PhraseReader *self)
{
  g_free (self);
}

static void
phrase_clear (gpointer data)
{
  g_free (((Phrase *)data)->text);
}

static gboolean
is (PhraseReader *self, guint rule, const gchar *text)
{
  return patterns_match (self->patterns, rule, text, NULL);
}

static gboolean
ends (PhraseReader *self, guint rule, const gchar *text)
{
  return patterns_find_ending (self->patterns, rule, text, strlen (text), MAX_END, NULL);
}

static gboolean
joins (PhraseReader *self, const Phrase *phrase, const Row *row, const Row *above)
{
  gboolean same = phrase->bold == row->bold && ABS (phrase->size - row->size) < 0.6;
  gboolean full = row->right > 0 && above->box.x1 > row->right - 45;

  /* "Meeting | Young People's Committee" over "Date | …" */
  if (above->role != row->role
      || (row->role == LINE_ROLE_CELL && row->table_row != above->table_row))
    return FALSE;
  /* "Agenda item 2", the stamp of another meeting's pack, above the council's name */
  if (g_ascii_strncasecmp (phrase->text, "agenda item", strlen ("agenda item")) == 0)
    return FALSE;
  if (ends (self, HEADING_OPEN_END, phrase->text))
    return strlen (phrase->text) < 400;
  /* "Tuesday 4" / "th" / "June 2024": an ordinal that was raised */
  if (is (self, HEADING_ORDINAL, row->text)
      || (ends (self, HEADING_ORDINAL_END, phrase->text)
          && is (self, HEADING_ORDINAL, above->text)))
    return TRUE;
  /* "held on Thursday, 14 March" / "2019 at 6.30 pm" */
  if (!row->blank_above && is (self, HEADING_YEAR, row->text)
      && is (self, HEADING_MONTH_END, phrase->text))
    return TRUE;
  /* "MINUTES of the meeting of the EDUCATION AND SKILLS" in bold, and most of the line
   * with "COMMITTEE held at" in plain letters */
  if (!same && full && !row->blank_above && ABS (phrase->size - row->size) < 0.6
      && is (self, HEADING_OF, phrase->text) && !is (self, HEADING_BODY, phrase->text)
      && is (self, HEADING_BODY, row->text))
    return TRUE;
  if (!same)
    return FALSE;
  if (g_unichar_islower (g_utf8_get_char (row->text)))
    return TRUE;
  /* "OVERVIEW AND SCRUTINY" / "COMMITTEE", "Transport & Connectivity" / "Policy
   * Committee" */
  if (is (self, HEADING_BODY, row->text) && !is (self, HEADING_BODY, phrase->text)
      && strlen (row->text) < 40 && !row->blank_above
      && !body_is_council (self->patterns, phrase->text)
      && strchr (row->text, ':') == NULL && !is (self, HEADING_WEEKDAY, phrase->text))
    return TRUE;
  /* A sentence over two lines. */
  return !row->blank_above && full && is (self, HEADING_HELD, phrase->text);
}

GArray *
phrase_reader_read (PhraseReader *self, const Stream *rows, guint start, guint end)
{
  GArray *phrases = g_array_new (FALSE, TRUE, sizeof (Phrase));
  gboolean people = FALSE;

  g_array_set_clear_func (phrases, phrase_clear);
  for (guint i = start; i < end && phrases->len < MAX_PHRASES; i++)
    {
      const Row *row = stream_at (rows, i);
      Date date;
      Phrase phrase = { .bold = row->bold, .size = row->size };

      if (row->role == LINE_ROLE_MEETING && is (self, HEADING_LINE, row->text))
        continue;
      if (attendance_reader_is_label (self->attendance, row))
        people = TRUE;
      else if (row->bold && row->size > rows->size + 0.6)
        people = FALSE;
      else if (date_reader_find (self->dates, row->text, strlen (row->text), 0, &date)
               && date.day != 0 && date.year != 0)
        people = FALSE;
      if (phrases->len > 0)
        {
          Phrase *last = &g_array_index (phrases, Phrase, phrases->len - 1);

          /* A table of "Date", "Venue": the label and what stands beside it. */
          if (row->role == LINE_ROLE_CELL && (row - 1)->role == LINE_ROLE_CELL
              && row->table == (row - 1)->table && row->table_row == (row - 1)->table_row
              && row->page == (row - 1)->page)
            {
              const gchar *joint = row->column != (row - 1)->column ? ": " : " ";

              field_set (&last->text, g_strconcat (last->text, joint, row->text, NULL));
              continue;
            }
          if (!people && !last->people && joins (self, last, row, row - 1))
            {
              field_set (&last->text, g_strconcat (last->text, " ", row->text, NULL));
              continue;
            }
        }
      phrase.people = people;
      /* "• Agenda and minutes", in a site's list of links */
      phrase.text = g_strdup (
          g_str_has_prefix (row->text, "• ") ? row->text + strlen ("• ") : row->text);
      g_array_append_val (phrases, phrase);
    }
  return phrases;
}
