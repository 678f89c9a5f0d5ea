/* apology.c: sentences become people who sent apologies. */

#include "normalise/apology.h"

#include "normalise/pattern.h"
#include "normalise/people.h"
#include "normalise/word_list.h"

#include <string.h>

#define MAX_CUTS 24
/* Rows over which a sentence of apologies runs. */
#define MAX_SENTENCE_ROWS 6
/* Bytes of an item that is a list of names. */
#define MAX_LISTED 400
/* Bytes of a name on a line of its own, with why somebody was away. */
#define MAX_SENDER 70
/* Lines that may say who sent apologies. */
#define MAX_SENDERS 20
/* Rows of an item in which a table of apologies is looked for. */
#define MAX_TABLE_ROWS 60
/* Items of which one may have the apologies. */
#define MAX_ITEMS 6
/* Bytes of a line of names below "Apologies were received from:". */
#define MAX_LINE 160
/* Bytes of "cllrs." and its like. */
#define MAX_ABBREVIATION 8

enum
{
  RULE_SENT,
  RULE_CUT,
  RULE_SENDER,
  RULE_ABBREVIATION,
};

/* clang-format off */
static const PatternRule rules[] = {
  /* "Apologies were received from …", "An apology was submitted on behalf of …" */
  { "apologies in a sentence",
    "(?:apolog(?:y|[il1]es)(?! for (?:lateness|late))|ymddiheuriadau)\\b[^:\\n]{0,80}?(?:\\b(?:from(?! the "
    "(?:meeting|committee|panel|board|council)\\b)|(?<!substituted )(?<!replaced )(?<!represented )by|on behalf "
    "of|of(?=\\s+(?:cllr|councillor|mrs?|ms)\\b)|gan)\\b|:)\\s*(?:the following\\b\\s*(?:(?:members|councillors|people)\\b)?\\s*)?"
    "(?:[:–-]+\\s*)*(.+)",
    PATTERN_CASELESS },
  /* "… who was substituted by", ", for whom" end a list of names */
  { "the end of names",
    "(?:,?\\s+and\\s+(?:councillor|cllr|mr|mrs|ms|dr)\\.?\\s[^,;.]{2,50}?\\sattended\\sas\\b|"
    ",?\\s+(?:and\\s+)?(?:who(?:m|se)?|for whom|with|due to|owing to|as "
    "(?:he|she|they)|"
    "because|which|were|was|had|have|has|did|for "
    "(?:lateness|late)|\\(all)\\b|\\s+[–-]\\s|"
    ";?\\s*substitut)",
    PATTERN_CASELESS },
  /* "Cllr Tilley had sent apologies" */
  { "who sent apologies",
    "^(.{3,80}?),?\\s+(?:had\\s+|has\\s+|have\\s+)?(?:also\\s+)?(?:sent|given|gave|tendered|offered|"
    "submitted)\\s+(?:(?:his|her|their|an?)\\s+)?apolog(?:y|ies)\\b",
    PATTERN_CASELESS },
  { "a short form that ends in a stop",
    "(?:\\b(?:cllrs?|clrs?|mr|mrs|ms|dr|rev|revd|hon|st|jnr|snr|prof)|\\b(?-i:\\p{Lu}))"
    "\\.?$",
    PATTERN_CASELESS },
};
/* clang-format on */

struct ApologyReader
{
  Patterns *patterns;
  PeopleReader *people;
};

ApologyReader *
apology_reader_new (void)
{
  ApologyReader *self = g_new0 (ApologyReader, 1);

  self->patterns = patterns_new (rules, G_N_ELEMENTS (rules));
  self->people = people_reader_new ();
  return self;
}

void
apology_reader_free (ApologyReader *self)
{
  if (self == NULL)
    return;
  patterns_free (self->patterns);
  people_reader_free (self->people);
  g_free (self);
}

static gboolean
ends_abbreviated (ApologyReader *self, const gchar *text, gsize length)
{
  return patterns_find_ending (self->patterns, RULE_ABBREVIATION, text, length,
                               MAX_ABBREVIATION, NULL);
}

