/* joiner.c: rows become paragraphs of text, with each printed line's span and place. */

#include "normalise/joiner.h"

#include "normalise/vocabulary.h"
#include "normalise/word_list.h"

#include <string.h>

enum
{
  RULE_MARKER,
  RULE_LABEL,
};

static const PatternRule rules[] = {
  /* "• one", "- two", "(a) three", "iv) four", "3. five", "17.3 six", "R1 seven" */
  { "a list's marker",
    "^(?:[•·▪◦‣–—●○■□o*-]\\s|[([]?(?:[0-9]{1,3}|[a-z]{1,2}|[A-Z]|[ivxl]{1,6})[.)\\]](?:"
    "\\s|"
    "(?=\\p{Lu}))|[0-9]{1,4}(?:\\.[0-9]{1,3}){1,3}\\.?(?:\\s|(?=\\p{Lu}))|R[0-9]{1,2}\\s|"
    "[0-9.]*(?:[ivx]{1,5})\\)\\s)",
    PATTERN_PLAIN },
  /* "RESOLVED", "Action: …", "Minutes:" begin a paragraph of their own */
  { "a label",
    "^(?:(?:\\(?action\\b.{0,20}:|minutes:|decisions?$|decision:|decisions:|resolution:|"
    "reasons? for|"
    "reason:|recommendations?:|resolved\\b\\s*(?:[:–—-]|$)|agreed\\s*(?:[:–—-]|$)|"
    "recommended\\s*[:–—-]|options considered))",
    PATTERN_CASELESS },
};

struct Joiner
{
  const Stream *rows;
  Patterns *patterns;
  Vocabulary *words; /* of the document; NULL: not yet asked for */
};

Joiner *
joiner_new (void)
{
  Joiner *self = g_new0 (Joiner, 1);

  self->patterns = patterns_new (rules, G_N_ELEMENTS (rules));
  return self;
}

void
joiner_begin (Joiner *self, const Stream *rows)
{
  self->rows = rows;
  g_clear_pointer (&self->words, vocabulary_free);
}

void
joiner_free (Joiner *self)
{
  if (self == NULL)
    return;
  patterns_free (self->patterns);
  g_clear_pointer (&self->words, vocabulary_free);
  g_free (self);
}

static gboolean
is_full (const Joiner *self, const Row *row, const Row *next)
{
  gsize word = strcspn (next->text, " ");
  gsize length = strlen (next->text);
  gdouble wide;

  if (!self->rows->boxed)
    return self->rows->wrap > 0 && strlen (row->text) + 2 + word > self->rows->wrap;
  wide = (next->box.x1 - next->box.x0) * (gdouble)(word + 1) / (gdouble)length;
  return row->box.x1 + wide > row->right - 6;
}

static gboolean
begins_lower (const gchar *text)
{
  return g_unichar_islower (g_utf8_get_char (text));
}

/* Whether a line ends in a stop, behind which quotations and brackets may close. */
static gboolean
ends_in_stop (const gchar *text)
{
  const gchar *p = text + strlen (text);

  while (p > text)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (c == '.' || c == ':' || c == ';' || c == '!' || c == '?' || c == 0x2026)
        return TRUE;
      if (c != 0x201d && c != 0x2019 && c != '"' && c != '\'' && c != ')' && c != ']')
        return FALSE;
    }
  return FALSE;
}

/* "implementation of the Council's Play" / "Strategy.": the rest of a sentence, where a
 * site's text is broken within its lines. No line ends in "for all" that is not broken.
 */
static gboolean
is_rest (const Joiner *self, const Row *row, const Row *next)
{
  static const gchar *const words[] = { " of",   " the", " for", " all", " with",
                                        " that", " an",  " a",   " its", " their",
                                        " on",   " in",  " to",  " by",  " from" };
  gsize length = strlen (next->text);

  if (word_list_ends (words, G_N_ELEMENTS (words), row->text, strlen (row->text)))
    return TRUE;
  return 10 * strlen (row->text) >= 6 * self->rows->wrap && 2 * length < self->rows->wrap
         && next->text[length - 1] == '.'
         && memchr (row->text, ' ', strlen (row->text)) != NULL;
}

/* Whether next stands close below row in its column: with nothing beside them, the lines
 * of one cell may seem rows of the table. */
static gboolean
is_below (const Row *row, const Row *next)
{
  return row->column == next->column && row->column > 1 && !box_is_none (row->box)
         && row->bold == next->bold
         && next->box.y0 - row->box.y1 < 0.5 * (row->box.y1 - row->box.y0)
         && next->box.y0 > row->box.y0;
}

