/* json.c: lines of JSON become records. */

#include "pipelines/json.h"

#include "pipelines/json_fields.h"

#include <string.h>

G_DEFINE_QUARK (json_error_quark, json_error)

static gboolean
check_context (const TapeValue *object, const Field *field, gconstpointer data,
               GError **error)
{
  const TapeValue *said = tape_get (object, field->name);
  const gchar *earlier =
      data != NULL ? *(gchar *const *)((const gchar *)data + field->offset) : NULL;

  if (earlier != NULL ? json_value_says (said, earlier)
                      : said == NULL || said->kind != TAPE_STRING)
    return TRUE;
  return json_fields_refuse (error, field,
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
    if (json_value_says (type, record_shapes[i].type))
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
  JsonWords in = { .strict = strict };
  const TapeValue *next = NULL;
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < shape->n_fields; i++)
    {
      const Field *field = &shape->fields[i];
      gpointer data = record->base[field->base];

      ok = field->context ? check_context (object, field, data, error)
                          : json_field_read (object, field, data, &in, &next, error);
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
  JsonWords in = { .strict = TRUE };
  gpointer data = NULL;

  if (object == NULL || !begins_well (line, length, shape->name, error))
    return NULL;
  data = shape->make ();
  if (!json_fields_read (object, shape->fields, shape->n_fields, data, &in, error))
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
  JsonWords in = { 0 };
  gpointer data;

  if (object == NULL)
    return NULL;
  data = shape->make ();
  if (!json_fields_read (object, shape->fields, shape->n_fields, data, &in, error))
    data = NULL; /* a shape of one reading of a file: the caller gives up */
  return data;
}
