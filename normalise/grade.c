/* grade.c: a sentence on an inspection becomes its judgements. */

#include "normalise/grade.h"

#include "normalise/pattern.h"

#include <string.h>

/* Grades of one sentence that are looked at. */
#define MAX_GRADES 12
/* Different ones, of the four, that only name the scale. */
#define MIN_SCALE 3
/* Bytes before "good" in which something must say that it is a judgement. */
#define CONTEXT 80

enum
{
  JUDGED,
  GRADE,
  LEADERS,
  PROTECTION,
  IN_CARE,
  LEAVERS,
  RELATIVE_CLAUSE,
  GOES_ON,
  LISTED,
  N_RULES
};

/* clang-format off */
static const PatternRule rules[N_RULES] = {
  /* no grade is one without: "rated 'good'", "found to be good" */
  [JUDGED] = { "judged",
    "\\b(?:judged|judge?ments?|rated|ratings?|graded?|assessed|found|branded|declared|"
    "deemed|effectiveness|awarded|Judge?ments?|Judged|Rated|overall)\\b" },

  /* "‘Requires Improvement to be Good’" */
  [GRADE] = { "grade",
    "([‘'\"“]\\s*)?\\b(requires? improvement(?: to be good)?|inadequate|outstanding|"
    "good)\\b",
    PATTERN_CASELESS },

  /* whom or what it judges: "the impact of leaders", "children in need of help",
   * "children in care", "the experiences of care leavers" */
  [LEADERS] = { "leaders",
    "\\b(?:impact of leaders|leaders|leadership)\\b",
    PATTERN_CASELESS },

  [PROTECTION] = { "help and protection",
    "\\bhelp and protection|need of help|help or protection\\b",
    PATTERN_CASELESS },

  [IN_CARE] = { "in care",
    "\\b(?:in|looked after|children looked|cared for)\\b[^,;]{0,20}\\b(?:care|after|"
    "children)\\b(?!\\s+leavers)",
    PATTERN_CASELESS },

  [LEAVERS] = { "care leavers",
    "\\bcare leavers?|leaving care|care experienced\\b",
    PATTERN_CASELESS },

  /* ", which is one of the areas that was rated 'good'": judges what stands before */
  [RELATIVE_CLAUSE] = { "relative clause",
    "^\\s*(?:which|that|who|and (?:this|these))\\b" },

  /* "The grade, which came out in July, was Good" */
  [GOES_ON] = { "verb of an interrupted clause", "^\\s*(?:was|were|is|are|had been|remained)\\b" },

  /* "The impact of leaders: Good", "Care leavers | Requires improvement" */
  [LISTED] = { "listed",
    "^[^.]{4,120}?\\s*[:|–—-]\\s*[‘'“]?(?:requires? improvement(?: to be good)?|inadequate|"
    "outstanding|good)[’'”]?[.;,]?(?: and)?$",
    PATTERN_CASELESS },
};
/* clang-format on */

struct GradeReader
{
  Patterns *patterns;
};

typedef struct
{
  const gchar *text;
  gsize length;
} Sentence;

GradeReader *
grade_reader_new (void)
{
  GradeReader *self = g_new0 (GradeReader, 1);

  self->patterns = patterns_new (rules, N_RULES);
  return self;
}

void
grade_reader_free (GradeReader *self)
{
  if (self == NULL)
    return;
  patterns_free (self->patterns);
  g_free (self);
}

static gboolean
has (GradeReader *self, guint rule, const gchar *text, gsize length)
{
  return patterns_find (self->patterns, rule, text, length, 0, NULL);
}

static gboolean
judged_before (GradeReader *self, const Sentence *s, gsize at)
{
  gsize from = character_end (s->text, at - MIN (at, CONTEXT));

  return has (self, JUDGED, s->text + from, at - from);
}

