/* attendance.c: rows and sentences become lists of people. */

#include "normalise/attendance.h"

#define MAX_PEOPLE 600
#define MAX_NAME 70
#define MAX_CUTS 8
/* Rows of one list; a larger council prints some forty. */
#define MAX_LIST_ROWS 150

enum
{
  RULE_PRESENT,
  RULE_CHAIR,
  RULE_APOLOGIES,
  RULE_BESIDE,
  RULE_OTHER,
  RULE_TITLE,
  RULE_TITLE_AHEAD,
  RULE_CHAIR_ROLE,
  RULE_LETTERS,
  RULE_SENT,
  RULE_CUT,
  RULE_TOOK_CHAIR,
  RULE_OFFICER,
  RULE_NOBODY,
  RULE_ABBREVIATION,
  RULE_ORGANISATION,
  RULE_NAMES,
  RULE_ROLE,
  RULE_SERVICE,
  RULE_INITIALS,
};

#define COUNCILLOR                                                                       \
  "(?:(?:county |town |borough |city |cty\\.? )?(?:councillors?|cllrs?|clrs?|"           \
  "ald(?:erman|erwoman|\\.))\\.?|(?:y )?(?:cynghorwyr|cynghorydd|cyng\\b)\\.?)"
#define MISTER "(?:mr|mrs|ms|miss|mx|messrs|mr and mrs)\\.?"
#define END "(?:(?:\\s*[:;–—-]+)+\\s*|\\s*$)"

