/* name_list.c: the rows of a list of names, put together and read. */

#include "normalise/name_list.h"

#include "normalise/attendance_rule.h"
#include "normalise/surname.h"
#include "normalise/word_list.h"

#include <string.h>

/* Rows of one list; a larger council prints some forty. */
#define MAX_LIST_ROWS 150

static gboolean
is (const NameList *list, guint rule, const gchar *text)
{
  return patterns_match (list->patterns, rule, text, NULL);
}

/* "Councillor J Lewin in the Chair" / "Councillors S Arrow, D Court", "The Deputy Mayor
 * (Councillor Moss)": the second line begins anew, unless the first goes on with a comma.
 */
static gboolean
begins_titled (const NameList *list, const gchar *text, gsize line_end)
{
  return line_end > 0 && strchr (",;(", text[line_end - 1]) == NULL
         && (g_ascii_isalnum (text[line_end - 1])
             || strchr (".)", text[line_end - 1]) != NULL)
         && (is (list, ATTENDANCE_TITLED, text + line_end + 1)
             || is (list, ATTENDANCE_OFFICE, text + line_end + 1));
}

/* "Cllr Ann Bell, Leader (+ Homes, Parks and Streets)": what parts no people is blotted
 * out. */
static void
blot_brackets (gchar *line)
{
  gboolean inside = FALSE;

  for (gchar *p = line; *p != '\0'; p++)
    {
      inside = *p == '(' || (inside && *p != ')');
      if (inside && *p != '(')
        *p = '-';
    }
}

/* Whether text[0..length) is "Cllr Ann Bell, Deputy Leader" or "Ann Bell (AB), Lead
 * Member": somebody, and one comma before the place. ret_comma: where it is. */
static gboolean
has_place (const NameList *list, const gchar *text, gsize length, gsize *ret_comma)
{
  g_autofree gchar *line = g_strndup (text, length);
  const gchar *comma, *end;

  blot_brackets (line);
  comma = end = strchr (line, ',');
  if (comma == NULL || comma == line || strchr (comma + 1, ',') != NULL
      || strchr (line, ';') != NULL || comma[1] != ' ' || !g_ascii_isalpha (comma[2]))
    return FALSE;
  *ret_comma = (gsize)(comma - line);
  /* "Ann Bell, Deputy Director Children and Families" */
  if (memchr (line, ' ', comma - line) != NULL
      && (people_reader_is_place (list->reader, comma + 2)
          || people_reader_is_service (list->reader, comma + 2)))
    return TRUE;
  if (strstr (line, " and ") != NULL)
    return FALSE;
  /* "Amy Ames (AA) Chair, Lead Member" too */
  while (end > line && *end != ')')
    end--;
  if (*end == ')')
    return strchr (line, '(') != NULL && strchr (line, '(') < end
           && !is (list, ATTENDANCE_TITLED, comma + 2);
  return is (list, ATTENDANCE_TITLED, line) && !is (list, ATTENDANCE_TITLED, comma + 2);
}

/* "Amy Ames (AA)": how a line calls somebody further on */
static gboolean
has_initials (const gchar *line)
{
  const gchar *open = strchr (line, '(');
  gsize n = 0;

  if (open == NULL)
    return FALSE;
  while (g_ascii_isupper (open[1 + n]))
    n++;
  return n >= 2 && n <= 4 && open[1 + n] == ')';
}

/* Names one a line, each with its place: the commas part no people. */
static void
part_places (NameList *list)
{
  static const gchar dash[] = " –";
  g_auto (GStrv) lines = g_strsplit (list->text->str, "\n", -1);
  guint n = g_strv_length (lines), placed = 0, other = 0, initials = 0;
  gsize comma;

  for (guint i = 0; i < n; i++)
    {
      g_autofree gchar *blotted = g_strdup (lines[i]);
      const gchar *first;

      blot_brackets (blotted);
      first = strchr (blotted, ',');
      initials += has_initials (lines[i]);
      if (has_place (list, lines[i], strlen (lines[i]), &comma))
        placed++;
      else if (first != NULL && strchr (first + 1, ',') != NULL)
        return;
      else if (first != NULL)
        other++; /* "Leo and Mina, Young People's Council" */
    }
  /* One is enough where all are like "Amy Ames (AA)". */
  if (placed < (initials == n ? 1 : 2) || 2 * placed < n || 3 * other > placed)
    return;
  g_string_truncate (list->text, 0);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (list->text, '\n');
      if (!has_place (list, lines[i], strlen (lines[i]), &comma))
        g_string_append (list->text, lines[i]);
      else
        {
          g_string_append_len (list->text, lines[i], (gssize)comma);
          g_string_append (list->text, dash);
          g_string_append (list->text, lines[i] + comma + 1);
        }
    }
  list->separators = 0;
}

