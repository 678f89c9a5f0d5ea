/* framework.h: the kinds of inspection that minutes name, and the expression (of
 * mention_rule.h) that each is known by; the first that fits is meant. */

#pragma once

#include "normalise/mention_rule.h"

typedef struct
{
  guint rule; /* MentionRule */
  const gchar *framework;
  const gchar *kind;
  gboolean judges; /* its grades are those of the inspection itself */
} FrameworkRule;

#define N_FRAMEWORKS 11
#define FOCUSED_FRAMEWORK 1 /* places in `frameworks` */
#define N_SPECIAL 9         /* that can be told from a title */

extern const FrameworkRule frameworks[N_FRAMEWORKS];
