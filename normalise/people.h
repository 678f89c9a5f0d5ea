/* people.h: lists of names become people.
 *
 * "Councillors Amy Ames (Chair), B. Bell and Dr Cole; Kay Orme, Director of Homes":
 * titles go, places ("Chair", "Director of Homes") stay with their person. */

#pragma once

#include "normalise/meeting.h"

typedef struct PeopleReader PeopleReader;

PeopleReader *people_reader_new (void);
void people_reader_free (PeopleReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PeopleReader, people_reader_free)

/* Appends the people (Person) whom the text names; commas, semicolons, "and", bars and
 * line ends part them. */
void people_reader_read (PeopleReader *self, const gchar *text, GArray *people);

/* Appends who sits in a row of a table; place: (nullable): the cell beside the name. */
void people_reader_seat (PeopleReader *self, const gchar *name, const gchar *place,
                         GArray *people);

/* Appends one; role: nullable. Beyond a bound nobody is added. */
void people_add (GArray *people, const gchar *name, const gchar *role);

/* Where the name begins behind "Councillor Mrs", "Chairman Cllr"; ret_chair is set where
 * one of those says that it is the chair's. */
const gchar *people_reader_skip_titles (PeopleReader *self, const gchar *name,
                                        gboolean *ret_chair);

/* Whether a line only says who are named below it: "School members:", "Nominated subs:".
 */
gboolean people_is_group (const gchar *text);

/* "None", "There were no apologies" */
gboolean people_reader_is_nobody (PeopleReader *self, const gchar *text);

/* Of a person's place: "Chairman", "in the Chair"; "Clerk", "Minutes" */
gboolean people_reader_is_chair (PeopleReader *self, const gchar *place);
gboolean people_reader_is_officer (PeopleReader *self, const gchar *place);

/* Whether the text goes on with a service's name: "Services", "& Skills". */
gboolean people_reader_is_service (PeopleReader *self, const gchar *text);

/* Whether the text is a person's place and no name: "Director of Homes". */
gboolean people_reader_is_place (PeopleReader *self, const gchar *text);
