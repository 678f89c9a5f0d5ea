/* spreadsheet.h: a dossier as a table of comma-separated values (RFC 4180, UTF-8 with a
 * byte order mark, without which Excel takes it for Windows-1252).
 *
 * One row for each item of business that took a subject up; one, without a meeting, for
 * each subject that none did; then one for each document that failed. */

#pragma once

#include "pipelines/dossier.h"

/* Appends the table. */
void spreadsheet_write (const Dossier *dossier, GString *out);

/* Appends the text as one cell. A text that a spreadsheet would take for a formula (it
 * begins with = + - @, a tab or a carriage return) has an apostrophe put before it. */
void spreadsheet_append (GString *out, const gchar *text);
