/* mention.c: sentences on inspections become records of them. */

#include "normalise/mention.h"

#include "normalise/pattern.h"
#include "normalise/sentence.h"
#include "normalise/when.h"

#include <string.h>

/* Bounds of what one sentence and one item can hold. */
#define MAX_SENTENCE 1500
#define MAX_SENTENCES 3000
#define MAX_TRIGGERS 12
#define MAX_DATES 12
#define MAX_GRADES 12
#define MAX_NAMED 200
/* Bytes before a date that say what it is of, and between it and its inspection. */
#define DATE_CONTEXT 60
#define MAX_DISTANCE 160

enum
{
  /* what names an inspection: the first eight are special, in the order of `frameworks`
   */
  MONITORING,
  FOCUSED,
  JTAI,
  SEND,
  SIF,
  YJS,
  CQC,
  SCHOOL,
  HOME,
  ILACS,
  PLAIN,
  /* what tells of it */
  WORTH,
  CONTEXT,
  OTHER,
  NO_EVENT_AFTER,
  NO_EVENT_BEFORE,
  PUBLISHED,
  PUBLISHED_LATER,
  NO_DATE,
  JOINED,
  LETTER,
  JUDGED,
  GRADE,
  BRANDED,
  LEADERS,
  PROTECTION,
  IN_CARE,
  LEAVERS,
  RELATIVE_CLAUSE,
  N_RULES
};

