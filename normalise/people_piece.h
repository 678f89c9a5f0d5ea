/* people_piece.h: what stands between two separators of a list of people: "Mrs E Rowntree
 * (Chair)", "Kay Orme – Director of Homes", "Director of Homes" behind a name.
 *
 * Internal to people.c, which parts the list. */

#pragma once

#include "normalise/pattern.h"
#include "normalise/people.h"
#include "normalise/people_rule.h"

struct PeopleReader
{
  Patterns *patterns;
};

gboolean people_piece_is (PeopleReader *self, PeopleRule rule, const gchar *text);

/* Appends who it names, or gives the last person the place that it is. */
void people_piece_add (PeopleReader *self, GArray *people, const gchar *piece);

/* "Kay Orme – Director of Homes" */
gboolean people_piece_has_dash (const gchar *text);

/* What stands behind its dash; all of it, if it has none. (transfer none) */
const gchar *people_piece_behind_dash (const gchar *text);
