/* dossier.h: everything that a report says, out of records: for each council, its
 * meetings in time against the recommendations that it was given (against the concepts
 * that its items were tagged with, where there are no recommendations), and what each
 * meeting said about each.
 *
 * All texts are owned by the dossier, or by the bundles that it keeps. */

#pragma once

#include "pipelines/bundle.h"
#include "pipelines/history_book.h"
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
  gint months; /* from the last, else from the report, else from the first meeting, to
                  the newest meeting; -1 unknown */
};

struct Chapter
{
  gchar *council; /* (nullable) */
  gchar *key;
  gboolean concepts;   /* its subjects are concepts */
  gboolean nameless;   /* meetings whose council is not known, and which therefore were
                          held against no recommendation; without subjects */
  GPtrArray *sittings; /* Sitting *, by date, those without one last */
  GPtrArray *subjects; /* Subject *, in the order of the reports, or of theme and label */
  const gchar *oldest; /* (nullable) date of its first meeting */
  const gchar *newest; /* (nullable) and of its last */
};

typedef struct
{
  const gchar *source;
  gchar *text;
} DossierWarning;

typedef struct Dossier Dossier;

Dossier *dossier_new (void);
void dossier_free (Dossier *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Dossier, dossier_free)

/* Takes the bundle over. */
void dossier_add (Dossier *self, Bundle *bundle);
/* To be called once, after the last bundle. */
void dossier_close (Dossier *self);

/* All (transfer none), in order. */
const GPtrArray *dossier_get_chapters (const Dossier *self);   /* Chapter * */
const GPtrArray *dossier_get_businesses (const Dossier *self); /* Business * */
const GPtrArray *dossier_get_bundles (const Dossier *self);    /* Bundle * */
const GPtrArray *dossier_get_warnings (const Dossier *self);   /* DossierWarning * */
guint dossier_count_failures (const Dossier *self);
