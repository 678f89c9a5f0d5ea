/* form.c: labels and what stands behind or below them become a decision's record. */

#include "normalise/form.h"

#include "normalise/date.h"
#include "normalise/field.h"

#include <string.h>

/* Labels that make a form, and the rows that are looked at. */
#define ENOUGH 3
#define MAX_ROWS 200
#define MAX_VALUE 200

typedef enum
{
  FIELD_MAKER,
  FIELD_DATE,
  FIELD_MEETING, /* "Decided at meeting: 16/07/2024 - Executive" */
  FIELD_TITLE,
  FIELD_UNTITLED, /* the title stands above it, without a label */
  FIELD_OTHER,
  N_FIELDS
} Field;

static const struct
{
  const gchar *label; /* in lower case */
  Field field;
} labels[] = {
  { "decision maker", FIELD_MAKER },
  { "decision makers", FIELD_MAKER },
  { "decision taker", FIELD_MAKER },
  { "decision taken by", FIELD_MAKER },
  { "decision made by", FIELD_MAKER },
  { "name of decision maker", FIELD_MAKER },
  { "decision-maker", FIELD_MAKER },
  { "date of decision", FIELD_DATE },
  { "decision date", FIELD_DATE },
  { "date decision made", FIELD_DATE },
  { "date decision taken", FIELD_DATE },
  { "date of the decision", FIELD_DATE },
  { "decided at meeting", FIELD_MEETING },
  { "made at meeting", FIELD_MEETING },
  { "title", FIELD_TITLE },
  { "report title", FIELD_TITLE },
  { "title of report", FIELD_TITLE },
  { "title of decision", FIELD_TITLE },
  { "decision title", FIELD_TITLE },
  { "subject", FIELD_TITLE },
  { "include item on forward plan/ key decision", FIELD_UNTITLED },
  { "implementation date (not before meeting on)", FIELD_DATE },
  { "key portfolio", FIELD_OTHER },
  { "decision outcome", FIELD_OTHER },
  { "reason for key decision", FIELD_OTHER },
  { "details for agenda sheet", FIELD_OTHER },
  { "decision", FIELD_OTHER },
  { "decisions", FIELD_OTHER },
  { "decision made", FIELD_OTHER },
  { "decision taken", FIELD_OTHER },
  { "details of decision", FIELD_OTHER },
  { "the decision", FIELD_OTHER },
  { "reason for decision", FIELD_OTHER },
  { "reasons for decision", FIELD_OTHER },
  { "reason for the decision", FIELD_OTHER },
  { "reasons for the decision", FIELD_OTHER },
  { "reasons", FIELD_OTHER },
  { "alternative options considered", FIELD_OTHER },
  { "alternative options", FIELD_OTHER },
  { "other options considered", FIELD_OTHER },
  { "options considered", FIELD_OTHER },
  { "key decision", FIELD_OTHER },
  { "key decision?", FIELD_OTHER },
  { "is key decision?", FIELD_OTHER },
  { "is this a key decision?", FIELD_OTHER },
  { "is subject to call in?", FIELD_OTHER },
  { "subject to call-in", FIELD_OTHER },
  { "decision status", FIELD_OTHER },
  { "decision log number", FIELD_OTHER },
  { "decision number", FIELD_OTHER },
  { "decision reference", FIELD_OTHER },
  { "reference number", FIELD_OTHER },
  { "publication date", FIELD_OTHER },
  { "decision published", FIELD_OTHER },
  { "date published", FIELD_OTHER },
  { "effective from", FIELD_OTHER },
  { "implementation date", FIELD_OTHER },
  { "wards affected", FIELD_OTHER },
  { "portfolio", FIELD_OTHER },
  { "lead officer", FIELD_OTHER },
  { "report author", FIELD_OTHER },
  { "conflicts of interest", FIELD_OTHER },
  { "purpose", FIELD_OTHER },
  { "report by", FIELD_OTHER },
  { "classification", FIELD_OTHER },
  { "decision type", FIELD_OTHER },
  { "declarations of interest", FIELD_OTHER },
  { "signed", FIELD_OTHER },
};

