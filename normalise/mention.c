/* mention.c: sentences on inspections become records of them. */

#include "normalise/mention.h"

#include "normalise/grade.h"
#include "normalise/named.h"
#include "normalise/sentence.h"
#include "normalise/trigger.h"
#include "normalise/when.h"

#include <string.h>

/* Bounds of what one sentence and one item can hold. */
#define MAX_SENTENCE 1500
#define MAX_SENTENCES 3000
#define MAX_DATES 12

struct MentionReader
{
  Patterns *patterns;
  WhenReader *whens;
  GradeReader *grades;
};

MentionReader *
mention_reader_new (void)
{
  MentionReader *self = g_new0 (MentionReader, 1);

  self->patterns = patterns_new (mention_rules, MENTION_N_RULES);
  self->whens = when_reader_new ();
  self->grades = grade_reader_new ();
  return self;
}

void
mention_reader_free (MentionReader *self)
{
  if (self == NULL)
    return;
  patterns_free (self->patterns);
  when_reader_free (self->whens);
  grade_reader_free (self->grades);
  g_free (self);
}

static gboolean
in_reference (const Reading *r, gsize at)
{
  for (guint i = 0; i < r->item->references->len; i++)
    {
      const Reference *reference = &g_array_index (r->item->references, Reference, i);

      if (at >= reference->span.start && at < reference->span.end)
        return TRUE;
    }
  return FALSE;
}

static Named *
named_for (Reading *r, const Sentence *s, guint block, Trigger *trigger)
{
  Span span = { s->offset, s->offset + s->length };

  if (trigger->named < 0)
    {
      if (named_list_add (r->named, trigger->framework, span, block) == NULL)
        return NULL;
      trigger->named = (gint)r->named->len - 1;
    }
  return &g_array_index (r->named, Named, trigger->named);
}

static void
read_dates (Reading *r, const Sentence *s, guint block, Trigger *triggers, guint n)
{
  gsize from = 0;
  Date date;

  for (guint i = 0; i < MAX_DATES
                    && when_reader_find (r->reader->whens, s->text, s->length, from,
                                         r->held.year > 0 ? &r->held : NULL, &date);
       i++)
    {
      Trigger *trigger = triggers_nearest (triggers, n, date.span);
      gsize last = from; /* what an earlier date stands in says nothing of this one */
      Named *named;

      from = date.span.end;
      if (trigger != NULL && trigger->span.end <= date.span.start
          && trigger_names (s, trigger))
        last = MAX (last, trigger->span.end);
      if (trigger == NULL || !trigger->event
          || in_reference (r, s->offset + date.span.start))
        continue;
      if (mention_before (r, MENTION_PUBLISHED, s, last, date.span.start)
          || (date.day == 0
              && mention_before (r, MENTION_BRANDED, s, last, date.span.start)))
        {
          named = named_for (r, s, block, trigger);
          if (named != NULL && named->published.year == 0)
            named->published = date;
        }
      else if (!mention_before (r, MENTION_NO_DATE, s, last, date.span.start)
               && mention_before (r, MENTION_JOINED, s, last, date.span.start))
        {
          named = named_for (r, s, block, trigger);
          if (named != NULL && named->date.year == 0)
            named->date = date;
        }
    }
}

/* What the sentence before named without its date is an inspection now. */
static Named *
name_pending (Reading *r)
{
  const FrameworkRule *framework = g_steal_pointer (&r->pending.framework);

  if (framework == NULL)
    return NULL;
  return named_list_add (r->named, framework, r->pending.span, r->pending.block);
}

/* A list or table of judgements below the sentence that names the inspection. */
static gboolean
goes_on (const Reading *r, const Sentence *s, guint block)
{
  return r->told >= block && block > 0
         && mention_has (r, MENTION_JUDGED_LATER, s->text, s->length);
}

static void
read_judgements (Reading *r, const Sentence *s, guint block, Trigger *triggers, guint n)
{
  g_autoptr (GArray) judgements = judgements_new ();
  Named *named = NULL;

  grade_reader_read (r->reader->grades, s->text, s->length, judgements);
  if (judgements->len == 0)
    return;
  for (guint i = 0; i < n && named == NULL; i++)
    if (triggers[i].event && triggers[i].named >= 0)
      named = &g_array_index (r->named, Named, triggers[i].named);
  if (named == NULL && n == 0)
    {
      if (r->pending.framework != NULL && r->pending.block == block
          && r->pending.framework->judges)
        named = name_pending (r);
      else
        named = named_list_last (r->named);
      if (named == NULL || (named->block != block && !goes_on (r, s, block)))
        return;
    }
  for (guint i = 0; i < n && named == NULL; i++)
    if (triggers[i].event && triggers[i].framework->judges)
      {
        Named *last = named_list_last (r->named);

        /* "The judgement from that inspection was …" */
        named = last != NULL && last->block == block
                        && last->framework->framework == triggers[i].framework->framework
                    ? last
                    : named_for (r, s, block, &triggers[i]);
      }
  if (named == NULL || !named->framework->judges)
    return;
  r->told = block + 1;
  for (guint i = 0; i < judgements->len; i++)
    {
      const Judgement *judgement = &g_array_index (judgements, Judgement, i);
      judgements_add (named->judgements, judgement->judgement, judgement->grade);
    }
}

