/* side_note.c: "… was reported. NS", where "NS" stands in the column of owners, becomes
 * two rows. A page's layout shows a column where several notes stand in it; a note that
 * is alone there, level with a line of text, was read as that line's last word. */

#include "normalise/side_note.h"

#include <string.h>

/* Notes that two rows at least have at one place make a column. */
#define MIN_NOTES 2
#define MAX_COLUMNS 8
/* Points by which notes of one column begin apart. */
#define SLACK 2.0
/* A letter of initials, in letters of text: they are capitals, and space goes before. */
#define NARROW 0.8
#define WIDE 2.4
#define MAX_NOTE 16
/* Bounds the insertions; minutes have an owner for some dozens of paragraphs. */
#define MAX_PARTED 1000

typedef struct
{
  gdouble x0;
  guint notes;
} NoteColumn;

/* "NS", "AF / NS", "JB, RN" */
static gboolean
is_initials (const gchar *text)
{
  gsize length = strlen (text);
  guint run = 0;

  if (length < 2 || length > MAX_NOTE)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isupper (text[i]))
        run++;
      else if (strchr (" /,&", text[i]) == NULL || (run > 0 && run < 2))
        return FALSE;
      else
        run = 0;
      if (run > 4)
        return FALSE;
    }
  return run >= 2;
}

static guint
find_columns (const GArray *rows, NoteColumn *columns)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      guint k = 0;

      if (row->role != LINE_ROLE_SIDE || !is_initials (row->text))
        continue;
      while (k < n && ABS (columns[k].x0 - row->box.x0) > SLACK)
        k++;
      if (k == MAX_COLUMNS)
        continue;
      if (k == n)
        columns[n++] = (NoteColumn){ row->box.x0, 0 };
      columns[k].notes++;
    }
  return n;
}

/* Where the note begins that the row ends in, or 0. */
static gsize
note_start (const Row *row, gdouble column)
{
  gsize length = strlen (row->text);
  gdouble letter = (row->box.x1 - row->box.x0) / (gdouble)MAX (length, 1);
  gdouble wide = row->box.x1 - column;

  if (row->role != LINE_ROLE_NONE || box_is_none (row->box) || length < 4
      || row->box.x0 >= column || wide <= 0)
    return 0;
  for (gsize at = length - 2; at > 1 && length - at <= MAX_NOTE; at--)
    if (row->text[at - 1] == ' ' && is_initials (row->text + at))
      {
        gdouble letters = (gdouble)(length - at);

        if (wide >= NARROW * letter * letters && wide <= WIDE * letter * letters)
          return at;
      }
  return 0;
}

static void
part (GArray *rows, guint i, gsize at, gdouble column)
{
  Row *row = &g_array_index (rows, Row, i);
  Row note = *row;

  note.text = g_strdup (row->text + at);
  note.role = LINE_ROLE_SIDE;
  note.box.x0 = column;
  note.page_top = note.blank_above = FALSE;
  row->text[at - 1] = '\0';
  row->box.x1 = column - SLACK;
  g_array_insert_val (rows, i + 1, note);
}

void
side_notes_part (GArray *rows)
{
  NoteColumn columns[MAX_COLUMNS];
  guint n = find_columns (rows, columns);
  guint parted = 0;

  for (guint k = 0; k < n; k++)
    {
      if (columns[k].notes < MIN_NOTES)
        continue;
      for (guint i = 0; i < rows->len && parted < MAX_PARTED; i++)
        {
          gsize at = note_start (&g_array_index (rows, Row, i), columns[k].x0);

          if (at == 0)
            continue;
          part (rows, i++, at, columns[k].x0);
          parted++;
        }
    }
}
