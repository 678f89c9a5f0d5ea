/* explain.c: the command that says in words why an item of business has its tags. */

#include "pipelines/command.h"
#include "pipelines/excerpt.h"
#include "pipelines/output.h"
#include "pipelines/pipeline.h"
#include "pipelines/records.h"
#include "pipelines/terminal.h"

#include "classify/classifier.h"

#include <math.h>
#include <string.h>

/* Concepts that fell short and yet are shown: at most so many, with so high a score. */
#define MAX_NEAR 5
#define NEAR_SCORE 0.1
/* What one concept's part shows at most. */
#define MAX_FINDINGS 8
#define MAX_GROUNDS 5
#define MAX_RULE 70 /* characters of a rule */
/* Room at the end of a line for the mark of evidence, "»[1,12]", which may not stand
 * apart. */
#define MARK_COLUMNS 8
/* Numbers of items named when there is none of the one asked for. */
#define MAX_NUMBERS 40

typedef struct
{
  const gchar *item;    /* as the user named it */
  const gchar *concept; /* (nullable) the only one to explain */
  Pipeline *pipeline;
  GString *out;
  guint width;
  gboolean colour;
  gboolean verbose; /* all that was found, rules in full */
  guint n_found;
  GPtrArray *numbers; /* gchar *: of the items there are, for when none is found */
} Explainer;

static const gchar *const modes[] = { "listed", "discussed", "decided" };

static const gchar *
code (const Explainer *self, const gchar *colour, const gchar *plain)
{
  return self->colour ? colour : plain;
}

/* A paragraph, wrapped. */
static void
say (const Explainer *self, guint indent, const gchar *format, ...)
{
  TerminalLine line = { self->out, indent, self->width, 0, FALSE };
  g_autofree gchar *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  terminal_append_words (&line, text, strlen (text));
  terminal_end_line (&line);
}

static guint
page_of (const Item *item, Span span)
{
  g_autoptr (GArray) boxes = item_boxes (item, span);

  return boxes->len > 0 ? g_array_index (boxes, PageBox, 0).page : 0;
}

/* ------------------------------------------------------------------------- the words */

/* Where each tag's words stand in the item: marked by the tag's place in the list. */
static Excerpt *
mark (const Item *item, const GPtrArray *explanations)
{
  Excerpt *excerpt = excerpt_new (item->text);
  guint number = 0;

  for (guint i = 0; i < explanations->len; i++)
    {
      const Tag *tag = ((Explanation *)explanations->pdata[i])->tag;

      number += tag != NULL;
      for (guint j = 0; tag != NULL && j < tag->evidence->len; j++)
        excerpt_mark (excerpt, g_array_index (tag->evidence, Evidence, j).span, number);
    }
  return excerpt;
}

static void
say_run (const Explainer *self, TerminalLine *line, const Run *run, const gchar *text)
{
  g_autoptr (GString) end = NULL;

  if (run->marks == NULL || run->marks->len == 0)
    {
      terminal_append_words (line, text + run->span.start,
                             run->span.end - run->span.start);
      return;
    }
  end = g_string_new (code (self, "\033[0m\033[2m[", "»["));
  for (guint i = 0; i < run->marks->len; i++)
    g_string_append_printf (end, "%s%u", i > 0 ? "," : "",
                            g_array_index (run->marks, guint, i));
  g_string_append (end, code (self, "]\033[0m", "]"));
  terminal_append_code (line, code (self, "\033[1;4m", "«"), TRUE);
  terminal_append_words (line, text + run->span.start, run->span.end - run->span.start);
  terminal_append_code (line, end->str, FALSE);
}

static void
say_text (const Explainer *self, const Item *item, const GPtrArray *explanations)
{
  static const ExcerptSize size = { .whole = 2500, .around = 300, .longest = 1200 };
  g_autoptr (Excerpt) excerpt = mark (item, explanations);
  gboolean cut;
  g_autoptr (GPtrArray) paragraphs = excerpt_cut (excerpt, size, &cut);

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const ExcerptParagraph *paragraph = paragraphs->pdata[i];
      TerminalLine line = { self->out, 2, self->width - MARK_COLUMNS, 0, FALSE };

      if (paragraph->cut)
        say (self, 2, "[…]");
      for (guint j = 0; j < paragraph->runs->len; j++)
        say_run (self, &line, paragraph->runs->pdata[j], item->text);
      terminal_end_line (&line);
    }
  if (cut)
    say (self, 2, "[…]");
}

