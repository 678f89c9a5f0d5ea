/* action.c: an item's paragraphs become its actions. */

#include "normalise/action.h"

#include "normalise/action_column.h"
#include "normalise/action_rule.h"
#include "normalise/due.h"
#include "normalise/sentence.h"

#include <string.h>

#define MAX_ACTIONS 1000
/* What names an owner is short, and so is an action. */
#define MAX_OWNER 80
#define MAX_LOOK 1000 /* bytes of a span that a rule is held against */
#define MAX_SENTENCES 2000
/* Paragraphs of a table's cell, and sentences of each, in which an owner's task is. */
#define MAX_CELL 6
#define MAX_CELL_SENTENCES 30
/* A paragraph that a name in the next column can belong to has more bytes than this. */
#define MIN_BESIDE 12

struct ActionReader
{
  Patterns *patterns;
  DueReader *dues;
};

ActionReader *
action_reader_new (void)
{
  ActionReader *self = g_new0 (ActionReader, 1);

  self->patterns = patterns_new (action_rules, ACTION_N_RULES);
  self->dues = due_reader_new ();
  return self;
}

void
action_reader_free (ActionReader *self)
{
  if (self == NULL)
    return;
  patterns_free (self->patterns);
  due_reader_free (self->dues);
  g_free (self);
}

static gboolean
find (ActionReader *self, guint rule, const gchar *text, Span span, PatternMatch *match)
{
  return patterns_find_within (self->patterns, rule, text, span, MAX_LOOK, match);
}

static gboolean
is_owner_cell (ActionReader *self, const gchar *text, Span span)
{
  return span.end - span.start <= MAX_OWNER
         && find (self, ACTION_OWNER_CELL, text, span, NULL);
}

/* The task of the paragraph, of tasks that are in order as paragraphs are; at: where the
 * search begins. (nullable) */
static const Task *
task_at (const GArray *tasks, guint *at, Span block)
{
  for (; tasks != NULL && *at < tasks->len; (*at)++)
    {
      const Task *task = &g_array_index (tasks, Task, *at);

      if (MAX (task->action.end, task->owner.end) > block.start)
        return MIN (task->owner.start, task->action.start) < block.end ? task : NULL;
    }
  return NULL;
}

void
action_reader_mark (ActionReader *self, const gchar *text, const GArray *tasks,
                    GArray *blocks)
{
  guint at = 0;

  for (guint i = 1; i < blocks->len; i++)
    {
      Block *block = &g_array_index (blocks, Block, i);
      const Task *task = task_at (tasks, &at, block->span);
      const Block *beside = &g_array_index (blocks, Block, i - 1);
      gsize length = block->span.end - block->span.start;

      if (length > MAX_OWNER || block->marker.style != MARKER_NONE || block->quoted)
        continue;
      if (task != NULL && task->action.end == 0
          && !find (self, ACTION_LABEL, text, block->span, NULL))
        {
          block->side = block->apart = TRUE;
          continue;
        }
      if (beside->span.end - beside->span.start < MIN_BESIDE || beside->side
          || text[beside->span.end - 1] == ':' || is_owner_cell (self, text, beside->span)
          || find (self, ACTION_CLOSING, text, beside->span, NULL))
        continue;
      block->side = is_owner_cell (self, text, block->span)
                    || (beside->marker.style != MARKER_NONE
                        && find (self, ACTION_NOTED_CELL, text, block->span, NULL));
    }
}

/* "RO to write", told by the name beside its cell and by its own words. */
static gboolean
is_known (const Item *item, const gchar *owner, Span exact)
{
  for (guint i = item->actions->len; i > 0 && i + MAX_CELL > item->actions->len; i--)
    {
      const Action *action = &g_array_index (item->actions, Action, i - 1);

      if (action->owner != NULL && strstr (owner, action->owner) != NULL
          && action->span.start < exact.end && exact.start < action->span.end)
        return TRUE;
    }
  return FALSE;
}

