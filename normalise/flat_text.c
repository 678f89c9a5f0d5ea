/* flat_text.c: one line that holds a meeting's minutes becomes its lines. */

#include "normalise/flat_text.h"

#include "normalise/word_list.h"

#include <string.h>

/* Bytes of a line that may hold minutes, and its share of the text in tenths. */
#define MIN_LENGTH 400
#define SHARE 8
/* Numbers of a line that are looked at, and that make it minutes. */
#define MAX_LINKS 400
#define MIN_LINKS 4
#define MAX_SKIP 2
/* Words of a title */
#define MAX_WORDS 16

typedef enum
{
  FORM_STOP,  /* "4. Play area" */
  FORM_YEAR,  /* "14/24 APOLOGIES", "14/24 Apologies" */
  FORM_PLAIN, /* "4 APOLOGIES" */
} Form;

typedef struct
{
  gsize start; /* of the number */
  gsize title; /* behind it */
  Form form;
  guint value;
  gint next; /* the number that follows it in its chain; -1: none */
  guint length;
} Link;

/* How sentences begin behind a title */
static const gchar *const openings[] = {
  "the",     "there",       "it",         "this",        "these",    "they",
  "members", "mr",          "mrs",        "ms",          "miss",     "dr",
  "cllr",    "cllrs",       "an",         "a",           "no",       "none",
  "nil",     "to",          "in",         "on",          "at",       "as",
  "after",   "all",         "any",        "apologies",   "received", "proposed",
  "further", "both",        "councillor", "councillors", "resolved", "agreed",
  "noted",   "approved",    "following",  "having",      "clerk",    "chairman",
  "chair",   "recommended", "that",       "it",          "nothing",  "two",
};
/* What a title may have in lower case before a capital */
static const gchar *const joints[] = { "of", "the",  "for",  "to", "and", "in",
                                       "on", "from", "with", "by", "at",  "a",
                                       "an", "or",   "&",    "-",  "–",   "re" };
static const gchar *const labels[] = {
  "Present:",
  "PRESENT:",
  "Members present:",
  "Members Present:",
  "In attendance:",
  "In Attendance:",
  "IN ATTENDANCE:",
  "Also present:",
  "Also Present:",
  "Apologies:",
  "APOLOGIES:",
  "Officers:",
  "Officers present:",
  "Absent:",
  "Chair:",
  "Chairman:",
  "Clerk:",
  "Venue:",
  "Date:",
  "Time:",
  "Minutes of",
  "MINUTES OF",
  "MINUTES of",
  "Present Councillor",
};
/* The end of a meeting */
static const gchar *const closings[] = {
  "The meeting closed",  "The meeting ended",    "Meeting closed",
  "There being no",      "The meeting finished", "The Chairman closed the",
  "The Chair closed the"
};

static gboolean
is_capitals (const gchar *word, gsize length)
{
  guint letters = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_islower (word[i]))
        return FALSE;
      letters += g_ascii_isupper (word[i]) != 0;
    }
  return letters >= 2;
}

/* The number that begins at i, a word's first byte. */
static gboolean
read_link (const gchar *text, gsize i, Link *link)
{
  gchar *end;
  guint64 value = g_ascii_strtoull (text + i, &end, 10);

  *link = (Link){ .start = i, .value = (guint)value, .next = -1, .length = 1 };
  if (end - (text + i) > 4 || value == 0)
    return FALSE;
  link->form = FORM_PLAIN;
  if ((*end == '.' || *end == ')') && end[1] == ' ')
    {
      link->form = FORM_STOP;
      end++;
    }
  else if (*end == '/' && g_ascii_isdigit (end[1]) && g_ascii_isdigit (end[2]))
    {
      link->form = FORM_YEAR;
      for (end += 3; g_ascii_isdigit (*end) || *end == '.';)
        end++;
    }
  if (*end != ' ' || !g_ascii_isupper (end[1]))
    return FALSE;
  link->title = (gsize)(end - text) + 1;
  return link->form != FORM_PLAIN
         || is_capitals (text + link->title, strcspn (text + link->title, " "));
}

