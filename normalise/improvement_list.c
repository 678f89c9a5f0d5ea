/* improvement_list.c: lines under "What needs to improve?" and its like become
 * recommendations. */

#include "normalise/improvement_list.h"

#include <string.h>

#include "normalise/improvement_rule.h"
#include "normalise/list_mark.h"

/* Points by which a mark or line must be further in to be so. */
#define INDENT 10
#define NUDGE 3
/* Lines without a mark that are kept in case a list has no marks; bytes of an entry. */
#define MAX_LOOSE 200
#define MAX_ENTRY 16384
/* A sub-heading is no longer than this; nor is it a sentence. */
#define HEADING_LENGTH 70

struct ImprovementList
{
  Patterns *patterns;
};

/* One reading of a report. */
typedef struct
{
  Patterns *patterns;
  const ReportFlow *flow;
  GPtrArray *found;
  const gchar *section;
  guint headings; /* lists found */
  gboolean open;  /* within a list */
  gboolean outline_bold;
  gdouble outline_size; /* of the outermost heading of the list */
  gchar *part;          /* (nullable) "Areas for improvement" */
  gchar *heading;       /* (nullable) sub-heading below it */
  ListMark mark;        /* of the list's entries */
  gdouble mark_x;
  gboolean hanging; /* lines that go on stand further in than marks */
  guint entries;    /* in this list */
  Recommendation *entry;
  GString *text; /* of the entry so far */
  gboolean parts;
  guint last_page; /* of the entry's last line */
  GArray *loose;   /* guint: lines before the first mark */
} Reading;

ImprovementList *
improvement_list_new (void)
{
  ImprovementList *self = g_new0 (ImprovementList, 1);

  self->patterns = patterns_new (improvement_rules, IMPROVEMENT_N_RULES);
  return self;
}

void
improvement_list_free (ImprovementList *self)
{
  if (self == NULL)
    return;
  patterns_free (self->patterns);
  g_free (self);
}

static const FlowLine *
line_at (const Reading *reading, guint i)
{
  return i < reading->flow->lines->len
             ? &g_array_index (reading->flow->lines, FlowLine, i)
             : NULL;
}

static gboolean
matches (const Reading *reading, guint rule, const gchar *text)
{
  return patterns_match (reading->patterns, rule, text, NULL);
}

static gboolean
ends_sentence (const gchar *text)
{
  gsize length = strlen (text);

  while (length > 0 && strchr (" )]\"", text[length - 1]) != NULL)
    length--;
  return length > 0 && strchr (".;:?!", text[length - 1]) != NULL;
}

/* Set as headings are. Recognised text has no styles: there a short line apart will do.
 */
static gboolean
looks_like_heading (const Reading *reading, const FlowLine *line)
{
  if (line->bold || line->large)
    return TRUE;
  return (reading->flow->recognised || line->size <= 0)
         && strlen (line->text) <= HEADING_LENGTH && !g_str_has_suffix (line->text, ".")
         && g_ascii_isupper (*line->text);
}

/* How many lines from i are the heading of a list: 0, 1 or 2. */
static guint
opens (const Reading *reading, guint i)
{
  const FlowLine *line = line_at (reading, i);
  const FlowLine *next = line_at (reading, i + 1);
  g_autofree gchar *both = NULL;

  if (line->contents || strlen (line->text) > 140)
    return 0;
  if (matches (reading, IMPROVEMENT_OPENER, line->text))
    return looks_like_heading (reading, line)
           || g_ascii_strncasecmp (line->text, "what", 4) == 0
           || (g_ascii_isupper (*line->text) && next != NULL
               && list_mark_read (next->text).kind != LIST_MARK_NONE);
  if (next == NULL || !matches (reading, IMPROVEMENT_OPENER_BEGINS, line->text)
      || next->bold != line->bold || next->contents || strlen (next->text) > 80)
    return 0;
  both = g_strjoin (" ", line->text, next->text, NULL);
  return matches (reading, IMPROVEMENT_OPENER, both) ? 2 : 0;
}

