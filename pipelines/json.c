/* json.c: lines of JSON to structs field by field of the schema's tables. */

#include "pipelines/json.h"

#include "pipelines/offsets.h"
#include "pipelines/tape.h"

#include <string.h>

G_DEFINE_QUARK (json_error_quark, json_error)

typedef struct
{
  const gchar *text; /* (nullable) that spans count in */
  Offsets *offsets;
  gboolean strict; /* nothing may be missing */
} Words;

static gboolean read_struct (const TapeValue *object, const Field *fields, guint n_fields,
                             gpointer data, const Words *in, GError **error);

static gboolean
refuse (GError **error, const Field *field, const gchar *what)
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

static gboolean
says (const TapeValue *value, const gchar *text)
{
  return value != NULL && value->kind == TAPE_STRING
         && tape_equal (value, text, strlen (text));
}

static gboolean
read_string (const TapeValue *value, const Field *field, gchar **ret_text, GError **error)
{
  gboolean nullable = field->kind == FIELD_STRING_OR_NULL;

  if (is_null (value))
    return nullable ? TRUE : refuse (error, field, "missing");
  if (value->kind != TAPE_STRING)
    return refuse (error, field, "no string");
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
    return refuse (error, field, "no whole number in range");
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
    if (field->names[i] != NULL ? says (value, field->names[i])
                                : value == NULL || value->kind != TAPE_STRING)
      {
        *ret_value = i;
        return TRUE;
      }
  return refuse (error, field, "none of its values");
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
    return refuse (error, field, "no box");
  one = tape_first (value);
  for (guint i = 0; i < 4; i++, one = tape_next (one))
    {
      if (!is_number (one))
        return refuse (error, field, "no box");
      side[i] = tape_get_real (one);
    }
  *ret_box = (Box){ side[0], side[1], side[2], side[3] };
  if (strict && (side[0] > side[2] || side[1] > side[3] || box_is_none (*ret_box)))
    return refuse (error, field, "a box that ends before it begins");
  return TRUE;
}

static gboolean
read_span (const TapeValue *object, const Field *field, Span *ret_span, const Words *in,
           GError **error)
{
  gint64 start, end;
  gint64 length = in->offsets != NULL ? (gint64)offsets_get_length (in->offsets) : 0;

  if (!read_integer (tape_get (object, "start"), field, length, &start, error)
      || !read_integer (tape_get (object, "end"), field, length, &end, error))
    return FALSE;
  if (start > end)
    return refuse (error, field, "a span that ends before it starts");
  ret_span->start = offsets_to_bytes (in->offsets, start);
  ret_span->end = offsets_to_bytes (in->offsets, end);
  if (field->kind == FIELD_SPAN)
    {
      const TapeValue *exact = tape_get (object, "exact");
      gsize size = ret_span->end - ret_span->start;

      if (exact == NULL || exact->kind != TAPE_STRING
          || !tape_equal (exact, in->text + ret_span->start, size))
        return refuse (error, field, "not the words at its start and end");
    }
  return TRUE;
}

static gboolean
read_structs (const TapeValue *array, const Field *field, GArray *structs,
              const Words *in, GError **error)
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
      if (!read_struct (value, shape->fields, shape->n_fields, data, in, error))
        {
          g_prefix_error (error, "%s: ", field->name);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_pointers (const TapeValue *array, const Field *field, GPtrArray *pointers,
               const Words *in, GError **error)
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
      if (!read_struct (value, field->shape->fields, field->shape->n_fields,
                        pointers->pdata[i], in, error))
        {
          g_prefix_error (error, "%s: ", field->name);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_value (const TapeValue *value, const Field *field, gpointer member, const Words *in,
            GError **error)
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
        return refuse (error, field, "no array");
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
        return refuse (error, field, "neither true nor false");
      *(gboolean *)member = value->kind == TAPE_TRUE;
      return TRUE;
    case FIELD_POINTS:
    case FIELD_SCORE:
      if (!is_number (value))
        return refuse (error, field, "no number");
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
        return refuse (error, field, "without its page or bbox");
    }
  if (is_null (there[0]) != is_null (here[0])
      || (!is_null (here[0])
          && (here[0]->kind != TAPE_INTEGER || there[0]->kind != TAPE_INTEGER
              || tape_get_integer (here[0]) != tape_get_integer (there[0]))))
    return refuse (error, field, "on another page than its first box");
  if (!read_box (here[1], field, TRUE, &box, error)
      || !read_box (there[1], field, TRUE, &other, error))
    return FALSE;
  if (is_null (there[1]) != is_null (here[1])
      || (!is_null (here[1]) && !box_equal (box, other)))
    return refuse (error, field, "not where its first box is");
  return TRUE;
}

static gboolean
is_missing (const TapeValue *object, const Field *field)
{
  return field->kind != FIELD_RANGE && field->kind != FIELD_SPAN
         && field->kind != FIELD_PLACE && tape_get (object, field->name) == NULL;
}

