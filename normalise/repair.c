/* repair.c: lines of pages become a set of those that are page furniture. */

#include "normalise/repair.h"

#include "normalise/word_list.h"

#include <string.h>

/* Lines from the edge of a page that can be furniture, and how far the edge reaches. */
#define EDGE_LINES 5
#define EDGE_SHARE 0.14
/* Points by which a running line may move from page to page. */
#define DRIFT 8.0
/* Below this share of the page a line that names its own page is its foot. */
#define FOOT 0.88
/* The size of letters that stand across a page's text. */
#define WATERMARK 30.0
/* Where the foot of an only page is, and its lines' heights that set it apart. */
#define VERY_FOOT 0.92
#define APART 2.5
/* A document without furniture has no more kinds of edge lines than this. */
#define MAX_KINDS 20000
/* Lines in which a meeting's list of those present begins. */
#define HEADING_LINES 30
/* Bytes of a title that a further page repeats. */
#define MAX_CONTINUED 160

typedef struct
{
  gdouble y;
  guint first, last; /* pages */
  guint n;           /* pages it is on */
} Kind;

/* A line near the edge of its page, from the edge inwards. */
typedef struct
{
  const Line *line;
  Kind *kind; /* NULL: furniture whatever the other pages say */
  guint side; /* 2 * page, + 1 at the foot */
  gboolean heading;
  gboolean mark; /* a watermark's word, anywhere on its page */
} Edge;

static void
add_character (GString *key, gunichar c)
{
  if (g_unichar_isspace (c))
    return;
  if (!g_unichar_isdigit (c))
    g_string_append_unichar (key, g_unichar_tolower (c));
  else if (key->len == 0 || key->str[key->len - 1] != '#')
    g_string_append_c (key, '#');
}

/* "Page 3 of 12" and "Page 11 of 12" are of one kind. (transfer full) */
static GString *
key_of (const gchar *text)
{
  GString *key = g_string_sized_new (128);

  for (const gchar *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_ascii_isalpha (*p))
      g_string_append_c (key, g_ascii_tolower (*p));
    else
      add_character (key, g_utf8_get_char (p));
  return key;
}

/* Of a key at a height, in `into`, which is overwritten. (transfer none) */
static const gchar *
key_at (const GString *key, gint step, GString *into)
{
  g_string_truncate (into, 0);
  for (guint i = 0; i < 6; i++)
    g_string_append_c (into, (gchar)(' ' + ((guint)step >> 6 * i & 63)));
  g_string_append_len (into, key->str, (gssize)key->len);
  return into->str;
}

static gboolean
skip_word (const gchar **text, const gchar *word)
{
  gsize length;

  if (g_ascii_tolower (**text) != word[0])
    return FALSE;
  length = strlen (word);
  if (g_ascii_strncasecmp (*text, word, length) != 0 || g_ascii_isalnum ((*text)[length]))
    return FALSE;
  *text += length;
  return TRUE;
}

gboolean
repair_is_page_number (const gchar *text)
{
  guint numbers = 0;
  gsize length = strlen (text);

  if (length > 24)
    return FALSE;
  while (*text != '\0')
    {
      if (g_ascii_isdigit (*text))
        {
          const gchar *start = text;

          while (g_ascii_isdigit (*text))
            text++;
          if (text - start > 4)
            return FALSE;
          /* "2020-21", the last word of a title */
          if (text - start == 4 && (start[0] == '1' || start[0] == '2')
              && (*text == '-' || *text == '/') && g_ascii_isdigit (text[1]))
            return FALSE;
          numbers++;
        }
      else if (strchr (" -!/|.()[]", *text) != NULL)
        text++;
      else if (g_str_has_prefix (text, "–") || g_str_has_prefix (text, "—"))
        text += strlen ("–");
      else if (!skip_word (&text, "page") && !skip_word (&text, "of")
               && !skip_word (&text, "tudalen"))
        return FALSE;
    }
  return numbers == 1 || numbers == 2;
}

static gint
compare_height (gconstpointer a, gconstpointer b)
{
  const Line *x = *(const Line *const *)a;
  const Line *y = *(const Line *const *)b;

  return x->box.y0 < y->box.y0 ? -1 : x->box.y0 > y->box.y0;
}

