/* schema.c: the tables. */

#include "pipelines/schema.h"

#define MEMBER(base_, struct_, member) .offset = offsetof (struct_, member), .base = base_
#define NAMES(array) .names = array, .n_names = G_N_ELEMENTS (array)
#define SHAPE(shape_) .shape = &(shape_)

static const gchar *const text_layers[] = { NULL, "native", "ocr", "mixed", "none" };
G_STATIC_ASSERT (G_N_ELEMENTS (text_layers) == TEXT_LAYER_LAST + 1);

static const gchar *const page_statuses[] = { "native", "ocr", "blank", "none" };
G_STATIC_ASSERT (G_N_ELEMENTS (page_statuses) == PAGE_STATUS_LAST + 1);

static const gchar *const page_problems[] = { NULL, "late", "unread", "broken",
                                              "wordless" };
G_STATIC_ASSERT (G_N_ELEMENTS (page_problems) == PAGE_PROBLEM_LAST + 1);

static const gchar *const line_roles[] = { NULL,          "heading",    "meeting",
                                           "item-number", "item-title", "label",
                                           "attachment",  "cell",       "side",
                                           "stamp",       "artifact" };
G_STATIC_ASSERT (G_N_ELEMENTS (line_roles) == LINE_ROLE_LAST + 1);

static const gchar *const meeting_kinds[] = {
  "minutes", "agenda", "pack", "issue", "decision", "report", "article", "unknown"
};
G_STATIC_ASSERT (G_N_ELEMENTS (meeting_kinds) == MEETING_KIND_LAST + 1);

static const gchar *const meeting_statuses[] = { NULL, "draft", "final", "cancelled" };
G_STATIC_ASSERT (G_N_ELEMENTS (meeting_statuses) == MEETING_STATUS_LAST + 1);

static const gchar *const resolution_kinds[] = { "resolved", "recommended", "agreed",
                                                 "noted",    "decided",     "ordered",
                                                 "carried" };
G_STATIC_ASSERT (G_N_ELEMENTS (resolution_kinds) == RESOLUTION_LAST + 1);

static const gchar *const vote_results[] = { "lost", "carried" };

static const gchar *const modes[] = { "listed", "discussed", "decided" };
G_STATIC_ASSERT (G_N_ELEMENTS (modes) == TAG_MODE_LAST + 1);

static const gchar *const failure_reasons[] = {
  "unreadable", "unsupported", "empty", "encrypted", "corrupt",
  "timeout",    "memory",      "crash", "too-large"
};
G_STATIC_ASSERT (G_N_ELEMENTS (failure_reasons) == FAILURE_LAST + 1);

const gchar *
failure_reason_get_name (FailureReason reason)
{
  return failure_reasons[reason];
}

static const Field bookmark_fields[] = {
  { "title", FIELD_STRING, MEMBER (0, Bookmark, title),
    .meaning = "the bookmark's words" },
  { "page", FIELD_UINT_OR_NULL, MEMBER (0, Bookmark, page), .meaning = "where it leads" },
  { "level", FIELD_UINT, MEMBER (0, Bookmark, level), .meaning = "depth, from 1" },
};
static const Shape bookmark_shape = {
  "bookmark", sizeof (Bookmark), NULL,
  NULL,       bookmark_fields,   G_N_ELEMENTS (bookmark_fields)
};

static const Field line_fields[] = {
  { "text", FIELD_STRING, MEMBER (0, Line, text), .meaning = "the line's words" },
  { "bbox", FIELD_BOX, MEMBER (0, Line, box), .meaning = "where it stands on the page" },
  { "size", FIELD_POINTS, MEMBER (0, Line, size),
    .meaning = "type size in points, 0 unknown" },
  { "bold", FIELD_BOOL, MEMBER (0, Line, bold),
    .meaning = "most of its letters are bold" },
  { "italic", FIELD_BOOL, MEMBER (0, Line, italic), .meaning = "most are italic" },
  { "role", FIELD_ENUM, MEMBER (0, Line, role), NAMES (line_roles),
    .meaning = "what the source's own structure says that it is" },
  { "block", FIELD_UINT_OR_NULL, MEMBER (0, Line, block),
    .meaning = "lines of one paragraph of the source share it" },
  { "table", FIELD_UINT_OR_NULL, MEMBER (0, Line, table),
    .meaning = "table of the page" },
  { "row", FIELD_UINT_OR_NULL, MEMBER (0, Line, row), .meaning = "row of the table" },
  { "column", FIELD_UINT_OR_NULL, MEMBER (0, Line, column),
    .meaning = "column of the table" },
};
static const Shape line_shape = { "line", sizeof (Line), NULL,
                                  NULL,   line_fields,   G_N_ELEMENTS (line_fields) };

