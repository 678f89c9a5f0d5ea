/* report_flow.c: pages of an inspection report become one run of lines. */

#include "normalise/report_flow.h"

#include <string.h>

/* Parts of the page's height in which running headers and footers stand. */
#define HEADER_ZONE 0.12
#define FOOTER_ZONE 0.86
/* Smaller than this part of the body's size is footnote type: 10 beside 12 points. */
#define SMALL_TYPE 0.92
#define LARGE_TYPE 1.15
/* Room above a line, in parts of its height, that begins a new paragraph. */
#define PARAGRAPH_ROOM 0.3
/* Bytes of a footnote; footnote numbers in a line. */
#define MAX_FOOTNOTE 4096
/* Points from a bullet to its text. */
#define MARK_ROOM 40
#define MAX_MARKS 8

static void
flow_line_clear (gpointer data)
{
  g_free (((FlowLine *)data)->text);
}

static void
footnote_clear (gpointer data)
{
  g_free (((Footnote *)data)->text);
}

void
report_flow_free (ReportFlow *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->lines);
  g_array_unref (self->footnotes);
  g_free (self);
}

const gchar *
report_flow_footnote (const ReportFlow *self, guint page, guint number)
{
  /* From the end, where those of the page that is being read stand. */
  for (guint i = self->footnotes->len; i > 0; i--)
    {
      const Footnote *note = &g_array_index (self->footnotes, Footnote, i - 1);

      if (note->page < page)
        return NULL;
      if (note->page == page && note->number == number)
        return note->text;
    }
  return NULL;
}

/* The 1 of a footnote's raised mark, "improve?¹". */
static gunichar
plain_digit (gunichar c)
{
  if (c == 0xb9)
    return '1';
  if (c == 0xb2 || c == 0xb3)
    return c - 0xb2 + '2';
  return c == 0x2070 || (c >= 0x2074 && c <= 0x2079) ? c - 0x2070 + '0' : c;
}

/* White space of every kind becomes one space; what is never seen goes. */
static gchar *
squeeze (const gchar *text)
{
  GString *out = g_string_sized_new (strlen (text));

  for (const gchar *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c;

      if (*p > ' ' && *p < 0x7f)
        {
          g_string_append_c (out, *p);
          continue;
        }
      c = g_utf8_get_char (p);
      if (c == 0xad || c == 0x200b || c == 0xfeff)
        continue;
      if (g_unichar_isspace (c) || c == 0xa0)
        {
          if (out->len > 0 && out->str[out->len - 1] != ' ')
            g_string_append_c (out, ' ');
        }
      else
        g_string_append_unichar (out, plain_digit (c));
    }
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

/* "7 to 18 November 2022 3" and "… 4" are one footer. */
static gchar *
furniture_key (const gchar *text, gboolean *ret_digits)
{
  GString *key = g_string_new (NULL);

  *ret_digits = FALSE;
  for (const gchar *p = text; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        {
          *ret_digits = TRUE;
          if (key->len == 0 || key->str[key->len - 1] != '#')
            g_string_append_c (key, '#');
        }
      else if (*p != ' ')
        g_string_append_c (key, g_ascii_tolower (*p));
    }
  return g_string_free (key, FALSE);
}

static gboolean
in_margin (const Page *page, const Line *line)
{
  return !box_is_none (line->box)
         && (line->box.y1 < page->height * HEADER_ZONE
             || line->box.y0 > page->height * FOOTER_ZONE);
}

/* How many pages have each text of a margin. */
static GHashTable *
count_margins (const Document *document, guint n_pages)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n_pages; i++)
    {
      const Page *page = g_ptr_array_index (document->pages, i);

      for (guint j = 0; j < page->lines->len; j++)
        {
          const Line *line = &g_array_index (page->lines, Line, j);
          gboolean digits;
          gchar *key;

          if (!in_margin (page, line))
            continue;
          key = furniture_key (line->text, &digits);
          g_hash_table_insert (
              counts, key,
              GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key))
                                + 1));
        }
    }
  return counts;
}

/* A heading such as "Recommendations" may open two pages of a report: only what a quarter
 * of the pages have is furniture, or what two have and counts the pages. */
static gboolean
is_furniture (GHashTable *margins, guint n_pages, const Page *page, const Line *line)
{
  g_autofree gchar *key = NULL;
  gboolean digits;
  guint count;

  if (line->role == LINE_ROLE_ARTIFACT || line->role == LINE_ROLE_STAMP)
    return TRUE;
  if (!in_margin (page, line))
    return FALSE;
  /* The logo on each page of a scan, read as "Ofsted", "Ofsted6", "Ofstedfsted". */
  if (page->status == PAGE_STATUS_OCR && strlen (line->text) < 16
      && g_ascii_strncasecmp (line->text, "ofsted", 6) == 0)
    return TRUE;
  key = furniture_key (line->text, &digits);
  if (g_str_equal (key, "#") || g_str_equal (key, "page#")
      || g_str_equal (key, "page#of#") || g_str_equal (key, "#of#"))
    return TRUE;
  count = GPOINTER_TO_UINT (g_hash_table_lookup (margins, key));
  return digits ? count >= 2 : count >= MAX (3, n_pages / 4);
}

