/* reading.c: an item's title and text → prose, hits and passages. */

#include "classify/reading.h"

#include "classify/committee.h"
#include "classify/post.h"

#define HEADING_MAX_WORDS 10
#define CLAUSE_MIN_WORDS 7      /* shorter ones take in their neighbour */
#define SENTENCE_SHORT_WORDS 24 /* shorter sentences are their own clause */

Reading *
reading_new (void)
{
  Reading *self = g_new0 (Reading, 1);

  self->title = prose_new ();
  self->prose = prose_new ();
  self->title_hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  self->hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  self->passages = g_array_new (FALSE, FALSE, sizeof (Passage));
  self->passage_of = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->strengths = g_array_new (FALSE, TRUE, sizeof (guint16));
  self->committee = g_array_new (FALSE, FALSE, sizeof (guint64));
  return self;
}

void
reading_free (Reading *self)
{
  if (self == NULL)
    return;
  prose_free (self->title);
  prose_free (self->prose);
  g_array_unref (self->title_hits);
  g_array_unref (self->hits);
  g_array_unref (self->passages);
  g_array_unref (self->passage_of);
  g_array_unref (self->strengths);
  g_array_unref (self->committee);
  g_free (self);
}

static const Sentence *
sentence_at (const Reading *self, guint i)
{
  return &g_array_index (self->prose->sentences, Sentence, i);
}

static const Token *
token_at (const Reading *self, guint i)
{
  return &g_array_index (self->prose->tokens, Token, i);
}

/* A short line without a full stop: "Staffing", "What young people said". */
static gboolean
is_heading (const Reading *self, const Sentence *sentence)
{
  gsize end = token_at (self, sentence->last - 1)->end;

  return sentence->last - sentence->first <= HEADING_MAX_WORDS
         && (self->text[end] == '\n' || self->text[end] == '\0'
             || self->text[end] == ':');
}

static void
find_passages (Reading *self)
{
  guint words = 0;
  gboolean heading = FALSE;

  g_array_set_size (self->passages, 0);
  g_array_set_size (self->passage_of, self->prose->sentences->len);
  for (guint i = 0; i < self->prose->sentences->len; i++)
    {
      const Sentence *sentence = sentence_at (self, i);
      guint n = sentence->last - sentence->first;
      Passage *passage = NULL;
      gboolean new_line = i == 0 || sentence->line != sentence_at (self, i - 1)->line;

      if (self->passages->len > 0)
        passage = &g_array_index (self->passages, Passage, self->passages->len - 1);
      if (passage == NULL || (new_line && !heading)
          || passage->last - passage->first >= PASSAGE_MAX_SENTENCES
          || words + n > PASSAGE_MAX_WORDS)
        {
          Passage next = { i, i };

          g_array_append_val (self->passages, next);
          passage = &g_array_index (self->passages, Passage, self->passages->len - 1);
          words = 0;
        }
      passage->last++;
      words += n;
      heading = (new_line ? TRUE : heading) && is_heading (self, sentence);
      g_array_index (self->passage_of, guint32, i) = self->passages->len - 1;
    }
}

/* Whether a semicolon parts the words of a hit, as it does the entries of a list: "why
 * children become looked after; parents in prison" is not of children in prison. Where
 * "but", "the" or "his" follows, the same thought goes on more often than not. */
