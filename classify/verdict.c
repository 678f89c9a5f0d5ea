/* verdict.c: hits → tags with evidence, mode, score and reason. */

#include "classify/verdict.h"

#include <math.h>
#include <string.h>

/* Of the signs' features (sign_features), where nothing was learned. */
static const gdouble fixed_weights[SIGN_N_FEATURES] = { -2.4, 0,   0,    3.2, 0.5,
                                                        0.5,  0,   0,    1.2, 1.9,
                                                        0.5,  0.8, -0.1, 0,   0 };

typedef struct
{
  const Taxonomy *taxonomy;
  Model *model;
  const Reading *reading;
  const Item *item;
  const Signs *signs;
  Subject subject;
  guint left_out;        /* sentences that may not be evidence */
  gboolean silence;      /* a concept that nothing speaks for gets no tag here */
  GString *reason;       /* of the tag that is being made */
  const GArray *decided; /* (nullable) Span: of the item's resolutions and actions */
  const GArray *entries; /* (nullable) Span: of the item's lists */
} Court;

/* The weighted sum of a concept's signs, and its parts. */
static gdouble
weigh_signs (const Signs *signs, const Model *model, Verdict verdict, guint concept,
             gdouble *parts)
{
  gdouble features[SIGN_N_FEATURES];
  gboolean known = model != NULL && model_knows (model, concept);
  const gdouble *weights = fixed_weights;
  gdouble x = 0;

  if (known)
    {
      guint n;
      const gdouble *learned = model_get_verdict (model, verdict, &n);

      if (n == SIGN_N_FEATURES)
        weights = learned;
    }
  sign_features (signs, concept, known, features);
  for (guint i = 0; i < SIGN_N_FEATURES; i++)
    {
      x += weights[i] * features[i];
      if (parts != NULL)
        parts[i] = weights[i] * features[i];
    }
  return x;
}

static gdouble
logistic (gdouble x)
{
  return 1 / (1 + exp (-x));
}

gdouble
verdict_score (const Signs *signs, const Model *model, Verdict verdict, guint concept,
               gdouble parts[SIGN_N_FEATURES])
{
  return logistic (weigh_signs (signs, model, verdict, concept, parts));
}

/* ------------------------------------------------------------------------------ modes */

static gint
compare_spans (gconstpointer a, gconstpointer b)
{
  const Span *x = a, *y = b;

  return x->start < y->start ? -1 : x->start > y->start;
}

/* What resolutions and actions say, in order; where these stand in one another they are
 * one. (nullable) (transfer full): GArray of Span */
static GArray *
find_decided (const Item *item)
{
  GArray *spans;
  guint n = 0;

  if (item->resolutions->len == 0 && item->actions->len == 0)
    return NULL;
  spans = g_array_new (FALSE, FALSE, sizeof (Span));
  for (guint i = 0; i < item->resolutions->len; i++)
    g_array_append_val (spans, g_array_index (item->resolutions, Resolution, i).span);
  for (guint i = 0; i < item->actions->len; i++)
    g_array_append_val (spans, g_array_index (item->actions, Action, i).span);
  g_array_sort (spans, compare_spans);
  for (guint i = 0; i < spans->len; i++)
    {
      Span one = g_array_index (spans, Span, i);
      Span *last = n > 0 ? &g_array_index (spans, Span, n - 1) : NULL;

      if (last != NULL && one.start < last->end)
        last->end = MAX (last->end, one.end);
      else
        g_array_index (spans, Span, n++) = one;
    }
  g_array_set_size (spans, n);
  return spans;
}

/* The entries of lists. (nullable) (transfer full): GArray of Span */
static GArray *
find_entries (const Item *item)
{
  GArray *spans = NULL;

  for (guint i = 0; i < item->paragraphs->len; i++)
    {
      const Paragraph *one = &g_array_index (item->paragraphs, Paragraph, i);

      if (one->level == 0 || one->span.start == one->span.end)
        continue;
      if (spans == NULL)
        spans = g_array_new (FALSE, FALSE, sizeof (Span));
      g_array_append_val (spans, one->span);
    }
  return spans;
}

/* (nullable): the first of some spans, in order and apart, that another one shares a byte
 * with; found by halves, for an item may have as many of them as hits. */
static const Span *
find_overlap (const GArray *spans, Span span)
{
  guint low = 0, high = spans->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (spans, Span, middle).end > span.start)
        high = middle;
      else
        low = middle + 1;
    }
  if (low == spans->len || g_array_index (spans, Span, low).start >= span.end)
    return NULL;
  return &g_array_index (spans, Span, low);
}