/* Takes the cross-reference off the end of text. */
static void
split_reference (const Reading *reading, Recommendation *entry)
{
  PatternMatch match;
  g_autofree gchar *stop = NULL;

  if (!patterns_match (reading->patterns, IMPROVEMENT_CROSS_REFERENCE, entry->text,
                       &match)
      || match.group[0].start == 0)
    return;
  entry->reference = pattern_match_dup (&match, 1, entry->text);
  stop = pattern_match_dup (&match, 2, entry->text);
  entry->text[match.group[0].start] = '\0';
  if (*stop != '\0' && !ends_sentence (entry->text))
    {
      gchar *whole = g_strconcat (entry->text, stop, NULL);

      g_free (entry->text);
      entry->text = whole;
    }
}

static void
close_entry (Reading *reading)
{
  Recommendation *entry = g_steal_pointer (&reading->entry);
  GString *text = g_steal_pointer (&reading->text);

  if (entry == NULL)
    return;
  entry->text = g_strchomp (g_string_free (text, FALSE));
  reading->parts = FALSE;
  if (*entry->text == '\0' || matches (reading, IMPROVEMENT_NOTHING, entry->text)
      || matches (reading, IMPROVEMENT_LEAD_IN, entry->text)
      || reading->found->len >= MAX_RECOMMENDATIONS)
    {
      if (matches (reading, IMPROVEMENT_LEAD_IN, entry->text))
        reading->mark.kind = LIST_MARK_NONE;
      recommendation_free (entry);
      return;
    }
  split_reference (reading, entry);
  entry->number = reading->found->len + 1;
  entry->section = g_strdup (reading->section);
  if (reading->part != NULL && reading->heading != NULL)
    entry->heading = g_strdup_printf ("%s: %s", reading->part, reading->heading);
  else
    entry->heading = g_strdup (reading->part != NULL ? reading->part : reading->heading);
  g_ptr_array_add (reading->found, entry);
  reading->entries++;
}

/* Adds a line's words to the entry: "pre-" and "proceedings" are one word. */
static void
add_text (Reading *reading, const FlowLine *line, const gchar *words, gboolean part)
{
  GString *text = reading->text;

  if (text->len + strlen (words) > MAX_ENTRY)
    return;
  if (text->len > 0 && part && strchr (":;,.", text->str[text->len - 1]) == NULL
      && !g_str_has_suffix (text->str, " and") && !g_str_has_suffix (text->str, " or"))
    g_string_append_c (text, ';');
  if (text->len > 0
      && !(text->str[text->len - 1] == '-' && text->len > 1
           && g_ascii_isalpha (text->str[text->len - 2]) && g_ascii_isalpha (*words)))
    g_string_append_c (text, ' ');
  g_string_append (text, words);
  reading->last_page = line->page;
  if (line->page == reading->entry->page)
    reading->entry->box = box_join (reading->entry->box, line->box);
  if (line->footnote > 0 && reading->entry->footnote == NULL)
    reading->entry->footnote =
        g_strdup (report_flow_footnote (reading->flow, line->page, line->footnote));
}

static void
begin_entry (Reading *reading, const FlowLine *line, const gchar *words)
{
  close_entry (reading);
  reading->entry = recommendation_new ();
  reading->entry->page = line->page;
  reading->text = g_string_new (NULL);
  add_text (reading, line, words, FALSE);
}

/* A list without any mark: each of its paragraphs is an entry. */
static void
take_paragraphs (Reading *reading)
{
  for (guint k = 0; k < reading->loose->len; k++)
    {
      const FlowLine *line = line_at (reading, g_array_index (reading->loose, guint, k));

      if (reading->entry == NULL || (line->apart && ends_sentence (reading->text->str)))
        begin_entry (reading, line, line->text);
      else
        add_text (reading, line, line->text, FALSE);
    }
  close_entry (reading);
}

static void
close_list (Reading *reading)
{
  close_entry (reading);
  if (reading->open && reading->entries == 0)
    take_paragraphs (reading);
  reading->open = FALSE;
  g_array_set_size (reading->loose, 0);
  g_clear_pointer (&reading->heading, g_free);
  g_clear_pointer (&reading->part, g_free);
}

