/* taxonomy.c: the command that shows, checks and exports the concept scheme. */

#include "pipelines/command.h"
#include "pipelines/output.h"
#include "pipelines/pipeline.h"
#include "pipelines/spreadsheet.h"
#include "pipelines/taxonomy_check.h"

#include <string.h>

static void
print_labels (GString *out, const gchar *heading, const GPtrArray *labels)
{
  if (labels->len == 0)
    return;
  g_string_append_printf (out, "%s:\n", heading);
  for (guint i = 0; i < labels->len; i++)
    g_string_append_printf (out, "  %s\n", (const gchar *)labels->pdata[i]);
}

static void
list (const Taxonomy *taxonomy, GString *out)
{
  const GPtrArray *themes = taxonomy_get_themes (taxonomy);
  const GPtrArray *concepts = taxonomy_get_concepts (taxonomy);

  for (guint i = 0; i < themes->len; i++)
    {
      const Concept *theme = themes->pdata[i];

      g_string_append_printf (out, "%s: %s\n", theme->id, theme->label);
      for (guint j = 0; j < concepts->len; j++)
        {
          const Concept *concept = concepts->pdata[j];

          if (g_strcmp0 (concept->theme, theme->id) == 0)
            g_string_append_printf (out, "  %-34s %s\n", concept->id, concept->label);
        }
    }
  for (guint j = 0; j < concepts->len; j++)
    {
      const Concept *concept = concepts->pdata[j];

      if (concept->theme == NULL)
        g_string_append_printf (out, "%-36s %s\n", concept->id, concept->label);
    }
}

static void
show (const Concept *concept, GString *out)
{
  g_string_append_printf (out, "%s: %s\n", concept->id, concept->label);
  if (concept->theme != NULL)
    g_string_append_printf (out, "theme: %s\n", concept->theme);
  if (concept->scope != NULL)
    g_string_append_printf (out, "scope: %s\n", concept->scope);
  print_labels (out, "also called", concept->alt_labels);
  print_labels (out, "found by", concept->hidden_labels);
  print_labels (out, "related", concept->related);
}

/* -------------------------------------------------------------------------- export */

static void
export_skos (const Taxonomy *taxonomy, GString *out)
{
  gsize length;
  const gchar *bytes = g_bytes_get_data (taxonomy_get_bytes (taxonomy), &length);

  g_string_append_len (out, bytes, length);
}

static void
append_cell (GString *out, const gchar *text, gboolean last)
{
  spreadsheet_append (out, text != NULL ? text : "");
  g_string_append (out, last ? "\r\n" : ",");
}

static void
append_list (GString *out, const GPtrArray *texts, gboolean last)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (cell, "%s%s", i > 0 ? "; " : "",
                            (const gchar *)texts->pdata[i]);
  append_cell (out, cell->str, last);
}

/* With a byte order mark, as heed report writes tables. */
static void
export_csv (const Taxonomy *taxonomy, GString *out)
{
  const GPtrArray *concepts = taxonomy_get_concepts (taxonomy);

  g_string_append (out, "\xef\xbb\xbf"
                        "concept,label,theme,scope,also called,related\r\n");
  for (guint i = 0; i < concepts->len; i++)
    {
      const Concept *concept = concepts->pdata[i];

      append_cell (out, concept->id, FALSE);
      append_cell (out, concept->label, FALSE);
      append_cell (out, concept->theme, FALSE);
      append_cell (out, concept->scope, FALSE);
      append_list (out, concept->alt_labels, FALSE);
      append_list (out, concept->related, TRUE);
    }
}

