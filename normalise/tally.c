/* tally.c: lists of voters become how many they are. */

#include "normalise/tally.h"

#include "normalise/pattern.h"
#include "normalise/sentence.h"

#include <string.h>

/* Paragraphs between a vote's result and its lists of names. */
#define MAX_AWAY 8
/* Sentences of one paragraph; names of one list. */
#define MAX_SENTENCES 12
#define MAX_NAMES 200
#define MAX_LIST 4000

enum
{
  HEAD,
  BEHIND,
  NOBODY,
  NAMED,
  AHEAD,
  N_RULES
};

#define FIGURE "([0-9]{1,4})"

/* clang-format off */
static const PatternRule rules[N_RULES] = {
  /* "For (14)", "AGAINST: Councillor Dew", "Those voting against the motion (3):",
   * "Abstentions –", "A named vote was taken: For: …", "Those voting for were Cllrs …" */
  [HEAD] = { "who voted",
    "^(?:[^:;.]{0,80}\\b(?:vote|voting|result)\\b[^:;.]{0,60}:\\s*)?(?:(?:[Tt]hose|[Mm]embers|[Cc]ouncillors|[Vv]otes|[Vv]oting|[Vv]oted|who|votes? "
    "cast)\\s+)*(For|FOR|for|In [Ff]avour|IN FAVOUR|in favour|Against|AGAINST|against|"
    "Abst[a-z]*|ABST[A-Z]*|abst[a-z]*)(?:\\s+(?:from )?(?:the )?(?:voting|motion|amendment|"
    "proposal|recommendations?|substantive motion))?\\s*(?:[(]?" FIGURE "[)]?\\s*(?:[:|–—-]|$)|"
    "[:|–—-]+\\s*(?:\\(?" FIGURE "\\b)?|\\(|(?:were|was)\\s+(?=Cllrs?\\b|Councillors?\\b))" },

  /* "… and Jarrett – 3", "… and Ghani (7)" */
  [BEHIND] = { "a list's number at its end",
    "\\s(?:[–—=-]\\s*|[(]\\s*(?:total:? )?)" FIGURE "\\s*(?:votes?|members)?[)]?[.;]?$" },

  [NOBODY] = { "nobody",
    "^\\s*(?:[Nn]one|NONE|[Nn]il|NIL|[Nn]obody|[Nn]o(?: one| members?| councillors?)|0|-)\\b" },

  /* "Councillors Hurst, Irons and Jarrett": a name has a capital */
  [NAMED] = { "a name",
    "(?:^|[,;]|\\band\\b|&|\\n)\\s*(?:(?:[Tt]he|[Cc]ouncillors?|[Cc]llrs?\\.?|and|M(?:r|rs|s|iss)"
    "\\.?|Dr\\.?)\\s+)*(?=\\p{Lu})[^,;&\\n]{2,60}?(?=[,;&\\n]|\\sand\\s|[.]?$|\\s[–(])" },

  [AHEAD] = { "lists follow", "\\bfollow(?:s|ing)\\b|\\bbelow\\b|:$" },
};
/* clang-format on */

struct TallyReader
{
  Patterns *patterns;
};

TallyReader *
tally_reader_new (void)
{
  TallyReader *self = g_new0 (TallyReader, 1);

  self->patterns = patterns_new (rules, N_RULES);
  return self;
}

void
tally_reader_free (TallyReader *self)
{
  if (self == NULL)
    return;
  patterns_free (self->patterns);
  g_free (self);
}

static gboolean
find (TallyReader *self, guint rule, const gchar *text, Span span, gsize from,
      PatternMatch *match)
{
  return patterns_find (self->patterns, rule, text + span.start, span.end - span.start,
                        from, match);
}

static gint
figure (const gchar *text, Span span, Span digits)
{
  return (gint)g_ascii_strtoull (text + span.start + digits.start, NULL, 10);
}

static gint
count_names (TallyReader *self, const gchar *text, Span list)
{
  PatternMatch match;
  gsize from = 0;
  gint n = 0;

  if (list.end - list.start > MAX_LIST)
    return -1;
  while (n < MAX_NAMES && find (self, NAMED, text, list, from, &match)
         && match.group[0].end > from)
    {
      from = match.group[0].end;
      n++;
    }
  return n > 0 ? n : -1;
}

/* How many a list has: said at its end, or counted. */
static gint
size_of (TallyReader *self, const gchar *text, Span list)
{
  PatternMatch match;

  if (find (self, NOBODY, text, list, 0, NULL))
    return 0;
  if (find (self, BEHIND, text, list, 0, &match))
    return figure (text, list, match.group[1]);
  return count_names (self, text, list);
}

/* The number of the vote that a head speaks of. */
static gint *
side_of (const gchar *head, Vote *vote)
{
  switch (g_ascii_tolower (head[0]))
    {
    case 'f':
    case 'i':
      return &vote->for_;
    default:
      return g_ascii_tolower (head[1]) == 'g' ? &vote->against : &vote->abstained;
    }
}

/* A sentence that begins a list; below: the paragraph that follows it, where names stand
 * if the head is alone; empty if there is none. FALSE: it begins none. */
static gboolean
read_list (TallyReader *self, const gchar *text, Span sentence, Span below, Vote *vote)
{
  PatternMatch match;
  gint *side;
  gint n = -1;

  if (!find (self, HEAD, text, sentence, 0, &match))
    return FALSE;
  side = side_of (text + sentence.start + match.group[1].start, vote);
  if (pattern_match_has (&match, 2))
    n = figure (text, sentence, match.group[2]);
  else if (pattern_match_has (&match, 3))
    n = figure (text, sentence, match.group[3]);
  else
    {
      Span list = { sentence.start + match.group[0].end, sentence.end };

      list = span_trim (text, list);
      if (list.start >= list.end)
        list = below;
      n = list.end > list.start ? size_of (self, text, list) : -1;
    }
  if (n < 0)
    return FALSE;
  if (*side < 0)
    *side = n;
  return TRUE;
}

/* The lists of a paragraph. Returns whether there are any. */
static gboolean
read_block (TallyReader *self, const gchar *text, const GArray *blocks, guint i,
            Vote *vote)
{
  const Block *block = &g_array_index (blocks, Block, i);
  Span below = { 0, 0 };
  gsize from = block->body.start;
  gboolean any = FALSE;

  if (i + 1 < blocks->len)
    below = g_array_index (blocks, Block, i + 1).span;
  for (guint n = 0; n < MAX_SENTENCES; n++)
    {
      Span sentence = sentence_next (text, from, block->body.end);

      if (sentence.start >= sentence.end)
        break;
      from = sentence.end;
      any |= read_list (self, text, sentence,
                        sentence.end < block->body.end ? (Span){ 0, 0 } : below, vote);
    }
  return any;
}

void
tally_reader_read (TallyReader *self, const gchar *text, const GArray *blocks,
                   guint floor, guint i, Vote *vote)
{
  gboolean any = FALSE;

  for (guint back = 1; back <= MAX_AWAY && back <= i && i - back >= floor; back++)
    any |= read_block (self, text, blocks, i - back, vote);
  /* "The motion was lost, the voting being as follows:"; other lists below belong to the
   * next vote */
  if (any || !find (self, AHEAD, text, g_array_index (blocks, Block, i).span, 0, NULL))
    return;
  for (guint on = 1; on <= MAX_AWAY && i + on < blocks->len; on++)
    if (!read_block (self, text, blocks, i + on, vote) && on > 2 && vote->for_ < 0)
      break;
}
