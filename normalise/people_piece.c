/* people_piece.c: a piece of a list becomes a person, or a person's place. */

#include "normalise/people_piece.h"

#include "normalise/field.h"

#include <string.h>

#define MAX_PEOPLE 600
#define MAX_NAME 70

gboolean
people_piece_is (PeopleReader *self, PeopleRule rule, const gchar *text)
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
          || (g_ascii_strncasecmp (name, "mayor", 5) == 0
              && g_ascii_tolower (name[5]) != 's'))
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
         && !g_str_has_prefix (name, "There ") && !g_str_has_suffix (name, "embers")
         && !g_str_has_suffix (name, "MEMBERS");
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

  if (last == NULL || people_piece_is (self, PEOPLE_ROLE, last->name)
      || (last->role != NULL && !people_piece_is (self, PEOPLE_INITIALS, last->role)))
    return FALSE;
  field_set (&last->role, g_strdup (role));
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
      if (!people_piece_is (self, PEOPLE_ROLE, place)
          || !people_piece_is (self, PEOPLE_HOLDER, name))
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
  if (!people_piece_is (self, PEOPLE_ROLE, place)
      || !people_piece_is (self, PEOPLE_HOLDER, name)
      || people_piece_is (self, PEOPLE_ROLE, name) || strchr (name, ' ') == NULL)
    return FALSE;
  people_add (people, people_reader_skip_titles (self, name, &(gboolean){ FALSE }),
              place);
  return TRUE;
}

static const gchar *const dashes[] = { " – ", " — ", " - " };

gboolean
people_piece_has_dash (const gchar *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (strstr (text, dashes[i]) != NULL)
      return TRUE;
  return FALSE;
}

const gchar *
people_piece_behind_dash (const gchar *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (strstr (text, dashes[i]) != NULL)
      return strstr (text, dashes[i]) + strlen (dashes[i]);
  return text;
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

  return role != NULL && people_piece_is (self, PEOPLE_OFFICER, role);
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

      if (at == NULL || strpbrk (text, ",(") != NULL || strstr (text, "–") != NULL
          || strchr (at, '-') != NULL)
        continue;
      return memchr (text, ' ', at - text) != NULL ? at : NULL;
    }
  return NULL;
}

/* Letters behind a name are capitals: "OBE", "J.P." */
static gboolean
ends_in_capital (const gchar *text)
{
  gsize length = strlen (text);

  return length > 0 && (g_ascii_isupper (text[length - 1]) || text[length - 1] == '.');
}

/* "Portfolio Holder for Education, Children and Families": the commas and the conjunction
 * part no people. */
static gboolean
continues_role (PeopleReader *self, GArray *people, const gchar *name)
{
  Person *last =
      people->len > 0 ? &g_array_index (people, Person, people->len - 1) : NULL;

  if (last == NULL || last->role == NULL || strchr (name, ' ') != NULL
      || strlen (last->role) + strlen (name) > MAX_NAME
      || !people_piece_is (self, PEOPLE_ROLE, last->role)
      || !people_piece_is (self, PEOPLE_SERVICE, name))
    return FALSE;
  field_set (&last->role, g_strconcat (last->role, ", ", name, NULL));
  return TRUE;
}

/* "Councillor Ann Bell in the Chair" below the list that has "Ann Bell (Chair)" */
static gboolean
is_seated (const GArray *people, const gchar *name)
{
  const Person *first = people->len > 0 ? &g_array_index (people, Person, 0) : NULL;

  return first != NULL && first->role != NULL && g_str_equal (first->name, name);
}

