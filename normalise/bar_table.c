/* bar_table.c: rows with the bars of a table's cells become rows of text. */

#include "normalise/bar_table.h"

#include "normalise/word_list.h"

#include <string.h>

/* Cells that make a table, and those with a label that make it one of items. */
#define MIN_CELLS 3
#define MIN_LABELS 2
/* Bytes of a title. */
#define MAX_TITLE 160
#define MIN_TITLE 4
/* Letters of a title in capitals: "SEND" and "NHS" are none. */
#define MIN_CAPS 8
/* Bytes of an item's number. */
#define MAX_NUMBER 8
/* Labels and words that are looked for in one row. */
#define MAX_PARTS 12

static const gchar *const labels[] = { "Minutes:", "Decision:", "Additional documents:" };

/* How an agenda goes on behind a title. */
static const gchar *const openings[] = {
  "To",    "In",          "If",        "The", "Members", "Any",        "Please", "At",
  "Each",  "All Members", "The Chair", "You", "Under",   "All",        "Report", "A",
  "Note:", "This",        "As",        "An",  "There",   "Councillors"
};

static gboolean
ends_cell (const gchar *text)
{
  return text[0] != '\0' && text[strlen (text) - 1] == '|';
}

/* "|||", "---|---|": nothing of the text */
static gboolean
is_rule (const gchar *text)
{
  return text[strspn (text, "|- ")] == '\0';
}

/* The first of the labels in text from a byte on, where it is a word of its own; its end
 * in ret_end. NULL: none. */
static const gchar *
find_label (const gchar *text, gsize *ret_end)
{
  const gchar *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      const gchar *at = strstr (text, labels[i]);

      if (at == NULL || (at > text && at[-1] != ' ') || (first != NULL && at > first))
        continue;
      first = at;
      *ret_end = (gsize)(at - text) + strlen (labels[i]);
    }
  return first;
}

/* "4. | Minutes of 3 May |": a bar parts the number from the title. */
static void
join_number (gchar *text)
{
  gsize length = strspn (text, "0123456789./ab");

  if (length == 0 || length > MAX_NUMBER || strncmp (text + length, " | ", 3) != 0)
    return;
  memmove (text + length, text + length + 2, strlen (text + length + 2) + 1);
}

static gboolean
is_opening (const gchar *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      gsize length = strlen (openings[i]);

      if (strncmp (word, openings[i], length) == 0 && word[length] == ' '
          && (g_ascii_islower (word[length + 1]) || openings[i][length - 1] == ':'))
        return TRUE;
    }
  return FALSE;
}

/* "Questions from" goes on with "Members of the Public". */
static gboolean
goes_on (const gchar *text, gsize end)
{
  static const gchar *const words[] = { " from", " of",  " by",  " for",
                                        " to",   " and", " with" };

  return word_list_ends (words, G_N_ELEMENTS (words), text, end);
}

/* "5.1 Newsletter", "1. To note": a part of the item */
static gboolean
is_part (const gchar *text)
{
  gsize length = strspn (text, "0123456789");

  if (strncmp (text, "1. ", strlen ("1. ")) == 0)
    return g_ascii_isupper (text[strlen ("1. ")]);
  return length > 0 && text[length] == '.' && g_ascii_isdigit (text[length + 1])
         && text[length + 2] == ' ' && g_ascii_isupper (text[length + 3]);
}

/* "MEMBER FORUM (if any) Questions are taken": where the words in capitals end; 0: they
 * are no title. */
static gsize
caps_length (const gchar *text)
{
  gsize word = 0;
  guint letters = 0;
  gboolean inside = FALSE;

  for (gsize i = 0; i <= MAX_TITLE && text[i] != '\0'; i++)
    {
      if (text[i] == ' ')
        word = i;
      inside = text[i] == '(' || (inside && text[i] != ')');
      if (inside)
        continue;
      if (g_ascii_islower (text[i]))
        return letters >= MIN_CAPS ? word : 0;
      letters += g_ascii_isupper (text[i]) != 0;
    }
  return 0;
}

/* Where the title at the front of a cell ends: before "PDF 65 KB", a label, "To note". */
static gsize
title_length (const gchar *text)
{
  gsize end = strlen (text), behind;
  const gchar *label = find_label (text, &behind);
  const gchar *file = strstr (text, " KB ");

  if (label != NULL)
    end = (gsize)(label - text);
  if (file != NULL)
    end = MIN (end, (gsize)(file - text) + strlen (" KB"));
  if (caps_length (text) > 0)
    end = MIN (end, caps_length (text));
  for (gsize i = MIN_TITLE; i < end && i < MAX_TITLE; i++)
    if (text[i] == ' '
        && ((is_opening (text + i + 1) && !goes_on (text, i)) || is_part (text + i + 1)))
      end = i;
  return end;
}