static void
add (ActionReader *self, const Meeting *meeting, Item *item, Span owner, Span exact,
     gchar *due)
{
  g_autofree gchar *name = g_strndup (item->text + owner.start, owner.end - owner.start);
  Action action = { 0 };

  exact = span_trim (item->text, exact);
  while (exact.end > exact.start && strchr (".;", item->text[exact.end - 1]) != NULL)
    exact.end--;
  if (exact.end <= exact.start || item->actions->len >= MAX_ACTIONS
      || is_known (item, name, exact))
    {
      g_free (due);
      return;
    }
  action.due =
      due != NULL ? due : due_reader_read (self->dues, meeting, item->text, exact);
  action.owner = *g_strstrip (name) != '\0' ? g_strdup (name) : NULL;
  action.span = exact;
  g_array_append_val (item->actions, action);
}

/* The last sentence before `end`, or what stands in [from, end) if it has none. */
static Span
last_sentence (const gchar *text, gsize from, gsize end)
{
  Span last = { from, end };

  for (guint n = 0; n < MAX_SENTENCES; n++)
    {
      Span sentence = sentence_next (text, from, end);

      if (sentence.start >= sentence.end)
        break;
      last = sentence;
      from = sentence.end;
    }
  return last;
}

/* What a name beside a paragraph is to do: "Clerk to ask for prices" in it, or all from
 * where something was agreed on, or from the last sentence that says what is to come
 * ("A letter would be sent."), or the whole paragraph. */
static Span
beside_action (ActionReader *self, const gchar *text, const Block *beside)
{
  gsize from = beside->body.start;
  Span whole = beside->body, duty = beside->body;
  gboolean decided = FALSE;

  for (guint n = 0; n < MAX_SENTENCES; n++)
    {
      Span sentence = sentence_next (text, from, beside->body.end);

      if (sentence.start >= sentence.end)
        break;
      from = sentence.end;
      if (find (self, ACTION_OWNER_TO, text, sentence, NULL))
        return sentence;
      if (!decided && find (self, ACTION_DECIDED, text, sentence, NULL))
        {
          whole.start = sentence.start;
          decided = TRUE;
        }
      if (find (self, ACTION_DUTY, text, sentence, NULL))
        duty.start = sentence.start;
    }
  return decided ? whole : duty;
}

/* Has "… Action: amend the terms" taken the name beside it already? */
static gboolean
has_label (ActionReader *self, const gchar *text, const Block *block)
{
  gsize from = block->body.start;

  for (guint n = 0; n < MAX_SENTENCES; n++)
    {
      Span sentence = sentence_next (text, from, block->body.end);

      if (sentence.start >= sentence.end)
        return FALSE;
      if (find (self, ACTION_LABEL, text, sentence, NULL))
        return TRUE;
      from = sentence.end;
    }
  return FALSE;
}

/* A name beside the first line of a table's cell: "ES to bring the audit" may stand in
 * any paragraph of the cell. FALSE: in none. */
static gboolean
find_task (ActionReader *self, const gchar *text, const GArray *blocks, guint i,
           Span owner, Span *ret_task)
{
  gsize length = owner.end - owner.start;

  for (guint k = i + 1; k < blocks->len && k <= i + MAX_CELL; k++)
    {
      const Block *block = &g_array_index (blocks, Block, k);
      gsize from = block->body.start;

      if (block->side)
        return FALSE;
      for (guint n = 0; n < MAX_CELL_SENTENCES; n++)
        {
          Span sentence = sentence_next (text, from, block->body.end);
          PatternMatch match;

          if (sentence.start >= sentence.end)
            break;
          from = sentence.end;
          if (find (self, ACTION_OWNER_TO, text, sentence, &match)
              && match.group[1].end - match.group[1].start == length
              && strncmp (text + match.group[1].start, text + owner.start, length) == 0)
            {
              *ret_task = sentence;
              return TRUE;
            }
        }
    }
  return FALSE;
}

static void
read_side (ActionReader *self, const Meeting *meeting, Item *item, const GArray *blocks,
           guint i)
{
  const Block *block = &g_array_index (blocks, Block, i);
  const Block *beside = &g_array_index (blocks, Block, i - 1);
  PatternMatch match;
  Span task;

  if (!find (self, ACTION_OWNER_CELL, item->text, block->span, &match)
      && !(block->apart && find (self, ACTION_OWNERS, item->text, block->span, &match)))
    return;
  task = beside_action (self, item->text, beside);
  if (!find (self, ACTION_OWNER_TO, item->text, task, NULL))
    find_task (self, item->text, blocks, i, match.group[1], &task);
  add (self, meeting, item, match.group[1], task,
       pattern_match_has (&match, 2)
           ? due_reader_read_cell (self->dues, meeting, item->text, match.group[2])
           : NULL);
}

