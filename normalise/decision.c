/* decision.c: paragraphs and sentences become marks of decisions. */

#include "normalise/decision.h"

#include "normalise/pattern.h"

#include <string.h>

/* The marks of a decision stand at the front; no pattern looks beyond these bytes. A
 * proposal may name its mover first, and be long. */
#define MAX_LOOK 2000

/* Who decides. "Cabinet Member agreed" is kept out by what must follow. */
#define BODY                                                                             \
  "(?:Cabinet|Committees?|[Ss]ub-?[Cc]ommittee|Council|Panel|Board|Assembly|Executive|"  \
  "Forum|Commission|Trustees|Governors|Members|Councillors|Cllrs|Group|Authority|"       \
  "[Mm]eeting|Commissioners|Conference)"

#define ADVERBS                                                                          \
  "(?:\\s+(?:also|then|therefore|thereupon|unanimously|UNANIMOUSLY|further|formally|"    \
  "subsequently|duly|accordingly|both|all|has|have|hereby|in principle|having voted))*"

#define WORDS(n) "(?:[\\w’'&/()-]+,?\\s+){0," #n "}?"

#define WHO                                                                              \
  "((?:(?:The|the|This)\\s+)?" WORDS (9) BODY                                            \
      "(?:\\s+(?:for|of|on)\\s+" WORDS (6) "[\\w&]+)?|[Ii]t)"

/* Labels as they are printed, misprints too. Those in capitals may run on; "Approved the
 * minutes" is a sentence. */
#define CAPITALS                                                                         \
  "(RESOL?VED|RESOVLED|RESLOVED|RESOLVE D|AGREED|RECOMMENDED|ORDERED|DECIDED|"           \
  "APPROVED|DETERMINED|NOTED|PENDERFYNWYD|CYTUNWYD|ARGYMHELLWYD)"
#define TITLE_CASE                                                                       \
  "(Resol?ved|Resovled|Resloved|Agreed|Recommended|Ordered|Decided|Penderfynwyd|"        \
  "Cytunwyd)"

/* "(unanimously)", ", on the motion of Cllr A seconded by Cllr B,", "by 6 votes to 3" */
#define MANNER                                                                            \
  "(?:\\s*\\([^()]{1,120}\\))?"                                                           \
  "(?:,?\\s+(?:unanimously|UNANIMOUSLY|nem\\.?\\s*con\\.?,?|(?:by|with|on|upon|in|"       \
  "following)\\s[^.:;]{1,160}?(?=,?\\s*(?:[:;–—-]|\\b[Tt]hat\\b|\\b[Tt]o\\b|\\(\\s*[" \
  "1ai]\\)|$))))?"                                                                        \
  "(?:,?\\s+(?:proposed|moved)\\s(?:by\\s)?[^:;–—]{1,200}?(?=,?\\s*(?:[:;–—]|"    \
  "\\bthat\\b|\\bto\\b)))?"

enum
{
  LABEL,
  LABEL_TITLE,
  LABEL_COLON,
  TO_WHOM,
  ACTIVE,
  PERSON,
  PASSIVE,
  MARKED,
  PROPOSED,
  PROPOSED_THEN,
  MOTION,
  ASSENT,
  MINUTES,
  MINUTES_SHORT,
  RECOMMENDATIONS,
  FOLLOWING,
  NOTED,
  NOTED_ALONE,
  RETOLD,
  RETOLD_END,
  NOT_DECIDED,
  OPINION,
  DEONTIC,
  CONDITIONAL,
  ASIDE,
  BARE,
  HEADING,
  RECOMMENDS,
  N_RULES
};

