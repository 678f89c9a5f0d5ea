/* tag.h: what classify says of a meeting and its items: concepts and recommendations,
 * with the words that show them.
 *
 * Plain records; strings are owned and never NULL unless (nullable). Spans are half-open
 * byte offsets into the text of the item. */

#pragma once

#include "normalise/inspection.h"
#include "normalise/meeting.h"

typedef enum
{
  TAG_MODE_LISTED,    /* only named in a list of findings */
  TAG_MODE_DISCUSSED, /* the minutes say something about it */
  TAG_MODE_DECIDED,   /* a resolution or an action takes it up */
  TAG_MODE_LAST = TAG_MODE_DECIDED
} TagMode;

typedef struct
{
  Span span;
  GArray *boxes; /* PageBox; empty for a source without pages */
} Evidence;

typedef struct
{
  gchar *concept; /* identifier: "early-help" */
  gchar *label;
  gchar *theme;  /* (nullable) identifier of the top concept above it: "front-door" */
  gdouble score; /* 0..1, calibrated */
  TagMode mode;
  GArray *evidence; /* Evidence, in order; at least one */
  gchar *reason; /* one line for people: which words, which weights, what spoke against */
} Tag;

typedef struct
{
  gchar *recommendation; /* identifier of the Recommendation */
  gchar *text;           /* its words */
  gdouble score;
  TagMode mode;
  GArray *evidence;
} Match;

typedef struct
{
  GPtrArray *tags;    /* Tag *, best first */
  GPtrArray *matches; /* Match *, in the order of the report */
} ItemTags;

/* A concept or recommendation over all items of a meeting. */
typedef struct
{
  gchar *id;
  gdouble score;    /* the highest of the items' */
  TagMode mode;     /* the furthest of the items' */
  GPtrArray *items; /* gchar *: the items' numbers */
} MeetingTag;

typedef struct
{
  GPtrArray *items; /* ItemTags *, one for each of the meeting's items, in their order */
  GPtrArray *tags;  /* MeetingTag * by concept */
  GPtrArray *matches; /* MeetingTag * by recommendation */
} MeetingTags;

Tag *tag_new (void);
void tag_free (Tag *tag);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Tag, tag_free)

Match *match_new (void);
void match_free (Match *match);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Match, match_free)

ItemTags *item_tags_new (void);
void item_tags_free (ItemTags *tags);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ItemTags, item_tags_free)

MeetingTag *meeting_tag_new (const gchar *id);
void meeting_tag_free (MeetingTag *tag);

MeetingTags *meeting_tags_new (void);
void meeting_tags_free (MeetingTags *tags);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MeetingTags, meeting_tags_free)

/* Appends an Evidence for the span, with its boxes. */
void evidence_add (GArray *evidence, const Item *item, Span span);
