/* heed.h: council meeting documents → items of business with what was resolved and what
 * they take up, for programs in C. Link with what `pkg-config --libs heed` says.
 *
 *     HeedReader *reader = heed_reader_new (NULL, NULL);
 *     HeedDocument *document = heed_reader_open (reader, "minutes.pdf", &error);
 *
 *     for (size_t i = 0; document->items[i] != NULL; i++)
 *       puts (document->items[i]->title);
 *
 * Records are plain structs. Their strings are UTF-8, lists are never NULL and end in
 * NULL, and all of it belongs to the document and lives as long as it does. What a source
 * does not say is NULL (a string) or 0 (a page). Offsets are in bytes of the item's text,
 * half-open. Dates are ISO 8601, as precise as the source. What the fields mean is in
 * heed-records(5). Later versions add fields at the end of a struct: never copy one.
 *
 * A document is read in the calling process, without the limits and the cage that
 * `heed run` puts around it: for documents from strangers run that program and read its
 * records. A reader is for one thread; several threads make one each. */

#ifndef HEED_H
#define HEED_H

#include <stddef.h>

#ifdef __cplusplus
extern "C"
{
#endif

  typedef struct
  {
    size_t start;
    size_t end;
  } HeedSpan;

  typedef enum
  {
    HEED_RESOLVED,
    HEED_RECOMMENDED,
    HEED_AGREED,
    HEED_NOTED,
    HEED_DECIDED,
    HEED_ORDERED,
    HEED_CARRIED
  } HeedResolutionKind;

  typedef enum
  {
    HEED_MODE_LISTED,    /* only named in a list */
    HEED_MODE_DISCUSSED, /* the minutes say something about it */
    HEED_MODE_DECIDED    /* a resolution or an action takes it up */
  } HeedMode;

  typedef struct
  {
    const char *number; /* of its list entry, as printed: "(i)"; "" if none */
    HeedResolutionKind kind;
    const char *verb; /* "note" */
    HeedSpan span;
  } HeedResolution;

  typedef struct
  {
    const char *owner;
    const char *due;
    HeedSpan span;
  } HeedAction;

  typedef struct
  {
    HeedSpan span;
    unsigned page;  /* where it begins; from 1 */
    double bbox[4]; /* x0, y0, x1, y1 in points from the page's top left; all 0 without
                       page */
  } HeedEvidence;

  typedef struct
  {
    const char *concept; /* "early-help" */
    const char *label;
    const char *theme;
    double score; /* 0..1: a chance */
    HeedMode mode;
    const HeedEvidence *const *evidence; /* at least one */
  } HeedTag;

  typedef struct
  {
    const char *council; /* the meeting's, as are body and date */
    const char *body;
    const char *date;
    const char *number; /* as printed; "" if none */
    const char *title;  /* one line; "" if none */
    const char *text;
    unsigned page_start;
    unsigned page_end;
    const HeedResolution *const *resolutions;
    const HeedAction *const *actions;
    const HeedTag *const *tags; /* best first */
  } HeedItem;

  typedef struct
  {
    const char *title; /* what the file says of itself */
    unsigned pages;
    const char *const *warnings;  /* what could not be read, in words for people */
    const HeedItem *const *items; /* of all its meetings, in their order */
  } HeedDocument;

  typedef struct HeedReader HeedReader;

  /* taxonomy: path of a SKOS concept scheme; NULL: the built-in one. To be freed with
   * heed_reader_free (). NULL where it cannot be used; then *error says why. error may be
   * NULL; what it gets is freed with heed_free (). */
  HeedReader *heed_reader_new (const char *taxonomy, char **error);
  void heed_reader_free (HeedReader *reader);

  /* Reads a PDF, a saved web page or a text. To be freed with heed_document_free (). NULL
   * where it cannot be read; then *error says why in one line. */
  HeedDocument *heed_reader_open (HeedReader *reader, const char *path, char **error);
  void heed_document_free (HeedDocument *document);

  void heed_free (char *error);

  /* "0.1.0" */
  const char *heed_version (void);

#ifdef __cplusplus
}
#endif

#endif