static const gchar *
grade_of (const gchar *text)
{
  switch (g_ascii_tolower (text[0]))
    {
    case 'r':
      return "requires-improvement";
    case 'i':
      return "inadequate";
    case 'o':
      return "outstanding";
    default:
      return "good";
    }
}

static gsize
clause_start (const Sentence *s, gsize at)
{
  while (at > 0 && s->text[at - 1] != ',' && s->text[at - 1] != ';')
    at--;
  return at;
}

/* The clause between commas in which `at` stands; a relative one with what it is of, and
 * one that a relative clause interrupted, whole. */
static Span
clause_at (GradeReader *self, const Sentence *s, gsize at)
{
  Span clause = { clause_start (s, at), at };

  while (clause.end < s->length && s->text[clause.end] != ','
         && s->text[clause.end] != ';')
    clause.end++;
  if (clause.start > 0 && s->text[clause.start - 1] == ','
      && has (self, GOES_ON, s->text + clause.start, clause.end - clause.start))
    {
      gsize before = clause_start (s, clause.start - 1);

      if (has (self, RELATIVE_CLAUSE, s->text + before, clause.start - 1 - before))
        clause.start = before;
    }
  if (clause.start > 0 && s->text[clause.start - 1] == ','
      && has (self, RELATIVE_CLAUSE, s->text + clause.start, clause.end - clause.start))
    clause.start = clause_start (s, clause.start - 1);
  return clause;
}

static const gchar *
aspect_of (GradeReader *self, const gchar *text, gsize length)
{
  static const struct
  {
    guint rule;
    const gchar *judgement;
  } aspects[] = { { LEAVERS, "care-leavers" },
                  { PROTECTION, "help-and-protection" },
                  { IN_CARE, "in-care" },
                  { LEADERS, "leaders" } };

  for (guint i = 0; i < G_N_ELEMENTS (aspects); i++)
    if (has (self, aspects[i].rule, text, length))
      return aspects[i].judgement;
  return "overall";
}

void
judgements_add (GArray *judgements, const gchar *aspect, const gchar *grade)
{
  Judgement judgement;

  for (guint i = 0; i < judgements->len; i++)
    if (strcmp (g_array_index (judgements, Judgement, i).judgement, aspect) == 0)
      return;
  judgement = (Judgement){ g_strdup (aspect), g_strdup (grade) };
  g_array_append_val (judgements, judgement);
}

/* "'Inadequate', 'Requires improvement', 'Good' and 'Outstanding'" only names the scale.
 */
void
grade_reader_read (GradeReader *self, const gchar *text, gsize length, GArray *judgements)
{
  static const gchar letters[] = "riog"; /* the first of each grade */
  const Sentence sentence = { text, length };
  const Sentence *s = &sentence;
  PatternMatch match;
  gsize from = 0;
  gboolean seen[4] = { FALSE };
  gboolean listed = has (self, LISTED, text, length);

  if (!listed && !has (self, JUDGED, text, length))
    return;
  for (guint i = 0;
       i < MAX_GRADES
       && patterns_find (self->patterns, GRADE, s->text, s->length, from, &match);
       i++)
    {
      Span word = match.group[2];
      Span clause = clause_at (self, s, word.start);
      gboolean quoted = pattern_match_has (&match, 1);

      from = match.group[0].end;
      seen[strchr (letters, g_ascii_tolower (s->text[word.start])) - letters] = TRUE;
      if (!listed
          && !has (self, JUDGED, s->text + clause.start, clause.end - clause.start)
          && !(quoted && judgements->len > 0))
        continue;
      if (!quoted && !listed && g_ascii_tolower (s->text[word.start]) == 'g'
          && !judged_before (self, s, word.start))
        continue;
      judgements_add (judgements,
                      aspect_of (self, s->text + clause.start, clause.end - clause.start),
                      grade_of (s->text + word.start));
    }
  if (seen[0] + seen[1] + seen[2] + seen[3] >= MIN_SCALE)
    g_array_set_size (judgements, 0);
}
