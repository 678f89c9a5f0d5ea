/* verdict.c: hits → tags with evidence, mode, score and reason. */

#include "classify/verdict.h"

#include <math.h>
#include <string.h>

#define MAX_WEAK 6 /* different weak rules that count */

/* What speaks for one concept in one passage. */
typedef struct
{
  guint concept;
  guint passage;
  guint strong; /* hits of labels and strong rules, one a sentence */
  guint strong_sentence;
  guint n_weak;
  const MatcherRule *weak[MAX_WEAK];
} Tally;

typedef struct
{
  const Taxonomy *taxonomy;
  const Reading *reading;
  const Item *item;
  GArray *sentences; /* gboolean: may be evidence */
  GArray *tallies;   /* Tally, by passage, then in the order of hits */
} Court;

static Tally *
tally_of (Court *court, guint concept, guint passage, guint from)
{
  Tally fresh = { concept, passage, 0, G_MAXUINT, 0, { NULL } };

  for (guint i = from; i < court->tallies->len; i++)
    if (g_array_index (court->tallies, Tally, i).concept == concept)
      return &g_array_index (court->tallies, Tally, i);
  g_array_append_val (court->tallies, fresh);
  return &g_array_index (court->tallies, Tally, court->tallies->len - 1);
}

static void
count_hit (Tally *tally, const Hit *hit)
{
  if (hit->rule->strength == STRENGTH_WEAK)
    {
      for (guint i = 0; i < tally->n_weak; i++)
        if (tally->weak[i] == hit->rule)
          return;
      if (tally->n_weak < MAX_WEAK)
        tally->weak[tally->n_weak++] = hit->rule;
    }
  else if (tally->strong_sentence != hit->sentence)
    {
      tally->strong_sentence = hit->sentence;
      tally->strong++;
    }
}

static gboolean
is_evidence (const Court *court, const Hit *hit)
{
  return hit->rule->strength <= STRENGTH_WEAK
         && g_array_index (court->sentences, gboolean, hit->sentence);
}

static void
count_hits (Court *court)
{
  guint passage = G_MAXUINT, from = 0;

  for (guint i = 0; i < court->reading->hits->len; i++)
    {
      const Hit *hit = &g_array_index (court->reading->hits, Hit, i);
      guint here = g_array_index (court->reading->passage_of, guint32, hit->sentence);

      if (!is_evidence (court, hit))
        continue;
      if (here != passage)
        from = court->tallies->len;
      passage = here;
      count_hit (tally_of (court, hit->rule->concept, here, from), hit);
    }
}

static gdouble
logistic (gdouble x)
{
  return 1 / (1 + exp (-x));
}

static gdouble
score_of_tally (const Tally *tally, gboolean in_title)
{
  gdouble x = -2.2;

  x += tally->strong == 0 ? 0 : 3.4 + 0.4 * (MIN (tally->strong, 3) - 1);
  x += 1.2 * tally->n_weak;
  if (in_title)
    x += 1;
  return logistic (x);
}

static gboolean
in_title (const Court *court, guint concept)
{
  for (guint i = 0; i < court->reading->title_hits->len; i++)
    {
      const Hit *hit = &g_array_index (court->reading->title_hits, Hit, i);

      if (hit->rule->concept == concept && hit->rule->strength <= STRENGTH_WEAK)
        return TRUE;
    }
  return FALSE;
}

/* ------------------------------------------------------------------------------- modes
 */

static gboolean
overlaps (Span a, Span b)
{
  return a.start < b.end && b.start < a.end;
}

static gboolean
is_decided (const Item *item, Span span)
{
  for (guint i = 0; i < item->resolutions->len; i++)
    if (overlaps (g_array_index (item->resolutions, Resolution, i).span, span))
      return TRUE;
  for (guint i = 0; i < item->actions->len; i++)
    if (overlaps (g_array_index (item->actions, Action, i).span, span))
      return TRUE;
  return FALSE;
}

/* An entry of a list that names things and says little of them. */
static gboolean
is_listed (const Item *item, Span span)
{
  static const gsize short_entry = 160; /* bytes */

  for (guint i = 0; i < item->paragraphs->len; i++)
    {
      const Paragraph *p = &g_array_index (item->paragraphs, Paragraph, i);

      if (p->level > 0 && overlaps (p->span, span))
        return p->span.end - p->span.start < short_entry
               && memchr (item->text + p->span.start, '.',
                          p->span.end - p->span.start - 1)
                      == NULL;
    }
  return FALSE;
}