/* "Ferry Fares (Lead Member: Cllr Moss) Minutes:" behind the end of another cell's text
 */
static gboolean
is_bare_title (const gchar *text, gsize length, const gchar *above)
{
  return g_str_has_suffix (above, ".") && !is_opening (text)
         && memchr (text, '.', length) == NULL && !g_str_has_prefix (text, "Report");
}

/* A cell begins anew where its row holds a title, the agenda's words and a label, or a
 * title and "To consider the report of the" behind the end of another cell's text. */
static gboolean
begins_cell (const gchar *text, const gchar *above)
{
  gsize behind, length = title_length (text);
  const gchar *label = find_label (text, &behind);

  if (!g_ascii_isupper (text[0]) || length < MIN_TITLE || length > MAX_TITLE
      || text[length - 1] == ':')
    return FALSE;
  if (label != NULL)
    return label > text + length || text[length - 1] == 'B'
           || is_bare_title (text, length, above);
  /* "Petitions - To receive …" is a part of the agenda's words. */
  return text[length] != '\0' && strncmp (text + length, " To ", 4) == 0
         && text[length - 1] != '-' && memchr (text, '.', length) == NULL
         && g_str_has_suffix (above, ".");
}

/* Takes the bars from a text's end, and the spaces before each. */
static void
take_bars (gchar *text)
{
  gsize length = strlen (text);

  while (length > 0 && text[length - 1] == '|')
    for (length--; length > 0 && text[length - 1] == ' ';)
      length--;
  text[length] = '\0';
}

static void
add (GArray *order, const Row *from, const gchar *text, gsize length, LineRole role)
{
  Row row = *from;

  row.text = g_strstrip (g_strndup (text, length));
  row.role = role;
  if (row.text[0] == '\0')
    g_free (row.text);
  else
    g_array_append_val (order, row);
}

/* A row of a cell: its title if it begins the cell, its labels, and what stands between.
 */
static void
part_row (const Row *row, gboolean begins, GArray *order)
{
  const gchar *text = row->text;
  gsize length = begins ? title_length (text) : 0;

  if (begins && length >= MIN_TITLE && length <= MAX_TITLE)
    {
      add (order, row, text, length, LINE_ROLE_ITEM_TITLE);
      g_array_index (order, Row, order->len - 1).blank_above = TRUE;
      text += length;
    }
  for (guint i = 0; i < MAX_PARTS; i++)
    {
      gsize end = 0;
      const gchar *label = find_label (text, &end);

      if (label == NULL)
        break;
      add (order, row, text, (gsize)(label - text), row->role);
      add (order, row, label, end - (gsize)(label - text), row->role);
      text += end;
    }
  add (order, row, text, strlen (text), row->role);
}

void
bar_tables_part (GArray *rows)
{
  g_autoptr (GArray) order = NULL;
  guint cells = 0, labelled = 0, linked = 0; /* linked: "Budget PDF 16 KB To note …" */
  gboolean begins = FALSE, items;
  g_autofree gchar *above = g_strdup (".");

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      gsize end = 0;

      if (!box_is_none (row->box))
        return;
      cells += ends_cell (row->text);
      linked += strstr (row->text, " KB ") != NULL;
      labelled += find_label (row->text, &end) != NULL && row->text[end] == ' ';
    }
  items = labelled >= MIN_LABELS && (cells > 0 || linked >= MIN_LABELS);
  /* A page that begins in mid-table: a title, and its label. */
  begins = rows->len > 0
           && find_label (g_array_index (rows, Row, 0).text, &(gsize){ 0 }) != NULL;
  if (cells < MIN_CELLS && !items)
    return;
  order = g_array_sized_new (FALSE, FALSE, sizeof (Row), rows->len);
  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = &g_array_index (rows, Row, i);
      gboolean closes = ends_cell (row->text);

      if (closes && is_rule (row->text))
        row->text[0] = '\0';
      join_number (row->text);
      take_bars (row->text);
      if (items)
        part_row (row, begins || begins_cell (row->text, above), order);
      else
        add (order, row, row->text, strlen (row->text), row->role);
      begins = closes || (begins && row->text[0] == '\0');
      g_free (above);
      above = g_steal_pointer (&row->text);
    }
  g_array_set_size (rows, 0);
  g_array_append_vals (rows, order->data, order->len);
}
