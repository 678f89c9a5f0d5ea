/* pattern.h: tables of named regular expressions (Perl's dialect), compiled once.
 *
 * A noun keeps its expressions in a const table of PatternRule, indexed by an enum of its
 * own, and makes one Patterns of it. Text is valid UTF-8; \s, \w and \b know all of
 * Unicode (a no-break space is \s), so write [0-9] where only ASCII digits are meant.
 * A search that exceeds its limits finds nothing. One thread at a time. */

#pragma once

#include "normalise/meeting.h"

typedef enum
{
  PATTERN_PLAIN = 0,
  PATTERN_CASELESS = 1 << 0,
  PATTERN_MULTILINE = 1 << 1, /* ^ and $ match at line ends too */
} PatternFlags;

typedef struct
{
  const gchar *name; /* for people: what it finds */
  const gchar *expression;
  PatternFlags flags;
} PatternRule;

/* What \s may be, and no sign or letter of ASCII. Of \s PCRE2 does not know what it
 * begins with: an expression that begins with it is tried at every letter of a text,
 * unless "(?=" PATTERN_BLANK ")" stands before it. */
#define PATTERN_BLANK "[^!-~]"

/* Where the character begins that byte `at` of a text is of; and, unless it begins
 * there, where the next one does: texts are cut between characters. */
static inline gsize
character_start (const gchar *text, gsize at)
{
  while ((text[at] & 0xc0) == 0x80)
    at--;
  return at;
}

static inline gsize
character_end (const gchar *text, gsize at)
{
  while ((text[at] & 0xc0) == 0x80)
    at++;
  return at;
}

#define PATTERN_MAX_GROUPS 16

typedef struct
{
  guint n_groups;                 /* group[0] is the whole match */
  Span group[PATTERN_MAX_GROUPS]; /* of the text given; start == end == G_MAXSIZE where
                                     a group took no part */
} PatternMatch;

typedef struct Patterns Patterns;

/* All of a thread that hand over the same table share one; the rules must outlive it.
 * PCRE2's interpreter searches for an expression until it has been asked so often that
 * machine code pays: to make it takes longer than most are searched for in a whole run.
 * (transfer full) */
Patterns *patterns_new (const PatternRule *rules, guint n_rules);
void patterns_free (Patterns *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Patterns, patterns_free)

/* The first match of rules[rule] in text[0..length) that begins at from or later; from is
 * a character's first byte. What stands before from is seen by \b, ^ and look-behind.
 * match: (nullable) (out) */
gboolean patterns_find (Patterns *self, guint rule, const gchar *text, gsize length,
                        gsize from, PatternMatch *match);

/* The same in the first max bytes of a span of text, or as many as end with a character,
 * as if they were all the text there is; the match's groups are offsets into text. */
gboolean patterns_find_within (Patterns *self, guint rule, const gchar *text, Span span,
                               gsize max, PatternMatch *match);

/* The same on a whole string from its beginning. */
gboolean patterns_match (Patterns *self, guint rule, const gchar *text,
                         PatternMatch *match);

/* The same of a short expression that ends in $: a match that begins in the last max
 * bytes of text[0..length). A text may be long, and be asked about at each of its stops.
 */
gboolean patterns_find_ending (Patterns *self, guint rule, const gchar *text,
                               gsize length, gsize max, PatternMatch *match);

/* FALSE only if rules[rule] matches no part of text[0..length), such as a sentence of a
 * paragraph, held alone against it: to ask costs little. */
gboolean patterns_may_match_part (Patterns *self, guint rule, const gchar *text,
                                  gsize length);

/* Announces a text of which parts will be searched where they stand, so that it is looked
 * through once for all of them; no more than one in a thread. It must stay as it is until
 * it is let go, or another is held. */
void patterns_hold (Patterns *self, const gchar *text, gsize length);
void patterns_let_go (Patterns *self);

gboolean pattern_match_has (const PatternMatch *match, guint group);

/* (transfer full): the text of a group; NULL where it took no part. */
gchar *pattern_match_dup (const PatternMatch *match, guint group, const gchar *text);

/* All tables of this thread, compiled: the same for the same tables in the same order. An
 * expression that does not compile is a bug of ours, and aborts. (transfer full) */
GBytes *patterns_write (void);

/* The block of that in the program, made when heed is built: (nullable) none in the one
 * that makes it. What it does not have is compiled when it is first asked for. */
gconstpointer patterns_get_baked (void);
