#include "normalise/report_reader.h"

#include <string.h>

/* A line of an invented report: "P" begins a page, "B" is bold and larger (14 points),
 * "b" bold, "s" small (10), " " plain (12); then how far in it stands, and its words. A
 * line without words leaves room. */
typedef struct
{
  gchar style;
  gdouble x;
  const gchar *text;
} Printed;

static Document *
print (const Printed *lines, guint n)
{
  Document *document =
      document_new ("sha256:0123456789abcdef", "r.pdf", "application/pdf");
  Page *page = NULL;
  gdouble y = 0;

  for (guint i = 0; i < n; i++)
    {
      Line *line;

      if (lines[i].style == 'P' || page == NULL)
        {
          page = page_new (document->pages->len + 1, 595, 842);
          g_ptr_array_add (document->pages, page);
          y = 110;
        }
      if (lines[i].style == 'P')
        continue;
      if (lines[i].text == NULL)
        {
          y += 7;
          continue;
        }
      if (lines[i].style == 's' && y < 760)
        y = 760;
      line = page_add_line (page, g_strdup (lines[i].text));
      line->size = lines[i].style == 'B' ? 14 : lines[i].style == 's' ? 10 : 12;
      line->bold = lines[i].style == 'B' || lines[i].style == 'b';
      line->box = (Box){ lines[i].x, y, 520, y + 14 };
      y += 14;
    }
  return document;
}

#define PRINT(lines) print (lines, G_N_ELEMENTS (lines))

static Inspection *
read_report (Document *document, const ReportFacts *facts)
{
  g_autoptr (ReportReader) reader = report_reader_new ();
  g_autoptr (GError) error = NULL;
  Inspection *inspection = report_reader_read (reader, document, facts, &error);

  g_assert_no_error (error);
  return inspection;
}

static const Recommendation *
entry (const Inspection *inspection, guint i)
{
  g_assert_cmpuint (i, <, inspection->recommendations->len);
  return g_ptr_array_index (inspection->recommendations, i);
}

static const gchar *
grade (const Inspection *inspection, const gchar *judgement)
{
  for (guint i = 0; i < inspection->judgements->len; i++)
    {
      const Judgement *one = &g_array_index (inspection->judgements, Judgement, i);

      if (g_str_equal (one->judgement, judgement))
        return one->grade;
    }
  return NULL;
}

static const Printed ilacs[] = {
  { 'P', 0, NULL },
  { 'B', 70, "Inspection of the Mercia Vale local" },
  { 'B', 70, "authority children’s services" },
  { ' ', 70, "Inspection dates: 27 January to 7 February 2025" },
  { ' ', 70, "Lead inspector: Ann Example, His Majesty’s Inspector" },
  { ' ', 70, "Judgement Grade" },
  { ' ', 70, "The impact of leaders on social work improvement to be good" },
  { ' ', 70, "practice with children and families Requires" },
  { ' ', 70, "The experiences and progress of Good" },
  { ' ', 70, "children who need help and protection" },
  { ' ', 70, "The experiences and progress of" },
  { ' ', 70, "children in careOutstanding" },
  { ' ', 70, "The experiences and progress of care Inadequate" },
  { ' ', 70, "leavers" },
  { ' ', 70, "Overall effectivenessRequires improvement to be good" },
  { ' ', 70, "Good plans were seen, and what needs to improve is known." },
  { 'B', 70, "What needs to improve?1" },
  { ' ', 70,
    "\xef\x81\xae How early the first visit to a family takes place, and the pre-" },
  { ' ', 88, "birth work with mothers. (outcome 1, national framework)" },
  { ' ', 0, NULL },
  { ' ', 70, "\xef\x81\xae The records of:" },
  { ' ', 100, "– strategy meetings" },
  { ' ', 100, "– visits; and" },
  { ' ', 100, "– the views of the" },
  { 's', 70, "1 The areas are cross-referenced with the outcomes of the national" },
  { 's', 70, "framework." },
  { 'P', 0, NULL },
  { ' ', 88, "children.2" },
  { ' ', 0, NULL },
  { ' ', 70,
    "\xef\x81\xae Homes for young people over 18 [National Framework, enabler 2]." },
  { 'B', 70, "The experiences and progress of children who need help and" },
  { 'B', 70, "protection: good" },
  { ' ', 70, "1. Families benefit from:" },
  { ' ', 88, "\xef\x81\xae visits." },
  { 's', 70, "2 Those of school age." },
};