static Kind *
note (GHashTable *kinds, guint index, const Line *line)
{
  g_autoptr (GString) key = key_of (line->text);
  g_autoptr (GString) full = g_string_sized_new (key->len + 16);
  gint at = (gint)(line->box.y0 / DRIFT);
  Kind *kind = NULL;

  /* A running line that sits on the border of two steps is found in the one before. */
  for (gint step = at - 1; kind == NULL && step <= at + 1; step++)
    {
      kind = g_hash_table_lookup (kinds, key_at (key, step, full));
      if (kind != NULL && ABS (kind->y - line->box.y0) > DRIFT)
        kind = NULL;
    }
  if (kind == NULL)
    {
      if (g_hash_table_size (kinds) >= MAX_KINDS)
        return NULL;
      kind = g_new0 (Kind, 1);
      kind->y = line->box.y0;
      kind->first = index;
      g_hash_table_insert (kinds, g_strdup (key_at (key, at, full)), kind);
    }
  if (kind->n == 0 || kind->last != index)
    kind->n++;
  kind->last = index;
  return kind;
}

/* "DRAFT" printed large and upright across the text, page after page. */
static gboolean
is_watermark (const Line *line)
{
  static const gchar *const words[] = { "draft",      "unapproved",    "unconfirmed",
                                        "copy",       "sample",        "draft minutes",
                                        "draft copy", "draft document" };
  gsize length;

  if (line->text[0] == '\0' || strchr ("ducsDUCS", line->text[0]) == NULL)
    return FALSE;
  length = strlen (line->text);
  while (length > 0 && strchr (" .", line->text[length - 1]) != NULL)
    length--;
  return word_list_has (words, G_N_ELEMENTS (words), line->text, length);
}

/* "Saltmere Improvement Board – page 1", on page 1 and at its foot. */
static gboolean
ends_in_page (const Page *page, const Line *line)
{
  g_autofree gchar *lower = g_ascii_strdown (line->text, -1);
  const gchar *at = g_strrstr (lower, "page ");

  return at != NULL && line->box.y0 > page->height * FOOT
         && g_ascii_strtoull (at + strlen ("page "), NULL, 10) == page->number
         && repair_is_page_number (at);
}

/* Page numbers of one page only: nothing else of its kind to compare with, so it must
 * look like one and stand apart at the very edge. */
static gboolean
is_lone_number (const Page *page, const Line *line)
{
  /* "Page 3 of 9" says itself what it is. */
  gboolean named = skip_word (&(const gchar *){ line->text }, "page")
                   || skip_word (&(const gchar *){ line->text }, "tudalen");

  if (ends_in_page (page, line))
    return TRUE;
  return repair_is_page_number (line->text)
         && (line->box.y0 > page->height * (named ? 0.86 : 0.91)
             || line->box.y1 < page->height * (named ? 0.1 : 0.06));
}

/* "(214) Crown Road (continued)", "Crown Road – cont'd" at the top of a further page. An
 * item that goes on after an adjournment has its number before it. */
static gboolean
is_continuation (const Page *page, const Line *line)
{
  static const gchar *const words[] = { "continued", "cont'd", "cont’d", "contd",
                                        "cont" };
  g_autofree gchar *text = NULL;
  gsize length;

  if (page->number < 2 || strlen (line->text) > MAX_CONTINUED
      || g_ascii_isdigit (line->text[0]))
    return FALSE;
  text = g_ascii_strdown (line->text, -1);
  length = strlen (text);
  while (length > 0 && strchr (".)] ", text[length - 1]) != NULL)
    text[--length] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize word = strlen (words[i]);

      if (length > word + 2 && g_str_has_suffix (text, words[i])
          && (strchr ("([", text[length - word - 1]) != NULL
              || (text[length - word - 1] == ' '
                  && strchr ("-\x93\x94", text[length - word - 2]) != NULL)))
        return TRUE;
    }
  return FALSE;
}

/* Whether a meeting's heading is on the page: its list of those present is. What stands
 * at the top of such a page is the heading and no furniture, though minutes bound
 * together repeat it from meeting to meeting. */
static gboolean
has_heading (const Page *page)
{
  static const gchar *const labels[] = {
    "present",     "members present", "councillors present",   "attendance",
    "attendees",   "in attendance",   "members in attendance", "presennol",
    "yn bresennol"
  };

  for (guint i = 0; i < page->lines->len && i < HEADING_LINES; i++)
    {
      const gchar *text = g_array_index (page->lines, Line, i).text;

      text += strspn (text, " ");
      for (guint k = 0; k < G_N_ELEMENTS (labels); k++)
        if (skip_word (&(const gchar *){ text }, labels[k]))
          return TRUE;
    }
  return FALSE;
}

