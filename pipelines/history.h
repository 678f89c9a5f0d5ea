/* history.h: what became of one recommendation, meeting by meeting. */

#pragma once

#include "classify/tag.h"
#include "pipelines/schema.h"

/* One item of business that took the recommendation up. */
typedef struct
{
  gchar *item; /* identifiers */
  gchar *source;
  gchar *date;   /* (nullable) ISO 8601 */
  gchar *body;   /* (nullable) */
  gchar *number; /* "" if none */
  gchar *title;
  TagMode mode;
  gdouble score;
  GPtrArray *exact;       /* gchar *: the words */
  GPtrArray *resolutions; /* gchar *: what the item resolved, unless it only lists */
  GPtrArray *follows;     /* gchar *: earlier items that it refers to */
  GPtrArray *followed_by; /* gchar *: later items that refer to it */
  gchar *council;         /* (nullable) the meeting's */
  gchar *text;  /* (nullable) the recommendation's, as the item's record has it */
  guint bundle; /* the book's own */
} Step;

/* A time in which nobody discussed it. */
typedef struct
{
  gchar *start; /* of its standing, or of a discussion */
  gchar *end;   /* of the next discussion, or the last day that is known of */
  guint days;
} Gap;

typedef struct
{
  gchar *recommendation; /* identifier */
  gchar *inspection;     /* (nullable) the same */
  gchar *council;        /* (nullable) */
  guint number;          /* 0 if unknown */
  gchar *text;
  gchar *since;     /* (nullable) the day from which it stands */
  gchar *until;     /* (nullable) the day on which a later inspection replaced it */
  gchar *as_of;     /* (nullable) the last day that the records know of */
  guint meetings;   /* of the council, from since up to as_of */
  GPtrArray *steps; /* Step *, by date; those without one last */
  guint listed;     /* how many steps of each mode */
  guint discussed;
  guint decided;
  gchar *last_discussed; /* (nullable) or decided */
  gboolean never_discussed;
  gint days_since; /* from then, or from since, to as_of; -1 unknown */
  GArray *gaps;    /* Gap, in order */
  guint bundle;    /* the book's own */
} History;

extern const Shape history_shape;

/* (transfer full) */
Step *step_new (void);
History *history_new (void);
void history_free (gpointer history);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (History, history_free)

/* Their order in what is printed: by council, then in the order of the reports. */
gint history_compare (const History *first, const History *second);

/* Puts the steps in order. */
void history_sort (History *history);

/* Counts the steps, which are in order, and finds the gaps up to as_of (nullable), a day.
 * since, until and steps are set, the rest is not. */
void history_close (History *history, const gchar *as_of);
