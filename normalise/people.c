/* people.c: lists of names in running text become people, each with the place that is
 * named beside. */

#include "normalise/people.h"

#include "normalise/address.h"
#include "normalise/pattern.h"

#include <string.h>

#define MAX_PEOPLE 600
#define MAX_NAME 70

enum
{
  RULE_TITLE,
  RULE_TITLE_AHEAD,
  RULE_CHAIR_ROLE,
  RULE_LETTERS,
  RULE_OFFICER,
  RULE_NOBODY,
  RULE_ORGANISATION,
  RULE_ROLE,
  RULE_SERVICE,
  RULE_BEHIND,
  RULE_HOLDER,
  RULE_INITIALS,
  RULE_OFFICE,
  RULE_LOWER,
};

/* clang-format off */
static const PatternRule rules[] = {
  { "a form of address before a name",
    "^(?:(?:the )?(?:vice[- ]|deputy "
    ")?(?:chair(?:man|person|woman)?|mayor|leader)\\s*[:,]?"
    "\\s+(?=" COUNCILLOR "|" MISTER
    ")|the right worshipful,? |the worshipful,? |" COUNCILLOR "\\s+|" MISTER
    "\\s+|(?-i:(?:(?:Det(?:ective)?|Chief|Acting|T/)\\s+)*(?:Supt|Superintendent|Inspector|Insp|Sgt|"
    "Sergeant|Constable|PC|PCSO|DCI|DI|Ch Supt)\\.?\\s+)(?=(?-i:\\p{Lu}))|and\\s+|members\\s*:?\\s+(?=(?-i:\\p{Lu}))|also\\s+)",
    PATTERN_CASELESS },
  /* names in columns: "Cllr Ann Bell Cllr Bob Cole" */
  { "the next name of a column",
    "(?<![-–(])(?<!\\band)(?<!councillor)(?<!cllr)(?<!cllr\\.)(?<!councillors)(?<!cllrs)"
    "(?<!chairman)(?<!chair)(?<!chairperson)(?<!chairwoman)(?<!county)(?<!borough)(?<!district)(?<!parish)(?<!"
    "town)(?<!,)(?<!;)(?<!for)(?<!of)(?<!mayor)\\s+(?=(?:(?:"
    "county "
    "|town |borough |district |parish )?(?:councillor|cllr)|mr|mrs|ms|miss)\\b\\.?\\s)",
    PATTERN_CASELESS },
  { "the chair's role",
    "^(?:in the |the |y )?(?:acting |independent |joint |co-?"
    ")?(?:cadeirydd|chair(?:man|person|woman|ing)?|presiding|mayor|lord "
    "mayor|convenor|convener)"
    "\\b(?! of)|in the chair|\\band (?:independent )?chair(?:man|person|woman)?$|[,(]\\s*(?:the )?chair(?:man|person|woman)?\\)?$",
    PATTERN_CASELESS },
  { "letters behind a name",
    "^(?:" COUNCILLOR "|obe|mbe|cbe|jp|mp|dl|kc|qc|bem|phd|frsa|esq|ma|ba|bsc|cpfa|td|rd|fca|cc|bt|"
    "councillors|members|chief whip)\\.?$",
    PATTERN_CASELESS },
  { "an officer's place",
    "^(?:(?:the |parish |town |deputy |assistant |acting |council )*(?:clerk|proper "
    "officer|"
    "rfo)\\b|minute|minutes|member of the public|members of the public|[0-9]+ )",
    PATTERN_CASELESS },
  { "nobody",
    "^(?:none|nil|no apologies|n/a|not applicable|no one|nobody|there were no|dim)\\b",
    PATTERN_CASELESS },
  { "an organisation",
    "\\b(?:council|authority|trust|nhs|constabulary|police service|university|college|"
    "association|federation|partnership|borough|diocese|ltd|limited|cic)$",
    PATTERN_CASELESS },
  /* "Executive Director of Adult Care", "Cabinet Member for Parks", "Service Manager" */
  { "a person's place",
    "^(?:the |a )?(?:\\p{Lu}[\\p{L}’'-]*\\s+){0,5}?(?:(?:Cabinet Member|Portfolio Holder|"
    "Head|Leader|Lead|Chair|Director|Manager|Officer|Executive|Member|Adviser|Advisor|"
    "Secretary|Solicitor|Accountant|Representative|representative)\\s+(?:for|of|to|in|"
    "and|at|with|on)\\b|(?:Director|Manager|Officer|Adviser|Advisor|Solicitor|Accountant|"
    "Chief Executive|Cabinet Member|Portfolio Holder|Social Worker|Co-?ordinator|"
    "Consultant|Headteacher|Representative|Lead)s?(?:[,.]|$))",
    PATTERN_PLAIN },
  /* " and Young People", " & Skills": the service goes on, no other person begins */
  { "the rest of a service's name",
    "^(?:\\s*(?:and|&)\\s+)?(?:\\p{L}[\\p{L}’'-]*\\s+){0,3}?(?:People|Families|Services?|"
    "Skills|Education|Learning|Safeguarding|Communities|Housing|Care|Transformation|"
    "Resources|Finance|Performance|Well-?being|Health|Schools|Environment|Transport|"
    "Inclusion|Partnerships|Planning|Growth|Culture|Leisure|Improvement|Protection|"
    "Governance|Commissioning|Quality|Assurance|Support|Strategy|Policy|Development|"
    "Regeneration|Scrutiny|Youth|Adults?|Prevention|Intervention|Help|Permanence)\\b"
    "(?!\\s+\\()",
    PATTERN_PLAIN },
  { "letters behind a name, with it",
    "(?<=\\p{Ll}),?\\s+(?:CC|JP|OBE|MBE|CBE|BEM|DL|KC|QC|MP|OStJ|FRSA|PhD)\\.?$",
    PATTERN_PLAIN },
  /* "R Tolley", "Ann Bell", "Mr J. Sayle" */
  { "a name in brackets",
    "^(?:(?:Mrs?|Ms|Miss|Dr)\\.? )?(?:\\p{Lu}\\.? ?){0,2}(?:\\p{Lu}[\\p{Ll}’'-]+"
    "(?:-\\p{Lu}\\p{Ll}+)? ?){1,2}$",
    PATTERN_PLAIN },
  /* "(PH)": by which the minutes call a person */
  { "initials", "^\\p{Lu}{2,4}$", PATTERN_PLAIN },
  /* "The Deputy Mayor (Councillor Harold Beale)" */
  { "an office before its holder",
    "^(?:and )?((?:the )?(?:(?:right worshipful|worshipful|lord|lady|deputy|vice|acting|"
    "the)[ -])*(?:mayor|mayoress|provost|chair(?:man|person|woman)?|leader|sheriff)"
    "(?: of the council)?)\\s*[(–-]\\s*((?:" COUNCILLOR "|" MISTER "|dr|sir|dame)\\b[^()]"
    "{2,50}?)(?:\\)|$)(?:,? in the chair)?[ .]*$",
    PATTERN_CASELESS },
  /* "Department for Education adviser": no name has such words */
  { "a word that no name has",
    "\\s(?:for|to|in|at|with|on|adviser|advisor|member|officer|manager|lead|nurse|worker|"
    "representative|services?|council|board|police|school|trust)\\b", PATTERN_PLAIN },
};
/* clang-format on */

