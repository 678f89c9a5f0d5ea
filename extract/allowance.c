/* allowance.c: the process's processor time since a moment. */

#include "extract/allowance.h"

#include <time.h>

static gdouble
processor_seconds (void)
{
  struct timespec now = { 0 };

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec + now.tv_nsec / 1e9;
}

Allowance
allowance_new (gdouble seconds)
{
  return (Allowance){ processor_seconds (), seconds };
}

gboolean
allowance_is_spent (const Allowance *self)
{
  return self->seconds > 0 && processor_seconds () - self->begun > self->seconds;
}