static const Field person_fields[] = {
  { "name", FIELD_STRING, MEMBER (0, Person, name),
    .meaning = "without titles of office" },
  { "role", FIELD_STRING_OR_NULL, MEMBER (0, Person, role), .meaning = "as printed" },
};
static const Shape person_shape = { "person",      sizeof (Person),
                                    NULL,          NULL,
                                    person_fields, G_N_ELEMENTS (person_fields) };

static gpointer
make_meeting_tag (void)
{
  return meeting_tag_new (NULL);
}

static const Field meeting_tag_fields[] = {
  { "concept", FIELD_STRING, MEMBER (0, MeetingTag, id),
    .meaning = "taxonomy identifier" },
  { "score", FIELD_SCORE, MEMBER (0, MeetingTag, score),
    .meaning = "highest of its items" },
  { "mode", FIELD_ENUM, MEMBER (0, MeetingTag, mode), NAMES (modes),
    .meaning = "furthest of its items" },
  { "items", FIELD_STRINGS, MEMBER (0, MeetingTag, items),
    .meaning = "the items' numbers" },
};
static const Shape meeting_tag_shape = {
  "meeting-tag", sizeof (MeetingTag), make_meeting_tag,
  NULL,          meeting_tag_fields,  G_N_ELEMENTS (meeting_tag_fields)
};

static const Field meeting_match_fields[] = {
  { "recommendation", FIELD_STRING, MEMBER (0, MeetingTag, id),
    .meaning = "identifier of the recommendation" },
  { "score", FIELD_SCORE, MEMBER (0, MeetingTag, score),
    .meaning = "highest of its items" },
  { "mode", FIELD_ENUM, MEMBER (0, MeetingTag, mode), NAMES (modes),
    .meaning = "furthest of its items" },
  { "items", FIELD_STRINGS, MEMBER (0, MeetingTag, items),
    .meaning = "the items' numbers" },
};
static const Shape meeting_match_shape = {
  "meeting-match",      sizeof (MeetingTag),
  make_meeting_tag,     NULL,
  meeting_match_fields, G_N_ELEMENTS (meeting_match_fields)
};

static const Field item_line_fields[] = {
  { "range", FIELD_RANGE, MEMBER (0, ItemLine, span), .meaning = "of the item's text" },
  { "page", FIELD_UINT_OR_NULL, MEMBER (0, ItemLine, page), .meaning = "page, from 1" },
  { "bbox", FIELD_BOX, MEMBER (0, ItemLine, box), .meaning = "where it stands" },
};
static const Shape item_line_shape = {
  "item-line", sizeof (ItemLine), NULL,
  NULL,        item_line_fields,  G_N_ELEMENTS (item_line_fields)
};

static const Field paragraph_fields[] = {
  { "number", FIELD_STRING, MEMBER (0, Paragraph, number),
    .meaning = "as printed or empty" },
  { "range", FIELD_RANGE, MEMBER (0, Paragraph, span), .meaning = "of the item's text" },
  { "level", FIELD_UINT, MEMBER (0, Paragraph, level),
    .meaning = "depth of its list, or 0" },
};
static const Shape paragraph_shape = {
  "paragraph", sizeof (Paragraph), NULL,
  NULL,        paragraph_fields,   G_N_ELEMENTS (paragraph_fields)
};

