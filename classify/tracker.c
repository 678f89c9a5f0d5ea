/* tracker.c: items with tags, and inspections → the recommendations each item takes up.
 */

#include "classify/tracker.h"

#include <string.h>

#include "classify/standing.h"
#include "classify/wording.h"

/* Likeness from which words recite a recommendation by themselves; and where the item
 * recites others of the same report beside it. */
#define RECITES 0.7
#define RECITES_IN_LIST 0.5
/* How many recited make a list of them. */
#define LIST 2
/* A clause that is hardly more than the recommendation only names it. */
#define NAMES_ONLY 0.6
/* How much of what a recommendation is about the item must discuss, by itself or where it
 * also recites the recommendation. */
#define COVERS 0.65
#define COVERS_RECITED 0.34
#define MAX_EVIDENCE 6
/* A title names a recommendation if so much of the title is from it, and so much of it is
 * in the title: "Supervision of social workers" for one on how regular supervision is. */
#define TITLE_FROM 0.6
#define TITLE_HAS 0.2
#define TITLE_SCORE 0.6

typedef struct
{
  const Recommendation *recommendation;
  Phrase *phrase;
  GPtrArray *concepts; /* Tag *, not owned */
  GArray *shares;      /* gdouble, one for each: how much of it the concept is; sum 1 */
} Goal;

typedef struct
{
  const Inspection *inspection;
  GPtrArray *goals; /* Goal * */
} Programme;

struct Tracker
{
  Wording *wording;
  Standing *standing;
  GPtrArray *programmes; /* Programme * */
};

/* What an item says of one goal. */
typedef struct
{
  Likeness words;
  gboolean recited;
  gboolean titled; /* the item's title names it, and no other */
  gdouble covered; /* share of its concepts that the item discusses */
  gdouble score;   /* of those, the mean by share */
  TagMode mode;    /* the furthest of those */
} Finding;

static void
goal_free (gpointer data)
{
  Goal *goal = data;

  phrase_free (goal->phrase);
  g_ptr_array_unref (goal->concepts);
  g_array_unref (goal->shares);
  g_free (goal);
}

static void
programme_free (gpointer data)
{
  Programme *programme = data;

  g_ptr_array_unref (programme->goals);
  g_free (programme);
}

Tracker *
tracker_new (void)
{
  Tracker *self = g_new0 (Tracker, 1);

  self->wording = wording_new ();
  self->standing = standing_new ();
  self->programmes = g_ptr_array_new_with_free_func (programme_free);
  return self;
}

void
tracker_free (Tracker *self)
{
  if (self == NULL)
    return;
  wording_free (self->wording);
  standing_free (self->standing);
  g_ptr_array_unref (self->programmes);
  g_free (self);
}

/* How many of the recommendations are about the concept. */
static guint
count_uses (const GPtrArray *concepts, const gchar *concept)
{
  guint n = 0;

  for (guint i = 0; i < concepts->len; i++)
    {
      const ItemTags *tags = concepts->pdata[i];

      for (guint j = 0; j < tags->tags->len; j++)
        n += g_str_equal (((Tag *)tags->tags->pdata[j])->concept, concept);
    }
  return MAX (n, 1);
}

/* A concept that several recommendations of a report share, as "management oversight",
 * says less about each. */
static Goal *
make_goal (Tracker *self, const Recommendation *recommendation, const ItemTags *own,
           const GPtrArray *concepts)
{
  Goal *goal = g_new0 (Goal, 1);
  gdouble sum = 0;

  goal->recommendation = recommendation;
  goal->phrase = wording_learn (self->wording, recommendation->text);
  goal->concepts = g_ptr_array_new ();
  goal->shares = g_array_new (FALSE, FALSE, sizeof (gdouble));
  for (guint i = 0; i < own->tags->len; i++)
    {
      Tag *tag = own->tags->pdata[i];
      gdouble share = MAX (tag->score, 0.01) / count_uses (concepts, tag->concept);

      g_ptr_array_add (goal->concepts, tag);
      g_array_append_val (goal->shares, share);
      sum += share;
    }
  for (guint i = 0; i < goal->shares->len; i++)
    g_array_index (goal->shares, gdouble, i) /= sum;
  return goal;
}

