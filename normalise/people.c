/* people.c: lists of names in running text become people, each with the place that is
 * named beside. */

#include "normalise/people.h"

#include "normalise/people_rule.h"
#include "normalise/surname.h"

#include <string.h>

#define MAX_PEOPLE 600
#define MAX_NAME 70
/* Bytes of what a group of people is called. */
#define MAX_GROUP 60

struct PeopleReader
{
  Patterns *patterns;
};

PeopleReader *
people_reader_new (void)
{
  PeopleReader *self = g_new0 (PeopleReader, 1);

  self->patterns = patterns_new (people_rules, PEOPLE_N_RULES);
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
      if (!patterns_match (self->patterns, PEOPLE_TITLE, name, &match)
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

  if (last == NULL || is (self, PEOPLE_ROLE, last->name)
      || (last->role != NULL && !is (self, PEOPLE_INITIALS, last->role)))
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

  if (patterns_match (self->patterns, PEOPLE_OFFICE, text, &match))
    {
      place = pattern_match_dup (&match, 1, text);
      name = pattern_match_dup (&match, 2, text);
      people_add (people, people_reader_skip_titles (self, name, &(gboolean){ FALSE }),
                  place);
      return TRUE;
    }
  /* "Director – Place: Ann Bell" */
  if (strstr (text, ": ") != NULL)
    {
      place = g_strndup (text, strstr (text, ": ") - text);
      name = g_strdup (strstr (text, ": ") + 2);
      if (!is (self, PEOPLE_ROLE, place) || !is (self, PEOPLE_HOLDER, name))
        return FALSE;
      people_add (people, people_reader_skip_titles (self, name, &(gboolean){ FALSE }),
                  place);
      return TRUE;
    }
  if (open == NULL || length > strlen (text) || text + length < open
      || text[length + strspn (text + length, " .")] != '\0')
    return FALSE;
  place = g_strndup (text, open - text);
  name = g_strndup (open + 2, text + length - 1 - open - 2);
  /* "Executive Director (Education)" */
  if (!is (self, PEOPLE_ROLE, place) || !is (self, PEOPLE_HOLDER, name)
      || is (self, PEOPLE_ROLE, name) || strchr (name, ' ') == NULL)
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

/* " in the chair" in a piece, or NULL. */
static gchar *
find_chair_words (gchar *text)
{
  static const gchar words[] = " in the chair";

  for (gchar *at = strchr (text, ' '); at != NULL; at = strchr (at + 1, ' '))
    if (g_ascii_strncasecmp (at, words, strlen (words)) == 0)
      return at;
  return NULL;
}

/* Whether the last is the clerk: "Assistant Clerk and Management Officer" is one place.
 */
static gboolean
is_clerk (PeopleReader *self, const GArray *people)
{
  const gchar *role =
      people->len > 0 ? g_array_index (people, Person, people->len - 1).role : NULL;

  return role != NULL && is (self, PEOPLE_OFFICER, role);
}

/* "Mr W Grove Clerk", "Mrs P Alder Assistant Clerk": where the clerk's place begins that
 * no comma parts from the name; NULL: nowhere. */
static gchar *
find_clerk (gchar *text)
{
  static const gchar *const kinds[] = { " Assistant Clerk", " Deputy Clerk",
                                        " Town Clerk",      " Parish Clerk",
                                        " Locum Clerk",     " Clerk" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gchar *at = strstr (text, kinds[i]);

      if (at == NULL || strpbrk (text, ",(–") != NULL || strchr (at, '-') != NULL)
        continue;
      return memchr (text, ' ', at - text) != NULL ? at : NULL;
    }
  return NULL;
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
      || ((is (self, PEOPLE_ROLE, text)
           || (open == NULL && is (self, PEOPLE_LOWER, text) && !has_dash (text)))
          && take_role (self, people, text))
      || (open == NULL && has_dash (text) && is (self, PEOPLE_DASHED, text))
      || (is (self, PEOPLE_ROLE, text) && is_clerk (self, people)))
    return;
  if (open != NULL)
    {
      gchar *close = strrchr (open, ')');

      if (close != NULL && find_chair_words (close) != NULL)
        chair = TRUE;
      role = g_strndup (open + 1,
                        close != NULL ? (gsize)(close - open - 1) : strlen (open + 1));
      g_strstrip (role);
      /* "Cllr Amy Ames (AA) – Chair" */
      if (close != NULL && is (self, PEOPLE_INITIALS, role))
        for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
          if (g_str_has_prefix (close + 1, dashes[i]))
            {
              g_free (role);
              role = g_strstrip (g_strdup (close + 1 + strlen (dashes[i])));
              break;
            }
      *open = '\0';
    }
  if (role == NULL && find_clerk (text) != NULL)
    {
      role = g_strdup (find_clerk (text) + 1);
      *find_clerk (text) = '\0';
    }
  chair_words = find_chair_words (text);
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
  /* "Sally Sand from the hospital" */
  if (role == NULL && strstr (text, " from ") != NULL)
    {
      role = g_strdup (strstr (text, " from ") + strlen (" from "));
      *strstr (text, " from ") = '\0';
    }
  g_strstrip (text);
  /* "Mr P. Anstey CC", "Sir Bob Cole OBE JP" */
  for (guint i = 0; i < 4 && patterns_match (self->patterns, PEOPLE_BEHIND, text, &match);
       i++)
    text[match.group[0].start] = '\0';
  name = people_reader_skip_titles (self, text, &chair);
  length = strlen (name);
  while (length > 0 && strchr (" .,;:-*", name[length - 1]) != NULL)
    text[name - text + (gssize)--length] = '\0';
  /* "Graeme Coombes and, Lizzie Barnes" */
  if (g_str_has_suffix (name, " and"))
    text[name - text + (gssize)(length -= strlen (" and"))] = '\0';
  if (is (self, PEOPLE_LETTERS, name) || is (self, PEOPLE_OFFICER, name))
    {
      /* "Mr Richard Nolan, Clerk": what follows a name may be its place. */
      if (people->len > 0 && is (self, PEOPLE_OFFICER, name))
        {
          Person *last = &g_array_index (people, Person, people->len - 1);

          if (last->role == NULL && g_unichar_isupper (g_utf8_get_char (name)))
            last->role = g_strdup (name);
        }
      return;
    }
  if (role == NULL && is (self, PEOPLE_CHAIR_ROLE, name) && people->len > 0)
    {
      Person *last = &g_array_index (people, Person, people->len - 1);

      /* "Independent Scrutineer and Chair" */
      if (last->role == NULL)
        last->role = g_strdup (name);
      else if (!is (self, PEOPLE_CHAIR_ROLE, last->role)
               && strlen (last->role) + strlen (name) < MAX_NAME)
        {
          gchar *both = g_strconcat (last->role, " and ", name, NULL);

          g_free (last->role);
          last->role = both;
        }
      return;
    }
  /* A second column says for whom a member sits: "Bo Ryle    Northby Council". */
  if (is (self, PEOPLE_ORGANISATION, name))
    {
      Person *last =
          people->len > 0 ? &g_array_index (people, Person, people->len - 1) : NULL;

      if (last != NULL && last->role == NULL)
        last->role = g_strdup (name);
      return;
    }
  if (!is_name (name) || is (self, PEOPLE_NOBODY, name))
    return;
  people_add (people, name, chair ? "Chair" : role);
}

/* "… and Gail Frew. Jean Hobday (Clerk)": the stop at p is not that of "Cllr. J. Bell".
 */
static gboolean
ends_sentence (const gchar *text, gsize p)
{
  static const gchar *const short_forms[] = { "cllr", "cllrs", "clr",  "clrs", "mrs",
                                              "rev",  "revd",  "prof", "hon",  "capt",
                                              "supt", "insp",  "sgt",  "ald",  "messrs",
                                              "dept", "asst",  "snr",  "jnr",  "col",
                                              "maj",  "sqn",   "cty" };
  gsize start = p;

  if (text[p] != '.' || text[p + 1] != ' '
      || !g_unichar_isupper (g_utf8_get_char (text + p + 2)))
    return FALSE;
  while (start > 0 && g_ascii_isalpha (text[start - 1]))
    start--;
  if (p - start < 3 || !g_ascii_islower (text[p - 1]))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (short_forms); i++)
    if (strlen (short_forms[i]) == p - start
        && g_ascii_strncasecmp (text + start, short_forms[i], p - start) == 0)
      return FALSE;
  return TRUE;
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
  return ends_sentence (text, p) ? p + 1 : 0;
}