static void
test_ilacs (void)
{
  g_autoptr (Document) document = PRINT (ilacs);
  g_autoptr (Inspection) inspection = read_report (document, NULL);

  g_assert_cmpstr (inspection->id, ==, "mercia-vale/2025-02-07");
  g_assert_cmpstr (inspection->council, ==, "Mercia Vale");
  g_assert_cmpstr (inspection->urn, ==, NULL);
  g_assert_cmpstr (inspection->published, ==, NULL);
  g_assert_cmpstr (inspection->framework, ==, "ILACS");
  g_assert_cmpstr (inspection->kind, ==, "inspection");
  g_assert_cmpstr (inspection->start, ==, "2025-01-27");
  g_assert_cmpstr (inspection->end, ==, "2025-02-07");
  g_assert_cmpuint (inspection->judgements->len, ==, 5);
  g_assert_cmpstr (grade (inspection, "leaders"), ==, "requires-improvement");
  g_assert_cmpstr (grade (inspection, "help-and-protection"), ==, "good");
  g_assert_cmpstr (grade (inspection, "in-care"), ==, "outstanding");
  g_assert_cmpstr (grade (inspection, "care-leavers"), ==, "inadequate");
  g_assert_cmpstr (grade (inspection, "overall"), ==, "requires-improvement");
  g_assert_cmpuint (inspection->recommendations->len, ==, 3);
  g_assert_cmpstr (entry (inspection, 0)->text, ==,
                   "How early the first visit to a family takes place, and the pre-birth "
                   "work with mothers.");
  g_assert_cmpstr (entry (inspection, 0)->reference, ==, "outcome 1, national framework");
  g_assert_cmpstr (entry (inspection, 0)->id, ==, "mercia-vale/2025-02-07/1");
  g_assert_cmpuint (entry (inspection, 0)->page, ==, 1);
  g_assert_cmpfloat (entry (inspection, 0)->box.y1 - entry (inspection, 0)->box.y0, ==,
                     28);
  g_assert_cmpstr (entry (inspection, 1)->text, ==,
                   "The records of: strategy meetings; visits; and the views of the "
                   "children.");
  g_assert_cmpstr (entry (inspection, 1)->footnote, ==, "Those of school age.");
  g_assert_cmpuint (entry (inspection, 1)->page, ==, 1);
  g_assert_cmpstr (entry (inspection, 2)->text, ==, "Homes for young people over 18.");
  g_assert_cmpstr (entry (inspection, 2)->reference, ==, "National Framework, enabler 2");
  g_assert_cmpuint (document->warnings->len, ==, 0);
}

/* From 2026 on there is no overall grade, and the text goes on with the one before. */
static const Printed no_overall[] = {
  { 'P', 0, NULL },
  { 'B', 70, "Inspection of the Mercia Vale local" },
  { 'B', 70, "authority children’s services" },
  { ' ', 70, "Inspection dates: 1 to 12 June 2026" },
  { ' ', 70, "Judgement Grade" },
  { ' ', 70, "The impact of leaders on social work" },
  { ' ', 70, "practice with children and families" },
  { ' ', 70, "Good" },
  { ' ', 70, "The experiences and progress of" },
  { ' ', 70, "children who need help and protection" },
  { ' ', 70, "Good" },
  { ' ', 70, "The experiences and progress of children in care" },
  { ' ', 70, "Good" },
  { ' ', 70, "The experiences and progress of care leavers" },
  { ' ', 70, "Requires improvement to be good" },
  { ' ', 70,
    "A council that was ashamed of its services when inspectors came in 2023 and" },
  { ' ', 70,
    "found, three years ago, that overall effectiveness was inadequate has come far" },
  { ' ', 70, "since then, and children tell inspectors so." },
  { 'B', 70, "What needs to improve?" },
  { ' ', 70, "\xef\x81\xae Visits to care leavers who live far away." },
};

static void
test_no_overall (void)
{
  g_autoptr (Document) document = PRINT (no_overall);
  g_autoptr (Inspection) inspection = read_report (document, NULL);

  g_assert_cmpuint (inspection->judgements->len, ==, 4);
  g_assert_cmpstr (grade (inspection, "leaders"), ==, "good");
  g_assert_cmpstr (grade (inspection, "care-leavers"), ==, "requires-improvement");
  g_assert_cmpstr (grade (inspection, "overall"), ==, NULL);
  g_assert_cmpuint (inspection->recommendations->len, ==, 1);
}

static void
test_facts (void)
{
  g_autoptr (Document) document = PRINT (ilacs);
  ReportFacts facts = { .council = "Vale of Mercia",
                        .urn = "80999",
                        .published = "2025-04-01" };
  g_autoptr (Inspection) inspection = read_report (document, &facts);

  g_assert_cmpstr (inspection->id, ==, "80999/2025-04-01");
  g_assert_cmpstr (inspection->council, ==, "Vale of Mercia");
  g_assert_cmpstr (entry (inspection, 2)->id, ==, "80999/2025-04-01/3");
}

