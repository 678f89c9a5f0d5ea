/* number.c: the head of a line becomes a number and its form. */

#include "normalise/number.h"

#include "normalise/date.h"

#include <string.h>

#define MAX_PREFIX 6
#define MAX_DIGITS 5

static const gchar *const keywords[] = { "agenda item", "agenda no", "item",  "minute",
                                         "minutes",     "min",       "eitem", "cofnod" };

static gsize
skip_spaces (const gchar *text, gsize i)
{
  while (text[i] == ' ')
    i++;
  return i;
}

/* "Item 3", "Minute No. 12", "Min 4": gives the keyword's place in the table, plus one.
 */
static guint
read_keyword (const gchar *text, gsize *at)
{
  const gchar first = g_ascii_tolower (*text);

  for (guint k = 0; k < G_N_ELEMENTS (keywords); k++)
    {
      gsize i;

      if (first != keywords[k][0])
        continue;
      i = strlen (keywords[k]);
      if (g_ascii_strncasecmp (text, keywords[k], i) != 0 || g_ascii_isalpha (text[i]))
        continue;
      if (text[i] == '.')
        i++;
      i = skip_spaces (text, i);
      if (g_ascii_strncasecmp (text + i, "no", 2) == 0 && !g_ascii_isalpha (text[i + 2]))
        {
          i += 2;
          if (text[i] == '.' || text[i] == ':')
            i++;
          i = skip_spaces (text, i);
        }
      if (g_ascii_isalnum (text[i]))
        {
          *at = i;
          return k + 1;
        }
    }
  return 0;
}

/* "CAB/", "CB ", "FC" of "FC25/123", "C&YP.": capitals, then figures. */
static gboolean
read_prefix (const gchar *text, gsize *at)
{
  gsize i = *at;

  while ((g_ascii_isupper (text[i])
          || (i > *at && text[i] == '&' && g_ascii_isupper (text[i + 1])))
         && i - *at <= MAX_PREFIX)
    i++;
  if (i == *at)
    return TRUE;
  /* "Cou/285/07-08", "Sc.12" */
  if (i == *at + 1 && g_ascii_islower (text[i]))
    {
      while (g_ascii_islower (text[i]) && i - *at <= MAX_PREFIX)
        i++;
      if ((text[i] != '/' && text[i] != '.') || !g_ascii_isdigit (text[i + 1])
          || strncmp (text + *at, "No.", strlen ("No.")) == 0)
        return FALSE;
    }
  if (i - *at > MAX_PREFIX)
    return FALSE;
  if (strchr ("/.- ", text[i]) != NULL && text[i] != '\0')
    i++;
  /* "I2." is no prefix and its number: a figure was misread. */
  if (!g_ascii_isdigit (text[i]) || (i == *at + 1 && text[*at] == 'I'))
    return g_ascii_isdigit (text[i]);
  *at = i;
  return TRUE;
}

/* The figure at i of a number that begins at start, or -1. Where pages were recognised,
 * "l2." is 12 and "1O." is 10. */
static gint
digit_at (const gchar *text, gsize start, gsize i)
{
  gboolean beside, closed;

  if (g_ascii_isdigit (text[i]))
    return text[i] - '0';
  if (text[i] == '\0')
    return -1;
  beside = g_ascii_isdigit (text[i == start ? i + 1 : i - 1]);
  closed = text[i + 1] == '.' || g_ascii_isdigit (text[i + 1]);
  if (!beside || !closed)
    return -1;
  return text[i] == 'l' || text[i] == 'I' ? 1 : text[i] == 'O' && i > start ? 0 : -1;
}

/* The length of "/CYP/" in "24/CYP/056": letters between the figures; 0 if none. */
static gsize
read_middle (const gchar *text)
{
  gsize i = 1;

  if (strchr ("/.-", text[0]) == NULL)
    return 0;
  while (i <= MAX_PREFIX && g_ascii_isupper (text[i]))
    i++;
  return i > 1 && text[i] == text[0] && g_ascii_isdigit (text[i + 1]) ? i + 1 : 0;
}

static gboolean
read_values (const gchar *text, gsize *at, Number *number, GString *form)
{
  gboolean lettered = g_ascii_isupper (form->str[0]);
  gsize i = *at;

  while (number->n_values < NUMBER_MAX_VALUES)
    {
      gsize start = i;
      guint value = 0;
      gsize middle;

      while (i - start < MAX_DIGITS && digit_at (text, start, i) >= 0)
        value = value * 10 + (guint)digit_at (text, start, i++);
      if (i == start || g_ascii_isdigit (text[i]))
        return FALSE;
      /* "01 Maria Garbutt" is a row of a table; "19.03.5" and "04/24" are numbers. */
      if (text[start] == '0' && i - start > 1 && number->n_values == 0)
        g_string_append_c (form, '0');
      number->values[number->n_values++] = value;
      g_string_append_c (form, '#');
      middle = text[i] != '\0' ? read_middle (text + i) : 0;
      if (middle > 0 && number->n_values < NUMBER_MAX_VALUES)
        {
          g_string_append_len (form, text + i, (gssize)middle);
          i += middle;
          continue;
        }
      /* "F01:04/24" behind letters; else a colon is a clock's */
      if (text[i] == '\0' || strchr (lettered ? "/.-:" : "/.-", text[i]) == NULL
          || !g_ascii_isdigit (text[i + 1]))
        break;
      if (number->n_values == NUMBER_MAX_VALUES)
        return FALSE;
      g_string_append_c (form, text[i++]);
    }
  *at = i;
  return TRUE;
}