static const PatternRule rules[N_RULES] = {
  /* "RESOLVED (unanimously) – That the fee be held"; "AGREED" alone on its line */
  [LABEL] = { "label in capitals",
              "^(?:[Ii]t was\\s+|IT "
              "WAS\\s+)?(?:UNANIMOUSLY\\s+|[Uu]nanimously\\s+)?" CAPITALS
              "(?![\\w’'])" MANNER
              "(?:\\s*[:;.,–—-]+\\s*|\\s*$|\\s+(?=[Tt]hat\\b|THAT\\b|[Tt]o\\b|TO\\b|"
              "\\(|(?:[Tt]he|THE|[Aa]n?)\\s|[1aRi][.)]))" },
  /* "Resolved that …", "Agreed: …"; not "Agreed actions", "Recommended changes" */
  [LABEL_TITLE] = { "label",
                    "^" TITLE_CASE "(?![\\w’'])" MANNER
                    "(?:\\s*(?:[:;.]|\\s[–—-])+\\s*|\\s*$|\\s+(?=[Tt]hat\\b|[Tt]o\\b))" },
  /* "Decision:", "DECISIONS –", "Resolution:"; alone on its line, without the colon */
  [LABEL_COLON] = { "label with colon",
                    "^(?:(?:Cabinet|Committee|Panel|Council|Executive|Officer|Board)\\s+)"
                    "?"
                    "(Decisions?|DECISIONS?|Resolutions?|RESOLUTIONS?|Penderfyniad|"
                    "PENDERFYNIAD)(?:\\s+(?:made|taken|reached|agreed|MADE|TAKEN))?"
                    "(?:\\s*(?::|\\s[–—-]\\s)\\s*|\\s*$)" },
  /* "Recommended to the Executive that …": whom it is recommended to is no part */
  [TO_WHOM] = { "recommended to whom",
                "^(?:to|TO|by)\\s+(?:[Tt]he\\s+|THE\\s+)?(?:[A-Z][\\w’'&,-]*\\s+|and\\s+|"
                "for\\s+|of\\s+|the\\s+|full\\s+){0,12}?[A-Z][\\w’'&-]*"
                "(?:\\s*[:;,–—-]+\\s*|\\s+(?=that\\b|That\\b|THAT\\b)|\\s*$)" },
  /* "The Panel agreed that …"; "After a debate, Members resolved to:"; "Assembly resolved
   * to make …"; "It also agreed that …" */
  [ACTIVE] = { "body decided",
               "^(?:[^.;:]{0,160}?,\\s+)?" WHO ADVERBS
               "\\s+(resolved|RESOLVED|agreed|AGREED|decided|DECIDED|determined|"
               "recommended|RECOMMENDED|approved|APPROVED|endorsed|ENDORSED|adopted|"
               "ratified|authorised|noted|NOTED|ordered)"
               "(?:\\s+and\\s+(?:resolved|agreed|approved|adopted|endorsed|noted))?"
               "(?:,?\\s+(?:unanimously|UNANIMOUSLY|in principle|by [^.:;,]{1,60},))?"
               "(?:\\s*[:;,–—-]+\\s*|\\s+|\\s*\\.?$)" },
  /* who does not decide: "The Chair of the Panel agreed to write" */
  [PERSON] = { "person",
               "\\b(?:Chair|Chairman|Chairwoman|Chairperson|Leader|Director|Officers?|"
               "officers?|Clerk|Head|Manager|Inspectors?|inspectors|Secretary|partners?|"
               "who|which|Minister|Government|Commissioner|Mayor|County Council had|"
               "School|[Pp]arents|[Rr]esidents)\\b" },
  /* "it was unanimously agreed that …"; "it was APPROVED that;" */
  [PASSIVE] = { "it was decided",
                "(?:^|\\b)[Ii]t\\s+was(?:\\s+(?:also|then|therefore|unanimously|further|"
                "subsequently|duly|UNANIMOUSLY|hereby|FURTHER|proposed,\\s+seconded\\s+"
                "and|"
                "moved,\\s+seconded\\s+and))*\\s+(resolved|RESOLVED|agreed|AGREED|"
                "decided|"
                "DECIDED|approved|APPROVED|ordered|ORDERED|recommended|RECOMMENDED)"
                "(?:,?\\s+unanimously)?(?:\\s*[:;,–—-]+\\s*|\\s+(?!by\\s|with\\s|at\\s|"
                "in\\s)|\\s*\\.?$)" },
  /* "On the motion of Cllr A, seconded by Cllr B, and RESOLVED to buy …" */
  [MARKED] = { "in capitals",
               "(?<!had )(?<!been )(?<!is )(?<!be )(?<!as )\\b(RESOL?VED|AGREED|"
               "RECOMMENDED|ORDERED)\\b(?:\\s+UNANIMOUSLY|\\s+unanimously)?"
               "(?:\\s*[:;–—-]+\\s*|,?\\s+(?=that\\b|That\\b|THAT\\b|to\\b|TO\\b)|\\s*$"
               ")" },
  /* "proposed by Cllr A, seconded by Cllr B and unanimously agreed to give …" */
  [PROPOSED] = { "proposed and agreed",
                 "\\b(?:[Pp]roposed|[Mm]oved|PROPOSED|motion)\\b.{0,200}?\\b[Ss]"
                 "econded\\b"
                 ".{0,200}?\\b(agreed|resolved|approved|carried|RESOLVED|AGREED|APPROVED)"
                 "(?:,?\\s+unanimously|\\s+by all)?\\s*[:,;]?\\s+(?=that\\b|to\\b)" },
  /* "The Chair proposed that we sit on and it was agreed unanimously." */
  [PROPOSED_THEN] = { "proposed, then agreed",
                      "\\b(?:proposed|moved|suggested)\\b.{0,240}?\\b((?:that|to)\\b"
                      ".{5,1200}?)[,;]?\\s+(?:and|which|;)\\s*(?:(?:it|this|the "
                      "motion)\\s+)?"
                      "was\\s+(?:then\\s+|duly\\s+)?(?:unanimously\\s+)?(agreed|resolved|"
                      "approved|carried|AGREED|CARRIED|RESOLVED)(?:\\s+unanimously|"
                      "\\s+nem\\.? con|\\s+by all[\\w ]{0,20})?\\s*\\.?$" },
  /* "Cllr A moved, and Cllr B seconded, that the rate be held." */
  [MOTION] = { "motion", "\\b(?:[Pp]roposed|[Mm]oved|PROPOSED|MOVED)\\b.{0,240}?\\b("
                         "that\\b.{5,})" },
  /* "Agreed unanimously." "All in favour." "Carried." */
  [ASSENT] = { "assent",
               "^(?:(?:This|It|The (?:motion|proposal)) was\\s+)?(?:[Uu]nanimously\\s+)?"
               "(?:[Aa]greed|AGREED|RESOLVED|Resolved|[Aa]ll (?:in favour|agreed|were in "
               "favour)|[Aa]pproved|[Cc]arried|CARRIED)(?:,?\\s+(?:unanimously|nem\\.? "
               "con|all in favour|by all[\\w ]{0,20}))?\\s*[.!]?$" },
  /* "The minutes of 3 May, having been sent out, were approved as a correct record." */
  [MINUTES] = { "minutes approved",
                "^(?:[^.;:]{0,80}?,\\s+)?(?:That\\s+)?(?:The|the)?\\s*(?:[\\w-]+\\s+){0,"
                "3}?"
                "(?:[Mm]inutes|MINUTES|[Nn]otes|action "
                "notes)\\b.{0,300}?\\b(?:were|was)\\s+"
                "(?:then\\s+|duly\\s+|unanimously\\s+|taken as read(?:,|\\s+and)?\\s+)*"
                "(agreed|approved|confirmed|accepted|adopted|signed|AGREED|APPROVED|"
                "CONFIRMED)\\b" },
  /* "Approved and signed as correct." */
  [MINUTES_SHORT] = { "approved as correct",
                      "^(?:Approved|Agreed|Confirmed|Accepted|APPROVED|AGREED)"
                      "(?:\\s+(?:and|&)\\s+signed)?\\s+as\\s+(?:an?\\s+)?(?:true|correct|"
                      "accurate)\\b" },
  /* "The recommendations set out in the report were agreed." */
  [RECOMMENDATIONS] = { "recommendations agreed",
                        "^(?:[Tt]he\\s+)?(?:[\\w’']+\\s+){0,3}?recommendations?\\b"
                        "[^.;:]{0,120}?\\b(?:were|was)\\s+(?:unanimously\\s+)?"
                        "(agreed|approved|accepted|endorsed|adopted|AGREED|APPROVED)\\b"
                        "[^.;:]{0,60}\\.?$" },
  /* "The following payments were agreed" */
  [FOLLOWING] = { "the following was agreed",
                  "^(?:[^.;:]{0,100}?,\\s+)?(?:The|the)\\s+following\\b[^.;:]{0,100}?\\b"
                  "(?:was|were)\\s+(?:also\\s+|then\\s+|unanimously\\s+|duly\\s+)*"
                  "(agreed|approved|ratified|authorised|resolved|recommended|AGREED|"
                  "APPROVED|"
                  "RESOLVED|RATIFIED)\\b(?:\\s+for "
                  "payment|\\s+unanimously)?\\s*[:;.–—-]*\\s*$" },
  /* "The update was noted." */
  [NOTED] = { "was noted",
              "^(?:The|the)\\s+(?:[\\w’'/"
              "&-]+\\s+){1,9}?(?:was|were)\\s+(?:duly\\s+|also\\s+|"
              "received and\\s+)?(noted|NOTED)(?:\\s+by (?:the )?[\\w ]{1,30})?\\.?$" },
  /* "Noted." */
  [NOTED_ALONE] = { "noted", "^(?:Noted|NOTED)\\.?$" },
  /* "At its last meeting the Panel agreed …", "had previously resolved" */
  [RETOLD] = { "told of an earlier time",
               "\\bhad\\b|\\b[Pp]reviously\\b|\\b[Pp]revious "
               "(?:meeting|year|administration)|"
               "\\b[Ee]arlier (?:meeting|in the|this|that)|\\b[Ll]ast "
               "(?:meeting|month|year|"
               "week|autumn|spring|summer|winter|[A-Z][a-z]+\\b)|\\b(?:[Ii]n|[Oo]n|[Ss]"
               "ince|[Ww]hen|[Aa]fter)\\s+"
               "(?:(?:early|late|the)\\s+)?(?:[0-9]{1,2}(?:st|nd|rd|th)?\\s+)?(?:19|20)?("
               "?:January|"
               "February|March|April|May|June|July|August|September|October|November|"
               "December|[0-9]{2,4})\\b|\\b[Aa]t (?:its|their|the) (?:meeting|session)\\b"
               "|\\b(?:if|If|should|whether|unless|reported that|said that|explained "
               "that|"
               "advised that|stated that|asked "
               "(?:if|whether|why|how|that)|that|which)\\b" },
  /* "The Council adopted its plan in 2021." */
  [RETOLD_END] = { "earlier, by its end", "\\b(?:in|since|during)\\s+(?:[A-Z][a-z]+\\s+)?"
                                          "(?:19|20)[0-9]{2}\\.?$" },
  /* "agreed with", "agreed to the following amendment" */
  [NOT_DECIDED] = { "not decided",
                    "^(?:with\\b|to "
                    "differ\\b|(?:to\\s+)?(?:the|a|an)\\s+(?:following\\s+)?"
                    "(?:amendment|friendly "
                    "amendment)|and\\b|as\\b|in\\b|on\\b|by\\b|at\\b|for\\b|"
                    "between\\b)" },
  /* "agreed that it was good", "agreed that costs could rise" */
  [OPINION] = { "opinion", "^that\\s+(?:[\\w’',/"
                           "&-]+\\s+){1,16}?(?:was|were|is|are|had|has|have|could|may|"
                           "might|did|does|"
                           "needed|seemed|felt)\\b" },
  [DEONTIC] = { "what is to be done",
                "^that\\s+(?:[\\w’',/"
                "&-]+\\s+){0,16}?(?:be|should|shall|will|would|must|remain|to be)\\b" },
  /* "to consider passing the following resolution:"; "should the Committee wish to" */
  [CONDITIONAL] = { "conditional",
                    "\\b(?:pass(?:ing)?|move|consider|propose)\\b[^.]{0,40}"
                    "\\bresolution\\b|"
                    "\\bresolution (?:to be|may be|is)\\b|\\bif (?:the |it |so |members |"
                    "Members |necessary|required|appropriate|minded)|\\b[Ss]hould "
                    "(?:the|it|"
                    "members|Members)\\b[^.]{0,80}\\bwish|\\b(?:is|are) (?:asked|invited|"
                    "requested|recommended|required) to\\b|\\bmay "
                    "(?:wish|resolve|exclude)|"
                    "\\brecommended that the following\\b|\\bto consider whether\\b" },
  /* "Councillor Poole left the meeting at 7 pm." */
  [ASIDE] = { "aside",
              "^\\(?(?:(?:Cllrs?\\.?|Councillors?|Mr|Mrs|Ms|Miss|Dr)\\s[^.]{1,100}?\\b(?:"
              "left|"
              "joined|returned|re-?entered|rejoined|arrived|abstained|declared|voted|"
              "took no part|"
              "wished|requested that (?:his|her|their))\\b|The "
              "meeting\\b|ACTIONS?\\b|Actions?:|\\(Action|"
              "\\(ACTION|Reasons?(?: "
              "for)?\\b|REASONS?\\b|Note:|NB\\b|Proposed\\b|Moved\\b|PROPOSED\\b|"
              "Proposer\\b|\\(?(?:Proposed|Moved|Vote|Voting|For|In "
              "favour)\\b|Carried\\b|CARRIED\\b|"
              "[Uu]nanimous\\b|All (?:in favour|agreed)|Agreed unanimously|Signed\\b)" },
  /* "That the Committee for Parks:"; "that:"; "To" */
  [BARE] = { "lead-in's second line",
             "^(?:(?:[Tt]hat|THAT|[Tt]o)\\b\\s*[:;,–—-]*\\s*)?(?:(?:(?:[Tt]he|THE)\\s+)"
             "?" WORDS (9) "(?:" BODY
                           "|CABINET|COUNCIL|COMMITTEE|PANEL|BOARD)(?:\\s+(?:for|of|on)"
                           "\\s+" WORDS (6) "[\\w&]+)?"
                                            "(?:\\s+(?:resolves?|agrees?|RESOLVES?))?(?:"
                                            "\\s+(?:to|that))?)?\\s*[:;,.–—-]*\\s*$" },
  /* "Reasons for the decision:", "Alternative options considered", "Minutes:" */
  [HEADING] = { "heading behind a resolution",
                "^(?:Reasons?|REASONS?|Alternative|ALTERNATIVE|Other options|Options "
                "considered|"
                "OPTIONS|Minutes:|MINUTES:|Background|Declarations?|Implementation|Notes?"
                ":|"
                "Contact|Wards?\\b|Key decision|Is the decision|Date of|Additional "
                "documents|Conflicts?|Dispensation)" },
  /* "that Cabinet be recommended to", "To recommend the Cabinet to" */
  [RECOMMENDS] = { "recommends",
                   "^(?:[Tt]hat\\s+)?(?:[\\w’',-]+\\s+){0,8}?(?:be\\s+(?:\\w+\\s+)?"
                   "recommended\\b|[Tt]o\\s+recommend\\b|RECOMMENDS?\\b|recommends?\\b)|^"
                   "Recommends?\\b|^RECOMMEND\\b" },
};

