/* judgement_table.h: the grades on the cover of an inspection report. */

#pragma once

#include "normalise/report_flow.h"

typedef struct JudgementTable JudgementTable;

JudgementTable *judgement_table_new (void);
void judgement_table_free (JudgementTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JudgementTable, judgement_table_free)

/* Judgements in the order of the report, each identifier once: "overall", "leaders",
 * "help-and-protection", "in-care", "care-leavers", "in-care-and-care-leavers",
 * "adoption", "safeguarding-board". Adds to judgements (GArray of Judgement). */
void judgement_table_read (JudgementTable *self, const ReportFlow *flow,
                           GArray *judgements);
