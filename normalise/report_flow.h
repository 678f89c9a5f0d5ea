/* report_flow.h: the running text of an inspection report, line by line, across pages.
 *
 * Page numbers, running headers and footers, rotated stamps and footnotes are taken out
 * of it, so that a sentence that a page break cuts in two stands whole. Footnotes are
 * kept apart; the small raised number that leads to one is removed from its line. */

#pragma once

#include "normalise/inspection.h"

/* A report has some forty pages; what comes after these is not read. */
#define REPORT_MAX_PAGES 500

typedef struct
{
  guint page; /* where it is printed, 1-based */
  guint number;
  gchar *text;
} Footnote;

typedef struct
{
  gchar *text; /* white space squeezed; never "" */
  guint page;  /* 1-based; 0 for a source without pages */
  Box box;
  gdouble size;
  gboolean bold;
  gboolean large;    /* set in larger type than the body */
  gboolean apart;    /* there is more room above it than between lines of a paragraph */
  gboolean contents; /* a line of a table of contents */
  guint table;       /* 1-based on its page, 0 outside a table */
  guint footnote;    /* number of the footnote its text leads to; 0 for none */
} FlowLine;

typedef struct
{
  GArray *lines;       /* FlowLine */
  GArray *footnotes;   /* Footnote */
  gdouble body_size;   /* points, the commonest; 0 if unknown */
  gboolean recognised; /* some page was read by character recognition */
} ReportFlow;

/* The flow of the first pages. (transfer full) */
ReportFlow *report_flow_new (const Document *document, guint max_pages);
void report_flow_free (ReportFlow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReportFlow, report_flow_free)

/* (nullable) (transfer none): the text of a footnote printed on that page */
const gchar *report_flow_footnote (const ReportFlow *self, guint page, guint number);
