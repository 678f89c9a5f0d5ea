/* report.c: the command that makes a page, a table or a letter of records. */

#include "pipelines/chart.h"
#include "pipelines/command.h"
#include "pipelines/json.h"
#include "pipelines/output.h"
#include "pipelines/records.h"
#include "pipelines/spreadsheet.h"
#include "pipelines/template.h"

#include <gio/gio.h>
#include <string.h>

/* A page over so many bytes is made again with less of the documents' words in it. */
#define MAX_PAGE (960u * 1000)

typedef enum
{
  FORMAT_HTML,
  FORMAT_CSV,
  FORMAT_MARKDOWN
} Format;

static gboolean
add (Bundle *bundle, gpointer dossier, GError **error)
{
  if (bundle->document != NULL && bundle->document->pages->len > 0)
    {
      g_set_error (error, JSON_ERROR, JSON_ERROR_SCHEMA,
                   "%s: pages, not meetings: pass them through 'heed normalise' and "
                   "'heed classify' first",
                   bundle->document->source);
      return FALSE;
    }
  dossier_add (dossier, bundle_steal (bundle));
  return TRUE;
}

/* One of the files in pipelines/report/, which are part of the program. (transfer full)
 */
static gchar *
get_resource (const gchar *name)
{
  g_autofree gchar *path = g_strconcat ("/heed/pipelines/report/", name, NULL);
  g_autoptr (GBytes) bytes =
      g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (bytes != NULL);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* "sha256-…", by which the page's own policy knows its style and its script. */
static gchar *
make_hash (const gchar *text)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  g_autofree gchar *base64 = NULL;

  g_checksum_update (checksum, (const guchar *)text, -1);
  g_checksum_get_digest (checksum, digest, &length);
  base64 = g_base64_encode (digest, length);
  return g_strconcat ("sha256-", base64, NULL);
}

static void
add_resource (View *page, const gchar *name, const gchar *hash_name, const gchar *file)
{
  gchar *text = get_resource (file);

  view_take (page, hash_name, make_hash (text));
  view_take (page, name, text);
}

static void
write_view (const Dossier *dossier, const Address *address, Format format,
            const Detail *detail, GString *out)
{
  g_autoptr (GError) error = NULL;
  g_autofree gchar *text =
      get_resource (format == FORMAT_HTML ? "report.html" : "report.md");
  g_autoptr (Template) template = template_new (
      text, format == FORMAT_HTML ? template_escape_html : template_escape_markdown,
      &error);
  g_autoptr (View) page = NULL;

  if (template == NULL)
    g_error ("%s", error->message); /* ours, and tested */
  page = display_show (dossier, address, detail);
  if (format == FORMAT_HTML)
    {
      add_resource (page, "style", "style_hash", "report.css");
      add_resource (page, "script", "script_hash", "report.js");
    }
  g_string_truncate (out, 0);
  template_fill (template, page, out);
}

static void
write_report (const Dossier *dossier, const Address *address, Format format, GString *out)
{
  if (format == FORMAT_CSV)
    spreadsheet_write (dossier, out);
  else if (format == FORMAT_MARKDOWN)
    write_view (dossier, address, format, &details[0], out);
  else
    for (guint i = 0; i < N_DETAILS && (i == 0 || out->len > MAX_PAGE); i++)
      write_view (dossier, address, format, &details[i], out);
}

static gboolean
choose_format (const gchar *name, Format *ret_format)
{
  static const gchar *const names[] = { "html", "csv", "markdown" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (name == NULL || strcmp (name, names[i]) == 0)
      {
        *ret_format = (Format)i;
        return TRUE;
      }
  command_complain ("--format takes html, csv or markdown, not '%s'", name);
  return FALSE;
}

/* A folder, or a web address: nothing that a browser would run. */
static gboolean
check_base (const gchar *base)
{
  const gchar *colon = base != NULL ? strchr (base, ':') : NULL;
  const gchar *stroke = base != NULL ? strchr (base, '/') : NULL;

  if (base == NULL)
    return TRUE;
  if (g_utf8_validate (base, -1, NULL)
      && (colon == NULL || (stroke != NULL && stroke < colon)
          || g_str_has_prefix (base, "http://") || g_str_has_prefix (base, "https://")
          || g_str_has_prefix (base, "file:///")))
    return TRUE;
  command_complain ("--documents takes a folder or an address such as "
                    "https://example.org/minutes/, not '%s'",
                    base);
  return FALSE;
}

gint
report_command (gint argc, gchar **argv)
{
  g_auto (CommandOptions) options = { 0 };
  g_autofree gchar *format_name = NULL;
  g_autofree gchar *base = NULL;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &format_name,
      "what to make: html, csv or markdown", "FORMAT" },
    { "documents", 0, 0, G_OPTION_ARG_FILENAME, &base,
      "where the documents are, for links to them", "PREFIX" },
    { NULL },
  };
  g_autoptr (Dossier) dossier = dossier_new ();
  g_autoptr (Address) address = NULL;
  g_autoptr (Output) output = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  Format format;
  gint status;

  if (!command_parse ("report", entries, argc, argv, &options, &status))
    return status;
  if (!choose_format (format_name, &format) || !check_base (base))
    return EXIT_USAGE;
  if (records_read_all (options.arguments, add, dossier, &error))
    {
      dossier_close (dossier);
      address = address_new (base, options.output);
      write_report (dossier, address, format, out);
      output = output_open (options.output, &error);
    }
  if (output != NULL && output_write (output, out->str, out->len, &error)
      && output_close (output, &error))
    return EXIT_DONE;
  command_complain ("%s", error->message);
  return EXIT_STOPPED;
}
