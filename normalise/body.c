/* body.c: phrases of a heading become the body that met, and its council. */

#include "normalise/body.h"

#include "normalise/field.h"
#include "normalise/heading_rule.h"
#include "normalise/phrase.h"

#include <string.h>

#define MAX_BODY 140

static gboolean
is (Patterns *patterns, guint rule, const gchar *text)
{
  return patterns_match (patterns, rule, text, NULL);
}

gboolean
body_is_council (Patterns *patterns, const gchar *text)
{
  /* A site greets: "This is the website of Leven Council". */
  if (g_str_has_prefix (text, "This is ") || g_str_has_prefix (text, "Welcome to "))
    return FALSE;
  return is (patterns, HEADING_COUNCIL, text) && !is (patterns, HEADING_GENERIC, text)
         && g_ascii_strcasecmp (text, "county council") != 0 && strlen (text) < 80;
}

/* "Venue: Council Chamber, Leven Council": where a meeting was, not whose. */
static gboolean
is_place (const Phrase *phrase)
{
  return g_ascii_strncasecmp (phrase->text, "venue:", strlen ("venue:")) == 0
         || g_ascii_strncasecmp (phrase->text, "contact:", strlen ("contact:")) == 0;
}

/* "Minutes of Leven City Council – Audit Committee", "Audit Committee, Leven City
 * Council": both in one line, in either order. ret_council, ret_body: (transfer full) */
static gboolean
read_line (Patterns *patterns, const gchar *text, gchar **ret_council, gchar **ret_body)
{
  static const gchar *const bars[] = { " – ", " — ", " - ", ": ", ", " };
  PatternMatch front;

  if (patterns_match (patterns, HEADING_FRONT, text, &front))
    text += front.group[0].end;
  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      const gchar *bar = strstr (text, bars[i]);
      g_autofree gchar *left = NULL;
      g_autofree gchar *right = NULL;
      gboolean first;

      if (bar == NULL)
        continue;
      left = g_strndup (text, bar - text);
      right = g_strdup (bar + strlen (bars[i]));
      first = body_is_council (patterns, left);
      if (first == body_is_council (patterns, right)
          || !is (patterns, HEADING_BODY, first ? right : left)
          || is (patterns, HEADING_VENUE_PLACE, first ? right : left)
          || is (patterns, HEADING_PARISH, first ? right : left))
        continue;
      *ret_council = first ? g_steal_pointer (&left) : g_steal_pointer (&right);
      *ret_body = first ? g_steal_pointer (&right) : g_steal_pointer (&left);
      return TRUE;
    }
  return FALSE;
}

/* "PORTH WEN TOWN COUNCIL / CYNGOR TREF PORTH WEN": the name in one language, where both
 * sides name a body; otherwise all of it. (transfer full) */
static gchar *
one_language (Patterns *patterns, const gchar *text)
{
  static const gchar *const bars[] = { " / ", " | ", " – ", " - " };

  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      const gchar *bar = strstr (text, bars[i]);
      g_autofree gchar *left = NULL;
      const gchar *right;

      if (bar == NULL)
        continue;
      left = g_strndup (text, bar - text);
      right = bar + strlen (bars[i]);
      if (!is (patterns, HEADING_BODY, left) || !is (patterns, HEADING_BODY, right)
          || is (patterns, HEADING_WELSH, left) == is (patterns, HEADING_WELSH, right))
        continue;
      return is (patterns, HEADING_WELSH, left) ? g_strdup (right)
                                                : g_steal_pointer (&left);
    }
  return g_strdup (text);
}

static gchar *
trim_body (Patterns *patterns, const gchar *text)
{
  g_autofree gchar *body = one_language (patterns, text);
  PatternMatch match;

  if (patterns_match (patterns, HEADING_FRONT, body, &match)
      && match.group[0].end < strlen (body))
    {
      gchar *rest = g_strdup (body + match.group[0].end);

      field_set (&body, rest);
    }
  for (guint i = 0; i < 3; i++)
    if (patterns_match (patterns, HEADING_TRIM, body, &match) && match.group[0].start > 0)
      body[match.group[0].start] = '\0';
  g_strstrip (body);
  return g_steal_pointer (&body);
}

