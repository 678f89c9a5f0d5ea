/* inspection.c: the memory of the records of an inspection report. */

#include "normalise/inspection.h"

Inspection *
inspection_new (void)
{
  Inspection *inspection = g_new0 (Inspection, 1);

  inspection->judgements = judgements_new ();
  inspection->recommendations =
      g_ptr_array_new_with_free_func ((GDestroyNotify)recommendation_free);
  return inspection;
}

void
inspection_free (Inspection *inspection)
{
  if (inspection == NULL)
    return;
  g_free (inspection->id);
  g_free (inspection->council);
  g_free (inspection->urn);
  g_free (inspection->framework);
  g_free (inspection->kind);
  g_free (inspection->start);
  g_free (inspection->end);
  g_free (inspection->published);
  g_array_unref (inspection->judgements);
  g_ptr_array_unref (inspection->recommendations);
  g_free (inspection);
}

Recommendation *
recommendation_new (void)
{
  return g_new0 (Recommendation, 1);
}

void
recommendation_free (Recommendation *recommendation)
{
  if (recommendation == NULL)
    return;
  g_free (recommendation->id);
  g_free (recommendation->text);
  g_free (recommendation->section);
  g_free (recommendation->heading);
  g_free (recommendation->reference);
  g_free (recommendation->footnote);
  g_free (recommendation);
}
