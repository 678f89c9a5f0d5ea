/* taxonomy.c: the command that shows, checks and exports the concept scheme. */

#include "pipelines/command.h"
#include "pipelines/output.h"
#include "pipelines/pipeline.h"

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

/* Every mistake of the file, a line each; EXIT_DONE if there is none. */
static gint
check (const gchar *path, GString *out)
{
  g_autofree gchar *contents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (Taxonomy) taxonomy = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, &error))
    {
      command_complain ("%s", error->message);
      return EXIT_STOPPED;
    }
  bytes = g_bytes_new_take (g_steal_pointer (&contents), length);
  problems = taxonomy_check (bytes);
  for (guint i = 0; i < problems->len; i++)
    command_complain ("taxonomy %s: %s", path, (const gchar *)problems->pdata[i]);
  if (problems->len >= TAXONOMY_MAX_PROBLEMS)
    command_complain ("taxonomy %s: there may be more", path);
  if (problems->len > 0)
    return EXIT_STOPPED;
  taxonomy = taxonomy_new_from_bytes (bytes, NULL);
  g_assert (taxonomy != NULL);
  g_string_append_printf (out, "%u concepts, %u themes: sound\n",
                          taxonomy_get_concepts (taxonomy)->len,
                          taxonomy_get_themes (taxonomy)->len);
  return EXIT_DONE;
}

/* The action's words into out; EXIT_DONE, or what went wrong. */
static gint
act (const gchar *action, const gchar *argument, const Taxonomy *taxonomy, GString *out)
{
  if (strcmp (action, "list") == 0)
    list (taxonomy, out);
  else if (strcmp (action, "show") == 0)
    {
      const Concept *concept = taxonomy_lookup (taxonomy, argument);

      if (concept == NULL)
        {
          command_complain ("no concept '%s' in the taxonomy", argument);
          return EXIT_USAGE;
        }
      show (concept, out);
    }
  else
    {
      gsize length;
      const gchar *bytes = g_bytes_get_data (taxonomy_get_bytes (taxonomy), &length);

      g_string_append_len (out, bytes, length);
    }
  return EXIT_DONE;
}

static gboolean
well_formed (gchar **arguments)
{
  static const struct
  {
    const gchar *action;
    guint n_arguments;
  } actions[] = { { "list", 0 }, { "show", 1 }, { "check", 1 }, { "export", 0 } };

  for (guint i = 0; arguments[0] != NULL && i < G_N_ELEMENTS (actions); i++)
    if (strcmp (arguments[0], actions[i].action) == 0)
      return g_strv_length (arguments) == actions[i].n_arguments + 1;
  return FALSE;
}

gint
taxonomy_command (gint argc, gchar **argv)
{
  g_auto (CommandOptions) options = { 0 };
  g_autofree gchar *path = NULL;
  g_autoptr (Taxonomy) taxonomy = NULL;
  g_autoptr (Output) output = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "taxonomy", 0, 0, G_OPTION_ARG_FILENAME, &path,
      "SKOS concept scheme to use, not the built-in one", "FILE" },
    { NULL },
  };
  gint status;

  if (!command_parse ("taxonomy", entries, argc, argv, &options, &status))
    return status;
  if (!well_formed (options.arguments))
    {
      command_complain ("one of: list, show ID, check FILE, export");
      return EXIT_USAGE;
    }
  if (strcmp (options.arguments[0], "check") == 0)
    status = check (options.arguments[1], out);
  else
    {
      taxonomy = pipeline_open_taxonomy (path, &error);
      if (taxonomy == NULL)
        {
          command_complain ("%s", error->message);
          return EXIT_STOPPED;
        }
      status = act (options.arguments[0], options.arguments[1], taxonomy, out);
    }
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
