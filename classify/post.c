/* post.c: words with capitals around a hit → whether they are the name of a post. */

#include "classify/post.h"

#include <string.h>

#define POST_MAX_WORDS 16
#define OFFICE_MAX_WORDS 3 /* "Head of Service" */

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

/* Whether a dash, a colon or a bracket before a token parts an office from what it is
 * for: "Assistant Director – Early Help", "Head of Service (Fostering)". */
static gboolean
opens_department (const Reading *reading, const Sentence *sentence, guint32 i)
{
  const Token *token = token_at (reading, i);

  if (token->before != BREAK_CLAUSE || i == sentence->first
      || memchr (reading->text + token_at (reading, i - 1)->end, ';',
                 token->start - token_at (reading, i - 1)->end)
             != NULL)
    return FALSE;
  for (guint32 n = 1; n <= OFFICE_MAX_WORDS && i >= sentence->first + n; n++)
    {
      if (is (reading, i - n, WORD_OFFICE))
        return TRUE;
      if (token_at (reading, i - n)->before != 0
          || (!has_capital (reading, i - n) && !is (reading, i - n, WORD_JOINING)))
        return FALSE;
    }
  return FALSE;
}

/* The end of the run of words with capitals from a token on, forward or back; small
 * words count between two with capitals, and so do commas on the way back: "Cabinet
 * Member for Families, Schools and Mental Health"; and once an office's dash, from its
 * department: sets parted. */
static guint32
run_from (const Reading *reading, const Sentence *sentence, guint32 i, gint step,
          gboolean *parted)
{
  guint8 breaks = BREAK_CLAUSE | BREAK_QUOTE | (step > 0 ? BREAK_COMMA : 0);
  guint32 end = i;

  for (guint n = 0; n < POST_MAX_WORDS; n++)
    {
      if (step > 0 ? i + 1 >= sentence->last : i == sentence->first)
        break;
      if (token_at (reading, step > 0 ? i + 1 : i)->before & breaks)
        {
          if (step > 0 || *parted || !opens_department (reading, sentence, i))
            break;
          *parted = TRUE;
        }
      i += step;
      if (has_capital (reading, i))
        end = i;
      else if (!is (reading, i, WORD_JOINING))
        break;
    }
  return end;
}

/* Whether a token stands in a post whose office is not among the tokens of the hit.
 * Before a comma an office counts where it says what it is for; a department behind a
 * dash holds the whole of a hit or none of it: "Action: Service Manager – Return home
 * interviews to be counted". */
static gboolean
stands_in_post (const Reading *reading, const Sentence *sentence, const Hit *hit,
                guint32 token)
{
  guint32 first, last;
  gboolean office = FALSE, listed = FALSE, parted = FALSE;

  if (!has_capital (reading, token))
    return FALSE;
  first = run_from (reading, sentence, token, -1, &parted);
  last = run_from (reading, sentence, token, 1, &parted);
  if (first == last || (parted && (hit->first < first || hit->last > last + 1)))
    return FALSE;
  for (guint32 i = last + 1; i-- > first;)
    {
      if (i < token && (token_at (reading, i + 1)->before & BREAK_COMMA))
        listed = TRUE;
      if (!is (reading, i, WORD_OFFICE))
        continue;
      if (i >= hit->first && i < hit->last)
        return FALSE;
      office = office || !listed || is (reading, i + 1, WORD_JOINING)
               || (token_at (reading, i + 1)->before & BREAK_CLAUSE);
    }
  return office;
}

static gboolean
reads (const Reading *reading, guint32 i, const gchar *const *words)
{
  const Token *token = token_at (reading, i);

  for (; *words != NULL; words++)
    if (strlen (*words) == token->end - token->start
        && memcmp (reading->text + token->start, *words, strlen (*words)) == 0)
      return TRUE;
  return FALSE;
}

/* Whether a hit is what somebody is head of where the council writes posts small: "the
 * head of fostering said". */
static gboolean
follows_small_office (const Reading *reading, const Sentence *sentence, const Hit *hit)
{
  static const gchar *const offices[] = { "head",    "director", "member", "holder",
                                          "manager", "lead",     NULL };
  static const gchar *const of[] = { "of", "for", NULL };
  guint32 i = hit->first;

  if (hit->last - i > OFFICE_MAX_WORDS + 1)
    return FALSE;
  while (i > sentence->first && token_at (reading, i)->before == 0
         && is (reading, i - 1, WORD_ARTICLE))
    i--;
  return i >= sentence->first + 2 && token_at (reading, i)->before == 0
         && reads (reading, i - 1, of) && reads (reading, i - 2, offices);
}

/* Whether a word of the title, in capitals or not, is one of some. */
static gboolean
title_reads (const Reading *reading, guint32 i, const gchar *const *words)
{
  const Token *token = &g_array_index (reading->title->tokens, Token, i);

  for (; *words != NULL; words++)
    if (strlen (*words) == token->end - token->start
        && g_ascii_strncasecmp (reading->title_text + token->start, *words,
                                strlen (*words))
               == 0)
      return TRUE;
  return FALSE;
}

/* From where a title, up to a hit, says whose report it is: "… Report of the Head of
 * Children in Care". 0: it says no such thing. */
static guint32
speaker_of_title (const Reading *reading, const Sentence *sentence, const Hit *hit)
{
  static const gchar *const by[] = { "of", "from", "by", NULL };
  static const gchar *const on[] = { "on", "about", "regarding", "concerning", NULL };
  static const gchar *const reports[] = { "report",   "update",    "presentation",
                                          "briefing", "statement", NULL };

  for (guint32 i = hit->first; i > sentence->first + 1; i--)
    {
      if (i < hit->first && title_reads (reading, i, on))
        return 0;
      if (i < hit->first && title_reads (reading, i, by)
          && title_reads (reading, i - 1, reports))
        return i + 1;
      if (g_array_index (reading->title->tokens, Token, i).before & BREAK_CLAUSE)
        return 0;
    }
  return 0;
}

gboolean
post_holds_in_title (const Reading *reading, const Hit *hit)
{
  static const gchar *const offices[] = { "head",   "director", "manager", "officer",
                                          "lead",   "member",   "nurse",   "holder",
                                          "doctor", "leader",   NULL };
  const Sentence *sentence =
      &g_array_index (reading->title->sentences, Sentence, hit->sentence);
  guint32 first = speaker_of_title (reading, sentence, hit);
  gboolean office = FALSE;

  for (guint32 i = first; first > 0 && i < sentence->last; i++)
    {
      if (i > hit->first
          && (g_array_index (reading->title->tokens, Token, i).before & BREAK_CLAUSE))
        break;
      if (!title_reads (reading, i, offices))
        continue;
      if (i >= hit->first && i < hit->last)
        return FALSE;
      office = TRUE;
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
             && stands_in_post (reading, sentence, hit, hit->last - 1))
         || follows_small_office (reading, sentence, hit);
}