/* The end of the sentence that begins at from; not the stop of "Cllrs." or "J. Bell". */
static gsize
sentence_end (ApologyReader *self, const gchar *text, gsize from, gsize end)
{
  for (gsize i = from; i < end; i++)
    if (text[i] == '\n'
        || (text[i] == '.' && (i + 1 >= end || g_ascii_isspace (text[i + 1]))
            && !ends_abbreviated (self, text + from, i - from)))
      return i;
  return end;
}

/* The separator that ends what was said of a name: not the comma of "(Director,
 * Finance)". NULL: none. */
static gchar *
next_name (gchar *text)
{
  guint depth = 0;

  for (; *text != '\0'; text++)
    if (*text == '(')
      depth++;
    else if (*text == ')' && depth > 0)
      depth--;
    else if (depth == 0 && (*text == ',' || *text == ';' || *text == '\n'))
      return text;
  return NULL;
}

/* "School members", "Officers" over names become blanks. */
static void
blank_groups (gchar *names)
{
  static const gchar *const ends[] = { "embers\n", "fficers\n", "overnors\n",
                                       "epresentatives\n" };

  for (gsize from = 0; names[from] != '\0';)
    {
      gsize length = strcspn (names + from, "\n");

      for (guint i = 0; i < G_N_ELEMENTS (ends) && names[from + length] == '\n'; i++)
        if (length >= strlen (ends[i])
            && strncmp (names + from + length + 1 - strlen (ends[i]), ends[i],
                        strlen (ends[i]))
                   == 0)
          memset (names + from, ' ', length);
      from += length + (names[from + length] == '\n');
    }
}

/* Of "• ", "- " before a name; 0: there is none. */
static gsize
bullet_length (const gchar *text)
{
  static const gchar *const bullets[] = { "• ", "· ", "- ", "– " };

  return word_list_prefix (bullets, G_N_ELEMENTS (bullets), text);
}

/* Bullets become blanks. */
static void
blank_bullets (gchar *names)
{
  for (gchar *line = names; line[0] != '\0';)
    {
      memset (line, ' ', bullet_length (line));
      line += strcspn (line, "\n");
      line += line[0] == '\n';
    }
}

static gboolean
is_addressed (const gchar *text)
{
  static const gchar *const forms[] = { "Councillor ", "Cllr ", "Cllr. ", "Mr ",
                                        "Mrs ",        "Ms ",   "Dr " };

  return word_list_begins (forms, G_N_ELEMENTS (forms), text);
}

/* "Apologies were received from:" over names, one or more a line: where they end, which
 * is from itself where they do not stand below. */
static gsize
listed_end (const gchar *text, gsize from)
{
  gsize end = from;

  if (from == 0)
    return from;
  /* "… received: Cllr Bell – ill" over "Cllr Cole – away" */
  if (text[from - 1] != '\n')
    {
      end += strcspn (text + end, "\n");
      if (end == from || text[end] == '\0' || text[end - 1] == '.'
          || !is_addressed (text + from) || !is_addressed (text + end + 1))
        return from;
      end++;
    }
  while (g_ascii_isupper (text[end + bullet_length (text + end)]))
    {
      gsize length = strcspn (text + end, "\n");
      g_autofree gchar *line = g_strndup (text + end, length);

      if (length == 0 || length > MAX_LINE
          || (bullet_length (line) == 0
              && (g_str_has_suffix (line, ".") || strstr (line, " was ") != NULL
                  || strstr (line, " were ") != NULL)))
        break;
      end += length + (text[end + length] == '\n');
    }
  return end;
}

