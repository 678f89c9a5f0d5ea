/* excerpt.c: cuts a text where marks begin and end, where its lines end, and where what
 * is kept begins and ends. */

#include "pipelines/excerpt.h"

#include <string.h>

/* What would be left out between two kept stretches and is shorter, is kept. */
#define MIN_LEFT_OUT 60

typedef struct
{
  Span span;
  guint number;
} Mark;

struct Excerpt
{
  const gchar *text;
  gsize length;
  GArray *marks;   /* Mark */
  GArray *strongs; /* Span */
};

Excerpt *
excerpt_new (const gchar *text)
{
  Excerpt *self = g_new0 (Excerpt, 1);

  self->text = text;
  self->length = strlen (text);
  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  self->strongs = g_array_new (FALSE, FALSE, sizeof (Span));
  return self;
}

void
excerpt_free (Excerpt *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->marks);
  g_array_unref (self->strongs);
  g_free (self);
}

void
excerpt_mark (Excerpt *self, Span span, guint number)
{
  Mark mark = { span, number };

  if (self->marks->len < EXCERPT_MAX_MARKS && span.start < span.end)
    g_array_append_val (self->marks, mark);
}

void
excerpt_strengthen (Excerpt *self, Span span)
{
  if (self->strongs->len < EXCERPT_MAX_MARKS && span.start < span.end)
    g_array_append_val (self->strongs, span);
}

static gint
compare_places (gconstpointer a, gconstpointer b)
{
  gsize first = *(const gsize *)a;
  gsize second = *(const gsize *)b;

  return (first > second) - (first < second);
}

static gint
compare_spans (gconstpointer a, gconstpointer b)
{
  const Span *first = a;
  const Span *second = b;
  gint order = compare_places (&first->start, &second->start);

  return order != 0 ? order : compare_places (&first->end, &second->end);
}

/* Back to the start of the word, or of the line. */
static gsize
find_start (const Excerpt *self, gsize at)
{
  while (at > 0 && strchr (" \n", self->text[at - 1]) == NULL)
    at--;
  return at;
}

static gsize
find_end (const Excerpt *self, gsize at)
{
  while (at < self->length && strchr (" \n", self->text[at]) == NULL)
    at++;
  return at;
}

/* The stretches of the text that are kept, apart from each other. */
static GArray *
choose (const Excerpt *self, ExcerptSize size)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (Span));
  GArray *wanted = g_array_new (FALSE, FALSE, sizeof (Span));
  Span all = { 0, self->length };

  for (guint i = 0; i < self->marks->len; i++)
    {
      Span span = g_array_index (self->marks, Mark, i).span;

      span.end = MIN (span.end, span.start + size.longest);
      span.start =
          find_start (self, span.start > size.around ? span.start - size.around : 0);
      span.end = find_end (self, MIN (span.end + size.around, self->length));
      g_array_append_val (wanted, span);
    }
  if (self->length <= size.whole)
    g_array_append_val (wanted, all);
  g_array_sort (wanted, compare_spans);
  for (guint i = 0; i < wanted->len; i++)
    {
      Span span = g_array_index (wanted, Span, i);
      Span *last = kept->len > 0 ? &g_array_index (kept, Span, kept->len - 1) : NULL;

      if (last != NULL && span.start <= last->end + MIN_LEFT_OUT)
        last->end = MAX (last->end, span.end);
      else
        g_array_append_val (kept, span);
    }
  g_array_unref (wanted);
  return kept;
}

static void
add_place (GArray *places, gsize place, Span within)
{
  if (place > within.start && place < within.end)
    g_array_append_val (places, place);
}

/* Where runs begin and end within the stretch. */
static GArray *
find_places (const Excerpt *self, Span within)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (gsize));

  g_array_append_val (places, within.start);
  g_array_append_val (places, within.end);
  for (guint i = 0; i < self->marks->len; i++)
    {
      Span span = g_array_index (self->marks, Mark, i).span;

      add_place (places, span.start, within);
      add_place (places, span.end, within);
    }
  for (guint i = 0; i < self->strongs->len; i++)
    {
      Span span = g_array_index (self->strongs, Span, i);

      add_place (places, span.start, within);
      add_place (places, span.end, within);
    }
  for (gsize i = within.start; i < within.end; i++)
    if (self->text[i] == '\n')
      {
        add_place (places, i, within);
        add_place (places, i + 1, within);
      }
  g_array_sort (places, compare_places);
  return places;
}

static void
run_free (gpointer data)
{
  Run *run = data;

  g_clear_pointer (&run->marks, g_array_unref);
  g_free (run);
}

static void
paragraph_free (gpointer data)
{
  ExcerptParagraph *paragraph = data;

  g_ptr_array_unref (paragraph->runs);
  g_free (paragraph);
}

static gboolean
holds (Span outer, Span inner)
{
  return outer.start <= inner.start && outer.end >= inner.end;
}

static gboolean
has (const GArray *numbers, guint number)
{
  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    if (g_array_index (numbers, guint, i) == number)
      return TRUE;
  return FALSE;
}

static Run *
make_run (const Excerpt *self, Span span)
{
  Run *run = g_new0 (Run, 1);

  run->span = span;
  for (guint i = 0; i < self->marks->len; i++)
    {
      const Mark *mark = &g_array_index (self->marks, Mark, i);

      if (!holds (mark->span, span) || has (run->marks, mark->number))
        continue;
      if (run->marks == NULL)
        run->marks = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (run->marks, mark->number);
    }
  for (guint i = 0; i < self->strongs->len && !run->strong; i++)
    run->strong = holds (g_array_index (self->strongs, Span, i), span);
  return run;
}

static ExcerptParagraph *
add_paragraph (GPtrArray *paragraphs, gboolean cut)
{
  ExcerptParagraph *paragraph = g_new0 (ExcerptParagraph, 1);

  paragraph->cut = cut;
  paragraph->runs = g_ptr_array_new_with_free_func (run_free);
  g_ptr_array_add (paragraphs, paragraph);
  return paragraph;
}

GPtrArray *
excerpt_cut (const Excerpt *self, ExcerptSize size, gboolean *ret_cut)
{
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func (paragraph_free);
  g_autoptr (GArray) kept = choose (self, size);
  gsize done = 0;

  for (guint i = 0; i < kept->len; i++)
    {
      Span stretch = g_array_index (kept, Span, i);
      g_autoptr (GArray) places = find_places (self, stretch);
      ExcerptParagraph *paragraph = NULL;
      gboolean cut = stretch.start > done;

      for (guint j = 0; j + 1 < places->len; j++)
        {
          Span span = { g_array_index (places, gsize, j),
                        g_array_index (places, gsize, j + 1) };

          if (span.start == span.end)
            continue;
          if (self->text[span.start] == '\n')
            {
              paragraph = NULL;
              continue;
            }
          if (paragraph == NULL)
            paragraph = add_paragraph (paragraphs, cut);
          cut = FALSE;
          g_ptr_array_add (paragraph->runs, make_run (self, span));
        }
      done = stretch.end;
    }
  while (done < self->length && self->text[done] == '\n')
    done++;
  *ret_cut = done < self->length;
  return paragraphs;
}