static void
add_edge (GArray *edges, GHashTable *kinds, const Page *page, guint index,
          const Line *line, gboolean foot, gboolean heading)
{
  Edge edge = { .line = line, .side = 2 * index + foot, .heading = heading };

  if (line->role != LINE_ROLE_ARTIFACT && !is_lone_number (page, line))
    {
      edge.kind = note (kinds, index, line);
      if (edge.kind == NULL)
        return;
    }
  g_array_append_val (edges, edge);
}

/* The last line of a document's only page, at its very foot and far below the text: there
 * is no other page for it to recur on. */
static gboolean
is_lone_foot (const Page *page, const GPtrArray *lines)
{
  const Line *last, *above;

  if (lines->len < 2)
    return FALSE;
  last = g_ptr_array_index (lines, lines->len - 1);
  above = g_ptr_array_index (lines, lines->len - 2);
  return last->box.y0 > page->height * VERY_FOOT
         && last->box.y0 - above->box.y1 > APART * (last->box.y1 - last->box.y0);
}

static void
read_page (GHashTable *kinds, GArray *edges, GHashTable *furniture, const Page *page,
           guint index, gboolean only)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  guint n;

  for (guint i = 0; i < page->lines->len; i++)
    {
      const Line *line = &g_array_index (page->lines, Line, i);

      if (line->role == LINE_ROLE_ARTIFACT
          || (line->box.y0 < page->height * EDGE_SHARE && !box_is_none (line->box)
              && is_continuation (page, line))
          || (line->size >= WATERMARK && is_watermark (line)))
        g_hash_table_add (furniture, (gpointer)line);
      else if (is_watermark (line) && !box_is_none (line->box))
        {
          Edge mark = { .line = line, .mark = TRUE };

          mark.kind = note (kinds, index, line);
          if (mark.kind != NULL)
            g_array_append_val (edges, mark);
        }
      else if (line->role != LINE_ROLE_STAMP && line->text[0] != '\0'
               && !box_is_none (line->box))
        g_ptr_array_add (lines, (gpointer)line);
    }
  g_ptr_array_sort (lines, compare_height);
  if (only && is_lone_foot (page, lines))
    g_hash_table_add (furniture, g_ptr_array_index (lines, lines->len - 1));
  n = MIN (lines->len, EDGE_LINES);
  for (guint i = 0; i < n; i++)
    {
      const Line *line = g_ptr_array_index (lines, i);

      if (line->box.y0 < page->height * EDGE_SHARE)
        add_edge (edges, kinds, page, index, line, FALSE, has_heading (page));
    }
  for (guint i = 0; i < n; i++)
    {
      const Line *line = g_ptr_array_index (lines, lines->len - 1 - i);

      if (line->box.y1 > page->height * (1 - EDGE_SHARE))
        add_edge (edges, kinds, page, index, line, TRUE, FALSE);
    }
}

static gboolean
recurs (const Kind *kind)
{
  return kind == NULL || (kind->n >= 2 && 2 * kind->n > kind->last - kind->first + 1);
}

GHashTable *
repair_furniture (const Document *document)
{
  GHashTable *furniture = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) kinds =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  guint inner = G_MAXUINT;

  for (guint i = 0; i < document->pages->len; i++)
    read_page (kinds, edges, furniture, g_ptr_array_index (document->pages, i), i,
               document->pages->len == 1);
  /* From the edge inwards, up to the first line that is text: "(Item 4)" below a heading
   * at the top of two pages is none, though it recurs. */
  for (guint i = 0; i < edges->len; i++)
    {
      const Edge *edge = &g_array_index (edges, Edge, i);

      if (edge->mark)
        {
          if (recurs (edge->kind))
            g_hash_table_add (furniture, (gpointer)edge->line);
          continue;
        }
      if (edge->side == inner)
        continue;
      if (edge->heading && edge->kind != NULL)
        continue;
      if (recurs (edge->kind))
        g_hash_table_add (furniture, (gpointer)edge->line);
      else
        inner = edge->side;
    }
  return furniture;
}