void
tracker_add (Tracker *self, const Inspection *inspection, const GPtrArray *concepts)
{
  Programme *programme;

  /* A visit that asks for nothing takes nothing back. */
  if (inspection->recommendations->len == 0)
    return;
  programme = g_new0 (Programme, 1);
  programme->inspection = inspection;
  programme->goals = g_ptr_array_new_with_free_func (goal_free);
  for (guint i = 0; i < inspection->recommendations->len; i++)
    g_ptr_array_add (programme->goals,
                     make_goal (self, inspection->recommendations->pdata[i],
                                concepts->pdata[i], concepts));
  g_ptr_array_add (self->programmes, programme);
  standing_add (self->standing, inspection);
}

static const Tag *
find_tag (const GPtrArray *tags, const gchar *concept)
{
  for (guint i = 0; i < tags->len; i++)
    if (g_str_equal (((Tag *)tags->pdata[i])->concept, concept))
      return tags->pdata[i];
  return NULL;
}

static gboolean
is_inside (Span span, Span of)
{
  return span.start >= of.start && span.end <= of.end;
}

static gboolean
overlap (Span a, Span b)
{
  return a.start < b.end && b.start < a.end;
}

/* How often the tag has evidence beside the words that recite the goal. */
static guint
count_beside (const Tag *tag, const Likeness *words)
{
  guint n = 0;

  for (guint i = 0; i < tag->evidence->len; i++)
    n += !overlap (g_array_index (tag->evidence, Evidence, i).span, words->span);
  return n;
}

/* The concepts that the item says something about. One that is only half of what the
 * recommendation is about, or that the item recites it for, counts once more than one
 * sentence beside the recital takes it up. */
static void
cover (const Goal *goal, const GPtrArray *tags, Finding *finding)
{
  for (guint i = 0; i < goal->concepts->len; i++)
    {
      const Tag *own = goal->concepts->pdata[i];
      const Tag *tag = find_tag (tags, own->concept);
      gdouble share = g_array_index (goal->shares, gdouble, i);
      guint needed;

      if (tag == NULL || tag->mode == TAG_MODE_LISTED)
        continue;
      finding->covered += share;
      finding->score += share * tag->score;
      needed = share >= COVERS && finding->words.likeness < RECITES ? 1 : 2;
      if (share >= COVERS_RECITED && count_beside (tag, &finding->words) >= needed)
        finding->mode = MAX (finding->mode, tag->mode);
    }
  if (finding->covered > 0)
    finding->score /= finding->covered;
}

static gboolean
in_decision (const Item *item, Span span)
{
  for (guint i = 0; i < item->resolutions->len; i++)
    if (is_inside (span, g_array_index (item->resolutions, Resolution, i).span))
      return TRUE;
  for (guint i = 0; i < item->actions->len; i++)
    if (is_inside (span, g_array_index (item->actions, Action, i).span))
      return TRUE;
  return FALSE;
}

/* Which goals the item recites. In a list of them a wording further off will do, but each
 * entry is the recital of the one that it is most like. */
static void
find_recitals (Finding *findings, guint n)
{
  guint recited = 0;

  for (guint i = 0; i < n; i++)
    {
      findings[i].recited = findings[i].words.likeness >= RECITES;
      recited += findings[i].recited;
    }
  for (guint i = 0; i < n && recited >= LIST; i++)
    {
      gboolean best = findings[i].words.likeness >= RECITES_IN_LIST;

      for (guint j = 0; j < n && best; j++)
        best = j == i || findings[j].words.clause != findings[i].words.clause
               || findings[j].words.likeness < findings[i].words.likeness;
      findings[i].recited = findings[i].recited || best;
    }
}

/* How many goals are recited in one clause: "supervision, thresholds and life-story
 * work". */
static guint
count_clause (const Finding *findings, guint n, guint clause)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    count += findings[i].recited && findings[i].words.clause == clause;
  return count;
}

/* Which goal the item's title names, if it is one alone: "Care leavers" would name three.
 */