/* "Apologies were received from A, B and C, for whom D was present." */
static void
read_sentence (ApologyReader *self, const gchar *text, GArray *people)
{
  gsize length = strlen (text);
  gsize from = 0;
  PatternMatch match;

  while (from < length
         && patterns_find (self->patterns, RULE_SENT, text, length, from, &match))
    {
      g_autofree gchar *names = NULL;
      PatternMatch cut;
      gboolean inside;
      gsize end = listed_end (text, match.group[1].start);

      if (end == match.group[1].start)
        end = sentence_end (self, text, match.group[1].start, match.group[1].end);
      names = g_strndup (text + match.group[1].start, end - match.group[1].start);
      blank_groups (names);
      blank_bullets (names);
      /* "… from A, for whom B was present, and C": what B did goes, C stays. */
      for (guint k = 0;
           k < MAX_CUTS && patterns_match (self->patterns, RULE_CUT, names, &cut); k++)
        {
          gchar *rest = next_name (names + cut.group[0].end);

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
      if (!people_reader_is_nobody (self->people, names))
        people_reader_read (self->people, names, people);
      from = character_end (text, MAX (end, match.group[1].start + 1));
    }
}

/* The person's name, or, where the other is only that, the surname. */
static gboolean
is_same (const Person *known, const gchar *name)
{
  const gchar *last = strrchr (known->name, ' ');

  return g_ascii_strcasecmp (known->name, name) == 0
         || (last != NULL && g_ascii_strcasecmp (last + 1, name) == 0);
}

/* "An apology was received from Cllr Quint" names again whom the heading names: those
 * from index on go that are people before. */
static void
drop_known (GArray *people, guint index)
{
  for (guint i = index; i < people->len;)
    {
      gboolean known = FALSE;

      for (guint k = 0; k < index && !known; k++)
        known = is_same (&g_array_index (people, Person, k),
                         g_array_index (people, Person, i).name);
      if (known)
        g_array_remove_index (people, i);
      else
        i++;
    }
}

/* What an item's page of a website has below its last label, "Minutes:"; all of the text
 * where there is none. */
static const gchar *
minuted (const gchar *text)
{
  static const gchar *const labels[] = { "Decision:\n", "Minutes:\n" };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      const gchar *label = strstr (text, labels[i]);

      if (label != NULL && (label == text || label[-1] == '\n'))
        text = label + strlen (labels[i]);
    }
  return text;
}

/* "Ann Bell" over "Councillor Cole – unwell": two lines or more, of which none tells. */
static gboolean
lines_of_names (const gchar *text)
{
  guint lines = 0;

  for (; text[0] != '\0'; lines++)
    {
      gsize length = strcspn (text, "\n");

      if (!g_unichar_isupper (g_utf8_get_char (text)) || length > MAX_SENDER
          || text[length - 1] == '.')
        return FALSE;
      text += length + (text[length] == '\n');
    }
  return lines > 1;
}

/* A text that is a list of names, and nothing else. */
static void
read_names (ApologyReader *self, const gchar *text, GArray *people)
{
  g_autofree gchar *names = NULL;

  if (strlen (text) >= MAX_LISTED || strstr (text, "pologies") != NULL
      || people_reader_is_nobody (self->people, text))
    return;
  names = g_strndup (text, lines_of_names (text)
                               ? strlen (text)
                               : sentence_end (self, text, 0, strlen (text)));
  if (strstr (names, " was ") == NULL && strstr (names, " were ") == NULL
      && strstr (names, " to ") == NULL && strstr (names, " the ") == NULL)
    people_reader_read (self->people, names, people);
}

/* "Cllrs Bell and Tilley had sent apologies, which were accepted." A line each may say
 * so: "Councillor Ball also sent her apology." */
static void
read_senders (ApologyReader *self, const gchar *text, GArray *people)
{
  gsize end = strlen (text);

  for (gsize i = 0, from = 0; i < MAX_SENDERS && from < end; i++)
    {
      g_autofree gchar *names = NULL;
      gsize stop = sentence_end (self, text, from, end);
      g_autofree gchar *line = g_strndup (text + from, stop - from);
      PatternMatch match;

      if (patterns_match (self->patterns, RULE_SENDER, g_strstrip (line), &match))
        names = pattern_match_dup (&match, 1, line);
      if (names != NULL
          && (strchr (names, '.') == NULL
              || ends_abbreviated (self, names, strlen (names))))
        people_reader_read (self->people, names, people);
      from = stop + 1;
    }
}

