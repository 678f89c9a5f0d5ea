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
  return count.elsewhere > 0 ? SUBJECT_NO : SUBJECT_PARTS;
}

Subject
subject_of_item (const Reading *reading, Subject body)
{
  Count title = count_hits (reading->title_hits);
  Count text = count_hits (reading->hits);

  if (title.formal > 0)
    return SUBJECT_NO;
  if (title.subject > 0 && title.elsewhere > 0)
    return text.subject > 0 ? SUBJECT_PARTS : SUBJECT_NO; /* "children's and adults'" */
  if (title.subject > 0)
    return SUBJECT_YES;
  if (title.elsewhere > 0)
    return SUBJECT_NO;
  if (body == SUBJECT_YES)
    return text.elsewhere > text.subject ? SUBJECT_PARTS : SUBJECT_YES;
  if (text.subject == 0 || (body == SUBJECT_NO && text.elsewhere > text.subject))
    return SUBJECT_NO;
  return SUBJECT_PARTS;
}

/* What the hits of one sentence say of it. */
typedef struct
{
  gboolean subject;
  gboolean elsewhere;
  gboolean absent;
} Leaning;

static void
lean (const Reading *reading, Leaning *leanings)
{
  for (guint i = 0; i < reading->hits->len; i++)
    {
      const Hit *hit = &g_array_index (reading->hits, Hit, i);
      Leaning *leaning = &leanings[hit->sentence];

      leaning->subject = leaning->subject || hit->rule->strength == STRENGTH_SUBJECT;
      leaning->elsewhere =
          leaning->elsewhere || hit->rule->strength == STRENGTH_ELSEWHERE;
      leaning->absent = leaning->absent || hit->rule->strength == STRENGTH_ABSENT;
    }
}

GArray *
subject_of_sentences (const Reading *reading, Subject subject)
{
  guint n = reading->prose->sentences->len;
  GArray *out = g_array_new (FALSE, TRUE, sizeof (gboolean));
  g_autofree Leaning *leanings = g_new0 (Leaning, n + 1);
  g_autofree gboolean *parts = g_new0 (gboolean, reading->passages->len + 2);

  g_array_set_size (out, n);
  if (subject == SUBJECT_NO)
    return out;
  lean (reading, leanings);
  /* a passage that speaks of the subject, and those beside it; parts is one off */
  for (guint i = 0; i < n; i++)
    if (leanings[i].subject)
      {
        guint passage = g_array_index (reading->passage_of, guint32, i) + 1;

        parts[passage - 1] = parts[passage] = parts[passage + 1] = TRUE;
      }
  for (guint i = 0; i < n; i++)
    g_array_index (out, gboolean, i) =
        !leanings[i].absent && (!leanings[i].elsewhere || leanings[i].subject)
        && (subject == SUBJECT_YES
            || parts[g_array_index (reading->passage_of, guint32, i) + 1]);
  return out;
}
