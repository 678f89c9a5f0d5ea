/* html.h: a page of HTML becomes a page of lines.
 *
 * One Line for each paragraph, heading, list entry or table cell, white space collapsed;
 * <br> starts a new Line of the same block. Lists have their markers again ("1.", "a.",
 * "•"). Scripts, styles, forms, menus, breadcrumbs, banners and footers are left out;
 * what is left is the page's main content, if it marks it, else its whole body. Pages of
 * ModernGov, which most English councils' committee pages are, have their lines' roles
 * (LineRole) from its classes: meeting, item number, item title, label, attachment. */

#pragma once

#include "extract/extractor.h"

/* Adds one page to the document, and its title, or its first heading where it has none.
 * FALSE if and only if error is set: no text in it. */
gboolean html_read (GBytes *bytes, const ExtractLimits *limits, Document *document,
                    GError **error);
