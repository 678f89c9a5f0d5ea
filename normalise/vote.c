/* vote.c: sentences on votes become votes with their numbers. */

#include "normalise/vote.h"

#include "normalise/pattern.h"
#include "normalise/sentence.h"
#include "normalise/tally.h"

#include <string.h>

/* A sentence on a vote is short; a hostile one is not read to its end. */
#define MAX_LOOK 800
#define MAX_SENTENCES 2000

enum
{
  OUTCOME,
  ALONE,
  NO_VOTE,
  FOR,
  AGAINST,
  ABSTAINED,
  TO,
  COUNTED,
  N_RULES
};

#define NUMBER                                                                           \
  "([0-9]{1,4}|no|No|none|nil|one|two|three|four|five|six|seven|eight|nine|ten|eleven|"  \
  "twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)"
#define VOTERS                                                                           \
  "(?:\\s+(?:members?|Members|councillors|Councillors|votes?|voting|voted|were|being|"   \
  "votes cast))*\\s+"

/* clang-format off */
static const PatternRule rules[N_RULES] = {
  /* "On being put to the vote the amendment FELL with 2 voting FOR"; "the motion was
   * declared carried"; not "work carried out", "points carried over" */
  [OUTCOME] = { "outcome",
    "\\b(?:[Mm]otions?|MOTION|[Aa]mendments?|AMENDMENT|[Pp]roposal|[Pp]roposition|"
    "[Rr]ecommendations?|[Ss]ubstantive|[Vv]ote|VOTE)\\b[^.]{0,200}?\\b(CARRIED|"
    "carried|LOST|lost|FELL|fell|DEFEATED|defeated|NOT CARRIED|not carried|rejected|"
    "REJECTED|unsuccessful)\\b(?!\\s+(?:out|over|forward))" },

  /* "CARRIED (8 for, 1 against)"; "Carried unanimously." "LOST" */
  [ALONE] = { "outcome alone",
    "^(?:(?:Unanimously|UNANIMOUSLY|unanimously)\\s+)?(CARRIED|Carried|LOST|Lost)"
    "(?:\\s+(?:unanimously|nem)[\\w .]{0,12}|\\s*\\([^()]{1,120}\\)|"
    "\\s+by\\s[^.]{1,80})?\\s*[.!]?$" },

  /* told, asked or quoted, not voted */
  [NO_VOTE] = { "no vote",
    "\\b(?:had been|would be|if|whether|should|could)\\b[^.]{0,60}\\b(?:[Cc]arried|"
    "[Ll]ost|defeated|rejected)\\b|\\bvote of thanks\\b" },

  [FOR] = { "for",
    "\\b" NUMBER VOTERS "(?:for|FOR|For|in favour|IN FAVOUR)\\b|\\b(?:for|FOR|For|"
    "[Ii]n favour)\\s*[:(–—-]\\s*" NUMBER "\\b" },

  [AGAINST] = { "against",
    "\\b" NUMBER VOTERS "(?:against|AGAINST|Against)\\b|\\b(?:against|AGAINST|Against)"
    "\\s*[:(–—-]\\s*" NUMBER "\\b" },

  [ABSTAINED] = { "abstained",
    "\\b" NUMBER VOTERS "(?:[Aa]bst|ABST)|\\b(?:[Aa]bst|ABST)[a-zA-Z]*\\s*[:(–—-]\\s*"
    NUMBER "\\b" },

  /* "by 7 votes to 3" */
  [TO] = { "votes to",
    "\\bby\\s+" NUMBER "(?:\\s+votes?)?\\s+to\\s+" NUMBER "\\b" },

  /* "On a vote there were two in favour and three against." */
  [COUNTED] = { "counted",
    "\\b(?:[Vv]ot(?:e|es|ed|ing)|VOT(?:E|ES|ED|ING)|favour|against)\\b" },
};
/* clang-format on */

struct VoteReader
{
  Patterns *patterns;
  TallyReader *tallies;
};

VoteReader *
vote_reader_new (void)
{
  VoteReader *self = g_new0 (VoteReader, 1);

  self->patterns = patterns_new (rules, N_RULES);
  self->tallies = tally_reader_new ();
  return self;
}

