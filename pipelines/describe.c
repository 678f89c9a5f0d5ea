/* describe.c: a program for the build: what records and tables are, out of the tables
 * that write and read them.
 *
 *   describe schema TYPE     the JSON Schema (2020-12) of one type of record
 *   describe dictionary      docs/dictionary.md */

#include "pipelines/history.h"
#include "pipelines/table.h"

#include <string.h>

/* Shapes inside a record, at most; a schema names each once. */
#define MAX_SHAPES 32

/* Dates as records have them: as precise as the source. */
#define DATE_PATTERN "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
static const gchar *const dates[] = { "date",  "published", "start", "end",
                                      "since", "until",     "as_of", "last_discussed" };

typedef struct
{
  const gchar *type;
  const Field *fields;
  guint n_fields;
  const gchar *meaning;
} Kind;

/* What the kinds of fields are: in JSON Schema, and in words. */
typedef struct
{
  const gchar *schema;
  const gchar *words;
} Type;

static const Type types[] = {
  [FIELD_STRING] = { "\"type\": \"string\"", "text" },
  [FIELD_STRING_OR_NULL] = { "\"type\": [\"string\", \"null\"]", "text or null" },
  [FIELD_TEXT] = { "\"type\": \"string\"", "text" },
  [FIELD_STRINGS] = { "\"type\": \"array\", \"items\": {\"type\": \"string\"}", "texts" },
  [FIELD_UINT] = { "\"type\": \"integer\", \"minimum\": 0", "whole number" },
  [FIELD_UINT_OR_NULL] = { "\"type\": [\"integer\", \"null\"], \"minimum\": 1",
                           "whole number or null" },
  [FIELD_INT_OR_NULL] = { "\"type\": [\"integer\", \"null\"], \"minimum\": 0",
                          "whole number or null" },
  [FIELD_UINT64] = { "\"type\": \"integer\", \"minimum\": 0", "whole number" },
  [FIELD_BOOL] = { "\"type\": \"boolean\"", "true or false" },
  [FIELD_POINTS] = { "\"type\": \"number\"", "number" },
  [FIELD_SCORE] = { "\"type\": \"number\", \"minimum\": 0, \"maximum\": 1", "0 to 1" },
  [FIELD_BOX] = { "\"type\": [\"array\", \"null\"], \"items\": {\"type\": \"number\"}, "
                  "\"minItems\": 4, \"maxItems\": 4",
                  "box or null" },
};

/* Those of tables-2.sql. */
static const struct
{
  const gchar *name;
  const gchar *meaning;
} views[] = {
  { "recommendation_history",
    "what became of each recommendation: a row for each item that took it up, by date, "
    "and one with nulls where none did" },
  { "recommendation_standing",
    "how many items list, discuss and decide on each recommendation, and when it was "
    "last discussed" },
  { "never_discussed",
    "recommendations that no item discusses or decides on, also those of councils and "
    "years of which no minutes are here" },
  { "items_by_concept",
    "which items took up a concept, by date, with the first words that show it" },
  { "evidence", "the rows of tag_evidence and of match_evidence, of which one of "
                "concept and recommendation is null" },
};

/* Fields that one entry of the table stands for. */
static const Field range_fields[] = {
  { "start", FIELD_UINT, .meaning = "where it begins in the record's text" },
  { "end", FIELD_UINT, .meaning = "where it ends" },
};
static const Field span_fields[] = {
  { "exact", FIELD_STRING, .meaning = "the words" },
  { "start", FIELD_UINT, .meaning = "where they begin in the record's text" },
  { "end", FIELD_UINT, .meaning = "where they end" },
};
static const Field place_fields[] = {
  { "page", FIELD_UINT_OR_NULL, .meaning = "page on which it begins, from 1" },
  { "bbox", FIELD_BOX, .meaning = "where it stands on that page" },
};

/* The fields of JSON that an entry is: itself, unless it stands for several. */
static const Field *
expand (const Field *field, guint *ret_n)
{
  *ret_n = 1;
  switch (field->kind)
    {
    case FIELD_RANGE:
      *ret_n = G_N_ELEMENTS (range_fields);
      return range_fields;
    case FIELD_SPAN:
      *ret_n = G_N_ELEMENTS (span_fields);
      return span_fields;
    case FIELD_PLACE:
      *ret_n = G_N_ELEMENTS (place_fields);
      return place_fields;
    default:
      return field;
    }
}

