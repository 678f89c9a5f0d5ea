/* post.c: words with capitals around a hit → whether they are the name of a post. */

#include "classify/post.h"

#define POST_MAX_WORDS 16

static const Token *
token_at (const Reading *reading, guint32 i)
{
  return &g_array_index (reading->prose->tokens, Token, i);
}

static gboolean
is (const Reading *reading, guint32 i, guint8 flag)
{
  return (token_at (reading, i)->word->flags & flag) != 0;
}

static gboolean
has_capital (const Reading *reading, guint32 i)
{
  return g_ascii_isupper (reading->text[token_at (reading, i)->start]);
}

/* The end of the run of words with capitals from a token on, forward or back; small
 * words count between two with capitals, and so do commas on the way back: "Cabinet
 * Member for Families, Schools and Mental Health". */
static guint32
run_from (const Reading *reading, const Sentence *sentence, guint32 i, gint step)
{
  guint8 breaks = BREAK_CLAUSE | BREAK_QUOTE | (step > 0 ? BREAK_COMMA : 0);
  guint32 end = i;

  for (guint n = 0; n < POST_MAX_WORDS; n++)
    {
      if (step > 0 ? i + 1 >= sentence->last : i == sentence->first)
        break;
      if (token_at (reading, step > 0 ? i + 1 : i)->before & breaks)
        break;
      i += step;
      if (has_capital (reading, i))
        end = i;
      else if (!is (reading, i, WORD_JOINING))
        break;
    }
  return end;
}

/* Whether a token stands in a post whose office is not among the tokens of the hit.
 * Before a comma an office counts where it says what it is for. */
static gboolean
stands_in_post (const Reading *reading, const Sentence *sentence, const Hit *hit,
                guint32 token)
{
  guint32 first, last;
  gboolean office = FALSE, listed = FALSE;

  if (!has_capital (reading, token))
    return FALSE;
  first = run_from (reading, sentence, token, -1);
  last = run_from (reading, sentence, token, 1);
  if (first == last)
    return FALSE;
  for (guint32 i = last + 1; i-- > first;)
    {
      if (i < token && (token_at (reading, i + 1)->before & BREAK_COMMA))
        listed = TRUE;
      if (!is (reading, i, WORD_OFFICE))
        continue;
      if (i >= hit->first && i < hit->last)
        return FALSE;
      office = office || !listed || is (reading, i + 1, WORD_JOINING);
    }
  return office;
}

gboolean
post_holds (const Reading *reading, const Hit *hit)
{
  const Sentence *sentence =
      &g_array_index (reading->prose->sentences, Sentence, hit->sentence);

  return stands_in_post (reading, sentence, hit, hit->first)
         || (hit->last > hit->first + 1
             && stands_in_post (reading, sentence, hit, hit->last - 1));
}