struct DecisionReader
{
  Patterns *patterns;
};

DecisionReader *
decision_reader_new (void)
{
  DecisionReader *self = g_new0 (DecisionReader, 1);

  self->patterns = patterns_new (rules, N_RULES);
  return self;
}

void
decision_reader_free (DecisionReader *self)
{
  if (self == NULL)
    return;
  patterns_free (self->patterns);
  g_free (self);
}

/* The first MAX_LOOK bytes of a span, at a character's end. */
static gsize
look (const gchar *text, Span span)
{
  gsize length = span.end - span.start;

  if (length <= MAX_LOOK)
    return length;
  length = MAX_LOOK;
  while (length > 0 && (text[span.start + length] & 0xc0) == 0x80)
    length--;
  return length;
}

/* Looks for a rule in a span as if it were all the text there is; the match's groups are
 * offsets into text. */
static gboolean
find (DecisionReader *self, guint rule, const gchar *text, Span span, PatternMatch *match)
{
  PatternMatch none;

  if (match == NULL)
    match = &none;
  if (!patterns_find (self->patterns, rule, text + span.start, look (text, span), 0,
                      match))
    return FALSE;
  for (guint i = 0; i < match->n_groups; i++)
    if (match->group[i].start != G_MAXSIZE)
      {
        match->group[i].start += span.start;
        match->group[i].end += span.start;
      }
  return TRUE;
}