#define SHORT_ENTRY 160 /* bytes */

/* An entry that names things and says little of them. */
static gboolean
is_short (const gchar *text, const Span *entry)
{
  gsize length = entry->end - entry->start;

  return length < SHORT_ENTRY && memchr (text + entry->start, '.', length - 1) == NULL;
}

static TagMode
mode_of (const Court *court, Span span)
{
  const Span *entry = NULL;

  if (court->decided != NULL && find_overlap (court->decided, span) != NULL)
    return TAG_MODE_DECIDED;
  if (court->entries != NULL)
    entry = find_overlap (court->entries, span);
  return entry != NULL && is_short (court->item->text, entry) ? TAG_MODE_LISTED
                                                              : TAG_MODE_DISCUSSED;
}

/* ------------------------------------------------------------------------ evidence */

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

/* Rules that the reason names. */
typedef struct
{
  const MatcherRule *rules[5];
  guint n;
} Named;

static void
add_reason (GString *reason, const Hit *hit, Named *named)
{
  static const gchar *const kinds[] = { "label “", "rule “", "weak rule “" };

  for (guint i = 0; i < named->n; i++)
    if (named->rules[i] == hit->rule)
      return;
  if (named->n == G_N_ELEMENTS (named->rules))
    return;
  named->rules[named->n++] = hit->rule;
  if (reason->len > 0)
    g_string_append_len (reason, "; ", 2);
  g_string_append (reason, kinds[hit->rule->strength]);
  g_string_append_len (reason, hit->rule->text, hit->rule->length);
  g_string_append_len (reason, "”", sizeof "”" - 1);
}

static void
add_sentence (const Court *court, guint sentence, Tag *tag)
{
  Span span = reading_get_sentence (court->reading, sentence);

  tag->mode = MAX (tag->mode, mode_of (court, span));
  add_evidence (tag, court->item, span);
}

/* Where only learned weights speak, the sentence whose words weigh most is the evidence.
 */
static void
add_learned_evidence (const Court *court, guint concept, Tag *tag, GString *reason)
{
  const Passage *passage =
      &g_array_index (court->reading->passages, Passage, court->signs->of[concept].best);
  g_autoptr (GString) names = g_string_new (NULL);
  gdouble weight;
  guint sentence = model_find_heaviest (court->model, court->reading, *passage,
                                        court->signs->usable, concept, &weight);

  if (weight <= 0)
    return;
  model_weigh_sentence (court->model, court->reading, sentence, concept, names);
  if (tag->evidence->len == 0)
    add_sentence (court, sentence, tag);
  if (reason->len > 0)
    g_string_append_len (reason, "; ", 2);
  g_string_append (reason, "learned: ");
  g_string_append_len (reason, names->str, (gssize)names->len);
  g_string_append_printf (reason, " (%+.1f)", court->signs->of[concept].margin);
}

static gboolean
is_long_enough (const Court *court, guint sentence)
{
  const Sentence *one =
      &g_array_index (court->reading->prose->sentences, Sentence, sentence);

  return g_array_index (court->signs->usable, gboolean, sentence)
         && one->last - one->first >= VERDICT_MIN_WORDS;
}

/* Where the title says it and the text, which is ours from end to end, goes on with "such
 * arrangements" or "these", the evidence is the sentence whose words weigh most, wherever
 * it stands, and if none weighs anything what the item says first. */
static void
add_title_evidence (const Court *court, guint concept, Tag *tag)
{
  guint n = MIN (court->signs->usable->len, VERDICT_MAX_SOUGHT);
  guint sentence = 0;
  gdouble weight = 0;

  if (tag->evidence->len > 0 || court->subject != SUBJECT_YES
      || !court->signs->of[concept].title)
    return;
  if (court->model != NULL && model_knows (court->model, concept))
    sentence = model_find_heaviest (court->model, court->reading, (Passage){ 0, n },
                                    court->signs->usable, concept, &weight);
  if (weight <= 0 || !is_long_enough (court, sentence))
    for (sentence = 0; sentence < n && !is_long_enough (court, sentence);)
      sentence++;
  if (sentence < n)
    add_sentence (court, sentence, tag);
}

/* What spoke against, for the reason. */
static void
add_objections (const Court *court, GString *reason)
{
  if (court->left_out > 0)
    g_string_append_printf (reason,
                            "; %u of %u sentences left out as about something else",
                            court->left_out, court->signs->usable->len);
}

