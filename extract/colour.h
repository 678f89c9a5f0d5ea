/* colour.h: poppler reads text without managing colours.
 *
 * Text needs no colours, yet poppler builds the colour transforms of a page before it
 * reads a letter of it: where the catalogue has /OutputIntents, every page calls
 *
 *   Page::createGfx → Gfx::initDisplayProfile → cmsOpenProfileFromMem →
 * cmsCreateTransform
 *
 * which takes 15 ms a page against 1 ms for the text, and each /ICCBased colour space
 * that a page selects takes its share. So the program defines cmsOpenProfileFromMem
 * itself, to say that no profile can be opened; poppler goes on with the plain colour
 * spaces, as it does for a damaged profile. Text, boxes, fonts and sizes stay the same.
 *
 * The program also defines Gfx::initDisplayProfile, under the name that compilers of C++
 * give it, to do nothing: it would inflate the output intent's profile for each page, 2 %
 * of what reports take, only to be refused.
 *
 * A colour space without a profile has the intent 0, and poppler looks for one among
 * those that it knows by the intent of the page, which is 1 if nobody says otherwise: it
 * would never find it, and inflate the profile anew each time that it is selected (65
 * times on four pages of one council's minutes: a third of the time they took). So the
 * program also defines GfxState::getCmsRenderingIntent to say 0. Without profiles no
 * intent makes a difference.
 *
 * libpoppler's calls are bound to these definitions only where the executable exports
 * them: extract/meson.build gives every executable that uses extract the linker's
 * --export-dynamic-symbol for each (and --undefined, for a static library drops what
 * nobody asks for). Without that, or with a poppler that calls them otherwise, the
 * program works just the same, only slower. */

#pragma once

#include <glib.h>

/* How many profiles this process has refused. That it grows with a document that has an
 * output intent shows that the definition is in force. */
guint colour_n_refused (void);

/* For how many pages no output intent was looked up. */
guint colour_n_spared (void);
