/* mention.c: sentences on inspections become records of them. */

#include "normalise/mention.h"

#include "normalise/grade.h"
#include "normalise/mention_rule.h"
#include "normalise/named.h"
#include "normalise/sentence.h"
#include "normalise/when.h"

#include <string.h>

/* Bounds of what one sentence and one item can hold. */
#define MAX_SENTENCE 1500
#define MAX_SENTENCES 3000
#define MAX_TRIGGERS 12
#define MAX_DATES 12
/* Bytes before a date that say what it is of, and between it and its inspection. */
#define DATE_CONTEXT 60
#define MAX_DISTANCE 160
/* Bytes between "HM Inspectorate of Probation" and "inspected". */
#define MAX_BESIDE 40

typedef struct
{
  const FrameworkRule *framework;
  Span span; /* in the sentence */
  gboolean event;
  gint named; /* its place in Reading.named, -1: none yet */
} Trigger;

struct MentionReader
{
  Patterns *patterns;
  WhenReader *whens;
  GradeReader *grades;
};

/* An inspection that a sentence named without its date: the next may tell it. */
typedef struct
{
  const FrameworkRule *framework; /* NULL: none */
  Span span;
  guint block;
} Pending;

typedef struct
{
  MentionReader *reader;
  Item *item;
  Pending pending;
  guint told; /* one behind the block that last named an inspection or told a grade */
  Date held;
  gboolean context;            /* a bare "inspection" is one of children's services */
  const FrameworkRule *titled; /* (nullable) what the title names */
  GArray *named;               /* Named */
} Reading;

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

/* A sentence, on its own. */
typedef struct
{
  const gchar *text;
  gsize length;
  gsize offset; /* of the item's text */
} Sentence;

static gboolean
has (const Reading *r, guint rule, const gchar *text, gsize length)
{
  return patterns_find (r->reader->patterns, rule, text, length, 0, NULL);
}

/* Does the text from `floor` to `at` match a rule that ends in $? */
static gboolean
before (const Reading *r, guint rule, const Sentence *s, gsize floor, gsize at)
{
  gsize from = MAX (floor, at - MIN (at, DATE_CONTEXT));

  while (from < at && (s->text[from] & 0xc0) == 0x80)
    from++;
  return has (r, rule, s->text + from, at - from);
}

static gboolean
is_event (const Reading *r, const Sentence *s, Span span)
{
  return !has (r, MENTION_NO_EVENT_AFTER, s->text + span.end, s->length - span.end)
         && !before (r, MENTION_NO_EVENT_BEFORE, s, 0, span.start);
}

static guint
find_triggers (const Reading *r, const Sentence *s, Trigger *triggers)
{
  gboolean other = has (r, MENTION_OTHER, s->text, s->length);
  guint n = 0;

  for (guint f = 0; f < G_N_ELEMENTS (frameworks); f++)
    {
      const FrameworkRule *framework = &frameworks[f];
      PatternMatch match;
      gsize from = 0;

      if (framework->rule == MENTION_PLAIN && (other || !r->context))
        break;
      while (n < MAX_TRIGGERS
             && patterns_find (r->reader->patterns, framework->rule, s->text, s->length,
                               from, &match))
        {
          Span span = match.group[0];
          gboolean inside = FALSE;

          from = MAX (span.end, from + 1);
          for (guint i = 0; i < n && !inside; i++)
            inside =
                span.start < triggers[i].span.end && span.end > triggers[i].span.start;
          if (inside || span.end <= span.start)
            continue;
          triggers[n++] = (Trigger){ framework, span, is_event (r, s, span), -1 };
        }
    }
  return n;
}

/* "HM Inspectorate of Probation inspected the service": what goes just before a bare
 * "inspected" says of what kind it is. */
static const FrameworkRule *
special_before (const Trigger *triggers, guint n, Span plain)
{
  for (guint i = 0; i < n; i++)
    if (triggers[i].framework < &frameworks[N_SPECIAL]
        && triggers[i].span.end <= plain.start
        && plain.start - triggers[i].span.end <= MAX_BESIDE)
      return triggers[i].framework;
  return NULL;
}

/* "Inspectors were here on 5 March", behind a sentence that named the visit */
static gboolean
is_told_on (const Reading *r, const Sentence *s, guint block, const Trigger *trigger)
{
  return r->pending.framework != NULL && r->pending.block == block
         && trigger->span.start + strlen ("Inspectors") <= s->length
         && g_ascii_strncasecmp (s->text + trigger->span.start, "inspectors",
                                 strlen ("inspectors"))
                == 0;
}

/* A bare "inspection" is of the kind that the words before it, the item's title or a
 * letter tell. */
