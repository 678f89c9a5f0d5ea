/* rig.h: the real crew and its workers, with work of a test's own. */

#pragma once

#include "pipelines/crew.h"

/* Gives empty documents with these n names to one worker after the other. Returns each
 * one's result, or its failure record, in a line each. (transfer full) */
gchar **rig_run (const gchar *const *names, guint n, const WorkerLimits *limits,
                 WorkerFunc work);