/* ----------------------------------------------------------------------- the reasons */

static gchar *
quote (const gchar *text, Span span)
{
  g_autofree gchar *words = g_strndup (text + span.start, span.end - span.start);

  return g_strdup_printf ("“%s”", words);
}

/* Some rules name forty ways of saying one word. */
static gchar *
shorten (const gchar *rule)
{
  g_autofree gchar *head = NULL;

  if (g_utf8_strlen (rule, -1) <= MAX_RULE)
    return g_strdup (rule);
  head = g_utf8_substring (rule, 0, MAX_RULE - 1);
  return g_strconcat (head, "…", NULL);
}

static void
say_finding (const Explainer *self, const Item *item, const Finding *finding)
{
  static const gchar *const kinds[] = { "label", "rule", "weak rule" };
  g_autofree gchar *words =
      quote (finding->in_title ? item->title : item->text, finding->span);
  guint page = finding->in_title ? 0 : page_of (item, finding->span);
  g_autofree gchar *place = finding->in_title ? g_strdup (", in the title")
                            : page > 0        ? g_strdup_printf (", page %u", page)
                                              : g_strdup ("");
  g_autofree gchar *rule =
      self->verbose ? g_strdup (finding->rule) : shorten (finding->rule);

  if (finding->veto[0] != '\0')
    say (self, 6, "%s%s by the %s %s: taken away, its sentence has the m:not %s", words,
         place, kinds[finding->strength], rule, finding->veto);
  else
    say (self, 6, "%s%s by the %s %s%s", words, place, kinds[finding->strength], rule,
         finding->counted ? "" : ": left out, its sentence is about something else");
}

