/* sitting.h: a meeting as one column of a report. The same meeting in several documents
 * (a draft and its final form, minutes and an issue page) is one. */

#pragma once

#include "normalise/meeting.h"

typedef struct
{
  gchar *body;         /* as a heading: "Cabinet"; a description where none is named */
  const gchar *date;   /* (nullable) */
  const gchar *remark; /* (nullable) "draft minutes", "newspaper article" … */
  gboolean article;    /* no meeting, a newspaper\'s text */
  gchar *key;
  guint number;        /* in the chapter, from 0, in order of time */
  GPtrArray *business; /* Business * (transfer none): see dossier.h */
} Sitting;

/* key: what tells it from others. The meeting has to outlive it. (transfer full) */
Sitting *sitting_new (const Meeting *meeting, const gchar *key);
void sitting_free (Sitting *sitting);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sitting, sitting_free)

/* A council's or a body's name as a heading has it: "CHILDREN AND FAMILIES COMMITTEE" as
 * "Children and Families Committee", "cabinet" as "Cabinet". (transfer full) */
gchar *sitting_tidy_name (const gchar *name);

/* The same meeting, in another document: a remark that is true of one alone is dropped.
 */
void sitting_join (Sitting *sitting, const Meeting *meeting);

/* By date, those without one last; for g_ptr_array_sort. */
gint sitting_compare (gconstpointer a, gconstpointer b);
