/* history_shape.c: what a history is in JSON. */

#include "pipelines/history.h"

#define MEMBER(struct_, member) .offset = offsetof (struct_, member)

static const gchar *const modes[] = { "listed", "discussed", "decided" };

static const Field step_fields[] = {
  { "item", FIELD_STRING, MEMBER (Step, item), .meaning = "the item's identifier" },
  { "source", FIELD_STRING, MEMBER (Step, source), .meaning = "path as it was given" },
  { "date", FIELD_STRING_OR_NULL, MEMBER (Step, date), .meaning = "the meeting's" },
  { "body", FIELD_STRING_OR_NULL, MEMBER (Step, body), .meaning = "the meeting's" },
  { "number", FIELD_STRING, MEMBER (Step, number), .meaning = "the item's" },
  { "title", FIELD_STRING, MEMBER (Step, title), .meaning = "the item's" },
  { "mode", FIELD_ENUM, MEMBER (Step, mode), .names = modes,
    .n_names = G_N_ELEMENTS (modes), .meaning = "how far" },
  { "score", FIELD_SCORE, MEMBER (Step, score), .meaning = "chance that it is right" },
  { "exact", FIELD_STRINGS, MEMBER (Step, exact), .meaning = "the words" },
  { "resolutions", FIELD_STRINGS, MEMBER (Step, resolutions),
    .meaning = "what the item resolved" },
  { "follows", FIELD_STRINGS, MEMBER (Step, follows),
    .meaning = "earlier items that it refers to" },
  { "followed_by", FIELD_STRINGS, MEMBER (Step, followed_by),
    .meaning = "later items that refer to it" },
};
static gpointer
make_step (void)
{
  return step_new ();
}

static const Shape step_shape = { "step", sizeof (Step), make_step,
                                  NULL,   step_fields,   G_N_ELEMENTS (step_fields) };

static const Field gap_fields[] = {
  { "start", FIELD_STRING, MEMBER (Gap, start), .meaning = "first day" },
  { "end", FIELD_STRING, MEMBER (Gap, end), .meaning = "last day" },
  { "days", FIELD_UINT, MEMBER (Gap, days), .meaning = "between them" },
};
static const Shape gap_shape = { "gap", sizeof (Gap), NULL,
                                 NULL,  gap_fields,   G_N_ELEMENTS (gap_fields) };

static const Field history_fields[] = {
  { "recommendation", FIELD_STRING, MEMBER (History, recommendation),
    .meaning = "identifier" },
  { "inspection", FIELD_STRING_OR_NULL, MEMBER (History, inspection),
    .meaning = "the inspection it is from" },
  { "council", FIELD_STRING_OR_NULL, MEMBER (History, council), .meaning = "whose" },
  { "number", FIELD_UINT_OR_NULL, MEMBER (History, number), .meaning = "in the report" },
  { "text", FIELD_STRING_OR_NULL, MEMBER (History, text), .meaning = "its words" },
  { "since", FIELD_STRING_OR_NULL, MEMBER (History, since),
    .meaning = "the day from which it stands" },
  { "until", FIELD_STRING_OR_NULL, MEMBER (History, until),
    .meaning = "the day on which a later inspection replaced it" },
  { "as_of", FIELD_STRING_OR_NULL, MEMBER (History, as_of),
    .meaning = "the day up to which days are counted" },
  { "meetings", FIELD_UINT, MEMBER (History, meetings),
    .meaning = "the council's meetings among the records, from since to as_of" },
  { "listed", FIELD_UINT, MEMBER (History, listed), .meaning = "items that list it" },
  { "discussed", FIELD_UINT, MEMBER (History, discussed),
    .meaning = "items that discuss it" },
  { "decided", FIELD_UINT, MEMBER (History, decided),
    .meaning = "items that decide on it" },
  { "last_discussed", FIELD_STRING_OR_NULL, MEMBER (History, last_discussed),
    .meaning = "the day it was last discussed or decided on" },
  { "never_discussed", FIELD_BOOL, MEMBER (History, never_discussed),
    .meaning = "nobody discussed it" },
  { "days_since", FIELD_INT_OR_NULL, MEMBER (History, days_since),
    .meaning = "days from then, or from the report, to as_of" },
  { "gaps", FIELD_STRUCTS, MEMBER (History, gaps), .shape = &gap_shape,
    .meaning = "times in which nobody discussed it" },
  { "steps", FIELD_POINTERS, MEMBER (History, steps), .shape = &step_shape,
    .meaning = "the items that took it up, by date" },
};
static gpointer
make_history (void)
{
  return history_new ();
}

const Shape history_shape = {
  "history", sizeof (History), make_history,
  NULL,      history_fields,   G_N_ELEMENTS (history_fields)
};