struct PeopleReader
{
  Patterns *patterns;
};

PeopleReader *
people_reader_new (void)
{
  PeopleReader *self = g_new0 (PeopleReader, 1);

  self->patterns = patterns_new (rules, G_N_ELEMENTS (rules));
  return self;
}

void
people_reader_free (PeopleReader *self)
{
  if (self == NULL)
    return;
  patterns_free (self->patterns);
  g_free (self);
}

static gboolean
is (PeopleReader *self, guint rule, const gchar *text)
{
  return patterns_match (self->patterns, rule, text, NULL);
}

/* Takes "Councillor Mrs", "Chairman Cllr" from the front. */
const gchar *
people_reader_skip_titles (PeopleReader *self, const gchar *name, gboolean *ret_chair)
{
  PatternMatch match;

  for (guint i = 0; i < 5; i++)
    {
      if (!patterns_match (self->patterns, RULE_TITLE, name, &match)
          || match.group[0].end == 0)
        break;
      if (g_ascii_strncasecmp (name, "chair", 5) == 0
          || g_ascii_strncasecmp (name, "the chair", 9) == 0
          || g_ascii_strncasecmp (name, "mayor", 5) == 0)
        *ret_chair = TRUE;
      name += match.group[0].end;
    }
  return name;
}

static gboolean
is_name (const gchar *name)
{
  guint words = 1;

  if (name[0] == '\0' || strlen (name) > MAX_NAME
      || !g_unichar_isupper (g_utf8_get_char (name)))
    return FALSE;
  for (const gchar *p = name; *p != '\0'; p++)
    {
      words += *p == ' ';
      if (g_ascii_isdigit (*p) || *p == ':' || *p == '@')
        return FALSE;
    }
  return words <= 6 && !g_str_has_prefix (name, "The ")
         && !g_str_has_prefix (name, "There ") && !g_str_has_suffix (name, "embers");
}

