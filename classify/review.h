/* review.h: what those who write a taxonomy want to know of one that is sound: phrases
 * and rules that say what another one says already. None of it is a mistake. */

#pragma once

#include "classify/taxonomy.h"

typedef enum
{
  REMARK_TWICE,   /* the concept has it already */
  REMARK_SHARED,  /* another concept has it, too: a text that holds it gets both */
  REMARK_SHADOWED /* all that it finds, a shorter one of its concept finds: as a label it
                     may be shown, for finding it is not needed */
} RemarkKind;

typedef struct
{
  RemarkKind kind;
  gchar *concept; /* owned, as are the others */
  gchar *phrase;
  gchar *other_concept;
  gchar *other_phrase;
} Remark;

void remark_free (Remark *remark);

#define REVIEW_MAX_WORDS 16 /* of a phrase; longer ones are compared as a whole */

/* Labels are compared by their stems, rules by their text. (transfer full): GPtrArray of
 * Remark *, concept by concept in the file's order */
GPtrArray *review_taxonomy (const Taxonomy *taxonomy);