/* "… be mended. Clerk": the column's text at the paragraph's end. */
static gboolean
read_behind (ActionReader *self, const Meeting *meeting, Item *item, const Block *block)
{
  Span body = block->body;
  Span tail = body;
  PatternMatch match;
  Block beside = *block;

  if (tail.end - tail.start > MAX_OWNER)
    tail.start = character_end (item->text, tail.end - MAX_OWNER);
  if (tail.end == tail.start || item->text[tail.end - 1] == '.' /* as most end */
      || !find (self, ACTION_OWNER_BEHIND, item->text, tail, &match))
    return FALSE;
  beside.body.end = match.group[0].start;
  add (self, meeting, item, match.group[1], beside_action (self, item->text, &beside),
       NULL);
  return TRUE;
}

/* "Action: …" at the front of a paragraph or a sentence. */
static void
read_label (ActionReader *self, const Meeting *meeting, Item *item, const GArray *blocks,
            guint i, Span rest, gsize before)
{
  const Block *next = i + 1 < blocks->len ? &g_array_index (blocks, Block, i + 1) : NULL;
  Span owner = { 0, 0 };
  gchar *due = NULL;
  PatternMatch match;

  if (rest.start >= rest.end)
    return;
  if (rest.end - rest.start <= MAX_OWNER
      && (find (self, ACTION_OWNER_CELL, item->text, rest, &match)
          || find (self, ACTION_OWNERS, item->text, rest, &match)))
    {
      gsize start = g_array_index (blocks, Block, i).body.start;

      rest = match.group[1];
      if (pattern_match_has (&match, 2))
        due = due_reader_read_cell (self->dues, meeting, item->text, match.group[2]);

      /* "… a letter be sent. ACTION: Clerk" */
      if (before <= start && i > 0)
        {
          const Block *above = &g_array_index (blocks, Block, i - 1);
          add (self, meeting, item, rest,
               last_sentence (item->text, above->body.start, above->body.end), due);
        }
      else
        add (self, meeting, item, rest, last_sentence (item->text, start, before), due);
      return;
    }
  if (find (self, ACTION_OWNER_TO, item->text, rest, &match)
      || find (self, ACTION_OWNER_BEFORE, item->text, rest, &match)
      || find (self, ACTION_FIRST_NAME, item->text, rest, &match))
    {
      owner = match.group[1];
      rest.start = match.group[0].end;
    }
  else if (next != NULL && next->side
           && find (self, ACTION_OWNER_CELL, item->text, next->span, &match))
    owner = match.group[1];
  else if (find (self, ACTION_OWNER_LABEL, item->text, rest, &match)
           || find (self, ACTION_OWNER_END, item->text, rest, &match))
    {
      owner = match.group[1];
      due = due_reader_read (self->dues, meeting, item->text, rest);
      rest.end = match.group[0].start;
    }
  add (self, meeting, item, owner, rest, due);
}

static void
read_task (ActionReader *self, const Meeting *meeting, Item *item, const Task *task)
{
  Span due = span_trim (item->text, task->due);
  Span owner = task->owner, action = task->action;
  PatternMatch match;

  /* "LH to send the reasons", where no column has the owners */
  if (owner.end <= owner.start
      && find (self, ACTION_OWNER_TO, item->text, action, &match))
    {
      owner = match.group[1];
      action.start = match.group[0].end;
    }
  add (self, meeting, item, owner, action,
       due.end > due.start ? due_reader_read_cell (self->dues, meeting, item->text, due)
                           : NULL);
}

/* An entry without a number below "ACTIONS". */
static gboolean
read_listed (ActionReader *self, const Meeting *meeting, Item *item, const Block *block)
{
  PatternMatch match;

  if (block->marker.style != MARKER_NONE || block->side
      || !find (self, ACTION_LISTED, item->text, block->body, &match))
    return FALSE;
  add (self, meeting, item, match.group[1], block->body, NULL);
  return TRUE;
}