static const Field resolution_fields[] = {
  { "number", FIELD_STRING, MEMBER (0, Resolution, number),
    .meaning = "of its list entry or paragraph, as printed, or empty" },
  { "kind", FIELD_ENUM, MEMBER (0, Resolution, kind), NAMES (resolution_kinds),
    .meaning = "by the word that marks it" },
  { "verb", FIELD_STRING_OR_NULL, MEMBER (0, Resolution, verb),
    .meaning = "base form of its leading verb" },
  { "span", FIELD_SPAN, MEMBER (0, Resolution, span), .meaning = "what was resolved" },
};
static const Shape resolution_shape = {
  "resolution", sizeof (Resolution), NULL,
  NULL,         resolution_fields,   G_N_ELEMENTS (resolution_fields)
};

static const Field vote_fields[] = {
  { "result", FIELD_ENUM, MEMBER (0, Vote, carried), NAMES (vote_results),
    .meaning = "carried or lost" },
  { "for", FIELD_INT_OR_NULL, MEMBER (0, Vote, for_), .meaning = "votes for" },
  { "against", FIELD_INT_OR_NULL, MEMBER (0, Vote, against), .meaning = "votes against" },
  { "abstained", FIELD_INT_OR_NULL, MEMBER (0, Vote, abstained),
    .meaning = "abstentions" },
  { "span", FIELD_SPAN, MEMBER (0, Vote, span), .meaning = "the sentence" },
};
static const Shape vote_shape = { "vote", sizeof (Vote), NULL,
                                  NULL,   vote_fields,   G_N_ELEMENTS (vote_fields) };

static const Field action_fields[] = {
  { "owner", FIELD_STRING_OR_NULL, MEMBER (0, Action, owner), .meaning = "as printed" },
  { "due", FIELD_STRING_OR_NULL, MEMBER (0, Action, due),
    .meaning = "date, or as printed" },
  { "span", FIELD_SPAN, MEMBER (0, Action, span), .meaning = "what is to be done" },
};
static const Shape action_shape = { "action",      sizeof (Action),
                                    NULL,          NULL,
                                    action_fields, G_N_ELEMENTS (action_fields) };

static const Field reference_fields[] = {
  { "minute", FIELD_STRING_OR_NULL, MEMBER (0, Reference, minute),
    .meaning = "number of the earlier minute" },
  { "date", FIELD_STRING_OR_NULL, MEMBER (0, Reference, date),
    .meaning = "of its meeting" },
  { "span", FIELD_SPAN, MEMBER (0, Reference, span), .meaning = "the words" },
};
static const Shape reference_shape = {
  "reference", sizeof (Reference), NULL,
  NULL,        reference_fields,   G_N_ELEMENTS (reference_fields)
};

static const Field judgement_fields[] = {
  { "judgement", FIELD_STRING, MEMBER (0, Judgement, judgement),
    .meaning = "what is judged" },
  { "grade", FIELD_STRING, MEMBER (0, Judgement, grade), .meaning = "Ofsted's grade" },
};
static const Shape judgement_shape = {
  "judgement", sizeof (Judgement), NULL,
  NULL,        judgement_fields,   G_N_ELEMENTS (judgement_fields)
};

static void
mention_prepare (gpointer data)
{
  InspectionMention *mention = data;

  mention->judgements = judgements_new ();
}

static const Field mention_fields[] = {
  { "framework", FIELD_STRING_OR_NULL, MEMBER (0, InspectionMention, framework),
    .meaning = "ILACS, SIF, JTAI …" },
  { "kind", FIELD_STRING_OR_NULL, MEMBER (0, InspectionMention, kind),
    .meaning = "inspection, focused-visit, monitoring-visit …" },
  { "date", FIELD_STRING_OR_NULL, MEMBER (0, InspectionMention, date),
    .meaning = "when it was" },
  { "published", FIELD_STRING_OR_NULL, MEMBER (0, InspectionMention, published),
    .meaning = "when its report was published" },
  { "judgements", FIELD_STRUCTS, MEMBER (0, InspectionMention, judgements),
    SHAPE (judgement_shape), .meaning = "the grades that are named" },
  { "span", FIELD_SPAN, MEMBER (0, InspectionMention, span), .meaning = "the words" },
};
static const Shape mention_shape = {
  "inspection-mention", sizeof (InspectionMention),   NULL, mention_prepare,
  mention_fields,       G_N_ELEMENTS (mention_fields)
};

