/* judgement_table.c: the table on the cover of an inspection report, however its cells
 * were read, becomes judgements.
 *
 * Labels and grades both run over two or three lines and stand beside each other, so that
 * a page's lines hold "The experiences and progress of improvement to be good" and
 * "children in care Requires". Hence labels and grades are each taken in their order, and
 * the first label has the first grade. */

#include "normalise/judgement_table.h"

#include <string.h>

#include "normalise/grade.h"
#include "normalise/pattern.h"

/* Lines of a table of five rows of three lines each, with room. */
#define TABLE_LINES 30
/* The table is on the first page, or after a letter's head. */
#define COVER_LINES 90
#define PROSE_BYTES 60
#define MAX_ROWS 12
/* Points by which the grades' column is to the right of the labels'. */
#define RIGHT 100
/* Lines of a heading in the text, "The experiences and progress of … : good". */
#define HEADING_LINES 3

/* The last row of the tables, by framework. */
#define LAST_2018 "Overall effectiveness"
#define LAST_2013 "Leadership"

enum
{
  RULE_TABLE_2018,
  RULE_LABEL_2018,
  RULE_LABEL_2013,
  RULE_GRADE,
  RULE_OVERALL,
  RULE_BOARD,
  RULE_HEADING,
  RULE_GRADE_FIGURE,
  RULE_ENDS_IN_GRADE,
};

/* Cells are sometimes glued: "children in careGood". */
#define GRADE "(outstanding|(?<!be )good|inadequate|adequate|requires?)"

/* clang-format off */
static const PatternRule rules[] = {
  [RULE_TABLE_2018] = { "the first label of the framework of 2018",
    "^(?:the\\s+)?(?:impact\\s+of\\s+leaders|experiences\\s+and\\s+progress\\s+of|"
    "overall\\s+effectiveness)", PATTERN_CASELESS },
  [RULE_LABEL_2018] = { "a label of the framework of 2018",
    "impact\\s+of\\s+leaders\\b|experiences\\s+and\\s+progress\\s+of\\b|"
    "overall\\s+effectiveness", PATTERN_CASELESS },
  [RULE_LABEL_2013] = { "a label of the single inspection framework",
    "children\\s+who\\s+need\\s+help|children\\s+looked\\s+after\\s+and(?!\\s+care)|"
    "adoption\\s+performance|experiences\\s+and\\s+progress\\s+of\\s+care|"
    "leadership,?\\s+management\\s+and", PATTERN_CASELESS },
  [RULE_GRADE] = { "a grade",
    GRADE, PATTERN_CASELESS },
  [RULE_OVERALL] = { "the overall judgement of the single inspection framework",
    "(?:overall\\s+judge?ment\\s+is|" /* … that services are */
    "^children[’']s\\s+services\\s+in\\s+.{2,80}?\\s(?=are|is|requires?))[^.:]{0,60}?"
    GRADE, PATTERN_CASELESS | PATTERN_MULTILINE },
  [RULE_BOARD] = { "the judgement on the safeguarding board",
    "^(?:the\\s+)?(?:effectiveness\\s+of\\s+the\\s+)?(?:local\\s+safeguarding\\s+"
    "children\\s+board|LSCB)(?:\\s+\\(LSCB\\))?\\s+(?=is|has|requires?)[^.:]{0,24}?"
    GRADE, PATTERN_CASELESS },
  [RULE_HEADING] = { "a heading that ends in its grade",
    "^(?:the\\s+)?(?=experiences\\s+and\\s+progress|"
    "impact\\s+of\\s+leaders)(.{20,160}?)[:,–-]?\\s+" GRADE
    "(?:\\s+improvement)?(?:\\s+to\\s+be\\s+good)?(?:\\s|$)", PATTERN_CASELESS },
  [RULE_GRADE_FIGURE] = { "a grade in figures, before 2013",
    "^overall\\s+effectiveness:?\\s+grade:?\\s+[1-4]\\s+\\(" GRADE, PATTERN_CASELESS },
  [RULE_ENDS_IN_GRADE] = { "a row's end",
    GRADE "(?:\\s+improvement)?(?:\\s+to\\s+be\\s+good)?\\s*$", PATTERN_CASELESS },
};
/* clang-format on */

