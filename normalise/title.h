/* title.h: what a heading's title is: how many rows it has, where its text begins in its
 * last one ("2448. Police Report: text"), the agenda's number behind or below it
 * ("(Item 4)"), and what a website or an agenda printed into it. */

#pragma once

#include "normalise/candidate.h"

#define MAX_TITLE_ROWS 5

/* Fills the candidate's title, agenda_number, body_row and what runs in, from the row it
 * has and those below, before row end. from: where the text behind a number begins in its
 * row. patterns: of candidate_rules. */
void title_read (Patterns *patterns, const Stream *rows, guint end, gsize from,
                 Candidate *candidate);

/* (transfer full): a title without "pdf icon PDF 122 KB", "(Pages 5 - 6)". */
gchar *title_clean (Patterns *patterns, const gchar *title);

/* (transfer full): letters and figures only, lower case; to compare titles. */
gchar *title_fold (const gchar *title);

/* Bytes of text, a paragraph, that are a title: the agenda's words for what is to be done
 * ("To agree dates. The first will be in May."), up to the stop. 0: it is none. */
gsize title_of_opening (const gchar *text);

/* Letters of which most are capitals: "LISTED BUILDINGS AT RISK". */
gboolean title_is_caps (const gchar *text);

/* Whether a row is so full that the next one's first word had to go to the next line. */
gboolean title_is_full (const Stream *rows, const Row *row, const Row *next);
