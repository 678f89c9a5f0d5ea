/* json_writer.c: structs to lines of JSON, field by field of the schema's tables.
 *
 * The text is put together as it goes, without a tree of values first: a page has a
 * thousand of them. */

#include "pipelines/json.h"

#include "pipelines/offsets.h"

#include <math.h>
#include <string.h>

/* Numbers below this many steps have at most nine digits, which are printed as they are;
 * larger ones are places that no page has. */
#define MAX_STEPS 1000000000

typedef struct
{
  GString *out;
  const gchar *text; /* (nullable) that spans count in */
  Offsets *offsets;
} Writer;

static void write_struct (const Writer *self, const Field *fields, guint n_fields,
                          gconstpointer data);

static void
write_literal (const Writer *self, const gchar *literal)
{
  g_string_append (self->out, literal);
}

/* Every member but an object's or array's first has a comma before it. */
static void
write_comma (const Writer *self)
{
  gchar last = self->out->str[self->out->len - 1];

  if (last != '{' && last != '[' && last != ':')
    g_string_append_c (self->out, ',');
}

static void
write_key (const Writer *self, const gchar *name)
{
  gsize length = strlen (name);
  gsize old = self->out->len;
  gchar *at;

  /* ,"name": in one piece */
  g_string_set_size (self->out, old + length + 4);
  at = self->out->str + old;
  if (at[-1] != '{')
    *at++ = ',';
  *at++ = '"';
  memcpy (at, name, length);
  at += length;
  *at++ = '"';
  *at++ = ':';
  g_string_truncate (self->out, (gsize)(at - self->out->str));
}

static void
write_integer (const Writer *self, guint64 number)
{
  gchar digits[20];
  guint n = sizeof digits;

  do
    digits[--n] = (gchar)('0' + number % 10);
  while ((number /= 10) > 0);
  g_string_append_len (self->out, digits + n, sizeof digits - n);
}

/* In steps of which there are `steps` in 1: "72.0", "100.13". */
static void
write_rounded (const Writer *self, gdouble value, guint steps)
{
  gdouble n = isfinite (value) ? round (value * steps) : 0;
  gchar text[G_ASCII_DTOSTR_BUF_SIZE];
  guint whole, rest;

  if (fabs (n) >= MAX_STEPS)
    {
      g_ascii_formatd (text, sizeof text, "%.9g", n / steps);
      g_string_append (self->out, text);
      if (strpbrk (text, ".e") == NULL)
        g_string_append (self->out, ".0");
      return;
    }
  if (n < 0)
    g_string_append_c (self->out, '-');
  whole = (guint)fabs (n) / steps;
  rest = (guint)fabs (n) % steps;
  write_integer (self, whole);
  g_string_append_c (self->out, '.');
  do
    {
      steps /= 10;
      g_string_append_c (self->out, (gchar)('0' + rest / steps));
      rest %= steps;
    }
  while (rest > 0);
}

static void
write_escaped (const Writer *self, gchar c)
{
  static const gchar *const names[] = {
    ['\b'] = "\\b", ['\f'] = "\\f", ['\n'] = "\\n", ['\r'] = "\\r",
    ['\t'] = "\\t", ['"'] = "\\\"", ['\\'] = "\\\\"
  };
  static const gchar digits[] = "0123456789ABCDEF";
  gchar code[] = "\\u0000";

  if (names[(guchar)c] != NULL)
    {
      g_string_append (self->out, names[(guchar)c]);
      return;
    }
  code[4] = digits[(guchar)c >> 4];
  code[5] = digits[(guchar)c & 0xF];
  g_string_append (self->out, code);
}

static void
write_text (const Writer *self, const gchar *text, gsize length)
{
  gsize start = 0;

  g_string_append_c (self->out, '"');
  for (gsize i = 0; i < length; i++)
    if ((guchar)text[i] < 0x20 || text[i] == '"' || text[i] == '\\')
      {
        g_string_append_len (self->out, text + start, (gssize)(i - start));
        write_escaped (self, text[i]);
        start = i + 1;
      }
  g_string_append_len (self->out, text + start, (gssize)(length - start));
  g_string_append_c (self->out, '"');
}

static void
write_string (const Writer *self, const gchar *text)
{
  if (text == NULL)
    write_literal (self, "null");
  else
    write_text (self, text, strlen (text));
}

static void
write_box (const Writer *self, Box box)
{
  const gdouble sides[] = { box.x0, box.y0, box.x1, box.y1 };

  if (box_is_none (box))
    {
      write_literal (self, "null");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_string_append_c (self->out, i == 0 ? '[' : ',');
      write_rounded (self, sides[i], 100);
    }
  g_string_append_c (self->out, ']');
}

static void
write_span (const Writer *self, const Span *span, gboolean exact)
{
  if (exact)
    {
      write_key (self, "exact");
      write_text (self, self->text + span->start, span->end - span->start);
    }
  write_key (self, "start");
  write_integer (self, offsets_to_points (self->offsets, span->start));
  write_key (self, "end");
  write_integer (self, offsets_to_points (self->offsets, span->end));
}