void
people_add (GArray *people, const gchar *name, const gchar *role)
{
  Person person = { 0 };

  if (people->len >= MAX_PEOPLE)
    return;
  person.name = g_strdup (name);
  person.role = role != NULL && role[0] != '\0' ? g_strdup (role) : NULL;
  g_array_append_val (people, person);
}

/* What follows a name may be its place: FALSE if there is nobody who lacks one. */
static gboolean
take_role (PeopleReader *self, GArray *people, const gchar *role)
{
  Person *last =
      people->len > 0 ? &g_array_index (people, Person, people->len - 1) : NULL;

  if (last == NULL || is (self, RULE_ROLE, last->name)
      || (last->role != NULL && !is (self, RULE_INITIALS, last->role)))
    return FALSE;
  g_free (last->role);
  last->role = g_strdup (role);
  return TRUE;
}

/* "Head of Planning (R Tolley)": the place goes before its holder. */
static gboolean
add_holder (PeopleReader *self, GArray *people, const gchar *text)
{
  const gchar *open = strstr (text, " (");
  gsize length = strcspn (text, ")") + 1;
  g_autofree gchar *place = NULL;
  g_autofree gchar *name = NULL;
  PatternMatch match;

  if (patterns_match (self->patterns, RULE_OFFICE, text, &match))
    {
      place = pattern_match_dup (&match, 1, text);
      name = pattern_match_dup (&match, 2, text);
      people_add (people, people_reader_skip_titles (self, name, &(gboolean){ FALSE }),
                  place);
      return TRUE;
    }
  if (open == NULL || length > strlen (text) || text + length < open
      || text[length + strspn (text + length, " .")] != '\0')
    return FALSE;
  place = g_strndup (text, open - text);
  name = g_strndup (open + 2, text + length - 1 - open - 2);
  if (!is (self, RULE_ROLE, place) || !is (self, RULE_HOLDER, name)
      || is (self, RULE_ROLE, name))
    return FALSE;
  people_add (people, people_reader_skip_titles (self, name, &(gboolean){ FALSE }),
              place);
  return TRUE;
}

static const gchar *const dashes[] = { " – ", " — ", " - " };

