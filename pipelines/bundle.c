/* bundle.c: lines of JSON grouped by the document that they are of. */

#include "pipelines/bundle.h"

#include "pipelines/json.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define READ_SIZE (1u << 16)

struct BundleReader
{
  gint fd;
  gchar *name;
  GString *buffer; /* what was read and not used yet, from `used` on */
  gsize used;
  guint64 n_lines;
  goffset line_start; /* of the line read last, in the stream */
  goffset next_start; /* of the line after it */
  gboolean ended;
  Record next; /* the record that begins the next bundle */
  gboolean have_next;
  GError *problem; /* (nullable) with the line read last, behind a whole bundle */
  BundleHistoryFunc take_history; /* (nullable) not strict */
  gpointer history_data;
};

Bundle *
bundle_new (void)
{
  return g_new0 (Bundle, 1);
}

void
bundle_free (Bundle *bundle)
{
  if (bundle == NULL)
    return;
  document_free (bundle->document);
  g_clear_pointer (&bundle->meetings, g_ptr_array_unref);
  g_clear_pointer (&bundle->tags, g_ptr_array_unref);
  failure_free (bundle->failure);
  inspection_free (bundle->inspection);
  document_free (bundle->report);
  g_clear_pointer (&bundle->concepts, g_ptr_array_unref);
  g_free (bundle->made_with);
  g_free (bundle);
}

Bundle *
bundle_steal (Bundle *bundle)
{
  Bundle *taken = bundle_new ();

  *taken = *bundle;
  *bundle = (Bundle){ 0 };
  return taken;
}

/* Writing */

static void
write_pages (const Bundle *bundle, GString *out)
{
  Frame frame = { bundle->document->pages->len, bundle->made_with };
  Record record = { RECORD_DOCUMENT, { 0 } };

  record.base[BASE_DOCUMENT] = bundle->document;
  record.base[BASE_FRAME] = &frame;
  json_write_record (&record, out);
  record.type = RECORD_PAGE;
  for (guint i = 0; i < bundle->document->pages->len; i++)
    {
      record.base[BASE_PAGE] = bundle->document->pages->pdata[i];
      json_write_record (&record, out);
    }
}

static void
write_meeting (const Meeting *meeting, const MeetingTags *tags, Record *record,
               GString *out)
{
  record->type = RECORD_MEETING;
  record->base[BASE_MEETING] = (gpointer)meeting;
  record->base[BASE_MEETING_TAGS] = (gpointer)tags;
  json_write_record (record, out);
  record->type = RECORD_ITEM;
  for (guint i = 0; i < meeting->items->len; i++)
    {
      record->base[BASE_ITEM] = meeting->items->pdata[i];
      record->base[BASE_ITEM_TAGS] = tags != NULL ? tags->items->pdata[i] : NULL;
      json_write_record (record, out);
    }
}

static void
write_meetings (const Bundle *bundle, GString *out)
{
  Frame frame = { bundle->meetings->len, bundle->made_with };
  Record record = { RECORD_DOCUMENT, { 0 } };

  for (guint i = 0; i < bundle->meetings->len; i++)
    frame.n_records += ((Meeting *)bundle->meetings->pdata[i])->items->len;
  record.base[BASE_DOCUMENT] = bundle->document;
  record.base[BASE_FRAME] = &frame;
  json_write_record (&record, out);
  for (guint i = 0; i < bundle->meetings->len; i++)
    write_meeting (bundle->meetings->pdata[i],
                   bundle->tags != NULL ? bundle->tags->pdata[i] : NULL, &record, out);
}

static void
write_inspection (const Bundle *bundle, GString *out)
{
  Frame frame = { bundle->inspection->recommendations->len, bundle->made_with };
  Record record = { RECORD_INSPECTION, { 0 } };

  record.base[BASE_INSPECTION] = bundle->inspection;
  record.base[BASE_DOCUMENT] = bundle->report;
  record.base[BASE_FRAME] = &frame;
  json_write_record (&record, out);
  record.type = RECORD_RECOMMENDATION;
  for (guint i = 0; i < frame.n_records; i++)
    {
      record.base[BASE_RECOMMENDATION] = bundle->inspection->recommendations->pdata[i];
      record.base[BASE_CONCEPTS] = bundle->concepts->pdata[i];
      json_write_record (&record, out);
    }
}

void
bundle_write (const Bundle *bundle, GString *out)
{
  if (bundle->failure != NULL)
    {
      Frame frame = { 0, bundle->made_with };
      Record record = { RECORD_FAILURE, { 0 } };

      record.base[BASE_FAILURE] = bundle->failure;
      record.base[BASE_FRAME] = &frame;
      json_write_record (&record, out);
    }
  else if (bundle->inspection != NULL)
    write_inspection (bundle, out);
  else if (bundle->meetings != NULL)
    write_meetings (bundle, out);
  else
    write_pages (bundle, out);
}

