/* subject.c: hits of the scheme's own rules → whether an item, and each of its sentences,
 * is about the council's services for children. */

#include "classify/subject.h"

/* Words for and against, among the hits of some sentences. */
typedef struct
{
  guint subject;
  guint elsewhere;
  guint formal;
} Count;

static Count
count_hits (const GArray *hits)
{
  Count count = { 0, 0, 0 };

  for (guint i = 0; i < hits->len; i++)
    {
      Strength strength = g_array_index (hits, Hit, i).rule->strength;

      count.subject += strength == STRENGTH_SUBJECT;
      count.elsewhere += strength == STRENGTH_ELSEWHERE;
      count.formal += strength == STRENGTH_FORMAL;
    }
  return count;
}

Subject
subject_of_hits (const GArray *hits)
{
  Count count = count_hits (hits);

  if (count.subject > 0)
    return SUBJECT_YES;
  return count.elsewhere > 0 ? SUBJECT_NO : SUBJECT_UNKNOWN;
}

Subject
subject_of_item (const Reading *reading, SubjectPrior prior)
{
  Count title = count_hits (reading->title_hits);
  Count text = count_hits (reading->hits);

  if (prior.report)
    return SUBJECT_YES;
  if (title.formal > 0)
    return SUBJECT_NO;
  if (title.subject > 0)
    return SUBJECT_YES;
  if (title.elsewhere > 0)
    return SUBJECT_NO;
  if (prior.body == SUBJECT_YES)
    return text.elsewhere > text.subject ? SUBJECT_UNKNOWN : SUBJECT_YES;
  /* a committee for other things: an item must speak of children's services more than of
     anything else */
  if (prior.body == SUBJECT_NO)
    return text.subject > 1 && text.subject > text.elsewhere ? SUBJECT_YES : SUBJECT_NO;
  if (text.subject == 0)
    return text.elsewhere > 0 ? SUBJECT_NO : SUBJECT_UNKNOWN;
  return text.subject >= text.elsewhere ? SUBJECT_YES : SUBJECT_UNKNOWN;
}

GArray *
subject_of_sentences (const Reading *reading)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (gboolean));

  g_array_set_size (out, reading->prose->sentences->len);
  for (guint i = 0; i < out->len; i++)
    g_array_index (out, gboolean, i) = TRUE;
  for (guint i = 0; i < reading->hits->len;)
    {
      guint sentence = g_array_index (reading->hits, Hit, i).sentence;
      guint subject = 0, elsewhere = 0, absent = 0;

      for (; i < reading->hits->len; i++)
        {
          const Hit *hit = &g_array_index (reading->hits, Hit, i);

          if (hit->sentence != sentence)
            break;
          subject += hit->rule->strength == STRENGTH_SUBJECT;
          elsewhere += hit->rule->strength == STRENGTH_ELSEWHERE;
          absent += hit->rule->strength == STRENGTH_ABSENT;
        }
      g_array_index (out, gboolean, sentence) =
          absent == 0 && (elsewhere == 0 || subject > 0);
    }
  return out;
}
