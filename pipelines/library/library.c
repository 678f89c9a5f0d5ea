/* library.c: the stages behind heed.h: what they make of a document, as its plain
 * structs. */

#include "pipelines/library/heed.h"

#include "pipelines/config.h"
#include "pipelines/input.h"
#include "pipelines/pipeline.h"

#include <string.h>
#include <unistd.h>

/* The numbers are promised; those of the stages may move. */
G_STATIC_ASSERT ((int)HEED_RESOLVED == (int)RESOLUTION_RESOLVED);
G_STATIC_ASSERT ((int)HEED_CARRIED == (int)RESOLUTION_LAST);
G_STATIC_ASSERT ((int)HEED_MODE_LISTED == (int)TAG_MODE_LISTED);
G_STATIC_ASSERT ((int)HEED_MODE_DECIDED == (int)TAG_MODE_LAST);

struct HeedReader
{
  PipelineOptions options;
  Pipeline *pipeline;
};

/* The document, and what its structs point to. */
typedef struct
{
  HeedDocument open; /* first: it is what callers have */
  Bundle *bundle;    /* owns the strings */
  GPtrArray *owned;  /* structs and lists */
} Holder;

static void
give_error (char **error, const gchar *message)
{
  if (error != NULL)
    *error = g_strdup (message);
}

HeedReader *
heed_reader_new (const char *taxonomy, char **error)
{
  HeedReader *self = g_new0 (HeedReader, 1);
  g_autoptr (GError) failure = NULL;

  self->options.limits = extract_limits_default;
  self->options.taxonomy = pipeline_open_taxonomy (taxonomy, &failure);
  if (self->options.taxonomy == NULL)
    {
      give_error (error, failure->message);
      g_free (self);
      return NULL;
    }
  self->pipeline = pipeline_new (&self->options);
  return self;
}

void
heed_reader_free (HeedReader *self)
{
  if (self == NULL)
    return;
  pipeline_free (self->pipeline);
  taxonomy_unref (self->options.taxonomy);
  g_free (self);
}

/* ------------------------------------------------------------------------- records */

static gpointer
own (Holder *holder, gpointer memory)
{
  g_ptr_array_add (holder->owned, memory);
  return memory;
}

/* n structs of a size, and a list of them with a NULL after the last. */
static gpointer *
new_list (Holder *holder, gsize n, gsize size, gpointer ret_first)
{
  gpointer *list = own (holder, g_new0 (gpointer, n + 1));
  gchar *first = own (holder, g_malloc0_n (n + 1, size));

  for (gsize i = 0; i < n; i++)
    list[i] = first + i * size;
  *(gpointer *)ret_first = first;
  return list;
}

static HeedSpan
span_of (Span span)
{
  return (HeedSpan){ span.start, span.end };
}

static const HeedResolution *const *
resolutions_of (Holder *holder, const Item *item)
{
  HeedResolution *to;
  gpointer *list = new_list (holder, item->resolutions->len, sizeof *to, &to);

  for (guint i = 0; i < item->resolutions->len; i++)
    {
      const Resolution *from = &g_array_index (item->resolutions, Resolution, i);

      to[i] = (HeedResolution){ from->number, (HeedResolutionKind)from->kind, from->verb,
                                span_of (from->span) };
    }
  return (const HeedResolution *const *)list;
}

static const HeedAction *const *
actions_of (Holder *holder, const Item *item)
{
  HeedAction *to;
  gpointer *list = new_list (holder, item->actions->len, sizeof *to, &to);

  for (guint i = 0; i < item->actions->len; i++)
    {
      const Action *from = &g_array_index (item->actions, Action, i);

      to[i] = (HeedAction){ from->owner, from->due, span_of (from->span) };
    }
  return (const HeedAction *const *)list;
}

