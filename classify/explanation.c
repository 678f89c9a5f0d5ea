/* explanation.c: a reading and its signs → what each concept's score is made of. */

#include "classify/explanation.h"

#include "classify/verdict.h"

#include <math.h>
#include <string.h>

static void
finding_free (Finding *finding)
{
  g_free (finding->rule);
  g_free (finding->veto);
  g_free (finding);
}

void
explanation_free (Explanation *explanation)
{
  if (explanation == NULL)
    return;
  g_free (explanation->concept);
  tag_free (explanation->tag);
  g_free (explanation->label);
  g_ptr_array_unref (explanation->findings);
  g_array_unref (explanation->grounds);
  g_free (explanation->learned_words);
  g_free (explanation);
}

static Finding *
finding_new (const Hit *hit, const Prose *prose)
{
  Finding *finding = g_new0 (Finding, 1);

  finding->rule = g_strdup (hit->rule->text);
  finding->veto = g_strdup ("");
  finding->strength = hit->rule->strength;
  finding->span.start = g_array_index (prose->tokens, Token, hit->first).start;
  finding->span.end = g_array_index (prose->tokens, Token, hit->last - 1).end;
  return finding;
}

static void
add_findings (Explanation *to, guint concept, const Prose *prose, const GArray *hits,
              const GArray *usable)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const Hit *hit = &g_array_index (hits, Hit, i);
      Finding *finding;

      if (hit->rule->concept != concept || hit->rule->strength > STRENGTH_WEAK)
        continue;
      finding = finding_new (hit, prose);
      finding->in_title = usable == NULL;
      finding->counted =
          usable == NULL || g_array_index (usable, gboolean, hit->sentence);
      g_ptr_array_add (to->findings, finding);
    }
}

static void
add_vetoed (Explanation *to, guint concept, const Reading *reading)
{
  for (guint i = 0; i < reading->vetoed->len; i++)
    {
      const Vetoed *vetoed = &g_array_index (reading->vetoed, Vetoed, i);
      Finding *finding;

      if (vetoed->hit.rule->concept != concept)
        continue;
      finding =
          finding_new (&vetoed->hit, vetoed->title ? reading->title : reading->prose);
      finding->in_title = vetoed->title;
      g_free (finding->veto);
      finding->veto = g_strdup (vetoed->veto->text);
      g_ptr_array_add (to->findings, finding);
    }
}

static gint
compare_grounds (gconstpointer a, gconstpointer b)
{
  gdouble x = fabs (((const Ground *)a)->weight), y = fabs (((const Ground *)b)->weight);

  return x > y ? -1 : x < y;
}

static void
add_grounds (Explanation *to, const Signs *signs, Model *model, guint concept)
{
  gdouble parts[SIGN_N_FEATURES];

  to->score = verdict_score (signs, model, VERDICT_ITEM, concept, parts);
  for (guint i = 0; i < SIGN_N_FEATURES; i++)
    {
      Ground ground = { sign_feature_names[i], parts[i] };

      if (fabs (ground.weight) >= 0.05)
        g_array_append_val (to->grounds, ground);
    }
  g_array_sort (to->grounds, compare_grounds);
}

/* The heaviest words of the passage that speaks most for the concept. */
static gchar *
get_learned_words (const Signs *signs, Model *model, const Reading *reading,
                   guint concept)
{
  GString *names = g_string_new (NULL);
  guint best = signs->of[concept].best, sentence;
  gdouble weight;

  if (model == NULL || !model_knows (model, concept) || best >= reading->passages->len)
    return g_string_free (names, FALSE);
  sentence = model_find_heaviest (model, reading,
                                  g_array_index (reading->passages, Passage, best),
                                  signs->usable, concept, &weight);
  if (weight > 0)
    model_weigh_sentence (model, reading, sentence, concept, names);
  return g_string_free (names, FALSE);
}

static guint
count_left_out (const GArray *usable)
{
  guint n = 0;

  for (guint i = 0; i < usable->len; i++)
    n += !g_array_index (usable, gboolean, i);
  return n;
}

/* signs: (nullable): nothing in the item is looked at. */
static Explanation *
explain (const Concept *concept, guint number, const Signs *signs, Model *model,
         const Reading *reading, Subject subject)
{
  Explanation *to = g_new0 (Explanation, 1);

  to->concept = g_strdup (concept->id);
  to->label = g_strdup (concept->label);
  to->threshold = VERDICT_THRESHOLD;
  to->subject = subject;
  to->n_rules = 1 + concept->alt_labels->len + concept->hidden_labels->len
                + concept->strong->len + concept->weak->len;
  to->learned = model != NULL && model_knows (model, number);
  to->findings = g_ptr_array_new_with_free_func ((GDestroyNotify)finding_free);
  to->grounds = g_array_new (FALSE, FALSE, sizeof (Ground));
  to->learned_words = g_strdup ("");
  if (signs == NULL)
    return to;
  to->n_sentences = signs->usable->len;
  to->n_left_out = count_left_out (signs->usable);
  add_findings (to, number, reading->title, reading->title_hits, NULL);
  add_findings (to, number, reading->prose, reading->hits, signs->usable);
  add_vetoed (to, number, reading);
  if (!signs->of[number].touched)
    return to;
  add_grounds (to, signs, model, number);
  g_free (to->learned_words);
  to->learned_words = get_learned_words (signs, model, reading, number);
  return to;
}

static gint
compare_scores (gconstpointer a, gconstpointer b)
{
  const Explanation *x = *(const Explanation *const *)a;
  const Explanation *y = *(const Explanation *const *)b;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  return strcmp (x->concept, y->concept);
}

/* Its tag, where it is among them. */
static void
take_tag (Explanation *to, GPtrArray *tags)
{
  for (guint i = 0; i < tags->len; i++)
    if (strcmp (((Tag *)tags->pdata[i])->concept, to->concept) == 0)
      {
        to->tag = g_ptr_array_steal_index_fast (tags, i);
        return;
      }
}

GPtrArray *
explanation_of_item (const Taxonomy *taxonomy, Model *model, Signs *signs,
                     const Reading *reading, Subject subject, const Item *item)
{
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify)explanation_free);
  const GPtrArray *concepts = taxonomy_get_concepts (taxonomy);
  /* Fills the signs, too. */
  g_autoptr (GPtrArray) tags =
      verdict_of_item (taxonomy, model, signs, reading, subject, item);
  const Signs *read =
      subject == SUBJECT_NO || reading->prose->sentences->len == 0 ? NULL : signs;

  for (guint i = 0; i < concepts->len; i++)
    {
      g_ptr_array_add (out,
                       explain (concepts->pdata[i], i, read, model, reading, subject));
      take_tag (out->pdata[i], tags);
    }
  g_ptr_array_sort (out, compare_scores);
  return out;
}