/* Reading */

BundleReader *
bundle_reader_new (gint fd, const gchar *name)
{
  BundleReader *self = g_new0 (BundleReader, 1);

  self->fd = fd;
  self->name = g_strdup (name);
  self->buffer = g_string_new (NULL);
  return self;
}

void
bundle_reader_be_strict (BundleReader *self, BundleHistoryFunc func, gpointer data)
{
  self->take_history = func;
  self->history_data = data;
}

void
bundle_reader_free (BundleReader *self)
{
  if (self == NULL)
    return;
  if (self->have_next)
    record_clear (&self->next);
  g_clear_error (&self->problem);
  g_free (self->name);
  g_string_free (self->buffer, TRUE);
  g_free (self);
}

/* Reads more into the buffer; sets ended at the end of the file. */
static gboolean
fill (BundleReader *self, GError **error)
{
  gsize old;
  gssize n;

  if (self->used > 0)
    {
      g_string_erase (self->buffer, 0, self->used);
      self->used = 0;
    }
  old = self->buffer->len;
  if (old > JSON_MAX_LINE)
    {
      g_set_error (error, JSON_ERROR, JSON_ERROR_SYNTAX, "line of over %u bytes",
                   JSON_MAX_LINE);
      return FALSE;
    }
  g_string_set_size (self->buffer, old + MAX (READ_SIZE, old));
  do
    n = read (self->fd, self->buffer->str + old, self->buffer->len - old);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    g_set_error (error, JSON_ERROR, JSON_ERROR_SYNTAX, "cannot read: %s",
                 g_strerror (errno));
  g_string_truncate (self->buffer, old + MAX (n, 0));
  self->ended = n == 0;
  return n >= 0;
}

/* The next line without its end, in the buffer; NULL at the end of the file. */
static gboolean
next_line (BundleReader *self, const gchar **ret_line, gsize *ret_length, GError **error)
{
  gsize seen = 0; /* of the buffer from used on, without a line end in it */

  self->line_start = self->next_start;
  self->n_lines++;
  for (;;)
    {
      const gchar *start = self->buffer->str + self->used;
      gsize length = self->buffer->len - self->used;
      const gchar *end = memchr (start + seen, '\n', length - seen);

      if (end == NULL && !self->ended)
        {
          seen = length;
          if (!fill (self, error))
            return FALSE;
          continue;
        }
      *ret_line = end == NULL && length == 0 ? NULL : start;
      *ret_length = end != NULL ? (gsize)(end - start) : length;
      self->used += *ret_length + (end != NULL);
      self->next_start += *ret_length + (end != NULL);
      return TRUE;
    }
}

static gboolean
is_history (const gchar *line, gsize length)
{
  static const gchar start[] = "{\"type\":\"history\",";

  return length >= strlen (start) && memcmp (line, start, strlen (start)) == 0;
}

/* The next record, which may be a history where between; TRUE and *ret_found FALSE at the
 * end. */
static gboolean
next_record (BundleReader *self, const Record *context, gboolean between,
             Record *ret_record, gboolean *ret_found, GError **error)
{
  gboolean strict = self->take_history != NULL;
  gboolean history;
  const gchar *line;
  gsize length;

  do
    {
      if (!next_line (self, &line, &length, error))
        return FALSE;
      history = strict && between && line != NULL && is_history (line, length);
      if (history && !self->take_history (line, length, self->history_data, error))
        return FALSE;
    }
  while (line != NULL && (length == 0 || history));
  *ret_found = FALSE;
  if (line != NULL
      && !(strict ? json_check_record (line, length, context, ret_record, error)
                  : json_read_record (line, length, context, ret_record, error)))
    return FALSE;
  *ret_found = line != NULL;
  return TRUE;
}

static gboolean
begins_bundle (const Record *record)
{
  return record->type == RECORD_DOCUMENT || record->type == RECORD_FAILURE
         || record->type == RECORD_INSPECTION;
}

/* The bundle takes the record's structs over; context is what later records refer to. */
static Bundle *
begin (Record *record, Record *ret_context, guint *ret_n_records)
{
  Bundle *bundle = bundle_new ();
  g_autoptr (Frame) frame = record->base[BASE_FRAME];

  *ret_context = (Record){ 0 };
  *ret_n_records = frame->n_records;
  bundle->made_with = g_steal_pointer (&frame->made_with);
  if (record->type == RECORD_FAILURE)
    bundle->failure = record->base[BASE_FAILURE];
  else if (record->type == RECORD_DOCUMENT)
    bundle->document = ret_context->base[BASE_DOCUMENT] = record->base[BASE_DOCUMENT];
  else
    {
      bundle->inspection = record->base[BASE_INSPECTION];
      bundle->report = record->base[BASE_DOCUMENT];
      bundle->concepts = g_ptr_array_new_with_free_func ((GDestroyNotify)item_tags_free);
      ret_context->base[BASE_INSPECTION] = bundle->inspection;
    }
  return bundle;
}

