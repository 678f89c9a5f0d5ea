/* report_reader.h: a Document that is an Ofsted report becomes an Inspection. */

#pragma once

#include "normalise/inspection.h"

typedef enum
{
  REPORT_ERROR_UNSUPPORTED, /* no report on a council's children's services */
} ReportError;

#define REPORT_ERROR (report_error_quark ())
GQuark report_error_quark (void);

/* What the user says of a report, where it does not say so itself; each (nullable). */
typedef struct
{
  const gchar *council;
  const gchar *urn;
  const gchar *published; /* ISO 8601 */
} ReportFacts;

typedef struct ReportReader ReportReader;

ReportReader *report_reader_new (void);
void report_reader_free (ReportReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReportReader, report_reader_free)

/* facts: (nullable). A report without recommendations gives an Inspection without any and
 * a warning on the document. (transfer full), NULL if and only if error is set. */
Inspection *report_reader_read (ReportReader *self, Document *document,
                                const ReportFacts *facts, GError **error);
