/* report_reader.c: an Ofsted report's pages become an inspection and what it recommends.
 */

#include "normalise/report_reader.h"

#include "normalise/improvement_list.h"
#include "normalise/judgement_table.h"
#include "normalise/report_cover.h"

G_DEFINE_QUARK (report_error, report_error)

struct ReportReader
{
  CoverReader *covers;
  JudgementTable *judgements;
  ImprovementList *lists;
};

ReportReader *
report_reader_new (void)
{
  ReportReader *self = g_new0 (ReportReader, 1);

  self->covers = cover_reader_new ();
  self->judgements = judgement_table_new ();
  self->lists = improvement_list_new ();
  return self;
}

void
report_reader_free (ReportReader *self)
{
  if (self == NULL)
    return;
  cover_reader_free (self->covers);
  judgement_table_free (self->judgements);
  improvement_list_free (self->lists);
  g_free (self);
}

/* What the user says wins over what is printed. */
static gchar *
fact (const gchar *said, const gchar *printed)
{
  return g_strdup (said != NULL ? said : printed);
}

/* "80426/2018-11-19", "barnsley/2018-10-19", "barnsley/1f2e…" where no date is known. */
static gchar *
make_id (const Inspection *inspection, const Document *document)
{
  g_autofree gchar *council =
      inspection->council != NULL ? council_slug (inspection->council) : NULL;
  const gchar *who = inspection->urn != NULL ? inspection->urn
                     : council != NULL       ? council
                                             : "council";
  const gchar *when = inspection->published != NULL ? inspection->published
                      : inspection->end != NULL     ? inspection->end
                                                    : NULL;
  const gchar *digest =
      g_str_has_prefix (document->id, "sha256:") ? document->id + 7 : document->id;

  if (when != NULL)
    return g_strdup_printf ("%s/%s", who, when);
  return g_strdup_printf ("%s/%.12s", who, digest);
}

static void
warn_of_gaps (const Inspection *inspection, guint lists, Document *document)
{
  if (inspection->council == NULL)
    document_warn (document, "no council named on the cover, leaving it empty");
  if (inspection->end == NULL)
    document_warn (document, "no dates of inspection on the cover, leaving them empty");
  if (inspection->recommendations->len > 0)
    return;
  if (lists == 0)
    document_warn (document, "no section says what needs to improve, no recommendation "
                             "is read");
  else
    document_warn (document, "the section on what needs to improve names nothing");
}

Inspection *
report_reader_read (ReportReader *self, Document *document, const ReportFacts *facts,
                    GError **error)
{
  static const ReportFacts none = { 0 };
  g_autoptr (ReportFlow) flow = report_flow_new (document, REPORT_MAX_PAGES);
  g_autoptr (ReportCover) cover = cover_reader_read (self->covers, flow);
  Inspection *inspection;
  guint lists;

  if (cover->framework == NULL)
    {
      g_set_error (error, REPORT_ERROR, REPORT_ERROR_UNSUPPORTED,
                   "no Ofsted report on a council's children's services%s%s",
                   cover->refused != NULL ? ", but " : "",
                   cover->refused != NULL ? cover->refused : "");
      return NULL;
    }
  if (facts == NULL)
    facts = &none;
  inspection = inspection_new ();
  inspection->council = fact (facts->council, cover->council);
  inspection->urn = fact (facts->urn, cover->urn);
  inspection->framework = g_strdup (cover->framework);
  inspection->kind = g_strdup (cover->kind);
  inspection->start = g_strdup (cover->start);
  inspection->end = g_strdup (cover->end);
  inspection->published = fact (facts->published, cover->published);
  inspection->id = make_id (inspection, document);
  judgement_table_read (self->judgements, flow, inspection->judgements);
  lists = improvement_list_read (self->lists, flow, inspection->recommendations);
  for (guint i = 0; i < inspection->recommendations->len; i++)
    {
      Recommendation *entry = g_ptr_array_index (inspection->recommendations, i);

      entry->id = g_strdup_printf ("%s/%u", inspection->id, entry->number);
    }
  warn_of_gaps (inspection, lists, document);
  return inspection;
}