typedef struct
{
  const gchar *word; /* in lower case */
  ResolutionKind kind;
} KindRule;

static const KindRule kinds[] = {
  { "res", RESOLUTION_RESOLVED },    { "pend", RESOLUTION_RESOLVED },
  { "rec", RESOLUTION_RECOMMENDED }, { "argym", RESOLUTION_RECOMMENDED },
  { "ord", RESOLUTION_ORDERED },     { "dec", RESOLUTION_DECIDED },
  { "det", RESOLUTION_DECIDED },     { "not", RESOLUTION_NOTED },
  { "carr", RESOLUTION_CARRIED },
};

static ResolutionKind
kind_of (const gchar *text, Span word)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_ascii_strncasecmp (text + word.start, kinds[i].word, strlen (kinds[i].word))
        == 0)
      return kinds[i].kind;
  return RESOLUTION_AGREED;
}

gboolean
decision_reader_label (DecisionReader *self, const gchar *text, Span paragraph,
                       Decision *ret_decision)
{
  PatternMatch match;
  Decision decision = { 0 };

  if (find (self, LABEL, text, paragraph, &match)
      || find (self, LABEL_TITLE, text, paragraph, &match))
    decision.label = TRUE;
  else if (find (self, LABEL_COLON, text, paragraph, &match))
    decision.label = decision.loose = TRUE;
  else
    return FALSE;
  decision.kind = kind_of (text, match.group[1]);
  if (decision.loose)
    decision.kind = RESOLUTION_DECIDED;
  decision.exact = (Span){ match.group[0].end, paragraph.end };
  if (decision.kind == RESOLUTION_RECOMMENDED
      && find (self, TO_WHOM, text, decision.exact, &match))
    decision.exact.start = match.group[0].end;
  decision.soft = decision.kind == RESOLUTION_NOTED;
  decision.lead = decision.exact.start >= decision.exact.end
                  || decision_reader_bare (self, text, decision.exact);
  /* "Agreed." alone assents to something before it; "AGREED" leads in what follows. */
  *ret_decision = decision;
  return TRUE;
}

