/* article.c: the rows of a newspaper's article become the meeting that it tells of. */

#include "normalise/article.h"

#include "normalise/date.h"
#include "normalise/field.h"
#include "normalise/pattern.h"

/* Rows in which the paper's own date stands, and how long they are. */
#define DATELINE_ROWS 12
#define DATELINE 60
/* Signs of a newspaper that make an article. */
#define ENOUGH 2
/* Bytes between the body's name and the day it met. */
#define NEAR 90

enum
{
  RULE_NEWS,
  RULE_BODY,
  RULE_COUNCIL,
  RULE_MET,
};

/* clang-format off */
static const PatternRule rules[] = {
  /* "By Priya Salter", "Local Democracy Reporter", "Cllr Ann Bligh, cabinet member for
   * children, said:", "said Mr Oake" */
  { "a newspaper's article",
    "^by (?-i:\\p{Lu})|local democracy report|^read more|^(?:published|updated)\\b.{0,30}"
    "\\b20[0-9]{2}\\b|^[0-9]{1,2}[:.][0-9]{2},? .{0,20}\\b20[0-9]{2}$|(?:cllr|councillor|mr|"
    "mrs|ms|miss|dr) \\p{L}[\\p{L}’'-]+(?: (?-i:\\p{Lu})[\\p{L}’'-]+)?(?:,[^.”\"]{0,90},)?"
    "(?: \\([^)]{1,40}\\))? (?:said|added|told)\\b|(?:he|she) (?:said|added)[:,] ?[“\"]|"
    "\\b(?:said|added|says): ?[“\"]|^(?:the )?(?:(?-i:\\p{Lu})\\p{L}+ ){1,3}(?:gazette|courier|"
    "herald|echo|times|post|advertiser|chronicle|news|mercury|star|argus|observer|journal|"
    "telegraph|mail|messenger|standard|guardian)$|"
    ",[”\"] (?:he|she|(?-i:\\p{Lu})\\p{L}+ (?-i:\\p{Lu})\\p{L}+) said|[”\"] said \\p{L}",
    PATTERN_CASELESS },
  /* "members of the council's children and young people scrutiny committee", "Oakford
   * City Council's cabinet" */
  { "a body that an article names",
    "(?:\\b(?:the|its|a)|[’']s)\\s+((?:(?!of |the |that |with |for |has |to |(?:town|city|"
    "borough|council|county)[’']s )[\\p{L}’'-]+,? ){1,7}(?:committee|panel|board))\\b|"
    "(?:[Cc]ouncil[’']s|\\bthe)\\s+([Cc]abinet|[Ee]xecutive)\\b(?! (?:member|director|"
    "councillor|lead|office))",
    PATTERN_PLAIN },
  { "a council that an article names",
    "\\b((?:\\p{Lu}[\\p{L}’'-]+ (?:(?:and|upon|on|of|the|with) )?){1,4}(?:Council|Combined "
    "Authority))\\b(?! (?:Tax|Chamber|House|Offices))",
    PATTERN_PLAIN },
  /* "Members meeting on Tuesday (14 January 2025)", "at a meeting at the town hall on
   * Wednesday night" */
  { "when they met",
    "\\b(?:meeting|meetings|met|sat|gathered|voted)\\b[^.]{0,60}?\\bon (?=(?:(mon|tues|wednes|"
    "thurs|fri|satur|sun)day\\b)?)",
    PATTERN_CASELESS },
};
/* clang-format on */

struct ArticleReader
{
  Patterns *patterns;
  DateReader *dates;
};

ArticleReader *
article_reader_new (void)
{
  ArticleReader *self = g_new0 (ArticleReader, 1);

  self->patterns = patterns_new (rules, G_N_ELEMENTS (rules));
  self->dates = date_reader_new ();
  return self;
}

void
article_reader_free (ArticleReader *self)
{
  if (self == NULL)
    return;
  patterns_free (self->patterns);
  date_reader_free (self->dates);
  g_free (self);
}