/* clang-format off */
static const PatternRule rules[N_RULES] = {
  [MONITORING] = { "monitoring visit",
    "\\b[Mm]onitoring\\s+[Vv]isits?\\b" },

  /* "the OFSTED Focused Visit"; focussed is common */
  [FOCUSED] = { "focused visit",
    "\\b[Ff]ocuss?ed\\s+[Vv]isits?\\b|\\bFOCUSS?ED VISIT\\b" },

  [JTAI] = { "JTAI",
    "\\bJTAI\\b(?:\\s+[Ii]nspection)?|\\b[Jj]oint [Tt]argeted [Aa]rea [Ii]nspections?\\b" },

  /* "the joint area inspection of November", "Local Area SEND Inspection" */
  [SEND] = { "SEND",
    "(?<!play )(?<!Play )\\b(?:[Ll]ocal\\s+|[Jj]oint\\s+)?[Aa]rea\\s+(?:SEND\\s+)?[Ii]nspections?\\b|"
    "\\bSEND\\s+(?:[Ll]ocal\\s+[Aa]rea\\s+|[Aa]rea\\s+)?(?:[Ii]nspections?|[Rr]evisit)"
    "\\b|\\binspections? of (?:the\\s+)?(?:SEND|[Ss]pecial [Ee]ducational)" },

  [SIF] = { "SIF",
    "\\b[Ss]ingle [Ii]nspection [Ff]ramework\\b|\\bSIF\\b(?:\\s+[Ii]nspection)?" },

  [YJS] = { "youth justice",
    "\\bHM\\s?I(?:nspectorate of)?\\s?P(?:robation)?\\b|\\bHMIP\\b|\\b[Yy]outh "
    "(?:[Jj]ustice|[Oo]ffending) (?:[Ss]ervice|[Tt]eam)"
    "\\b[\\w ’']{0,30}?\\b[Ii]nspect(?:ion|ed)\\b" },

  [CQC] = { "CQC",
    "\\b(?:Care Quality Commission|CQC)\\b(?:\\s+(?:[Ii]nspection|[Aa]ssessment|[Vv]isit))?" },

  /* "Six schools were inspected by Ofsted" */
  [SCHOOL] = { "school",
    "\\b(?:[Ss]chools?|[Aa]cadem(?:y|ies)|nurser(?:y|ies)|colleges?)"
    "\\s+(?:[\\w’']+\\s+){0,3}?inspected\\b|\\binspections? of (?:[\\w’']+ ){0,3}?"
    "(?:schools?|academies|nurseries)\\b|\\b[Ss]chool inspections?\\b|\\binspected "
    "(?:[\\w’']+ ){0,4}?(?:schools?|academ|nurser)" },

  [HOME] = { "children's home",
    "\\bhomes?\\s+(?:[\\w’']+\\s+){0,3}?inspected\\b|\\binspections? (?:reports? )?"
    "(?:of|at|for) (?:[\\w’']+ ){0,6}?(?:homes?|fostering (?:service|agency)|adoption "
    "agency)\\b" },

  [ILACS] = { "ILACS",
    "\\bILACS\\b|\\b[Ii]nspection of [Ll]ocal [Aa]uthority [Cc]hildren[’']?s?(?: "
    "[Ss]ocial [Cc]are)? [Ss]ervices?[’']?(?:\\s*\\(ILACS\\))?(?: inspection)?" },

  /* "the November 2018 Ofsted inspection", "inspectors had spent two days" */
  [PLAIN] = { "inspection",
    "\\b(?:[Ii]nspections?|INSPECTIONS?|inspected|[Ii]nspectors)\\b|\\b(?:Ofsted|"
    "OFSTED)(?:[’']s)?\\s+(?:letter|visit|ratings?|judgements?|report|branded|rated|"
    "judged|found)\\b|\\brated\\b[^.]{0,40}\\bby (?:Ofsted|OFSTED)\\b" },

  /* a sentence without one of these tells nothing here: looked for first, as most have
   * none */
  [WORTH] = { "worth reading",
    "[Ii]nspect|INSPECT|O(?:fsted|FSTED)|\\b[Vv]isit|JTAI|ILACS|SIF\\b|CQC|Care "
    "Quality|HMI|publish|[Jj]udge|\\b[Rr]at(?:ed|ing)|[Gg]rade" },

  /* whether a bare "inspection" is one of children's services */
  [CONTEXT] = { "children's services",
    "O(?:fsted|FSTED)|[Cc]hild|CHILD|[Pp]arenting|PARENTING|[Yy]oung|YOUNG|"
    "[Ss]afeguard|[Ff]amil|FAMIL|[Ss]ocial [Ww]ork" },

  /* inspections of other things */
  [OTHER] = { "other inspection",
    "[Pp]layground|[Pp]lay (?:area|equipment)|R[Oo]SPA|\\b[Ff]ire\\b|\\b[Tt]rees?\\b|"
    "[Ff]ood|[Hh]ygiene|[Hh]ighway|[Dd]rain|[Ee]lectrical|[Ii]nsurance|[Aa]ccounts|"
    "[Pp]remises|[Vv]ehicle|[Bb]uildings?\\b|[Pp]ublic inspection|available for "
    "inspection|[Cc]emeter|[Bb]ridge|[Ff]ootpath|[Pp]lanning [Ii]nspector" },

  /* "the ILACS framework", "inspection readiness" */
  [NO_EVENT_AFTER] = { "no event after",
    "^(?:[’']s?)?\\s*(?:\\([A-Z]+\\)\\s*)?(?:[Ff]ramework|[Rr]egime|[Rr]egulations?|"
    "[Rr]eadiness|[Pp]reparation|[Aa]rrangements|[Cc]ycle|[Ww]indow|[Hh]andbook|"
    "[Cc]riteria|is due|was due|would be|will be|could be|may be|is expected|was "
    "expected)\\b" },

  /* "the next inspection", "its previous full inspection in" */
  [NO_EVENT_BEFORE] = { "no event before",
    "\\b(?:[Nn]ext|[Pp]revious|[Pp]rior|[Ee]arlier|[Ee]xpected|[Ff]orthcoming|"
    "[Uu]pcoming|[Ff]uture|[Aa]nticipated|[Pp]ending|[Aa]waited|[Pp]ossible)"
    "\\s+(?:[\\w’'-]+\\s+){0,4}?$" },

  /* "the report of which was published on", "Ofsted's letter of" */
  [PUBLISHED] = { "published before date",
    "\\b(?:publish(?:ed|ing)|publication|[Ll]etter|issued|released|[Rr]eport\\s+(?:of|"
    "dated))\\b[^.;]{0,32}$" },

  /* "The report was published on …", in a sentence of its own */
  [PUBLISHED_LATER] = { "published, later sentence",
    "^(?:(?:Its|The|Their|This|Ofsted[’']s)\\s+)?(?:[\\w’']+\\s+){0,3}?(?:reports?|"
    "letter|findings|outcome)\\b.{0,60}\\bpublished\\b" },

  /* "an engagement meeting was held on", "by", "since": another date */
  [NO_DATE] = { "no inspection's date",
    "\\b(?:[Ss]ince|[Uu]ntil|[Nn]ext|[Dd]ue)\\s+(?:\\w+\\s+){0,3}$|\\b(?:[Bb]y|"
    "[Bb]efore)\\s+(?:the\\s+)?(?:end of\\s+|early\\s+|late\\s+)?$|\\b(?:[Mm]eeting|"
    "[Ee]ngagement|[Mm]inutes?|[Cc]ommittee|[Pp]anel|[Cc]abinet|[Rr]esponse|"
    "[Ss]tatement|[Uu]pdate|[Ss]elf-?[Ee]valuation|[Aa]ssessment|[Ii]mprovements?|"
    "[Pp]lan|[Pp]revious [\\w ]{0,20}inspection|agreed|resolved|strategy)"
    "\\b[^.;,]{0,30}$" },

  /* how a date is joined to its inspection; "the November 2018 Ofsted inspection" has it
   * before */
  [JOINED] = { "joined",
    "(?:\\b(?:[Ii]n|[Oo]n|of|from|[Dd]uring|[Oo]ver|dated|between|[Ee]arly|[Ll]ate|"
    "[Mm]id|[Ii]ts|[Tt]he|[Tt]heir|[Oo]ur|and|to|full|this|a|took place)"
    "[\\s-]+(?:the\\s+)?(?:(?:end|start|beginning|middle|week) of\\s+)?|[(]|^)$" },

  /* inspectors write a letter after a focused visit, a report after an inspection */
  [LETTER] = { "letter",
    "\\b(?:[Tt]heir|[Ii]ts|Ofsted[’']s|OFSTED[’']s|[Ii]nspectors[’'])\\s+letter\\b" },

  [JUDGED] = { "judged",
    "\\b(?:judged|judge?ments?|rated|ratings?|graded?|assessed|found|branded|declared|"
    "deemed|effectiveness|awarded|Judge?ments?|Judged|Rated|overall)\\b" },

  [GRADE] = { "grade",
    "([‘'\"“]\\s*)?\\b(requires? improvement(?: to be good)?|inadequate|outstanding|"
    "good)\\b",
    PATTERN_CASELESS },

  /* a newspaper's date of the report, not of the visit */
  [BRANDED] = { "branded",
    "\\b(?:branded|labelled|slammed|downgraded|upgraded)\\b" },

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
};
/* clang-format on */