/* Whether next goes on with the paragraph of which row is the last line. */
static gboolean
goes_on (const Joiner *self, const Row *row, const Row *next, gboolean page_break)
{
  gboolean stopped = ends_in_stop (row->text);

  if (row->role == LINE_ROLE_LABEL || next->role == LINE_ROLE_LABEL
      || (next->role == LINE_ROLE_CELL) != (row->role == LINE_ROLE_CELL))
    return FALSE;
  if (next->role == LINE_ROLE_CELL)
    return row->page == next->page && row->table == next->table
           && (row->table_row == next->table_row
               || (is_below (row, next)
                   && !patterns_match (self->patterns, RULE_MARKER, next->text, NULL)
                   && !patterns_match (self->patterns, RULE_LABEL, next->text, NULL)
                   && (is_full (self, row, next)
                       || (!stopped && begins_lower (next->text)))));
  if (patterns_match (self->patterns, RULE_MARKER, next->text, NULL)
      || patterns_match (self->patterns, RULE_LABEL, next->text, NULL)
      || (stopped && g_str_has_prefix (next->text, "RESOLVED")))
    return FALSE;
  if (page_break)
    return !stopped && (begins_lower (next->text) || is_full (self, row, next));
  if (next->blank_above)
    return FALSE;
  if (!self->rows->boxed)
    return self->rows->wrap > 0
           && (is_full (self, row, next)
               || (!stopped && (begins_lower (next->text) || is_rest (self, row, next))));
  if (row->bold != next->bold && row->size != next->size)
    return FALSE;
  /* Where the next word had room, the line was ended on purpose. */
  return is_full (self, row, next) || (!stopped && begins_lower (next->text));
}

/* The words of the whole document: gathered when the first line ends in a hyphen. Of a
 * word divided at a line's end neither half is one. */
static const Vocabulary *
words_of (Joiner *self)
{
  const Stream *rows = self->rows;
  gboolean divided = FALSE;

  if (self->words != NULL)
    return self->words;
  self->words = vocabulary_new ();
  for (guint i = 0; i < rows->rows->len; i++)
    {
      const Row *row = stream_at (rows, i);
      gboolean aside = row->role == LINE_ROLE_SIDE;

      /* A footnote stands between the halves of a word that runs over the page. */
      vocabulary_add_line (self->words, row->text, !aside && divided);
      if (!aside)
        divided = g_str_has_suffix (row->text, "-");
    }
  return self->words;
}

/* What becomes of the hyphen that a line ends in. */
typedef enum
{
  HYPHEN_NONE, /* it is none, or stands for a dash */
  HYPHEN_KEPT, /* "Mr Crow-" / "Brown" */
  HYPHEN_DROPPED,
} Hyphen;

static Hyphen
hyphen_of (Joiner *self, const gchar *text, const gchar *next)
{
  gsize length = strlen (text);
  const gchar *start = text + length - 1;
  gsize rest = 0;
  g_autofree gchar *head = NULL;
  g_autofree gchar *tail = NULL;
  g_autofree gchar *whole = NULL;
  const Vocabulary *words;

  if (g_str_has_suffix (text, "\xc2\xad"))
    return HYPHEN_DROPPED;
  if (length < 3 || text[length - 1] != '-' || !g_ascii_isalpha (text[length - 2])
      || !g_unichar_isalpha (g_utf8_get_char (next)))
    return HYPHEN_NONE;
  if (!begins_lower (next))
    return HYPHEN_KEPT;
  while (start > text && (g_ascii_isalpha (start[-1]) || (guchar)start[-1] >= 0x80))
    start--;
  while (g_ascii_isalpha (next[rest]) || (guchar)next[rest] >= 0x80)
    rest++;
  head = g_strndup (start, text + length - 1 - start);
  tail = g_strndup (next, rest);
  words = words_of (self);
  whole = g_strconcat (head, "-", tail, NULL);
  if (vocabulary_has (words, whole))
    return HYPHEN_KEPT;
  g_free (whole);
  whole = g_strconcat (head, tail, NULL);
  if (vocabulary_has (words, whole))
    return HYPHEN_DROPPED;
  /* "twenty-" / "eight" is made of words that stand elsewhere; "infor-" / "mation" is
   * not. One known half is not enough to take a hyphen away: "re-" / "opening". */
  return vocabulary_has (words, head) || vocabulary_has (words, tail) || strlen (head) < 4
             ? HYPHEN_KEPT
             : HYPHEN_DROPPED;
}

