/* row.c: texts of a row of a database to the values of records. */

#include "pipelines/row.h"

#include <string.h>

const gchar *
row_get (const Row *row, const gchar *name)
{
  for (guint i = 0; row->table->columns[i].name != NULL; i++)
    if (strcmp (row->table->columns[i].name, name) == 0)
      return row->values[i];
  g_assert_not_reached ();
}

gchar *
row_copy (const Row *row, const gchar *name)
{
  return g_strdup (row_get (row, name));
}

/* Of a column that is never null. */
gchar *
row_copy_text (Row *row, const gchar *name)
{
  const gchar *text = row_get (row, name);

  row->ok = row->ok && text != NULL;
  return g_strdup (text != NULL ? text : "");
}

guint64
row_get_number (const Row *row, const gchar *name)
{
  const gchar *text = row_get (row, name);

  return text != NULL ? g_ascii_strtoull (text, NULL, 10) : 0;
}

guint
row_get_page (const Row *row, const gchar *name)
{
  return (guint)MIN (row_get_number (row, name), G_MAXINT32);
}

/* -1 for null. */
gint
row_get_votes (const Row *row, const gchar *name)
{
  return row_get (row, name) != NULL ? (gint)row_get_page (row, name) : -1;
}

gdouble
row_get_real (const Row *row, const gchar *name)
{
  const gchar *text = row_get (row, name);

  return text != NULL ? g_ascii_strtod (text, NULL) : 0;
}

gint
row_get_enum (Row *row, const gchar *name)
{
  gint value = 0;

  row->ok = table_find_value (row->table, name, row_get (row, name), &value) && row->ok;
  return value;
}

/* 2023-07-01 and "month" are "2023-07". */
gchar *
row_copy_date (const Row *row, const gchar *name)
{
  g_autofree gchar *of = g_strconcat (name, "_precision", NULL);
  const gchar *day = row_get (row, name);
  const gchar *precision = row_get (row, of);

  return day == NULL || precision == NULL   ? NULL
         : strcmp (precision, "year") == 0  ? g_strndup (day, 4)
         : strcmp (precision, "month") == 0 ? g_strndup (day, 7)
                                            : g_strdup (day);
}

Box
row_get_box (const Row *row)
{
  return (Box){ row_get_real (row, "x0"), row_get_real (row, "y0"),
                row_get_real (row, "x1"), row_get_real (row, "y1") };
}
