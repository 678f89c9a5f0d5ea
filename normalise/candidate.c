/* candidate.c: rows become candidates for headings of items, with points of evidence. */

#include "normalise/candidate.h"

#include "normalise/candidate_rule.h"
#include "normalise/ground.h"
#include "normalise/lone_number.h"
#include "normalise/title.h"

#include <string.h>

/* Bytes of a sentence that leads to a list. */
#define MIN_LEADING 60
#define BRACKETED 1.5 /* what a letter in brackets loses */
#define LINKED 2.5    /* what a link to a file behind it is worth */
/* Candidates of one meeting; beyond, a document is no minutes. */
#define MAX_CANDIDATES 20000

struct CandidateReader
{
  Patterns *patterns;
};

CandidateReader *
candidate_reader_new (void)
{
  CandidateReader *self = g_new0 (CandidateReader, 1);

  self->patterns = patterns_new (candidate_rules, CANDIDATE_N_RULES);
  return self;
}

Patterns *
candidate_reader_patterns (CandidateReader *self)
{
  return self->patterns;
}

void
candidate_reader_free (CandidateReader *self)
{
  if (self == NULL)
    return;
  patterns_free (self->patterns);
  g_free (self);
}

static void
candidate_clear (gpointer data)
{
  Candidate *candidate = data;

  g_free (candidate->printed);
  g_free (candidate->agenda_number);
  g_free (candidate->title);
  g_free (candidate->run_in_title);
}

gchar *
candidate_clean_title (CandidateReader *self, const gchar *title)
{
  return title_clean (self->patterns, title);
}

gboolean
candidate_is_part (CandidateReader *self, const Row *row)
{
  return ground_is_part (self->patterns, row);
}

static gdouble
score_text (CandidateReader *self, const gchar *text, Candidate *candidate)
{
  gsize length = strlen (text);
  gdouble score = 0;

  if (length == 0)
    return -1;
  candidate->known =
      patterns_match (self->patterns, CANDIDATE_KNOWN, text, NULL) && length < 160;
  candidate->minuted = patterns_match (self->patterns, CANDIDATE_MINUTED, text, NULL);
  candidate->caps = title_is_caps (text);
  candidate->sentence =
      !candidate->caps
      && patterns_match (self->patterns, CANDIDATE_SENTENCE, candidate->title, NULL);
  if (candidate->known)
    score += 2.5;
  if (candidate->caps)
    score += 1.5;
  if (!g_unichar_isupper (g_utf8_get_char (text)) && !g_ascii_isdigit (text[0])
      && strchr ("'\"(", text[0]) == NULL && !g_str_has_prefix (text, "‘")
      && !g_str_has_prefix (text, "“"))
    score -= 3;
  if (patterns_match (self->patterns, CANDIDATE_DECISION, text, NULL)
      || patterns_match (self->patterns, CANDIDATE_LEAD, text, NULL))
    score -= 4;
  if (candidate->run_in_title != NULL)
    return score;
  if (text[length - 1] == '.' || text[length - 1] == ';' || text[length - 1] == ',')
    score -= 2;
  if (candidate->sentence)
    score -= candidate->known ? 0.5 : 1.5;
  return score;
}

static gdouble
score_place (const Ground *ground, const Candidate *candidate)
{
  const Row *row = stream_at (ground->rows, candidate->row);
  gdouble score = 0;

  if (row->bold && !ground->bold)
    score += 2;
  if (row->role == LINE_ROLE_HEADING)
    score += 2;
  if (row->role == LINE_ROLE_CELL)
    score -= 1.5;
  if (row->size > ground->rows->size + 0.7 && ground->rows->size > 0)
    score += 1;
  score += row->blank_above || row->page_top ? 1 : -0.5;
  if (ground->rows->boxed)
    {
      if (row->box.x0 <= ground->left + GROUND_MARGIN)
        score += 0.5;
      else if (row->box.x0 > ground->left + 3 * GROUND_MARGIN)
        score -= 1;
    }
  /* "The Mayor has three options:" over "1. Wait for the next meeting" */
  if (candidate->row > ground->start && candidate->numbered
      && candidate->number.values[0] == 1 && !candidate->known && !row->bold)
    {
      const gchar *above = stream_at (ground->rows, candidate->row - 1)->text;

      if (strlen (above) > MIN_LEADING && g_str_has_suffix (above, ":"))
        score -= 3;
    }
  /* "… as was said at minute" at a full line's end makes no heading of "6.4 had now". */
  if (candidate->row > ground->start && !row->blank_above)
    {
      const Row *above = stream_at (ground->rows, candidate->row - 1);
      gsize length = strlen (above->text);
      gchar last = above->text[length - 1];

      if (!above->bold && (g_ascii_isalnum (last) || last == ',')
          && title_is_full (ground->rows, above, row) && !row->bold)
        score -= 2;
    }
  return score;
}