struct JudgementTable
{
  Patterns *patterns;
};

JudgementTable *
judgement_table_new (void)
{
  JudgementTable *self = g_new0 (JudgementTable, 1);

  self->patterns = patterns_new (rules, G_N_ELEMENTS (rules));
  return self;
}

void
judgement_table_free (JudgementTable *self)
{
  if (self == NULL)
    return;
  patterns_free (self->patterns);
  g_free (self);
}

/* "Requires improvement to be good" was also printed as "Requires improvement". */
static const gchar *
grade_of (const gchar *word)
{
  static const gchar *const grades[] = { "outstanding", "good", "inadequate",
                                         "adequate" };

  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    if (g_ascii_strncasecmp (word, grades[i], strlen (grades[i])) == 0)
      return grades[i];
  return "requires-improvement";
}

/* (nullable): what a label is about, going by its words. */
static const gchar *
judgement_of (const gchar *label)
{
  g_autofree gchar *words = g_ascii_strdown (label, -1);
  gboolean leavers = strstr (words, "leavers") != NULL;

  if (strstr (words, "overall") != NULL)
    return "overall";
  if (strstr (words, "leaders") != NULL)
    return "leaders";
  if (strstr (words, "adoption") != NULL)
    return "adoption";
  if (strstr (words, "need help") != NULL || strstr (words, "and protection") != NULL)
    return "help-and-protection";
  if (strstr (words, "in care") != NULL || strstr (words, "looked after") != NULL)
    return leavers ? "in-care-and-care-leavers" : "in-care";
  if (leavers)
    return "care-leavers";
  return strstr (words, "leadership") != NULL ? "leaders" : NULL;
}

/* name: (nullable): a label that is about nothing of the table's */
static void
add_judgement (GArray *judgements, const gchar *name, const gchar *grade)
{
  if (name != NULL)
    judgements_add (judgements, name, grade);
}

/* Where rule matches in text; returns how many, at most MAX_ROWS. */
static guint
find_all (JudgementTable *self, guint rule, const gchar *text, Span *spans)
{
  gsize length = strlen (text);
  gsize from = 0;
  guint n = 0;
  PatternMatch match;

  while (n < MAX_ROWS && patterns_find (self->patterns, rule, text, length, from, &match))
    {
      spans[n++] = match.group[0];
      from = match.group[0].end;
    }
  return n;
}

/* Labels with grades: one for one where there are as many, else those rows alone that
 * hold one grade. */
static void
pair (const gchar *text, const Span *labels, guint n_labels, const Span *grades,
      guint n_grades, GArray *judgements)
{
  gsize end = strlen (text);

  for (guint i = 0; i < n_labels; i++)
    {
      gsize stop = i + 1 < n_labels ? labels[i + 1].start : end;
      g_autofree gchar *label =
          g_strndup (text + labels[i].start, stop - labels[i].start);
      guint inside = 0;
      guint grade = i;

      for (guint j = 0; j < n_grades && n_grades != n_labels; j++)
        if (grades[j].start >= labels[i].start && grades[j].start < stop)
          {
            inside++;
            grade = j;
          }
      if (n_grades == n_labels || inside == 1)
        add_judgement (judgements, judgement_of (label),
                       grade_of (text + grades[grade].start));
    }
}

static const gchar *
line_at (const ReportFlow *flow, guint i)
{
  return g_array_index (flow->lines, FlowLine, i).text;
}

/* Does line i begin to the right of where line j begins? */
static gboolean
stands_right (const ReportFlow *flow, guint i, guint j)
{
  const FlowLine *a = &g_array_index (flow->lines, FlowLine, i);
  const FlowLine *b = &g_array_index (flow->lines, FlowLine, j);

  return !box_is_none (a->box) && a->box.x0 > b->box.x0 + RIGHT;
}

/* A line of what follows the table of 2018. From 2026 on that has no last row by which
 * its end is known, and reports go on with the grades of the inspection before: "when
 * overall effectiveness was judged to be inadequate". */
