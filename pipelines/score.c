/* score.c: items, resolutions and tags of a document paired with its gold. */

#include "pipelines/score.h"

#include <string.h>

#define TITLE_ALIKE 0.8
#define RESOLUTION_ALIKE 0.75

gdouble
count_precision (Count count)
{
  guint found = count.right + count.invented;

  return found > 0 ? (gdouble)count.right / found : 1;
}

gdouble
count_recall (Count count)
{
  guint wanted = count.right + count.missed;

  return wanted > 0 ? (gdouble)count.right / wanted : 1;
}

gdouble
count_f1 (Count count)
{
  gdouble p = count_precision (count), r = count_recall (count);

  return p + r > 0 ? 2 * p * r / (p + r) : 0;
}

Score *
score_new (void)
{
  Score *score = g_new0 (Score, 1);

  score->misses = g_ptr_array_new_with_free_func (g_free);
  return score;
}

void
score_free (Score *score)
{
  if (score == NULL)
    return;
  g_ptr_array_unref (score->misses);
  g_free (score);
}

/* The words of a text: runs of a-z and 0-9 once it is folded. (transfer full) */
static GPtrArray *
words_of (const gchar *text, gsize length)
{
  g_autofree gchar *plain = g_utf8_normalize (text, length, G_NORMALIZE_ALL_COMPOSE);
  g_autofree gchar *folded = g_utf8_strdown (plain != NULL ? plain : "", -1);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (const gchar *p = folded; *p != '\0';)
    {
      gsize n = strspn (p, "abcdefghijklmnopqrstuvwxyz0123456789");

      if (n > 0)
        g_ptr_array_add (words, g_strndup (p, n));
      p += n + (p[n] != '\0');
    }
  return words;
}

/* F1 of two bags of words. */
static gdouble
alike (const GPtrArray *a, const GPtrArray *b)
{
  g_autoptr (GHashTable) left = g_hash_table_new (g_str_hash, g_str_equal);
  guint shared = 0;

  if (a->len == 0 || b->len == 0)
    return a->len == b->len ? 1 : 0;
  for (guint i = 0; i < a->len; i++)
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (left, a->pdata[i]));

      g_hash_table_insert (left, a->pdata[i], GUINT_TO_POINTER (n + 1));
    }
  for (guint i = 0; i < b->len; i++)
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (left, b->pdata[i]));

      if (n > 0)
        {
          g_hash_table_insert (left, b->pdata[i], GUINT_TO_POINTER (n - 1));
          shared++;
        }
    }
  return 2.0 * shared / (a->len + b->len);
}

static gboolean
contains (const GPtrArray *words, const GPtrArray *run)
{
  for (guint i = 0; i + run->len <= words->len; i++)
    {
      guint j = 0;

      while (j < run->len && strcmp (words->pdata[i + j], run->pdata[j]) == 0)
        j++;
      if (j == run->len)
        return TRUE;
    }
  return FALSE;
}

/* An item's number without regard to case and punctuation: "CB 31/2024" → "cb.31.2024".
 */