/* "& Enterprise", behind "Director – Place" */
static gboolean
is_one_word (const gchar *next)
{
  const gchar *space = strchr (next, ' ');

  return space != NULL && strcspn (space + 1, " (") == strlen (space + 1);
}

static gboolean
is_chair_alone (const gchar *head)
{
  static const gchar *const words[] = { "the chairman", "the chair", "the chairperson",
                                        "chairman",     "chair",     "the mayor" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (head, words[i]) == 0)
      return TRUE;
  return FALSE;
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

  if (rest[0] != ' ' && rest[0] != ',')
    return FALSE;
  head = g_strndup (piece, rest - piece);
  g_strstrip (head);
  /* "The Chairman, Cllr Peart" is one person. */
  if (rest[0] == ',' && is_chair_alone (head) && rest[1] == ' '
      && is (self, PEOPLE_TITLE, rest + 2))
    return TRUE;
  if (rest[0] == ',' && !semicolons)
    return FALSE;
  next = g_strndup (rest + 1, strcspn (rest + 1, ",;\n|("));
  g_strstrip (next);
  /* "Kay Orme – Senior Democratic" goes on with " and Civic Officer (LDC)". */
  if (has_dash (head) && g_str_has_prefix (next, "and ")
      && is (self, PEOPLE_ROLE, next + 4) && !is (self, PEOPLE_TITLE, next + 4))
    return TRUE;
  if (!is (self, PEOPLE_ROLE, head))
    return FALSE;
  if (is (self, PEOPLE_TITLE, g_str_has_prefix (next, "and ") ? next + 4 : next))
    return FALSE;
  return rest[0] == ',' || is (self, PEOPLE_SERVICE, next)
         || (has_dash (head) && is_one_word (next));
}

