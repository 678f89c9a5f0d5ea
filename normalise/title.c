/* title.c: the rows of a heading become a title, and what its number and body are. */

#include "normalise/title.h"

#include "normalise/candidate_rule.h"
#include "normalise/word_list.h"

#include <string.h>

#define MAX_TITLE_BYTES 400
/* Words and letters of a title in capitals: "SEND" and "NHS" are none. */
#define MIN_CAPS_WORDS 2
#define MIN_CAPS 10

gchar *
title_fold (const gchar *title)
{
  GString *fold = g_string_new (NULL);

  for (const gchar *p = title; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar)*p;

      if (c < 0x80 && g_ascii_isalnum (*p))
        g_string_append_c (fold, g_ascii_tolower (*p));
      else if (c >= 0x80 && g_unichar_isalnum (c = g_utf8_get_char (p)))
        g_string_append_unichar (fold, g_unichar_tolower (c));
    }
  return g_string_free (fold, FALSE);
}

gchar *
title_clean (Patterns *patterns, const gchar *title)
{
  g_autofree gchar *clean = g_strdup (title);
  gsize length;

  for (guint rule = CANDIDATE_FURNITURE; rule <= CANDIDATE_PAGES; rule++)
    {
      PatternMatch match;

      if (patterns_match (patterns, rule, clean, &match) && match.group[0].start > 0)
        clean[match.group[0].start] = '\0';
    }
  length = strlen (clean);
  while (length > 0 && strchr (" :-.", clean[length - 1]) != NULL)
    clean[--length] = '\0';
  return g_steal_pointer (&clean);
}

/* Letters of which most are capitals: "LISTED BUILDINGS AT RISK". */
gboolean
title_is_caps (const gchar *text)
{
  guint upper = 0;
  guint lower = 0;

  for (const gchar *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if ((guchar)*p < 0x80)
      {
        upper += g_ascii_isupper (*p);
        lower += g_ascii_islower (*p);
      }
    else
      {
        upper += g_unichar_isupper (g_utf8_get_char (p)) != 0;
        lower += g_unichar_islower (g_utf8_get_char (p)) != 0;
      }
  return upper >= 3 && upper > 6 * lower;
}

/* Whether the row is so full that the next one's first word had to go to the next line.
 */
gboolean
title_is_full (const Stream *rows, const Row *row, const Row *next)
{
  gsize word = strcspn (next->text, " ");
  gsize length = strlen (next->text);

  if (!rows->boxed)
    return rows->wrap > 0 && strlen (row->text) + 1 + word > rows->wrap;
  if (box_is_none (row->box) || box_is_none (next->box) || length == 0)
    return FALSE;
  return row->box.x1
             + (next->box.x1 - next->box.x0) * (gdouble)(word + 1) / (gdouble)length
         > row->right - 4;
}

/* Where a cell ends that holds nothing but a title, for its text stands beside it:
 * "1. Declarations of" / "interest" | "1.1 There were none". row: it is none. */
static guint
title_cell_end (const Stream *rows, guint row, guint end)
{
  const Row *first = stream_at (rows, row);
  gsize title = 0, text = 0;
  guint i = row, beside;

  for (; i < end && i < row + MAX_TITLE_ROWS
         && stream_same_cell (first, stream_at (rows, i));
       i++)
    title += strlen (stream_at (rows, i)->text);
  beside = i;
  if (i == row + 1 || i == end || first->column != 1
      || stream_at (rows, i)->column <= first->column)
    return row;
  for (; i < end && stream_same_cell (stream_at (rows, beside), stream_at (rows, i))
         && text < title;
       i++)
    text += strlen (stream_at (rows, i)->text);
  return stream_at (rows, beside)->table == first->table
                 && stream_at (rows, beside)->table_row == first->table_row
                 && text >= title
             ? beside
             : row;
}

/* "MINUTES OF THE MEETING HELD ON 18 AUGUST" */
static gboolean
ends_in_month (const gchar *text)
{
  static const gchar *const months[] = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"
  };
  gsize length = strlen (text), start = length - (length > 0 && text[length - 1] == ',');

  length = start;
  while (start > 0 && g_ascii_isalpha (text[start - 1]))
    start--;
  return word_list_has (months, G_N_ELEMENTS (months), text + start, length - start);
}

/* "2020-21", "2019/2020", or "2017" below a month: the last word of a title, and no
 * number of an item. */
static gboolean
is_years (const gchar *above, const gchar *text)
{
  gsize length = strlen (text);

  if (length == 4 && strspn (text, "0123456789") == 4
      && (g_str_has_prefix (text, "20") || g_str_has_prefix (text, "19")))
    return ends_in_month (above);
  return (length == 7 || length == 9)
         && (g_str_has_prefix (text, "20") || g_str_has_prefix (text, "19"))
         && strspn (text, "0123456789") == 4 && strchr ("-/", text[4]) != NULL
         && strspn (text + 5, "0123456789") == length - 5;
}

