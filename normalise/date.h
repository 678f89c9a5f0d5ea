/* date.h: dates as English (and Welsh) documents write them.
 *
 * Found are "Monday 20th August 2018", "3rd July, 2025", "September 24th 2018",
 * "8th of July 2025", "15/05/2024", "10.10.23", "2025-07-16", "11 Rhagfyr 2019" and the
 * less exact "July 2023", "18 November" (no year). Days come before months in figures,
 * as in Britain. A date that no calendar has (31 June) is not found. */

#pragma once

#include "normalise/meeting.h"

typedef struct
{
  Span span;   /* in the text that was searched */
  guint year;  /* 0: not said, as in "18 November" */
  guint month; /* 1…12; 0: not said */
  guint day;   /* 1…31; 0: not said */
} Date;

typedef struct DateReader DateReader;

DateReader *date_reader_new (void);
void date_reader_free (DateReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DateReader, date_reader_free)

/* The first date in text[0..length) that begins at from or later. A year that stands
 * alone ("in 2019") is no date here: see date_reader_year. */
gboolean date_reader_find (DateReader *self, const gchar *text, gsize length, gsize from,
                           Date *ret_date);

/* The first year from 1900 to 2099 that stands alone, as in "in 2019"; not part of
 * "2018/19", "£2019" or "2,019". */
gboolean date_reader_year (DateReader *self, const gchar *text, gsize length, gsize from,
                           Date *ret_date);

/* (transfer full): "2023", "2023-07" or "2023-07-10"; NULL without a year. */
gchar *date_format (const Date *date);

/* Reads what date_format writes. */
gboolean date_parse (const gchar *text, Date *ret_date);

/* Days from 1 January 1970 for a whole date; compare and subtract. */
gint date_days (const Date *date);

/* 0 if it names no month, 1…12 for "Sept", "SEPTEMBER", "Medi". */
guint date_month (const gchar *word, gsize length);