static const Field page_box_fields[] = {
  { "page", FIELD_UINT, MEMBER (0, PageBox, page), .meaning = "page, from 1" },
  { "bbox", FIELD_BOX, MEMBER (0, PageBox, box), .meaning = "where it stands" },
};
static const Shape page_box_shape = {
  "page-box", sizeof (PageBox), NULL,
  NULL,       page_box_fields,  G_N_ELEMENTS (page_box_fields)
};

static void
evidence_prepare (gpointer data)
{
  Evidence *evidence = data;

  evidence->boxes = g_array_new (FALSE, TRUE, sizeof (PageBox));
}

static const Field evidence_fields[] = {
  { "span", FIELD_SPAN, MEMBER (0, Evidence, span), .meaning = "the words that show it" },
  { "place", FIELD_PLACE, MEMBER (0, Evidence, boxes), .meaning = "where it begins" },
  { "boxes", FIELD_STRUCTS, MEMBER (0, Evidence, boxes), SHAPE (page_box_shape),
    .meaning = "one for each page or column that it touches" },
};
static const Shape evidence_shape = {
  "evidence",       sizeof (Evidence), NULL,
  evidence_prepare, evidence_fields,   G_N_ELEMENTS (evidence_fields)
};

static gpointer
make_tag (void)
{
  return tag_new ();
}

static const Field tag_fields[] = {
  { "concept", FIELD_STRING, MEMBER (0, Tag, concept), .meaning = "taxonomy identifier" },
  { "label", FIELD_STRING, MEMBER (0, Tag, label), .meaning = "its preferred label" },
  { "theme", FIELD_STRING_OR_NULL, MEMBER (0, Tag, theme), .meaning = "its top concept" },
  { "score", FIELD_SCORE, MEMBER (0, Tag, score), .meaning = "chance that it is right" },
  { "mode", FIELD_ENUM, MEMBER (0, Tag, mode), NAMES (modes), .meaning = "how far" },
  { "evidence", FIELD_STRUCTS, MEMBER (0, Tag, evidence), SHAPE (evidence_shape),
    .meaning = "the words, at least one" },
  { "reason", FIELD_STRING_OR_NULL, MEMBER (0, Tag, reason),
    .meaning = "why it is there, in a line" },
};
static const Shape tag_shape = { "tag", sizeof (Tag), make_tag,
                                 NULL,  tag_fields,   G_N_ELEMENTS (tag_fields) };

static const Field concept_fields[] = {
  { "concept", FIELD_STRING, MEMBER (0, Tag, concept), .meaning = "taxonomy identifier" },
  { "score", FIELD_SCORE, MEMBER (0, Tag, score), .meaning = "chance that it is right" },
};
static const Shape concept_shape = { "concept",      sizeof (Tag),
                                     make_tag,       NULL,
                                     concept_fields, G_N_ELEMENTS (concept_fields) };

static gpointer
make_match (void)
{
  return match_new ();
}

static const Field match_fields[] = {
  { "recommendation", FIELD_STRING, MEMBER (0, Match, recommendation),
    .meaning = "identifier of the recommendation" },
  { "exact_text", FIELD_STRING, MEMBER (0, Match, text), .meaning = "its words" },
  { "score", FIELD_SCORE, MEMBER (0, Match, score),
    .meaning = "chance that it is right" },
  { "mode", FIELD_ENUM, MEMBER (0, Match, mode), NAMES (modes), .meaning = "how far" },
  { "evidence", FIELD_STRUCTS, MEMBER (0, Match, evidence), SHAPE (evidence_shape),
    .meaning = "the words, at least one" },
};
static const Shape match_shape = { "match", sizeof (Match), make_match,
                                   NULL,    match_fields,   G_N_ELEMENTS (match_fields) };

