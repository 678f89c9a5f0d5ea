/* json_fields.c: values become members of structs, if they are what the schema says. */

#include "pipelines/json_fields.h"

#include <string.h>

gboolean
json_fields_refuse (GError **error, const Field *field, const gchar *what)
{
  g_set_error (error, JSON_ERROR, JSON_ERROR_SCHEMA, "field %s is %s", field->name, what);
  return FALSE;
}

static gboolean
is_null (const TapeValue *value)
{
  return value == NULL || value->kind == TAPE_NULL;
}

static gboolean
is_number (const TapeValue *value)
{
  return value != NULL && (value->kind == TAPE_INTEGER || value->kind == TAPE_REAL);
}

gboolean
json_value_says (const TapeValue *value, const gchar *text)
{
  return value != NULL && value->kind == TAPE_STRING
         && tape_equal (value, text, strlen (text));
}

static gboolean
read_string (const TapeValue *value, const Field *field, gchar **ret_text, GError **error)
{
  gboolean nullable = field->kind == FIELD_STRING_OR_NULL;

  if (is_null (value))
    return nullable ? TRUE : json_fields_refuse (error, field, "missing");
  if (value->kind != TAPE_STRING)
    return json_fields_refuse (error, field, "no string");
  g_free (*ret_text);
  *ret_text = tape_dup (value);
  return TRUE;
}

static gboolean
read_integer (const TapeValue *value, const Field *field, gint64 max, gint64 *ret_number,
              GError **error)
{
  if (value == NULL || value->kind != TAPE_INTEGER || tape_get_integer (value) < 0
      || tape_get_integer (value) > max)
    return json_fields_refuse (error, field, "no whole number in range");
  *ret_number = tape_get_integer (value);
  return TRUE;
}

static gboolean
read_count (const TapeValue *value, const Field *field, gpointer member, GError **error)
{
  gboolean nullable =
      field->kind == FIELD_UINT_OR_NULL || field->kind == FIELD_INT_OR_NULL;
  gint64 max = field->kind == FIELD_UINT64 ? G_MAXINT64 : G_MAXINT32;
  gint64 number = field->kind == FIELD_INT_OR_NULL ? -1 : 0;

  if (!(nullable && is_null (value)) && !read_integer (value, field, max, &number, error))
    return FALSE;
  if (field->kind == FIELD_UINT64)
    *(guint64 *)member = (guint64)number;
  else
    *(gint *)member = (gint)number;
  return TRUE;
}

static gboolean
read_enum (const TapeValue *value, const Field *field, gint *ret_value, GError **error)
{
  for (guint i = 0; i < field->n_names; i++)
    if (field->names[i] != NULL ? json_value_says (value, field->names[i])
                                : value == NULL || value->kind != TAPE_STRING)
      {
        *ret_value = i;
        return TRUE;
      }
  return json_fields_refuse (error, field, "none of its values");
}

static gboolean
read_box (const TapeValue *value, const Field *field, gboolean strict, Box *ret_box,
          GError **error)
{
  gdouble side[4];
  const TapeValue *one;

  *ret_box = BOX_NONE;
  if (is_null (value))
    return TRUE;
  if (tape_count (value) != 4)
    return json_fields_refuse (error, field, "no box");
  one = tape_first (value);
  for (guint i = 0; i < 4; i++, one = tape_next (one))
    {
      if (!is_number (one))
        return json_fields_refuse (error, field, "no box");
      side[i] = tape_get_real (one);
    }
  *ret_box = (Box){ side[0], side[1], side[2], side[3] };
  if (strict && (side[0] > side[2] || side[1] > side[3] || box_is_none (*ret_box)))
    return json_fields_refuse (error, field, "a box that ends before it begins");
  return TRUE;
}

static gboolean
read_span (const TapeValue *object, const Field *field, Span *ret_span,
           const JsonWords *in, GError **error)
{
  gint64 start = 0, end = 0;
  gint64 length = in->offsets != NULL ? (gint64)offsets_get_length (in->offsets) : 0;

  if (!read_integer (tape_get (object, "start"), field, length, &start, error)
      || !read_integer (tape_get (object, "end"), field, length, &end, error))
    return FALSE;
  if (start > end)
    return json_fields_refuse (error, field, "a span that ends before it starts");
  ret_span->start = offsets_to_bytes (in->offsets, start);
  ret_span->end = offsets_to_bytes (in->offsets, end);
  if (field->kind == FIELD_SPAN)
    {
      const TapeValue *exact = tape_get (object, "exact");
      gsize size = ret_span->end - ret_span->start;

      if (exact == NULL || exact->kind != TAPE_STRING
          || !tape_equal (exact, in->text + ret_span->start, size))
        return json_fields_refuse (error, field, "not the words at its start and end");
    }
  return TRUE;
}

