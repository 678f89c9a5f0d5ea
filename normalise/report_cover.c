/* report_cover.c: the first lines of an inspection report or letter become what they say
 * of it. */

#include "normalise/report_cover.h"

#include <string.h>

#include "normalise/date_range.h"
#include "normalise/pattern.h"

/* Lines in which a title stands: a letter has an address and a salutation above it. */
#define HEAD_LINES 60
/* Bytes after "Inspection dates:" in which the dates stand, and after "Published:". */
#define DATES_LENGTH 200
#define DATE_LENGTH 40
/* Lines above or below a title that may be a council's name, and bytes of it. */
#define NAME_LINES 3
/* Letters and digits that a line must have to count. */
#define MIN_LETTERS 3
#define NAME_LENGTH 120

#define CHILDREN "children(?:[’'`´]?s|s[’'])?"
#define SERVICES CHILDREN "\\s+(?:and\\s+families\\s+)?(?:social\\s+care\\s+)?services?"
#define NAME "(?:the\\s+)?(?!the\\s)([^.;:]{2,90}?)(?:[’']s)?"

enum
{
  TITLE_PLAIN,
  TITLE_SIF,
  TITLE_LOOKED_AFTER,
  TITLE_JOINT_IN,
  TITLE_JOINT_OF,
  TITLE_FOCUSED,
  TITLE_MONITORING,
  TITLE_COUNCIL,
  TITLE_TRUST,
  N_TITLES,
  RULE_DATES = N_TITLES,
  RULE_DATES_END,
  RULE_VISITED,
  RULE_PUBLISHED,
  RULE_DEAR,
  RULE_URN,
  RULE_ILACS_TABLE,
  RULE_NO_NAME,
  RULE_REFUSED,
};

/* clang-format off */
/* Of two that match at one place the earlier wins: "Inspection of local authority
 * children's services" is the title alone, the council stands above it. */