/* Each label or rule once, with the first of its words. */
static void
say_findings (const Explainer *self, const Item *item, const Explanation *explanation)
{
  g_autoptr (GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_more = 0;

  if (explanation->findings->len > 0)
    say (self, 4, "Found:");
  for (guint i = 0; i < explanation->findings->len; i++)
    {
      const Finding *finding = explanation->findings->pdata[i];

      if (!g_hash_table_add (said, finding->rule))
        continue;
      if (self->verbose || g_hash_table_size (said) <= MAX_FINDINGS)
        say_finding (self, item, finding);
      else
        n_more++;
    }
  if (n_more > 0)
    say (self, 6, "… and by %u more (all with --verbose)", n_more);
  if (explanation->learned_words[0] != '\0')
    say (self, 4, "Learned words: %s.", explanation->learned_words);
}

static void
say_weights (const Explainer *self, const Explanation *explanation)
{
  g_autoptr (GString) text = g_string_new ("Weights:");

  for (guint i = 0; i < explanation->grounds->len && i < MAX_GROUNDS; i++)
    {
      const Ground *ground = &g_array_index (explanation->grounds, Ground, i);

      g_string_append_printf (text, "%s %+.1f %s", i > 0 ? ";" : "", ground->weight,
                              ground->name);
    }
  if (!explanation->learned)
    g_string_append (text, " (fixed ones: none were learned for this concept)");
  say (self, 4, "%s.", text->str);
  if (explanation->n_left_out > 0)
    say (self, 4, "Against: %u of %u sentences were left out, as about something else.",
         explanation->n_left_out, explanation->n_sentences);
}

/* Without learned weights two weak rules in a passage are enough; with them a pair is one
 * weight among others, and may be too light. */
static const gchar *
say_what_weak_ones_lack (const Explanation *explanation)
{
  if (!explanation->learned)
    return "; a label or a strong rule, or a second weak one in the same passage, would "
           "have been enough.";
  for (guint i = 0; i < explanation->grounds->len; i++)
    if (g_str_equal (g_array_index (explanation->grounds, Ground, i).name,
                     sign_feature_names[SIGN_WEAK_PAIR]))
      return ", two of them in one passage, and that was too light; a label or a strong "
             "rule would have weighed more.";
  return "; a label or a strong rule would have weighed more, and so would a second weak "
         "one in the same passage.";
}

/* What it would have taken. */
static void
say_missing (const Explainer *self, const Explanation *explanation)
{
  guint strong = 0, weak = 0;

  for (guint i = 0; i < explanation->findings->len; i++)
    {
      const Finding *finding = explanation->findings->pdata[i];

      strong += finding->counted && finding->strength != STRENGTH_WEAK;
      weak += finding->counted && finding->strength == STRENGTH_WEAK;
    }
  if (explanation->subject == SUBJECT_NO)
    say (self, 4,
         "Missing: the item is formal, or about something else than services for "
         "children; nothing in it is tagged.");
  else if (explanation->findings->len == 0)
    say (self, 4, "Missing: none of its %u labels and rules stands in the item.",
         explanation->n_rules);
  else if (strong == 0 && weak > 0)
    say (self, 4, "Missing: only weak rules were found%s",
         say_what_weak_ones_lack (explanation));
  else if (strong == 0)
    say (self, 4,
         "Missing: all that was found stands in sentences about something else, or "
         "beside what an m:not of the concept forbids.");
  else
    say (self, 4, "Missing: what was found did not outweigh what speaks against it.");
}

/* number: its tag's place in the list. */
static void
say_concept (const Explainer *self, const Item *item, const Explanation *explanation,
             guint number)
{
  const gchar *bold = code (self, "\033[1m", ""), *plain = code (self, "\033[0m", "");
  const Tag *tag = explanation->tag;

  g_string_append_c (self->out, '\n');
  if (tag != NULL)
    say (self, 2, "[%u] %s%s%s (%s): %.2f, %s", number, bold, explanation->label, plain,
         explanation->concept, tag->score, modes[tag->mode]);
  else
    say (self, 2, "No tag: %s%s%s (%s): %.2f, and %.2f is needed", bold,
         explanation->label, plain, explanation->concept, explanation->score,
         explanation->threshold);
  say_findings (self, item, explanation);
  if (tag == NULL)
    say_missing (self, explanation);
  if (explanation->subject != SUBJECT_NO)
    say_weights (self, explanation);
}

static void
say_concepts (const Explainer *self, const Item *item, const GPtrArray *explanations)
{
  guint n_tags = 0, n_near = 0;

  for (guint i = 0; i < explanations->len; i++)
    {
      const Explanation *one = explanations->pdata[i];
      gboolean near = one->tag == NULL && one->score >= NEAR_SCORE;

      n_tags += one->tag != NULL;
      n_near += near;
      if (self->concept != NULL ? strcmp (one->concept, self->concept) == 0
                                : one->tag != NULL || (near && n_near <= MAX_NEAR))
        say_concept (self, item, one, n_tags);
    }
  if (self->concept == NULL && n_tags + n_near == 0)
    say (self, 2, "No concept comes near. With --concept ID: what one of them lacks.");
}

/* The recommendations that the records say it takes up. */
static void
say_matches (const Explainer *self, const Item *item, const ItemTags *recorded)
{
  for (guint i = 0; i < recorded->matches->len; i++)
    {
      const Match *match = recorded->matches->pdata[i];

      g_string_append_c (self->out, '\n');
      say (self, 2, "%sRecommendation %s%s: %.2f, %s: %s", code (self, "\033[1m", ""),
           match->recommendation, code (self, "\033[0m", ""), match->score,
           modes[match->mode], match->text);
      for (guint j = 0; j < match->evidence->len; j++)
        {
          Span span = g_array_index (match->evidence, Evidence, j).span;
          g_autofree gchar *words = quote (item->text, span);
          guint page = page_of (item, span);

          say (self, 6, page > 0 ? "%s, page %u" : "%s", words, page);
        }
    }
}

/* ------------------------------------------------------------------------- the items */

/* By printed number, or by identifier or its end: "84", "#1.3". */
static gboolean
is_named (const Item *item, const gchar *name)
{
  return strcmp (item->number, name) == 0 || strcmp (item->id, name) == 0
         || (name[0] == '#' && g_str_has_suffix (item->id, name));
}

static void
explain_item (Explainer *self, const Bundle *bundle, guint m, guint n)
{
  const Meeting *meeting = bundle->meetings->pdata[m];
  const Item *item = meeting->items->pdata[n];
  g_autoptr (GPtrArray) explanations = pipeline_explain (self->pipeline, meeting, n);

  if (self->n_found++ > 0)
    g_string_append_c (self->out, '\n');
  say (self, 0, "%s%s%s%s%s", code (self, "\033[1m", ""), item->number,
       item->number[0] != '\0' ? " " : "", item->title, code (self, "\033[0m", ""));
  say (self, 0, "%s, %s, %s", meeting->body != NULL ? meeting->body : "body not named",
       meeting->date != NULL ? meeting->date : "no date", bundle->document->source);
  g_string_append_c (self->out, '\n');
  say_text (self, item, explanations);
  say_concepts (self, item, explanations);
  if (self->concept == NULL && bundle->tags != NULL)
    say_matches (self, item, ((MeetingTags *)bundle->tags->pdata[m])->items->pdata[n]);
}

/* What could have been asked for instead; many meetings have an item 1. */
static void
note_number (Explainer *self, const Item *item)
{
  const gchar *number = *item->number != '\0' ? item->number : strrchr (item->id, '#');

  if (number != NULL && self->numbers->len < MAX_NUMBERS
      && !g_ptr_array_find_with_equal_func (self->numbers, number, g_str_equal, NULL))
    g_ptr_array_add (self->numbers, g_strdup (number));
}

static gboolean
explain_bundle (Bundle *bundle, gpointer data, GError **error)
{
  Explainer *self = data;

  for (guint i = 0; bundle->meetings != NULL && i < bundle->meetings->len; i++)
    {
      const Meeting *meeting = bundle->meetings->pdata[i];

      for (guint j = 0; j < meeting->items->len; j++)
        {
          const Item *item = meeting->items->pdata[j];

          if (is_named (item, self->item))
            explain_item (self, bundle, i, j);
          else
            note_number (self, item);
        }
    }
  return TRUE;
}

/* ----------------------------------------------------------------------- the command */

static gint
complain_of_item (const Explainer *self)
{
  g_autofree gchar *numbers = NULL;

  g_ptr_array_add (self->numbers, NULL);
  numbers = g_strjoinv (", ", (gchar **)self->numbers->pdata);
  command_complain ("no item '%s' in the records%s%s", self->item,
                    numbers[0] != '\0' ? "; there are " : ", which hold no item",
                    numbers);
  return EXIT_USAGE;
}

static gint
explain (Explainer *self, const gchar *path, const gchar *output_path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Output) output = NULL;

  if (!records_read (path, explain_bundle, self, &error))
    {
      command_complain ("%s", error->message);
      return EXIT_STOPPED;
    }
  if (self->n_found == 0)
    return complain_of_item (self);
  output = output_open (output_path, &error);
  if (output == NULL || !output_write (output, self->out->str, self->out->len, &error)
      || !output_close (output, &error))
    {
      command_complain ("%s", error->message);
      return EXIT_STOPPED;
    }
  return EXIT_DONE;
}