/* Rows [row + 1, result) go on with the title. */
static guint
title_end (Patterns *patterns, const Stream *rows, guint row, guint end)
{
  const Row *first = stream_at (rows, row);
  gboolean caps = title_is_caps (first->text);
  guint i = first->role == LINE_ROLE_CELL ? title_cell_end (rows, row, end) : row;

  if (i > row)
    return i;
  if (!first->bold && !caps && first->role != LINE_ROLE_HEADING)
    return row + 1;
  for (i = row + 1; i < end && i < row + MAX_TITLE_ROWS; i++)
    {
      const Row *above = stream_at (rows, i - 1);
      const Row *next = stream_at (rows, i);
      Number number;

      /* "CONSIDERED IN PRIVATE (Agenda Item 3)": its last words are in other letters. */
      if (!next->blank_above && !next->page_top && next->role == first->role
          && (first->bold || caps) && strpbrk (next->text, ")]") != NULL
          && patterns_match (patterns, CANDIDATE_ITEM_TAIL, next->text, NULL)
          && !number_read (next->text, &number))
        return i + 1;
      if (next->blank_above || next->page_top || next->role != first->role
          || next->bold != first->bold || ABS (next->size - first->size) > 0.6
          || patterns_match (patterns, CANDIDATE_ITEM_LINE, next->text, NULL)
          || patterns_match (patterns, CANDIDATE_DECISION, next->text, NULL)
          || patterns_match (patterns, CANDIDATE_LEAD, next->text, NULL))
        break;
      if (!is_years (above->text, next->text) && number_read (next->text, &number)
          && (first->bold || number.values[0] < 1000 || number.closing != 0))
        break;
      if (caps && !title_is_caps (next->text) && !is_years (above->text, next->text))
        break;
      /* Two bold lines may be a title and a heading in its body: the first has room. */
      if (rows->boxed && !title_is_full (rows, above, next)
          && above->box.x1 < stream_at (rows, i)->right * 0.75)
        break;
    }
  return i;
}

/* Finds "(Item 4)" on a line of its own below the title: the lines between are title. */
static guint
item_line (Patterns *patterns, const Stream *rows, guint row, guint end,
           gchar **ret_number)
{
  for (guint i = row + 1; i < end && i <= row + MAX_TITLE_ROWS; i++)
    {
      const Row *next = stream_at (rows, i);
      PatternMatch match;
      Number number;

      if (patterns_match (patterns, CANDIDATE_ITEM_LINE, next->text, &match))
        {
          *ret_number = pattern_match_dup (&match, 1, next->text);
          return i;
        }
      if (next->blank_above || next->page_top || number_read (next->text, &number)
          || (next->bold && !stream_at (rows, i - 1)->bold)
          || patterns_match (patterns, CANDIDATE_DECISION, next->text, NULL))
        break;
    }
  return 0;
}

static gchar *
join_rows (const Stream *rows, guint row, gsize from, guint end)
{
  GString *text = g_string_new (stream_at (rows, row)->text + from);

  for (guint i = row + 1; i < end && text->len < MAX_TITLE_BYTES; i++)
    {
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, stream_at (rows, i)->text);
    }
  return g_string_free (text, FALSE);
}

static void
read_run_in (Patterns *patterns, const Row *row, gsize from, Candidate *candidate)
{
  const gchar *text = row->text + from;
  PatternMatch best = { 0 };
  gboolean told = FALSE;

  /* "Grants – Members considered three. RESOLVED:": the first that ends a title does. */
  for (guint rule = CANDIDATE_RUN_IN; rule <= CANDIDATE_RUN_IN_TOLD; rule++)
    {
      PatternMatch match;

      if (!patterns_match (patterns, rule, text, &match)
          || (best.n_groups != 0 && match.group[1].end >= best.group[1].end
              && rule != CANDIDATE_RUN_IN_CAPITALS))
        continue;
      best = match;
      told = rule == CANDIDATE_RUN_IN_TOLD;
    }
  if (best.n_groups == 0)
    return;
  candidate->run_in_title = pattern_match_dup (&best, 1, text);
  candidate->run_in_caps = title_is_caps (candidate->run_in_title);
  candidate->run_in_from = told ? from : from + best.group[0].end;
}

gsize
title_of_opening (const gchar *text)
{
  static const gchar *const verbs[] = {
    "accept",  "adopt",    "agree",  "appoint", "approve", "authorise", "co-opt",
    "confirm", "consider", "decide", "discuss", "elect",   "hear",      "note",
    "ratify",  "receive",  "record", "resolve", "review",  "set",       "sign"
  };
  const gchar *verb = g_str_has_prefix (text, "To ") ? text + strlen ("To ") : text;
  gsize length = strcspn (verb, " "), end;

  if (!word_list_has (verbs, G_N_ELEMENTS (verbs), verb, length))
    return 0;
  for (end = 0; text[end] != '\0'; end++)
    if (text[end] == '.' && text[end + 1] == ' ' && g_ascii_isupper (text[end + 2])
        && end > length && g_ascii_islower (text[end - 1]))
      break;
  for (const gchar *p = text; p < text + end; p++)
    if (strncmp (p, " was ", 5) == 0 || strncmp (p, " were ", 6) == 0)
      return 0;
  return end;
}

