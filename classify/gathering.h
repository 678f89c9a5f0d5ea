/* gathering.h: the places of one symbol, gathered from its parts or members, in order. */

#pragma once

#include "classify/finder.h"

typedef struct
{
  Place places[FINDER_MAX_PLACES];
  guint n;
} Gathering;

/* Keeps places in order of their first word, then of their length; each once. */
static inline void
gather (Gathering *gathering, Place place)
{
  guint at = gathering->n;

  while (at > 0
         && (gathering->places[at - 1].first > place.first
             || (gathering->places[at - 1].first == place.first
                 && gathering->places[at - 1].last > place.last)))
    at--;
  if (at > 0 && gathering->places[at - 1].first == place.first
      && gathering->places[at - 1].last == place.last)
    return;
  if (gathering->n == FINDER_MAX_PLACES)
    return;
  for (guint i = gathering->n; i > at; i--)
    gathering->places[i] = gathering->places[i - 1];
  gathering->places[at] = place;
  gathering->n++;
}