static const PatternRule rules[] = {
  [TITLE_PLAIN] = { "title of a report that names its council above",
    "^inspection\\s+of\\s+(?:local\\s+authority\\s+)?" SERVICES "\\s*$",
    PATTERN_CASELESS | PATTERN_MULTILINE },
  [TITLE_SIF] = { "title under the single inspection framework",
    "^(?:re-?\\s?)?inspection\\s+of\\s+services\\s+for\\s+children\\s+in\\s+need\\s+"
    "of\\s+help", PATTERN_CASELESS | PATTERN_MULTILINE },
  [TITLE_LOOKED_AFTER] = { "title before the single inspection framework",
    "^inspection\\s+of\\s+(?:safeguarding\\s+and\\s+)?(?:services\\s+for\\s+)?"
    "looked[\\s-]+after\\s+" CHILDREN "(?:\\s+services)?|"
    "^inspection\\s+of\\s+local\\s+authority\\s+arrangements\\s+"
    "for\\s+the\\s+protection\\s+of\\s+children", PATTERN_CASELESS | PATTERN_MULTILINE },
  [TITLE_JOINT_IN] = { "title of a joint inspection of a response",
    "^(?:.{0,40}\\s)?joint\\s+targeted\\s+area\\s+inspection\\s+of\\s+the\\s+"
    "(?:multi-agency|identif|response)[^.:]{0,200}?\\s+in\\s+" NAME "\\s*$",
    PATTERN_CASELESS | PATTERN_MULTILINE },
  [TITLE_JOINT_OF] = { "title of a joint inspection",
    "^(?:.{0,40}\\s)?joint\\s+targeted\\s+area\\s+inspection\\s+(?:of|in)\\s+" NAME
    "\\s*$", PATTERN_CASELESS | PATTERN_MULTILINE },
  [TITLE_FOCUSED] = { "title of a focused visit",
    "^(?:ofsted\\s+)?focuss?ed\\s+visit\\s+(?:to|of|at)\\s+" NAME
    "(?:\\s+local\\s+authority)?(?:\\s+" SERVICES "|\\s*$)",
    PATTERN_CASELESS | PATTERN_MULTILINE },
  [TITLE_MONITORING] = { "title of a monitoring visit",
    "^(?:ofsted\\s+)?(?:[a-z]+\\s+)?monitoring\\s+visit\\s+(?:to|of|at)\\s+" NAME
    "(?:\\s+local\\s+authority)?(?:\\s+" SERVICES "|\\s*$)",
    PATTERN_CASELESS | PATTERN_MULTILINE },
  [TITLE_COUNCIL] = { "title of a report that names its council",
    "^inspection\\s+of\\s+" NAME "(?:\\s+local\\s+authority)?\\s+" SERVICES "\\s*$",
    PATTERN_CASELESS | PATTERN_MULTILINE },
  [TITLE_TRUST] = { "title of a report on a trust",
    "^inspection\\s+of\\s+(?:the\\s+)?([^.:;]{2,60}?" CHILDREN
    "\\b[^.:;]{0,24}?\\s(?:trust|first))\\s*$", PATTERN_CASELESS | PATTERN_MULTILINE },
  [RULE_DATES] = { "where the dates of the inspection stand",
    "^(?:date\\s+of\\s+inspection|inspection\\s+dates?|inspected)\\b[:\\s]*",
    PATTERN_CASELESS | PATTERN_MULTILINE },
  [RULE_DATES_END] = { "what comes after them",
    "^(?:lead|report(?:ing|ed)?|judge?ments?|published|previous|age|the)\\b",
    PATTERN_CASELESS | PATTERN_MULTILINE },
  /* "the findings of the focused visit to Mercia children's services on 6 and 7 May" */
  [RULE_VISITED] = { "the dates in a letter's first sentence",
    "(?:visit|inspection)\\b[^.]{0,200}?\\s(?:on|from|between)\\s+(?=[0-9])",
    PATTERN_CASELESS },
  [RULE_PUBLISHED] = { "the date of publication",
    "^(?:report\\s+)?published(?:\\s+on)?\\b[:\\s]*",
    PATTERN_CASELESS | PATTERN_MULTILINE },
  [RULE_DEAR] = { "the salutation of a letter",
    "^(?:dear|annwyl)\\s", PATTERN_CASELESS | PATTERN_MULTILINE },
  [RULE_URN] = { "the unique reference number",
    "\\b(?:URN|unique\\s+reference\\s+number)\\b(?:\\s*\\(URN\\))?[:\\s]*([0-9]{5,7})\\b",
    PATTERN_CASELESS },
  [RULE_ILACS_TABLE] = { "the first judgement of the framework of 2018",
    "impact\\s+of\\s+leaders\\s+on\\s+(?:social\\s+work|practice)", PATTERN_CASELESS },
  [RULE_NO_NAME] = { "a line of a cover that is no council's name",
    "^(?:ofsted|raising\\s+standards|improving\\s+lives|piccadilly|store\\s+street|"
    "contents|page|www\\.|https?:|t\\s+0|textphone|inspection\\b|report\\b|age\\s+group|"
    "reporting|lead\\b|published|crown|©)|@", PATTERN_CASELESS },
  [RULE_REFUSED] = { "what Ofsted also inspects",
    "(children[’']?s[’']?\\s+home|\\bSC[0-9]{6}\\b|residential\\s+family\\s+centre)|"
    "(fostering\\s+(?:agency|service)|adoption\\s+(?:agency|support))|"
    "(early\\s+years|nursery|pre-?school|childmind|childcare)|"
    "(further\\s+education|apprenticeship|adult\\s+learning|\\bcollege\\b)|"
    "(\\bschool\\b|\\bacademy\\b|\\bpupils\\b)|"
    "(\\bSEND\\b|special\\s+educational\\s+needs)|(youth\\s+(?:justice|offending))",
    PATTERN_CASELESS },
};
/* clang-format on */

/* In the order of the groups of RULE_REFUSED. */
static const gchar *const refusals[] = {
  "a report on a children's home",
  "a report on a fostering or adoption agency",
  "a report on a nursery or childminder",
  "a report on further education",
  "a report on a school",
  "a report on special educational needs in an area",
  "a report on youth justice",
};

static const struct
{
  const gchar *framework;
  const gchar *kind;
  guint name; /* group of the title that names the council, 0: it stands beside it */
} titles[N_TITLES] = {
  [TITLE_PLAIN] = { "ILACS", "inspection", 0 },
  [TITLE_SIF] = { "SIF", "inspection", 0 },
  [TITLE_LOOKED_AFTER] = { "pre-SIF", "inspection", 0 },
  [TITLE_JOINT_IN] = { "JTAI", "inspection", 1 },
  [TITLE_JOINT_OF] = { "JTAI", "inspection", 1 },
  [TITLE_FOCUSED] = { "ILACS", "focused-visit", 1 },
  [TITLE_MONITORING] = { "ILACS", "monitoring-visit", 1 },
  [TITLE_COUNCIL] = { "ILACS", "inspection", 1 },
  [TITLE_TRUST] = { "ILACS", "inspection", 1 },
};