static gboolean
has_dash (const gchar *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (strstr (text, dashes[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* One piece between separators: "Mrs E Rowntree (Chair)". */
static void
add_piece (PeopleReader *self, GArray *people, const gchar *piece)
{
  g_autofree gchar *text = g_strdup (piece);
  g_autofree gchar *role = NULL;
  gchar *open = strchr (text, '(');
  gchar *chair_words = NULL;
  gboolean chair = FALSE;
  const gchar *name;
  PatternMatch match;
  gsize length;

  if (add_holder (self, people, text)
      || ((is (self, RULE_ROLE, text)
           || (open == NULL && is (self, RULE_LOWER, text) && !has_dash (text)))
          && take_role (self, people, text)))
    return;
  if (open != NULL)
    {
      gchar *close = strrchr (open, ')');

      if (close != NULL && strstr (close, "in the Chair") != NULL)
        chair = TRUE;
      role = g_strndup (open + 1,
                        close != NULL ? (gsize)(close - open - 1) : strlen (open + 1));
      g_strstrip (role);
      /* "Cllr Amy Ames (AA) – Chair" */
      if (close != NULL && is (self, RULE_INITIALS, role))
        for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
          if (g_str_has_prefix (close + 1, dashes[i]))
            {
              g_free (role);
              role = g_strstrip (g_strdup (close + 1 + strlen (dashes[i])));
              break;
            }
      *open = '\0';
    }
  chair_words = strstr (text, " in the Chair");
  if (chair_words != NULL)
    {
      *chair_words = '\0';
      chair = TRUE;
    }
  /* "Councillor Amy Ames – Chairman" */
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    {
      gchar *dash = strstr (text, dashes[i]);

      if (dash != NULL && dash > text)
        {
          if (role == NULL)
            role = g_strdup (dash + strlen (dashes[i]));
          *dash = '\0';
        }
    }
  g_strstrip (text);
  /* "Mr P. Anstey CC", "Sir Bob Cole OBE JP" */
  for (guint i = 0; i < 4 && patterns_match (self->patterns, RULE_BEHIND, text, &match);
       i++)
    text[match.group[0].start] = '\0';
  name = people_reader_skip_titles (self, text, &chair);
  length = strlen (name);
  while (length > 0 && strchr (" .,;:-*", name[length - 1]) != NULL)
    text[name - text + (gssize)--length] = '\0';
  if (is (self, RULE_LETTERS, name) || is (self, RULE_OFFICER, name))
    {
      /* "Mr Richard Nolan, Clerk": what follows a name may be its place. */
      if (people->len > 0 && is (self, RULE_OFFICER, name))
        {
          Person *last = &g_array_index (people, Person, people->len - 1);

          if (last->role == NULL && g_unichar_isupper (g_utf8_get_char (name)))
            last->role = g_strdup (name);
        }
      return;
    }
  if (role == NULL && is (self, RULE_CHAIR_ROLE, name) && people->len > 0)
    {
      Person *last = &g_array_index (people, Person, people->len - 1);

      /* "Independent Scrutineer and Chair" */
      if (last->role == NULL)
        last->role = g_strdup (name);
      else if (!is (self, RULE_CHAIR_ROLE, last->role)
               && strlen (last->role) + strlen (name) < MAX_NAME)
        {
          gchar *both = g_strconcat (last->role, " and ", name, NULL);

          g_free (last->role);
          last->role = both;
        }
      return;
    }
  /* A second column says for whom a member sits: "Bo Ryle    Northby Council". */
  if (is (self, RULE_ORGANISATION, name))
    {
      Person *last =
          people->len > 0 ? &g_array_index (people, Person, people->len - 1) : NULL;

      if (last != NULL && last->role == NULL)
        last->role = g_strdup (name);
      return;
    }
  if (!is_name (name) || is (self, RULE_NOBODY, name))
    return;
  people_add (people, name, chair ? "Chair" : role);
}

/* Where the separator at p ends, or 0: "," ";" "&" and " and " part names. */
static gsize
separator (const gchar *text, gsize p)
{
  if (text[p] == ';' || text[p] == '\n' || text[p] == '|' || text[p] == ',')
    return p + 1;
  if (g_ascii_strncasecmp (text + p, " and ", 5) == 0)
    return p + 5;
  if (strncmp (text + p, " & ", 3) == 0)
    return p + 3;
  return 0;
}

/* Whether the piece goes on behind the separator at p: "Cabinet Member for Children" goes
 * on with " and Young People"; where semicolons part people, "Assistant Director" with
 * ", Safeguarding". */
static gboolean
piece_goes_on (PeopleReader *self, const gchar *piece, const gchar *rest,
               gboolean semicolons)
{
  g_autofree gchar *head = NULL;
  g_autofree gchar *next = NULL;

  if (rest[0] != ' ' && !(rest[0] == ',' && semicolons))
    return FALSE;
  head = g_strndup (piece, rest - piece);
  g_strstrip (head);
  if (!is (self, RULE_ROLE, head))
    return FALSE;
  next = g_strndup (rest + 1, strcspn (rest + 1, ",;\n|"));
  g_strstrip (next);
  if (is (self, RULE_TITLE, g_str_has_prefix (next, "and ") ? next + 4 : next))
    return FALSE;
  return rest[0] == ',' || is (self, RULE_SERVICE, next);
}

void
people_reader_read (PeopleReader *self, const gchar *text, GArray *people)
{
  g_autoptr (GString) columns = g_string_new (NULL);
  gsize length = strlen (text);
  gsize from = 0;
  gsize start = 0;
  guint depth = 0;
  gboolean inside = FALSE;
  gboolean semicolons = strchr (text, ';') != NULL;
  PatternMatch match;

  while (patterns_find (self->patterns, RULE_TITLE_AHEAD, text, length, from, &match))
    {
      gsize before = match.group[0].start;

      g_string_append_len (columns, text + from, (gssize)(before - from));
      for (; from < before; from++)
        inside = text[from] == '(' || (inside && text[from] != ')');
      /* "(substitute: Cllr Moss)" is no second name. */
      g_string_append_c (columns, inside ? ' ' : '\n');
      from = match.group[0].end;
    }
  g_string_append (columns, text + from);
  for (gsize i = 0; i <= columns->len; i++)
    {
      gchar c = columns->str[i];
      gsize next = 0;

      if (c == '(')
        depth++;
      else if (c == ')' && depth > 0)
        depth--;
      if (c == '\0')
        next = i + 1;
      else if (depth == 0)
        next = separator (columns->str, i);
      if (next == 0
          || (c != '\0'
              && piece_goes_on (self, columns->str + start, columns->str + i,
                                semicolons)))
        continue;
      if (i > start)
        {
          g_autofree gchar *piece = g_strndup (columns->str + start, i - start);

          g_strstrip (piece);
          add_piece (self, people, piece);
        }
      start = next;
      i = next - 1;
    }
}

void
people_reader_seat (PeopleReader *self, const gchar *name, const gchar *place,
                    GArray *people)
{
  guint before = people->len;
  Person *person;

  people_reader_read (self, name, people);
  if (people->len == before || place == NULL)
    return;
  person = &g_array_index (people, Person, people->len - 1);
  if (person->role != NULL)
    return;
  person->role = g_strdup (place);
}

gboolean
people_reader_is_nobody (PeopleReader *self, const gchar *text)
{
  return is (self, RULE_NOBODY, text);
}

gboolean
people_reader_is_chair (PeopleReader *self, const gchar *place)
{
  return is (self, RULE_CHAIR_ROLE, place);
}

gboolean
people_reader_is_officer (PeopleReader *self, const gchar *place)
{
  return is (self, RULE_OFFICER, place);
}

gboolean
people_reader_is_place (PeopleReader *self, const gchar *text)
{
  return is (self, RULE_ROLE, text);
}

gboolean
people_reader_is_service (PeopleReader *self, const gchar *text)
{
  return is (self, RULE_SERVICE, text);
}