static const Printed sif[] = {
  { 'P', 0, NULL },
  { 'B', 70, "Borough of Eastmarch" },
  { 'B', 70, "Inspection of services for children in need of help and" },
  { 'B', 70, "protection, children looked after and care leavers" },
  { 'B', 70, "and" },
  { 'B', 70, "Review of the effectiveness of the Local Safeguarding Children" },
  { 'B', 70, "Board" },
  { ' ', 70, "Inspection date: 3 – 26 June 2014" },
  { ' ', 70, "Report published: 8 August 2014" },
  { 'B', 70, "The overall judgement is requires improvement" },
  { ' ', 70, "It is expected that all children receive good help." },
  { 'b', 70, "1. Children who need help and protectionRequires" },
  { 'b', 400, "improvement" },
  { 'b', 70, "2. Children looked after and achieving permanence Good" },
  { ' ', 126, "2.1 Adoption performance Outstanding" },
  { ' ', 126, "2.2 Experiences and progress of care leavers Inadequate" },
  { 'b', 400, "Requires" },
  { 'b', 70, "3. Leadership, management and governance" },
  { 'b', 400, "improvement" },
  { 'P', 0, NULL },
  { 'B', 70, "Contents" },
  { 'b', 70, "The local authority 3" },
  { ' ', 99, "What does the local authority need to improve?3" },
  { ' ', 99, "The local authority’s strengths4" },
  { 'P', 0, NULL },
  { 'B', 70, "What does the local authority need to improve?" },
  { 'b', 70, "Priority and immediate action" },
  { ' ', 70,
    "8. The inspection did not find any areas for priority and immediate action." },
  { 'b', 70, "Areas for improvement" },
  { 'b', 70, "Quality of practice" },
  { ' ', 70, "9. Make sure that plans are written with families. They should be read" },
  { ' ', 99, "by those whom they concern within" },
  { ' ', 99, "16 weeks." },
  { ' ', 0, NULL },
  { ' ', 70, "10. Reduce the time that children wait." },
  { 'B', 70, "The local authority’s strengths" },
  { ' ', 70, "11. Early help is well known." },
  { 'P', 0, NULL },
  { 'B', 70, "The Local Safeguarding Children Board (LSCB)" },
  { 'B', 70, "The Local Safeguarding Children Board is good" },
  { 'B', 70, "Recommendations" },
  { ' ', 70, "12. Publish the yearly report in time." },
  { 'B', 70, "Inspection findings – the Local Safeguarding Children Board" },
  { ' ', 70, "13. The chair is independent." },
};

static void
test_sif (void)
{
  g_autoptr (Document) document = PRINT (sif);
  g_autoptr (Inspection) inspection = read_report (document, NULL);

  g_assert_cmpstr (inspection->framework, ==, "SIF");
  g_assert_cmpstr (inspection->council, ==, "Borough of Eastmarch");
  g_assert_cmpstr (inspection->start, ==, "2014-06-03");
  g_assert_cmpstr (inspection->end, ==, "2014-06-26");
  g_assert_cmpstr (inspection->published, ==, "2014-08-08");
  g_assert_cmpstr (inspection->id, ==, "eastmarch/2014-08-08");
  g_assert_cmpstr (grade (inspection, "overall"), ==, "requires-improvement");
  g_assert_cmpstr (grade (inspection, "help-and-protection"), ==, "requires-improvement");
  g_assert_cmpstr (grade (inspection, "in-care"), ==, "good");
  g_assert_cmpstr (grade (inspection, "adoption"), ==, "outstanding");
  g_assert_cmpstr (grade (inspection, "care-leavers"), ==, "inadequate");
  g_assert_cmpstr (grade (inspection, "leaders"), ==, "requires-improvement");
  g_assert_cmpstr (grade (inspection, "safeguarding-board"), ==, "good");
  g_assert_cmpuint (inspection->recommendations->len, ==, 3);
  g_assert_cmpstr (
      entry (inspection, 0)->text, ==,
      "Make sure that plans are written with families. They should be read by "
      "those whom they concern within 16 weeks.");
  g_assert_cmpstr (entry (inspection, 0)->heading, ==,
                   "Areas for improvement: Quality of practice");
  g_assert_cmpstr (entry (inspection, 0)->section, ==, NULL);
  g_assert_cmpstr (entry (inspection, 1)->text, ==,
                   "Reduce the time that children wait.");
  g_assert_cmpstr (entry (inspection, 2)->text, ==, "Publish the yearly report in time.");
  g_assert_cmpstr (entry (inspection, 2)->section, ==,
                   "Local Safeguarding Children Board");
}