/* "Apology from | Temporary appointment" over "Cllr Bell | Cllr Cole": the first column.
 */
static void
read_table (ApologyReader *self, const gchar *text, GArray *people)
{
  gboolean table = FALSE;

  for (guint i = 0; i < MAX_TABLE_ROWS && text[0] != '\0'; i++)
    {
      gsize length = strcspn (text, "\n");
      g_autofree gchar *line = g_strndup (text, length);
      gchar *bar = strstr (line, " | ");

      if (bar != NULL)
        *bar = '\0';
      if (bar != NULL && g_ascii_strncasecmp (line, "apolog", strlen ("apolog")) == 0)
        table = TRUE;
      else if (bar != NULL && table)
        people_reader_read (self->people, line, people);
      else if (table)
        return;
      text += length + (text[length] == '\n');
    }
}

/* A site prints them under Decision and under Minutes. */
static void
drop_repeated (GArray *people)
{
  for (guint i = 1; i < people->len;)
    {
      const gchar *name = g_array_index (people, Person, i).name;
      guint k = 0;

      while (k < i && !g_str_equal (g_array_index (people, Person, k).name, name))
        k++;
      if (k < i)
        g_array_remove_index (people, i);
      else
        i++;
    }
}

static void
read_items (ApologyReader *self, Meeting *meeting)
{
  guint listed = meeting->apologies->len;

  for (guint i = 0; i < meeting->items->len && i < MAX_ITEMS; i++)
    {
      const Item *item = g_ptr_array_index (meeting->items, i);
      g_autofree gchar *title = g_utf8_strdown (item->title, -1);

      /* a page that lost its titles: all of it is one item; or paragraphs without titles
       */
      if (title[0] == '\0'
          && (meeting->items->len == 1 || g_str_has_prefix (item->text, "Apolog")))
        {
          read_sentence (self, item->text, meeting->apologies);
          continue;
        }
      /* "1. General" over "(1) Apologies" */
      if (i < 3 && listed == 0 && meeting->apologies->len == 0
          && strstr (item->text, "pologies were received from") != NULL)
        {
          read_sentence (self, item->text, meeting->apologies);
          continue;
        }
      if (strstr (title, "apolog") == NULL && strstr (title, "attendance") == NULL
          && strstr (title, "welcome") == NULL && strstr (title, "ymddiheur") == NULL)
        continue;
      read_sentence (self, item->text, meeting->apologies);
      read_table (self, item->text, meeting->apologies);
      if (meeting->apologies->len == listed)
        read_senders (self, minuted (item->text), meeting->apologies);
      drop_known (meeting->apologies, listed);
      /* "2545. Apologies for absence: Cllr Pocock." */
      if (meeting->apologies->len == 0 && strstr (title, "apolog") != NULL)
        read_names (self, minuted (item->text), meeting->apologies);
    }
  drop_repeated (meeting->apologies);
}

/* A row, and those below it that go on with its sentence. (transfer full) */
static gchar *
sentence_of (const Stream *rows, guint i, guint end)
{
  GString *text = g_string_new (stream_at (rows, i)->text);

  for (guint k = i + 1;
       k < end && k < i + MAX_SENTENCE_ROWS && !stream_at (rows, k)->blank_above
       && !g_str_has_suffix (text->str, ".");
       k++)
    g_string_append_printf (text, " %s", stream_at (rows, k)->text);
  return g_string_free (text, FALSE);
}

void
apology_reader_read (ApologyReader *self, const Stream *rows, const Segment *segment,
                     Meeting *meeting)
{
  for (guint i = segment->start; i < segment->head_end && meeting->apologies->len == 0;
       i++)
    {
      g_autofree gchar *text = sentence_of (rows, i, segment->head_end);

      read_sentence (self, text, meeting->apologies);
    }
  read_items (self, meeting);
}