static void
write_place (const Writer *self, const GArray *boxes)
{
  const PageBox *first =
      boxes != NULL && boxes->len > 0 ? (const PageBox *)boxes->data : NULL;

  write_key (self, "page");
  if (first != NULL)
    write_integer (self, first->page);
  else
    write_literal (self, "null");
  write_key (self, "bbox");
  write_box (self, first != NULL ? first->box : BOX_NONE);
}

static void
write_structs (const Writer *self, const Field *field, const GArray *structs)
{
  g_string_append_c (self->out, '[');
  for (guint i = 0; structs != NULL && i < structs->len; i++)
    {
      write_comma (self);
      write_struct (self, field->shape->fields, field->shape->n_fields,
                    structs->data + i * field->shape->size);
    }
  g_string_append_c (self->out, ']');
}

static void
write_pointers (const Writer *self, const Field *field, const GPtrArray *pointers)
{
  g_string_append_c (self->out, '[');
  for (guint i = 0; pointers != NULL && i < pointers->len; i++)
    {
      write_comma (self);
      if (field->shape != NULL)
        write_struct (self, field->shape->fields, field->shape->n_fields,
                      pointers->pdata[i]);
      else
        write_string (self, pointers->pdata[i]);
    }
  g_string_append_c (self->out, ']');
}

static void
write_or_null (const Writer *self, gboolean known, guint64 number)
{
  if (known)
    write_integer (self, number);
  else
    write_literal (self, "null");
}

static void
write_value (const Writer *self, const Field *field, gconstpointer member)
{
  switch (field->kind)
    {
    case FIELD_STRING:
    case FIELD_TEXT:
      g_assert (*(gchar *const *)member != NULL);
      write_string (self, *(gchar *const *)member);
      return;
    case FIELD_STRING_OR_NULL:
      write_string (self, *(gchar *const *)member);
      return;
    case FIELD_STRINGS:
    case FIELD_POINTERS:
      write_pointers (self, field, *(GPtrArray *const *)member);
      return;
    case FIELD_STRUCTS:
      write_structs (self, field, *(GArray *const *)member);
      return;
    case FIELD_UINT:
      write_integer (self, *(const guint *)member);
      return;
    case FIELD_UINT_OR_NULL:
      write_or_null (self, *(const guint *)member > 0, *(const guint *)member);
      return;
    case FIELD_INT_OR_NULL:
      write_or_null (self, *(const gint *)member >= 0, (guint64) * (const gint *)member);
      return;
    case FIELD_UINT64:
      write_integer (self, *(const guint64 *)member);
      return;
    case FIELD_BOOL:
      write_literal (self, *(const gboolean *)member ? "true" : "false");
      return;
    case FIELD_POINTS:
      write_rounded (self, *(const gdouble *)member, 100);
      return;
    case FIELD_SCORE:
      write_rounded (self, *(const gdouble *)member, 1000);
      return;
    case FIELD_ENUM:
      g_assert (*(const guint *)member < field->n_names);
      write_string (self, field->names[*(const guint *)member]);
      return;
    case FIELD_BOX:
      write_box (self, *(const Box *)member);
      return;
    case FIELD_RANGE:
    case FIELD_SPAN:
    case FIELD_PLACE:
      break; /* more than one key: write_field () */
    }
  g_assert_not_reached ();
}

static void
write_field (const Writer *self, const Field *field, gconstpointer data)
{
  gconstpointer member = (const gchar *)data + field->offset;

  if (field->kind == FIELD_RANGE || field->kind == FIELD_SPAN)
    write_span (self, member, field->kind == FIELD_SPAN);
  else if (field->kind == FIELD_PLACE)
    write_place (self, *(GArray *const *)member);
  else
    {
      write_key (self, field->name);
      write_value (self, field, member);
    }
}

static void
write_struct (const Writer *self, const Field *fields, guint n_fields, gconstpointer data)
{
  g_string_append_c (self->out, '{');
  for (guint i = 0; i < n_fields; i++)
    write_field (self, &fields[i], data);
  g_string_append_c (self->out, '}');
}

static void
write_head (const Writer *self, const gchar *type)
{
  g_string_append_c (self->out, '{');
  write_key (self, "type");
  write_string (self, type);
  write_key (self, "schema");
  write_integer (self, SCHEMA_VERSION);
}

void
json_write_record (const Record *record, GString *out)
{
  const RecordShape *shape = &record_shapes[record->type];
  Writer self = { .out = out };

  write_head (&self, shape->type);
  for (guint i = 0; i < shape->n_fields; i++)
    {
      const Field *field = &shape->fields[i];
      gconstpointer data = record->base[field->base];

      if (data == NULL) /* not known at this stage: tags before classify */
        {
          write_key (&self, field->name);
          write_literal (&self, "[]");
          continue;
        }
      if (field->kind == FIELD_TEXT)
        {
          self.text = *(gchar *const *)((const gchar *)data + field->offset);
          self.offsets = offsets_new (self.text);
        }
      write_field (&self, field, data);
    }
  write_literal (&self, "}\n");
  offsets_free (self.offsets);
}

void
json_write_shape (const Shape *shape, gconstpointer data, GString *out)
{
  Writer self = { .out = out };

  write_head (&self, shape->name);
  for (guint i = 0; i < shape->n_fields; i++)
    write_field (&self, &shape->fields[i], data);
  write_literal (&self, "}\n");
}