static const Printed before_sif[] = {
  { 'P', 0, NULL },
  { 'B', 70, "Inspection of safeguarding and looked after children services" },
  { 'B', 70, "Northmoor Council" },
  { ' ', 70, "Inspection dates: 15 – 19 July 2013" },
  { 'B', 70, "Areas for improvement" },
  { ' ', 70,
    "22. To improve the services, the council should take the following action." },
  { 'b', 100, "Immediately:" },
  { ' ', 100, "• write down what managers decide" },
  { ' ', 0, NULL },
  { 'b', 100, "Within three months:" },
  { ' ', 120, "• look into why assessments are late." },
  { 'B', 70, "Outcomes for looked after children" },
};

static void
test_time_frames (void)
{
  g_autoptr (Document) document = PRINT (before_sif);
  g_autoptr (Inspection) inspection = read_report (document, NULL);

  g_assert_cmpstr (inspection->framework, ==, "pre-SIF");
  g_assert_cmpstr (inspection->council, ==, "Northmoor Council");
  g_assert_cmpuint (inspection->recommendations->len, ==, 2);
  g_assert_cmpstr (entry (inspection, 0)->text, ==, "write down what managers decide");
  g_assert_cmpstr (entry (inspection, 1)->heading, ==,
                   "Areas for improvement: Within three months");
}

static const Printed focused[] = {
  { 'P', 0, NULL },
  { ' ', 70, "Ofsted" },
  { ' ', 70, "Piccadilly Gate" },
  { ' ', 70, "26 March 2024" },
  { ' ', 70, "Ms A Person, Director of Children’s Services" },
  { ' ', 70, "Dear Ms Person" },
  { 'B', 70, "Focused visit to Westering children’s services" },
  { ' ', 70, "This letter summarises the findings of the focused visit to Westering" },
  { ' ', 70, "children’s services on 6 and 7 February 2024. The inspectors were two." },
  { 'b', 70, "What needs to improve in this area of social work" },
  { 'b', 70, "practice?" },
  { ' ', 70, "◼ The timeliness of return home" },
  { ' ', 88, "interviews." },
  { 'b', 70, "Main findings" },
  { ' ', 70, "◼ Children are seen alone." },
};

static void
test_focused_visit (void)
{
  g_autoptr (Document) document = PRINT (focused);
  g_autoptr (Inspection) inspection = read_report (document, NULL);

  g_assert_cmpstr (inspection->framework, ==, "ILACS");
  g_assert_cmpstr (inspection->kind, ==, "focused-visit");
  g_assert_cmpstr (inspection->council, ==, "Westering");
  g_assert_cmpstr (inspection->start, ==, "2024-02-06");
  g_assert_cmpstr (inspection->end, ==, "2024-02-07");
  g_assert_cmpstr (inspection->published, ==, "2024-03-26");
  g_assert_cmpuint (inspection->recommendations->len, ==, 1);
  g_assert_cmpstr (entry (inspection, 0)->text, ==,
                   "The timeliness of return home interviews.");
}

static const Printed monitoring[] = {
  { 'P', 0, NULL },
  { ' ', 70, "4 August 2017" },
  { ' ', 70, "Dear Mr Other" },
  { 'b', 70, "Monitoring visit of Southfold Borough Council children’s services" },
  { ' ', 70, "This letter summarises the findings of the monitoring visit to Southfold" },
  { ' ', 70, "children’s services on 11 and 12 July 2017." },
  { ' ', 70, "Areas for improvement were seen in some records, and some progress." },
};

static void
test_nothing_said (void)
{
  g_autoptr (Document) document = PRINT (monitoring);
  g_autoptr (Inspection) inspection = read_report (document, NULL);

  g_assert_cmpstr (inspection->kind, ==, "monitoring-visit");
  g_assert_cmpstr (inspection->framework, ==, "SIF");
  g_assert_cmpstr (inspection->council, ==, "Southfold Borough Council");
  g_assert_cmpstr (inspection->id, ==, "southfold/2017-08-04");
  g_assert_cmpuint (inspection->recommendations->len, ==, 0);
  g_assert_cmpuint (document->warnings->len, ==, 1);
}