/* The commonest size, by letters, to half a point. */
static gdouble
find_body_size (const Document *document, guint n_pages)
{
  gsize letters[128] = { 0 };
  guint best = 0;

  for (guint i = 0; i < n_pages; i++)
    {
      const Page *page = g_ptr_array_index (document->pages, i);

      for (guint j = 0; j < page->lines->len; j++)
        {
          const Line *line = &g_array_index (page->lines, Line, j);

          if (line->size > 0 && line->size < 63)
            letters[(guint)(line->size * 2 + 0.5)] += strlen (line->text);
        }
    }
  for (guint k = 1; k < G_N_ELEMENTS (letters); k++)
    if (letters[k] > letters[best])
      best = k;
  return letters[best] == 0 ? 0 : best / 2.0;
}

/* The number that opens a footnote, "1 The areas …", "2. Ofsted …"; 0 if none does. */
static guint
footnote_number (const gchar *text, const gchar **ret_rest)
{
  guint number = 0;
  guint digits = 0;

  while (digits < 3 && g_ascii_isdigit (text[digits]))
    number = number * 10 + g_ascii_digit_value (text[digits++]);
  if (digits == 0 || digits > 2 || number == 0)
    return 0;
  text += digits;
  if (*text == '.')
    text++;
  if (*text != '\0' && *text != ' ' && !g_ascii_isupper (*text))
    return 0;
  text += *text == ' ';
  /* "15 – 19 July 2013" */
  if (*text != '\0' && !g_unichar_isalpha (g_utf8_get_char (text))
      && strchr ("\"'(\xe2", *text) == NULL)
    return 0;
  if (g_str_has_prefix (text, "–") || g_str_has_prefix (text, "—"))
    return 0;
  *ret_rest = text;
  return number;
}

/* Set as footnotes are: small, in the lower half of a page. Recognised text has no sizes
 * to rely on; there what stands at the very foot counts. */
static gboolean
is_small (const ReportFlow *self, const Page *page, const Line *line)
{
  if (page->status == PAGE_STATUS_OCR)
    return line->box.y0 > page->height * FOOTER_ZONE;
  return self->body_size > 0 && line->size > 0
         && line->size < self->body_size * SMALL_TYPE && line->box.y0 > page->height / 2;
}

/* The lines at the foot of a page that are set small, from the first that has a number.
 * Returns how many of the n kept lines stand above them. */
static guint
take_footnotes (ReportFlow *self, const Page *page, const Line **kept, guint n)
{
  guint first = n;
  guint begin = n;
  Footnote *note = NULL;

  while (first > 0 && is_small (self, page, kept[first - 1]))
    first--;
  for (guint i = first; i < n; i++)
    {
      g_autofree gchar *text = squeeze (kept[i]->text);
      const gchar *rest = text;
      guint number = footnote_number (text, &rest);

      if (number > 0 && (note == NULL || number > note->number))
        {
          Footnote fresh = { page->number, number, g_strdup (rest) };

          begin = MIN (begin, i);
          g_array_append_val (self->footnotes, fresh);
          note = &g_array_index (self->footnotes, Footnote, self->footnotes->len - 1);
        }
      else if (note != NULL && strlen (note->text) < MAX_FOOTNOTE)
        {
          gchar *longer =
              g_strconcat (note->text, *note->text != '\0' ? " " : "", text, NULL);

          g_free (note->text);
          note->text = longer;
        }
    }
  return begin;
}

/* "need to improve?1" leads to footnote 1 of its page, but "21+", "Year 6" and "P3" lead
 * nowhere. Removes the number, and says which it was. */
static guint
strip_footnote_mark (const ReportFlow *self, guint page, gchar *text)
{
  guint found = 0;

  guint marks = 0;

  for (gchar *p = text + 1; *text != '\0' && *p != '\0' && marks < MAX_MARKS; p++)
    {
      gchar before = p[-1];
      gchar *end = p;
      guint number = 0;

      if (!g_ascii_isdigit (*p)
          || !(g_ascii_islower (before) || strchr (".,;:?!)\x99\x9d", before) != NULL))
        continue;
      while (g_ascii_isdigit (*end) && end - p < 3)
        number = number * 10 + g_ascii_digit_value (*end++);
      if ((*end == '\0' || strchr (" .,;:)", *end) != NULL)
          && report_flow_footnote (self, page, number) != NULL
          && !(p - text >= 2 && g_ascii_isdigit (p[-2])))
        {
          memmove (p, end, strlen (end) + 1);
          found = number;
          marks++;
          p--;
        }
    }
  return found;
}

/* Does the cell after line i, in its row, hold a page number alone? */
static gboolean
has_page_cell (const Line **kept, guint i, guint n)
{
  const Line *line = kept[i];
  const Line *next = i + 1 < n ? kept[i + 1] : NULL;

  return next != NULL && line->table > 0 && next->table == line->table
         && next->row == line->row && next->column > line->column && *next->text != '\0'
         && strspn (next->text, "0123456789 ") == strlen (next->text);
}