static gboolean
read_field (const TapeValue *object, const Field *field, gpointer data, const Words *in,
            const TapeValue **next, GError **error)
{
  gpointer member = (gchar *)data + field->offset;

  if (in->strict && is_missing (object, field))
    return refuse (error, field, "missing");
  if (field->kind == FIELD_PLACE)
    return !in->strict || check_place (object, field, error);
  if (field->kind == FIELD_RANGE || field->kind == FIELD_SPAN)
    return read_span (object, field, member, in, error);
  return read_value (tape_get_next (object, field->name, next), field, member, in, error);
}

static gboolean
read_struct (const TapeValue *object, const Field *fields, guint n_fields, gpointer data,
             const Words *in, GError **error)
{
  const TapeValue *next = NULL;

  if (object->kind != TAPE_OBJECT)
    {
      g_set_error (error, JSON_ERROR, JSON_ERROR_SCHEMA, "no object");
      return FALSE;
    }
  for (guint i = 0; i < n_fields; i++)
    if (!read_field (object, &fields[i], data, in, &next, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_context (const TapeValue *object, const Field *field, gconstpointer data,
               GError **error)
{
  const TapeValue *said = tape_get (object, field->name);
  const gchar *earlier =
      data != NULL ? *(gchar *const *)((const gchar *)data + field->offset) : NULL;

  if (earlier != NULL ? says (said, earlier) : said == NULL || said->kind != TAPE_STRING)
    return TRUE;
  return refuse (error, field,
                 data != NULL ? "not what the record before it says"
                              : "without its record");
}

static void
make_structs (Record *record)
{
  switch (record->type)
    {
    case RECORD_DOCUMENT:
      record->base[BASE_DOCUMENT] = document_new (NULL, NULL, NULL);
      record->base[BASE_FRAME] = g_new0 (Frame, 1);
      break;
    case RECORD_PAGE:
      record->base[BASE_PAGE] = page_new (0, 0, 0);
      break;
    case RECORD_MEETING:
      record->base[BASE_MEETING] = meeting_new ();
      record->base[BASE_MEETING_TAGS] = meeting_tags_new ();
      break;
    case RECORD_ITEM:
      record->base[BASE_ITEM] = item_new ();
      record->base[BASE_ITEM_TAGS] = item_tags_new ();
      break;
    case RECORD_INSPECTION:
      record->base[BASE_INSPECTION] = inspection_new ();
      record->base[BASE_DOCUMENT] = document_new (NULL, NULL, NULL);
      record->base[BASE_FRAME] = g_new0 (Frame, 1);
      break;
    case RECORD_RECOMMENDATION:
      record->base[BASE_RECOMMENDATION] = recommendation_new ();
      record->base[BASE_CONCEPTS] = item_tags_new ();
      break;
    case RECORD_FAILURE:
      record->base[BASE_FAILURE] = g_new0 (Failure, 1);
      record->base[BASE_FRAME] = g_new0 (Frame, 1);
      break;
    case RECORD_N_TYPES:
      g_assert_not_reached ();
    }
}

void
record_clear (Record *record)
{
  gpointer *base = record->base;

  switch (record->type)
    {
    case RECORD_DOCUMENT:
      g_clear_pointer ((Document **)&base[BASE_DOCUMENT], document_free);
      g_clear_pointer ((Frame **)&base[BASE_FRAME], frame_free);
      break;
    case RECORD_PAGE:
      g_clear_pointer ((Page **)&base[BASE_PAGE], page_free);
      break;
    case RECORD_MEETING:
      g_clear_pointer ((Meeting **)&base[BASE_MEETING], meeting_free);
      g_clear_pointer ((MeetingTags **)&base[BASE_MEETING_TAGS], meeting_tags_free);
      break;
    case RECORD_ITEM:
      g_clear_pointer ((Item **)&base[BASE_ITEM], item_free);
      g_clear_pointer ((ItemTags **)&base[BASE_ITEM_TAGS], item_tags_free);
      break;
    case RECORD_INSPECTION:
      g_clear_pointer ((Inspection **)&base[BASE_INSPECTION], inspection_free);
      g_clear_pointer ((Document **)&base[BASE_DOCUMENT], document_free);
      g_clear_pointer ((Frame **)&base[BASE_FRAME], frame_free);
      break;
    case RECORD_RECOMMENDATION:
      g_clear_pointer ((Recommendation **)&base[BASE_RECOMMENDATION],
                       recommendation_free);
      g_clear_pointer ((ItemTags **)&base[BASE_CONCEPTS], item_tags_free);
      break;
    case RECORD_FAILURE:
      g_clear_pointer ((Failure **)&base[BASE_FAILURE], failure_free);
      g_clear_pointer ((Frame **)&base[BASE_FRAME], frame_free);
      break;
    case RECORD_N_TYPES:
      break;
    }
}

static gboolean
read_type (const TapeValue *object, RecordType *ret_type, GError **error)
{
  const TapeValue *type = tape_get (object, "type");
  const TapeValue *version = tape_get (object, "schema");

  for (guint i = 0; i < RECORD_N_TYPES; i++)
    if (says (type, record_shapes[i].type))
      {
        if (version == NULL || version->kind != TAPE_INTEGER
            || tape_get_integer (version) != SCHEMA_VERSION)
          break;
        *ret_type = i;
        return TRUE;
      }
  g_set_error (error, JSON_ERROR, JSON_ERROR_SCHEMA, "no record of schema %d",
               SCHEMA_VERSION);
  return FALSE;
}

static gboolean
read_fields (const TapeValue *object, Record *record, gboolean strict, GError **error)
{
  const RecordShape *shape = &record_shapes[record->type];
  Words in = { .strict = strict };
  const TapeValue *next = NULL;
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < shape->n_fields; i++)
    {
      const Field *field = &shape->fields[i];
      gpointer data = record->base[field->base];

      ok = field->context ? check_context (object, field, data, error)
                          : read_field (object, field, data, &in, &next, error);
      if (ok && field->kind == FIELD_TEXT)
        {
          in.text = *(gchar **)((gchar *)data + field->offset);
          in.offsets = offsets_new (in.text);
        }
    }
  offsets_free (in.offsets);
  return ok;
}

/* One a thread, lent to one reading at a time: a page's line has thousands of marks. */
static GPrivate spare_tape = G_PRIVATE_INIT ((GDestroyNotify)tape_free);

static Tape *
borrow_tape (void)
{
  Tape *tape = g_private_get (&spare_tape);

  if (tape == NULL)
    return tape_new ();
  g_private_set (&spare_tape, NULL);
  return tape;
}

static void
give_tape_back (Tape *tape)
{
  if (tape_is_large (tape))
    tape_free (tape);
  else
    g_private_replace (&spare_tape, tape);
}

static const TapeValue *
parse (Tape *tape, const gchar *text, gsize length, GError **error)
{
  GError *problem = NULL;
  const TapeValue *value = tape_parse (tape, text, length, &problem);

  if (value == NULL)
    {
      problem->domain = JSON_ERROR;
      problem->code = JSON_ERROR_SYNTAX;
      g_propagate_error (error, problem);
    }
  return value;
}

/* `type` and `schema` stand first: whoever looks at a line's beginning knows what it is.
 */
static gboolean
begins_well (const gchar *line, gsize length, const gchar *type, GError **error)
{
  g_autofree gchar *start =
      g_strdup_printf ("{\"type\":\"%s\",\"schema\":%d,", type, SCHEMA_VERSION);

  if (length >= strlen (start) && memcmp (line, start, strlen (start)) == 0)
    return TRUE;
  g_set_error (error, JSON_ERROR, JSON_ERROR_SCHEMA, "should begin %s", start);
  return FALSE;
}

static gboolean
read_record (const gchar *line, gsize length, const Record *context, gboolean strict,
             Record *ret_record, GError **error)
{
  Tape *tape = borrow_tape ();
  const TapeValue *object = parse (tape, line, length, error);
  Record record = { 0 };
  gboolean ok;

  if (object == NULL)
    return give_tape_back (tape), FALSE;
  if (context != NULL)
    record = *context;
  ok = read_type (object, &record.type, error)
       && (!strict || begins_well (line, length, record_shapes[record.type].type, error));
  if (ok)
    {
      make_structs (&record);
      ok = read_fields (object, &record, strict, error);
      if (!ok)
        {
          g_prefix_error (error, "%s: ", record_shapes[record.type].type);
          record_clear (&record);
        }
    }
  if (ok)
    *ret_record = record;
  give_tape_back (tape);
  return ok;
}

gboolean
json_read_record (const gchar *line, gsize length, const Record *context,
                  Record *ret_record, GError **error)
{
  return read_record (line, length, context, FALSE, ret_record, error);
}

gboolean
json_check_record (const gchar *line, gsize length, const Record *context,
                   Record *ret_record, GError **error)
{
  return read_record (line, length, context, TRUE, ret_record, error);
}

gpointer
json_check_shape (const gchar *line, gsize length, const Shape *shape,
                  GDestroyNotify destroy, GError **error)
{
  g_autoptr (Tape) tape = tape_new ();
  const TapeValue *object = parse (tape, line, length, error);
  Words in = { .strict = TRUE };
  gpointer data = NULL;

  if (object == NULL || !begins_well (line, length, shape->name, error))
    return NULL;
  data = shape->make ();
  if (!read_struct (object, shape->fields, shape->n_fields, data, &in, error))
    {
      g_prefix_error (error, "%s: ", shape->name);
      g_clear_pointer (&data, destroy);
    }
  return data;
}

gpointer
json_read_shape (const gchar *text, gsize length, const Shape *shape, GError **error)
{
  g_autoptr (Tape) tape = tape_new ();
  const TapeValue *object = parse (tape, text, length, error);
  Words in = { 0 };
  gpointer data;

  if (object == NULL)
    return NULL;
  data = shape->make ();
  if (!read_struct (object, shape->fields, shape->n_fields, data, &in, error))
    data = NULL; /* a shape of one reading of a file: the caller gives up */
  return data;
}