/* Whether a word has small letters, or marks a decision: then no title in capitals goes
 * on with it. letters: how many capitals it has, added up. */
static gboolean
ends_caps (const gchar *word, gsize length, guint *letters)
{
  static const gchar *const marks[] = { "RESOLVED",    "RES0LVED",     "AGREED",  "NOTED",
                                        "RECOMMENDED", "PENDERFYNWYD", "CYTUNWYD" };

  while (length > 0 && strchr (":,.;", word[length - 1]) != NULL)
    length--;
  for (const gchar *p = word; p < word + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_islower (c))
        return TRUE;
      *letters += g_unichar_isupper (c) != 0;
    }
  return word_list_has (marks, G_N_ELEMENTS (marks), word, length);
}

/* Bytes of text[from..] that are words in capitals; words: how many of them have
 * letters. */
static gsize
caps_end (const gchar *text, gsize from, guint *words, guint *letters)
{
  gsize at = from;

  while (text[at] != '\0')
    {
      gsize length = strcspn (text + at, " ");
      guint before = *letters;

      if (ends_caps (text + at, length, letters))
        break;
      *words += *letters > before;
      at += length;
      at += strspn (text + at, " ");
    }
  /* "MINUTES A member said": the article is not the title's. */
  if (text[at] != '\0' && at >= from + 3 && strncmp (text + at - 3, " A ", 3) == 0)
    at -= 2;
  return at;
}

/* "FRÔ" ends in the same byte as a dash does. */
static gboolean
ends_open (const GString *title)
{
  static const gchar *const marks[] = { ":", "-", ".", "–", "—" };

  return word_list_ends (marks, G_N_ELEMENTS (marks), title->str, title->len);
}

/* "73/13 MINUTES RESOLVED that they be signed"; "74/13 DIVERSION OF" over "FOOTPATH NO 39
 * Members were told": a title in capitals that its text follows in its last row. */
static gboolean
read_caps (Patterns *patterns, const Stream *rows, guint end, gsize from,
           Candidate *candidate)
{
  g_autoptr (GString) title = g_string_new (NULL);
  guint words = 0, letters = 0;

  for (guint i = candidate->row; i < end && i < candidate->row + MAX_TITLE_ROWS; i++)
    {
      const Row *row = stream_at (rows, i);
      gsize start = i == candidate->row ? from : 0;
      gsize stop;
      Number number;

      if (i > candidate->row
          && (row->blank_above || row->page_top
              || row->role != stream_at (rows, i - 1)->role
              || number_read (row->text, &number)))
        return FALSE;
      stop = caps_end (row->text, start, &words, &letters);
      if (title->len > 0)
        g_string_append_c (title, ' ');
      g_string_append_len (title, row->text + start, (gssize)(stop - start));
      if (row->text[stop] == '\0')
        continue;
      g_strchomp (title->str);
      title->len = strlen (title->str);
      if (stop == start || title->len == 0 || ends_open (title)
          || (!(words >= MIN_CAPS_WORDS && letters >= MIN_CAPS)
              && !patterns_match (patterns, CANDIDATE_KNOWN, title->str, NULL))
          || !(patterns_match (patterns, CANDIDATE_DECISION, row->text + stop, NULL)
               || patterns_match (patterns, CANDIDATE_SENTENCE, row->text + stop, NULL)))
        return FALSE;
      candidate->title = title_clean (patterns, title->str);
      candidate->body_row = i;
      candidate->body_from = stop;
      return TRUE;
    }
  return FALSE;
}

/* Title, agenda number and beginning of the body. from: where the text after a number
 * begins in the row. */
void
title_read (Patterns *patterns, const Stream *rows, guint end, gsize from,
            Candidate *candidate)
{
  guint row = candidate->row;
  guint last = item_line (patterns, rows, row, end, &candidate->agenda_number);
  g_autofree gchar *title = NULL;
  PatternMatch match;

  if (last == 0 && candidate->numbered
      && g_ascii_isupper (stream_at (rows, row)->text[from])
      && read_caps (patterns, rows, end, from, candidate))
    return;
  candidate->body_row = last != 0 ? last + 1 : title_end (patterns, rows, row, end);
  title = join_rows (rows, row, from, last != 0 ? last : candidate->body_row);
  if (patterns_match (patterns, CANDIDATE_ITEM_TAIL, title, &match))
    {
      g_free (candidate->agenda_number);
      candidate->agenda_number =
          pattern_match_dup (&match, pattern_match_has (&match, 1) ? 1 : 2, title);
      title[match.group[0].start] = '\0';
    }
  candidate->title = title_clean (patterns, title);
  /* "FOSTERING: ALLOWANCES pdf icon PDF 60 KB": a site links the whole title. */
  if (candidate->agenda_number == NULL && candidate->body_row == row + 1
      && !patterns_match (patterns, CANDIDATE_FURNITURE,
                          stream_at (rows, row)->text + from, NULL))
    {
      candidate->run_in_row = row;
      read_run_in (patterns, stream_at (rows, row), from, candidate);
    }
}