static const Field document_fields[] = {
  { "document", FIELD_STRING, MEMBER (BASE_DOCUMENT, Document, id),
    .meaning = "sha256: and the hash of the input's bytes" },
  { "source", FIELD_STRING, MEMBER (BASE_DOCUMENT, Document, source),
    .meaning = "path as it was given" },
  { "media_type", FIELD_STRING, MEMBER (BASE_DOCUMENT, Document, media_type),
    .meaning = "by its first bytes" },
  { "bytes", FIELD_UINT64, MEMBER (BASE_DOCUMENT, Document, bytes),
    .meaning = "its size" },
  { "pages", FIELD_UINT_OR_NULL, MEMBER (BASE_DOCUMENT, Document, n_pages),
    .meaning = "of the file; null for a source without pages" },
  { "title", FIELD_STRING_OR_NULL, MEMBER (BASE_DOCUMENT, Document, title),
    .meaning = "the file's own title" },
  { "producer", FIELD_STRING_OR_NULL, MEMBER (BASE_DOCUMENT, Document, producer),
    .meaning = "the program that made it" },
  { "text_layer", FIELD_ENUM, MEMBER (BASE_DOCUMENT, Document, text_layer),
    NAMES (text_layers), .meaning = "where its text comes from" },
  { "outline", FIELD_STRUCTS, MEMBER (BASE_DOCUMENT, Document, outline),
    SHAPE (bookmark_shape), .meaning = "its bookmarks" },
  { "warnings", FIELD_STRINGS, MEMBER (BASE_DOCUMENT, Document, warnings),
    .meaning = "what could not be read or was removed, for people" },
  { "made_with", FIELD_STRING_OR_NULL, MEMBER (BASE_FRAME, Frame, made_with),
    .meaning =
        "heed's version and a hash of its settings: equal where the same bytes give "
        "the same records" },
  { "records", FIELD_UINT, MEMBER (BASE_FRAME, Frame, n_records),
    .meaning = "how many of its records follow" },
};

static const Field page_fields[] = {
  { "document", FIELD_STRING, MEMBER (BASE_DOCUMENT, Document, id), .context = TRUE,
    .meaning = "the document it is of" },
  { "page", FIELD_UINT_OR_NULL, MEMBER (BASE_PAGE, Page, number),
    .meaning = "from 1; null for a source without pages" },
  { "width", FIELD_POINTS, MEMBER (BASE_PAGE, Page, width), .meaning = "points" },
  { "height", FIELD_POINTS, MEMBER (BASE_PAGE, Page, height), .meaning = "points" },
  { "label", FIELD_STRING_OR_NULL, MEMBER (BASE_PAGE, Page, label),
    .meaning = "the file's own page label" },
  { "status", FIELD_ENUM, MEMBER (BASE_PAGE, Page, status), NAMES (page_statuses),
    .meaning = "where its text comes from" },
  { "problem", FIELD_ENUM, MEMBER (BASE_PAGE, Page, problem), NAMES (page_problems),
    .meaning = "why its text is not what it shows" },
  { "lines", FIELD_STRUCTS, MEMBER (BASE_PAGE, Page, lines), SHAPE (line_shape),
    .meaning = "in reading order" },
};

