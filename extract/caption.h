/* caption.h: lines that say what follows them, on pages of ModernGov, in English and
 * Welsh. */

#pragma once

#include <glib.h>

/* The meeting whose item follows, on the page of an issue: "Meeting: 16/07/2025 - Cabinet
 * (Item 23)", "Cyfarfod: 16/07/2025 - …". */
gboolean caption_names_meeting (const gchar *text);

/* The meeting that the page of one agenda item belongs to, which is named among its links
 * only: "Meeting of Cabinet, Monday, 10th July, 2023 7.00 pm (Item 5.)". */
gboolean caption_links_meeting (const gchar *text);

/* Names of files: "Additional documents:", "Dogfennau ychwanegol:". */
gboolean caption_names_documents (const gchar *text);
