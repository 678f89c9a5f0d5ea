/* report_cover.h: the head of an Ofsted report or letter: what it is, whom it is on, when
 * the inspectors came. */

#pragma once

#include "normalise/report_flow.h"

typedef struct
{
  const gchar *framework; /* "ILACS", "SIF", "pre-SIF", "JTAI"; NULL for what is none of
                             these: refused says why */
  const gchar *kind;      /* "inspection", "focused-visit", "monitoring-visit" */
  const gchar
      *refused;      /* (nullable) what it seems to be instead: "a report on a school" */
  guint lines_above; /* its title */
  gchar *council;    /* as printed, or NULL */
  gchar *urn;
  gchar *start; /* ISO 8601 */
  gchar *end;
  gchar *published;
} ReportCover;

typedef struct CoverReader CoverReader;

CoverReader *cover_reader_new (void);
void cover_reader_free (CoverReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoverReader, cover_reader_free)

/* (transfer full) */
ReportCover *cover_reader_read (CoverReader *self, const ReportFlow *flow);
void report_cover_free (ReportCover *cover);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReportCover, report_cover_free)