typedef struct
{
  guint rule;
  const gchar *framework;
  const gchar *kind;
  gboolean judges; /* its grades are those of the inspection itself */
} FrameworkRule;

static const FrameworkRule frameworks[] = {
  { MONITORING, "ILACS", "monitoring-visit", FALSE },
  { FOCUSED, "ILACS", "focused-visit", FALSE },
  { JTAI, "JTAI", "inspection", FALSE },
  { SEND, "SEND", "inspection", FALSE },
  { SIF, "SIF", "inspection", TRUE },
  { YJS, "YJS", "inspection", TRUE },
  { CQC, "CQC", "assessment", TRUE },
  { SCHOOL, "school", "inspection", FALSE },
  { HOME, "children's-home", "inspection", FALSE },
  { ILACS, "ILACS", "inspection", TRUE },
  { PLAIN, "ILACS", "inspection", TRUE },
};

#define FOCUSED_FRAMEWORK 1 /* places in `frameworks` */
#define N_SPECIAL 9         /* that can be told from a title */

typedef struct
{
  const FrameworkRule *framework;
  Date date; /* year 0: not said */
  Date published;
  GArray *judgements;
  Span span;
  guint block;
} Named;

typedef struct
{
  const FrameworkRule *framework;
  Span span; /* in the sentence */
  gboolean event;
  gint named; /* its place in Reading.named, -1: none yet */
} Trigger;