static void
set_section (Reading *reading, const gchar *heading)
{
  if (matches (reading, IMPROVEMENT_BOARD, heading))
    reading->section = "Local Safeguarding Children Board";
  else if (matches (reading, IMPROVEMENT_AUTHORITY, heading))
    reading->section = NULL;
}

/* "What does the local authority need to improve?" may have "Priority and immediate
 * action" and "Areas for improvement" below it, in smaller type. */
static void
open_list (Reading *reading, guint i)
{
  const FlowLine *line = line_at (reading, i);
  gboolean nested = reading->open && line->size < reading->outline_size - 0.5;

  close_list (reading);
  set_section (reading, line->text);
  reading->open = TRUE;
  reading->headings++;
  reading->entries = 0;
  reading->mark.kind = LIST_MARK_NONE;
  reading->hanging = FALSE;
  if (!nested)
    {
      reading->outline_size = line->size;
      reading->outline_bold = line->bold;
    }
  if (matches (reading, IMPROVEMENT_PART_OPENER, line->text))
    {
      reading->part = g_strdup (line->text);
      g_strdelimit (reading->part, ":?", ' ');
      g_strchomp (reading->part);
    }
}

/* In recognised text a bullet is read as some letter or sign that stands alone. */
static ListMark
mark_of (const Reading *reading, const FlowLine *line)
{
  ListMark mark = list_mark_read (line->text);
  gsize length = strcspn (line->text, " ");

  if (mark.kind == LIST_MARK_NONE && reading->flow->recognised && length > 0
      && length <= 2 && line->text[length] == ' '
      && g_ascii_isupper (line->text[length + 1])
      && strchr ("AI0123456789", *line->text) == NULL)
    {
      mark.kind = LIST_MARK_BULLET;
      mark.length = length + 1;
    }
  return mark;
}

static gboolean
further_in (const Reading *reading, const FlowLine *line, gdouble by)
{
  return !box_is_none (line->box) && line->box.x0 > reading->mark_x + by;
}

static gboolean
ends_list (const Reading *reading, const FlowLine *line, const ListMark *mark)
{
  if (mark->kind == LIST_MARK_NONE && reading->outline_bold && line->bold
      && line->size > reading->outline_size - 0.5)
    return TRUE;
  if (mark->kind == LIST_MARK_NONE && matches (reading, IMPROVEMENT_ENDER, line->text)
      && (line->bold || line->large
          || (!reading->outline_bold && !further_in (reading, line, NUDGE))))
    return TRUE;
  /* The findings that follow are numbered paragraphs. */
  return mark->kind == LIST_MARK_NUMBER && reading->entry != NULL
         && (reading->mark.kind == LIST_MARK_BULLET
             || reading->mark.kind == LIST_MARK_DASH)
         && !further_in (reading, line, INDENT);
}

/* Does a line with a mark begin an entry, or a part of one (ret_part)? FALSE for a line
 * that goes on and only seems to have a mark: "16 Ensure" where 4 came last. */
static gboolean
begins (const Reading *reading, const FlowLine *line, const ListMark *mark,
        gboolean *ret_part)
{
  const ListMark *ours = &reading->mark;

  *ret_part = FALSE;
  if (ours->kind == LIST_MARK_NONE)
    return TRUE;
  if (mark->kind == LIST_MARK_NUMBER)
    return ours->kind == LIST_MARK_NUMBER
           && (mark->number == ours->number + 1
               || (!further_in (reading, line, NUDGE)
                   && (mark->number == 1
                       || (mark->number > ours->number
                           && mark->number <= ours->number + 3))));
  if (reading->entry == NULL
      || matches (reading, IMPROVEMENT_LEAD_IN, reading->text->str))
    return TRUE;
  if (mark->kind != ours->kind)
    *ret_part = !(ours->kind == LIST_MARK_DASH && mark->kind == LIST_MARK_BULLET);
  else
    *ret_part = further_in (reading, line, INDENT)
                && (reading->parts || g_str_has_suffix (reading->text->str, ":"));
  return TRUE;
}

