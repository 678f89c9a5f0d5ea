/* writing.h: what was learned → the text of the file of weights (classify/weights.h). */

#pragma once

#include "classify/train/joint.h"
#include "classify/train/learned.h"

/* joints: by verdict. (transfer full) */
gchar *writing_of (const Corpus *corpus, const Learned *learned, const Joint *joints);