static void
note_pending (Reading *r, const Sentence *s, guint block, const Trigger *triggers,
              guint n)
{
  for (guint i = 0; i < n; i++)
    if (triggers[i].event && triggers[i].named < 0
        && !trigger_tells_on (r, s, block, &triggers[i]))
      {
        r->pending.framework = triggers[i].framework;
        r->pending.span = (Span){ s->offset, s->offset + s->length };
        r->pending.block = block;
      }
}

/* In its own paragraph, or the next. */
static gboolean
is_pending (const Reading *r, guint block)
{
  return r->pending.framework != NULL
         && (r->pending.block == block || r->pending.block + 1 == block);
}

/* "It took place over two weeks in July 2023." */
static void
read_dated_later (Reading *r, const Sentence *s, guint block)
{
  Named *named;
  Date date;

  if (!is_pending (r, block) || !mention_has (r, MENTION_DATED_LATER, s->text, s->length)
      || !when_reader_find (r->reader->whens, s->text, s->length, 0,
                            r->held.year > 0 ? &r->held : NULL, &date)
      || mention_before (r, MENTION_NO_DATE, s, 0, date.span.start)
      || in_reference (r, s->offset + date.span.start))
    return;
  named = name_pending (r);
  if (named == NULL)
    return;
  named->date = date;
  named->block = block; /* "The letter came out in May." goes on here. */
}

static void
read_published (Reading *r, const Sentence *s, guint block)
{
  Named *named = named_list_last (r->named);
  Date date;

  if (!mention_has (r, MENTION_PUBLISHED_LATER, s->text, s->length))
    return;
  if ((named == NULL || named->block != block) && r->pending.framework != NULL
      && r->pending.block == block)
    named = name_pending (r);
  if (named == NULL || named->block != block || named->published.year > 0)
    return;
  if (when_reader_find (r->reader->whens, s->text, s->length, 0,
                        r->held.year > 0 ? &r->held : NULL, &date)
      && mention_before (r, MENTION_PUBLISHED, s, 0, date.span.start))
    named->published = date;
}

static void
read_sentence (Reading *r, const Sentence *s, guint block)
{
  Trigger triggers[MAX_TRIGGERS];
  guint n;

  if (is_pending (r, block))
    read_dated_later (r, s, block);
  if (!mention_has (r, MENTION_WORTH, s->text, s->length) && !goes_on (r, s, block))
    return;
  n = triggers_find (r, s, triggers);
  triggers_settle (r, s, block, triggers, n);
  if (n > 0)
    read_dates (r, s, block, triggers, n);
  read_judgements (r, s, block, triggers, n);
  if (n == 0)
    read_published (r, s, block);
  note_pending (r, s, block, triggers, n);
  if (n > 0 || goes_on (r, s, block))
    r->told = block + 1;
}

/* Whether a sentence of the paragraph may tell something: if its first tells nothing, nor
 * does what would only go on with it. */
static gboolean
may_tell (const Reading *r, guint block, Span body)
{
  const gchar *text = r->item->text + body.start;
  gsize length = body.end - body.start;

  return patterns_may_match_part (r->patterns, MENTION_WORTH, text, length)
         || (r->told >= block && block > 0
             && patterns_may_match_part (r->patterns, MENTION_JUDGED_LATER, text,
                                         length));
}

static gboolean
named_in (const Reading *r, guint rule, const gchar *text)
{
  return text != NULL
         && mention_has (r, rule, text,
                         character_start (text, MIN (strlen (text), MAX_SENTENCE)));
}

static void
read_title (Reading *r)
{
  g_autofree gchar *lower = g_utf8_strdown (r->item->title, -1);

  /* "YOUTH JUSTICE INSPECTION": many councils print titles in capitals. */
  for (guint i = 0; i < N_SPECIAL && r->titled == NULL; i++)
    if (named_in (r, frameworks[i].rule, r->item->title)
        || named_in (r, frameworks[i].rule, lower))
      r->titled = &frameworks[i];
  if (r->titled == NULL && named_in (r, MENTION_LETTER, r->item->title))
    r->titled = &frameworks[FOCUSED_FRAMEWORK];
}

void
mention_reader_read (MentionReader *self, const Meeting *meeting, Item *item,
                     const GArray *blocks)
{
  g_autoptr (GArray) named = named_list_new ();
  Reading r = {
    .reader = self, .patterns = self->patterns, .item = item, .named = named
  };

  if (meeting->date == NULL || !date_parse (meeting->date, &r.held))
    r.held.year = 0;
  r.context = named_in (&r, MENTION_CONTEXT, item->title)
              || named_in (&r, MENTION_CONTEXT, meeting->body)
              || named_in (&r, MENTION_CONTEXT, item->text);
  read_title (&r);
  for (guint i = 0; i < blocks->len; i++)
    {
      const Block *block = &g_array_index (blocks, Block, i);
      gsize from = block->body.start;

      if (!may_tell (&r, i, block->body))
        continue;
      for (guint n = 0; n < MAX_SENTENCES; n++)
        {
          Span span = sentence_next (item->text, from, block->body.end);
          Sentence sentence;

          if (span.start >= span.end)
            break;
          from = span.end;
          sentence =
              (Sentence){ item->text + span.start, span.end - span.start, span.start };
          if (sentence.length > MAX_SENTENCE)
            sentence.length = character_start (sentence.text, MAX_SENTENCE);
          read_sentence (&r, &sentence, i);
        }
    }
  named_list_hand_over (named, item);
}