/* From a heading "Contents" to the end of its page, table cells and lines that end in a
 * page number; elsewhere lines with leaders, and cells beside a page number. */
static gboolean
is_contents (const Line **kept, guint i, guint n, gboolean after_heading)
{
  const gchar *text = kept[i]->text;
  gsize length = strlen (text);

  while (length > 0 && text[length - 1] == ' ')
    length--;
  if (has_page_cell (kept, i, n) || (after_heading && kept[i]->table > 0))
    return TRUE;
  if (length == 0 || !g_ascii_isdigit (text[length - 1]))
    return FALSE;
  if (after_heading)
    return TRUE;
  while (length > 0 && (g_ascii_isdigit (text[length - 1]) || text[length - 1] == ' '))
    length--;
  return length > 3 && text[length - 1] == '.' && text[length - 2] == '.';
}

static void
add_line (ReportFlow *self, const Page *page, const Line *line, const Line *above,
          gboolean contents)
{
  FlowLine flow = { .page = page->number,
                    .box = line->box,
                    .table = line->table,
                    .size = line->size,
                    .bold = line->bold };

  flow.text = squeeze (line->text);
  flow.large = self->body_size > 0 && line->size > self->body_size * LARGE_TYPE;
  if (box_is_none (line->box))
    flow.apart = above != NULL && *above->text == '\0';
  else if (above != NULL)
    flow.apart =
        line->box.y0 - above->box.y1 > (line->box.y1 - line->box.y0) * PARAGRAPH_ROOM;
  flow.contents = contents;
  flow.footnote = strip_footnote_mark (self, page->number, flow.text);
  if (*flow.text == '\0')
    flow_line_clear (&flow);
  else
    g_array_append_val (self->lines, flow);
}

/* A raised number that extract could not put into its line. */
static gboolean
is_stray_mark (const ReportFlow *self, const Line *line)
{
  return self->body_size > 0 && line->size > 0 && line->size < self->body_size * 0.8
         && strspn (line->text, "0123456789 ") == strlen (line->text);
}

/* A bullet that was recognised as a letter or two and stands apart from its text: "m™",
 * then "The quality of plans" to the right of it. */
static gboolean
is_lone_mark (const Page *page, const Line *line, const Line *next)
{
  if (page->status != PAGE_STATUS_OCR || next == NULL || *line->text == '\0'
      || g_utf8_strlen (line->text, -1) > 2 || g_ascii_isdigit (*line->text))
    return FALSE;
  return next->box.x0 > line->box.x1 && next->box.x0 < line->box.x1 + MARK_ROOM
         && next->box.y0 < line->box.y1 && next->box.y1 > line->box.y0;
}

/* The same line with a bullet, for as long as text holds it. */
static Line
put_mark (const Line *mark, const Line *line, gchar **ret_text)
{
  Line whole = *line;

  *ret_text = g_strconcat ("• ", line->text, NULL);
  whole.text = *ret_text;
  whole.box = box_join (mark->box, line->box);
  return whole;
}

static void
add_page (ReportFlow *self, const Page *page, GHashTable *margins, guint n_pages)
{
  g_autofree const Line **kept = g_new0 (const Line *, page->lines->len + 1);
  gboolean after_contents = FALSE;
  const Line *above = NULL;
  guint n = 0;

  if (page->status == PAGE_STATUS_OCR)
    self->recognised = TRUE;
  for (guint j = 0; j < page->lines->len; j++)
    {
      const Line *line = &g_array_index (page->lines, Line, j);

      if (!is_furniture (margins, n_pages, page, line))
        kept[n++] = line;
    }
  n = take_footnotes (self, page, kept, n);
  for (guint j = 0; j < n; j++)
    {
      g_autofree gchar *marked = NULL;
      Line whole;

      if (is_lone_mark (page, kept[j], j + 1 < n ? kept[j + 1] : NULL))
        {
          whole = put_mark (kept[j], kept[j + 1], &marked);
          j++;
          add_line (self, page, &whole, above, FALSE);
          above = kept[j];
          continue;
        }
      if (is_stray_mark (self, kept[j]))
        continue;
      add_line (self, page, kept[j], above, is_contents (kept, j, n, after_contents));
      after_contents =
          after_contents || g_ascii_strcasecmp (kept[j]->text, "contents") == 0;
      above = kept[j];
    }
}

ReportFlow *
report_flow_new (const Document *document, guint max_pages)
{
  ReportFlow *self = g_new0 (ReportFlow, 1);
  guint n_pages = MIN (document->pages->len, max_pages);
  g_autoptr (GHashTable) margins = count_margins (document, n_pages);

  self->lines = g_array_new (FALSE, FALSE, sizeof (FlowLine));
  g_array_set_clear_func (self->lines, flow_line_clear);
  self->footnotes = g_array_new (FALSE, FALSE, sizeof (Footnote));
  g_array_set_clear_func (self->footnotes, footnote_clear);
  self->body_size = find_body_size (document, n_pages);
  for (guint i = 0; i < n_pages; i++)
    add_page (self, g_ptr_array_index (document->pages, i), margins, n_pages);
  return self;
}
