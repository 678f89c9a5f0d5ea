/* number.h: the number at the head of a line, in all the forms that clerks use:
 * "4.", "4", "27/24", "CB 31/2024", "CAB/41", "19.03.5", "Minute 18 –", "Item 3:",
 * "(4)", "12a". Told apart by form, so that a sequence of one form can be followed. */

#pragma once

#include "normalise/meeting.h"

#define NUMBER_MAX_VALUES 4

typedef struct
{
  Span printed; /* in the text: "CAB/41", without keyword and closing punctuation */
  gsize rest;   /* where the text after it begins */
  guint n_values;
  guint values[NUMBER_MAX_VALUES]; /* 27 and 24 of "27/24" */
  gchar form[32];                  /* everything but the figures: "item|CAB/#|" */
  gchar closing;                   /* '.', ')', ':', '-' or 0 */
  gchar suffix;                    /* 'a' of "12a", or 0 */
} Number;

/* FALSE where the text begins with no number, or with one that is clearly no heading's:
 * "15 May 2025", "10.30 am", "46 per cent", "£5". */
gboolean number_read (const gchar *text, Number *ret_number);

/* The number as printed; where pages were recognised, "104" for the "l04" that was read.
 * (transfer full) */
gchar *number_dup (const Number *number, const gchar *text);

/* The value of "XIV" or "xiv", up to 89; 0 for what is none. */
guint number_roman (const gchar *text, gsize length);

/* A letter, or a Roman number, in its place: "A. Apologies", "(b) Minutes", "IV.
 * Syllabus". Initials ("A. Bell") look the same: only headings should be asked. */
gboolean number_read_letter (const gchar *text, gboolean roman, Number *ret_number);