static gchar *
plain_number (const gchar *number)
{
  GString *plain = g_string_new (NULL);

  for (const gchar *p = number != NULL ? number : ""; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (plain, g_ascii_tolower (*p));
    else if (plain->len > 0 && plain->str[plain->len - 1] != '.')
      g_string_append_c (plain, '.');
  if (plain->len > 0 && plain->str[plain->len - 1] == '.')
    g_string_truncate (plain, plain->len - 1);
  return g_string_free (plain, FALSE);
}

typedef struct
{
  const Item *item;
  const ItemTags *tags; /* (nullable) */
  GPtrArray *title;
  gchar *number;
  gchar *agenda_number;
  gboolean used;
} Found;

static void
found_clear (gpointer data)
{
  Found *found = data;

  g_ptr_array_unref (found->title);
  g_free (found->number);
  g_free (found->agenda_number);
}

static GArray *
list_found (const Bundle *bundle)
{
  GArray *all = g_array_new (FALSE, TRUE, sizeof (Found));

  g_array_set_clear_func (all, found_clear);
  for (guint i = 0;
       bundle != NULL && bundle->meetings != NULL && i < bundle->meetings->len; i++)
    {
      const Meeting *meeting = bundle->meetings->pdata[i];
      const MeetingTags *tags = bundle->tags != NULL ? bundle->tags->pdata[i] : NULL;

      for (guint j = 0; j < meeting->items->len; j++)
        {
          const Item *item = meeting->items->pdata[j];
          Found found = { .item = item,
                          .tags = tags != NULL ? tags->items->pdata[j] : NULL,
                          .title = words_of (item->title, strlen (item->title)),
                          .number = plain_number (item->number),
                          .agenda_number = plain_number (item->agenda_number) };

          g_array_append_val (all, found);
        }
    }
  return all;
}

static gboolean
has_number (const Found *found, const gchar *number)
{
  return strcmp (found->number, number) == 0
         || strcmp (found->agenda_number, number) == 0;
}

static gboolean
same_number (const GoldItem *gold, const Found *found)
{
  g_autofree gchar *number = plain_number (gold->number);
  g_autofree gchar *agenda = plain_number (gold->agenda_number);

  return has_number (found, number) || (*agenda != '\0' && has_number (found, agenda));
}

static Found *
pair_item (const GoldItem *gold, GArray *all, guint n_before)
{
  g_autoptr (GPtrArray) title = words_of (gold->title, strlen (gold->title));
  Found *best = NULL;
  gdouble best_value = 0;

  for (guint k = 0; k < all->len; k++)
    {
      Found *found = &g_array_index (all, Found, k);
      gdouble likeness;

      if (found->used || !same_number (gold, found))
        continue;
      likeness = alike (title, found->title);
      /* Of items alike, the one at the same place: numbers are used twice. */
      if (likeness >= TITLE_ALIKE
          && likeness + 0.3 - 0.001 * ABS ((gint)k - (gint)n_before) > best_value)
        {
          best = found;
          best_value = likeness + 0.3 - 0.001 * ABS ((gint)k - (gint)n_before);
        }
    }
  if (best != NULL)
    best->used = TRUE;
  return best;
}

static gboolean
is_required (const GoldResolution *gold)
{
  return gold->explicit_ && gold->doubt == NULL && gold->explicit_doubt == NULL
         && strcmp (gold->kind, "carried") != 0 && strcmp (gold->kind, "lost") != 0;
}

typedef struct
{
  const Found *found;
  const gchar *exact;
  gsize length;
  GPtrArray *words;
  gboolean used;
} FoundResolution;

static void
found_resolution_clear (gpointer data)
{
  FoundResolution *resolution = data;

  g_ptr_array_unref (resolution->words);
}

static GArray *
list_resolutions (const GArray *all)
{
  GArray *resolutions = g_array_new (FALSE, TRUE, sizeof (FoundResolution));

  g_array_set_clear_func (resolutions, found_resolution_clear);
  for (guint i = 0; i < all->len; i++)
    {
      const Found *found = &g_array_index (all, Found, i);

      for (guint j = 0; j < found->item->resolutions->len; j++)
        {
          Span span = g_array_index (found->item->resolutions, Resolution, j).span;
          FoundResolution one = { .found = found,
                                  .exact = found->item->text + span.start,
                                  .length = span.end - span.start };

          one.words = words_of (one.exact, one.length);
          g_array_append_val (resolutions, one);
        }
    }
  return resolutions;
}

static void
pair_resolution (const GoldItem *item, const GoldResolution *gold, GArray *resolutions,
                 Score *score, const gchar *name)
{
  g_autoptr (GPtrArray) words = words_of (gold->text, strlen (gold->text));
  FoundResolution *best = NULL;
  gdouble best_value = 0;

  for (guint k = 0; k < resolutions->len; k++)
    {
      FoundResolution *one = &g_array_index (resolutions, FoundResolution, k);
      gdouble value;

      if (one->used)
        continue;
      value = alike (words, one->words);
      /* "noted" inside "the report was noted", under the same item. */
      if (words->len <= 3 && value < TITLE_ALIKE && contains (one->words, words)
          && same_number (item, one->found))
        value = TITLE_ALIKE;
      if (value > best_value)
        {
          best = one;
          best_value = value;
        }
    }
  if (best_value >= RESOLUTION_ALIKE)
    {
      best->used = TRUE;
      score->resolutions.right += is_required (gold);
    }
  else if (is_required (gold))
    {
      score->resolutions.missed++;
      g_ptr_array_add (score->misses,
                       g_strdup_printf ("%s: item %s: resolution missed: %s", name,
                                        item->number, gold->text));
    }
}

static void
score_resolutions (Score *score, const GPtrArray *paired, const GArray *all,
                   const gchar *name)
{
  g_autoptr (GArray) resolutions = list_resolutions (all);

  /* Required ones choose first. */
  for (guint required = 2; required-- > 0;)
    for (guint i = 0; i < paired->len; i++)
      {
        const GoldItem *item = paired->pdata[i];

        for (guint j = 0; j < item->resolutions->len; j++)
          if (is_required (item->resolutions->pdata[j]) == (gboolean)required)
            pair_resolution (item, item->resolutions->pdata[j], resolutions, score, name);
      }
  for (guint k = 0; k < resolutions->len; k++)
    {
      const FoundResolution *one = &g_array_index (resolutions, FoundResolution, k);

      if (one->used)
        continue;
      score->resolutions.invented++;
      g_ptr_array_add (score->misses,
                       g_strdup_printf ("%s: item %s: resolution invented: %.*s", name,
                                        one->found->item->number,
                                        (gint)MIN (one->length, 300), one->exact));
    }
}

static gboolean
names (GPtrArray *concepts, const gchar *concept)
{
  return g_ptr_array_find_with_equal_func (concepts, concept, g_str_equal, NULL);
}

static gboolean
has_tag (const Found *found, const gchar *concept)
{
  for (guint i = 0; found != NULL && found->tags != NULL && i < found->tags->tags->len;
       i++)
    if (strcmp (((Tag *)found->tags->tags->pdata[i])->concept, concept) == 0)
      return TRUE;
  return FALSE;
}

/* Tags are looked for in the item that bears the number for the nth time, whatever its
 * title: a title read wrong is no tag lost. */
static const Found *
find_by_number (const GArray *all, const gchar *number, guint nth)
{
  for (guint k = 0; k < all->len; k++)
    {
      const Found *found = &g_array_index (all, Found, k);
      gboolean same = *number != '\0'
                          ? has_number (found, number)
                          : *found->number == '\0' && *found->agenda_number == '\0';

      if (same && nth-- == 0)
        return found;
    }
  return NULL;
}

static void
score_tags (Score *score, const GoldItem *item, const Found *found, const gchar *name)
{
  for (guint i = 0; i < item->tags->len; i++)
    if (has_tag (found, item->tags->pdata[i]))
      score->tags.right++;
    else
      {
        score->tags.missed++;
        g_ptr_array_add (score->misses,
                         g_strdup_printf ("%s: item %s: tag missed: %s", name,
                                          item->number, (gchar *)item->tags->pdata[i]));
      }
  for (guint i = 0; found != NULL && found->tags != NULL && i < found->tags->tags->len;
       i++)
    {
      const gchar *concept = ((Tag *)found->tags->tags->pdata[i])->concept;

      if (names (item->tags, concept) || names (item->tags_ok, concept))
        continue;
      score->tags.invented++;
      g_ptr_array_add (score->misses, g_strdup_printf ("%s: item %s: tag invented: %s",
                                                       name, item->number, concept));
    }
}

static void
score_item (Score *score, const GoldItem *item, GArray *all, GPtrArray *items,
            GHashTable *seen, const gchar *name)
{
  gchar *number = plain_number (item->number);
  guint nth = GPOINTER_TO_UINT (g_hash_table_lookup (seen, number));

  if (pair_item (item, all, items->len) != NULL)
    score->items.right++;
  else if (item->doubt == NULL)
    {
      score->items.missed++;
      g_ptr_array_add (score->misses, g_strdup_printf ("%s: item missed: %s %s", name,
                                                       item->number, item->title));
    }
  g_ptr_array_add (items, (gpointer)item);
  score_tags (score, item, find_by_number (all, number, nth), name);
  g_hash_table_insert (seen, number, GUINT_TO_POINTER (nth + 1));
}

void
score_add (Score *score, const Gold *gold, const Bundle *bundle)
{
  g_autoptr (GArray) all = list_found (bundle);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GHashTable) seen =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < gold->meetings->len; i++)
    {
      const GoldMeeting *meeting = gold->meetings->pdata[i];

      for (guint j = 0; j < meeting->items->len; j++)
        score_item (score, meeting->items->pdata[j], all, items, seen, gold->source);
    }
  for (guint k = 0; k < all->len; k++)
    {
      const Found *found = &g_array_index (all, Found, k);

      if (found->used)
        continue;
      score->items.invented++;
      g_ptr_array_add (score->misses,
                       g_strdup_printf ("%s: item invented: %s %s", gold->source,
                                        found->item->number, found->item->title));
    }
  score_resolutions (score, items, all, gold->source);
}
