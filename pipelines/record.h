/* record.h: the records of heed's JSON-lines as the stages' own structs, put together.
 *
 * A record of the stream draws on more than one struct: an `item` names its document and
 * its meeting and carries its tags. Record holds a pointer to each; schema.h says which
 * field comes from where. */

#pragma once

#include "classify/tag.h"
#include "extract/document.h"
#include "normalise/inspection.h"
#include "normalise/meeting.h"

typedef enum
{
  RECORD_DOCUMENT,
  RECORD_PAGE,
  RECORD_MEETING,
  RECORD_ITEM,
  RECORD_INSPECTION,
  RECORD_RECOMMENDATION,
  RECORD_FAILURE,
  RECORD_N_TYPES
} RecordType;

typedef enum
{
  FAILURE_UNREADABLE,
  FAILURE_UNSUPPORTED,
  FAILURE_EMPTY,
  FAILURE_ENCRYPTED,
  FAILURE_CORRUPT,
  FAILURE_TIMEOUT,
  FAILURE_MEMORY,
  FAILURE_CRASH,
  FAILURE_TOO_LARGE,
  FAILURE_LAST = FAILURE_TOO_LARGE
} FailureReason;

/* A document that could not be processed. */
typedef struct
{
  gchar *source;
  gchar *document; /* (nullable) its identifier, where its bytes could be read */
  gchar *stage;    /* "extract", "normalise", "classify" */
  FailureReason reason;
  gchar *detail; /* one line that a person understands */
} Failure;

Failure *failure_new (const gchar *source, const gchar *document, const gchar *stage,
                      FailureReason reason, const gchar *detail);
/* From an error in the domain EXTRACT_ERROR. (transfer full) */
Failure *failure_new_from_error (const gchar *source, const gchar *document,
                                 const gchar *stage, const GError *error);
/* "timeout": the reason's name in records. (transfer none) */
const gchar *failure_reason_get_name (FailureReason reason);
void failure_free (Failure *failure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Failure, failure_free)

/* What a `document`, `inspection` or `failure` record says of the stream rather than of
 * the document. */
typedef struct
{
  guint n_records; /* how many records of this document follow */
  gchar
      *made_with; /* the program's version and a hash of all that its result depends on */
} Frame;

void frame_free (Frame *frame);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Frame, frame_free)

/* The structs that fields are drawn from. */
typedef enum
{
  BASE_DOCUMENT,       /* Document */
  BASE_FRAME,          /* Frame */
  BASE_PAGE,           /* Page */
  BASE_MEETING,        /* Meeting */
  BASE_MEETING_TAGS,   /* MeetingTags; NULL before classify */
  BASE_ITEM,           /* Item */
  BASE_ITEM_TAGS,      /* ItemTags; NULL before classify */
  BASE_INSPECTION,     /* Inspection */
  BASE_RECOMMENDATION, /* Recommendation */
  BASE_CONCEPTS,       /* ItemTags of a recommendation */
  BASE_FAILURE,        /* Failure */
  N_BASES
} RecordBase;

typedef struct
{
  RecordType type;
  gpointer base[N_BASES]; /* those that the type draws on; the rest NULL */
} Record;
