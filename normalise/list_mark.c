/* list_mark.c: bullets, dashes, numbers and letters before an entry. */

#include "normalise/list_mark.h"

#include <string.h>

static gsize
skip_spaces (const gchar *text, gsize offset)
{
  return offset + strspn (text + offset, " ");
}

/* Symbol fonts put their bullets into the private use area (U+F06E, U+F0B7). */
static gboolean
is_bullet (gunichar c)
{
  return (c >= 0x25a0 && c <= 0x25fe && c != 0x25cb && c != 0x25e6) || c == 0x2022
         || c == 0x2023 || c == 0x2043 || c == 0x2219 || c == 0x27a2 || c == 0x27a4
         || (c >= 0x2b1b && c <= 0x2b25) || c == 0xb7 || c == 0x2756 || c == 0x2713
         || c == 0xfffd || (c >= 0xe000 && c <= 0xf8ff);
}

static gboolean
is_dash (gunichar c)
{
  return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x336 || c == 0x2500
         || c == 0x25cb || c == 0x25e6;
}

static ListMark
read_number (const gchar *text)
{
  ListMark mark = { LIST_MARK_NONE, 0, 0 };
  gsize digits = strspn (text, "0123456789");
  gsize after;

  if (digits == 0 || digits > 3)
    return mark;
  after = digits + (text[digits] == '.' || text[digits] == ')');
  /* "16. and" may be the end of a sentence, "16.Ensure" and "16 Ensure" are not; "2.1"
   * and "16+" are no marks. */
  if (text[after] != '\0' && text[after] != ' '
      && !(after > digits && !g_ascii_isdigit (text[after])))
    return mark;
  if (after == digits && !(text[after] == ' ' && g_ascii_isupper (text[after + 1])))
    return mark;
  mark.kind = LIST_MARK_NUMBER;
  mark.number = (guint)g_ascii_strtoull (text, NULL, 10);
  mark.length = skip_spaces (text, after);
  return mark;
}

static ListMark
read_letter (const gchar *text)
{
  ListMark mark = { LIST_MARK_NONE, 0, 0 };
  gsize open = text[0] == '(';
  gsize letters = strspn (text + open, "abcdefghijklmnopqrstuvwxyz");
  gboolean roman = letters == strspn (text + open, "ivx");

  if (letters == 0 || letters > (roman ? 4 : 1))
    return mark;
  if (text[open + letters] != ')' && !(open == 0 && text[open + letters] == '.'))
    return mark;
  if (text[open + letters + 1] != ' ')
    return mark;
  mark.kind = LIST_MARK_LETTER;
  mark.length = skip_spaces (text, open + letters + 1);
  return mark;
}

ListMark
list_mark_read (const gchar *text)
{
  ListMark mark = { LIST_MARK_NONE, 0, 0 };
  gunichar c = g_utf8_get_char (text);
  gsize length = (gsize)(g_utf8_next_char (text) - text);
  gboolean alone = *text != '\0' && (text[length] == ' ' || text[length] == '\0');

  if (*text == '\0')
    return mark;
  if (is_bullet (c))
    mark.kind = LIST_MARK_BULLET;
  else if (is_dash (c) || (alone && (c == '-' || c == 'o')))
    mark.kind = LIST_MARK_DASH;
  else if (alone && c == '*')
    mark.kind = LIST_MARK_BULLET;
  /* Squares and arrows of Wingdings whose font was lost: "n Ensure", "§ Ensure". */
  else if (alone
           && (c == 0xa7 || c == 0xd8 || (c < 0x80 && strchr ("nlquv", (int)c) != NULL))
           && g_ascii_isupper (text[length + (text[length] == ' ')]))
    mark.kind = LIST_MARK_BULLET;
  if (mark.kind != LIST_MARK_NONE)
    {
      mark.length = skip_spaces (text, length);
      return mark;
    }
  mark = read_number (text);
  return mark.kind != LIST_MARK_NONE ? mark : read_letter (text);
}
