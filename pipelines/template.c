/* template.c: a template is cut into pieces once, and filled piece by piece. */

#include "pipelines/template.h"

#include <string.h>

/* Sections within sections. */
#define MAX_DEPTH 24u

typedef enum
{
  PIECE_TEXT,
  PIECE_NAME,
  PIECE_RAW,
  PIECE_SECTION, /* up to `end` */
  PIECE_INVERTED,
  PIECE_END
} PieceKind;

typedef struct
{
  PieceKind kind;
  gchar *text; /* the text, or the name */
  guint end;   /* of a section: the piece that ends it */
} Piece;

struct Template
{
  TemplateEscape escape;
  GArray *pieces; /* Piece */
};

/* The views from the innermost outwards. */
typedef struct Scope Scope;
struct Scope
{
  const View *view;
  const Scope *around;
};

G_DEFINE_QUARK (template_error_quark, template_error)

static void
piece_clear (gpointer data)
{
  g_free (((Piece *)data)->text);
}

void
template_free (Template *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->pieces);
  g_free (self);
}

static void
append (Template *self, PieceKind kind, const gchar *text, gsize length)
{
  Piece piece = { kind, g_strndup (text, length), 0 };

  g_array_append_val (self->pieces, piece);
}

static guint
line_of (const gchar *text, const gchar *at)
{
  guint line = 1;

  for (; text < at; text++)
    line += *text == '\n';
  return line;
}

static gboolean
is_raw_name (const gchar *name, gsize length)
{
  return (length == 5 && strncmp (name, "style", 5) == 0)
         || (length == 6 && strncmp (name, "script", 6) == 0);
}

/* A tag that prints nothing, alone on its line: the text before it ends where the line
 * begins, and *after is moved to the next line. */
static const gchar *
trim_line (const gchar *text, const gchar *tag, const gchar **after)
{
  const gchar *start = tag;
  const gchar *end = *after;

  while (start > text && (start[-1] == ' ' || start[-1] == '\t'))
    start--;
  while (*end == ' ' || *end == '\t')
    end++;
  if ((start > text && start[-1] != '\n') || (*end != '\n' && *end != '\0'))
    return tag;
  *after = *end == '\n' ? end + 1 : end;
  return start;
}

/* Cuts at the tags. */
static gboolean
cut (Template *self, const gchar *text, GError **error)
{
  const gchar *at = text;

  for (;;)
    {
      const gchar *tag = strstr (at, "{{");
      const gchar *close = tag != NULL ? strstr (tag, "}}") : NULL;
      const gchar *name = tag != NULL ? tag + 2 : NULL;
      const gchar *after = close != NULL ? close + 2 : NULL;
      PieceKind kind = PIECE_NAME;

      if (tag == NULL)
        break;
      if (close == NULL)
        {
          g_set_error (error, TEMPLATE_ERROR, TEMPLATE_ERROR_SYNTAX,
                       "line %u: a tag that does not end", line_of (text, tag));
          return FALSE;
        }
      if (strchr ("#^/&!", *name) != NULL)
        {
          kind = *name == '#'   ? PIECE_SECTION
                 : *name == '^' ? PIECE_INVERTED
                 : *name == '/' ? PIECE_END
                 : *name == '&' ? PIECE_RAW
                                : PIECE_TEXT;
          name++;
        }
      if (kind == PIECE_RAW && !is_raw_name (name, close - name))
        {
          g_set_error (error, TEMPLATE_ERROR, TEMPLATE_ERROR_SYNTAX,
                       "line %u: only style and script go in as they are",
                       line_of (text, tag));
          return FALSE;
        }
      if (kind != PIECE_NAME && kind != PIECE_RAW)
        tag = trim_line (at, tag, &after);
      append (self, PIECE_TEXT, at, tag - at);
      if (kind != PIECE_TEXT)
        append (self, kind, name, close - name);
      at = after;
    }
  append (self, PIECE_TEXT, at, strlen (at));
  return TRUE;
}