static void
settle_plain (const Reading *r, const Sentence *s, guint block, Trigger *triggers,
              guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const FrameworkRule *special;

      if (triggers[i].framework->rule != MENTION_PLAIN)
        continue;
      special = special_before (triggers, n, triggers[i].span);
      if (special != NULL)
        triggers[i].framework = special;
      else if (is_told_on (r, s, block, &triggers[i]))
        triggers[i].framework = r->pending.framework;
      else if (r->titled != NULL)
        triggers[i].framework = r->titled;
      else if (has (r, MENTION_LETTER, s->text, s->length))
        triggers[i].framework = &frameworks[FOCUSED_FRAMEWORK];
    }
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

/* The inspection that a date at `span` is nearest to; one before it is preferred. */
static Trigger *
nearest (Trigger *triggers, guint n, Span span)
{
  Trigger *best = NULL;
  gsize best_distance = MAX_DISTANCE;

  for (guint i = 0; i < n; i++)
    {
      gsize distance;

      if (triggers[i].span.end <= span.start)
        distance = span.start - triggers[i].span.end;
      else if (triggers[i].span.start >= span.end)
        /* "In July 2023, the service was …" or else "the July 2023 inspection" */
        distance = (span.start < 4 ? 1 : 4) * (triggers[i].span.start - span.end);
      else
        continue;
      if (distance < best_distance)
        {
          best = &triggers[i];
          best_distance = distance;
        }
    }
  return best;
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

/* "the letter of the focused visit in May 2024": May is of the visit, what stands before
 * its name is of no matter. "Ofsted's letter of May" is no name of a visit. */
static gboolean
names (const Sentence *s, const Trigger *trigger)
{
  return trigger->framework->rule != MENTION_PLAIN
         || g_ascii_tolower (s->text[trigger->span.start]) == 'i';
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
      Trigger *trigger = nearest (triggers, n, date.span);
      gsize last = from; /* what an earlier date stands in says nothing of this one */
      Named *named;

      from = date.span.end;
      if (trigger != NULL && trigger->span.end <= date.span.start && names (s, trigger))
        last = MAX (last, trigger->span.end);
      if (trigger == NULL || !trigger->event
          || in_reference (r, s->offset + date.span.start))
        continue;
      if (before (r, MENTION_PUBLISHED, s, last, date.span.start)
          || (date.day == 0 && before (r, MENTION_BRANDED, s, last, date.span.start)))
        {
          named = named_for (r, s, block, trigger);
          if (named != NULL && named->published.year == 0)
            named->published = date;
        }
      else if (!before (r, MENTION_NO_DATE, s, last, date.span.start)
               && before (r, MENTION_JOINED, s, last, date.span.start))
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
         && has (r, MENTION_JUDGED_LATER, s->text, s->length);
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
        && !is_told_on (r, s, block, &triggers[i]))
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

  if (!is_pending (r, block) || !has (r, MENTION_DATED_LATER, s->text, s->length)
      || !when_reader_find (r->reader->whens, s->text, s->length, 0,
                            r->held.year > 0 ? &r->held : NULL, &date)
      || before (r, MENTION_NO_DATE, s, 0, date.span.start)
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

  if (!has (r, MENTION_PUBLISHED_LATER, s->text, s->length))
    return;
  if ((named == NULL || named->block != block) && r->pending.framework != NULL
      && r->pending.block == block)
    named = name_pending (r);
  if (named == NULL || named->block != block || named->published.year > 0)
    return;
  if (when_reader_find (r->reader->whens, s->text, s->length, 0,
                        r->held.year > 0 ? &r->held : NULL, &date)
      && before (r, MENTION_PUBLISHED, s, 0, date.span.start))
    named->published = date;
}

static void
read_sentence (Reading *r, const Sentence *s, guint block)
{
  Trigger triggers[MAX_TRIGGERS];
  guint n;

  if (is_pending (r, block))
    read_dated_later (r, s, block);
  if (!has (r, MENTION_WORTH, s->text, s->length) && !goes_on (r, s, block))
    return;
  n = find_triggers (r, s, triggers);
  settle_plain (r, s, block, triggers, n);
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

  return patterns_may_match_part (r->reader->patterns, MENTION_WORTH, text, length)
         || (r->told >= block && block > 0
             && patterns_may_match_part (r->reader->patterns, MENTION_JUDGED_LATER, text,
                                         length));
}

static gboolean
named_in (const Reading *r, guint rule, const gchar *text)
{
  return text != NULL && has (r, rule, text, MIN (strlen (text), MAX_SENTENCE));
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
  Reading r = { .reader = self, .item = item, .named = named };

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
            {
              sentence.length = MAX_SENTENCE;
              while ((sentence.text[sentence.length] & 0xc0) == 0x80)
                sentence.length--;
            }
          read_sentence (&r, &sentence, i);
        }
    }
  named_list_hand_over (named, item);
}
