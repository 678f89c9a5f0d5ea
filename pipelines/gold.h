/* gold.h: what a document truly holds, as a person wrote it down: the file that `heed
 * evaluate` measures records against.
 *
 * One JSON object a document: {source, sha256, meetings: [{body, date, items: [{number,
 * agenda_number, title, resolutions: [{number, text, explicit, kind, doubt,
 * explicit_doubt}], tags: [concept], tags_ok: [concept]}]}]}; further keys are passed
 * over. */

#pragma once

#include <glib.h>

typedef struct
{
  gchar *number;
  gchar *text;
  gchar *kind;
  gboolean explicit_; /* marked as a decision by the document */
  gchar *doubt;       /* (nullable) why it is neither required nor wrong */
  gchar *explicit_doubt;
} GoldResolution;

typedef struct
{
  gchar *number;
  gchar *agenda_number; /* (nullable) */
  gchar *title;
  gchar *doubt;           /* (nullable) why the item is not required */
  GPtrArray *resolutions; /* GoldResolution * */
  GPtrArray *tags;        /* gchar *: required concepts */
  GPtrArray *tags_ok;     /* gchar *: concepts neither required nor wrong */
} GoldItem;

typedef struct
{
  GPtrArray *items; /* GoldItem * */
} GoldMeeting;

typedef struct
{
  gchar *source;       /* file name */
  gchar *sha256;       /* hexadecimal */
  GPtrArray *meetings; /* GoldMeeting * */
} Gold;

/* path: one file, or a folder whose *.gold.json are read in byte order.
 * (transfer full): GPtrArray of Gold *, NULL if and only if error is set. */
GPtrArray *gold_read (const gchar *path, GError **error);