static Tag *
tag_of (const Court *court, guint concept, gdouble score)
{
  const Concept *c = taxonomy_get_concepts (court->taxonomy)->pdata[concept];
  Tag *tag = tag_new ();
  GString *reason = court->reason;
  Named named = { .n = 0 };

  g_string_truncate (reason, 0);
  tag->concept = g_strdup (c->id);
  tag->label = g_strdup (c->label);
  tag->theme = g_strdup (c->theme);
  tag->score = score;
  tag->mode = TAG_MODE_LISTED;
  for (guint32 i = court->signs->of[concept].first_hit; i != 0;
       i = g_array_index (court->signs->next, guint32, i - 1))
    {
      const Hit *hit = &g_array_index (court->reading->hits, Hit, i - 1);
      Span span = reading_get_clause (court->reading, hit);

      tag->mode = MAX (tag->mode, mode_of (court, span));
      add_evidence (tag, court->item, span);
      add_reason (reason, hit, &named);
    }
  for (guint i = 0; i < court->reading->title_hits->len; i++)
    {
      const Hit *hit = &g_array_index (court->reading->title_hits, Hit, i);

      if (hit->rule->concept == concept && hit->rule->strength <= STRENGTH_STRONG)
        add_reason (reason, hit, &named);
    }
  if (court->model != NULL && model_knows (court->model, concept))
    add_learned_evidence (court, concept, tag, reason);
  add_title_evidence (court, concept, tag);
  add_objections (court, reason);
  tag->reason = g_strndup (reason->str, reason->len);
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

/* A sign that says nothing for its concept, nor anything more against it than the next.
 */
static gboolean
is_silent (const Sign *sign)
{
  return sign->strong == 0 && sign->weak == 0 && !sign->title
         && sign->margin <= SIGNS_MARGIN_MIN;
}

/* Below this no score reaches the threshold: logistic (-0.20) is 0.45. */
#define LEAST_SUM (-0.25)
#define REASON_ROOM 500 /* bytes; few reasons are longer */

/* A concept's tag, if it has earned one. */
static void
judge (Court *court, guint32 concept, GPtrArray *tags)
{
  Verdict verdict = court->item != NULL ? VERDICT_ITEM : VERDICT_TEXT;
  gboolean silent = is_silent (&court->signs->of[concept]);
  g_autoptr (Tag) tag = NULL;
  gdouble x;

  if (silent && court->silence)
    return; /* one such has been weighed, and was too light */
  x = weigh_signs (court->signs, court->model, verdict, concept, NULL);
  if (silent && x < LEAST_SUM && court->model != NULL
      && model_knows (court->model, concept))
    court->silence = TRUE;
  if (x < LEAST_SUM || logistic (x) < VERDICT_THRESHOLD)
    return;
  tag = tag_of (court, concept, logistic (x));
  if (tag->evidence->len > 0)
    g_ptr_array_add (tags, g_steal_pointer (&tag));
}

GPtrArray *
verdict_of_item (const Taxonomy *taxonomy, Model *model, Signs *signs,
                 const Reading *reading, Subject subject, const Item *item)
{
  GPtrArray *tags = g_ptr_array_new_with_free_func ((GDestroyNotify)tag_free);
  g_autoptr (GString) reason = NULL;
  g_autoptr (GArray) decided = NULL;
  g_autoptr (GArray) entries = NULL;
  Court court = { .taxonomy = taxonomy,
                  .model = model,
                  .reading = reading,
                  .item = item,
                  .signs = signs,
                  .subject = subject };

  if (subject == SUBJECT_NO || reading->prose->sentences->len == 0)
    return tags;
  court.reason = reason = g_string_sized_new (REASON_ROOM);
  if (item != NULL)
    {
      court.decided = decided = find_decided (item);
      court.entries = entries = find_entries (item);
    }
  if (model != NULL)
    {
      SignsWeigher weigher = signs_weigher_of_model (model);

      signs_read (signs, &weigher, reading, subject);
    }
  else
    signs_read (signs, NULL, reading, subject);
  for (guint i = 0; i < signs->usable->len; i++)
    court.left_out += !g_array_index (signs->usable, gboolean, i);
  for (guint i = 0; i < signs->touched->len; i++)
    judge (&court, g_array_index (signs->touched, guint32, i), tags);
  g_ptr_array_sort (tags, compare_tags);
  return tags;
}
