/* grade.h: what an inspection judged, told from a sentence. */

#pragma once

#include "normalise/meeting.h"

typedef struct GradeReader GradeReader;

GradeReader *grade_reader_new (void);
void grade_reader_free (GradeReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradeReader, grade_reader_free)

/* Adds the judgements (Judgement) of a sentence: "rated 'good', with leaders judged to
 * require improvement". A sentence that only names the scale has none. */
void grade_reader_read (GradeReader *self, const gchar *text, gsize length,
                        GArray *judgements);

/* Adds a judgement unless there is one of the same aspect. */
void judgements_add (GArray *judgements, const gchar *aspect, const gchar *grade);