static void
add_line (Item *item, GString *text, const Row *row, const gchar *piece, gsize length)
{
  ItemLine line = { .page = row->page, .box = row->box };

  line.span.start = text->len;
  g_string_append_len (text, piece, (gssize)length);
  line.span.end = text->len;
  g_array_append_val (item->lines, line);
  if (item->page_start == 0)
    item->page_start = row->page;
  item->page_end = MAX (item->page_end, row->page);
}

typedef struct
{
  GString *text;
  const Row *last;  /* of the paragraph that is open, or NULL */
  GPtrArray *aside; /* const Row *: text of a column apart, for the paragraph's end */
  GArray *tasks;    /* Task: of the item */
  Task task;        /* of the paragraph */
} State;

/* The item's last line is part of the paragraph's task. */
static void
note_task (const Item *item, State *state, RowTask kind)
{
  Span line = g_array_index (item->lines, ItemLine, item->lines->len - 1).span;
  Span *span = kind == ROW_TASK_ACTION  ? &state->task.action
               : kind == ROW_TASK_OWNER ? &state->task.owner
                                        : &state->task.due;

  if (span->end == 0)
    span->start = line.start;
  span->end = line.end;
}

/* The item's last line stands in a column apart; near: with the one before it. */
static void
note_aside (const Item *item, State *state, gboolean near)
{
  Task task = { 0 };

  task.owner = g_array_index (item->lines, ItemLine, item->lines->len - 1).span;
  if (near)
    g_array_index (state->tasks, Task, state->tasks->len - 1).owner.end = task.owner.end;
  else
    g_array_append_val (state->tasks, task);
}

static void
end_paragraph (Item *item, State *state)
{
  const Row *above = NULL;

  if (state->last != NULL)
    g_string_append_c (state->text, '\n');
  state->last = NULL;
  if (state->task.action.end > 0)
    g_array_append_val (state->tasks, state->task);
  state->task = (Task){ 0 };
  for (guint i = 0; i < state->aside->len; i++)
    {
      const Row *row = g_ptr_array_index (state->aside, i);
      gboolean near = FALSE;

      if (above != NULL)
        {
          near = above->page == row->page && above->box.x0 < row->box.x1
                 && row->box.y0 - above->box.y1 < 0.5 * (row->box.y1 - row->box.y0);
          g_string_append_c (state->text, near ? ' ' : '\n');
        }
      add_line (item, state->text, row, row->text, strlen (row->text));
      note_aside (item, state, near);
      above = row;
    }
  if (above != NULL)
    g_string_append_c (state->text, '\n');
  g_ptr_array_set_size (state->aside, 0);
}

static void
add_part (Joiner *self, Item *item, State *state, const Row *row, gsize from)
{
  const gchar *piece = row->text + from;
  gsize length = strlen (piece);
  Hyphen hyphen;

  if (length == 0)
    return;
  if (row->role == LINE_ROLE_SIDE)
    {
      g_ptr_array_add (state->aside, (gpointer)row);
      return;
    }
  if (state->last != NULL
      && !goes_on (self, state->last, row, state->last->page != row->page))
    end_paragraph (item, state);
  if (state->last != NULL && row->role == LINE_ROLE_CELL)
    g_string_append (state->text, state->last->column == row->column ? " " : " | ");
  else if (state->last != NULL)
    {
      hyphen = hyphen_of (self, state->last->text, piece);
      if (hyphen == HYPHEN_DROPPED)
        {
          ItemLine *last = &g_array_index (item->lines, ItemLine, item->lines->len - 1);
          gsize sign = g_str_has_suffix (state->text->str, "\xc2\xad") ? 2 : 1;

          g_string_truncate (state->text, state->text->len - sign);
          last->span.end = state->text->len;
        }
      else if (hyphen == HYPHEN_NONE)
        g_string_append_c (state->text, ' ');
    }
  add_line (item, state->text, row, piece, length);
  if (row->task != ROW_TASK_NONE)
    note_task (item, state, row->task);
  state->last = row;
}

void
joiner_fill (Joiner *self, const GArray *parts, Item *item, GArray *tasks)
{
  State state = { .text = g_string_new (NULL),
                  .aside = g_ptr_array_new (),
                  .tasks = tasks };

  for (guint i = 0; i < parts->len; i++)
    {
      const JoinerPart *part = &g_array_index (parts, JoinerPart, i);

      add_part (self, item, &state, stream_at (self->rows, part->row), part->from);
    }
  end_paragraph (item, &state);
  g_ptr_array_unref (state.aside);
  g_free (item->text);
  item->text = g_string_free (state.text, FALSE);
}