static gboolean
read_row (ActionReader *self, const Meeting *meeting, Item *item, Span row,
          const ActionColumns *table)
{
  Span action, cell;
  Task task = { 0 };

  if (!action_cell (item->text, row, table->action, &action)
      || !action_cell (item->text, row, 1, &cell))
    return FALSE;
  if (table->owner >= 0 && action_cell (item->text, row, table->owner, &cell))
    task.owner = cell;
  if (table->due >= 0 && action_cell (item->text, row, table->due, &cell))
    task.due = cell;
  task.action = action;
  read_task (self, meeting, item, &task);
  return TRUE;
}

static void
read_text (ActionReader *self, const Meeting *meeting, Item *item, const GArray *blocks,
           guint i)
{
  const Block *block = &g_array_index (blocks, Block, i);
  gsize from = block->body.start;
  Span before = { from, from };
  PatternMatch match;

  for (guint n = 0; n < MAX_SENTENCES; n++)
    {
      Span sentence = sentence_next (item->text, from, block->body.end);

      if (sentence.start >= sentence.end)
        return;
      from = sentence.end;
      if (find (self, ACTION_LABEL, item->text, sentence, &match))
        {
          Span rest = { match.group[0].end, n == 0 ? block->body.end : sentence.end };

          if (pattern_match_has (&match, 1))
            add (self, meeting, item, match.group[1], rest, NULL);
          else
            read_label (self, meeting, item, blocks, i, rest, sentence.start);
          return;
        }
      if (find (self, ACTION_BRACKET, item->text, sentence, &match))
        {
          Span exact = { sentence.start, match.group[0].start };
          Span owner = pattern_match_has (&match, 1) ? match.group[1] : (Span){ 0, 0 };

          if (span_trim (item->text, exact).end <= exact.start)
            exact = before;
          if (exact.end <= exact.start && i > 0)
            {
              const Block *above = &g_array_index (blocks, Block, i - 1);
              exact = last_sentence (item->text, above->body.start, above->body.end);
            }
          add (self, meeting, item, owner, exact, NULL);
        }
      before = sentence;
    }
}

void
action_reader_read (ActionReader *self, const Meeting *meeting, Item *item,
                    const GArray *tasks, const GArray *blocks)
{
  ActionColumns table = ACTION_COLUMNS_NONE;
  gboolean list = FALSE; /* below "Actions:" */
  guint at = 0;

  if (meeting->kind == MEETING_KIND_AGENDA || meeting->kind == MEETING_KIND_PACK
      || meeting->kind == MEETING_KIND_REPORT || meeting->kind == MEETING_KIND_ARTICLE)
    return;
  for (guint i = 0; i < blocks->len; i++)
    {
      const Block *block = &g_array_index (blocks, Block, i);
      const Task *task = task_at (tasks, &at, block->span);
      Span cell;

      if (task != NULL && task->action.end > 0)
        {
          read_task (self, meeting, item, task);
          continue;
        }
      if (action_cell (item->text, block->span, 1, &cell))
        {
          if (action_columns_read (self->patterns, item->text, block->span, &table)
              || (table.action >= 0
                  && read_row (self, meeting, item, block->span, &table)))
            continue;
        }
      else
        table.action = -1;
      if (list && read_listed (self, meeting, item, block))
        continue;
      if (block->marker.style == MARKER_NONE && !block->side)
        list = find (self, ACTION_LIST_LABEL, item->text, block->span, NULL);
      else if (list && !block->side)
        {
          read_label (self, meeting, item, blocks, i, block->body, block->body.start);
          continue;
        }
      if (block->marker.style == MARKER_NONE
          && find (self, ACTION_TASK, item->text, block->span, NULL))
        {
          read_label (self, meeting, item, blocks, i, block->body, block->body.start);
          continue;
        }
      /* "EB to publish", "All: send in figures" beside what was said */
      if (block->apart
          && (find (self, ACTION_OWNER_TO, item->text, block->span, NULL)
              || find (self, ACTION_OWNER_BEFORE, item->text, block->span, NULL)))
        {
          read_label (self, meeting, item, blocks, i, block->body, block->body.start);
          continue;
        }
      if (block->side)
        {
          if (!has_label (self, item->text, &g_array_index (blocks, Block, i - 1)))
            read_side (self, meeting, item, blocks, i);
        }
      else if (!read_behind (self, meeting, item, block))
        read_text (self, meeting, item, blocks, i);
    }
}