/* "agreed that it was good" thinks; "agreed that it be done", "would be done" decides. */
static gboolean
is_opinion (DecisionReader *self, const gchar *text, Span said)
{
  PatternMatch opinion, deontic;

  if (!find (self, OPINION, text, said, &opinion))
    return FALSE;
  return !find (self, DEONTIC, text, said, &deontic)
         || deontic.group[0].end > opinion.group[0].end;
}

static gboolean
first_is (const gchar *text, Span span, const gchar *word)
{
  gsize length = strlen (word);

  return span.end - span.start >= length
         && g_ascii_strncasecmp (text + span.start, word, length) == 0
         && (span.end - span.start == length
             || !g_ascii_isalnum (text[span.start + length]));
}

/* May what follows the verb be what was decided by it? */
static gboolean
fits (DecisionReader *self, const gchar *text, ResolutionKind kind, Span verb, Span said)
{
  gboolean to_or_that = first_is (text, said, "that") || first_is (text, said, "to");
  gboolean agreed = first_is (text, verb, "agreed");

  if (said.start >= said.end)
    return text[verb.start] != 'n' && text[verb.start] != 'N'; /* a lead-in */
  if (find (self, NOT_DECIDED, text, said, NULL))
    return FALSE;
  if (kind == RESOLUTION_NOTED)
    return !to_or_that && !first_is (text, said, "how") && !first_is (text, said, "what");
  if (g_ascii_isupper (text[verb.start]) && g_ascii_isupper (text[verb.start + 1]))
    return TRUE;
  if (agreed || kind == RESOLUTION_RESOLVED)
    return !is_opinion (self, text, said);
  if (kind == RESOLUTION_DECIDED)
    return to_or_that;
  return TRUE;
}

