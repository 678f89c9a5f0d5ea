/* resolving.h: one reading of an item for what was resolved, and the list that a lead-in
 * opens: "RESOLVED: (1) That …; (2) That …".
 *
 * Internal to resolution.c, which says where decisions are; this says what they are. */

#pragma once

#include "normalise/decision.h"
#include "normalise/pattern.h"
#include "normalise/resolution.h"
#include "normalise/verb.h"

/* Rules of resolution.c's table. */
typedef enum
{
  RESOLVING_TRAILER,
  RESOLVING_SECTION,
  RESOLVING_BEGINS,
  RESOLVING_GIVEN,
  RESOLVING_AMONG,
  RESOLVING_CODE,
  RESOLVING_N_RULES
} ResolvingRule;

struct ResolutionReader
{
  DecisionReader *decisions;
  VerbReader *verbs;
  Patterns *patterns;
};

/* What ModernGov's labels part an item's page into. */
typedef enum
{
  SECTION_NONE,     /* above them */
  SECTION_DECISION, /* "Decision:" */
  SECTION_MINUTES,  /* "Minutes:" */
  SECTION_AGAIN,    /* "Decision" at the end of the minutes */
} ResolvingSection;

typedef struct
{
  Span number; /* in the text */
  Span span;
  ResolutionKind kind;
  const gchar *verb; /* of the lead-in, where the entry has none */
  ResolvingSection section;
  gboolean told;     /* in passing: "It was recommended that …" */
  gboolean labelled; /* behind "RESOLVED" */
} Found;

/* One reading of an item. */
typedef struct
{
  ResolutionReader *reader;
  const gchar *text;
  const GArray *blocks;
  const GArray *votes;
  guint next_vote;
  GArray *found;            /* Found */
  ResolvingSection section; /* below the last of ModernGov's labels */

  gboolean page;     /* of a decision, where no label is needed */
  gboolean labelled; /* what is found stands behind a label */
  gboolean open;     /* a lead-in waits for entries, or for more of them */
  Decision lead;
  const gchar *lead_verb;
  Marker lead_marker;
  Marker entry; /* the last one's; MARKER_NONE before the first and for unmarked ones */
  guint entries;
  gboolean last_entry; /* "; and" stood before it */
  gboolean coded;      /* entries are planning applications, over several lines each */

  Span motion; /* moved, but not yet voted on; empty if none */
  Span motion_number;
  Span carried; /* a motion that a vote carried, and nothing resolved since */
  Span carried_number;
} Resolving;

/* Looks for a rule in a span. match: (nullable): its groups are offsets into the item's
 * text. */
gboolean resolving_find (const Resolving *r, guint rule, Span span, PatternMatch *match);

/* The last bytes of a span, from a character's first byte on. */
Span resolving_tail (const gchar *text, Span span);
gchar resolving_last_char (const Resolving *r, Span span);

/* (nullable): block i, or the next one that is no owner's name from a column. */
const Block *resolving_block (const Resolving *r, guint i);
const Block *resolving_block_after (const Resolving *r, guint i);

/* A thing resolved; NULL where the span is empty or there are too many. */
Found *resolving_add (Resolving *r, Span number, Span span, ResolutionKind kind);

/* What is said on the spot, sentence by sentence. */
void resolving_add_said (Resolving *r, const Block *block, const Decision *decision);

/* From now on blocks are entries of the list that the lead-in opens. */
void resolving_open (Resolving *r, const Block *block, const Decision *lead);

/* Is this the first entry of a list that a lead-in or resolution opens? */
gboolean resolving_begins (const Block *lead, const Block *next);

void resolving_add_entry (Resolving *r, const Marker *marker, Span body);

/* Whether what is said begins a list: "(a) the draft be amended", "That (a) …". */
gboolean resolving_lists (const Resolving *r, Span said, Marker *ret_marker,
                          gsize *ret_body);

/* Splits "(1) That …; (2) That …" that runs on in one paragraph. */
void resolving_add_run_in (Resolving *r, const Marker *first, gsize body, gsize end);

/* FALSE: block i is no entry; the lead-in led nowhere, or the list has ended. */
gboolean resolving_first_entry (Resolving *r, guint i);
gboolean resolving_further_entry (Resolving *r, guint i);

/* Whether a block with a label of its own is an entry of the list that is open: "(1)
 * APPROVED the plan", "(2) DELEGATED …". Its label is the verb of what was decided, and
 * the list goes on behind it. */
gboolean resolving_is_listed (const Resolving *r, const Block *block);
void resolving_keep_verb (const Resolving *r, const Block *block, Decision *label);
void resolving_reopen (Resolving *r, const Block *block);

/* Whether block i leads to what was decided without a mark of it: "That the Panel:" over
 * what was done; "moved by A, seconded by B and", where a site's text lost RESOLVED. */
gboolean resolving_is_orphan (const Resolving *r, guint i);
gboolean resolving_lost_its_word (const Resolving *r, guint i);

/* Whether block i is a resolution that is only shown so that it may be passed. */
gboolean resolving_is_conditional (const Resolving *r, guint i);

/* The votes up to a sentence: a motion that one of them carried waits to be resolved. */
void motion_take_vote (Resolving *r, Span sentence);

/* A motion that was carried and that no resolution repeats is one. */
void motion_settle (Resolving *r);

/* Whether the label, at block i, says of the motion that it was passed. */
gboolean motion_is_closed (Resolving *r, guint i, const Decision *label);

/* What is moved in the block below block i. */
void motion_take_below (Resolving *r, guint i);