struct FormReader
{
  DateReader *dates;
};

FormReader *
form_reader_new (void)
{
  FormReader *self = g_new0 (FormReader, 1);

  self->dates = date_reader_new ();
  return self;
}

void
form_reader_free (FormReader *self)
{
  if (self == NULL)
    return;
  date_reader_free (self->dates);
  g_free (self);
}

/* The field whose label text begins with; ret_from: where its value begins, the text's
 * end if it is in the next row. N_FIELDS: none. */
static Field
field_of (const gchar *text, gsize *ret_from)
{
  gsize length = strlen (text);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gsize end = strlen (labels[i].label);

      if (g_ascii_strncasecmp (text, labels[i].label, end) != 0)
        continue;
      if (text[end] == ':')
        {
          end++;
          end += strspn (text + end, " ");
        }
      else if (text[end] != '\0')
        continue;
      *ret_from = MIN (end, length);
      return labels[i].field;
    }
  return N_FIELDS;
}

gboolean
form_is_label (const gchar *text)
{
  gsize from;

  return field_of (text, &from) != N_FIELDS && text[from] == '\0';
}

static void
take (FormReader *self, Field field, const gchar *value, Meeting *meeting)
{
  gsize length = strlen (value);
  const gchar *dash;
  Date date;

  if (length == 0 || length > MAX_VALUE)
    return;
  if (field == FIELD_TITLE && meeting->items->len == 1)
    {
      Item *item = g_ptr_array_index (meeting->items, 0);

      field_set (&item->title, g_strdup (value));
    }
  if (field == FIELD_MAKER && meeting->body == NULL)
    meeting->body = g_strdup (value);
  if ((field != FIELD_DATE && field != FIELD_MEETING)
      || !date_reader_find (self->dates, value, length, 0, &date))
    return;
  field_set (&meeting->date, date_format (&date));
  dash = strstr (value, " - ");
  if (field == FIELD_MEETING && dash != NULL && meeting->body == NULL)
    meeting->body = g_strdup (dash + strlen (" - "));
}

gboolean
form_is (const Stream *rows, guint start, guint end)
{
  guint seen = 0, told = 0;
  gsize from;

  for (guint i = start; i < end && i < start + MAX_ROWS; i++)
    {
      Field field = field_of (stream_at (rows, i)->text, &from);

      seen += field != N_FIELDS;
      told += field == FIELD_MAKER || field == FIELD_DATE || field == FIELD_MEETING;
    }
  return seen >= ENOUGH && told > 0;
}

gboolean
form_reader_read (FormReader *self, const Stream *rows, const Segment *segment,
                  Meeting *meeting)
{
  guint end = MIN (segment->end, segment->start + MAX_ROWS);
  g_autofree gchar *maker = g_steal_pointer (&meeting->body);
  gsize from;

  if (!form_is (rows, segment->start, end))
    {
      meeting->body = g_steal_pointer (&maker);
      return FALSE;
    }
  for (guint i = segment->start; i < end; i++)
    {
      const gchar *text = stream_at (rows, i)->text;
      Field field = field_of (text, &from);

      if (field == N_FIELDS)
        continue;
      if (field == FIELD_UNTITLED && i > segment->start)
        take (self, FIELD_TITLE, stream_at (rows, i - 1)->text, meeting);
      else if (text[from] != '\0')
        take (self, field, text + from, meeting);
      else if (i + 1 < end && !form_is_label (stream_at (rows, i + 1)->text))
        {
          guint behind;
          g_autofree gchar *value = stream_cell_text (rows, i + 1, end, &behind);

          take (self, field, value, meeting);
        }
    }
  meeting->kind = MEETING_KIND_DECISION;
  return TRUE;
}