static gboolean
read_active (DecisionReader *self, const gchar *text, Span sentence, Decision *decision)
{
  PatternMatch match;
  Span before, said;

  if (!find (self, ACTIVE, text, sentence, &match))
    return FALSE;
  before = (Span){ sentence.start, match.group[2].start };
  if (find (self, PERSON, text, match.group[1], NULL)
      || find (self, RETOLD, text, before, NULL))
    return FALSE;
  decision->kind = kind_of (text, match.group[2]);
  said = (Span){ match.group[0].end, sentence.end };
  if (!fits (self, text, decision->kind, match.group[2], said))
    return FALSE;
  if (find (self, RETOLD_END, text, said, NULL)
      && g_ascii_islower (text[match.group[2].start]))
    return FALSE;
  decision->lead = said.start >= said.end || decision_reader_bare (self, text, said)
                   || (text[sentence.end - 1] == ':' && said.end - said.start < 80);
  decision->soft = decision->kind == RESOLUTION_NOTED;
  /* "resolved" only marks; in "agreed", "approved" the verb is of what was done. */
  decision->exact = decision->kind == RESOLUTION_RESOLVED || decision->lead
                        ? said
                        : (Span){ match.group[1].start, sentence.end };
  return TRUE;
}

static gboolean
read_passive (DecisionReader *self, const gchar *text, Span sentence, Decision *decision)
{
  PatternMatch match;
  gboolean capitals;

  if (find (self, PROPOSED, text, sentence, &match))
    capitals = TRUE;
  else if (find (self, PASSIVE, text, sentence, &match)
           || find (self, MARKED, text, sentence, &match))
    capitals = g_ascii_isupper (text[match.group[1].start]);
  else
    return FALSE;
  if (!capitals
      && find (self, RETOLD, text, (Span){ sentence.start, match.group[0].start }, NULL))
    return FALSE;
  decision->kind = kind_of (text, match.group[1]);
  decision->exact = (Span){ match.group[0].end, sentence.end };
  if (decision->exact.start < decision->exact.end
      && (find (self, NOT_DECIDED, text, decision->exact, NULL)
          || (!capitals && is_opinion (self, text, decision->exact))))
    return FALSE;
  if (decision->kind == RESOLUTION_RECOMMENDED
      && find (self, TO_WHOM, text, decision->exact, &match))
    decision->exact.start = match.group[0].end;
  decision->lead = decision->exact.start >= decision->exact.end
                   || decision_reader_bare (self, text, decision->exact);
  /* "It was agreed." says nothing. */
  return !decision->lead || text[sentence.end - 1] != '.' || capitals;
}