static gboolean
is_prose (JudgementTable *self, const gchar *line)
{
  return strlen (line) >= PROSE_BYTES
         && !patterns_match (self->patterns, RULE_TABLE_2018, line, NULL)
         && !patterns_match (self->patterns, RULE_ENDS_IN_GRADE, line, NULL);
}

/* Reads on from the first label until each label has a grade and the next line is no
 * label. */
static void
read_table (JudgementTable *self, const ReportFlow *flow, guint rule, guint first,
            GArray *judgements)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Span labels[MAX_ROWS];
  Span grades[MAX_ROWS];
  guint n_labels = 0;
  guint n_grades = 0;
  const gchar *last = rule == RULE_LABEL_2018 ? LAST_2018 : LAST_2013;

  /* A grade that is centred beside a label of two lines may come before it. */
  if (first > 0 && stands_right (flow, first - 1, first)
      && patterns_match (self->patterns, RULE_GRADE, line_at (flow, first - 1), NULL))
    first--;
  for (guint i = first; i < flow->lines->len && i < first + TABLE_LINES; i++)
    {
      if (rule == RULE_LABEL_2018 && n_labels >= 4 && n_labels == n_grades
          && is_prose (self, line_at (flow, i)))
        break;
      g_string_append_printf (text, "%s ", line_at (flow, i));
      n_labels = find_all (self, rule, text->str, labels);
      n_grades = find_all (self, RULE_GRADE, text->str, grades);
      if (n_labels >= 4 && n_labels == n_grades && strstr (text->str, last) != NULL
          && (i + 1 == flow->lines->len
              || !patterns_match (self->patterns, rule, line_at (flow, i + 1), NULL)))
        break;
    }
  if (n_labels >= 3)
    pair (text->str, labels, n_labels, grades, n_grades, judgements);
}

/* The lines from i on as one text. */
static gchar *
join_lines (const ReportFlow *flow, guint i, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint j = i; j < flow->lines->len && j < i + n; j++)
    g_string_append_printf (text, "%s%s", j > i ? " " : "", line_at (flow, j));
  return g_string_free (text, FALSE);
}

/* What a sentence or heading says beside the table. */
static void
read_sentences (JudgementTable *self, const ReportFlow *flow, guint rule,
                const gchar *name, guint n_lines, GArray *judgements)
{
  PatternMatch match;

  for (guint i = 0; i < n_lines && i < flow->lines->len; i++)
    {
      g_autofree gchar *text = NULL;

      /* None of these begins in the middle of a sentence. */
      if (!g_ascii_isupper (*line_at (flow, i)))
        continue;
      text = join_lines (flow, i, HEADING_LINES);
      if (patterns_match (self->patterns, rule, text, &match))
        {
          g_autofree gchar *label = pattern_match_dup (&match, 1, text);
          guint group = rule == RULE_HEADING ? 2 : 1;

          add_judgement (judgements, name != NULL ? name : judgement_of (label),
                         grade_of (text + match.group[group].start));
          if (name != NULL)
            return;
        }
    }
}

void
judgement_table_read (JudgementTable *self, const ReportFlow *flow, GArray *judgements)
{
  guint n = MIN (flow->lines->len, COVER_LINES);
  guint rule = RULE_LABEL_2013;
  guint first = n;

  for (guint i = 0; i < n && first == n; i++)
    {
      if (g_array_index (flow->lines, FlowLine, i).contents)
        continue;
      if (patterns_match (self->patterns, RULE_TABLE_2018, line_at (flow, i), NULL))
        rule = RULE_LABEL_2018;
      else if (!patterns_match (self->patterns, RULE_LABEL_2013, line_at (flow, i), NULL))
        continue;
      first = i;
    }
  if (rule == RULE_LABEL_2013)
    {
      read_sentences (self, flow, RULE_OVERALL, "overall", n, judgements);
      read_sentences (self, flow, RULE_GRADE_FIGURE, "overall", flow->lines->len,
                      judgements);
    }
  if (first < n)
    read_table (self, flow, rule, first, judgements);
  if (rule == RULE_LABEL_2018)
    read_sentences (self, flow, RULE_HEADING, NULL, flow->lines->len, judgements);
  else
    read_sentences (self, flow, RULE_BOARD, "safeguarding-board", flow->lines->len,
                    judgements);
}
