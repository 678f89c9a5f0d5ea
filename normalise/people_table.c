/* people_table.c: which cells of a table of people name nobody. */

#include "normalise/people_table.h"

#include "normalise/title.h"

#include <string.h>

/* A ward in capitals has members in other letters: as many names as heads, at least. */
#define MIN_NAMES 3
#define MAX_LABEL_LINES 6
/* "Members:", "Employees:": labels that make the first column one of such. */
#define MIN_LABELS 2

struct PeopleTable
{
  Patterns *patterns;
  const Stream *rows;
  guint start, end;
  gboolean wards;   /* heads in capitals over names that are not */
  gboolean parties; /* over the columns */
  guint labels;     /* in the first column */
  guint label_end;  /* behind the last line of the label given last */
  guint label_rest; /* the other half of such a label; 0: none */
};

enum
{
  RULE_PARTY,
  RULE_TITLED,
  RULE_HALF,
  RULE_REST,
  RULE_GROUP_NAME,
};

/* clang-format off */
static const PatternRule rules[] = {
  /* "LABOUR", "Liberal Democrat Group" */
  { "a party",
    "^(?:(?:welsh |scottish )?(?:labour|conservatives?|liberal(?: democrats?)?|lib dems?|greens?|independents?|"
    "reform(?: uk)?|ukip|plaid cymru|residents?[’']?(?: association)?)(?: (?:and|&) "
    "(?:co-?operative|unionist|independents?|greens?))?(?: (?:group|party|members?))?|"
    "non-?aligned)\\s*:?$",
    PATTERN_CASELESS },
  /* "CLLR BELL (CHAIR)", "MR J DUNN" */
  { "a name in capitals", "^(?:CLLRS?|COUNCILLORS?|MRS?|MS|MISS|DR|SIR|DAME|THE)\\b",
    PATTERN_PLAIN },
  /* "Co-opted" over "Members" */
  { "half a label", "^(?:co-?opted|(?:non-)?voting|elected|added|other|parent|church|independent|"
    "(?:also|officers?|members?|others?) in|apologies for)$",
    PATTERN_CASELESS },
  { "its other half", "^(?:members?|governors?|representatives?|attendance|absence)\\s*:?-?$", PATTERN_CASELESS },
  { "somebody, or a label", "^(?:councillors?|cllrs?|mrs?|ms|miss|dr|sir|dame|present|apologies|members|officers|"
    "in attendance|also|chair\\w*|clerk)\\b", PATTERN_CASELESS },
};
/* clang-format on */

PeopleTable *
people_table_new (void)
{
  PeopleTable *self = g_new0 (PeopleTable, 1);

  self->patterns = patterns_new (rules, G_N_ELEMENTS (rules));
  return self;
}

void
people_table_free (PeopleTable *self)
{
  if (self == NULL)
    return;
  patterns_free (self->patterns);
  g_free (self);
}

static gboolean
is (const PeopleTable *self, guint rule, const gchar *text)
{
  return patterns_match (self->patterns, rule, text, NULL);
}

static gboolean
is_caps_head (const PeopleTable *self, const gchar *text)
{
  return title_is_caps (text) && strpbrk (text, ",;(:0123456789") == NULL
         && !is (self, RULE_TITLED, text);
}

void
people_table_look (PeopleTable *self, const Stream *rows, guint start, guint end)
{
  guint heads = 0, names = 0, parties = 0;

  self->rows = rows;
  self->start = start;
  self->end = end;
  self->label_end = self->label_rest = self->labels = 0;
  for (guint i = start; i < end; i++)
    {
      const Row *row = stream_at (rows, i);

      if (is_caps_head (self, row->text))
        heads++;
      else if (strchr (row->text, ':') == NULL)
        names++;
      self->labels += row->column == 1 && g_str_has_suffix (row->text, ":");
      parties += row->table_row == stream_at (rows, start)->table_row
                 && is (self, RULE_PARTY, row->text);
    }
  self->wards = heads > 0 && names >= MIN_NAMES && names >= heads;
  self->parties = parties > 1;
}

gboolean
people_table_has_parties (const PeopleTable *self)
{
  return self->parties;
}

gboolean
people_table_is_head (const PeopleTable *self, const Row *row)
{
  return (self->wards && is_caps_head (self, row->text))
         || (self->parties && is (self, RULE_PARTY, row->text));
}

/* The next cell of column 1 behind row i, or `end`. */
static guint
next_label_line (const PeopleTable *self, guint i)
{
  do
    i++;
  while (i < self->end && stream_at (self->rows, i)->column != 1);
  return i;
}

/* The row of "Members" below "Co-opted" at row i, in its column; i: there is none. */
static guint
other_half (const PeopleTable *self, guint i)
{
  for (guint k = i + 1; k < self->end && k <= i + MAX_LABEL_LINES; k++)
    if (stream_at (self->rows, k)->column == stream_at (self->rows, i)->column)
      return is (self, RULE_REST, stream_at (self->rows, k)->text) ? k : i;
  return i;
}

/* "Employees (by" over "Directorate):" */
static gboolean
is_open (const gchar *text)
{
  const gchar *open = strrchr (text, '(');

  return open != NULL && strchr (open, ')') == NULL;
}

gchar *
people_table_label (PeopleTable *self, guint i)
{
  GString *label;
  guint k = i;

  if (i < self->end && is (self, RULE_HALF, stream_at (self->rows, i)->text))
    {
      k = other_half (self, i);
      if (k == i)
        return NULL;
      self->label_rest = k;
      return g_strjoin (" ", stream_at (self->rows, i)->text,
                        stream_at (self->rows, k)->text, NULL);
    }
  if (i < self->start || i >= self->end || stream_at (self->rows, i)->column != 1
      || !g_ascii_isupper (stream_at (self->rows, i)->text[0]))
    return NULL;
  label = g_string_new (stream_at (self->rows, i)->text);
  for (guint n = 0; n < MAX_LABEL_LINES && label->str[label->len - 1] != ':'; n++)
    {
      k = next_label_line (self, k);
      if (k >= self->end
          || (!g_ascii_islower (stream_at (self->rows, k)->text[0])
              && !is_open (label->str)))
        break;
      g_string_append_c (label, ' ');
      g_string_append (label, stream_at (self->rows, k)->text);
    }
  if (k == i || k >= self->end || label->str[label->len - 1] != ':')
    {
      g_string_free (label, TRUE);
      return NULL;
    }
  self->label_end = k + 1;
  return g_string_free (label, FALSE);
}

gboolean
people_table_is_rest (const PeopleTable *self, guint i)
{
  return (i > 0 && i == self->label_rest)
         || (i < self->label_end && i < self->end
             && stream_at (self->rows, i)->column == 1);
}

gboolean
people_table_is_group (const PeopleTable *self, guint i)
{
  const Row *row = stream_at (self->rows, i);

  if (self->labels < MIN_LABELS || row->column != 1 || strpbrk (row->text, ":,;(") != NULL
      || is (self, RULE_GROUP_NAME, row->text))
    return FALSE;
  for (guint k = self->start; k < self->end; k++)
    if (stream_at (self->rows, k)->table_row == row->table_row
        && stream_at (self->rows, k)->column == 2)
      return TRUE;
  return FALSE;
}