/* Text from a taxonomy as text of a Markdown paragraph. */
static void
append_escaped (GString *out, const gchar *text)
{
  for (; *text != '\0'; text++)
    {
      if (strchr ("\\`*_{}[]<>#|", *text) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_c (out, *text == '\n' ? ' ' : *text);
    }
}

static void
append_concept (GString *out, const Concept *concept)
{
  g_string_append (out, "\n### ");
  append_escaped (out, concept->label);
  g_string_append_printf (out, "\n\n`%s`\n", concept->id);
  if (concept->scope != NULL)
    {
      g_string_append_c (out, '\n');
      append_escaped (out, concept->scope);
      g_string_append_c (out, '\n');
    }
  for (guint i = 0; i < concept->alt_labels->len; i++)
    {
      g_string_append (out, i == 0 ? "\nAlso called: " : ", ");
      append_escaped (out, concept->alt_labels->pdata[i]);
    }
  if (concept->alt_labels->len > 0)
    g_string_append (out, ".\n");
}

static void
export_markdown (const Taxonomy *taxonomy, GString *out)
{
  const GPtrArray *themes = taxonomy_get_themes (taxonomy);
  const GPtrArray *concepts = taxonomy_get_concepts (taxonomy);

  g_string_append (out, "# Concepts\n");
  for (guint i = 0; i <= themes->len; i++) /* those without a theme come last */
    {
      const Concept *theme = i < themes->len ? themes->pdata[i] : NULL;

      if (theme != NULL)
        {
          g_string_append (out, "\n## ");
          append_escaped (out, theme->label);
          g_string_append_c (out, '\n');
        }
      for (guint j = 0; j < concepts->len; j++)
        {
          const Concept *concept = concepts->pdata[j];

          if (g_strcmp0 (concept->theme, theme != NULL ? theme->id : NULL) == 0)
            append_concept (out, concept);
        }
    }
}

static const struct
{
  const gchar *name;
  void (*write) (const Taxonomy *taxonomy, GString *out);
} formats[] = { { "skos", export_skos },
                { "csv", export_csv },
                { "markdown", export_markdown } };

static gint
export_as (const gchar *format, const Taxonomy *taxonomy, GString *out)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (format == NULL || strcmp (format, formats[i].name) == 0)
      {
        formats[i].write (taxonomy, out);
        return EXIT_DONE;
      }
  command_complain ("--format takes skos, csv or markdown, not '%s'", format);
  return EXIT_USAGE;
}

/* ------------------------------------------------------------------------- command */

static gint
show_named (const gchar *id, const Taxonomy *taxonomy, GString *out)
{
  const Concept *concept = taxonomy_lookup (taxonomy, id);

  if (concept == NULL)
    {
      command_complain ("no concept '%s' in the taxonomy", id);
      return EXIT_USAGE;
    }
  show (concept, out);
  return EXIT_DONE;
}

/* The action's words into out; EXIT_DONE, or what went wrong. */
static gint
act (gchar **arguments, const gchar *path, const gchar *format, gboolean verbose,
     GString *out)
{
  g_autoptr (Taxonomy) taxonomy = NULL;
  g_autoptr (GError) error = NULL;

  if (strcmp (arguments[0], "check") == 0)
    return taxonomy_check_file (arguments[1], arguments + 2, verbose, out);
  taxonomy = pipeline_open_taxonomy (path, &error);
  if (taxonomy == NULL)
    {
      command_complain ("%s", error->message);
      return EXIT_STOPPED;
    }
  if (strcmp (arguments[0], "show") == 0)
    return show_named (arguments[1], taxonomy, out);
  if (strcmp (arguments[0], "export") == 0)
    return export_as (format, taxonomy, out);
  list (taxonomy, out);
  return EXIT_DONE;
}

static gboolean
well_formed (gchar **arguments)
{
  static const struct
  {
    const gchar *action;
    guint least;
    guint most;
  } actions[] = {
    { "list", 1, 1 }, { "show", 2, 2 }, { "check", 2, G_MAXUINT }, { "export", 1, 1 }
  };
  guint n = g_strv_length (arguments);

  for (guint i = 0; n > 0 && i < G_N_ELEMENTS (actions); i++)
    if (strcmp (arguments[0], actions[i].action) == 0)
      return n >= actions[i].least && n <= actions[i].most;
  return FALSE;
}

gint
taxonomy_command (gint argc, gchar **argv)
{
  g_auto (CommandOptions) options = { 0 };
  g_autofree gchar *path = NULL, *format = NULL;
  g_autoptr (Output) output = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "taxonomy", 0, 0, G_OPTION_ARG_FILENAME, &path,
      "SKOS concept scheme to use, not the built-in one", "FILE" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, "of export: skos, csv or markdown",
      "NAME" },
    { NULL },
  };
  gint status;

  if (!command_parse ("taxonomy", entries, argc, argv, &options, &status))
    return status;
  if (!well_formed (options.arguments))
    {
      command_complain ("one of: list, show ID, check FILE [RECORDS…], export");
      return EXIT_USAGE;
    }
  status = act (options.arguments, path, format, options.verbose, out);
  if (status != EXIT_DONE)
    return status;
  output = output_open (options.output, &error);
  if (output == NULL || !output_write (output, out->str, out->len, &error)
      || !output_close (output, &error))
    {
      command_complain ("%s", error->message);
      return EXIT_STOPPED;
    }
  return EXIT_DONE;
}
