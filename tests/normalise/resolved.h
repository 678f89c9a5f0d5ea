/* resolved.h: texts of an item, and what must be read from them as resolved. */

#pragma once

#include "tests/normalise/reading.h"

#define MAX_RESOLUTIONS 6

typedef struct
{
  const gchar *number;
  const gchar *exact;
  ResolutionKind kind;
  const gchar *verb;
} Want;

typedef struct
{
  const gchar *name;
  const gchar *text;
  Want want[MAX_RESOLUTIONS]; /* ended by an exact of NULL */
  MeetingKind kind;
} Case;

#define RESOLVED RESOLUTION_RESOLVED
#define RECOMMENDED RESOLUTION_RECOMMENDED
#define AGREED RESOLUTION_AGREED
#define NOTED RESOLUTION_NOTED
#define DECIDED RESOLUTION_DECIDED
#define CARRIED RESOLUTION_CARRIED

static inline void
resolved_check (const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      const Case *c = &cases[i];
      g_autoptr (Item) item = reading_of (c->kind, "Parks", c->text);
      guint n = 0;

      g_test_message ("%s", c->name);
      for (; n < MAX_RESOLUTIONS && c->want[n].exact != NULL; n++)
        {
          const Resolution *resolution;
          g_autofree gchar *exact = NULL;

          g_assert_cmpuint (item->resolutions->len, >, n);
          resolution = &g_array_index (item->resolutions, Resolution, n);
          exact = reading_exact (item, resolution->span);
          g_assert_cmpstr (exact, ==, c->want[n].exact);
          g_assert_cmpstr (resolution->number, ==, c->want[n].number);
          g_assert_cmpint (resolution->kind, ==, c->want[n].kind);
          if (c->want[n].verb != NULL)
            g_assert_cmpstr (resolution->verb, ==, c->want[n].verb);
        }
      g_assert_cmpuint (item->resolutions->len, ==, n);
    }
}