/* How many rows read like a newspaper's; its date, year 0 if it has none. */
static guint
read_signs (ArticleReader *self, const Stream *rows, const Segment *segment,
            Date *ret_day)
{
  guint news = 0;
  Date date;

  ret_day->year = 0;
  for (guint i = segment->start; i < segment->end; i++)
    {
      const gchar *text = stream_at (rows, i)->text;

      news += patterns_match (self->patterns, RULE_NEWS, text, NULL);
      if (ret_day->year == 0 && strlen (text) < DATELINE
          && i < segment->start + DATELINE_ROWS
          && date_reader_find (self->dates, text, strlen (text), 0, &date)
          && date.year != 0 && date.day != 0)
        *ret_day = date;
    }
  return news;
}

/* The first date of a day in the row, from a byte on, that stands near it; a year that is
 * not said is the last one before the paper's own day. */
static gchar *
read_day (ArticleReader *self, const gchar *text, gsize from, const Date *published)
{
  Date date;

  if (!date_reader_find (self->dates, text, strlen (text), from, &date) || date.day == 0
      || date.span.start > from + NEAR)
    return NULL;
  if (date.year == 0 && published->year != 0)
    {
      date.year = published->year;
      if (date_days (&date) > date_days (published))
        date.year--;
    }
  return date_format (&date);
}

/* The last day of that name before the paper's own; "tues". */
static gchar *
day_before (const gchar *weekday, const Date *published)
{
  static const gchar *const names[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };
  GDate day;

  if (published->year == 0 || published->day == 0)
    return NULL;
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay)published->day, (GDateMonth)published->month,
                  (GDateYear)published->year);
  for (guint back = 0; back < 7; back++, g_date_subtract_days (&day, 1))
    if (g_ascii_strncasecmp (weekday, names[g_date_get_weekday (&day) - 1], 3) == 0)
      return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&day),
                              g_date_get_month (&day), g_date_get_day (&day));
  return NULL;
}

/* The day of a meeting that the article does not tell beside the body's name. */
static void
find_day (ArticleReader *self, const Stream *rows, const Segment *segment,
          const Date *published, Meeting *meeting)
{
  for (guint i = segment->head_end; i < segment->end && meeting->date == NULL; i++)
    {
      const gchar *text = stream_at (rows, i)->text;
      PatternMatch match;

      if (!patterns_match (self->patterns, RULE_MET, text, &match))
        continue;
      meeting->date = read_day (self, text, match.group[0].end, published);
      if (meeting->date == NULL && pattern_match_has (&match, 1))
        meeting->date = day_before (text + match.group[1].start, published);
    }
}

void
article_reader_read (ArticleReader *self, const Stream *rows, const Segment *segment,
                     Meeting *meeting)
{
  Date published;
  gboolean named = FALSE; /* a committee, and no mere cabinet */

  if (read_signs (self, rows, segment, &published) < ENOUGH)
    return;
  meeting->kind = MEETING_KIND_ARTICLE;
  field_set (&meeting->date, NULL);
  field_set (&meeting->body, NULL);
  field_set (&meeting->time, NULL);
  field_set (&meeting->venue, NULL);
  for (guint i = segment->head_end; i < segment->end; i++)
    {
      const gchar *text = stream_at (rows, i)->text;
      PatternMatch match;
      gboolean committee;
      gchar *day;

      if (meeting->council == NULL
          && patterns_match (self->patterns, RULE_COUNCIL, text, &match))
        {
          g_autofree gchar *name = pattern_match_dup (&match, 1, text);

          meeting->council =
              g_strdup (g_str_has_prefix (name, "The ") ? name + strlen ("The ") : name);
        }
      if (!patterns_match (self->patterns, RULE_BODY, text, &match))
        continue;
      committee = pattern_match_has (&match, 1);
      day = meeting->date == NULL
                ? read_day (self, text, match.group[0].start, &published)
                : NULL;
      /* Who met on a day that is told; before that a committee, before that a cabinet. */
      if (meeting->body == NULL || day != NULL
          || (committee && !named && meeting->date == NULL))
        field_set (&meeting->body, pattern_match_dup (&match, committee ? 1 : 2, text));
      named |= committee;
      if (day != NULL)
        meeting->date = day;
    }
  find_day (self, rows, segment, &published, meeting);
}