static gboolean
is_list (const Field *field)
{
  return field->kind == FIELD_STRUCTS || field->kind == FIELD_POINTERS;
}

static gboolean
is_date (const Field *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    if (field->kind == FIELD_STRING_OR_NULL && strcmp (field->name, dates[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
find_kind (const gchar *type, Kind *ret_kind)
{
  if (strcmp (type, history_shape.name) == 0)
    {
      *ret_kind = (Kind){ history_shape.name, history_shape.fields,
                          history_shape.n_fields, "what became of a recommendation" };
      return TRUE;
    }
  for (guint i = 0; i < RECORD_N_TYPES; i++)
    if (strcmp (type, record_shapes[i].type) == 0)
      {
        *ret_kind = (Kind){ record_shapes[i].type, record_shapes[i].fields,
                            record_shapes[i].n_fields, record_shapes[i].meaning };
        return TRUE;
      }
  return FALSE;
}

/* JSON Schema */

static void
append_quoted (GString *out, const gchar *text)
{
  g_string_append_c (out, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"' || *text == '\\')
        g_string_append_c (out, '\\');
      g_string_append_c (out, *text);
    }
  g_string_append_c (out, '"');
}

static void
append_enum (GString *out, const Field *field)
{
  g_string_append (out, "\"enum\": [");
  for (guint i = 0; i < field->n_names; i++)
    {
      g_string_append (out, i > 0 ? ", " : "");
      if (field->names[i] != NULL)
        append_quoted (out, field->names[i]);
      else
        g_string_append (out, "null");
    }
  g_string_append_c (out, ']');
}

static void
append_property (GString *out, const Field *field, gboolean first)
{
  g_string_append (out, first ? "\n" : ",\n");
  g_string_append (out, "    ");
  append_quoted (out, field->name);
  g_string_append (out, ": {\"description\": ");
  append_quoted (out, field->meaning);
  g_string_append (out, ", ");
  if (field->kind == FIELD_ENUM)
    append_enum (out, field);
  else if (is_list (field))
    g_string_append_printf (out,
                            "\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/%s\"}",
                            field->shape->name);
  else
    g_string_append (out, types[field->kind].schema);
  if (is_date (field))
    g_string_append (out, ", \"pattern\": \"" DATE_PATTERN "\"");
  g_string_append_c (out, '}');
}

/* What is in "properties" after what is before, then "required". */
static void
append_properties (GString *out, const Field *fields, guint n_fields, const gchar *before)
{
  g_autoptr (GString) required = g_string_new (before);

  for (guint i = 0; i < n_fields; i++)
    {
      guint n;
      const Field *expanded = expand (&fields[i], &n);

      for (guint j = 0; j < n; j++)
        {
          append_property (out, &expanded[j], required->len == 0);
          g_string_append (required, required->len > 0 ? ", " : "");
          append_quoted (required, expanded[j].name);
        }
    }
  g_string_append_printf (out, "\n  },\n  \"required\": [%s]", required->str);
}

static void
collect_shapes (const Field *fields, guint n_fields, GPtrArray *shapes)
{
  for (guint i = 0; i < n_fields; i++)
    if (is_list (&fields[i]) && !g_ptr_array_find (shapes, fields[i].shape, NULL))
      {
        g_assert (shapes->len < MAX_SHAPES);
        g_ptr_array_add (shapes, (gpointer)fields[i].shape);
        collect_shapes (fields[i].shape->fields, fields[i].shape->n_fields, shapes);
      }
}

static void
write_schema (GString *out, const Kind *kind)
{
  g_autoptr (GPtrArray) shapes = g_ptr_array_new ();

  g_string_append (
      out, "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n");
  g_string_append_printf (out, "  \"$id\": \"%s.schema.json\",\n  \"title\": \"%s\",\n",
                          kind->type, kind->type);
  g_string_append (out, "  \"description\": ");
  append_quoted (out, kind->meaning);
  g_string_append_printf (out,
                          ",\n  \"type\": \"object\",\n  \"properties\": {\n"
                          "    \"type\": {\"const\": \"%s\"},\n"
                          "    \"schema\": {\"const\": %d}",
                          kind->type, SCHEMA_VERSION);
  append_properties (out, kind->fields, kind->n_fields, "\"type\", \"schema\"");
  collect_shapes (kind->fields, kind->n_fields, shapes);
  g_string_append (out, ",\n  \"$defs\": {");
  for (guint i = 0; i < shapes->len; i++)
    {
      const Shape *shape = shapes->pdata[i];

      g_string_append_printf (out,
                              "%s\n  \"%s\": {\n  \"type\": \"object\",\n"
                              "  \"properties\": {",
                              i > 0 ? "," : "", shape->name);
      append_properties (out, shape->fields, shape->n_fields, "");
      g_string_append (out, "\n  }");
    }
  g_string_append (out, "\n  }\n}\n");
}

/* The dictionary */

static void
append_type (GString *out, const Field *field)
{
  if (is_list (field))
    g_string_append (out, "list");
  else if (is_date (field))
    g_string_append (out, "date or null");
  else if (field->kind != FIELD_ENUM)
    g_string_append (out, types[field->kind].words);
  for (guint i = 0; i < field->n_names && field->kind == FIELD_ENUM; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? ", " : "",
                            field->names[i] != NULL ? field->names[i] : "null");
}

static void
append_rows (GString *out, const Field *fields, guint n_fields, const gchar *prefix)
{
  for (guint i = 0; i < n_fields; i++)
    {
      guint n;
      const Field *expanded = expand (&fields[i], &n);

      for (guint j = 0; j < n; j++)
        {
          g_string_append_printf (out, "| `%s%s` | ", prefix, expanded[j].name);
          append_type (out, &expanded[j]);
          g_string_append_printf (out, " | %s |\n", expanded[j].meaning);
        }
      if (is_list (&fields[i]))
        {
          g_autofree gchar *inner = g_strconcat (prefix, fields[i].name, "[].", NULL);

          append_rows (out, fields[i].shape->fields, fields[i].shape->n_fields, inner);
        }
    }
}

static void
write_record (GString *out, const gchar *type)
{
  Kind kind = { 0 };

  find_kind (type, &kind);
  g_string_append_printf (out,
                          "\n### %s\n\n%c%s.\n\n| field | | |\n| --- | --- | --- |\n",
                          kind.type, g_ascii_toupper (*kind.meaning), kind.meaning + 1);
  append_rows (out, kind.fields, kind.n_fields, "");
}

static void
write_dictionary (GString *out)
{
  g_string_append (
      out,
      "# Data dictionary\n\n"
      "Every field of every record and every column of every table. This page is "
      "written\n"
      "by the build (`pipelines/describe.c`) out of `pipelines/schema.c` and\n"
      "`pipelines/table.c`; [records.md](records.md) explains, [recipes.md](recipes.md)\n"
      "shows. The JSON Schema of each type of record is installed in\n"
      "`share/heed/TYPE.schema.json`.\n\n"
      "## Records\n\n"
      "Each begins with `type`, its name, and `schema`, which is 1. `lists[].field` is "
      "a\n"
      "field of each object of a list.\n");
  for (guint i = 0; i < RECORD_N_TYPES; i++)
    write_record (out, record_shapes[i].type);
  write_record (out, history_shape.name);
  g_string_append (out, "\n## Tables\n\nThe same in SQLite and in PostgreSQL.\n");
  for (guint i = 0; i < N_TABLES; i++)
    {
      g_string_append_printf (out, "\n### %s\n\n%c%s.\n\n| column | |\n| --- | --- |\n",
                              tables[i].name, g_ascii_toupper (*tables[i].meaning),
                              tables[i].meaning + 1);
      for (const Column *column = tables[i].columns; column->name != NULL; column++)
        g_string_append_printf (out, "| `%s` | %s |\n", column->name,
                                table_explain (&tables[i], column));
    }
  g_string_append (out, "\n## Views\n\nTheir columns are those of the tables that they "
                        "join; `since` is the day from which a\n"
                        "recommendation stands.\n\n| view | |\n| --- | --- |\n");
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    g_string_append_printf (out, "| `%s` | %s |\n", views[i].name, views[i].meaning);
}

gint
main (gint argc, gchar **argv)
{
  g_autoptr (GString) out = g_string_new (NULL);
  Kind kind;

  if (argc == 2 && strcmp (argv[1], "dictionary") == 0)
    write_dictionary (out);
  else if (argc == 3 && strcmp (argv[1], "schema") == 0 && find_kind (argv[2], &kind))
    write_schema (out, &kind);
  else
    {
      g_printerr ("usage: describe schema TYPE | dictionary\n");
      return 2;
    }
  g_print ("%s", out->str);
  return 0;
}
