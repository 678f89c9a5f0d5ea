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

enum
{
  CUT,
  N_RULES
};

/* clang-format off */
static const PatternRule rules[N_RULES] = {
  /* ModernGov's issue pages: "and the ... view the full minutes text for item 7" */
  [CUT] = { "cut",
    "(?:\\.\\.\\.|…)\\s*(?:[Vv]iew|[Rr]ead|[Ss]ee)\\s+(?:the\\s+)?(?:full|more|rest|"
    "complete)[^\\n]{0,80}\\s*$|"
    "[a-z,][^\\n]{30,}\\s(?:the|of|and|to|an?|with|in|for|by|from|their|its|is|are|was|were|"
    "be|been|had|has|have|will|would|which|who|or|as|on|at)\\s*$|\\b[Vv]iew the full (?:minutes|decision|agenda)"
    "\\b[^\\n]{0,60}\\s*$|\\[(?:text )?(?:truncated|cut)\\]\\s*$" },
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

static gboolean
is_cut (Content *self, const gchar *text)
{
  gsize length = strlen (text);
  gsize from = length - MIN (length, MAX_TAIL);

  while (from < length && (text[from] & 0xc0) == 0x80)
    from++;
  return patterns_find (self->patterns, CUT, text + from, length - from, 0, NULL);
}

void
content_read (Content *self, const Meeting *meeting, Item *item)
{
  g_autoptr (GArray) blocks = blocks_of (item->text);

  item->truncated = item->truncated || is_cut (self, item->text);
  paragraphs_read (item, blocks);
  quotations_mark (item->text, blocks);
  action_reader_mark (self->actions, item->text, blocks);
  vote_reader_read (self->votes, item, blocks);
  action_reader_read (self->actions, meeting, item, blocks);
  reference_reader_read (self->references, item);
  resolution_reader_read (self->resolutions, meeting, item, blocks);
  mention_reader_read (self->mentions, meeting, item, blocks);
}