static gboolean
names_council (const gchar *body)
{
  gsize length = strlen (body);

  return length >= strlen ("council")
         && g_ascii_strcasecmp (body + length - strlen ("council"), "council") == 0;
}

/* "Minutes of the Annual Parish Meeting held on …": the electors', not their council's.
 * (transfer full) (nullable) */
static gchar *
parish_meeting (const gchar *text)
{
  static const gchar *const names[] = { "annual parish meeting", "annual town meeting",
                                        "annual parish assembly",
                                        "annual village meeting" };
  g_autofree gchar *lower = g_ascii_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const gchar *at = strstr (lower, names[i]);

      if (at != NULL && strstr (lower, "council") == NULL)
        return g_strndup (text + (at - lower), strlen (names[i]));
    }
  return NULL;
}

/* "Minutes of the Panel held on …", or a line that is nothing but a body's name. */
static gchar *
body_of (Patterns *patterns, const Phrase *phrase, gdouble *ret_points)
{
  PatternMatch match;
  g_autofree gchar *body = NULL;
  g_autofree gchar *council = NULL;
  g_autofree gchar *name = NULL;
  gsize length = strlen (phrase->text);

  *ret_points = 0;
  if ((body = parish_meeting (phrase->text)) != NULL)
    {
      *ret_points = 2;
      return g_steal_pointer (&body);
    }
  if (length <= MAX_BODY && is (patterns, HEADING_MINUTES, phrase->text)
      && read_line (patterns, phrase->text, &council, &name))
    {
      *ret_points = 4;
      return trim_body (patterns, name);
    }
  for (guint rule = HEADING_OF; rule <= HEADING_MEETING_OF; rule++)
    if (patterns_match (patterns, rule, phrase->text, &match))
      {
        field_set (&name, pattern_match_dup (&match, 1, phrase->text));
        field_set (&body, trim_body (patterns, name));
        if (is (patterns, HEADING_BODY, body) && strlen (body) < MAX_BODY)
          {
            *ret_points = is (patterns, HEADING_GENERIC, body) ? 0.5 : 4;
            return g_steal_pointer (&body);
          }
      }
  if (length > MAX_BODY || !is (patterns, HEADING_BODY, phrase->text)
      || is (patterns, HEADING_NOT_BODY, phrase->text))
    return NULL;
  field_set (&body, trim_body (patterns, phrase->text));
  if (!is (patterns, HEADING_BODY, body))
    return NULL;
  /* "The Council - Thursday, 10th December, 2015 1.00 pm" */
  if (is (patterns, HEADING_GENERIC, body))
    {
      *ret_points = 0.5;
      return (is (patterns, HEADING_WEEKDAY, phrase->text)
              || g_ascii_strncasecmp (phrase->text, "council meeting held ", 21) == 0
              || (is (patterns, HEADING_MINUTES, phrase->text)
                  && g_ascii_strncasecmp (body, "full ", strlen ("full ")) == 0))
                     && names_council (body)
                 ? g_steal_pointer (&body)
                 : NULL;
    }
  *ret_points =
      2 + (phrase->bold ? 0.5 : 0) + (body_is_council (patterns, body) ? -1 : 0);
  /* "PWYLLGOR CRAFFU" above "SCRUTINY COMMITTEE": the name that both can read. */
  if (is (patterns, HEADING_WELSH, body))
    *ret_points -= 0.4;
  /* "Tidewater Safeguarding Children Partnership" above "Executive Group": whose body */
  if (is (patterns, HEADING_ORGANISATION, body))
    *ret_points -= 0.6;
  if (body[strlen (body) - 1] == '.')
    *ret_points -= 1;
  return g_steal_pointer (&body);
}

