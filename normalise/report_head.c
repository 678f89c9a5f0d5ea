/* report_head.c: an inspection report's cover becomes the head of a meeting's record. */

#include "normalise/report_head.h"

#include "normalise/field.h"

/* In which the cover ends. */
#define COVER_PAGES 4
/* A council's name. */
#define MAX_LINES_ABOVE 1

/* In the place of a body that met. */
static const gchar *
name_of_visit (const gchar *kind)
{
  if (g_str_equal (kind, "focused-visit"))
    return "Ofsted focused visit to children’s services";
  if (g_str_equal (kind, "monitoring-visit"))
    return "Ofsted monitoring visit to children’s services";
  return "Ofsted inspection of children’s services";
}

gboolean
report_head_read (CoverReader *covers, const Document *document, const Segment *segment,
                  gboolean further_down, Meeting *meeting)
{
  g_autoptr (ReportFlow) flow = NULL;
  g_autoptr (ReportCover) cover = NULL;

  /* Bound behind minutes it has its cover further on. */
  if (segment->start > 0)
    return FALSE;
  flow = report_flow_new (document, COVER_PAGES);
  cover = cover_reader_read (covers, flow);
  if (cover->framework == NULL || (!further_down && cover->lines_above > MAX_LINES_ABOVE))
    return FALSE;
  meeting->kind = MEETING_KIND_REPORT;
  field_set (&meeting->body, g_strdup (name_of_visit (cover->kind)));
  field_set (&meeting->council, g_steal_pointer (&cover->council));
  field_set (&meeting->date,
             g_strdup (cover->published != NULL ? cover->published : cover->end));
  return TRUE;
}
