/* word_cache.c: a table with one place for each hash: a newer word takes an older one's.
 */

#include "pipelines/word_cache.h"

#include <string.h>

/* Words that are remembered, a power of two; bytes of one and of its tokens; tokens. Most
 * are shorter; what is not is tokenised anew. */
#define N_WORDS 16384
#define MAX_RUN 24
#define MAX_TOKENS 2

typedef struct
{
  guint8 length; /* of the run; 0: none is here */
  guint8 n_tokens;
  guint8 lengths[MAX_TOKENS]; /* of the tokens, which stand one after the other */
  guint8 starts[MAX_TOKENS];  /* in the run */
  guint8 ends[MAX_TOKENS];
  gchar run[MAX_RUN];
  gchar tokens[MAX_RUN];
} Word;

struct WordCache
{
  WordTokeniseFunc tokenise;
  gpointer base;
  gboolean inside[256]; /* a byte: may be part of a token */
  Word words[N_WORDS];
};

WordCache *
word_cache_new (WordTokeniseFunc tokenise, gpointer base)
{
  WordCache *self = g_new0 (WordCache, 1);

  self->tokenise = tokenise;
  self->base = base;
  for (guint i = 0; i < G_N_ELEMENTS (self->inside); i++)
    self->inside[i] = i >= 0x80 || g_ascii_isalnum (i);
  return self;
}

void
word_cache_free (WordCache *self)
{
  g_free (self);
}

/* Of a run that is looked at for the first time. */
typedef struct
{
  Word word;
  gboolean fits; /* its tokens can be remembered */
  guint n_bytes; /* theirs, so far */
  gint at;       /* where the run begins in the text */
  gpointer data;
  WordTokenFunc func;
} Learning;

static gint
learn (gpointer data, gint flags, const gchar *token, gint length, gint start, gint end)
{
  Learning *learning = data;
  Word *word = &learning->word;

  learning->fits = learning->fits && flags == 0 && word->n_tokens < MAX_TOKENS
                   && learning->n_bytes + (guint)length <= MAX_RUN && end <= MAX_RUN;
  if (learning->fits)
    {
      word->lengths[word->n_tokens] = (guint8)length;
      word->starts[word->n_tokens] = (guint8)start;
      word->ends[word->n_tokens++] = (guint8)end;
      memcpy (word->tokens + learning->n_bytes, token, (gsize)length);
      learning->n_bytes += (guint)length;
    }
  return learning->func (learning->data, flags, token, length, learning->at + start,
                         learning->at + end);
}

static gint
tokenise_anew (WordCache *self, Word *place, const gchar *run, gint length, gint at,
               gpointer data, WordTokenFunc func)
{
  Learning learning = { .fits = length <= MAX_RUN, .at = at, .data = data, .func = func };
  gint code = self->tokenise (self->base, run, length, &learning, learn);

  if (code == 0 && learning.fits)
    {
      learning.word.length = (guint8)length;
      memcpy (learning.word.run, run, (gsize)length);
      *place = learning.word;
    }
  return code;
}

static gint
repeat (const Word *word, gint at, gpointer data, WordTokenFunc func)
{
  const gchar *token = word->tokens;
  gint code = 0;

  for (guint i = 0; i < word->n_tokens && code == 0; i++)
    {
      code = func (data, 0, token, word->lengths[i], at + word->starts[i],
                   at + word->ends[i]);
      token += word->lengths[i];
    }
  return code;
}

gint
word_cache_tokenise (WordCache *self, const gchar *text, gint length, gpointer data,
                     WordTokenFunc func)
{
  gint i = 0;
  gint code = 0;

  while (code == 0)
    {
      guint32 hash = 0;
      gint start;
      Word *word;

      while (i < length && !self->inside[(guchar)text[i]])
        i++;
      if (i == length)
        break;
      for (start = i; i < length && self->inside[(guchar)text[i]]; i++)
        hash = hash * 33 + (guchar)text[i];
      word = &self->words[(hash ^ hash >> 14) % N_WORDS];
      code = word->length == i - start
                     && memcmp (word->run, text + start, (gsize)(i - start)) == 0
                 ? repeat (word, start, data, func)
                 : tokenise_anew (self, word, text + start, i - start, start, data, func);
    }
  return code;
}