/* "Minutes of the Audit Committee of Leven Council" name both. */
static void
part_body (Patterns *patterns, Meeting *meeting)
{
  g_autofree gchar *body = NULL;
  PatternMatch match;

  if (meeting->body == NULL
      || !patterns_match (patterns, HEADING_BODY_OF, meeting->body, &match))
    return;
  body = pattern_match_dup (&match, 1, meeting->body);
  field_set (&meeting->council, pattern_match_dup (&match, 2, meeting->body));
  field_set (&meeting->body, g_steal_pointer (&body));
}

static void
part_line (Patterns *patterns, Meeting *meeting)
{
  g_autofree gchar *council = NULL;
  g_autofree gchar *body = NULL;

  if (meeting->body == NULL || !read_line (patterns, meeting->body, &council, &body))
    return;
  if (meeting->council == NULL)
    field_set (&meeting->council, g_steal_pointer (&council));
  field_set (&meeting->body, g_steal_pointer (&body));
}

/* "Leven Borough Council Audit Committee" names both as well. */
static void
part_council (Patterns *patterns, Meeting *meeting)
{
  g_autofree gchar *council = NULL;
  PatternMatch match;

  if (meeting->body == NULL
      || !patterns_match (patterns, HEADING_COUNCIL_BODY, meeting->body, &match))
    return;
  council = pattern_match_dup (&match, 1, meeting->body);
  if (!body_is_council (patterns, council))
    return;
  field_set (&meeting->body, pattern_match_dup (&match, 2, meeting->body));
  if (meeting->council == NULL)
    field_set (&meeting->council, g_steal_pointer (&council));
}

/* "Leven County Council County Council", from a site's title and its heading: once. */
static void
say_once (gchar *name)
{
  static const gchar *const styles[] = { " county council", " borough council",
                                         " city council",   " district council",
                                         " town council",   " parish council",
                                         " council" };

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (styles); i++)
    {
      gsize style = strlen (styles[i]), length = strlen (name);

      if (length > 2 * style && g_ascii_strcasecmp (name + length - style, styles[i]) == 0
          && g_ascii_strncasecmp (name + length - 2 * style, styles[i], style) == 0)
        name[length - style] = '\0';
    }
}

/* "Council" over "Thursday 18th November, 2021 6.30 pm" */
static gboolean
is_met (Patterns *patterns, const Phrase *phrase, const Phrase *next)
{
  return names_council (phrase->text) && is (patterns, HEADING_GENERIC, phrase->text)
         && is (patterns, HEADING_WEEKDAY, next->text);
}

void
body_read (Patterns *patterns, const GArray *phrases, Meeting *meeting)
{
  gdouble best = 0;

  for (guint i = 0; i < phrases->len; i++)
    {
      const Phrase *phrase = &g_array_index (phrases, Phrase, i);
      g_autofree gchar *body = NULL;
      gdouble points;

      if (phrase->people || is_place (phrase))
        continue;
      if (meeting->council == NULL)
        {
          g_autofree gchar *council = one_language (patterns, phrase->text);
          g_autofree gchar *named = NULL;

          if (read_line (patterns, council, &meeting->council, &named))
            field_set (&council, g_strdup (""));
          /* "MINUTES OF THE MEETING OF WYKE PARISH COUNCIL" */
          if (is (patterns, HEADING_MINUTES, council)
              || is (patterns, HEADING_AGENDA, council))
            {
              field_set (&named, body_of (patterns, phrase, &points));
              field_set (&council, g_strdup (named != NULL ? named : ""));
            }
          if (body_is_council (patterns, council))
            meeting->council = g_steal_pointer (&council);
        }
      body = body_of (patterns, phrase, &points);
      if (body == NULL && meeting->body == NULL && i + 1 < phrases->len
          && is_met (patterns, phrase, phrase + 1))
        meeting->body = g_strdup (phrase->text);
      if (body != NULL && points > best)
        {
          best = points;
          field_set (&meeting->body, g_steal_pointer (&body));
        }
    }
  part_line (patterns, meeting);
  part_body (patterns, meeting);
  part_council (patterns, meeting);
  say_once (meeting->council);
  say_once (meeting->body);
  /* "Minutes of the Parish Council meeting" below the parish's name; a city's "Council"
   * is one of its bodies, and called so. */
  if (meeting->body != NULL && is (patterns, HEADING_GENERIC, meeting->body)
      && meeting->council != NULL
      && (is (patterns, HEADING_PARISH, meeting->council)
          || is (patterns, HEADING_PARISH, meeting->body)
          || !names_council (meeting->body)))
    field_set (&meeting->body, g_strdup (meeting->council));
}