/* "12. Apologies were received from Councillors Bell," / "Dunn and Frost." */
static gboolean
is_prose (const Ground *ground, const Candidate *candidate)
{
  const Row *row = stream_at (ground->rows, candidate->row);
  guint next = candidate->row + 1;
  gsize length = strlen (row->text);

  if (!candidate->numbered || row->bold || candidate->caps
      || candidate->agenda_number != NULL || candidate->body_row != next)
    return FALSE;
  return (row->text[length - 1] == '.' || length > 250
          || (next < ground->end && !stream_at (ground->rows, next)->blank_above
              && title_is_full (ground->rows, row, stream_at (ground->rows, next))))
         && candidate->sentence;
}

static void
score (CandidateReader *self, const Ground *ground, Candidate *candidate)
{
  const Row *row = stream_at (ground->rows, candidate->row);

  candidate->x0 = row->box.x0;
  candidate->bold = row->bold;
  candidate->size = row->size;
  candidate->heading = row->role == LINE_ROLE_HEADING;
  candidate->score = score_place (ground, candidate)
                     + score_text (self,
                                   candidate->run_in_title != NULL && candidate->numbered
                                       ? candidate->run_in_title
                                       : candidate->title,
                                   candidate);
  candidate->prose = is_prose (ground, candidate);
  if (candidate->agenda_number != NULL)
    candidate->score += 3;
  if (candidate->numbered && candidate->run_in_caps)
    candidate->score += 1;
  if (ground_is_linked (ground, row))
    {
      candidate->score += LINKED;
      candidate->known = TRUE;
    }
  if (ground->item != NULL && g_strcmp0 (ground->item, candidate->printed) == 0)
    candidate->score += 4;
  if (ground->titles != NULL)
    {
      g_autofree gchar *fold = title_fold (candidate->title);

      if (fold[0] != '\0' && g_hash_table_contains (ground->titles, fold))
        candidate->score += 2.5;
    }
  /* A heading with nothing below it but the next is an entry of a list. */
  if (candidate->body_row >= ground->end)
    candidate->score -= 0.5;
}

static gboolean
first_is_caps (const gchar *text)
{
  g_autofree gchar *word = g_strndup (text, strcspn (text, " "));

  return title_is_caps (word);
}

/* "(18) SCHOOL PLACES" behind the minute's own number; coded: that has letters or a year
 * in it. Returns its length, 0 if there is none. */
static gsize
agenda_number_before (const gchar *text, gboolean coded, gchar **ret_number)
{
  gsize end = 1;

  /* "C048/23 1. APOLOGIES" */
  if (coded && g_ascii_isdigit (text[0]))
    {
      while (end < 3 && g_ascii_isdigit (text[end]))
        end++;
      if (text[end] != '.' || text[end + 1] != ' ' || !g_ascii_isupper (text[end + 2]))
        return 0;
      *ret_number = g_strndup (text, end);
      return end + 2;
    }
  if (text[0] != '(')
    return 0;
  while (end <= 4 && g_ascii_isdigit (text[end]))
    end++;
  if (end == 1 || text[end] != ')' || text[end + 1] != ' '
      || !first_is_caps (text + end + 2))
    return 0;
  *ret_number = g_strndup (text + 1, end - 1);
  return end + 2;
}

/* A number alone: its title stands in the next row. */
static void
read_numbered (CandidateReader *self, const Ground *ground, Candidate *candidate)
{
  const Row *row = stream_at (ground->rows, candidate->row);
  gsize from = candidate->number.rest;
  g_autofree gchar *agenda = NULL;

  candidate->printed = number_dup (&candidate->number, row->text);
  if (row->text[from] != '\0')
    {
      from += agenda_number_before (row->text + from, candidate->number.n_values > 1,
                                    &agenda);
      title_read (self->patterns, ground->rows, ground->end, from, candidate);
      if (candidate->agenda_number == NULL)
        candidate->agenda_number = g_steal_pointer (&agenda);
    }
  else if (candidate->row + 1 < ground->end)
    {
      guint number_row = candidate->row;

      candidate->row++;
      title_read (self->patterns, ground->rows, ground->end, 0, candidate);
      candidate->row = number_row;
    }
  else
    {
      candidate->title = g_strdup ("");
      candidate->body_row = candidate->row + 1;
    }
  score (self, ground, candidate);
}

