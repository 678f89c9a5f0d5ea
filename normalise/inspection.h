/* inspection.h: what an Ofsted inspection report says: the inspection, and each thing
 * that needs to improve.
 *
 * Plain records; strings as in meeting.h. */

#pragma once

#include "normalise/council.h"
#include "normalise/meeting.h"

typedef struct
{
  gchar *id;      /* inspection's id + "/" + number */
  guint number;   /* 1-based, in the order of the report */
  gchar *text;    /* word for word, one line, footnotes and cross-references removed; the
                     parts of a list within it joined by "; " */
  gchar *section; /* (nullable) whom it is addressed to, where a report tells parts apart:
                     "Local Safeguarding Children Board" */
  gchar *heading; /* (nullable) the sub-heading it stands under: "Areas for improvement",
                     "Within three months" */
  gchar *reference; /* (nullable) the cross-reference printed with it: "Outcome 3,
                       national framework" */
  gchar *footnote;  /* (nullable) what the footnote says that its text leads to */
  guint page;       /* 1-based */
  Box box;          /* of its part on that page */
} Recommendation;

typedef struct
{
  gchar *id; /* URN or council slug + "/" + published or inspection's end; never NULL */
  gchar *council;
  gchar *urn;
  gchar *framework; /* "ILACS", "SIF", "pre-SIF", … */
  gchar
      *kind; /* "inspection", "short-inspection", "focused-visit", "monitoring-visit" … */
  gchar *start; /* ISO 8601 */
  gchar *end;
  gchar *published;
  GArray *judgements;         /* Judgement */
  GPtrArray *recommendations; /* Recommendation * */
} Inspection;

Inspection *inspection_new (void);
void inspection_free (Inspection *inspection);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Inspection, inspection_free)

Recommendation *recommendation_new (void);
void recommendation_free (Recommendation *recommendation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Recommendation, recommendation_free)