/* "Draft Minutes of Annual Ordinary Parish Council": where the council's name begins. */
static const gchar *
behind_minutes (const gchar *name)
{
  static const gchar *const fronts[] = { "The ",     "Annual ",        "Ordinary ",
                                         "Special ", "Extraordinary ", "Meeting of ",
                                         "the ",     "Full " };
  const gchar *minutes = strstr (name, "Minutes of ");

  if (minutes != NULL)
    name = minutes + strlen ("Minutes of ");
  for (guint i = 0; i < G_N_ELEMENTS (fronts); i++)
    if (g_str_has_prefix (name, fronts[i]) && (i == 0 || minutes != NULL))
      {
        name += strlen (fronts[i]);
        i = 0; /* and from the second on again */
      }
  return name;
}

static void
council_from (Patterns *patterns, const gchar *text, Meeting *meeting)
{
  gsize from = 0;
  PatternMatch match;

  while (meeting->council == NULL
         && patterns_find (patterns, HEADING_COUNCIL_ANYWHERE, text, strlen (text), from,
                           &match))
    {
      g_autofree gchar *name = pattern_match_dup (&match, 1, text);
      const gchar *start = behind_minutes (name);

      /* "Standing Advisory Council on Religious Education" is a council's body. */
      if (!is (patterns, HEADING_GENERIC, start) && !g_str_has_prefix (start, "Standing ")
          && strstr (start, " - Council") == NULL && strcmp (start, "County Council") != 0
          && strcmp (start, "Modern Council") != 0)
        meeting->council = g_strdup (start);
      from = match.group[0].end;
    }
}

/* "Issue - meetings - Adoption Report - Leven Council": one of the title's parts. */
static void
council_from_title (Patterns *patterns, const gchar *title, Meeting *meeting)
{
  g_auto (GStrv) parts = g_regex_split_simple ("\\s+[-|–—]\\s+", title, 0, 0);

  for (guint i = g_strv_length (parts); i > 0 && meeting->council == NULL; i--)
    if (body_is_council (patterns, parts[i - 1]))
      meeting->council = g_strdup (parts[i - 1]);
  council_from (patterns, title, meeting);
}

void
body_read_council (Patterns *patterns, const Document *document, const Stream *rows,
                   const GArray *phrases, Meeting *meeting)
{
  for (guint i = 0; i < rows->furniture->len && meeting->council == NULL; i++)
    {
      const gchar *line = g_ptr_array_index (rows->furniture, i);

      if (body_is_council (patterns, line))
        meeting->council = g_strdup (line);
      else
        council_from (patterns, line, meeting);
    }
  if (document->title != NULL && meeting->council == NULL)
    council_from_title (patterns, document->title, meeting);
  say_once (meeting->council);
  for (guint i = 0; i < phrases->len && meeting->council == NULL; i++)
    {
      const Phrase *phrase = &g_array_index (phrases, Phrase, i);

      if (!phrase->people && !is_place (phrase))
        council_from (patterns, phrase->text, meeting);
    }
}