/* Finds the end of each section. */
static gboolean
match (Template *self, GError **error)
{
  guint open[MAX_DEPTH];
  guint depth = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      Piece *piece = &g_array_index (self->pieces, Piece, i);
      Piece *start;

      if (piece->kind == PIECE_SECTION || piece->kind == PIECE_INVERTED)
        {
          if (depth == MAX_DEPTH)
            {
              g_set_error (error, TEMPLATE_ERROR, TEMPLATE_ERROR_SYNTAX,
                           "section %s: more than %u within each other", piece->text,
                           MAX_DEPTH);
              return FALSE;
            }
          open[depth++] = i;
        }
      if (piece->kind != PIECE_END)
        continue;
      start = depth > 0 ? &g_array_index (self->pieces, Piece, open[depth - 1]) : NULL;
      if (start == NULL || strcmp (start->text, piece->text) != 0)
        {
          g_set_error (error, TEMPLATE_ERROR, TEMPLATE_ERROR_SYNTAX,
                       "{{/%s}} where {{/%s}} should be", piece->text,
                       start != NULL ? start->text : "");
          return FALSE;
        }
      start->end = i;
      depth--;
    }
  if (depth == 0)
    return TRUE;
  g_set_error (error, TEMPLATE_ERROR, TEMPLATE_ERROR_SYNTAX, "section %s does not end",
               g_array_index (self->pieces, Piece, open[depth - 1]).text);
  return FALSE;
}

Template *
template_new (const gchar *text, TemplateEscape escape, GError **error)
{
  g_autoptr (Template) self = g_new0 (Template, 1);

  self->escape = escape;
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, piece_clear);
  if (!cut (self, text, error) || !match (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* The innermost scope that has the name; NULL if none has. */
static const Scope *
find (const Scope *scope, const gchar *name)
{
  for (; scope != NULL; scope = scope->around)
    if (view_get (scope->view, name) != NULL || view_get_list (scope->view, name) != NULL)
      return scope;
  return NULL;
}

static void fill (const Template *self, guint from, guint to, const Scope *scope,
                  GString *out);

/* The pieces between the section's start and its end. */
static void
fill_section (const Template *self, guint start, const Scope *scope, GString *out)
{
  const Piece *piece = &g_array_index (self->pieces, Piece, start);
  const Scope *found = find (scope, piece->text);
  const GPtrArray *list = found != NULL ? view_get_list (found->view, piece->text) : NULL;
  const gchar *text = found != NULL ? view_get (found->view, piece->text) : NULL;
  gboolean there = (list != NULL && list->len > 0) || (text != NULL && *text != '\0');

  if (piece->kind == PIECE_INVERTED)
    {
      if (!there)
        fill (self, start + 1, piece->end, scope, out);
      return;
    }
  if (there && list == NULL)
    fill (self, start + 1, piece->end, scope, out);
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      Scope inner = { list->pdata[i], scope };

      fill (self, start + 1, piece->end, &inner, out);
    }
}

static void
fill (const Template *self, guint from, guint to, const Scope *scope, GString *out)
{
  for (guint i = from; i < to; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);
      const Scope *found;
      const gchar *text;

      switch (piece->kind)
        {
        case PIECE_TEXT:
          g_string_append (out, piece->text);
          break;
        case PIECE_NAME:
        case PIECE_RAW:
          found = find (scope, piece->text);
          text = found != NULL ? view_get (found->view, piece->text) : NULL;
          if (text != NULL && piece->kind == PIECE_RAW)
            g_string_append (out, text);
          else if (text != NULL)
            self->escape (out, text);
          break;
        case PIECE_SECTION:
        case PIECE_INVERTED:
          fill_section (self, i, scope, out);
          i = piece->end;
          break;
        case PIECE_END:
          break;
        }
    }
}

void
template_fill (const Template *self, const View *view, GString *out)
{
  Scope scope = { view, NULL };

  fill (self, 0, self->pieces->len, &scope, out);
}

void
template_escape_html (GString *out, const gchar *text)
{
  for (const gchar *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      switch (c)
        {
        case '&':
          g_string_append (out, "&amp;");
          break;
        case '<':
          g_string_append (out, "&lt;");
          break;
        case '>':
          g_string_append (out, "&gt;");
          break;
        case '"':
          g_string_append (out, "&quot;");
          break;
        case '\'':
          g_string_append (out, "&#39;");
          break;
        default:
          if ((c < ' ' && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0)
              || (c & 0xfffe) == 0xfffe)
            c = 0xfffd;
          g_string_append_unichar (out, c);
        }
    }
}

void
template_escape_markdown (GString *out, const gchar *text)
{
  for (const gchar *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '<')
        g_string_append (out, "&lt;");
      else if (c == '>')
        g_string_append (out, "&gt;");
      else if (c == '&')
        g_string_append (out, "&amp;");
      else if (c == '\n' || c == '\r' || c == '\t')
        g_string_append_c (out, ' ');
      else if (c < 0x80 && strchr ("\\`*_{}[]#|~", (gint)c) != NULL)
        g_string_append_printf (out, "\\%c", (gchar)c);
      else if (c < ' ' || c == 0x7f)
        g_string_append_unichar (out, 0xfffd);
      else
        g_string_append_unichar (out, c);
    }
}