static void
take_marked (Reading *reading, const FlowLine *line, const ListMark *mark, gboolean part)
{
  const gchar *words = line->text + mark->length;

  if (part)
    {
      /* "(ii)" is a word of the sentence, a dash is not. */
      add_text (reading, line, mark->kind == LIST_MARK_LETTER ? line->text : words, TRUE);
      reading->parts = TRUE;
      return;
    }
  begin_entry (reading, line, words);
  reading->mark = *mark;
  reading->mark_x = line->box.x0;
}

/* An entry of recognised text whose bullet was not seen. */
static gboolean
begins_unmarked (const Reading *reading, const FlowLine *line)
{
  return reading->flow->recognised && reading->mark.kind == LIST_MARK_BULLET
         && line->apart && further_in (reading, line, NUDGE)
         && g_ascii_isupper (*line->text) && ends_sentence (reading->text->str);
}

/* Is this line no part of the entry above? Lines that go on stand further in than the
 * marks do, unless a list is set flush. */
static gboolean
stands_outside (const Reading *reading, const FlowLine *line)
{
  if (reading->text->len == 0)
    return FALSE;
  if (!box_is_none (line->box) && reading->hanging)
    return !further_in (reading, line, NUDGE)
           && (ends_sentence (reading->text->str)
               || (line->apart && line->page == reading->last_page));
  return line->apart && ends_sentence (reading->text->str)
         && !further_in (reading, line, NUDGE);
}

static void
take_plain (Reading *reading, guint i)
{
  const FlowLine *line = line_at (reading, i);
  const FlowLine *next = line_at (reading, i + 1);
  gboolean heading = line->bold && reading->outline_bold;

  if (!heading && reading->entry != NULL && begins_unmarked (reading, line))
    {
      begin_entry (reading, line, line->text);
      return;
    }
  if (!heading && reading->entry != NULL && !stands_outside (reading, line))
    {
      if (further_in (reading, line, NUDGE))
        reading->hanging = TRUE;
      add_text (reading, line, line->text, FALSE);
      return;
    }
  close_entry (reading);
  if (heading
      || (strlen (line->text) <= HEADING_LENGTH && next != NULL
          && mark_of (reading, next).kind != LIST_MARK_NONE
          && !g_str_has_suffix (line->text, ".")))
    {
      g_free (reading->heading);
      reading->heading = g_strdup (line->text);
      g_strdelimit (reading->heading, ":", ' ');
      g_strchomp (reading->heading);
    }
  else if (reading->entries > 0)
    close_list (reading);
  else if (reading->loose->len < MAX_LOOSE)
    g_array_append_val (reading->loose, i);
}

static void
take_line (Reading *reading, guint i)
{
  const FlowLine *line = line_at (reading, i);
  ListMark mark = mark_of (reading, line);
  gboolean part;

  if (ends_list (reading, line, &mark))
    {
      close_list (reading);
      set_section (reading, line->text);
    }
  else if (mark.kind != LIST_MARK_NONE && begins (reading, line, &mark, &part))
    take_marked (reading, line, &mark, part);
  else
    take_plain (reading, i);
}

guint
improvement_list_read (ImprovementList *self, const ReportFlow *flow,
                       GPtrArray *recommendations)
{
  Reading reading = { .patterns = self->patterns,
                      .flow = flow,
                      .found = recommendations };

  reading.loose = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < flow->lines->len; i++)
    {
      const FlowLine *line = line_at (&reading, i);
      guint n_lines = opens (&reading, i);

      if (n_lines > 0)
        {
          open_list (&reading, i);
          i += n_lines - 1;
        }
      else if (reading.open)
        take_line (&reading, i);
      else if (line->page > 1 && looks_like_heading (&reading, line) && !line->contents)
        set_section (&reading, line->text);
    }
  close_list (&reading);
  g_array_unref (reading.loose);
  return reading.headings;
}