gint
explain_command (gint argc, gchar **argv)
{
  g_auto (CommandOptions) options = { 0 };
  g_autofree gchar *item = NULL, *concept = NULL, *path = NULL, *model = NULL;
  g_autoptr (Taxonomy) taxonomy = NULL;
  g_autoptr (Pipeline) pipeline = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  PipelineOptions stages = { 0 };
  Explainer self = { 0 };
  const GOptionEntry entries[] = {
    { "item", 0, 0, G_OPTION_ARG_STRING, &item, "the item of that number; or #1.3", "N" },
    { "concept", 0, 0, G_OPTION_ARG_STRING, &concept, "explain this one, tagged or not",
      "ID" },
    { "taxonomy", 0, 0, G_OPTION_ARG_FILENAME, &path,
      "SKOS concept scheme to use, not the built-in one", "FILE" },
    { "model", 0, 0, G_OPTION_ARG_FILENAME, &model,
      "learned weights to use; none: the taxonomy alone", "FILE" },
    { NULL },
  };
  gint status;

  if (!command_parse ("explain", entries, argc, argv, &options, &status))
    return status;
  if (item == NULL || g_strv_length (options.arguments) != 1)
    {
      command_complain ("one FILE of records, and --item N");
      return EXIT_USAGE;
    }
  stages.taxonomy = taxonomy = pipeline_open_taxonomy (path, &error);
  if (taxonomy == NULL || !pipeline_choose_model (&stages, model, &error))
    {
      command_complain ("%s", error->message);
      return EXIT_STOPPED;
    }
  if (concept != NULL && taxonomy_lookup (taxonomy, concept) == NULL)
    {
      command_complain ("no concept '%s' in the taxonomy", concept);
      return EXIT_USAGE;
    }
  stages.limits = extract_limits_default;
  pipeline = pipeline_new (&stages);
  self.item = item;
  self.concept = concept;
  self.pipeline = pipeline;
  self.out = out;
  self.width = terminal_get_width ();
  self.colour = options.output == NULL && terminal_has_colour ();
  self.verbose = options.verbose;
  self.numbers = numbers;
  status = explain (&self, options.arguments[0], options.output);
  g_clear_pointer (&stages.model, g_bytes_unref);
  return status;
}
