/* meeting.h: what normalise makes of a document: its meetings, and their items of
 * business.
 *
 * Plain records. Strings are valid UTF-8, owned by their record, NULL where the source
 * does not say (unless "never NULL" stands here). Spans are half-open byte offsets into
 * the `text` of the item that holds them. Dates are ISO 8601, as precise as the source:
 * "2023", "2023-07" or "2023-07-10". */

#pragma once

#include "extract/document.h"

typedef struct
{
  gsize start;
  gsize end;
} Span;

typedef enum
{
  MEETING_KIND_MINUTES,
  MEETING_KIND_AGENDA,
  MEETING_KIND_PACK,  /* an agenda with its reports, perhaps with earlier minutes */
  MEETING_KIND_ISSUE, /* a ModernGov issue history, or one agenda item of it */
  MEETING_KIND_DECISION,
  MEETING_KIND_REPORT,
  MEETING_KIND_ARTICLE,
  MEETING_KIND_UNKNOWN,
  MEETING_KIND_LAST = MEETING_KIND_UNKNOWN
} MeetingKind;

typedef enum
{
  MEETING_STATUS_NULL,
  MEETING_STATUS_DRAFT,
  MEETING_STATUS_FINAL,
  MEETING_STATUS_CANCELLED,
  MEETING_STATUS_LAST = MEETING_STATUS_CANCELLED
} MeetingStatus;

typedef struct
{
  gchar *name; /* never NULL; without "Councillor", "Cllr": "Ann Weaver" */
  gchar *role; /* "Chair", "Director of Children's Services", "substitute for …" */
} Person;

/* One printed line of an item's text, and where it stands. */
typedef struct
{
  Span span;
  guint page; /* 1-based; 0 for a source without pages */
  Box box;    /* BOX_NONE where there is none */
} ItemLine;

typedef struct
{
  gchar *number; /* as printed, "" if none; never NULL */
  Span span;
  guint level; /* 0 for text that is not in a list, 1 for its outermost list … */
} Paragraph;

typedef enum
{
  RESOLUTION_RESOLVED,
  RESOLUTION_RECOMMENDED,
  RESOLUTION_AGREED,
  RESOLUTION_NOTED,
  RESOLUTION_DECIDED,
  RESOLUTION_ORDERED,
  RESOLUTION_CARRIED,
  RESOLUTION_LAST = RESOLUTION_CARRIED
} ResolutionKind;

typedef struct
{
  gchar *number; /* of its list entry or paragraph, as printed: "(i)"; "" if none */
  ResolutionKind kind;
  gchar *verb; /* base form of its leading verb: "note" */
  Span span;
} Resolution;

typedef struct
{
  gboolean carried;
  gint for_, against, abstained; /* -1: not said */
  Span span;
} Vote;

typedef struct
{
  gchar *owner; /* "SK", "Director of Children's Services" */
  gchar *due;   /* a date, or the source's words: "next meeting" */
  Span span;
} Action;

typedef struct
{
  gchar *minute; /* "10" */
  gchar *date;
  Span span;
} Reference;

typedef struct
{
  gchar *judgement; /* "overall", "leaders", "help-and-protection", "in-care", … */
  gchar *grade;     /* "outstanding", "good", "requires-improvement", "inadequate" */
} Judgement;

typedef struct
{
  gchar *framework; /* "ILACS", "SIF", "JTAI", "SEND", "school", "YJS", …; nullable */
  gchar *kind;      /* "inspection", "focused-visit", "monitoring-visit", … */
  gchar *date;
  gchar *published;
  GArray *judgements; /* Judgement */
  Span span;
} InspectionMention;

typedef struct
{
  gchar *id;            /* meeting's id + ".1" … */
  gchar *number;        /* as printed without closing punctuation; "" if none */
  gchar *agenda_number; /* the agenda's, where both are printed */
  gchar *title;         /* one line; "" if none; never NULL */
  gchar *text;          /* never NULL; paragraphs end in '\n': printed lines joined; an
                           entry of a list, a label ("Decision:") and text of a column
                           apart are paragraphs of their own; a row of a table is one,
                           its cells separated by " | " */
  guint page_start;     /* 1-based; 0 for a source without pages */
  guint page_end;
  gboolean truncated;  /* the source itself was cut */
  GArray *lines;       /* ItemLine, in order; they cover the text but its line ends */
  GArray *paragraphs;  /* Paragraph, in order */
  GArray *resolutions; /* Resolution, in order */
  GArray *votes;       /* Vote */
  GArray *actions;     /* Action */
  GArray *references;  /* Reference */
  GArray *inspections; /* InspectionMention */
} Item;

typedef struct
{
  gchar *id; /* document's id + "#1" … */
  MeetingKind kind;
  MeetingStatus status;
  gchar *council;
  gchar *body; /* of an Ofsted report "Ofsted inspection of children’s services" */
  gchar *date; /* of an Ofsted report: published, or else the inspection's last day */
  gchar *time; /* "18:30" */
  gchar *venue;
  gchar *chair;
  GArray *present;       /* Person */
  GArray *apologies;     /* Person */
  GArray *in_attendance; /* Person */
  guint page_start;      /* 1-based; 0 for a source without pages */
  guint page_end;
  GPtrArray *items; /* Item * */
} Meeting;

/* (transfer full): an empty array of Judgement */
GArray *judgements_new (void);

Meeting *meeting_new (void);
void meeting_free (Meeting *meeting);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Meeting, meeting_free)

Item *item_new (void);
void item_free (Item *item);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Item, item_free)

typedef struct
{
  guint page; /* 1-based */
  Box box;
} PageBox;

/* Where a span of the item's text stands: one PageBox for each page, or column of a page,
 * that it touches, in reading order; empty for a source without pages. (transfer full) */
GArray *item_boxes (const Item *item, Span span);
