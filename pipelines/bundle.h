/* bundle.h: the records that belong to one input, read from a stream and written to one.
 */

#pragma once

#include "pipelines/record.h"

/* Exactly one of document, inspection and failure is there. */
typedef struct
{
  Document *document;  /* with its pages, after extract */
  GPtrArray *meetings; /* Meeting *, after normalise */
  GPtrArray *tags; /* (nullable) MeetingTags *, one for each meeting, after classify */
  Failure *failure;
  Inspection *inspection; /* of a report; its Document says where it is from */
  Document *report;
  GPtrArray *concepts; /* ItemTags *, one for each of its recommendations */
  gchar *made_with;    /* (nullable) Frame's */
} Bundle;

Bundle *bundle_new (void);
void bundle_free (Bundle *bundle);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Bundle, bundle_free)

/* A bundle of all that this one held, which is empty then and still its owner's to free.
 * (transfer full) */
Bundle *bundle_steal (Bundle *bundle);

/* Appends the bundle's records as JSON-lines: the document and its pages where it has no
 * meetings yet, else the document, its meetings and their items. */
void bundle_write (const Bundle *bundle, GString *out);

typedef struct BundleReader BundleReader;

/* Reads from the file descriptor, which the caller closes; name is for messages.
 * (transfer full) */
BundleReader *bundle_reader_new (gint fd, const gchar *name);
void bundle_reader_free (BundleReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BundleReader, bundle_reader_free)

/* The next bundle: TRUE and NULL at the end. FALSE and error, which names file and line,
 * where the input is no stream of records, or is cut short. */
gboolean bundle_reader_next (BundleReader *self, Bundle **ret_bundle, GError **error);

/* Takes a line that is a history, FALSE and error if it is none. */
typedef gboolean (*BundleHistoryFunc) (const gchar *line, gsize length, gpointer data,
                                       GError **error);

/* From now on each line is held against the contract, as json_check_record () has it, and
 * func is given the histories between bundles, which are of none and elsewhere refused.
 */
void bundle_reader_be_strict (BundleReader *self, BundleHistoryFunc func, gpointer data);

/* Takes a bundle for as long as the call lasts, or takes over what it holds
 * (bundle_steal); FALSE and error end the reading. */
typedef gboolean (*BundleFunc) (Bundle *bundle, gpointer data, GError **error);

/* Gives func each bundle of a stream, as from a BundleReader. */
gboolean bundle_for_each (gint fd, const gchar *name, BundleFunc func, gpointer data,
                          GError **error);

/* Where in the stream the next bundle begins, in bytes from where the reader began. */
goffset bundle_reader_tell (const BundleReader *self);