static GArray *
find_links (const gchar *text)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (Link));

  for (gsize i = 0; text[i] != '\0' && links->len < MAX_LINKS; i++)
    {
      Link link;

      if (g_ascii_isdigit (text[i]) && (i == 0 || text[i - 1] == ' ')
          && read_link (text, i, &link))
        g_array_append_val (links, link);
    }
  return links;
}

/* The first link of the longest chain; -1: none is long enough. */
static gint
find_chain (GArray *links)
{
  gint best = -1;

  for (gint i = (gint)links->len - 1; i >= 0; i--)
    {
      Link *link = &g_array_index (links, Link, i);

      for (guint k = (guint)i + 1; k < links->len; k++)
        {
          const Link *other = &g_array_index (links, Link, k);

          if (other->form != link->form || other->value <= link->value
              || other->value > link->value + MAX_SKIP
              || other->length + 1 <= link->length + (other->value > link->value + 1))
            continue;
          link->length = other->length + 1;
          link->next = (gint)k;
        }
      if (best < 0 || link->length >= g_array_index (links, Link, best).length)
        best = i;
    }
  return best >= 0 && g_array_index (links, Link, best).length >= MIN_LINKS ? best : -1;
}

/* "19th June", "24/00123/FUL": what an agenda lists */
static gboolean
begins_entry (const gchar *word, gsize length)
{
  gsize digits = 0;
  const gchar *slash = memchr (word, '/', length);

  while (digits < length && g_ascii_isdigit (word[digits]))
    digits++;
  return digits > 0
         && ((digits <= 2 && length == digits + 2 && g_ascii_islower (word[digits]))
             || (slash != NULL
                 && memchr (slash + 1, '/', length - (gsize)(slash + 1 - word))));
}

static gboolean
ends_title (const gchar *word, gsize length, const gchar *last, gsize last_length)
{
  gsize letters = strcspn (word, ".,:; ");

  if (word_list_has (joints, G_N_ELEMENTS (joints), last, last_length))
    return FALSE;
  if (begins_entry (word, length))
    return TRUE;
  if (!g_ascii_isupper (word[0]))
    return FALSE;
  if (word_list_has (openings, G_N_ELEMENTS (openings), word, letters))
    return TRUE;
  return g_ascii_islower (last[0]);
}

/* Where the text behind a title begins; from: it has no title. */
static gsize
title_end (const gchar *text, gsize from, gsize end)
{
  gsize i = from, last = from, last_length = 0;
  gboolean caps = is_capitals (text + from, strcspn (text + from, " "));

  for (guint n = 0; n < MAX_WORDS && i < end; n++)
    {
      gsize length = strcspn (text + i, " ");

      if (n > 0 && caps
              ? !is_capitals (text + i, length) && g_ascii_isalpha (text[i])
                    && !(g_ascii_islower (text[i])
                         && word_list_has (joints, G_N_ELEMENTS (joints), text + i,
                                           length))
              : n > 0 && ends_title (text + i, length, text + last, last_length))
        return i;
      if (length > 0 && strchr (".:", text[i + length - 1]) != NULL)
        return MIN (i + length + 1, end);
      last = i;
      last_length = length;
      i += length + (text[i + length] == ' ');
    }
  return i >= end ? end : from;
}

static void
add (GArray *order, const Row *from, gsize start, gsize end, gboolean begins)
{
  Row row = *from;

  row.text = g_strstrip (g_strndup (from->text + start, end - start));
  row.blank_above = begins;
  if (row.text[0] == '\0')
    g_free (row.text);
  else
    g_array_append_val (order, row);
}