/* Titles without a number above "(Item 4)" begin where the space above them is. */
static guint
title_start (const Ground *ground, guint item_row)
{
  guint i = item_row;

  while (i > ground->start && item_row - i < MAX_TITLE_ROWS)
    {
      i--;
      if (stream_at (ground->rows, i)->blank_above
          || stream_at (ground->rows, i)->page_top)
        break;
      if (i > ground->start
          && stream_at (ground->rows, i - 1)->bold != stream_at (ground->rows, i)->bold)
        break;
    }
  return i;
}

static void
add_unnumbered (CandidateReader *self, const Ground *ground, guint i, GArray *candidates)
{
  const Row *row = stream_at (ground->rows, i);
  guint start = i;
  Candidate candidate = { 0 };
  const Candidate *last = NULL;

  if (candidates->len > 0)
    last = &g_array_index (candidates, Candidate, candidates->len - 1);
  if (patterns_match (self->patterns, CANDIDATE_ITEM_LINE, row->text, NULL))
    start = title_start (ground, i);
  else if (!ground_is_heading_like (ground, i))
    return;
  /* Lines of a title that was read already. */
  if (last != NULL && start < last->body_row && start >= last->row)
    return;
  if (ground_is_below_title (ground, last, start))
    return;
  candidate.row = start;
  candidate.printed = g_strdup ("");
  title_read (self->patterns, ground->rows, ground->end, 0, &candidate);
  score (self, ground, &candidate);
  g_array_append_val (candidates, candidate);
}

static gboolean
read_letter (CandidateReader *self, const Row *row, gboolean roman, Number *ret_number)
{
  if (!number_read_letter (row->text, roman, ret_number))
    return FALSE;
  return row->bold || row->role == LINE_ROLE_HEADING
         || title_is_caps (row->text + ret_number->rest)
         || patterns_match (self->patterns, CANDIDATE_KNOWN, row->text + ret_number->rest,
                            NULL);
}

gboolean
candidate_is_lettered (CandidateReader *self, const Row *row)
{
  Number number;

  return (read_letter (self, row, FALSE, &number)
          || read_letter (self, row, TRUE, &number))
         && patterns_match (self->patterns, CANDIDATE_KNOWN, row->text + number.rest,
                            NULL);
}

/* "B. MINUTES", "IV. Membership": a heading whose number is a letter. */
static void
add_lettered (CandidateReader *self, const Ground *ground, guint i, GArray *candidates)
{
  const Row *row = stream_at (ground->rows, i);

  for (guint roman = 0; roman < 2; roman++)
    {
      Candidate candidate = { .row = i, .numbered = TRUE };

      if (!read_letter (self, row, roman, &candidate.number))
        continue;
      read_numbered (self, ground, &candidate);
      /* "(a) Declarations of Substitutes" is a part of "1 Procedural Business". */
      if (candidate.number.form[0] == '(')
        candidate.score -= BRACKETED;
      g_array_append_val (candidates, candidate);
    }
}

GArray *
candidate_reader_read (CandidateReader *self, const Stream *rows, guint start, guint end,
                       guint headed, GHashTable *titles, const gchar *item)
{
  GArray *candidates = g_array_new (FALSE, TRUE, sizeof (Candidate));
  Ground ground = ground_of (self->patterns, rows, start, end);

  g_array_set_clear_func (candidates, candidate_clear);
  ground.titles = titles;
  ground.item = item;
  for (guint i = start; i < end && candidates->len < MAX_CANDIDATES; i++)
    {
      const Row *row = stream_at (rows, i);
      Candidate candidate = { .row = i, .numbered = TRUE };

      if (row->role == LINE_ROLE_SIDE || row->role == LINE_ROLE_ATTACHMENT
          || lone_number_is_marked (rows, i, end))
        continue;
      if (!number_read (row->text, &candidate.number))
        {
          if (i >= headed)
            {
              add_unnumbered (self, &ground, i, candidates);
              add_lettered (self, &ground, i, candidates);
            }
          continue;
        }
      read_numbered (self, &ground, &candidate);
      candidate.first =
          candidate.number.values[0] == 1 && ground_is_below_heading (&ground, i);
      g_array_append_val (candidates, candidate);
    }
  if (!rows->boxed)
    lone_numbers_prefer (rows, candidates);
  return candidates;
}