static const Field meeting_fields[] = {
  { "meeting", FIELD_STRING, MEMBER (BASE_MEETING, Meeting, id),
    .meaning = "document, # and a number" },
  { "document", FIELD_STRING, MEMBER (BASE_DOCUMENT, Document, id), .context = TRUE,
    .meaning = "the document it is in" },
  { "source", FIELD_STRING, MEMBER (BASE_DOCUMENT, Document, source), .context = TRUE,
    .meaning = "path as it was given" },
  { "kind", FIELD_ENUM, MEMBER (BASE_MEETING, Meeting, kind), NAMES (meeting_kinds),
    .meaning = "what the text is" },
  { "status", FIELD_ENUM, MEMBER (BASE_MEETING, Meeting, status),
    NAMES (meeting_statuses), .meaning = "as the text marks it" },
  { "council", FIELD_STRING_OR_NULL, MEMBER (BASE_MEETING, Meeting, council),
    .meaning = "whose meeting" },
  { "body", FIELD_STRING_OR_NULL, MEMBER (BASE_MEETING, Meeting, body),
    .meaning = "Cabinet, a committee, a panel" },
  { "date", FIELD_STRING_OR_NULL, MEMBER (BASE_MEETING, Meeting, date),
    .meaning = "ISO 8601" },
  { "time", FIELD_STRING_OR_NULL, MEMBER (BASE_MEETING, Meeting, time),
    .meaning = "HH:MM" },
  { "venue", FIELD_STRING_OR_NULL, MEMBER (BASE_MEETING, Meeting, venue),
    .meaning = "as printed" },
  { "chair", FIELD_STRING_OR_NULL, MEMBER (BASE_MEETING, Meeting, chair),
    .meaning = "who took the chair" },
  { "present", FIELD_STRUCTS, MEMBER (BASE_MEETING, Meeting, present),
    SHAPE (person_shape), .meaning = "members" },
  { "apologies", FIELD_STRUCTS, MEMBER (BASE_MEETING, Meeting, apologies),
    SHAPE (person_shape), .meaning = "who sent apologies" },
  { "in_attendance", FIELD_STRUCTS, MEMBER (BASE_MEETING, Meeting, in_attendance),
    SHAPE (person_shape), .meaning = "officers and others" },
  { "page_start", FIELD_UINT_OR_NULL, MEMBER (BASE_MEETING, Meeting, page_start),
    .meaning = "first page" },
  { "page_end", FIELD_UINT_OR_NULL, MEMBER (BASE_MEETING, Meeting, page_end),
    .meaning = "last page" },
  { "tags", FIELD_POINTERS, MEMBER (BASE_MEETING_TAGS, MeetingTags, tags),
    SHAPE (meeting_tag_shape), .meaning = "concepts of its items" },
  { "recommendations", FIELD_POINTERS, MEMBER (BASE_MEETING_TAGS, MeetingTags, matches),
    SHAPE (meeting_match_shape), .meaning = "recommendations that its items take up" },
};

static const Field item_fields[] = {
  { "item", FIELD_STRING, MEMBER (BASE_ITEM, Item, id),
    .meaning = "meeting, . and a number" },
  { "meeting", FIELD_STRING, MEMBER (BASE_MEETING, Meeting, id), .context = TRUE,
    .meaning = "the meeting it is of" },
  { "document", FIELD_STRING, MEMBER (BASE_DOCUMENT, Document, id), .context = TRUE,
    .meaning = "the document it is in" },
  { "source", FIELD_STRING, MEMBER (BASE_DOCUMENT, Document, source), .context = TRUE,
    .meaning = "path as it was given" },
  { "council", FIELD_STRING_OR_NULL, MEMBER (BASE_MEETING, Meeting, council),
    .context = TRUE, .meaning = "the meeting's" },
  { "body", FIELD_STRING_OR_NULL, MEMBER (BASE_MEETING, Meeting, body), .context = TRUE,
    .meaning = "the meeting's" },
  { "date", FIELD_STRING_OR_NULL, MEMBER (BASE_MEETING, Meeting, date), .context = TRUE,
    .meaning = "the meeting's" },
  { "number", FIELD_STRING, MEMBER (BASE_ITEM, Item, number),
    .meaning =
        "the minute's own, as printed, without closing punctuation; empty if none" },
  { "agenda_number", FIELD_STRING_OR_NULL, MEMBER (BASE_ITEM, Item, agenda_number),
    .meaning = "the agenda's, where both are printed" },
  { "title", FIELD_STRING, MEMBER (BASE_ITEM, Item, title), .meaning = "one line" },
  { "text", FIELD_TEXT, MEMBER (BASE_ITEM, Item, text),
    .meaning = "its words; every start and end counts code points in it" },
  { "page_start", FIELD_UINT_OR_NULL, MEMBER (BASE_ITEM, Item, page_start),
    .meaning = "first page" },
  { "page_end", FIELD_UINT_OR_NULL, MEMBER (BASE_ITEM, Item, page_end),
    .meaning = "last page" },
  { "truncated", FIELD_BOOL, MEMBER (BASE_ITEM, Item, truncated),
    .meaning = "the source itself was cut" },
  { "lines", FIELD_STRUCTS, MEMBER (BASE_ITEM, Item, lines), SHAPE (item_line_shape),
    .meaning = "the printed lines of its text" },
  { "paragraphs", FIELD_STRUCTS, MEMBER (BASE_ITEM, Item, paragraphs),
    SHAPE (paragraph_shape), .meaning = "its paragraphs and list entries" },
  { "resolutions", FIELD_STRUCTS, MEMBER (BASE_ITEM, Item, resolutions),
    SHAPE (resolution_shape), .meaning = "one for each thing resolved" },
  { "votes", FIELD_STRUCTS, MEMBER (BASE_ITEM, Item, votes), SHAPE (vote_shape),
    .meaning = "votes taken" },
  { "actions", FIELD_STRUCTS, MEMBER (BASE_ITEM, Item, actions), SHAPE (action_shape),
    .meaning = "what somebody is to do" },
  { "references", FIELD_STRUCTS, MEMBER (BASE_ITEM, Item, references),
    SHAPE (reference_shape), .meaning = "earlier minutes that it names" },
  { "inspections", FIELD_STRUCTS, MEMBER (BASE_ITEM, Item, inspections),
    SHAPE (mention_shape), .meaning = "inspections that it names" },
  { "tags", FIELD_POINTERS, MEMBER (BASE_ITEM_TAGS, ItemTags, tags), SHAPE (tag_shape),
    .meaning = "concepts that it takes up" },
  { "recommendations", FIELD_POINTERS, MEMBER (BASE_ITEM_TAGS, ItemTags, matches),
    SHAPE (match_shape), .meaning = "recommendations that it takes up" },
};

