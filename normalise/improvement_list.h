/* improvement_list.h: the lists of a report that say what needs to improve.
 *
 * A list begins under a heading of its own ("What needs to improve?", "Recommendations",
 * "Areas for improvement") and ends at the next heading that is none of a list's. Its
 * entries have bullets or numbers; dashes or bullets further in belong to the entry above
 * them. Where a list has no marks at all, each paragraph is an entry. */

#pragma once

#include "normalise/report_flow.h"

/* No report has more than some forty. */
#define MAX_RECOMMENDATIONS 400

typedef struct ImprovementList ImprovementList;

ImprovementList *improvement_list_new (void);
void improvement_list_free (ImprovementList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImprovementList, improvement_list_free)

/* Adds to recommendations (Recommendation *), numbered from 1; their id stays NULL.
 * Returns how many headings of lists were found. */
guint improvement_list_read (ImprovementList *self, const ReportFlow *flow,
                             GPtrArray *recommendations);