static gboolean
is_parted (const Reading *self, const Hit *hit)
{
  const guint8 goes_on = WORD_CONJUNCTION | WORD_ARTICLE | WORD_TRANSPARENT;

  for (guint32 i = hit->first + 1; i < hit->last; i++)
    {
      const Token *token = token_at (self, i);
      guint32 end = token_at (self, i - 1)->end;

      if ((token->before & BREAK_CLAUSE) && !(token->word->flags & goes_on)
          && memchr (self->text + end, ';', token->start - end) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Whether a hit says something of a concept only by a name that it is part of. */
static gboolean
is_named (const Reading *self, const Prose *prose, const Hit *hit)
{
  return committee_holds (self->committee, prose, hit)
         || (prose == self->prose ? post_holds (self, hit)
                                  : post_holds_in_title (self, hit));
}

/* Takes out what concepts' rules found in the title in names. */
static void
drop_false_of_title (Reading *self)
{
  guint n = 0;

  for (guint i = 0; i < self->title_hits->len; i++)
    {
      Hit *hit = &g_array_index (self->title_hits, Hit, i);

      if (hit->rule->strength > STRENGTH_WEAK || !is_named (self, self->title, hit))
        g_array_index (self->title_hits, Hit, n++) = *hit;
    }
  g_array_set_size (self->title_hits, n);
}

/* Takes out what they found in the text in names and over the ends of list entries, and
 * notes the strengths of the others. */
static void
drop_false (Reading *self)
{
  guint n = 0;

  g_array_set_size (self->strengths, 0);
  g_array_set_size (self->strengths, self->prose->sentences->len);
  for (guint i = 0; i < self->hits->len; i++)
    {
      Hit *hit = &g_array_index (self->hits, Hit, i);

      if (hit->rule->strength <= STRENGTH_WEAK
          && (is_parted (self, hit) || is_named (self, self->prose, hit)))
        continue;
      g_array_index (self->strengths, guint16, hit->sentence) |=
          (guint16)(1u << hit->rule->strength);
      g_array_index (self->hits, Hit, n++) = *hit;
    }
  g_array_set_size (self->hits, n);
}

static void
settle (Reading *self, Matcher *matcher)
{
  self->sure = matcher_settle (matcher, self->title_hits, self->hits);
  self->vetoed = matcher_get_vetoed (matcher);
  drop_false_of_title (self);
  drop_false (self);
  g_array_set_size (self->passages, 0);
}

void
reading_set_committee (Reading *self, Matcher *matcher, const gchar *name)
{
  g_array_set_size (self->committee, 0);
  reading_read_title (self, matcher, name);
  committee_name (self->committee, self->title);
}

void
reading_read_title (Reading *self, Matcher *matcher, const gchar *title)
{
  self->text = "";
  self->title_text = title;
  matcher_read_title (matcher, title, self->title);
  prose_clear (self->prose);
  settle (self, matcher);
}

void
reading_read_telling (Reading *self, Matcher *matcher, const gchar *text)
{
  self->text = text;
  matcher_read_text (matcher, text, self->prose, FALSE);
  settle (self, matcher);
}

void
reading_read_rest (Reading *self, Matcher *matcher)
{
  matcher_read_rest (matcher, self->prose);
  settle (self, matcher);
  find_passages (self);
}

void
reading_read_text (Reading *self, Matcher *matcher, const gchar *text)
{
  self->text = text;
  matcher_read_text (matcher, text, self->prose, TRUE);
  settle (self, matcher);
  find_passages (self);
}

void
reading_read (Reading *self, Matcher *matcher, const gchar *title, const gchar *text)
{
  self->title_text = title;
  matcher_read_title (matcher, title, self->title);
  reading_read_text (self, matcher, text);
}

Span
reading_get_sentence (const Reading *self, guint sentence)
{
  const Sentence *s = sentence_at (self, sentence);
  Span span = { token_at (self, s->first)->start, token_at (self, s->last - 1)->end };

  return span;
}

/* Whether a clause begins with this word. */
static gboolean
begins_clause (const Reading *self, guint i)
{
  const Token *token = token_at (self, i);

  return (token->before & BREAK_CLAUSE)
         || ((token->before & BREAK_COMMA) && (token->word->flags & WORD_CONJUNCTION));
}

Span
reading_get_clause (const Reading *self, const Hit *hit)
{
  const Sentence *sentence = sentence_at (self, hit->sentence);
  guint first = hit->first, last = hit->last;
  Span span;

  if (sentence->last - sentence->first <= SENTENCE_SHORT_WORDS)
    return reading_get_sentence (self, hit->sentence);
  while (first > sentence->first
         && (!begins_clause (self, first) || last - first < CLAUSE_MIN_WORDS))
    first--;
  while (last < sentence->last
         && (!begins_clause (self, last) || last - first < CLAUSE_MIN_WORDS))
    last++;
  span.start = token_at (self, first)->start;
  span.end = token_at (self, last - 1)->end;
  return span;
}
