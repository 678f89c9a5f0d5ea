/* element.h: what an element of HTML means to a reader, told by its tag and attributes.
 *
 * Tags are HTML's; classes are ModernGov's (mgAiTitleTxt), Word's (MsoHeader) and those
 * that the makers of pages commonly give to menus, breadcrumbs, cookie banners and so on.
 */

#pragma once

#include "extract/document.h"

typedef enum
{
  ELEMENT_INLINE,
  ELEMENT_BLOCK,   /* its text is a paragraph of its own */
  ELEMENT_HEADING, /* h1..h6: a block */
  ELEMENT_BREAK,   /* br */
  ELEMENT_PICTURE, /* parts the words beside it */
  ELEMENT_DROPPED, /* nothing in it is to be read: script, select */
  ELEMENT_BUTTON,  /* dropped, but for one that opens the part under its heading */
  ELEMENT_TITLE,   /* the title of the page, in its head */
  ELEMENT_LIST,    /* ol, ul */
  ELEMENT_ENTRY,   /* li */
  ELEMENT_TABLE,
  ELEMENT_ROW,
  ELEMENT_CELL, /* td, th */
} ElementKind;

/* Word draws bullets with letters of other fonts: Wingdings' "§", Courier's "o". */
typedef enum
{
  FONT_UNSAID,
  FONT_TEXT,
  FONT_SYMBOLS,
  FONT_COURIER,
} ElementFont;

/* The parts of a page of which one may be its main content, likeliest first. */
typedef enum
{
  ZONE_MODGOV = 1 << 0,  /* <div id="modgov"> */
  ZONE_MAIN = 1 << 1,    /* <main>, role="main" */
  ZONE_ARTICLE = 1 << 2, /* <article> */
  ZONE_CONTENT = 1 << 3, /* id="content" and the like */
  ZONE_LAST = ZONE_CONTENT
} Zone;

typedef struct
{
  ElementKind kind;
  guint zones;   /* Zone bits that it opens */
  LineRole role; /* of the lines in it; LINE_ROLE_NONE: as outside */
  gboolean
      aside; /* furniture by its tag, role or class: left out, if that leaves enough */
  gboolean
      hidden; /* not shown as the page is opened: a banner, or a part to be unfolded */
  gboolean bold;
  gboolean italic;
  gboolean preformatted; /* line ends count */
  gboolean raised;       /* sup */
  ElementFont font;
  gboolean label; /* the name of what follows: "Venue:" */
  gboolean link;
  gboolean document;   /* a link to a file: Report.pdf */
  gboolean directions; /* a link to a map */
  gboolean layout;     /* a table that is there for the looks */
  gboolean header;     /* page header: dropped outside a zone */
  gchar marker;        /* of a list: '1', 'a', 'A', 'i', 'I', '*', 0 none */
  gint start;          /* of ol, li value=; 0: not said */
  guint span;          /* columns of a cell, at least 1 */
} Element;

/* attributes: (nullable): pairs of name and (nullable) value, ended by NULL; names in
 * lower case, as the tag. */
void element_read (Element *element, const gchar *tag, const gchar *const *attributes);