static void
find_titled (const Programme *programme, const GArray *title, Finding *findings)
{
  Finding *found = NULL;
  guint n = 0;

  for (guint i = 0; i < programme->goals->len; i++)
    {
      const Goal *goal = programme->goals->pdata[i];
      Likeness words = wording_find (goal->phrase, title);

      if (words.alone < TITLE_FROM || words.has < TITLE_HAS || words.n_shared < 2)
        continue;
      found = &findings[i];
      n++;
    }
  if (n == 1)
    found->titled = TRUE;
}

static TagMode
mode_of (const Item *item, const Finding *findings, guint n, guint i)
{
  const Finding *finding = &findings[i];
  TagMode mode = TAG_MODE_LISTED;

  if (finding->recited)
    {
      if (in_decision (item, finding->words.span))
        mode = TAG_MODE_DECIDED;
      else if (finding->words.alone < NAMES_ONLY
               && count_clause (findings, n, finding->words.clause) < LIST)
        mode = TAG_MODE_DISCUSSED;
    }
  return MAX (mode, finding->mode);
}

static void
add_evidence (Match *match, const Item *item, const Goal *goal, const Finding *finding,
              const GPtrArray *tags)
{
  if (finding->recited)
    evidence_add (match->evidence, item, finding->words.span);
  for (guint i = 0; i < goal->concepts->len; i++)
    {
      const Tag *own = goal->concepts->pdata[i];
      const Tag *tag = find_tag (tags, own->concept);

      if (tag == NULL || tag->mode == TAG_MODE_LISTED)
        continue;
      for (guint j = 0; j < tag->evidence->len && match->evidence->len < MAX_EVIDENCE;
           j++)
        {
          Span span = g_array_index (tag->evidence, Evidence, j).span;

          if (!finding->recited || !overlap (span, finding->words.span))
            evidence_add (match->evidence, item, span);
        }
    }
}

/* Does the item ask for anything to be done, beyond noting what it heard? */
static gboolean
resolves (const Item *item)
{
  for (guint i = 0; i < item->resolutions->len; i++)
    {
      const gchar *verb = g_array_index (item->resolutions, Resolution, i).verb;

      if (g_strcmp0 (verb, "note") != 0 && g_strcmp0 (verb, "receive") != 0)
        return TRUE;
    }
  return item->actions->len > 0;
}

/* Where only the title shows it, the item's first words stand for all of them. */
static void
add_opening (Match *match, const Item *item)
{
  const gchar *end = strchr (item->text, '\n');
  Span span = { 0, end != NULL ? (gsize)(end - item->text) : strlen (item->text) };

  if (span.end > 0)
    evidence_add (match->evidence, item, span);
}

static void
add_match (const Item *item, ItemTags *tags, const Goal *goal, const Finding *findings,
           guint n, guint i)
{
  const Finding *finding = &findings[i];
  gdouble words = finding->recited ? finding->words.likeness : 0;
  gdouble topic = finding->mode > TAG_MODE_LISTED || !finding->recited
                      ? finding->covered * finding->score
                      : 0;
  Match *match;

  if (finding->titled)
    topic = MAX (topic, TITLE_SCORE);
  if (!finding->recited && !finding->titled && finding->covered < COVERS)
    return;
  match = match_new ();
  match->recommendation = g_strdup (goal->recommendation->id);
  match->text = g_strdup (goal->recommendation->text);
  match->mode = mode_of (item, findings, n, i);
  if (!finding->recited || finding->titled)
    match->mode = MAX (match->mode, TAG_MODE_DISCUSSED);
  if (finding->titled && resolves (item))
    match->mode = TAG_MODE_DECIDED;
  match->score = 1 - (1 - words) * (1 - topic);
  if (match->mode == TAG_MODE_LISTED)
    evidence_add (match->evidence, item, finding->words.span);
  else
    add_evidence (match, item, goal, finding, tags->tags);
  if (match->evidence->len == 0)
    add_opening (match, item);
  if (match->evidence->len == 0)
    {
      match_free (match);
      return;
    }
  g_ptr_array_add (tags->matches, match);
}

