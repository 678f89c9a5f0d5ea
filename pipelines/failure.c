/* failure.c: why a document could not be processed, as a record. */

#include "extract/extractor.h"
#include "pipelines/record.h"

void
frame_free (Frame *frame)
{
  if (frame == NULL)
    return;
  g_free (frame->made_with);
  g_free (frame);
}

Failure *
failure_new (const gchar *source, const gchar *document, const gchar *stage,
             FailureReason reason, const gchar *detail)
{
  Failure *failure = g_new0 (Failure, 1);

  failure->source = g_strdup (source);
  failure->document = g_strdup (document);
  failure->stage = g_strdup (stage);
  failure->reason = reason;
  failure->detail = g_strdelimit (g_utf8_make_valid (detail, -1), "\n\r", ' ');
  return failure;
}

Failure *
failure_new_from_error (const gchar *source, const gchar *document, const gchar *stage,
                        const GError *error)
{
  static const FailureReason reasons[] = {
    [EXTRACT_ERROR_UNREADABLE] = FAILURE_UNREADABLE,
    [EXTRACT_ERROR_UNSUPPORTED] = FAILURE_UNSUPPORTED,
    [EXTRACT_ERROR_EMPTY] = FAILURE_EMPTY,
    [EXTRACT_ERROR_ENCRYPTED] = FAILURE_ENCRYPTED,
    [EXTRACT_ERROR_CORRUPT] = FAILURE_CORRUPT,
    [EXTRACT_ERROR_TOO_LARGE] = FAILURE_TOO_LARGE,
  };

  g_assert (error->domain == EXTRACT_ERROR
            && (guint)error->code < G_N_ELEMENTS (reasons));
  return failure_new (source, document, stage, reasons[error->code], error->message);
}

void
failure_free (Failure *failure)
{
  if (failure == NULL)
    return;
  g_free (failure->source);
  g_free (failure->document);
  g_free (failure->stage);
  g_free (failure->detail);
  g_free (failure);
}