static TagMode
mode_of (const Item *item, Span span)
{
  if (item == NULL)
    return TAG_MODE_DISCUSSED;
  if (is_decided (item, span))
    return TAG_MODE_DECIDED;
  return is_listed (item, span) ? TAG_MODE_LISTED : TAG_MODE_DISCUSSED;
}

/* ---------------------------------------------------------------------------- evidence
 */

static void
add_evidence (Tag *tag, const Item *item, Span span)
{
  Evidence *last = NULL;

  if (tag->evidence->len > 0)
    last = &g_array_index (tag->evidence, Evidence, tag->evidence->len - 1);
  if (last != NULL && span.start < last->span.end)
    {
      if (span.end <= last->span.end)
        return;
      span.start = MIN (span.start, last->span.start);
      g_array_set_size (tag->evidence, tag->evidence->len - 1);
    }
  if (tag->evidence->len >= VERDICT_MAX_EVIDENCE)
    return;
  if (item != NULL)
    evidence_add (tag->evidence, item, span);
  else
    {
      Evidence one = { span, NULL };

      one.boxes = g_array_new (FALSE, FALSE, sizeof (PageBox));
      g_array_append_val (tag->evidence, one);
    }
}

static void
add_reason (GString *reason, const Hit *hit, GHashTable *named)
{
  static const gchar *const kinds[] = { "label", "rule", "weak rule" };

  if (!g_hash_table_add (named, (gpointer)hit->rule) || g_hash_table_size (named) > 5)
    return;
  g_string_append_printf (reason, "%s%s “%s”", reason->len > 0 ? "; " : "",
                          kinds[hit->rule->strength], hit->rule->text);
}

static Tag *
tag_of (const Court *court, guint concept, gdouble score)
{
  const Concept *c = taxonomy_get_concepts (court->taxonomy)->pdata[concept];
  Tag *tag = tag_new ();
  g_autoptr (GString) reason = g_string_new (NULL);
  g_autoptr (GHashTable) named = g_hash_table_new (NULL, NULL);

  tag->concept = g_strdup (c->id);
  tag->label = g_strdup (c->label);
  tag->theme = g_strdup (c->theme);
  tag->score = score;
  tag->mode = TAG_MODE_LISTED;
  for (guint i = 0; i < court->reading->hits->len; i++)
    {
      const Hit *hit = &g_array_index (court->reading->hits, Hit, i);
      Span span;

      if (hit->rule->concept != concept || !is_evidence (court, hit))
        continue;
      span = reading_get_clause (court->reading, hit);
      tag->mode = MAX (tag->mode, mode_of (court->item, span));
      add_evidence (tag, court->item, span);
      add_reason (reason, hit, named);
    }
  tag->reason = g_string_free (g_steal_pointer (&reason), FALSE);
  return tag;
}

static gint
compare_tags (gconstpointer a, gconstpointer b)
{
  const Tag *x = *(const Tag *const *)a, *y = *(const Tag *const *)b;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  return strcmp (x->concept, y->concept);
}

GPtrArray *
verdict_of_item (const Taxonomy *taxonomy, const Reading *reading, Subject subject,
                 const Item *item)
{
  GPtrArray *tags = g_ptr_array_new_with_free_func ((GDestroyNotify)tag_free);
  guint n_concepts = taxonomy_get_concepts (taxonomy)->len;
  g_autofree gdouble *scores = g_new0 (gdouble, n_concepts);
  g_autoptr (GArray) sentences = subject_of_sentences (reading);
  g_autoptr (GArray) tallies = g_array_new (FALSE, FALSE, sizeof (Tally));
  Court court = { taxonomy, reading, item, sentences, tallies };

  if (subject == SUBJECT_NO)
    return tags;
  count_hits (&court);
  for (guint i = 0; i < tallies->len; i++)
    {
      const Tally *tally = &g_array_index (tallies, Tally, i);
      gdouble score = score_of_tally (tally, in_title (&court, tally->concept));

      scores[tally->concept] = MAX (scores[tally->concept], score);
    }
  for (guint i = 0; i < n_concepts; i++)
    if (scores[i] >= VERDICT_THRESHOLD)
      g_ptr_array_add (tags, tag_of (&court, i, scores[i]));
  g_ptr_array_sort (tags, compare_tags);
  return tags;
}