void
vote_reader_free (VoteReader *self)
{
  if (self == NULL)
    return;
  patterns_free (self->patterns);
  tally_reader_free (self->tallies);
  g_free (self);
}

static gboolean
find (VoteReader *self, guint rule, const gchar *text, Span span, PatternMatch *match)
{
  return patterns_find_within (self->patterns, rule, text, span, MAX_LOOK, match);
}

/* Whether a sentence of the paragraph may say how a vote ended. */
static gboolean
may_tell (VoteReader *self, const gchar *text, Span body)
{
  text += body.start;
  return patterns_may_match_part (self->patterns, OUTCOME, text, body.end - body.start)
         || patterns_may_match_part (self->patterns, ALONE, text, body.end - body.start);
}

static gint
number_of (const gchar *word, gsize length)
{
  static const gchar *const words[] = {
    "no",       "one",     "two",     "three",     "four",     "five",     "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"
  };

  if (g_ascii_isdigit (word[0]))
    return (gint)g_ascii_strtoull (word, NULL, 10);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (length == strlen (words[i]) && g_ascii_strncasecmp (word, words[i], length) == 0)
      return (gint)i;
  return 0; /* "none", "nil" */
}

static void
read_number (VoteReader *self, guint rule, const gchar *text, Span span, gint *number)
{
  PatternMatch match;

  if (*number >= 0 || !find (self, rule, text, span, &match))
    return;
  for (guint group = 1; group < match.n_groups; group++)
    if (pattern_match_has (&match, group))
      *number = number_of (text + match.group[group].start,
                           match.group[group].end - match.group[group].start);
}

static void
read_numbers (VoteReader *self, const gchar *text, Span span, Vote *vote)
{
  PatternMatch match;

  if (vote->for_ < 0 && find (self, TO, text, span, &match))
    {
      gint first = number_of (text + match.group[1].start,
                              match.group[1].end - match.group[1].start);
      gint second = number_of (text + match.group[2].start,
                               match.group[2].end - match.group[2].start);

      /* "LOST by 3 votes to 1": what won is named first. */
      vote->for_ = vote->carried ? MAX (first, second) : MIN (first, second);
      vote->against = vote->carried ? MIN (first, second) : MAX (first, second);
    }
  read_number (self, FOR, text, span, &vote->for_);
  read_number (self, AGAINST, text, span, &vote->against);
  read_number (self, ABSTAINED, text, span, &vote->abstained);
}

static gboolean
is_carried (const gchar *word, gsize length)
{
  return length == strlen ("carried") && g_ascii_tolower (word[0]) == 'c';
}

void
vote_reader_read (VoteReader *self, Item *item, const GArray *blocks)
{
  const gchar *text = item->text;
  guint floor = 0; /* behind the vote before */

  for (guint i = 0; i < blocks->len; i++)
    {
      const Block *block = &g_array_index (blocks, Block, i);
      gsize from = block->body.start;
      Span before = { from, from };

      if (!may_tell (self, text, block->body))
        continue;
      for (guint n = 0; n < MAX_SENTENCES && !block->quoted; n++)
        {
          Span sentence = sentence_next (text, from, block->body.end);
          Vote vote = { FALSE, -1, -1, -1, sentence };
          PatternMatch match;

          if (sentence.start >= sentence.end)
            break;
          from = sentence.end;
          if ((find (self, OUTCOME, text, sentence, &match)
               || find (self, ALONE, text, sentence, &match))
              && !find (self, NO_VOTE, text, sentence, NULL))
            {
              vote.carried = is_carried (text + match.group[1].start,
                                         match.group[1].end - match.group[1].start);
              read_numbers (self, text, sentence, &vote);
              if (vote.for_ < 0 && before.end > before.start
                  && find (self, COUNTED, text, before, NULL))
                read_numbers (self, text, before, &vote);
              if (vote.for_ < 0)
                tally_reader_read (self->tallies, text, blocks, floor, i, &vote);
              floor = i + 1;
              if (vote.span.end > vote.span.start && text[vote.span.end - 1] == '.')
                vote.span.end--;
              g_array_append_val (item->votes, vote);
            }
          before = sentence;
        }
    }
}