static void
read_item (Tracker *self, const Programme *programme, const Item *item, ItemTags *tags)
{
  guint n = programme->goals->len;
  g_autofree Finding *findings = g_new0 (Finding, n);
  g_autoptr (GArray) terms = wording_read (self->wording, item->text);
  g_autoptr (GArray) title = wording_read (self->wording, item->title);

  for (guint i = 0; i < n; i++)
    {
      const Goal *goal = programme->goals->pdata[i];

      findings[i].words = wording_find (goal->phrase, terms);
      cover (goal, tags->tags, &findings[i]);
    }
  find_recitals (findings, n);
  find_titled (programme, title, findings);
  for (guint i = 0; i < n; i++)
    add_match (item, tags, programme->goals->pdata[i], findings, n, i);
}

/* A meeting's matches: each of its items', in the order of the reports. */
static void
sum_up (const Programme *programme, const Meeting *meeting, MeetingTags *tags)
{
  for (guint g = 0; g < programme->goals->len; g++)
    {
      const Goal *goal = programme->goals->pdata[g];
      MeetingTag *sum = NULL;

      for (guint i = 0; i < tags->items->len; i++)
        {
          const GPtrArray *matches = ((ItemTags *)tags->items->pdata[i])->matches;

          for (guint j = 0; j < matches->len; j++)
            {
              const Match *match = matches->pdata[j];

              if (!g_str_equal (match->recommendation, goal->recommendation->id))
                continue;
              if (sum == NULL)
                sum = meeting_tag_new (match->recommendation);
              sum->score = MAX (sum->score, match->score);
              sum->mode = MAX (sum->mode, match->mode);
              g_ptr_array_add (sum->items,
                               g_strdup (((Item *)meeting->items->pdata[i])->number));
            }
        }
      if (sum != NULL)
        g_ptr_array_add (tags->matches, sum);
    }
}

static void
warn_once (GPtrArray *warnings, const gchar *text)
{
  for (guint i = 0; i < warnings->len; i++)
    if (g_str_equal (warnings->pdata[i], text))
      return;
  g_ptr_array_add (warnings, g_strdup (text));
}

/* The inspections whose recommendations the meeting could take up. A text that does not
 * say whose it is may name the inspection by the day its report came out; a newspaper
 * names the council. (transfer full) */
static GPtrArray *
find_inspections (Tracker *self, const Meeting *meeting, GPtrArray *warnings)
{
  const gchar *council = meeting->council;
  const Inspection *one;
  GPtrArray *named;

  if (council == NULL
      && (meeting->kind == MEETING_KIND_ARTICLE || meeting->kind == MEETING_KIND_UNKNOWN))
    council = standing_council_in (self->standing, meeting);
  if (council != NULL && meeting->date != NULL)
    return standing_on (self->standing, council, meeting->date);
  named = standing_named (self->standing, council, meeting);
  one = named->len > 0 ? named->pdata[0] : NULL;
  /* A report that does not say whose it is stands by itself. */
  if (one != NULL && one->council != NULL && meeting->date != NULL)
    {
      GPtrArray *standing = standing_on (self->standing, one->council, meeting->date);

      g_ptr_array_unref (named);
      return standing;
    }
  if (named->len == 0)
    warn_once (warnings,
               council == NULL
                   ? "no council is named, nothing is held against the recommendations "
                     "(--council names it)"
                   : "neither a date nor an inspection is named, nothing is held against "
                     "the recommendations");
  return named;
}

void
tracker_read (Tracker *self, const GPtrArray *meetings, GPtrArray *tags,
              GPtrArray *warnings)
{
  for (guint i = 0; i < meetings->len; i++)
    {
      const Meeting *meeting = meetings->pdata[i];
      MeetingTags *out = tags->pdata[i];
      g_autoptr (GPtrArray) standing = find_inspections (self, meeting, warnings);

      for (guint p = 0; p < self->programmes->len; p++)
        {
          const Programme *programme = self->programmes->pdata[p];

          if (!g_ptr_array_find (standing, programme->inspection, NULL))
            continue;
          for (guint j = 0; j < meeting->items->len; j++)
            read_item (self, programme, meeting->items->pdata[j], out->items->pdata[j]);
          sum_up (programme, meeting, out);
        }
    }
}