static const Field inspection_fields[] = {
  { "inspection", FIELD_STRING, MEMBER (BASE_INSPECTION, Inspection, id),
    .meaning = "URN or council, / and a date" },
  { "council", FIELD_STRING_OR_NULL, MEMBER (BASE_INSPECTION, Inspection, council),
    .meaning = "the council inspected" },
  { "urn", FIELD_STRING_OR_NULL, MEMBER (BASE_INSPECTION, Inspection, urn),
    .meaning = "Ofsted's unique reference number" },
  { "framework", FIELD_STRING_OR_NULL, MEMBER (BASE_INSPECTION, Inspection, framework),
    .meaning = "ILACS, SIF …" },
  { "kind", FIELD_STRING_OR_NULL, MEMBER (BASE_INSPECTION, Inspection, kind),
    .meaning = "inspection, focused-visit, monitoring-visit …" },
  { "start", FIELD_STRING_OR_NULL, MEMBER (BASE_INSPECTION, Inspection, start),
    .meaning = "its first day" },
  { "end", FIELD_STRING_OR_NULL, MEMBER (BASE_INSPECTION, Inspection, end),
    .meaning = "its last day" },
  { "published", FIELD_STRING_OR_NULL, MEMBER (BASE_INSPECTION, Inspection, published),
    .meaning = "when the report came out" },
  { "judgements", FIELD_STRUCTS, MEMBER (BASE_INSPECTION, Inspection, judgements),
    SHAPE (judgement_shape), .meaning = "the grades" },
  { "source", FIELD_STRING, MEMBER (BASE_DOCUMENT, Document, source),
    .meaning = "path as it was given" },
  { "document", FIELD_STRING, MEMBER (BASE_DOCUMENT, Document, id),
    .meaning = "hash of the report's bytes" },
  { "warnings", FIELD_STRINGS, MEMBER (BASE_DOCUMENT, Document, warnings),
    .meaning = "what could not be read, for people" },
  { "made_with", FIELD_STRING_OR_NULL, MEMBER (BASE_FRAME, Frame, made_with),
    .meaning =
        "heed's version and a hash of its settings: equal where the same bytes give "
        "the same records" },
  { "records", FIELD_UINT, MEMBER (BASE_FRAME, Frame, n_records),
    .meaning = "how many recommendations follow" },
};