/* One piece between separators: "Mrs E Rowntree (Chair)". */
void
people_piece_add (PeopleReader *self, GArray *people, const gchar *piece)
{
  g_autofree gchar *text = g_strdup (piece);
  g_autofree gchar *role = NULL;
  gchar *open = strchr (text, '(');
  gchar *chair_words = NULL;
  gboolean chair = FALSE, dashed = FALSE;
  const gchar *name;
  PatternMatch match;
  gsize length;

  if (add_holder (self, people, text)
      || ((people_piece_is (self, PEOPLE_ROLE, text)
           || (open == NULL && people_piece_is (self, PEOPLE_LOWER, text)
               && !people_piece_has_dash (text)
               && !people_piece_is (self, PEOPLE_STANDS, text)
               && g_ascii_strncasecmp (text, "co-opted", strlen ("co-opted")) != 0))
          && take_role (self, people, text))
      || (open == NULL && people_piece_has_dash (text)
          && people_piece_is (self, PEOPLE_DASHED, text))
      || (people_piece_is (self, PEOPLE_ROLE, text) && is_clerk (self, people)))
    return;
  /* "Head of Homes" where all have their places: of a column apart */
  if (open == NULL && people->len > 0 && people_piece_is (self, PEOPLE_ROLE, text)
      && !people_piece_is (self, PEOPLE_ROLE,
                           g_array_index (people, Person, people->len - 1).name))
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
      if (close != NULL && people_piece_is (self, PEOPLE_INITIALS, role))
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
          /* "Councillor Amy Ames – Leader (+ Homes)" */
          gchar *place = dash + strlen (dashes[i]);

          dashed |= role == NULL;
          field_set (&role, role == NULL ? g_strdup (place)
                                         : g_strdup_printf ("%s(%s)", place, role));
          *dash = '\0';
        }
    }
  /* "Cllr Amy Ames for Cllr Bo Ryle" */
  if (patterns_match (self->patterns, PEOPLE_STANDS, text, &match))
    {
      if (role == NULL)
        role = g_strstrip (g_strdup (text + match.group[0].start));
      text[match.group[0].start] = '\0';
    }
  /* "Sally Sand from the hospital" */
  if (role == NULL && strstr (text, " from ") != NULL)
    {
      role = g_strdup (strstr (text, " from ") + strlen (" from "));
      *strstr (text, " from ") = '\0';
    }
  g_strstrip (text);
  /* "Mr P. Anstey CC", "Sir Bob Cole OBE JP" */
  for (guint i = 0; i < 4 && ends_in_capital (text)
                    && patterns_match (self->patterns, PEOPLE_BEHIND, text, &match);
       i++)
    text[match.group[0].start] = '\0';
  name = people_reader_skip_titles (self, text, &chair);
  length = strlen (name);
  while (length > 0 && strchr (" .,;:-*", name[length - 1]) != NULL)
    text[name - text + (gssize)--length] = '\0';
  /* "Graeme Coombes and, Lizzie Barnes" */
  if (g_str_has_suffix (name, " and"))
    text[name - text + (gssize)(length -= strlen (" and"))] = '\0';
  /* "Metro Mayor Ann Mott" is no chair, but a member with an office of her own. */
  if (patterns_match (self->patterns, PEOPLE_MAYOR, name, &match))
    {
      if (role == NULL)
        role = pattern_match_dup (&match, 1, name);
      name += match.group[0].end;
    }
  if (people_piece_is (self, PEOPLE_LETTERS, name)
      || people_piece_is (self, PEOPLE_OFFICER, name))
    {
      /* "Mr Richard Nolan, Clerk": what follows a name may be its place. */
      if (people->len > 0 && people_piece_is (self, PEOPLE_OFFICER, name))
        {
          Person *last = &g_array_index (people, Person, people->len - 1);

          if (last->role == NULL && g_unichar_isupper (g_utf8_get_char (name)))
            last->role = g_strdup (name);
        }
      return;
    }
  /* "Chair – Lead Member for Parks", behind "Amy Ames (AA)" */
  if ((role == NULL || (dashed && !people_piece_is (self, PEOPLE_TITLE, role)))
      && people_piece_is (self, PEOPLE_CHAIR_ROLE, name) && people->len > 0)
    {
      Person *last = &g_array_index (people, Person, people->len - 1);

      /* "Independent Scrutineer and Chair" */
      if (last->role == NULL)
        last->role = g_strdup (name);
      else if (!people_piece_is (self, PEOPLE_CHAIR_ROLE, last->role)
               && strlen (last->role) + strlen (name) < MAX_NAME)
        field_set (&last->role, g_strconcat (last->role, " and ", name, NULL));
      return;
    }
  /* A second column says for whom a member sits: "Bo Ryle    Northby Council". */
  if (people_piece_is (self, PEOPLE_ORGANISATION, name))
    {
      Person *last =
          people->len > 0 ? &g_array_index (people, Person, people->len - 1) : NULL;

      if (last != NULL && last->role == NULL)
        last->role = g_strdup (name);
      return;
    }
  if (continues_role (self, people, name))
    return;
  if (strstr (name, "o-opted") != NULL)
    {
      if (g_str_has_suffix (name, "ember"))
        take_role (self, people, name);
      return;
    }
  if (!is_name (name) || people_piece_is (self, PEOPLE_NOBODY, name))
    return;
  if (!chair || !is_seated (people, name))
    people_add (people, name, chair ? "Chair" : role);
}
