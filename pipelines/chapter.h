/* chapter.h: what a report says of one council: its meetings in time, the rows that they
 * are held against, and which item said what about which row. */

#pragma once

#include "pipelines/bundle.h"
#include "pipelines/history.h"
#include "pipelines/sitting.h"

typedef struct Chapter Chapter;
typedef struct Subject Subject;

/* An item of business that something on the page points to. */
typedef struct
{
  const Document *document;
  const Meeting *meeting;
  const Item *item;
  const ItemTags *tags;
  const Sitting *sitting;
  guint number;        /* on the page, 1-based */
  GPtrArray *mentions; /* Mention * (transfer none) */
} Business;

/* What one item says about one subject. */
typedef struct
{
  const Subject *subject;
  Business *business;
  TagMode mode;
  gdouble score;
  const GArray *evidence; /* Evidence */
  guint number;           /* on the page, 1-based */
} Mention;

/* A recommendation, or a concept; one row. */
struct Subject
{
  const Chapter *chapter;
  gchar *id;
  const gchar *text;
  const gchar *theme;     /* (nullable) of a concept */
  GPtrArray *concepts;    /* gchar *: identifiers; of a concept its own */
  const History *history; /* (nullable) of a recommendation */
  gchar *source;          /* (nullable) the report that it stands in */
  guint page;             /* of the report; 0 if unknown */
  guint number;           /* on the page, 1-based */
  GPtrArray *mentions;    /* Mention *, in the order of the sittings */
  guint counts[TAG_MODE_LAST + 1];
  const Mention *last; /* (nullable) the last one that discusses or decides and whose
                          date is known */
  const Mention *last_listed; /* (nullable) */
  gboolean silent;            /* no one discusses or decides */
  gboolean replaced;          /* a later inspection took its place */
  gboolean early;             /* no meeting is later than the report it is from */
  gboolean unread;            /* no meeting is of the time in which it stood */
  gint months; /* from the last, else from the report, else from the first meeting, to
                  the newest meeting or to what replaced it; -1 unknown */
};

struct Chapter
{
  gchar *council; /* (nullable) as a heading has it */
  gchar *key;
  gboolean concepts;   /* its subjects are concepts */
  gboolean nameless;   /* meetings whose council is not known, and which take up no
                          recommendation; without subjects */
  GPtrArray *sittings; /* Sitting *, by date, those without one last */
  GPtrArray *subjects; /* Subject *, in the order of the reports, or of theme and label */
  const gchar *oldest; /* (nullable) date of its first meeting */
  const gchar *newest; /* (nullable) and of its last */
};

/* council: (nullable). key: what tells councils apart. (transfer full) */
Chapter *chapter_new (const gchar *council, const gchar *key);
void chapter_free (Chapter *chapter);

/* Their order on the page, for g_ptr_array_sort(). */
gint chapter_compare (gconstpointer a, gconstpointer b);

/* By date, and numbers them. */
void chapter_sort (Chapter *chapter);

/* A new row. (transfer none) */
Subject *chapter_add_subject (Chapter *chapter, const gchar *id);
/* The concepts of the chapter's items, whose sittings are in order, as its rows. */
void chapter_add_concepts (Chapter *chapter);

/* Says what the subject's mentions, which are all there, come to. */
void subject_judge (Subject *subject);
