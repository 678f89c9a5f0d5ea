/* diary.h: on which days councils met, as far as it has been read: a silence says
 * something only where there was a meeting that could have broken it. */

#pragma once

#include <glib.h>

typedef struct Diary Diary;

/* (transfer full) */
Diary *diary_new (void);
void diary_free (Diary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Diary, diary_free)

/* council: its name, however it is spelt. body: (nullable). What one body of a council
 * did on one day is one meeting, in however many documents it stands. */
void diary_add (Diary *self, const gchar *council, const gchar *date, const gchar *body);

/* The council's meetings from since (nullable) on, before until (nullable), and up to
 * as_of (nullable); dates are ISO 8601. council: (nullable). */
guint diary_count (const Diary *self, const gchar *council, const gchar *since,
                   const gchar *until, const gchar *as_of);