struct MentionReader
{
  Patterns *patterns;
  WhenReader *whens;
};

typedef struct
{
  MentionReader *reader;
  Item *item;
  Date held;
  gboolean context;            /* a bare "inspection" is one of children's services */
  const FrameworkRule *titled; /* (nullable) what the title names */
  GArray *named;               /* Named */
} Reading;

MentionReader *
mention_reader_new (void)
{
  MentionReader *self = g_new0 (MentionReader, 1);

  self->patterns = patterns_new (rules, N_RULES);
  self->whens = when_reader_new ();
  return self;
}

void
mention_reader_free (MentionReader *self)
{
  if (self == NULL)
    return;
  patterns_free (self->patterns);
  when_reader_free (self->whens);
  g_free (self);
}

static void
named_clear (gpointer data)
{
  Named *named = data;

  if (named->judgements != NULL)
    g_array_unref (named->judgements);
}

/* A sentence, on its own. */
typedef struct
{
  const gchar *text;
  gsize length;
  gsize offset; /* of the item's text */
} Sentence;

static gboolean
has (const Reading *r, guint rule, const gchar *text, gsize length)
{
  return patterns_find (r->reader->patterns, rule, text, length, 0, NULL);
}

/* Does the text from `floor` to `at` match a rule that ends in $? */
static gboolean
before (const Reading *r, guint rule, const Sentence *s, gsize floor, gsize at)
{
  gsize from = MAX (floor, at - MIN (at, DATE_CONTEXT));

  while (from < at && (s->text[from] & 0xc0) == 0x80)
    from++;
  return has (r, rule, s->text + from, at - from);
}

static gboolean
is_event (const Reading *r, const Sentence *s, Span span)
{
  return !has (r, NO_EVENT_AFTER, s->text + span.end, s->length - span.end)
         && !before (r, NO_EVENT_BEFORE, s, 0, span.start);
}

static guint
find_triggers (const Reading *r, const Sentence *s, Trigger *triggers)
{
  gboolean other = has (r, OTHER, s->text, s->length);
  guint n = 0;

  for (guint f = 0; f < G_N_ELEMENTS (frameworks); f++)
    {
      const FrameworkRule *framework = &frameworks[f];
      PatternMatch match;
      gsize from = 0;

      if (framework->rule == PLAIN && (other || !r->context))
        break;
      while (n < MAX_TRIGGERS
             && patterns_find (r->reader->patterns, framework->rule, s->text, s->length,
                               from, &match))
        {
          Span span = match.group[0];
          gboolean inside = FALSE;

          from = MAX (span.end, from + 1);
          for (guint i = 0; i < n && !inside; i++)
            inside =
                span.start < triggers[i].span.end && span.end > triggers[i].span.start;
          if (inside || span.end <= span.start)
            continue;
          triggers[n++] = (Trigger){ framework, span, is_event (r, s, span), -1 };
        }
    }
  return n;
}

/* A bare "inspection" is of the kind that the item's title, or a letter, tells. */
static void
settle_plain (const Reading *r, const Sentence *s, Trigger *triggers, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      if (triggers[i].framework->rule != PLAIN)
        continue;
      if (r->titled != NULL)
        triggers[i].framework = r->titled;
      else if (has (r, LETTER, s->text, s->length))
        triggers[i].framework = &frameworks[FOCUSED_FRAMEWORK];
    }
}

static gboolean
in_reference (const Reading *r, gsize at)
{
  for (guint i = 0; i < r->item->references->len; i++)
    {
      const Reference *reference = &g_array_index (r->item->references, Reference, i);

      if (at >= reference->span.start && at < reference->span.end)
        return TRUE;
    }
  return FALSE;
}