/* As a scan is read: no type sizes, bullets read as letters, no more than boxes. */
static void
test_recognised (void)
{
  g_autoptr (Document) document = PRINT (ilacs);
  g_autoptr (Inspection) inspection = NULL;

  for (guint i = 0; i < document->pages->len; i++)
    {
      Page *page = g_ptr_array_index (document->pages, i);

      page->status = PAGE_STATUS_OCR;
      for (guint j = 0; j < page->lines->len; j++)
        {
          Line *line = &g_array_index (page->lines, Line, j);

          line->size = 0;
          line->bold = FALSE;
          if (g_str_has_prefix (line->text, "\xef\x81\xae"))
            {
              gchar *read = g_strconcat ("@", line->text + 3, NULL);

              g_free (line->text);
              line->text = read;
            }
        }
    }
  inspection = read_report (document, NULL);
  g_assert_cmpuint (inspection->recommendations->len, ==, 3);
  g_assert_cmpstr (entry (inspection, 2)->text, ==, "Homes for young people over 18.");
}

/* A scan whose bullets stand apart from their text, or were not seen at all. */
static void
test_lost_bullets (void)
{
  static const Printed lines[] = {
    { 'P', 0, NULL },
    { ' ', 400, "improving lives" },
    { ' ', 70, "Inspection of Mercia Vale" },
    { ' ', 200, ". . J ." },
    { ' ', 70, "local authority children’s services" },
    { ' ', 70, "Inspection dates: 12 to 16 May 2025" },
    { ' ', 70, "What needs to improve??" },
    { ' ', 88, "The plans of children, which are" },
    { ' ', 88, "late." },
    { ' ', 0, NULL },
    { ' ', 88, "Homes for young people." },
    { ' ', 0, NULL },
    { ' ', 88, "Visits." },
    { ' ', 70, "The experiences and progress of children in care: good" },
    { 'P', 0, NULL },
    { ' ', 70, "1. Children are seen." },
  };
  g_autoptr (Document) document = PRINT (lines);
  g_autoptr (Inspection) inspection = NULL;
  Page *page = g_ptr_array_index (document->pages, 0);
  Line mark = { .text = g_strdup ("m™"), .size = 12 };

  /* The bullet of the first entry is a line of its own, beside it. */
  mark.box = g_array_index (page->lines, Line, 6).box;
  mark.box.x0 = 70;
  mark.box.x1 = 77;
  g_array_insert_val (page->lines, 6, mark);
  for (guint i = 0; i < page->lines->len; i++)
    g_array_index (page->lines, Line, i).bold = FALSE;
  page->status = PAGE_STATUS_OCR;
  inspection = read_report (document, NULL);
  g_assert_cmpstr (inspection->council, ==, "Mercia Vale");
  g_assert_cmpuint (inspection->recommendations->len, ==, 3);
  g_assert_cmpstr (entry (inspection, 0)->text, ==,
                   "The plans of children, which are late.");
  g_assert_cmpstr (entry (inspection, 1)->text, ==, "Homes for young people.");
  g_assert_cmpstr (entry (inspection, 2)->text, ==, "Visits.");
}

static const struct
{
  const gchar *title;
  const gchar *reason;
} others[] = {
  { "Inspection of a good school: Example Primary School", "a school" },
  { "SC012345 Registered provider: Mercia Council", "a children's home" },
  { "Inspection of Example Nursery", "a nursery" },
  { "Example Fostering Agency: inspection report", "a fostering" },
  { "Minutes of the Example Committee", "children's services" },
};

static void
test_unsupported (void)
{
  g_autoptr (ReportReader) reader = report_reader_new ();

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      const Printed lines[] = { { ' ', 70, others[i].title },
                                { ' ', 70, "What needs to improve?" },
                                { ' ', 70, "• Reading." } };
      g_autoptr (Document) document = PRINT (lines);
      g_autoptr (GError) error = NULL;

      g_assert_null (report_reader_read (reader, document, NULL, &error));
      g_assert_error (error, REPORT_ERROR, REPORT_ERROR_UNSUPPORTED);
      g_assert_nonnull (strstr (error->message, others[i].reason));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-reader/ilacs", test_ilacs);
  g_test_add_func ("/report-reader/no-overall", test_no_overall);
  g_test_add_func ("/report-reader/facts", test_facts);
  g_test_add_func ("/report-reader/sif", test_sif);
  g_test_add_func ("/report-reader/time-frames", test_time_frames);
  g_test_add_func ("/report-reader/focused-visit", test_focused_visit);
  g_test_add_func ("/report-reader/nothing-said", test_nothing_said);
  g_test_add_func ("/report-reader/recognised", test_recognised);
  g_test_add_func ("/report-reader/lost-bullets", test_lost_bullets);
  g_test_add_func ("/report-reader/unsupported", test_unsupported);
  return g_test_run ();
}
