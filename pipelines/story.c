/* story.c: mentions, quotations and resolutions of a subject, in order of time. */

#include "pipelines/story.h"

#include "pipelines/calendar.h"

#include <string.h>

static const gchar *const resolution_words[] = {
  [RESOLUTION_RESOLVED] = "Resolved", [RESOLUTION_RECOMMENDED] = "Recommended",
  [RESOLUTION_AGREED] = "Agreed",     [RESOLUTION_NOTED] = "Noted",
  [RESOLUTION_DECIDED] = "Decided",   [RESOLUTION_ORDERED] = "Ordered",
  [RESOLUTION_CARRIED] = "Carried",
};
G_STATIC_ASSERT (G_N_ELEMENTS (resolution_words) == RESOLUTION_LAST + 1);

gchar *
story_name (const Subject *subject)
{
  if (subject->history == NULL)
    return g_strdup (subject->text);
  if (subject->history->number > 0)
    return g_strdup_printf ("Recommendation %u", subject->history->number);
  return g_strdup ("Recommendation");
}

/* "17 June 2025, Cabinet" */
static gchar *
say_sitting (const Sitting *sitting)
{
  g_autofree gchar *day = calendar_say (sitting->date);

  if (day == NULL)
    return g_strdup_printf ("%s, no date", sitting->body);
  return g_strdup_printf ("%s, %s", day, sitting->body);
}

/* Of what no meeting could have mentioned. day: of the report. */
static gchar *
say_unread (const Subject *subject, const gchar *day)
{
  g_autofree gchar *end = calendar_say (subject->history->until);

  if (subject->chapter->sittings->len == 0)
    return g_strdup ("No meeting of this council is among the records.");
  if (subject->chapter->newest == NULL)
    return g_strdup ("The date of no meeting here is known.");
  if (subject->early)
    return g_strdup_printf ("The report is of %s: no meeting here is later.", day);
  return g_strdup_printf ("No meeting here is of the time in which it stood, %s to %s.",
                          day, end);
}

static gchar *
say_last (const Subject *subject)
{
  const gchar *since = subject->history != NULL ? subject->history->since : NULL;
  g_autofree gchar *day = calendar_say (since);
  g_autofree gchar *place = NULL;

  if (subject->unread)
    return say_unread (subject, day);
  if (subject->last != NULL)
    {
      place = say_sitting (subject->last->business->sitting);
      return g_strdup_printf ("Last discussed %s.", place);
    }
  if (!subject->silent)
    return g_strdup ("Discussed, but in a text whose date is not known.");
  if (subject->last_listed != NULL)
    {
      place = say_sitting (subject->last_listed->business->sitting);
      return g_strdup_printf ("Only listed: %s.", place);
    }
  if (subject->counts[TAG_MODE_LISTED] > 0)
    return g_strdup ("Only listed, in a text whose date is not known.");
  if (day != NULL)
    return g_strdup_printf ("Not mentioned in any meeting here since the report of %s.",
                            day);
  return g_strdup ("Not mentioned in any meeting here.");
}

static gchar *
say_badge (const Subject *subject)
{
  g_autofree gchar *time = calendar_say_months (subject->months);

  if (subject->unread && subject->chapter->sittings->len == 0)
    return g_strdup ("No meeting read");
  if (subject->early && subject->chapter->newest != NULL)
    return g_strdup ("Too early to say");
  if (subject->early)
    return g_strdup ("Date not known");
  if (subject->silent)
    return g_strdup ("Never discussed");
  if (subject->months < 0)
    return g_strdup ("Date not known");
  if (subject->months < LONG_MONTHS)
    return g_strdup ("Discussed");
  return g_strdup_printf ("Silent for %s", time);
}

/* What stands below the badge; NULL for nothing. */
static gchar *
say_waiting (const Subject *subject)
{
  g_autofree gchar *time = calendar_say_months (subject->months);
  gboolean since = subject->history != NULL && subject->history->since != NULL;

  if (subject->early || subject->months < 0)
    return NULL;
  if (subject->silent)
    return g_strconcat (time, since ? " since the report" : "", NULL);
  if (subject->months >= LONG_MONTHS)
    return NULL;
  if (g_strcmp0 (subject->last->business->sitting->date, subject->chapter->newest) == 0)
    return g_strdup ("at the newest meeting");
  return g_strdup_printf ("%s before the newest meeting", time);
}

void
story_judge (const Subject *subject, View *view)
{
  g_autofree gchar *time = calendar_say_months (subject->months);

  view_take (view, "badge", say_badge (subject));
  view_set (view, "level",
            subject->early || subject->unread ? "none"
            : subject->silent                 ? "never"
            : subject->months < 0             ? "none"
            : subject->months >= LONG_MONTHS  ? "long"
                                              : "recent");
  view_take (view, "last", say_last (subject));
  view_set (view, "short",
            subject->early        ? "–"
            : subject->unread     ? "no meeting"
            : subject->silent     ? "never discussed"
            : subject->months < 0 ? "not known"
            : subject->last->business->sitting->date == subject->chapter->newest
                ? "newest meeting"
                : time);
  view_take (view, "waiting", say_waiting (subject));
}

static gboolean
overlap (Span a, Span b)
{
  return a.start < b.end && b.start < a.end;
}

static gboolean
is_evidence (const Mention *mention, Span span)
{
  for (guint i = 0; i < mention->evidence->len; i++)
    if (overlap (g_array_index (mention->evidence, Evidence, i).span, span))
      return TRUE;
  return FALSE;
}