/* The inspection that a date at `span` is nearest to; one before it is preferred. */
static Trigger *
nearest (Trigger *triggers, guint n, Span span)
{
  Trigger *best = NULL;
  gsize best_distance = MAX_DISTANCE;

  for (guint i = 0; i < n; i++)
    {
      gsize distance;

      if (triggers[i].span.end <= span.start)
        distance = span.start - triggers[i].span.end;
      else if (triggers[i].span.start >= span.end)
        /* "In July 2023, the service was …" or else "the July 2023 inspection" */
        distance = (span.start < 4 ? 1 : 4) * (triggers[i].span.start - span.end);
      else
        continue;
      if (distance < best_distance)
        {
          best = &triggers[i];
          best_distance = distance;
        }
    }
  return best;
}

static Named *
named_for (Reading *r, const Sentence *s, guint block, Trigger *trigger)
{
  Named named = {
    trigger->framework, { .year = 0 }, { .year = 0 }, NULL, { 0, 0 }, block
  };

  if (trigger->named < 0)
    {
      if (r->named->len >= MAX_NAMED)
        return NULL;
      named.span = (Span){ s->offset, s->offset + s->length };
      named.judgements = judgements_new ();
      g_array_append_val (r->named, named);
      trigger->named = (gint)r->named->len - 1;
    }
  return &g_array_index (r->named, Named, trigger->named);
}

static void
read_dates (Reading *r, const Sentence *s, guint block, Trigger *triggers, guint n)
{
  gsize from = 0;
  Date date;

  for (guint i = 0; i < MAX_DATES
                    && when_reader_find (r->reader->whens, s->text, s->length, from,
                                         r->held.year > 0 ? &r->held : NULL, &date);
       i++)
    {
      Trigger *trigger = nearest (triggers, n, date.span);
      gsize last = from; /* what an earlier date stands in says nothing of this one */
      Named *named;

      from = date.span.end;
      if (trigger == NULL || !trigger->event
          || in_reference (r, s->offset + date.span.start))
        continue;
      if (before (r, PUBLISHED, s, last, date.span.start)
          || (date.day == 0 && before (r, BRANDED, s, last, date.span.start)))
        {
          named = named_for (r, s, block, trigger);
          if (named != NULL && named->published.year == 0)
            named->published = date;
        }
      else if (!before (r, NO_DATE, s, last, date.span.start)
               && before (r, JOINED, s, last, date.span.start))
        {
          named = named_for (r, s, block, trigger);
          if (named != NULL && named->date.year == 0)
            named->date = date;
        }
    }
}

static const gchar *
grade_of (const gchar *text, gsize length)
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

/* The clause between commas in which `at` stands; a relative one with what it is of. */
static Span
clause_at (const Reading *r, const Sentence *s, gsize at)
{
  Span clause = { at, at };

  while (clause.start > 0 && s->text[clause.start - 1] != ','
         && s->text[clause.start - 1] != ';')
    clause.start--;
  while (clause.end < s->length && s->text[clause.end] != ','
         && s->text[clause.end] != ';')
    clause.end++;
  if (clause.start > 0 && s->text[clause.start - 1] == ','
      && has (r, RELATIVE_CLAUSE, s->text + clause.start, clause.end - clause.start))
    {
      clause.start--;
      while (clause.start > 0 && s->text[clause.start - 1] != ','
             && s->text[clause.start - 1] != ';')
        clause.start--;
    }
  return clause;
}

static const gchar *
aspect_of (const Reading *r, const gchar *text, gsize length)
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
    if (has (r, aspects[i].rule, text, length))
      return aspects[i].judgement;
  return "overall";
}

static void
add_judgement (GArray *judgements, const gchar *aspect, const gchar *grade)
{
  Judgement judgement;

  for (guint i = 0; i < judgements->len; i++)
    if (strcmp (g_array_index (judgements, Judgement, i).judgement, aspect) == 0)
      return;
  judgement = (Judgement){ g_strdup (aspect), g_strdup (grade) };
  g_array_append_val (judgements, judgement);
}

/* The judgements of a sentence. "'Inadequate', 'Requires improvement', 'Good' and
 * 'Outstanding'" only names the scale. */