struct CoverReader
{
  Patterns *patterns;
  DateReader *dates;
};

CoverReader *
cover_reader_new (void)
{
  CoverReader *self = g_new0 (CoverReader, 1);

  self->patterns = patterns_new (rules, G_N_ELEMENTS (rules));
  self->dates = date_reader_new ();
  return self;
}

void
cover_reader_free (CoverReader *self)
{
  if (self == NULL)
    return;
  patterns_free (self->patterns);
  date_reader_free (self->dates);
  g_free (self);
}

void
report_cover_free (ReportCover *cover)
{
  if (cover == NULL)
    return;
  g_free (cover->council);
  g_free (cover->urn);
  g_free (cover->start);
  g_free (cover->end);
  g_free (cover->published);
  g_free (cover);
}

/* Specks that were recognised as ". . J ." are no line of a title. */
static guint
count_letters (const gchar *text)
{
  guint n = 0;

  for (; *text != '\0' && n < MIN_LETTERS; text = g_utf8_next_char (text))
    n += g_unichar_isalnum (g_utf8_get_char (text));
  return n;
}

/* Do two cells of a table stand beside each other? */
static gboolean
is_beside (const FlowLine *a, const FlowLine *b)
{
  return a->table > 0 && a->table == b->table && a->page == b->page
         && b->box.x0 > a->box.x1 && b->box.y0 < (a->box.y0 + a->box.y1) / 2
         && b->box.y1 > (a->box.y0 + a->box.y1) / 2;
}

/* The first lines, each ended by a line end; what stands beside a cell follows it, so
 * that "Inspection dates:" has its dates whichever column was read first. */
static gchar *
head_of (const ReportFlow *flow)
{
  GString *head = g_string_new (NULL);
  gboolean used[HEAD_LINES] = { FALSE };
  guint n = MIN (flow->lines->len, HEAD_LINES);

  for (guint i = 0; i < n; i++)
    {
      const FlowLine *line = &g_array_index (flow->lines, FlowLine, i);

      if (used[i] || count_letters (line->text) < MIN_LETTERS)
        continue;
      g_string_append (head, line->text);
      for (guint j = i + 1; j < n; j++)
        {
          const FlowLine *other = &g_array_index (flow->lines, FlowLine, j);

          if (used[j] || !is_beside (line, other))
            continue;
          g_string_append_printf (head, " %s", other->text);
          used[j] = TRUE;
        }
      g_string_append_c (head, '\n');
    }
  return g_string_free (head, FALSE);
}

/* (nullable): the text in one line, without "the" before it and signs behind it. */
static gchar *
clean_name (const gchar *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  GString *name = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", words[i]);
  if (g_ascii_strncasecmp (name->str, "the ", 4) == 0)
    g_string_erase (name, 0, 4);
  while (name->len > 0 && strchr (",:;-", name->str[name->len - 1]) != NULL)
    g_string_truncate (name, name->len - 1);
  if (name->len < 3 || name->len > NAME_LENGTH)
    {
      g_string_free (name, TRUE);
      return NULL;
    }
  return g_string_free (name, FALSE);
}

/* Whole lines of text[from..to), at most NAME_LINES of them (the last ones if they stand
 * above a title), as a council's name. */
static gchar *
name_in_lines (CoverReader *self, const gchar *text, gsize from, gsize to, gboolean above)
{
  g_autofree gchar *part = g_strndup (text + from, to - from);
  g_auto (GStrv) lines = g_strsplit (part, "\n", -1);
  GString *name = g_string_new (NULL);
  g_autofree gchar *joined = NULL;
  guint n = g_strv_length (lines);
  guint taken = 0;

  for (guint i = 0; i < n && taken < NAME_LINES; i++)
    {
      const gchar *line = lines[above ? n - 1 - i : i];

      if (*line == '\0')
        continue;
      if (patterns_match (self->patterns, RULE_NO_NAME, line, NULL))
        break;
      if (above)
        g_string_prepend (g_string_prepend (name, "\n"), line);
      else
        g_string_append_printf (name, "\n%s", line);
      taken++;
    }
  joined = g_string_free (name, FALSE);
  return clean_name (joined);
}

