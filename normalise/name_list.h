/* name_list.h: the rows below a label such as "Present:" are gathered until the list
 * ends, and read together: a name may run over two rows, and only all of them tell
 * whether commas or line ends part the names. */

#pragma once

#include "normalise/pattern.h"
#include "normalise/people.h"

typedef struct
{
  GString *text;   /* of the names that were not read yet */
  GArray *people;  /* (nullable) Person: where they go; NULL: no list is open */
  gboolean chair;  /* it holds who is in the chair */
  gboolean turned; /* a list before began its names with the surname */
  guint rows;
  guint separators;
  Patterns *patterns; /* of attendance_rules; not owned, nor the reader */
  PeopleReader *reader;
  gboolean stars;  /* a star marks those who were there */
  gboolean absent; /* an A before it marks who was not */
} NameList;

void name_list_add (NameList *list, const gchar *text);

/* Reads the names that were gathered; the list stays open. */
void name_list_read (NameList *list);
void name_list_end (NameList *list);

/* "… J Tipp and T Wyse" is the last of a list's lines, if free space follows. */
gboolean name_list_is_complete (const NameList *list);