static void
read_grades (const Reading *r, const Sentence *s, GArray *judgements)
{
  PatternMatch match;
  gsize from = 0;
  guint seen = 0;

  for (guint i = 0;
       i < MAX_GRADES
       && patterns_find (r->reader->patterns, GRADE, s->text, s->length, from, &match);
       i++)
    {
      Span word = match.group[2];
      Span clause = clause_at (r, s, word.start);
      gboolean quoted = pattern_match_has (&match, 1);

      from = match.group[0].end;
      seen |= 1u << (strchr ("riog", g_ascii_tolower (s->text[word.start])) - "riog");
      if (!has (r, JUDGED, s->text + clause.start, clause.end - clause.start)
          && !(quoted && judgements->len > 0))
        continue;
      if (!quoted && g_ascii_tolower (s->text[word.start]) == 'g'
          && !before (r, JUDGED, s, 0, word.start))
        continue;
      add_judgement (judgements,
                     aspect_of (r, s->text + clause.start, clause.end - clause.start),
                     grade_of (s->text + word.start, word.end - word.start));
    }
  if (seen == 15 || seen == 7 || seen == 11 || seen == 13 || seen == 14)
    g_array_set_size (judgements, 0);
}

static Named *
last_named (const Reading *r)
{
  return r->named->len > 0 ? &g_array_index (r->named, Named, r->named->len - 1) : NULL;
}

static void
read_judgements (Reading *r, const Sentence *s, guint block, Trigger *triggers, guint n)
{
  g_autoptr (GArray) judgements = judgements_new ();
  Named *named = NULL;

  if (!has (r, JUDGED, s->text, s->length))
    return;
  read_grades (r, s, judgements);
  if (judgements->len == 0)
    return;
  for (guint i = 0; i < n && named == NULL; i++)
    if (triggers[i].event && triggers[i].named >= 0)
      named = &g_array_index (r->named, Named, triggers[i].named);
  if (named == NULL && n == 0)
    {
      named = last_named (r);
      if (named == NULL || named->block != block)
        return;
    }
  for (guint i = 0; i < n && named == NULL; i++)
    if (triggers[i].event && triggers[i].framework->judges)
      {
        Named *last = last_named (r);

        /* "The judgement from that inspection was …" */
        named = last != NULL && last->block == block
                        && last->framework->framework == triggers[i].framework->framework
                    ? last
                    : named_for (r, s, block, &triggers[i]);
      }
  if (named == NULL || !named->framework->judges)
    return;
  for (guint i = 0; i < judgements->len; i++)
    {
      const Judgement *judgement = &g_array_index (judgements, Judgement, i);
      add_judgement (named->judgements, judgement->judgement, judgement->grade);
    }
}

static void
read_published (Reading *r, const Sentence *s, guint block)
{
  Named *named = last_named (r);
  Date date;

  if (named == NULL || named->block != block || named->published.year > 0
      || !has (r, PUBLISHED_LATER, s->text, s->length))
    return;
  if (when_reader_find (r->reader->whens, s->text, s->length, 0,
                        r->held.year > 0 ? &r->held : NULL, &date)
      && before (r, PUBLISHED, s, 0, date.span.start))
    named->published = date;
}

static void
read_sentence (Reading *r, const Sentence *s, guint block)
{
  Trigger triggers[MAX_TRIGGERS];
  guint n;

  if (!has (r, WORTH, s->text, s->length))
    return;
  n = find_triggers (r, s, triggers);
  settle_plain (r, s, triggers, n);
  if (n > 0)
    read_dates (r, s, block, triggers, n);
  else
    read_published (r, s, block);
  read_judgements (r, s, block, triggers, n);
}

/* Can both be one day: "2018" and "2018-11"? */
static gboolean
agree (const Date *a, const Date *b)
{
  if (a->year == 0 || b->year == 0)
    return TRUE;
  if (a->year != b->year)
    return FALSE;
  if (a->month == 0 || b->month == 0)
    return TRUE;
  return a->month == b->month && (a->day == 0 || b->day == 0 || a->day == b->day);
}

