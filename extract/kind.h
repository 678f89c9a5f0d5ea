/* kind.h: what a file is, told by its first bytes.
 *
 * Names lie: an error page is often saved as "minutes.pdf". */

#pragma once

#include <glib.h>

typedef enum
{
  KIND_PDF,
  KIND_HTML,
  KIND_TEXT,
  KIND_OTHER, /* known or not, but nothing that is read */
} KindReader;

typedef struct
{
  KindReader reader;
  const gchar *media_type; /* "application/pdf" */
  const gchar *name;       /* for people: "a PDF", "a PNG picture" */
} Kind;

/* What the bytes are; never NULL. Only the first few thousand count, and, for a PDF whose
 * header is damaged, the last. (transfer none): static */
const Kind *kind_of (const guint8 *data, gsize length);