void
people_reader_read (PeopleReader *self, const gchar *list, GArray *people)
{
  g_autofree gchar *turned = surnames_turn (list, FALSE, NULL);
  const gchar *text = turned != NULL ? turned : list;
  g_autoptr (GString) columns = g_string_new (NULL);
  gsize length = strlen (text);
  gsize from = 0;
  gsize start = 0;
  guint depth = 0;
  gboolean inside = FALSE;
  gboolean semicolons = strchr (text, ';') != NULL;
  PatternMatch match;

  while (patterns_find (self->patterns, PEOPLE_TITLE_AHEAD, text, length, from, &match))
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
      /* "Cllr Ames (Chair) Bell (Labour)" */
      if (next == 0 && depth == 0 && c == ' ' && i > start && columns->str[i - 1] == ')'
          && g_unichar_isupper (g_utf8_get_char (columns->str + i + 1)))
        next = i + 1;
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
people_is_group (const gchar *text)
{
  gsize length = strlen (text);

  return length > 3 && length <= MAX_GROUP && text[length - 1] == ':'
         && g_ascii_isupper (text[0]) && strpbrk (text, ",;(") == NULL;
}

gboolean
people_reader_is_nobody (PeopleReader *self, const gchar *text)
{
  return is (self, PEOPLE_NOBODY, text);
}

gboolean
people_reader_is_chair (PeopleReader *self, const gchar *place)
{
  return is (self, PEOPLE_CHAIR_ROLE, place);
}

gboolean
people_reader_is_officer (PeopleReader *self, const gchar *place)
{
  return is (self, PEOPLE_OFFICER, place);
}

gboolean
people_reader_is_place (PeopleReader *self, const gchar *text)
{
  return is (self, PEOPLE_ROLE, text);
}

gboolean
people_reader_is_service (PeopleReader *self, const gchar *text)
{
  return is (self, PEOPLE_SERVICE, text);
}
