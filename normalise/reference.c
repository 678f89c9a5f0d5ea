/* reference.c: "Minute 10 (17 May 2023)" becomes a minute's number and its date. */

#include "normalise/reference.h"

#include "normalise/date.h"
#include "normalise/pattern.h"

#include <string.h>

#define MAX_REFERENCES 1000
/* Bytes behind a minute's number in which the date of its meeting may stand. */
#define MAX_TAIL 160
/* Numbers that one word "Minutes" leads. */
#define MAX_LISTED 12
/* Bytes that one search covers. */
#define WINDOW 65536

enum
{
  MINUTE,
  JOINT,
  CLOSING,
  FURTHER,
  N_RULES
};

#define MONTHS                                                                           \
  "(?:January|February|March|April|May|June|July|August|September|October|November|"     \
  "December)"

/* clang-format off */
static const PatternRule rules[N_RULES] = {
  /* "Minute 10", "minute no. 31", "Minute CAB/17", "minutes 14/24", "Min. 6.4", "Minute
   * No: 12(a)"; not "Minutes 8 May 2025", "a minute 5 seconds" */
  [MINUTE] = { "minute",
    "\\b(?:[Mm]inutes?|MINUTES?|[Mm]in\\.|[Cc]ofnod)\\s+(?:(?:[Nn]o|NO|[Nn]umber|"
    "[Nn]os|[Rr]ef(?:erence)?)s?\\b[.:]?\\s*)?((?:[A-Z]{1,5}[/.-]?\\s?)?"
    "[0-9]{1,4}(?:[/.](?:[0-9]{1,4}|[A-Z]{1,4}\\b)){0,3}(?:\\s?\\([a-z0-9]{1,4}\\))*)(?![0-9/]|(?:st|nd|"
    "rd|th)\\b|\\s+" MONTHS "\\b|\\s*(?:seconds|hours)\\b)" },

  /* what may stand between the number and the date: "(", " of the Board held on ",
   * " of the Planning Committee (" */
  [JOINT] = { "between number and date",
    "^(?:\\s*[(\\[]|,?\\s+(?:of|from|at|dated)\\s+|,\\s*)"
    "(?:[^.;()\\n]{0,100}?(?:\\b(?:held on|held|meeting on|meeting of|of|on|dated)|,)"
    "\\s+)?(?:the\\s+)?$|"
    "^,?\\s+(?:of|from|at)\\s+[^.;()\\n]{1,100}?\\s[(\\[](?:(?:meeting|held|of|on|the)"
    "\\s+){0,4}$" },

  [CLOSING] = { "closing bracket",
    "^\\s*[)\\]]" },

  /* "Minutes 38, 39 and 40/24": not "Minute 38 and 12 members" */
  [FURTHER] = { "another minute",
    "^(?:,?\\s+(?:and|&)\\s+|,\\s*)((?:[A-Z]{1,5}[/.-]?\\s?)?[0-9]{1,4}(?:[/.](?:[0-9]{1,4}|"
    "[A-Z]{1,4}\\b)){0,3}(?:\\s?\\([a-z0-9]{1,4}\\))*)(?=[,.;:)\\]]|$|\\s+(?:and|&)\\s+[A-Z/.-]{0,6}[0-9]|"
    "\\s+(?:of|above|below|refers?|were|was|at|from|in)\\b|\\s*\\()" },
};
/* clang-format on */

struct ReferenceReader
{
  Patterns *patterns;
  DateReader *dates;
};

ReferenceReader *
reference_reader_new (void)
{
  ReferenceReader *self = g_new0 (ReferenceReader, 1);

  self->patterns = patterns_new (rules, N_RULES);
  self->dates = date_reader_new ();
  return self;
}

void
reference_reader_free (ReferenceReader *self)
{
  if (self == NULL)
    return;
  patterns_free (self->patterns);
  date_reader_free (self->dates);
  g_free (self);
}

/* The date of the meeting, if it follows the number that ends at `at`. */
static gchar *
read_date (ReferenceReader *self, const gchar *text, gsize length, gsize at, gsize *end)
{
  const gchar *tail = text + at;
  gsize size = character_start (tail, MIN (length - at, MAX_TAIL));
  PatternMatch match;
  Date date;

  if (!date_reader_find (self->dates, tail, size, 0, &date)
      || !patterns_find (self->patterns, JOINT, tail, date.span.start, 0, NULL))
    return NULL;
  *end = at + date.span.end;
  if (memchr (tail, '(', date.span.start) != NULL || memchr (tail, '[', date.span.start))
    if (patterns_find (self->patterns, CLOSING, tail + date.span.end,
                       size - date.span.end, 0, &match))
      *end += match.group[0].end;
  return date_format (&date);
}

/* The number that was matched, and those that "Minutes 38, 39 and 40" go on with. */
static guint
read_numbers (ReferenceReader *self, const gchar *text, gsize length, gsize base,
              const PatternMatch *first, Span numbers[MAX_LISTED])
{
  guint n = 1;
  PatternMatch match;

  numbers[0] = (Span){ base + first->group[1].start, base + first->group[1].end };
  if (g_ascii_tolower (text[numbers[0].start - 2]) != 's')
    return n;
  for (; n < MAX_LISTED; n++)
    {
      gsize at = numbers[n - 1].end;
      gsize size = character_start (text + at, MIN (length - at, MAX_TAIL));

      if (!patterns_find (self->patterns, FURTHER, text + at, size, 0, &match))
        break;
      numbers[n] = (Span){ at + match.group[1].start, at + match.group[1].end };
    }
  return n;
}

/* The references that begin in text[from..to); a date may stand behind to. A line is
 * searched by itself, for the rule sees no further than its ends; of one that was cut,
 * with the character before. */
static gsize
read_window (ReferenceReader *self, Item *item, gsize length, gsize from, gsize to)
{
  gboolean cut = from > 0 && item->text[from - 1] != '\n';
  const gchar *window = cut ? g_utf8_prev_char (item->text + from) : item->text + from;
  gsize base = (gsize)(window - item->text);
  gsize size = to - base - (item->text[to - 1] == '\n');
  PatternMatch match;

  while (item->references->len < MAX_REFERENCES
         && patterns_find (self->patterns, MINUTE, window, size, from - base, &match))
    {
      Span numbers[MAX_LISTED];
      guint n = read_numbers (self, item->text, length, base, &match, numbers);
      gsize end = numbers[n - 1].end;
      g_autofree gchar *date = read_date (self, item->text, length, end, &end);

      for (guint i = 0; i < n; i++)
        {
          Reference reference = { .span = numbers[i] };

          reference.minute = g_strndup (item->text + numbers[i].start,
                                        numbers[i].end - numbers[i].start);
          reference.date = g_strdup (date);
          if (i == 0)
            reference.span.start = base + match.group[0].start;
          if (i == n - 1)
            reference.span.end = end;
          g_array_append_val (item->references, reference);
        }
      from = end;
      if (from >= to)
        break;
    }
  return MAX (from, to);
}

void
reference_reader_read (ReferenceReader *self, Item *item)
{
  gsize length = strlen (item->text);

  for (gsize from = 0; from < length;)
    {
      const gchar *end = memchr (item->text + from, '\n', length - from);
      gsize to = end != NULL ? (gsize)(end - item->text) + 1 : length;

      to = character_end (item->text, MIN (to, from + WINDOW));
      from = read_window (self, item, length, from, to);
    }
}