static gchar *
find_council (CoverReader *self, const gchar *head, guint title,
              const PatternMatch *match)
{
  gchar *council = NULL;

  if (titles[title].name > 0)
    {
      g_autofree gchar *name = pattern_match_dup (match, titles[title].name, head);

      return name != NULL ? clean_name (name) : NULL;
    }
  council = name_in_lines (self, head, 0, match->group[0].start, TRUE);
  if (council == NULL)
    council = name_in_lines (self, head, match->group[0].end, strlen (head), FALSE);
  return council;
}

static void
read_range (CoverReader *self, ReportCover *cover, const gchar *head, gsize from,
            guint end_rule)
{
  gsize length = character_start (head + from, MIN (strlen (head) - from, DATES_LENGTH));
  PatternMatch stop;

  if (patterns_find (self->patterns, end_rule, head, from + length, from, &stop))
    length = stop.group[0].start - from;
  date_range_read (self->dates, head + from, length, &cover->start, &cover->end);
}

/* A letter's date is that of its publication; it stands alone above "Dear". */
static void
read_letter_date (CoverReader *self, ReportCover *cover, const gchar *head)
{
  PatternMatch dear;
  gsize from = 0;
  Date date;

  if (!patterns_match (self->patterns, RULE_DEAR, head, &dear))
    return;
  while (date_reader_find (self->dates, head, dear.group[0].start, from, &date))
    {
      if (date.day > 0 && date.year > 0
          && (date.span.start == 0 || head[date.span.start - 1] == '\n'))
        {
          cover->published = date_format (&date);
          return;
        }
      from = date.span.end;
    }
}

static void
read_dates (CoverReader *self, ReportCover *cover, const gchar *head, gsize after_title)
{
  PatternMatch match;
  Date date;

  if (patterns_match (self->patterns, RULE_DATES, head, &match))
    read_range (self, cover, head, match.group[0].end, RULE_DATES_END);
  else if (patterns_find (self->patterns, RULE_VISITED, head, strlen (head), after_title,
                          &match))
    read_range (self, cover, head, match.group[0].end, RULE_DATES_END);
  if (patterns_match (self->patterns, RULE_PUBLISHED, head, &match)
      && date_reader_find (
          self->dates, head,
          character_start (head, MIN (strlen (head), match.group[0].end + DATE_LENGTH)),
          match.group[0].end, &date)
      && date.year > 0)
    cover->published = date_format (&date);
  else
    read_letter_date (self, cover, head);
}

/* (nullable) */
static const gchar *
find_refusal (CoverReader *self, const gchar *head)
{
  PatternMatch match;

  if (patterns_match (self->patterns, RULE_REFUSED, head, &match))
    for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
      if (pattern_match_has (&match, i + 1))
        return refusals[i];
  return NULL;
}

/* Monitoring visits before 2018 followed an inspection under the single framework. */
static void
settle_framework (ReportCover *cover)
{
  if (g_strcmp0 (cover->kind, "monitoring-visit") == 0 && cover->end != NULL
      && strncmp (cover->end, "2018", 4) < 0)
    cover->framework = "SIF";
}

ReportCover *
cover_reader_read (CoverReader *self, const ReportFlow *flow)
{
  ReportCover *cover = g_new0 (ReportCover, 1);
  g_autofree gchar *head = head_of (flow);
  PatternMatch match = { 0 };
  PatternMatch found;

  /* The title that stands first: the text below it may speak of an earlier visit. */
  for (guint title = 0; title < N_TITLES; title++)
    if (patterns_match (self->patterns, title, head, &found)
        && (cover->framework == NULL || found.group[0].start < match.group[0].start))
      {
        match = found;
        cover->framework = titles[title].framework;
        cover->kind = titles[title].kind;
        g_free (cover->council);
        cover->council = find_council (self, head, title, &match);
      }
  if (cover->framework == NULL
      && patterns_match (self->patterns, RULE_ILACS_TABLE, head, NULL))
    {
      cover->framework = "ILACS";
      cover->kind = "inspection";
    }
  if (cover->framework == NULL)
    {
      cover->refused = find_refusal (self, head);
      return cover;
    }
  for (gsize i = 0; i < match.group[0].start; i++)
    cover->lines_above += head[i] == '\n';
  read_dates (self, cover, head, match.group[0].end);
  settle_framework (cover);
  if (patterns_match (self->patterns, RULE_URN, head, &match))
    cover->urn = pattern_match_dup (&match, 1, head);
  return cover;
}