static const HeedEvidence *const *
evidence_of (Holder *holder, const Tag *tag)
{
  HeedEvidence *to;
  gpointer *list = new_list (holder, tag->evidence->len, sizeof *to, &to);

  for (guint i = 0; i < tag->evidence->len; i++)
    {
      const Evidence *from = &g_array_index (tag->evidence, Evidence, i);

      to[i].span = span_of (from->span);
      if (from->boxes->len > 0)
        {
          const PageBox *place = &g_array_index (from->boxes, PageBox, 0);
          const gdouble box[4] = { place->box.x0, place->box.y0, place->box.x1,
                                   place->box.y1 };

          to[i].page = place->page;
          memcpy (to[i].bbox, box, sizeof box);
        }
    }
  return (const HeedEvidence *const *)list;
}

static const HeedTag *const *
tags_of (Holder *holder, const ItemTags *tags)
{
  HeedTag *to;
  gpointer *list = new_list (holder, tags->tags->len, sizeof *to, &to);

  for (guint i = 0; i < tags->tags->len; i++)
    {
      const Tag *from = tags->tags->pdata[i];

      to[i] =
          (HeedTag){ from->concept, from->label,          from->theme,
                     from->score,   (HeedMode)from->mode, evidence_of (holder, from) };
    }
  return (const HeedTag *const *)list;
}

static void
put_item (Holder *holder, const Meeting *meeting, guint n, const MeetingTags *tags,
          HeedItem *to)
{
  const Item *item = meeting->items->pdata[n];

  *to = (HeedItem){ .council = meeting->council,
                    .body = meeting->body,
                    .date = meeting->date,
                    .number = item->number,
                    .title = item->title,
                    .text = item->text,
                    .page_start = item->page_start,
                    .page_end = item->page_end,
                    .resolutions = resolutions_of (holder, item),
                    .actions = actions_of (holder, item),
                    .tags = tags_of (holder, tags->items->pdata[n]) };
}

static void
put_items (Holder *holder)
{
  const Bundle *bundle = holder->bundle;
  HeedItem *to;
  gpointer *list;
  guint n = 0;

  for (guint i = 0; i < bundle->meetings->len; i++)
    n += ((Meeting *)bundle->meetings->pdata[i])->items->len;
  list = new_list (holder, n, sizeof *to, &to);
  holder->open.items = (const HeedItem *const *)list;
  for (guint i = 0; i < bundle->meetings->len; i++)
    {
      const Meeting *meeting = bundle->meetings->pdata[i];

      for (guint j = 0; j < meeting->items->len; j++)
        put_item (holder, meeting, j, bundle->tags->pdata[i], to++);
    }
}

static HeedDocument *
hold (Bundle *bundle)
{
  Holder *holder = g_new0 (Holder, 1);
  const GPtrArray *warnings = bundle->document->warnings;
  gpointer *list;

  holder->bundle = bundle;
  holder->owned = g_ptr_array_new_with_free_func (g_free);
  list = own (holder, g_new0 (gpointer, warnings->len + 1));
  if (warnings->len > 0)
    memcpy (list, warnings->pdata, warnings->len * sizeof *list);
  holder->open.warnings = (const char *const *)list;
  holder->open.title = bundle->document->title;
  holder->open.pages = bundle->document->n_pages;
  put_items (holder);
  return &holder->open;
}

HeedDocument *
heed_reader_open (HeedReader *self, const char *path, char **error)
{
  g_autofree gchar *source = g_utf8_make_valid (path, -1);
  Input input = { (gchar *)path, source, NULL };
  g_autoptr (Bundle) bundle = NULL;
  g_autoptr (GError) failure = NULL;
  gint fd = input_open (&input, &failure);

  if (fd < 0)
    {
      give_error (error, failure->message);
      return NULL;
    }
  bundle = pipeline_extract (self->pipeline, fd, source);
  close (fd);
  pipeline_normalise (self->pipeline, bundle);
  pipeline_classify (self->pipeline, bundle);
  if (bundle->failure != NULL)
    {
      give_error (error, bundle->failure->detail);
      return NULL;
    }
  return hold (g_steal_pointer (&bundle));
}

void
heed_document_free (HeedDocument *document)
{
  Holder *holder = (Holder *)document;

  if (holder == NULL)
    return;
  g_ptr_array_unref (holder->owned);
  bundle_free (holder->bundle);
  g_free (holder);
}

void
heed_free (char *error)
{
  g_free (error);
}

const char *
heed_version (void)
{
  return HEED_VERSION;
}
