/* people_rule.h: the expressions by which names, and the places that people hold, are
 * known: a table to read, and to add to. people.c says what becomes of their matches. */

#pragma once

#include "normalise/pattern.h"

typedef enum
{
  PEOPLE_TITLE,
  PEOPLE_TITLE_AHEAD,
  PEOPLE_CHAIR_ROLE,
  PEOPLE_LETTERS,
  PEOPLE_OFFICER,
  PEOPLE_NOBODY,
  PEOPLE_ORGANISATION,
  PEOPLE_ROLE,
  PEOPLE_DASHED,
  PEOPLE_SERVICE,
  PEOPLE_STANDS,
  PEOPLE_BEHIND,
  PEOPLE_HOLDER,
  PEOPLE_INITIALS,
  PEOPLE_OFFICE,
  PEOPLE_MAYOR,
  PEOPLE_LOWER,
  PEOPLE_N_RULES
} PeopleRule;

extern const PatternRule people_rules[PEOPLE_N_RULES];
