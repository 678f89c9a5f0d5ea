/* people.c: lists of names in running text become people, each with the place that is
 * named beside. */

#include "normalise/people.h"

#include "normalise/people_piece.h"
#include "normalise/surname.h"
#include "normalise/word_list.h"

#include <string.h>

/* Bytes of what a group of people is called. */
#define MAX_GROUP 90
/* Bytes of somebody's name and place, over separators that part no people. */
#define MAX_PIECE 600

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
  return !word_list_has (short_forms, G_N_ELEMENTS (short_forms), text + start,
                         p - start);
}

/* Where the separator at p ends, or 0: "," ";" "&" and " and " part names. */
static gsize
separator (const gchar *text, gsize p)
{
  /* and in both languages of Wales */
  static const gchar *const words[] = { " and ",     " & ",      " as well as ",
                                        " a/and ",   " ac/and ", " a / and ",
                                        " ac / and " };

  if (text[p] == ';' || text[p] == '\n' || text[p] == '|' || text[p] == ',')
    return p + 1;
  for (guint i = 0; text[p] == ' ' && i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strncasecmp (text + p, words[i], strlen (words[i])) == 0)
      return p + strlen (words[i]);
  return ends_sentence (text, p) ? p + 1 : 0;
}

/* "& Enterprise", behind "Director – Place" */
static gboolean
is_one_word (const gchar *next)
{
  const gchar *space = strchr (next, ' ');

  return space != NULL && strcspn (space + 1, " (") == strlen (space + 1);
}

/* "the Chairman", "Vice-Chair", "Deputy Mayor": an office and nobody who holds it */
static gboolean
is_office_alone (const gchar *head)
{
  static const gchar *const fronts[] = { "the ",    "vice-",   "vice ",
                                         "deputy ", "acting ", "lord " };
  static const gchar *const words[] = { "chair",       "chairman", "chairwoman",
                                        "chairperson", "convener", "convenor",
                                        "leader",      "mayor",    "provost" };

  for (guint i = 0; i < G_N_ELEMENTS (fronts); i++)
    if (g_ascii_strncasecmp (head, fronts[i], strlen (fronts[i])) == 0)
      head += strlen (fronts[i]);
  return word_list_has (words, G_N_ELEMENTS (words), head, strlen (head));
}

/* What stands before the next separator that is a sign. (transfer full) */
static gchar *
next_piece (const gchar *text)
{
  gsize length = character_start (text, strnlen (text, MAX_PIECE));
  gchar *piece = g_strndup (text, length);

  piece[strcspn (piece, ",;\n|(")] = '\0';
  return g_strstrip (piece);
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

  if ((rest[0] != ' ' && rest[0] != ',') || rest - piece > MAX_PIECE)
    return FALSE;
  head = g_strndup (piece, rest - piece);
  g_strstrip (head);
  /* "The Chairman, Cllr Peart" is one person. */
  if (rest[0] == ',' && is_office_alone (head) && rest[1] == ' '
      && people_piece_is (self, PEOPLE_TITLE, rest + 2))
    return TRUE;
  if (rest[0] == ',' && !semicolons)
    return FALSE;
  next = next_piece (rest + 1);
  /* "Kay Orme – Senior Democratic" goes on with " and Civic Officer (LDC)". */
  if (people_piece_has_dash (head) && g_str_has_prefix (next, "and ")
      && people_piece_is (self, PEOPLE_ROLE, next + 4)
      && !people_piece_is (self, PEOPLE_TITLE, next + 4))
    return TRUE;
  if (!people_piece_is (self, PEOPLE_ROLE, head)
      && (!people_piece_has_dash (head)
          || !people_piece_is (self, PEOPLE_ROLE, people_piece_behind_dash (head))))
    return FALSE;
  if (people_piece_is (self, PEOPLE_TITLE,
                       g_str_has_prefix (next, "and ") ? next + 4 : next))
    return FALSE;
  return rest[0] == ',' || people_piece_is (self, PEOPLE_SERVICE, next)
         || (people_piece_has_dash (head) && is_one_word (next));
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
          people_piece_add (self, people, piece);
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
  return people_piece_is (self, PEOPLE_NOBODY, text);
}

gboolean
people_reader_is_chair (PeopleReader *self, const gchar *place)
{
  return people_piece_is (self, PEOPLE_CHAIR_ROLE, place);
}

gboolean
people_reader_is_officer (PeopleReader *self, const gchar *place)
{
  return people_piece_is (self, PEOPLE_OFFICER, place);
}

gboolean
people_reader_is_place (PeopleReader *self, const gchar *text)
{
  return people_piece_is (self, PEOPLE_ROLE, text);
}

gboolean
people_reader_is_service (PeopleReader *self, const gchar *text)
{
  return people_piece_is (self, PEOPLE_SERVICE, text);
}
