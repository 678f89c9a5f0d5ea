/* input.h: the documents that the user names, and their bytes. */

#pragma once

#include <glib.h>

typedef struct
{
  gchar *path;    /* to open; "-" is standard input */
  gchar *source;  /* the same as valid UTF-8, for records */
  gchar *problem; /* (nullable) why there is no document: "no such file" */
} Input;

/* paths: files and folders, NULL-terminated. A folder stands for the .pdf .html .htm .txt
 * files below it in byte order of path; links to folders are followed unless they lead in
 * a circle. What is not there, or a folder without documents, is an Input with a problem.
 * (transfer full): GPtrArray of Input * */
GPtrArray *input_list (gchar **paths);

/* Appends what that one path stands for. */
void input_add (GPtrArray *inputs, const gchar *path);

/* Whether a folder's file of that name is taken for a document. */
gboolean input_has_name (const gchar *name);

/* The documents below a folder as before, none if there are none, and the folders, itself
 * included, that were looked through (transfer full): GPtrArray of gchar *. */
GPtrArray *input_survey (const gchar *folder, GPtrArray **ret_folders);

/* A file descriptor to read it from, for the caller to close; -1 if and only if error is
 * set (G_FILE_ERROR). */
gint input_open (const Input *input, GError **error);

/* The bytes, at most max of them: one byte more says that there are more.
 * (transfer full), NULL if and only if error is set (G_FILE_ERROR). */
GBytes *input_read (gint fd, gsize max, GError **error);

/* Appends the paths that a file names, "-" for standard input: one a line, or ended by
 * NUL bytes. FALSE if and only if error is set (G_FILE_ERROR). */
gboolean input_add_list (GPtrArray *inputs, const gchar *path, gboolean nul,
                         GError **error);

/* "sha256:…" of the open file's bytes, which is put back to its start; NULL if it cannot
 * be read. (transfer full) */
gchar *input_identify (gint fd);

/* Which of n shares the document with that hash falls to: 1 … n. */
guint input_share (const gchar *identifier, guint n);