static void
add_meeting (Bundle *bundle, const Record *record)
{
  if (bundle->meetings == NULL)
    {
      bundle->meetings = g_ptr_array_new_with_free_func ((GDestroyNotify)meeting_free);
      bundle->tags = g_ptr_array_new_with_free_func ((GDestroyNotify)meeting_tags_free);
    }
  g_ptr_array_add (bundle->meetings, record->base[BASE_MEETING]);
  g_ptr_array_add (bundle->tags, record->base[BASE_MEETING_TAGS]);
}

/* Moves the structs of a record inside a bundle into it. */
static void
add (Bundle *bundle, Record *record, Record *context)
{
  switch (record->type)
    {
    case RECORD_PAGE:
      g_ptr_array_add (bundle->document->pages, record->base[BASE_PAGE]);
      break;
    case RECORD_MEETING:
      add_meeting (bundle, record);
      context->base[BASE_MEETING] = record->base[BASE_MEETING];
      context->base[BASE_MEETING_TAGS] = record->base[BASE_MEETING_TAGS];
      break;
    case RECORD_ITEM:
      g_ptr_array_add (((Meeting *)context->base[BASE_MEETING])->items,
                       record->base[BASE_ITEM]);
      g_ptr_array_add (((MeetingTags *)context->base[BASE_MEETING_TAGS])->items,
                       record->base[BASE_ITEM_TAGS]);
      break;
    case RECORD_RECOMMENDATION:
      g_ptr_array_add (bundle->inspection->recommendations,
                       record->base[BASE_RECOMMENDATION]);
      g_ptr_array_add (bundle->concepts, record->base[BASE_CONCEPTS]);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Reads records into the bundle until one begins the next, which is kept. What is wrong
 * behind a bundle that is whole is said by the next call. */
static gboolean
gather (BundleReader *self, Bundle *bundle, Record *context, guint n_expected,
        GError **error)
{
  guint n = 0;

  for (;; n++)
    {
      Record record = { 0 };

      if (!next_record (self, context, n == n_expected, &record, &self->have_next,
                        &self->problem))
        {
          if (n == n_expected)
            return TRUE;
          g_propagate_error (error, g_steal_pointer (&self->problem));
          return FALSE;
        }
      if (self->have_next && begins_bundle (&record))
        self->next = record;
      if (!self->have_next || begins_bundle (&record))
        break;
      self->have_next = FALSE;
      add (bundle, &record, context);
    }
  if (n == n_expected)
    return TRUE;
  g_set_error (error, JSON_ERROR, JSON_ERROR_SCHEMA,
               "%u records should follow the document's, %u do", n_expected, n);
  return FALSE;
}

static gboolean
read_bundle (BundleReader *self, Bundle **ret_bundle, GError **error)
{
  g_autoptr (Bundle) bundle = NULL;
  Record context = { 0 };
  guint n_records;

  if (self->problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->problem));
      return FALSE;
    }
  if (!self->have_next
      && !next_record (self, &context, TRUE, &self->next, &self->have_next, error))
    return FALSE;
  if (self->have_next)
    {
      if (!begins_bundle (&self->next))
        {
          g_set_error (error, JSON_ERROR, JSON_ERROR_SCHEMA,
                       "%s record without its document",
                       record_shapes[self->next.type].type);
          return FALSE;
        }
      self->have_next = FALSE;
      bundle = begin (&self->next, &context, &n_records);
      if (!gather (self, bundle, &context, n_records, error))
        return FALSE;
    }
  *ret_bundle = g_steal_pointer (&bundle);
  return TRUE;
}

gboolean
bundle_reader_next (BundleReader *self, Bundle **ret_bundle, GError **error)
{
  if (read_bundle (self, ret_bundle, error))
    return TRUE;
  g_prefix_error (error, "%s:%" G_GUINT64_FORMAT ": ", self->name, self->n_lines);
  return FALSE;
}

goffset
bundle_reader_tell (const BundleReader *self)
{
  return self->have_next || self->problem != NULL ? self->line_start : self->next_start;
}

gboolean
bundle_for_each (gint fd, const gchar *name, BundleFunc func, gpointer data,
                 GError **error)
{
  g_autoptr (BundleReader) reader = bundle_reader_new (fd, name);

  for (;;)
    {
      g_autoptr (Bundle) bundle = NULL;

      if (!bundle_reader_next (reader, &bundle, error))
        return FALSE;
      if (bundle == NULL)
        return TRUE;
      if (!func (bundle, data, error))
        return FALSE;
    }
}
