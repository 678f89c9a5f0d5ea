/* sheet.h: small PDFs, written for a test from the words that stand on them. */

#pragma once

#include <glib.h>

typedef struct Sheet Sheet;

/* A file of A4 pages (595 by 842 points); the first page is open. (transfer full) */
Sheet *sheet_new (void);
void sheet_free (Sheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sheet, sheet_free)

/* Closes the page, opens the next. */
void sheet_next_page (Sheet *self);

/* Entries for the catalogue ("/PageMode /UseOutlines"), the open page's dictionary or
 * that of its resources. */
void sheet_catalogue (Sheet *self, const gchar *entries);
void sheet_page (Sheet *self, const gchar *entries);
void sheet_resources (Sheet *self, const gchar *entries);

/* Adds an object and returns its number, for "N 0 R". Streams: with their dictionary. */
guint sheet_object (Sheet *self, const gchar *body);

/* Operators for the open page's content, as they are. */
void sheet_draw (Sheet *self, const gchar *operators);

/* Words in Helvetica at x, y from the page's TOP left (y is the baseline). Latin-1
 * letters as \ooo. Fonts: /F1 regular, /F2 bold, /F3 oblique. */
void sheet_text (Sheet *self, gdouble x, gdouble y, gdouble size, const gchar *words);
void sheet_bold (Sheet *self, gdouble x, gdouble y, gdouble size, const gchar *words);
void sheet_italic (Sheet *self, gdouble x, gdouble y, gdouble size, const gchar *words);

/* The same, turned anticlockwise by so many degrees. */
void sheet_turned (Sheet *self, gdouble x, gdouble y, gdouble size, gdouble degrees,
                   const gchar *words);

/* Ends the file. (transfer full) */
GBytes *sheet_finish (Sheet *self);