/* What must follow a heading's number for it not to be a date, a time or a share. */
static gboolean
is_measure (const gchar *rest)
{
  static const gchar *const units[] = { "am", "pm",    "a.m",  "p.m",     "noon", "per",
                                        "%",  "km",    "mph",  "members", "to",   "and",
                                        "of", "or",    "st",   "nd",      "rd",   "th",
                                        "&",  "years", "days", "hours" };
  gsize length = 0;

  while (g_ascii_isalpha (rest[length]))
    length++;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strncmp (rest, units[i], strlen (units[i])) == 0
        && !g_ascii_isalpha (rest[strlen (units[i])]))
      return TRUE;
  return length >= 3 && date_month (rest, length) != 0 && length <= 9
         && (g_ascii_isdigit (rest[skip_spaces (rest, length)]) || rest[length] == '\0');
}

/* "1Appointment of Chairman": a site's text has lost the blank between. */
static gboolean
is_glued (const gchar *text, gsize start, gsize end, const Number *number)
{
  return number->n_values == 1 && number->suffix == 0 && end - start <= 2
         && g_ascii_isupper (text[end]) && g_ascii_islower (text[end + 1])
         && g_ascii_islower (text[end + 2]);
}

gboolean
number_read (const gchar *text, Number *ret_number)
{
  g_autoptr (GString) form = NULL;
  Number number = { 0 };
  gsize i = 0;
  gsize start;
  gsize stars;
  guint keyword;
  gboolean open;

  /* Some councils star the minutes that go before the full council: "* 101  Minutes". */
  while (text[i] == '*' || (i > 0 && text[i] == ' '))
    i++;
  stars = i;
  keyword = read_keyword (text + i, &i);
  if (keyword != 0)
    i += stars;
  open = text[i] == '(' || text[i] == '[';
  start = i += open;
  /* Most lines end here. */
  if (!read_prefix (text, &i) || digit_at (text, i, i) < 0)
    return FALSE;
  form = g_string_new (NULL);
  if (keyword != 0)
    g_string_append_printf (form, "%u|", keyword);
  if (open)
    g_string_append_c (form, '(');
  g_string_append_len (form, text + start, (gssize)(i - start));
  if (!read_values (text, &i, &number, form))
    return FALSE;
  /* "12a" and "12.a" stand between 12 and 13. */
  if (text[i] == '.' && g_ascii_islower (text[i + 1]) && text[i + 2] == ' ')
    i++;
  if (g_ascii_islower (text[i]) && !g_ascii_isalpha (text[i + 1]))
    number.suffix = text[i++];
  number.printed = (Span){ start, i };
  if (strchr (".):]", text[i]) != NULL && text[i] != '\0')
    number.closing = text[i] == ']' ? ')' : text[i];
  if (open && number.closing != ')')
    return FALSE;
  while (text[i] != '\0' && strchr (".):]-", text[i]) != NULL)
    i++;
  if (text[i] != '\0' && text[i] != ' '
      && !(number.closing != 0 && g_ascii_isupper (text[i]))
      && !is_glued (text, start, i, &number))
    return FALSE;
  i = skip_spaces (text, i);
  for (; g_str_has_prefix (text + i, "–") || g_str_has_prefix (text + i, "—")
         || (text[i] == '-' && text[i + 1] == ' ');
       i = skip_spaces (text, i))
    {
      if (number.closing == 0)
        number.closing = '-';
      i += text[i] == '-' ? 1 : strlen ("–");
    }
  if (keyword == 0 && is_measure (text + i))
    return FALSE;
  number.rest = i;
  g_strlcpy (number.form, form->str, sizeof number.form);
  *ret_number = number;
  return TRUE;
}

guint
number_roman (const gchar *text, gsize length)
{
  static const gchar letters[] = "IVXL";
  static const guint values[] = { 1, 5, 10, 50 };
  guint total = 0;
  guint last = 100;

  for (gsize i = 0; i < length; i++)
    {
      const gchar *at = strchr (letters, g_ascii_toupper (text[i]));
      guint value;

      if (at == NULL)
        return 0;
      value = values[at - letters];
      total += value > last ? value - 2 * last : value;
      last = value;
    }
  return total;
}

gchar *
number_dup (const Number *number, const gchar *text)
{
  Span printed = number->printed;
  gchar *dup = g_strndup (text + printed.start, printed.end - printed.start);

  for (gsize i = printed.start; i < printed.end; i++)
    {
      gint digit = digit_at (text, printed.start, i);

      if (digit >= 0)
        dup[i - printed.start] = (gchar)('0' + digit);
    }
  return dup;
}

gboolean
number_read_letter (const gchar *text, gboolean roman, Number *ret_number)
{
  Number number = { .n_values = 1 };
  gboolean open = text[0] == '(';
  gsize start = open;
  gsize end = start;
  gboolean upper = g_ascii_isupper (text[start]);

  while (g_ascii_isalpha (text[end]) && (g_ascii_isupper (text[end]) != 0) == upper
         && end - start < MAX_PREFIX)
    end++;
  if (end == start || (!roman && end > start + 1))
    return FALSE;
  number.values[0] = roman ? number_roman (text + start, end - start)
                           : (guint)(g_ascii_toupper (text[start]) - 'A') + 1;
  if (number.values[0] == 0 || strchr (".)", text[end]) == NULL || text[end] == '\0'
      || (open && text[end] != ')') || text[end + 1] != ' ')
    return FALSE;
  number.printed = (Span){ start, end };
  number.closing = text[end];
  number.rest = skip_spaces (text, end + 1);
  if (!g_unichar_isupper (g_utf8_get_char (text + number.rest)))
    return FALSE;
  g_snprintf (number.form, sizeof number.form, "%s%c", open ? "(" : "",
              roman ? (upper ? 'I' : 'i') : (upper ? 'A' : 'a'));
  *ret_number = number;
  return TRUE;
}
