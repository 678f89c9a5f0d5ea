/* document.h: what extract makes of one input: a document and its pages of lines.
 *
 * Plain records. Every string is valid UTF-8 and owned by its record; a nullable string
 * is NULL where the source does not say. Lengths are PDF points (1/72 inch) from the top
 * left corner of the page as it is shown (after /Rotate, within the crop box). */

#pragma once

#include <glib.h>

typedef struct
{
  gdouble x0, y0, x1, y1;
} Box;

/* The box of a line whose source has no pages, or whose boxes were not to be had. */
#define BOX_NONE ((Box){ 0, 0, 0, 0 })

static inline gboolean
box_is_none (Box box)
{
  return box.x1 <= box.x0 && box.y1 <= box.y0;
}

/* The smallest box that holds both; BOX_NONE counts as nothing. */
Box box_join (Box a, Box b);

typedef enum
{
  LINE_ROLE_NONE,        /* running text, or not known */
  LINE_ROLE_HEADING,     /* h1..h6, a heading of the PDF's structure tree */
  LINE_ROLE_MEETING,     /* names a meeting: "Meeting: 16/07/2025 - Cabinet (Item 23)" */
  LINE_ROLE_ITEM_NUMBER, /* the number cell of an item in a saved ModernGov page */
  LINE_ROLE_ITEM_TITLE,  /* the title cell of an item in a saved ModernGov page */
  LINE_ROLE_LABEL, /* "Minutes:", "Decision:", "Additional documents:" on such a page */
  LINE_ROLE_ATTACHMENT, /* the name of a linked file: "Report.pdf PDF 312 KB" */
  LINE_ROLE_CELL,       /* text of a table cell; table, row and column say which */
  LINE_ROLE_SIDE,       /* in a column apart at the right: ACTION, owner's initials */
  LINE_ROLE_STAMP,      /* rotated text across or beside the page */
  LINE_ROLE_ARTIFACT,   /* page furniture, by the PDF's own mark */
  LINE_ROLE_LAST = LINE_ROLE_ARTIFACT
} LineRole;

typedef struct
{
  gchar *text;   /* no line break in it; "" for a blank line of a plain text */
  Box box;       /* BOX_NONE where there is none */
  gdouble size;  /* points, the commonest of its characters; 0 if unknown */
  gboolean bold; /* most of its letters are */
  gboolean italic;
  LineRole role;
  guint block; /* lines of one paragraph of the source share it, 1…; 0 if unknown */
  guint table; /* 1-based on its page, 0 outside a table */
  guint row;   /* 1-based in the table */
  guint column;
} Line;

typedef enum
{
  PAGE_STATUS_NATIVE, /* text from the file's own text layer */
  PAGE_STATUS_OCR,    /* text recognised from the page's picture */
  PAGE_STATUS_BLANK,  /* nothing is drawn on it */
  PAGE_STATUS_NONE,   /* something is drawn, but no text could be read */
  PAGE_STATUS_LAST = PAGE_STATUS_NONE
} PageStatus;

/* Why a page's text is not, or may not be, what it shows. */
typedef enum
{
  PAGE_PROBLEM_NONE,
  PAGE_PROBLEM_LATE,     /* not recognised: the time allowed for OCR ran out */
  PAGE_PROBLEM_UNREAD,   /* a picture without text, and no OCR to be had */
  PAGE_PROBLEM_BROKEN,   /* its own text is not what is printed, and no OCR to be had */
  PAGE_PROBLEM_WORDLESS, /* a picture in which OCR found no word */
  PAGE_PROBLEM_LAST = PAGE_PROBLEM_WORDLESS
} PageProblem;

typedef struct
{
  guint number; /* 1-based; 0 for the one page of a source without pages */
  gdouble width;
  gdouble height;
  gchar *label; /* (nullable) the file's own page label, "iv" */
  PageStatus status;
  PageProblem problem;
  GArray *lines; /* Line, in the order a person reads them */
} Page;

typedef struct
{
  gchar *title;
  guint page;  /* 1-based; 0 if the bookmark leads nowhere */
  guint level; /* 1-based */
} Bookmark;

typedef enum
{
  TEXT_LAYER_NULL, /* not a paged source */
  TEXT_LAYER_NATIVE,
  TEXT_LAYER_OCR,
  TEXT_LAYER_MIXED,
  TEXT_LAYER_NONE,
  TEXT_LAYER_LAST = TEXT_LAYER_NONE
} TextLayer;

typedef struct
{
  gchar *id;         /* "sha256:" and 64 hexadecimal digits, of the input's bytes */
  gchar *source;     /* the path as it was given; bytes that are no UTF-8 as U+FFFD */
  gchar *media_type; /* "application/pdf", "text/html", "text/plain" */
  guint64 bytes;
  guint n_pages;   /* of the file, read or not; 0 for a source without pages */
  gchar *title;    /* (nullable) */
  gchar *producer; /* (nullable) */
  TextLayer text_layer;
  GPtrArray *warnings; /* gchar *, one line each, for people */
  GArray *outline;     /* Bookmark, in order */
  GPtrArray *pages;    /* Page *; those that were read, by number */
} Document;

Page *page_new (guint number, gdouble width, gdouble height);
void page_free (Page *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, page_free)

/* Appends a line that takes the text over (transfer full) and returns it to be filled in;
 * the pointer holds until the next call. */
Line *page_add_line (Page *page, gchar *text);

Document *document_new (const gchar *id, const gchar *source, const gchar *media_type);
void document_free (Document *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, document_free)

void document_warn (Document *document, const gchar *format, ...) G_GNUC_PRINTF (2, 3);