void
name_list_read (NameList *list)
{
  guint before = list->people != NULL ? list->people->len : 0;

  if (list->people != NULL && list->text->len > 0)
    {
      guint n = 0;
      gchar *turned = surnames_turn (list->text->str, list->turned, &n);

      if (turned != NULL)
        g_string_assign (list->text, turned);
      g_free (turned);
      part_places (list);
      list->turned |= n > 2;
      list->separators -= MIN (n, list->separators);
      /* Names one a line have no commas to part them. */
      if (2 * list->separators >= list->rows)
        for (gsize i = 0; i < list->text->len; i++)
          if (list->text->str[i] == '\n' && !begins_titled (list, list->text->str, i))
            list->text->str[i] = ' ';
      people_reader_read (list->reader, list->text->str, list->people);
      /* "In the Chair: A. Ames, B. Bell": the others were there. */
      if (list->chair && before < list->people->len)
        {
          Person *person = &g_array_index (list->people, Person, before);

          g_free (person->role);
          person->role = g_strdup ("Chair");
        }
    }
  g_string_truncate (list->text, 0);
  list->rows = list->separators = 0;
}

void
name_list_end (NameList *list)
{
  name_list_read (list);
  list->people = NULL;
}

/* "Mr Harker, Cabinet Member for" / "Children" is one entry. */
static gboolean
goes_on (const GString *text)
{
  static const gchar *const ends[] = { " for", " of", " the", " to", " &" };

  return word_list_ends (ends, G_N_ELEMENTS (ends), text->str, text->len);
}

void
name_list_add (NameList *list, const gchar *text)
{
  const gchar *comma = strchr (text, ',');
  gboolean inside = FALSE;

  if (text[0] == '\0' || list->rows >= MAX_LIST_ROWS)
    return;
  /* "Cllr Ann Bell (Deputy" / "Chair)" is one name. */
  for (gsize i = 0; i < list->text->len; i++)
    inside = list->text->str[i] == '(' || (inside && list->text->str[i] != ')');
  /* "Councillor Hay (in place of Councillor Carr": a bracket that was never closed */
  if (inside && is (list, ATTENDANCE_TITLED, text)
      && strcspn (text, "(") <= strcspn (text, ")"))
    {
      g_string_append_c (list->text, ')');
      inside = FALSE;
    }
  /* "Trendall and Wilson-" / "Marklew" */
  if (list->text->len > 0 && list->text->str[list->text->len - 1] != '-')
    g_string_append_c (list->text,
                       inside || text[0] == '(' || g_ascii_islower (text[0])
                               || goes_on (list->text)
                               || (strchr (text, ' ') == NULL
                                   && people_reader_is_service (list->reader, text))
                           ? ' '
                           : '\n');
  g_string_append (list->text, text);
  list->rows++;
  /* "Jane Stott, Director of Homes": a comma that parts no people */
  if (comma != NULL && comma[1] == ' '
      && (people_reader_is_place (list->reader, comma + 2)
          || people_reader_is_officer (list->reader, comma + 2)))
    return;
  for (const gchar *p = text; *p != '\0'; p++)
    list->separators += *p == ',' || *p == ';';
}

gboolean
name_list_is_complete (const NameList *list)
{
  const gchar *last = strrchr (list->text->str, '\n');
  const gchar *and = g_strrstr (last != NULL ? last : list->text->str, " and ");

  return and != NULL && list->separators > 0 && strpbrk (and, ",;(") == NULL;
}
