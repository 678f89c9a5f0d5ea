/* when.h: dates as people say them after a meeting: "July last year", "in August".
 *
 * They are worked out from the day of the meeting: a month without a year is the last one
 * that had begun by then. */

#pragma once

#include "normalise/date.h"

typedef struct WhenReader WhenReader;

WhenReader *when_reader_new (void);
void when_reader_free (WhenReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenReader, when_reader_free)

/* The first date, month or year in text[0..length) that begins at from or later and that
 * has a year, said or worked out. held: (nullable) the day of the meeting. Of "February
 * and March of 2019" the first month is taken, of "between September and February" the
 * second. */
gboolean when_reader_find (WhenReader *self, const gchar *text, gsize length, gsize from,
                           const Date *held, Date *ret_date);