/* Whether a council's name ends here: "PARISH COUNCIL" before "MINUTES", "Planning". */
static gboolean
ends_council (const gchar *text, gsize i)
{
  static const gchar council[] = "council";
  static const gchar *const others[] = { "chamber", "chambers", "house", "offices",
                                         "meeting", "held",     "tax" };
  gsize length = strlen (council);

  return i > length && text[i - 1] == ' '
         && g_ascii_strncasecmp (text + i - 1 - length, council, length) == 0
         && g_ascii_isupper (text[i])
         && !word_list_has (others, G_N_ELEMENTS (others), text + i,
                            strcspn (text + i, " ,."));
}

/* What stands before the first item. */
static void
part_head (GArray *order, const Row *row, gsize end)
{
  gsize start = 0;

  for (gsize i = 1; i < end; i++)
    if (row->text[i - 1] == ' '
        && (word_list_prefix (labels, G_N_ELEMENTS (labels), row->text + i) > 0
            || (start == 0 && ends_council (row->text, i))))
      {
        add (order, row, start, i, TRUE);
        start = i;
      }
  add (order, row, start, end, TRUE);
}

/* The last item, and the words that close the meeting. */
static void
part_tail (GArray *order, const Row *row, gsize start, gsize end)
{
  for (gsize i = start; i < end; i++)
    if ((i == start || row->text[i - 1] == ' ')
        && word_list_prefix (closings, G_N_ELEMENTS (closings), row->text + i) > 0)
      {
        add (order, row, start, i, FALSE);
        add (order, row, i, end, TRUE);
        return;
      }
  add (order, row, start, end, FALSE);
}

static void
part_row (GArray *order, const Row *row, const GArray *links, gint first)
{
  part_head (order, row, g_array_index (links, Link, first).start);
  for (gint i = first; i >= 0;)
    {
      const Link *link = &g_array_index (links, Link, i);
      gsize end = link->next >= 0 ? g_array_index (links, Link, link->next).start
                                  : strlen (row->text);
      gsize body = title_end (row->text, link->title, end);

      if (body > link->title)
        add (order, row, link->start, body, TRUE);
      else
        body = link->start;
      if (link->next >= 0)
        add (order, row, body, end, body == link->start);
      else
        part_tail (order, row, body, end);
      i = link->next;
    }
}

/* The row that holds nearly all of the text; -1: none does. */
static gint
find_flat (const GArray *rows)
{
  gsize all = 0, longest = 0;
  guint at = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      gsize length = strlen (row->text);

      if (!box_is_none (row->box))
        return -1;
      all += length;
      if (length > longest)
        {
          longest = length;
          at = i;
        }
    }
  return longest >= MIN_LENGTH && 10 * longest >= SHARE * all ? (gint)at : -1;
}

/* Whether its heading says that it is of a meeting. */
static gboolean
names_meeting (const gchar *text, gsize length)
{
  g_autofree gchar *head = g_ascii_strdown (text, (gssize)length);

  return strstr (head, "minutes") != NULL || strstr (head, "present") != NULL
         || strstr (head, "meeting") != NULL;
}

/* "RESOLVED 1. That the plan be approved. 2. That …": a resolution's clauses. */
static gboolean
lists_clauses (const gchar *text, const GArray *links, gint first)
{
  const gchar *title = text + g_array_index (links, Link, first).title;

  return g_str_has_prefix (title, "That ") || g_str_has_prefix (title, "To ");
}

void
flat_text_part (GArray *rows)
{
  gint at = find_flat (rows);
  g_autoptr (GArray) links = NULL;
  g_autoptr (GArray) order = NULL;
  const Row *row;
  gint first;

  if (at < 0)
    return;
  row = &g_array_index (rows, Row, at);
  links = find_links (row->text);
  first = find_chain (links);
  if (first < 0 || lists_clauses (row->text, links, first)
      || !names_meeting (row->text, g_array_index (links, Link, first).start))
    return;
  order = g_array_new (FALSE, FALSE, sizeof (Row));
  part_row (order, row, links, first);
  g_array_remove_index (rows, (guint)at);
  g_array_insert_vals (rows, (guint)at, order->data, order->len);
}