static void
show_place (const Display *display, const Mention *mention, View *view)
{
  const Business *business = mention->business;

  view_take (view, "when", say_sitting (business->sitting));
  view_set_number (view, "m", business->sitting->number);
  view_set_number (view, "b", display_find_body (display, business->sitting->body));
  view_set (view, "iso", business->sitting->date);
  view_set (view, "item_no",
            *business->item->number != '\0' ? business->item->number : NULL);
  view_set (view, "item_title", business->item->title);
  view_set_number (view, "i", business->number);
}

/* What an item resolved about a subject, while it is put together. */
typedef struct
{
  const Display *display;
  const Mention *mention;
  GHashTable *seen; /* texts of the subject's, with their sittings, so that what a
                       document prints twice is there once */
  View *story;
  View *group; /* (nullable) the item's, once there is something in it */
} Group;

static void
show_resolution (Group *group, Span span, const gchar *word, gboolean about)
{
  const Business *business = group->mention->business;
  g_autofree gchar *text =
      display_quote (business->item, span, group->display->detail->quote_length * 2);
  View *view;

  if (!g_hash_table_add (group->seen,
                         g_strdup_printf ("%u %s", business->sitting->number, text)))
    return;
  if (group->group == NULL)
    {
      group->group = view_add (group->story, "groups");
      show_place (group->display, group->mention, group->group);
    }
  view = view_add (group->group, "resolutions");
  view_set (view, "word", word);
  view_set (view, "text", text);
  view_set_flag (view, "aside", !about);
  display_link (group->display, view, business->document,
                display_find_page (business->item, span));
}

static void
show_resolutions (const Display *display, const Mention *mention, GHashTable *seen,
                  View *story)
{
  const Item *item = mention->business->item;
  Group group = { display, mention, seen, story, NULL };

  if (mention->mode == TAG_MODE_LISTED)
    return;
  for (guint i = 0; i < item->resolutions->len; i++)
    {
      const Resolution *one = &g_array_index (item->resolutions, Resolution, i);

      if (is_evidence (mention, one->span))
        show_resolution (&group, one->span, resolution_words[one->kind], TRUE);
    }
  for (guint i = 0; i < item->actions->len; i++)
    {
      const Action *action = &g_array_index (item->actions, Action, i);

      if (is_evidence (mention, action->span))
        show_resolution (&group, action->span, "Action", TRUE);
    }
  if (group.group != NULL)
    return;
  for (guint i = 0; i < MIN (item->resolutions->len, display->detail->n_others); i++)
    {
      const Resolution *one = &g_array_index (item->resolutions, Resolution, i);

      show_resolution (&group, one->span, resolution_words[one->kind], FALSE);
    }
}

/* The page of its n-th evidence. */
static guint
find_page (const Mention *mention, guint n)
{
  const Evidence *one = &g_array_index (mention->evidence, Evidence, n);

  return one->boxes->len > 0 ? g_array_index (one->boxes, PageBox, 0).page
                             : display_find_page (mention->business->item, one->span);
}

static void
show_quotes (const Display *display, const Mention *mention, View *view)
{
  const Business *business = mention->business;
  guint n = MIN (mention->evidence->len, display->detail->n_quotes);

  for (guint i = 0; i < n; i++)
    {
      const Evidence *one = &g_array_index (mention->evidence, Evidence, i);
      View *quote = view_add (view, "quotes");

      view_take (
          quote, "text",
          display_quote (business->item, one->span, display->detail->quote_length));
      display_link (display, quote, business->document, find_page (mention, i));
    }
  if (mention->evidence->len > n && n > 0)
    view_set_number (view, "more", mention->evidence->len - n);
}

static void
show_mention (const Display *display, const Mention *mention, View *story)
{
  View *view = view_add (story, "mentions");

  view_set_number (view, "n", mention->number);
  view_set_number (view, "mode", mention->mode);
  view_set (view, "mode_word", display_say_mode (mention->mode));
  view_set_number (view, "percent", (guint)(CLAMP (mention->score, 0, 1) * 100 + 0.5));
  show_place (display, mention, view);
  if (display->detail->n_quotes == 0 && mention->evidence->len > 0)
    display_link (display, view_add (view, "place"), mention->business->document,
                  find_page (mention, 0));
  show_quotes (display, mention, view);
}

void
story_show (const Display *display, const Subject *subject, View *view)
{
  g_autoptr (GHashTable) seen =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  view_set_number (view, "s", subject->number);
  view_take (view, "name", story_name (subject));
  view_set (view, "text", subject->text);
  if (subject->history != NULL && subject->history->number > 0)
    view_set_number (view, "no", subject->history->number);
  story_judge (subject, view);
  if (subject->source != NULL)
    view_take (view, "source_href",
               address_make (display->address, subject->source, subject->page));
  if (subject->page > 0)
    view_set_number (view, "source_page", subject->page);
  for (guint i = 0; i < subject->mentions->len; i++)
    show_resolutions (display, subject->mentions->pdata[i], seen, view);
  for (guint i = 0; i < subject->mentions->len; i++)
    if (((const Mention *)subject->mentions->pdata[i])->mode >= display->detail->least)
      show_mention (display, subject->mentions->pdata[i], view);
  view_set_number (view, "n_mentions", subject->mentions->len);
  view_set (view, "s_mentions", subject->mentions->len == 1 ? NULL : "s");
  view_set_number (view, "listed", subject->counts[TAG_MODE_LISTED]);
  view_set_number (view, "discussed", subject->counts[TAG_MODE_DISCUSSED]);
  view_set_number (view, "decided", subject->counts[TAG_MODE_DECIDED]);
}