static gboolean
read_structs (const TapeValue *array, const Field *field, GArray *structs,
              const JsonWords *in, GError **error)
{
  const Shape *shape = field->shape;

  guint n = tape_count (array);
  const TapeValue *value = n > 0 ? tape_first (array) : NULL;

  g_array_set_size (structs, 0);
  for (guint i = 0; i < n; i++, value = tape_next (value))
    {
      gpointer data;

      g_array_set_size (structs, i + 1);
      data = structs->data + i * shape->size;
      if (shape->prepare != NULL)
        shape->prepare (data);
      if (!json_fields_read (value, shape->fields, shape->n_fields, data, in, error))
        {
          g_prefix_error (error, "%s: ", field->name);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_pointers (const TapeValue *array, const Field *field, GPtrArray *pointers,
               const JsonWords *in, GError **error)
{
  guint n = tape_count (array);
  const TapeValue *value = n > 0 ? tape_first (array) : NULL;

  g_ptr_array_set_size (pointers, 0);
  for (guint i = 0; i < n; i++, value = tape_next (value))
    {
      if (field->kind == FIELD_STRINGS)
        {
          gchar *text = NULL;

          if (!read_string (value, field, &text, error))
            return FALSE;
          g_ptr_array_add (pointers, text);
          continue;
        }
      g_ptr_array_add (pointers, field->shape->make ());
      if (!json_fields_read (value, field->shape->fields, field->shape->n_fields,
                             pointers->pdata[i], in, error))
        {
          g_prefix_error (error, "%s: ", field->name);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_value (const TapeValue *value, const Field *field, gpointer member,
            const JsonWords *in, GError **error)
{
  switch (field->kind)
    {
    case FIELD_STRING:
    case FIELD_TEXT:
    case FIELD_STRING_OR_NULL:
      return read_string (value, field, member, error);
    case FIELD_STRINGS:
    case FIELD_POINTERS:
    case FIELD_STRUCTS:
      if (value != NULL && value->kind != TAPE_ARRAY)
        return json_fields_refuse (error, field, "no array");
      return field->kind == FIELD_STRUCTS
                 ? read_structs (value, field, *(GArray **)member, in, error)
                 : read_pointers (value, field, *(GPtrArray **)member, in, error);
    case FIELD_UINT:
    case FIELD_UINT64:
    case FIELD_UINT_OR_NULL:
    case FIELD_INT_OR_NULL:
      return read_count (value, field, member, error);
    case FIELD_BOOL:
      if (value == NULL || (value->kind != TAPE_TRUE && value->kind != TAPE_FALSE))
        return json_fields_refuse (error, field, "neither true nor false");
      *(gboolean *)member = value->kind == TAPE_TRUE;
      return TRUE;
    case FIELD_POINTS:
    case FIELD_SCORE:
      if (!is_number (value))
        return json_fields_refuse (error, field, "no number");
      *(gdouble *)member = tape_get_real (value);
      return TRUE;
    case FIELD_ENUM:
      return read_enum (value, field, member, error);
    case FIELD_BOX:
      return read_box (value, field, in->strict, member, error);
    case FIELD_RANGE:
    case FIELD_SPAN:
    case FIELD_PLACE:
      break;
    }
  g_assert_not_reached ();
}

static gboolean
box_equal (Box a, Box b)
{
  return a.x0 == b.x0 && a.y0 == b.y0 && a.x1 == b.x1 && a.y1 == b.y1;
}

/* Page and box are those of the first of `boxes`, which says all. */
static gboolean
check_place (const TapeValue *object, const Field *field, GError **error)
{
  static const gchar *const names[] = { "page", "bbox" };
  const TapeValue *boxes = tape_get (object, "boxes");
  const TapeValue *first = tape_count (boxes) > 0 ? tape_first (boxes) : NULL;
  const TapeValue *here[2], *there[2];
  Box box, other;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      here[i] = tape_get (object, names[i]);
      there[i] = tape_get (first, names[i]);
      if (here[i] == NULL)
        return json_fields_refuse (error, field, "without its page or bbox");
    }
  if (is_null (there[0]) != is_null (here[0])
      || (!is_null (here[0])
          && (here[0]->kind != TAPE_INTEGER || there[0]->kind != TAPE_INTEGER
              || tape_get_integer (here[0]) != tape_get_integer (there[0]))))
    return json_fields_refuse (error, field, "on another page than its first box");
  if (!read_box (here[1], field, TRUE, &box, error)
      || !read_box (there[1], field, TRUE, &other, error))
    return FALSE;
  if (is_null (there[1]) != is_null (here[1])
      || (!is_null (here[1]) && !box_equal (box, other)))
    return json_fields_refuse (error, field, "not where its first box is");
  return TRUE;
}

static gboolean
is_missing (const TapeValue *object, const Field *field)
{
  return field->kind != FIELD_RANGE && field->kind != FIELD_SPAN
         && field->kind != FIELD_PLACE && tape_get (object, field->name) == NULL;
}

gboolean
json_field_read (const TapeValue *object, const Field *field, gpointer data,
                 const JsonWords *in, const TapeValue **next, GError **error)
{
  gpointer member = (gchar *)data + field->offset;

  if (in->strict && is_missing (object, field))
    return json_fields_refuse (error, field, "missing");
  if (field->kind == FIELD_PLACE)
    return !in->strict || check_place (object, field, error);
  if (field->kind == FIELD_RANGE || field->kind == FIELD_SPAN)
    return read_span (object, field, member, in, error);
  return read_value (tape_get_next (object, field->name, next), field, member, in, error);
}

gboolean
json_fields_read (const TapeValue *object, const Field *fields, guint n_fields,
                  gpointer data, const JsonWords *in, GError **error)
{
  const TapeValue *next = NULL;

  if (object->kind != TAPE_OBJECT)
    {
      g_set_error (error, JSON_ERROR, JSON_ERROR_SCHEMA, "no object");
      return FALSE;
    }
  for (guint i = 0; i < n_fields; i++)
    if (!json_field_read (object, &fields[i], data, in, &next, error))
      return FALSE;
  return TRUE;
}