static const PatternRule rules[] = {
  /* "PRESENT:", "Members Present:-", "Councillors:", "Attendance" */
  { "a list of members",
    "^(?:(?:" COUNCILLOR "|members|committee members|panel members|board members|voting "
    "members|those|cabinet members)\\s+(?:of the \\w+ )?)?(?:(?:were )?present|attendees|"
    "attendance|yn bresennol|presennol)" END "|^present\\s+(?=" COUNCILLOR "|" MISTER
    "|(?:dr|sir|dame)\\s)"
    "|^(?:(?:other |elected )?members present|panel members|committee members|board "
    "members|(?:voting|elected|co-?opted|non-voting|other) "
    "members|councillors|cllrs|members|other members present)" END "|^(?:other )?members "
    "present\\s*:?-?\\s*"
    "|^present\\s+(?=(?-i:\\p{Lu}\\p{Ll}))",
    PATTERN_CASELESS },
  /* "In the Chair: Councillor Bell", "Chair: Dame Ann Moss" */
  { "the chair's label",
    "^(?:in the chair|chair(?:man|person|woman)?(?: of the meeting)?|presiding)"
    "(?:\\s*[:–-]+\\s*|$)|^chair(?:man|person|woman)?\\s+(?=(?:dame|sir|dr|" COUNCILLOR
    "|" MISTER ")\\s)",
    PATTERN_CASELESS },
  /* "Apologies for absence: Heather Innes", "APOLOGY: Councillor G Shaw" */
  { "a list of apologies",
    "^apolog(?:y|ies)(?: for (?:absence|non-attendance))?(?: received)?"
    "(?:" END "|\\s+(?=" COUNCILLOR "\\s|" MISTER "\\s|(?:dr|sir|dame)\\s)|\\s+(?!for|of|"
    "and|were|was|received|have|had|from)(?=(?-i:\\p{Lu})))"
    "|^ymddiheuriadau" END,
    PATTERN_CASELESS },
  /* "IN ATTENDANCE:", "Also present:", "Officers:" */
  { "a list of others",
    "^(?:(?:also |others? |officers? |members )*in attendance|also (?:present|attending)|"
    "others? present|(?:council |lead |supporting )?officers?(?: "
    "present)?|guests?|visitors|"
    "observers?|advisers?|advisors?|invitees|by invitation|non-voting|(?:other )?"
    "(?:councillors|members) (?:also )?(?:in attendance|attending|also present)|also in "
    "attendance|clerk|minutes taken by|minute taker|substitutes?(?: members?)?|absent|"
    "not present|public(?: present)?|press|witnesses)(?:" END "|\\s+(?=" COUNCILLOR
    "\\s|" MISTER "\\s)|\\s(?=(?-i:\\p{Lu}\\p{Ll}+) (?-i:\\p{Lu}\\p{Ll}+) \\())",
    PATTERN_CASELESS },
  { "another line of the heading",
    "^(?:date|time|venue|place|location|contact|start(?:ed)?|finish(?:ed)?|quorum|"
    "membership|"
    "minutes\\b|agenda\\b|unrestricted|restricted|public business|open session|part "
    "\\w\\b|"
    "no\\.|item\\b|declarations?\\b|the meeting\\b|(?:an "
    ")?apolog|notes\\b|[^(]*\\b(?:19|20)[0-9]{2}\\b)",
    PATTERN_CASELESS },
  { "a form of address before a name",
    "^(?:(?:the )?(?:vice[- ]|deputy "
    ")?(?:chair(?:man|person|woman)?|mayor|leader)\\s*[:,]?"
    "\\s+(?=" COUNCILLOR "|" MISTER
    ")|the right worshipful,? |the worshipful,? |" COUNCILLOR "\\s+|" MISTER
    "\\s+|and\\s+|members\\s*:?\\s+(?=(?-i:\\p{Lu}))|also\\s+)",
    PATTERN_CASELESS },
  /* names in columns: "Cllr Ann Bell Cllr Bob Cole" */
  { "the next name of a column",
    "(?<![-–(])(?<!\\band)(?<!councillor)(?<!cllr)(?<!cllr\\.)(?<!councillors)(?<!cllrs)"
    "(?<!chairman)(?<!chair)(?<!chairperson)(?<!chairwoman)(?<!county)(?<!borough)(?<!"
    "town)(?<!,)(?<!;)(?<!for)(?<!of)(?<!mayor)\\s+(?=(?:(?:"
    "county "
    "|town |borough )?(?:councillor|cllr)|mr|mrs|ms|miss)\\b\\.?\\s)",
    PATTERN_CASELESS },
  { "the chair's role",
    "^(?:in the |y )?(?:acting "
    ")?(?:cadeirydd|chair(?:man|person|woman|ing)?|presiding|mayor|lord "
    "mayor)"
    "\\b(?! of)|in the chair|,\\s*chair(?:man|person)?$",
    PATTERN_CASELESS },
  { "letters behind a name",
    "^(?:obe|mbe|cbe|jp|mp|dl|kc|qc|bem|phd|frsa|esq|ma|ba|bsc|cpfa|td|rd|fca|cc|bt|"
    "councillors|members|chief whip)\\.?$",
    PATTERN_CASELESS },
  /* "Apologies were received from …", "An apology was submitted on behalf of …" */
  { "apologies in a sentence",
    "(?:apolog(?:y|ies)|ymddiheuriadau)\\b[^:]{0,80}?(?:\\b(?:from(?! the "
    "(?:meeting|committee|panel|board|council)\\b)|by|on behalf "
    "of|gan)\\b|:)\\s*(?:the "
    "following "
    "(?:members|councillors)?\\s*:?\\s*)?(.+)",
    PATTERN_CASELESS },
  /* "… who was substituted by", ", for whom" end a list of names */
  { "the end of names",
    "(?:,?\\s+(?:and\\s+)?(?:who(?:m|se)?|for whom|with|due to|owing to|as "
    "(?:he|she|they)|"
    "because|which|were|was|had|have|has|did|for "
    "(?:lateness|late)|\\(all)\\b|\\s+[–-]\\s|"
    ";?\\s*substitut)",
    PATTERN_CASELESS },
  { "a member takes the chair",
    "((?:" COUNCILLOR "|" MISTER
    ")\\s+[^,.;:()]{2,40}?(?:\\.\\s\\p{L}+)?) (?:took|was in|"
    "in|occupied|assumed) the chair",
    PATTERN_CASELESS },
  { "an officer's place",
    "^(?:(?:the |parish |town |deputy |assistant |acting |council )*(?:clerk|proper "
    "officer|"
    "rfo)\\b|minute|minutes|member of the public|members of the public|[0-9]+ )",
    PATTERN_CASELESS },
  { "nobody",
    "^(?:none|nil|no apologies|n/a|not applicable|no one|nobody|there were no|dim)\\b",
    PATTERN_CASELESS },
  { "a short form that ends in a stop",
    "(?:\\b(?:cllrs?|clrs?|mr|mrs|ms|dr|rev|revd|hon|st|jnr|snr|prof)|\\b(?-i:\\p{Lu}))"
    "\\.?$",
    PATTERN_CASELESS },
  { "an organisation",
    "\\b(?:council|authority|trust|nhs|constabulary|police service|university|college|"
    "association|federation|partnership|borough|diocese|ltd|limited|cic)$",
    PATTERN_CASELESS },
  /* "Councillors A Bell, C Dunn" where no label went before */
  { "names that need no label", "^(?:councillors|cllrs)\\.?\\s+(?-i:\\p{Lu})",
    PATTERN_CASELESS },
  /* "Executive Director of Adult Care", "Cabinet Member for Parks", "Service Manager" */
  { "a person's place",
    "^(?:the |a )?(?:\\p{Lu}[\\p{L}’'-]*\\s+){0,5}?(?:(?:Cabinet Member|Portfolio Holder|"
    "Head|Leader|Lead|Chair|Director|Manager|Officer|Executive|Member|Adviser|Advisor|"
    "Secretary|Solicitor|Accountant|Representative|representative)\\s+(?:for|of|to|in|"
    "and|at|with|on)\\b|(?:Director|Manager|Officer|Adviser|Advisor|Solicitor|Accountant|"
    "Chief Executive|Cabinet Member|Portfolio Holder|Social Worker|Co-?ordinator|"
    "Consultant|Headteacher|Representative|Lead)s?(?:,|$))",
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
  /* "(PH)": by which the minutes call a person */
  { "initials", "^\\p{Lu}{2,4}$", PATTERN_PLAIN },
};

struct AttendanceReader
{
  Patterns *patterns;
};

AttendanceReader *
attendance_reader_new (void)
{
  AttendanceReader *self = g_new0 (AttendanceReader, 1);

  self->patterns = patterns_new (rules, G_N_ELEMENTS (rules));
  return self;
}

void
attendance_reader_free (AttendanceReader *self)
{
  if (self == NULL)
    return;
  patterns_free (self->patterns);
  g_free (self);
}

static gboolean
is (AttendanceReader *self, guint rule, const gchar *text)
{
  return patterns_match (self->patterns, rule, text, NULL);
}

/* Takes "Councillor Mrs", "Chairman Cllr" from the front. */
static const gchar *
skip_titles (AttendanceReader *self, const gchar *name, gboolean *ret_chair)
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

static void
add_person (GArray *people, const gchar *name, const gchar *role)
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
take_role (AttendanceReader *self, GArray *people, const gchar *role)
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

/* One piece between separators: "Mrs E Rowntree (Chair)". */
static void
add_piece (AttendanceReader *self, GArray *people, const gchar *piece)
{
  static const gchar *const dashes[] = { " – ", " — ", " - " };
  g_autofree gchar *text = g_strdup (piece);
  g_autofree gchar *role = NULL;
  gchar *open = strchr (text, '(');
  gchar *chair_words = NULL;
  gboolean chair = FALSE;
  const gchar *name;
  gsize length;

  if (is (self, RULE_ROLE, text) && take_role (self, people, text))
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
  name = skip_titles (self, text, &chair);
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

      if (last->role == NULL)
        last->role = g_strdup (name);
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
  add_person (people, name, chair ? "Chair" : role);
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
piece_goes_on (AttendanceReader *self, const gchar *piece, const gchar *rest,
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

static void
add_names (AttendanceReader *self, GArray *people, const gchar *text)
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

gboolean
attendance_reader_is_label (AttendanceReader *self, const Row *row)
{
  for (guint rule = RULE_PRESENT; rule <= RULE_BESIDE; rule++)
    if (is (self, rule, row->text))
      return TRUE;
  return FALSE;
}

typedef struct
{
  GString *text; /* of the list that is open */
  GArray *people;
  gboolean chair; /* it holds who is in the chair */
  guint rows;
  guint separators;
} List;

static void
end_list (AttendanceReader *self, List *list)
{
  guint before = list->people != NULL ? list->people->len : 0;

  if (list->people != NULL && list->text->len > 0)
    {
      /* Names one a line have no commas to part them. */
      if (2 * list->separators >= list->rows)
        for (gsize i = 0; i < list->text->len; i++)
          if (list->text->str[i] == '\n')
            list->text->str[i] = ' ';
      add_names (self, list->people, list->text->str);
      for (; list->chair && before < list->people->len; before++)
        {
          Person *person = &g_array_index (list->people, Person, before);

          g_free (person->role);
          person->role = g_strdup ("Chair");
        }
    }
  g_string_truncate (list->text, 0);
  list->people = NULL;
  list->rows = list->separators = 0;
}

/* The text of a row from a byte on, with a line's end where its source has columns: three
 * spaces or more. (transfer full) */
static gchar *
columns_of (const Row *row, gsize from)
{
  GString *text = g_string_new (row->text + from);
  const gchar *raw = row->line->text;
  gsize at = 0;

  if (strstr (raw, "   ") == NULL || from > strlen (raw))
    return g_string_free (text, FALSE);
  /* Walk both: they differ in space only, or the row was put together of two lines. */
  for (gsize i = 0; i < from + text->len && raw[at] != '\0';)
    {
      gsize spaces = strspn (raw + at, " \t");

      if (spaces > 0)
        {
          if (i > 0 && i >= from && row->text[i] == ' ')
            text->str[i - from] = spaces >= 3 ? '\n' : ' ';
          i += i < from + text->len && row->text[i] == ' ';
          at += spaces;
          continue;
        }
      if (raw[at++] != row->text[i++])
        break;
    }
  return g_string_free (text, FALSE);
}

static void
add_list_row (List *list, const gchar *text, const Row *row)
{
  gboolean inside = FALSE;

  if (text[0] == '\0' || list->rows >= MAX_LIST_ROWS)
    return;
  /* "Cllr Ann Bell (Deputy" / "Chair)" is one name. */
  for (gsize i = 0; i < list->text->len; i++)
    inside = list->text->str[i] == '(' || (inside && list->text->str[i] != ')');
  if (list->text->len > 0)
    g_string_append_c (
        list->text, inside || text[0] == '(' || g_ascii_islower (text[0]) ? ' ' : '\n');
  g_string_append (list->text, text);
  list->rows++;
  for (const gchar *p = text; *p != '\0'; p++)
    list->separators += *p == ',' || *p == ';';
}

/* The list that a label opens, and where the names begin in the row. */
static gboolean
opens (AttendanceReader *self, const Row *row, Meeting *meeting, GArray **ret_people,
       gsize *ret_from, gboolean *ret_chair)
{
  GArray *lists[] = { meeting->present, meeting->present, meeting->apologies,
                      meeting->in_attendance };
  static const guint order[] = { RULE_APOLOGIES, RULE_BESIDE, RULE_CHAIR, RULE_PRESENT };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      PatternMatch match;

      if (!patterns_match (self->patterns, order[i], row->text, &match))
        continue;
      *ret_people = lists[order[i]];
      *ret_from = match.group[0].end;
      *ret_chair = order[i] == RULE_CHAIR;
      return TRUE;
    }
  return FALSE;
}

static void
read_lists (AttendanceReader *self, const Stream *rows, const Segment *segment,
            Meeting *meeting)
{
  List list = { .text = g_string_new (NULL) };

  for (guint i = segment->start; i < segment->head_end; i++)
    {
      const Row *row = stream_at (rows, i);
      g_autofree gchar *columns = NULL;
      GArray *people;
      gsize from;
      gboolean chair;

      if (opens (self, row, meeting, &people, &from, &chair))
        {
          end_list (self, &list);
          list.people = people;
          list.chair = chair;
          add_list_row (&list, columns = columns_of (row, from), row);
        }
      else if (is (self, RULE_OTHER, row->text))
        end_list (self, &list);
      else if (list.people != NULL)
        add_list_row (&list, columns = columns_of (row, 0), row);
      else if (meeting->present->len == 0 && is (self, RULE_NAMES, row->text))
        {
          list.people = meeting->present;
          list.chair = FALSE;
          add_list_row (&list, row->text, row);
        }
    }
  end_list (self, &list);
  g_string_free (list.text, TRUE);
}

/* The end of the sentence that begins at from; not the stop of "Cllrs." or "J. Bell". */
static gsize
sentence_end (AttendanceReader *self, const gchar *text, gsize from, gsize end)
{
  for (gsize i = from; i < end; i++)
    if (text[i] == '\n'
        || (text[i] == '.' && (i + 1 >= end || g_ascii_isspace (text[i + 1]))))
      {
        g_autofree gchar *head = g_strndup (text + from, i - from);

        if (text[i] == '\n' || !is (self, RULE_ABBREVIATION, head))
          return i;
      }
  return end;
}

/* "Apologies were received from A, B and C, for whom D was present." */
static void
read_sentence (AttendanceReader *self, const gchar *text, GArray *people)
{
  gsize length = strlen (text);
  gsize from = 0;
  PatternMatch match;

  while (from < length
         && patterns_find (self->patterns, RULE_SENT, text, length, from, &match))
    {
      gsize end = sentence_end (self, text, match.group[1].start, match.group[1].end);
      g_autofree gchar *names =
          g_strndup (text + match.group[1].start, end - match.group[1].start);
      PatternMatch cut;
      gboolean inside;

      /* "… from A, for whom B was present, and C": what B did goes, C stays. */
      for (guint k = 0;
           k < MAX_CUTS && patterns_match (self->patterns, RULE_CUT, names, &cut); k++)
        {
          gchar *rest = strpbrk (names + cut.group[0].end, ",;");

          inside = FALSE;
          for (gsize c = 0; c < cut.group[0].start; c++)
            inside = names[c] == '(' || (inside && names[c] != ')');
          if (inside)
            break;
          if (rest == NULL)
            names[cut.group[0].start] = '\0';
          else
            memmove (names + cut.group[0].start, rest, strlen (rest) + 1);
        }
      if (!is (self, RULE_NOBODY, names))
        add_names (self, people, names);
      from = MAX (end, match.group[1].start + 1);
      while (from < length && (text[from] & 0xc0) == 0x80)
        from++;
    }
}

static void
read_items (AttendanceReader *self, Meeting *meeting)
{
  for (guint i = 0; i < meeting->items->len && i < 4; i++)
    {
      const Item *item = g_ptr_array_index (meeting->items, i);
      g_autofree gchar *title = g_utf8_strdown (item->title, -1);

      if (strstr (title, "apolog") == NULL && strstr (title, "attendance") == NULL
          && strstr (title, "welcome") == NULL && strstr (title, "ymddiheur") == NULL)
        continue;
      read_sentence (self, item->text, meeting->apologies);
      /* "2545. Apologies for absence: Cllr Pocock." */
      if (meeting->apologies->len == 0 && strlen (item->text) < 200
          && strstr (title, "apolog") != NULL && strstr (item->text, "pologies") == NULL
          && !is (self, RULE_NOBODY, item->text))
        {
          g_autofree gchar *names = g_strndup (
              item->text, sentence_end (self, item->text, 0, strlen (item->text)));

          if (strstr (names, " was ") == NULL && strstr (names, " were ") == NULL
              && strstr (names, " to ") == NULL && strstr (names, " the ") == NULL)
            add_names (self, meeting->apologies, names);
        }
    }
}

/* Notes of a board list everybody under "In attendance": they were present. */
static void
move_attendance (Meeting *meeting)
{
  guint named = 0;

  for (guint i = 0; i < meeting->present->len; i++)
    named += g_strcmp0 (g_array_index (meeting->present, Person, i).role, "Chair") != 0;
  if (named > 0)
    return;
  for (guint i = 0; i < meeting->in_attendance->len; i++)
    {
      const Person *person = &g_array_index (meeting->in_attendance, Person, i);

      add_person (meeting->present, person->name, person->role);
    }
  g_array_set_size (meeting->in_attendance, 0);
}

/* The clerk stands in the list of members in many parishes' minutes. */
static void
part_officers (AttendanceReader *self, Meeting *meeting)
{
  for (guint i = 0; i < meeting->present->len;)
    {
      const Person *person = &g_array_index (meeting->present, Person, i);

      if (person->role != NULL && is (self, RULE_OFFICER, person->role))
        {
          add_person (meeting->in_attendance, person->name, person->role);
          g_array_remove_index (meeting->present, i);
        }
      else
        i++;
    }
}

static void
find_chair (AttendanceReader *self, Meeting *meeting)
{
  for (guint i = 0; i < meeting->present->len && meeting->chair == NULL; i++)
    {
      const Person *person = &g_array_index (meeting->present, Person, i);

      if (person->role != NULL && is (self, RULE_CHAIR_ROLE, person->role))
        meeting->chair = g_strdup (person->name);
    }
  for (guint i = 0; i < meeting->items->len && i < 3 && meeting->chair == NULL; i++)
    {
      const Item *item = g_ptr_array_index (meeting->items, i);
      g_autofree gchar *name = NULL;
      PatternMatch match;

      if (!patterns_match (self->patterns, RULE_TOOK_CHAIR, item->text, &match))
        continue;
      name = pattern_match_dup (&match, 1, item->text);
      meeting->chair = g_strdup (skip_titles (self, name, &(gboolean){ FALSE }));
    }
}

void
attendance_reader_read (AttendanceReader *self, const Stream *rows,
                        const Segment *segment, Meeting *meeting)
{
  if (!segment->agenda && !segment->prose)
    read_lists (self, rows, segment, meeting);
  for (guint i = segment->start; i < segment->head_end && !segment->agenda; i++)
    if (meeting->apologies->len == 0 && !segment->prose)
      read_sentence (self, stream_at (rows, i)->text, meeting->apologies);
  if (!segment->agenda && !segment->prose)
    read_items (self, meeting);
  move_attendance (meeting);
  part_officers (self, meeting);
  find_chair (self, meeting);
}