/* Sentences that are kept whole. */
static gboolean
read_whole (DecisionReader *self, const gchar *text, Span sentence, Decision *decision)
{
  decision->exact = sentence;
  decision->kind = RESOLUTION_AGREED;
  if (find (self, MINUTES, text, sentence, NULL)
      || find (self, MINUTES_SHORT, text, sentence, NULL)
      || find (self, RECOMMENDATIONS, text, sentence, NULL))
    return !find (self, CONDITIONAL, text, sentence, NULL);
  decision->kind = RESOLUTION_NOTED;
  decision->soft = TRUE;
  return find (self, NOTED, text, sentence, NULL)
         || find (self, NOTED_ALONE, text, sentence, NULL);
}

gboolean
decision_reader_sentence (DecisionReader *self, const gchar *text, Span sentence,
                          Decision *ret_decision)
{
  Decision decision = { 0 };
  PatternMatch match;

  if (sentence.start >= sentence.end)
    return FALSE;
  if (find (self, FOLLOWING, text, sentence, &match))
    {
      decision.kind = kind_of (text, match.group[1]);
      decision.lead = TRUE;
      decision.exact = (Span){ sentence.end, sentence.end };
    }
  else if (find (self, PROPOSED_THEN, text, sentence, &match))
    {
      decision.kind = kind_of (text, match.group[2]);
      decision.exact = match.group[1];
    }
  else if (!read_passive (self, text, sentence, &decision)
           && !read_active (self, text, sentence, &decision)
           && !read_whole (self, text, sentence, &decision))
    return FALSE;
  *ret_decision = decision;
  return TRUE;
}

gboolean
decision_reader_motion (DecisionReader *self, const gchar *text, Span sentence,
                        Span *ret_motion)
{
  PatternMatch match;

  if (!find (self, MOTION, text, sentence, &match))
    return FALSE;
  *ret_motion = (Span){ match.group[1].start, sentence.end };
  return TRUE;
}

gboolean
decision_reader_assent (DecisionReader *self, const gchar *text, Span sentence)
{
  return find (self, ASSENT, text, sentence, NULL);
}

gboolean
decision_reader_conditional (DecisionReader *self, const gchar *text, Span span)
{
  return find (self, CONDITIONAL, text, span, NULL);
}

gboolean
decision_reader_aside (DecisionReader *self, const gchar *text, Span sentence)
{
  return find (self, ASIDE, text, sentence, NULL);
}

gboolean
decision_reader_bare (DecisionReader *self, const gchar *text, Span span)
{
  return find (self, BARE, text, span, NULL);
}

gboolean
decision_reader_heading (DecisionReader *self, const gchar *text, Span span)
{
  return find (self, HEADING, text, span, NULL);
}

gboolean
decision_reader_recommends (DecisionReader *self, const gchar *text, Span span)
{
  return find (self, RECOMMENDS, text, span, NULL);
}