static guint
exactness (const Date *date)
{
  return (date->year > 0) + (date->month > 0) + (date->day > 0);
}

static gboolean
merge (Named *into, const Named *other)
{
  if (into->framework->framework != other->framework->framework
      || strcmp (into->framework->kind, other->framework->kind) != 0)
    return FALSE;
  if (!agree (&into->date, &other->date) || !agree (&into->published, &other->published))
    return FALSE;
  if (exactness (&other->date) > exactness (&into->date))
    {
      into->date = other->date;
      into->span = other->span;
    }
  if (exactness (&other->published) > exactness (&into->published))
    into->published = other->published;
  for (guint i = 0; i < other->judgements->len; i++)
    {
      const Judgement *judgement = &g_array_index (other->judgements, Judgement, i);
      add_judgement (into->judgements, judgement->judgement, judgement->grade);
    }
  return TRUE;
}

static gint
compare_named (gconstpointer a, gconstpointer b)
{
  const Named *x = a, *y = b;

  return x->span.start < y->span.start ? -1 : x->span.start > y->span.start;
}

static void
hand_over (Reading *r)
{
  for (guint i = 0; i < r->named->len; i++)
    for (guint j = i + 1; j < r->named->len;)
      if (merge (&g_array_index (r->named, Named, i),
                 &g_array_index (r->named, Named, j)))
        g_array_remove_index (r->named, j);
      else
        j++;
  g_array_sort (r->named, compare_named);
  for (guint i = 0; i < r->named->len; i++)
    {
      Named *named = &g_array_index (r->named, Named, i);
      InspectionMention mention = { 0 };

      mention.framework = g_strdup (named->framework->framework);
      mention.kind = g_strdup (named->framework->kind);
      mention.date = date_format (&named->date);
      mention.published = date_format (&named->published);
      mention.judgements = g_steal_pointer (&named->judgements);
      mention.span = named->span;
      g_array_append_val (r->item->inspections, mention);
    }
}

static gboolean
named_in (const Reading *r, guint rule, const gchar *text)
{
  return text != NULL && has (r, rule, text, MIN (strlen (text), MAX_SENTENCE));
}

static void
read_title (Reading *r)
{
  for (guint i = 0; i < N_SPECIAL && r->titled == NULL; i++)
    if (named_in (r, frameworks[i].rule, r->item->title))
      r->titled = &frameworks[i];
  if (r->titled == NULL && named_in (r, LETTER, r->item->title))
    r->titled = &frameworks[FOCUSED_FRAMEWORK];
}

void
mention_reader_read (MentionReader *self, const Meeting *meeting, Item *item,
                     const GArray *blocks)
{
  g_autoptr (GArray) named = g_array_new (FALSE, TRUE, sizeof (Named));
  Reading r = { .reader = self, .item = item, .named = named };

  g_array_set_clear_func (named, named_clear);
  if (meeting->date == NULL || !date_parse (meeting->date, &r.held))
    r.held.year = 0;
  r.context = named_in (&r, CONTEXT, item->title) || named_in (&r, CONTEXT, meeting->body)
              || named_in (&r, CONTEXT, item->text);
  read_title (&r);
  for (guint i = 0; i < blocks->len; i++)
    {
      const Block *block = &g_array_index (blocks, Block, i);
      gsize from = block->body.start;

      for (guint n = 0; n < MAX_SENTENCES; n++)
        {
          Span span = sentence_next (item->text, from, block->body.end);
          Sentence sentence;

          if (span.start >= span.end)
            break;
          from = span.end;
          sentence =
              (Sentence){ item->text + span.start, span.end - span.start, span.start };
          if (sentence.length > MAX_SENTENCE)
            {
              sentence.length = MAX_SENTENCE;
              while ((sentence.text[sentence.length] & 0xc0) == 0x80)
                sentence.length--;
            }
          read_sentence (&r, &sentence, i);
        }
    }
  hand_over (&r);
}
