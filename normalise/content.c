/* content.c: an item's text becomes what it says: one reader after the other. */

#include "normalise/content.h"

#include "normalise/action.h"
#include "normalise/mention.h"
#include "normalise/paragraph.h"
#include "normalise/pattern.h"
#include "normalise/quotation.h"
#include "normalise/reference.h"
#include "normalise/resolution.h"
#include "normalise/vote.h"

#include <string.h>

/* A cut stands at the end of the text. */
#define MAX_TAIL 300
/* Characters of a line that is broken off: a shorter one is a name, "Wells next the". */
#define MIN_BROKEN 30
/* Bytes of the longest word that it may end with, and of two spaces. */
#define MAX_WORD 16

enum
{
  CUT,
  BROKEN,
  N_RULES
};

/* clang-format off */
static const PatternRule rules[N_RULES] = {
  /* ModernGov's issue pages: "and the ... view the full minutes text for item 7" */
  [CUT] = { "cut",
    "(?:\\.\\.\\.|…)\\s*(?:[Vv]iew|[Rr]ead|[Ss]ee)\\s+(?:the\\s+)?(?:full|more|rest|"
    "complete)[^\\n]{0,80}\\s*$|\\b[Vv]iew the full (?:minutes|decision|agenda)"
    "\\b[^\\n]{0,60}\\s*$|\\[(?:text )?(?:truncated|cut)\\]\\s*$" },

  /* a line that ends with a word that no sentence ends with */
  [BROKEN] = { "broken off",
    "(?=" PATTERN_BLANK ")\\s(?:the|of|and|to|an?|with|in|for|by|from|their|its|is|are|was|were|be|been|had|has|"
    "have|will|would|which|who|or|as|on|at)\\s*$" },
};
/* clang-format on */

struct Content
{
  Patterns *patterns;
  VoteReader *votes;
  ActionReader *actions;
  ReferenceReader *references;
  ResolutionReader *resolutions;
  MentionReader *mentions;
};

Content *
content_new (void)
{
  Content *self = g_new0 (Content, 1);

  self->patterns = patterns_new (rules, N_RULES);
  self->votes = vote_reader_new ();
  self->actions = action_reader_new ();
  self->references = reference_reader_new ();
  self->resolutions = resolution_reader_new ();
  self->mentions = mention_reader_new ();
  return self;
}

void
content_free (Content *self)
{
  if (self == NULL)
    return;
  patterns_free (self->patterns);
  vote_reader_free (self->votes);
  action_reader_free (self->actions);
  reference_reader_free (self->references);
  resolution_reader_free (self->resolutions);
  mention_reader_free (self->mentions);
  g_free (self);
}

/* Whether the line of prose that ends at `at` is long enough to have been broken off. */
static gboolean
is_long (const gchar *text, gsize at)
{
  const gchar *p = text + at;

  for (guint n = 0; n < MIN_BROKEN; n++)
    {
      if (p == text || p[-1] == '\n')
        return FALSE;
      p = g_utf8_prev_char (p);
    }
  while (p > text && p[-1] != '\n')
    {
      p--;
      if (g_ascii_islower (*p) || *p == ',')
        return TRUE;
    }
  return FALSE;
}

/* A place before the last word that is early enough for any that BROKEN has. */
static gsize
last_word (const gchar *text, gsize length)
{
  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;
  return character_end (text, length - MIN (length, MAX_WORD));
}

static gboolean
is_cut (Content *self, const gchar *text)
{
  gsize length = strlen (text);
  gsize from = character_end (text, length - MIN (length, MAX_TAIL));
  PatternMatch match;

  text += from;
  length -= from;
  return patterns_find (self->patterns, CUT, text, length, 0, NULL)
         || (patterns_find (self->patterns, BROKEN, text, length,
                            last_word (text, length), &match)
             && is_long (text, match.group[0].start));
}

/* Holds the item's text. (transfer full): GArray of Block */
static GArray *
begin (Content *self, Item *item)
{
  GArray *blocks = blocks_of (item->text);

  patterns_hold (self->patterns, item->text, strlen (item->text));
  item->truncated = item->truncated || is_cut (self, item->text);
  paragraphs_read (item, blocks);
  quotations_mark (item->text, blocks);
  return blocks;
}

void
content_read (Content *self, const Meeting *meeting, Item *item, const GArray *tasks)
{
  g_autoptr (GArray) blocks = begin (self, item);

  action_reader_mark (self->actions, item->text, tasks, blocks);
  vote_reader_read (self->votes, item, blocks);
  action_reader_read (self->actions, meeting, item, tasks, blocks);
  reference_reader_read (self->references, item);
  resolution_reader_read (self->resolutions, meeting, item, blocks);
  mention_reader_read (self->mentions, meeting, item, blocks);
  patterns_let_go (self->patterns);
}

void
content_read_report (Content *self, const Meeting *meeting, Item *item)
{
  g_autoptr (GArray) blocks = begin (self, item);

  mention_reader_read (self->mentions, meeting, item, blocks);
  patterns_let_go (self->patterns);
}