static const Field recommendation_fields[] = {
  { "recommendation", FIELD_STRING, MEMBER (BASE_RECOMMENDATION, Recommendation, id),
    .meaning = "inspection, / and its number" },
  { "inspection", FIELD_STRING, MEMBER (BASE_INSPECTION, Inspection, id), .context = TRUE,
    .meaning = "the inspection it is from" },
  { "council", FIELD_STRING_OR_NULL, MEMBER (BASE_INSPECTION, Inspection, council),
    .context = TRUE, .meaning = "the council inspected" },
  { "number", FIELD_UINT, MEMBER (BASE_RECOMMENDATION, Recommendation, number),
    .meaning = "from 1, in the report's order" },
  { "text", FIELD_STRING, MEMBER (BASE_RECOMMENDATION, Recommendation, text),
    .meaning = "word for word" },
  { "section", FIELD_STRING_OR_NULL,
    MEMBER (BASE_RECOMMENDATION, Recommendation, section),
    .meaning = "whom it is addressed to, where parts are told apart" },
  { "heading", FIELD_STRING_OR_NULL,
    MEMBER (BASE_RECOMMENDATION, Recommendation, heading),
    .meaning = "sub-heading it stands under" },
  { "reference", FIELD_STRING_OR_NULL,
    MEMBER (BASE_RECOMMENDATION, Recommendation, reference),
    .meaning = "cross-reference printed with it" },
  { "footnote", FIELD_STRING_OR_NULL,
    MEMBER (BASE_RECOMMENDATION, Recommendation, footnote),
    .meaning = "what the footnote says that it leads to" },
  { "concepts", FIELD_POINTERS, MEMBER (BASE_CONCEPTS, ItemTags, tags),
    SHAPE (concept_shape), .meaning = "what it is about" },
  { "page", FIELD_UINT_OR_NULL, MEMBER (BASE_RECOMMENDATION, Recommendation, page),
    .meaning = "page, from 1" },
  { "bbox", FIELD_BOX, MEMBER (BASE_RECOMMENDATION, Recommendation, box),
    .meaning = "where it stands" },
};

static const Field failure_fields[] = {
  { "source", FIELD_STRING, MEMBER (BASE_FAILURE, Failure, source),
    .meaning = "path as it was given" },
  { "document", FIELD_STRING_OR_NULL, MEMBER (BASE_FAILURE, Failure, document),
    .meaning = "hash of its bytes, where they could be read" },
  { "stage", FIELD_STRING, MEMBER (BASE_FAILURE, Failure, stage), .meaning = "where" },
  { "reason", FIELD_ENUM, MEMBER (BASE_FAILURE, Failure, reason), NAMES (failure_reasons),
    .meaning = "the kind of failure" },
  { "detail", FIELD_STRING, MEMBER (BASE_FAILURE, Failure, detail),
    .meaning = "one line for people" },
  { "made_with", FIELD_STRING_OR_NULL, MEMBER (BASE_FRAME, Frame, made_with),
    .meaning =
        "heed's version and a hash of its settings: equal where the same bytes give "
        "the same records" },
};

#define RECORD(name, table, text)                                                        \
  {                                                                                      \
    name, table, G_N_ELEMENTS (table), text                                              \
  }

const RecordShape record_shapes[RECORD_N_TYPES] = {
  [RECORD_DOCUMENT] = RECORD ("document", document_fields, "one input that was read"),
  [RECORD_PAGE] = RECORD ("page", page_fields, "a page of a document"),
  [RECORD_MEETING] = RECORD ("meeting", meeting_fields, "a meeting in a document"),
  [RECORD_ITEM] = RECORD ("item", item_fields, "an item of business of a meeting"),
  [RECORD_INSPECTION] = RECORD ("inspection", inspection_fields, "an Ofsted inspection"),
  [RECORD_RECOMMENDATION] = RECORD ("recommendation", recommendation_fields,
                                    "what an inspection asks to improve"),
  [RECORD_FAILURE] =
      RECORD ("failure", failure_fields, "a document that could not be processed"),
};
