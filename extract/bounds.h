/* bounds.h: how far the readers of pages without a page go before they stop.
 *
 * A reader that comes to one of these keeps what it has read and says so in a warning of
 * the document. ExtractLimits, in extractor.h, has those that a caller may set. */

#pragma once

/* Bytes in one Line. Whole minutes pasted as one paragraph are some 100 kB; what is
 * longer is cut at a space into lines of the same block. */
#define BOUND_LINE_BYTES (256 * 1024)

/* Lines in one document. The longest council pack has some 50,000; a file of nothing but
 * line ends would otherwise need 100 times its size. */
#define BOUND_LINES 1000000

/* Elements open at once, in a page of HTML. Word's worst nests some 40; beyond, text is
 * read as if it stood in the last element counted. */
#define BOUND_DEPTH 256

/* Elements in one page of HTML; the longest real page has some 100,000. */
#define BOUND_ELEMENTS 20000000

/* Tables in one page of HTML; what is in further ones is read as if in none. */
#define BOUND_TABLES 100000

/* Bytes of one tag, comment or declaration that are looked at. Pictures within a page
 * ("data:image/png;base64,…") are longer: their middle is skipped. libxml2 compares each
 * attribute of a tag with each. */
#define BOUND_TAG_BYTES (32 * 1024)

/* Steps that libxml2 takes beyond one for each byte of a page of HTML: comparing
 * attributes, looking for the element that an end tag without a start tag might end. */
#define BOUND_STEPS G_GUINT64_CONSTANT (200000000)
