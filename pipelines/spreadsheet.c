/* spreadsheet.c: mentions to rows. */

#include "pipelines/spreadsheet.h"

#include "pipelines/display.h"

#include <string.h>

#define MAX_QUOTE 2000 /* bytes of the words in a cell */

static const gchar *const columns[] = {
  "row",
  "council",
  "inspection",
  "number",
  "recommendation or matter",
  "stands since",
  "replaced",
  "last discussed",
  "months since",
  "meeting date",
  "body",
  "item",
  "title",
  "how far",
  "score",
  "words",
  "resolutions",
  "page",
  "document",
  "remark",
};

void
spreadsheet_append (GString *out, const gchar *text)
{
  gboolean formula = text[0] != '\0' && strchr ("=+-@\t\r", text[0]) != NULL;

  if (!formula && strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (out, text);
      return;
    }
  g_string_append_c (out, '"');
  if (formula)
    g_string_append_c (out, '\'');
  for (const gchar *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

/* The cell and what follows it. */
static void
add (GString *out, const gchar *text, const gchar *after)
{
  if (text != NULL)
    spreadsheet_append (out, text);
  g_string_append (out, after);
}

static void
add_number (GString *out, gint number)
{
  if (number >= 0)
    g_string_append_printf (out, "%d", number);
  g_string_append_c (out, ',');
}

/* The first nine columns. */
static void
add_subject (GString *out, const gchar *row, const Subject *subject)
{
  const History *history = subject->history;

  add (out, row, ",");
  add (out, subject->chapter->council, ",");
  add (out, history != NULL ? history->inspection : NULL, ",");
  add_number (out, history != NULL && history->number > 0 ? (gint)history->number : -1);
  add (out, subject->text, ",");
  add (out, history != NULL ? history->since : NULL, ",");
  add (out, history != NULL ? history->until : NULL, ",");
  add (out,
       subject->last != NULL ? subject->last->business->sitting->date
       : subject->unread     ? "no meeting"
       : subject->silent     ? "never"
                             : "not known",
       ",");
  add_number (out, subject->early || subject->unread ? -1 : subject->months);
}

static void
add_words (GString *out, const Mention *mention)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < mention->evidence->len; i++)
    {
      g_autofree gchar *quote =
          display_quote (mention->business->item,
                         g_array_index (mention->evidence, Evidence, i).span, MAX_QUOTE);

      g_string_append_printf (words, "%s%s", i > 0 ? " … " : "", quote);
    }
  add (out, words->str, ",");
}

static void
add_resolutions (GString *out, const Mention *mention)
{
  const Item *item = mention->business->item;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < item->resolutions->len && mention->mode != TAG_MODE_LISTED; i++)
    {
      g_autofree gchar *quote = display_quote (
          item, g_array_index (item->resolutions, Resolution, i).span, MAX_QUOTE);

      g_string_append_printf (text, "%s%s", i > 0 ? "\r\n" : "", quote);
    }
  add (out, text->str, ",");
}

static void
add_mention (GString *out, const Mention *mention)
{
  const Business *business = mention->business;
  guint page = mention->evidence->len > 0 ? display_find_page (
                   business->item, g_array_index (mention->evidence, Evidence, 0).span)
                                          : 0;

  add_subject (out, "mention", mention->subject);
  add (out, business->sitting->date, ",");
  add (out, business->sitting->body, ",");
  add (out, business->item->number, ",");
  add (out, business->item->title, ",");
  add (out, display_say_mode (mention->mode), ",");
  g_string_append_printf (out, "%d.%02d,", (gint)(mention->score * 100 + 0.5) / 100,
                          (gint)(mention->score * 100 + 0.5) % 100);
  add_words (out, mention);
  add_resolutions (out, mention);
  add_number (out, page > 0 ? (gint)page : -1);
  add (out, business->document->source, ",");
  add (out, business->sitting->remark, "\r\n");
}

void
spreadsheet_write (const Dossier *dossier, GString *out)
{
  const GPtrArray *chapters = dossier_get_chapters (dossier);
  const GPtrArray *bundles = dossier_get_bundles (dossier);

  g_string_append (out, "\xef\xbb\xbf");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add (out, columns[i], i + 1 < G_N_ELEMENTS (columns) ? "," : "\r\n");
  for (guint i = 0; i < chapters->len; i++)
    {
      const GPtrArray *subjects = ((const Chapter *)chapters->pdata[i])->subjects;

      for (guint j = 0; j < subjects->len; j++)
        {
          const Subject *subject = subjects->pdata[j];

          for (guint k = 0; k < subject->mentions->len; k++)
            add_mention (out, subject->mentions->pdata[k]);
          if (subject->mentions->len > 0)
            continue;
          add_subject (out, "no mention", subject);
          g_string_append (out, ",,,,not mentioned,,,,,,\r\n");
        }
    }
  for (guint i = 0; i < bundles->len; i++)
    {
      const Failure *failure = ((const Bundle *)bundles->pdata[i])->failure;

      if (failure == NULL)
        continue;
      g_string_append (out, "not read,,,,,,,,,,,,,,,,,,");
      add (out, failure->source, ",");
      add (out, failure->detail, "\r\n");
    }
}
