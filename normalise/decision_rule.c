/* decision_rule.c: the expressions by which minutes mark a decision.
 *
 * Every repetition is bounded, so that a sentence costs what it is long. */

#include "normalise/decision_rule.h"

/* clang-format off */

/* Words of a clause, and of a name: "Transport and Connectivity". */
#define WORDS(n) "(?:[\\w’'&/()-]+,?\\s+){0," #n "}?"
#define NAMES(n) "(?:(?:[A-Z][\\w’'&/-]*|and|of|for|the|on|&),?\\s+){0," #n "}?"

/* Who decides. "Cabinet Member agreed" is kept out by the verb that must follow. */
#define BODY                                                                             \
  "(?:Cabinet|Committees?|[Gg]roup|panel|board|committee|[Ss]ub-?[Cc]ommittee|[Cc]ouncil|Panel|Board|Assembly|Executive|"  \
  "Forum|"                                                                               \
  "Commission|Trustees|Governors|Members|Councillors|Cllrs|Group|Authority|[Mm]eeting|"  \
  "Commissioners|Conference)"
#define BODY_NAMED BODY "(?:\\s+(?:for|of|on)\\s+" NAMES (8) "[A-Z][\\w’'&]*)?"
#define BODY_CAPITALS "CABINET|COUNCIL|COMMITTEE|PANEL|BOARD|ASSEMBLY|EXECUTIVE"
#define WHO "((?:(?:The|the|This)\\s+)?" WORDS (9) BODY_NAMED "|[Ii]t|[Aa]ll "  \
  "(?:members|councillors|governors|present))"

/* "The Panel considered an exempt report and agreed to …" */
#define HAVING                                                                           \
  "(?:\\s+(?:considered|received|discussed|reviewed|welcomed|debated|heard|noted|"       \
  "examined|scrutinised)\\s[^.;:]{1,160}?,?\\s+and)?(?:,\\s+having\\s[^.;:]{1,160}?,)?"

#define ADVERBS                                                                          \
  "(?:\\s+(?:also|then|therefore|thereupon|unanimously|UNANIMOUSLY|further|formally|"    \
  "subsequently|duly|accordingly|both|all|has|have|hereby|in principle|having voted))*"
#define UNANIMOUSLY                                                                      \
  "(?:,?\\s+(?:unanimously|UNANIMOUSLY|nem\\.?\\s*con\\.?|"                              \
  "by all(?: present| members| councillors| Members| Councillors)?|with all in favour))?"

/* Labels as they are printed, misprints too. Those in capitals may run on; in "Approved
 * the minutes" the word is a verb. */
#define CAPITALS                                                                         \
  "(RES[O0]L?VED|RESOVLED|RESLOVED|RESOLVE D|AGREED|RECOMMENDED|ORDERED|DECIDED|APPROVED|"  \
  "DETERMINED|NOTED|PENDERFYNWYD|CYTUNWYD|ARGYMHELLWYD)"
#define TITLE_CASE                                                                       \
  "(Resol?ved|Resovled|Resloved|Agreed|Recommended|Ordered|Decided|Penderfynwyd|"        \
  "Cytunwyd|(?<=[Ww]e )agreed(?=:))"

/* Between a label and what was decided: "(unanimously)", ", on the motion of Cllr A,
 * seconded by Cllr B,", "by 6 votes to 3", "proposed by Cllr A". */
#define MANNER                                                                           \
  "(?:\\s*\\((?!\\s*(?:[a-z]{1,4}|[0-9]{1,2})\\s*\\))[^()]{1,120}\\)){0,3}"                                                       \
  "(?:,?\\s+(?:unanimously|UNANIMOUSLY|nem\\.?\\s*con\\.?,?|"                            \
  "(?:by|with|on|upon|in|following|[0-9]{1,3} (?:votes? )?(?:for|in favour|FOR))\\s[^.:;]{1,160}?"                                    \
  "(?=,?\\s*(?:[:;–—-]|\\b[Tt]hat\\b|\\b[Tt]o\\b(?!\\s+(?:the|an?|this|their|our|its)\\s)|\\(\\s*[1ai]\\)|$))))?"             \
  "(?:,?\\s+(?:proposed|moved)\\s(?:by\\s)?[^:;–—]{1,200}?"                          \
  "(?=,?\\s*(?:[:;–—]|\\bthat\\b|\\bto\\b)))?"

/* "AGREED, on the proposition of Cllr Crane, that …" */
#define MOVER                                                                            \
  "(?:,\\s+on\\s+(?:the\\s+)?(?:proposition|motion|proposal|recommendation)\\s+of\\s"        \
  "[^.;:]{1,120}?(?=,?\\s+(?:[Tt]hat|[Tt]o)\\b))?"

#define MONTHS                                                                           \
  "(?:January|February|March|April|May|June|July|August|September|October|November|"     \
  "December)"

/* A verb by which a body decides. */
#define VERBS                                                                            \
  "(resolved|RESOLVED|agreed|AGREED|decided|DECIDED|determined|recommended|RECOMMENDED|" \
  "approved|APPROVED|endorsed|ENDORSED|adopted|ratified|authorised|noted|NOTED|ordered)"

const PatternRule decision_rules[DECISION_N_RULES] = {
  /* what is asked of the sieve alone, for each sentence */
  [DECISION_WORTH] = { "worth reading",
    "reso|resl|res0|agree|appro|deci|recom|order|note|determin|adopt|endors|ratif|authoris|"
    "carried|minutes|motion:|accept|confirm|moved|propos|favour|pend|cytun|argym",
    PATTERN_CASELESS },

  /* "RESOLVED (unanimously) – That the fee be held"; "AGREED" alone on its line */
  [DECISION_LABEL] = { "label in capitals",
    "^(?:UNANIMOUSLY\\s+|[Uu]nanimously\\s+)?" CAPITALS "(?![\\w’'])(?:\\s+[0-9]{2,4}/[0-9]{1,4}(?![0-9/]))?" MANNER
    "(?:(?:\\s*[|/:;.,–—-]+)+\\s*|\\s*$|\\s+(?=[Tt]hat\\b|THAT\\b|[Tt]o\\b|TO\\b|\\(|"
    "(?:[Tt]he|THE|[Aa]n?)\\s|[1aRi][.)]))" },

  /* "Resolved that …", "Agreed: …"; not "Agreed actions", "Recommended changes" */
  [DECISION_LABEL_TITLE] = { "label",
    "^(?:(?:What )?[Ww]e )?" TITLE_CASE "(?![\\w’'])" MANNER "(?:\\s*(?:/-|[:;.]|\\s[–—-])+\\s*|\\s*$|"
    ",?\\s+(?=[Tt]hat\\b|[Tt]o\\b)|,\\s+(?=no (?:objection|comment)))" },

  /* "Decision:", "DECISIONS –", "Resolution:"; alone on its line without the colon */
  [DECISION_LABEL_COLON] = { "label with colon",
    "^(?:(?:Cabinet|Committee|Panel|Council|Executive|Officer|Board)\\s+)?(Decisions?|"
    "DECISIONS?|Resolutions?|RESOLUTIONS?|Penderfyniad|PENDERFYNIAD)(?:\\s+(?:made|"
    "taken|reached|agreed|Made|Taken|MADE|TAKEN))?(?:\\s*(?::|\\s[–—-]\\s)\\s*|:?\\s\\|\\s(?:(?:THAT|That)\\s*:\\s*|(?=[Tt]hat\\b|THAT\\b|"
    "[Tt]o\\b|[Tt]he\\b|\\(?[1ai][.)]))|\\s*$)" },

  /* "Recommended to the Executive that …": whom it is recommended to is no part of it */
  [DECISION_TO_WHOM] = { "recommended to whom",
    "^(?:to|TO|by)\\s+(?:[Tt]he\\s+|THE\\s+)?(?:[A-Z][\\w’'&,-]*\\s+|and\\s+|for\\s+|"
    "of\\s+|the\\s+|full\\s+){0,12}?[A-Z][\\w’'&-]*(?:\\s*[:;,–—-]+\\s*|\\s+(?=that\\b|"
    "That\\b|THAT\\b)|\\s*$)" },

  /* "The Panel agreed that …"; "After a debate, Members resolved to:"; "It also agreed
   * …" */
  [DECISION_ACTIVE] = { "body decided",
    "^(?:[^.;:]{0,160}?,\\s+)?" WHO HAVING ADVERBS "\\s+" VERBS "(?:\\s+and\\s+(?:resolved|"
    "agreed|approved|adopted|endorsed|noted))?(?:,?\\s+(?:unanimously|UNANIMOUSLY|in "
    "principle|by [^.:;,]{1,60},))?(?:\\s*[:;,–—-]+\\s*|\\s+|\\s*\\.?$)" },

  /* "it was unanimously agreed that …"; "It was APPROVED that;" */
  [DECISION_PASSIVE] = { "it was decided",
    "(?:^|\\b)(?:[Ii]t\\s+was|IT\\s+WAS)(?:\\s+(?:also|then|therefore|unanimously|"
    "further|subsequently|duly|UNANIMOUSLY|hereby|FURTHER|proposed,\\s+seconded\\s+and|"
    "moved,\\s+seconded\\s+and))*\\s+(resolved|RESOL?VED|agreed|AGREED|decided|DECIDED|"
    "approved|APPROVED|ordered|ORDERED|recommended|RECOMMENDED)" UNANIMOUSLY MOVER
    "(?:\\s*[:;,–—-]+\\s*|\\s+(?!by\\s|with\\s|at\\s|in\\s)|\\s*\\.?$)" },

  /* "On the motion of Cllr A, seconded by Cllr B, RESOLVED to buy …" */
  [DECISION_MARKED] = { "in capitals",
    "(?<!had )(?<!been )(?<!is )(?<!be )(?<!as )\\b(RES[O0]L?VED|AGREED|RECOMMENDED|"
    "ORDERED)\\b(?:\\s+UNANIMOUSLY|\\s+unanimously)?" MOVER "(?:\\s*[:;–—-]+\\s*|"
    ",?\\s+(?=that\\b|That\\b|THAT\\b|to\\b|TO\\b)|\\s*$)" },

  /* "It was proposed by Cllr A, seconded by Cllr B and unanimously agreed to give …" */
  [DECISION_PROPOSED] = { "proposed and agreed",
    "\\b(?:[Pp]roposed|[Mm]oved|PROPOSED|motion|proposal)"
    "\\b.{0,200}?\\b[Ss]econded\\b.{0,200}?\\b(agreed|resolved|approved|carried|"
    "RESOLVED|AGREED|APPROVED)" UNANIMOUSLY "(?:\\s+by all)?\\s*[:,;]?\\s+(?=that\\b|"
    "to\\b)" },

  /* "The Chair proposed that we sit on and it was agreed unanimously." */
  [DECISION_PROPOSED_THEN] = { "proposed, then agreed",
    "\\b(?:proposed|moved|suggested)\\b.{0,240}?\\b((?:that|to)\\b.{5,1200}?)"
    "[,;]?\\s+(?:and|which|;)\\s*(?:(?:it|this|the motion)\\s+)?was\\s+(?:then\\s+|"
    "duly\\s+)?(?:unanimously\\s+)?(agreed|resolved|approved|carried|AGREED|CARRIED|"
    "RESOLVED)(?:\\s+unanimously|\\s+nem\\.? con|\\s+by all[\\w ]{0,20})?\\s*\\.?$" },

  /* "Cllr A moved, and Cllr B seconded, that the rate be held." */
  [DECISION_MOTION] = { "motion",
    "\\b(?:[Pp]roposed|[Mm]oved|PROPOSED|MOVED)\\b(?!,? (?:as )?an amendment\\b).{0,240}?\\b(that\\b.{5,}?)"
    "(?:[,;]?\\s*(?:this was |and |which was )?[Ss]econded by\\b.{0,60})?$" },

  /* "Motion: that the owner be written to." */
  [DECISION_MOTION_NAMED] = { "motion by its name",
    "^(?:MOTION|Motion|PROPOSAL|Proposal):\\s*((?:[Tt]hat|[Tt]o)\\b.{5,}?)$" },

  /* "Agreed unanimously." "All in favour." "Carried." */
  [DECISION_ASSENT] = { "assent",
    "^(?:(?:This|It|The (?:motion|proposal)) was\\s+(?:(?:then )?put(?: to the (?:vote|meeting|"
    "Council|Committee))?,? and\\s+)?)?(?:[Uu]nanimously\\s+)?"
    "(?:[Aa]greed|AGREED|RESOLVED|Resolved|[Aa]ll (?:in favour|agreed|were in favour)|"
    "[Aa]pproved|[Cc]arried|CARRIED)(?:,?\\s+(?:unanimously|nem\\.? con|all in favour|"
    "by all[\\w ]{0,20}))?\\s*[.!]?$" },

  /* "The minutes of 3 May, having been sent out, were approved as a correct record." */
  [DECISION_MINUTES] = { "minutes approved",
    "^(?:[^.;:]{0,80}?,\\s+)?(?:That\\s+)?(?:The|the)?\\s*(?:[\\w-]+\\s+){0,3}?"
    "(?:[Mm]inutes?|MINUTES|[Nn]otes|[Rr]ecord of (?:the )?(?:last |previous )?meeting)\\b.{0,300}?\\b(?:were|was)"
    "\\s+(?:then\\s+|duly\\s+|unanimously\\s+|both\\s+|all\\s+|each\\s+|taken as read(?:,|\\s+and)?\\s+|(?:noted|received|considered|reviewed)\\s+and\\s+)*(agreed|"
    "approved|confirmed|accepted|adopted|signed|AGREED|APPROVED|CONFIRMED|"
    "proposed(?=.{0,200}\\b(?:seconded|signed|agreed|carried)))\\b" },

  /* "Proposed by Cllr Crane, seconded by Cllr Dunn and unanimously approved." */
  [DECISION_PROPOSED_WHOLE] = { "proposed, and that is all",
    "^(?:[Pp]rop(?:osed|\\.)?|[Mm]oved)\\b[^.;:]{0,120}?\\b(?:[Ss]econded|[Ss]ec\\b\\.?)[^;:]{0,120}?"
    "\\b(?:agreed|approved|carried|accepted|resolved|elected|appointed|co-opted|AGREED|APPROVED|CARRIED|RESOLVED)"
    "(?:\\s+unanimously|\\s+nem\\.? con|\\s+by all[\\w ]{0,20})?\\s*\\.?$" },

  /* "Agreed with the addition of a visit."; "Approved and signed as correct.", "agreed and signed by the Chair", "They were taken as
   * read and accepted as correct", "Members confirmed the minutes of 9 April" */
  [DECISION_MINUTES_SHORT] = { "approved as correct",
    "^(?:(?:(?:The\\s+)?(?:[Mm]inutes|[Nn]otes)(?:\\s+of\\s[^.;:]{1,80}?)?\\s+(?:agreed|approved|"
    "accepted|confirmed|signed)|[Aa]pproved|[Aa]greed|[Cc]onfirmed|[Aa]ccepted|APPROVED|AGREED|"
    "(?:They|These|Both|All)\\s+were\\s+(?:(?:all|both|taken as read),?\\s+(?:and\\s+)?)?(?:agreed|"
    "approved|accepted|confirmed))"
    "(?:\\s+(?:(?:and|&)\\s+)?(?:duly\\s+)?signed)?\\s+as\\s+(?:an?\\s+)?(?:true|correct|accurate)\\b|"
    "(?:(?:They|These|Both)\\s+were\\s+(?:taken as read,?\\s+(?:and\\s+)?)?)?"
    "(?:[Aa]pproved|[Aa]greed|[Cc]onfirmed|[Aa]ccepted)\\s+(?:and|&)\\s+(?:duly\\s+)?signed"
    "(?:\\s+by\\s+(?:the\\s+)?(?:[\\w-]+\\s*){1,3})?\\.?$|"
    "(?:[Aa]pproved|[Aa]greed|[Aa]ccepted|[Ee]ndorsed|APPROVED|AGREED)\\s+(?:with the (?:addition|inclusion|"
    "exception|removal)|subject to|as amended|as drafted|as presented|as set out)\\b|"
    "(?:The\\s+)?(?:" BODY ")\\s+(?:confirmed|accepted|signed)\\s+(?:the\\s+)?minutes\\b)" },

  /* "The recommendations set out in the report were agreed." */
  [DECISION_RECOMMENDATIONS] = { "recommendations agreed",
    "^(?:[Tt]he\\s+)?(?:[\\w’']+\\s+){0,3}?recommendations?\\b[^.;:]{0,120}?\\b(?:were|"
    "was)\\s+(?:unanimously\\s+)?(agreed|approved|accepted|endorsed|adopted|AGREED|"
    "APPROVED)\\b[^.;:]{0,60}\\.?$" },

  /* "The following payments were agreed" */
  [DECISION_FOLLOWING] = { "the following was agreed",
    "^(?:[^.;:]{0,100}?,\\s+)?(?:The|the)\\s+following\\b[^.;:]{0,100}?\\b(?:was|were)"
    "\\s+(?:also\\s+|then\\s+|unanimously\\s+|duly\\s+|put (?:to the (?:vote|meeting) )?and\\s+)*(agreed|approved|ratified|"
    "authorised|carried|CARRIED|resolved|recommended|AGREED|APPROVED|RESOLVED|RATIFIED)\\b(?:\\s+for "
    "payment|\\s+unanimously)?\\s*[:;.–—-]*\\s*$" },

  /* "On 3 May 2024, Cabinet:- (i) approved the plan; (ii) noted the cost." */
  [DECISION_BODY_LISTS] = { "a body and a list of what it did",
    "^(?:On\\s+[0-9]{1,2}(?:st|nd|rd|th)?\\s+" MONTHS "\\s+20[0-9]{2},?\\s+)?(?:[Tt]he\\s+)?" BODY_NAMED
    "\\s*:\\s*[–—-]?\\s*(?=\\(?(?:i|a|1)[.)]\\s+(?:agreed|approved|noted|resolved|endorsed|authorised|"
    "delegated|accepted|adopted|AGREED|APPROVED|NOTED|RESOLVED|ENDORSED|AUTHORISED|DELEGATED)\\b)" },

  /* "The payments listed below were agreed (prop. AM, sec. LT):" */
  [DECISION_PAYMENTS] = { "payments agreed",
    "^(?:[Tt]he\\s+|[Aa]ll\\s+)?(?:[\\w’'-]+\\s+){0,3}?(?:payments?|accounts|invoices|"
    "cheques|expenditure|bank reconciliation|payment list|list of payments)\\b[^.;:]"
    "{0,120}?\\b(?:were|was)\\s+(?:unanimously\\s+|duly\\s+|all\\s+|checked and\\s+|"
    "received and\\s+)*(agreed|approved|authorised|ratified|AGREED|APPROVED)\\b(?!\\s+"
    "(?:by (?:the )?(?:auditor|bank)|in|at the last))" },

  /* "The update was noted." */
  [DECISION_NOTED] = { "was noted",
    "^(?:The|the)\\s+(?:[\\w’'/&-]+\\s+){1,9}?(?:was|were)\\s+(?:duly\\s+|also\\s+|"
    "received and\\s+)?(noted|NOTED)(?:\\s+by (?:the )?[\\w ]{1,30})?\\.?$" },

  /* "Noted." */
  [DECISION_NOTED_ALONE] = { "noted",
    "^(?:Noted|NOTED)\\.?$" },

  /* "noted the report and asked the Chair to …": where the noting ends */
  [DECISION_NOTED_END] = { "end of noting",
    ",?\\s+and\\s+(?:asked|thanked|requested|commended|congratulated|welcomed|agreed|"
    "were|expressed|looked)\\b" },

  /* who does not decide: "The Chair of the Panel agreed to write" */
  [DECISION_PERSON] = { "person",
    "\\b(?:Chair|Chairman|Chairwoman|Chairperson|Leader|Director|Officers?|officers?|"
    "Clerk|Head|Manager|Inspectors?|inspectors|Secretary|partners?|who|which|Minister|"
    "Government|Commissioner|Mayor|School|[Pp]arents|[Rr]esidents)\\b" },

  /* "At its last meeting the Panel agreed …", "had previously resolved", "In March the" */
  [DECISION_RETOLD] = { "told of another time",
    "\\bhad\\b|\\b[Pp]reviously\\b|\\b[Pp]revious (?:meeting|year|administration)|"
    "\\b[Ee]arlier (?:meeting|in the|this|that)|\\b[Ll]ast (?:meeting|month|year|week|"
    "autumn|spring|summer|winter|[A-Z][a-z]+\\b)|\\b(?:[Ii]n|[Oo]n|[Ss]ince|[Ww]hen|"
    "[Aa]fter)\\s+(?:(?:early|late|the)\\s+)?(?:[0-9]{1,2}(?:st|nd|rd|th)?\\s+)?"
    "(?:(?:19|20)[0-9]{2}|" MONTHS ")\\b|\\b[Aa]t (?:its|their|the) (?:meeting|session)"
    "\\b|\\b(?:if|If|should|whether|unless|that|which)\\b" },

  /* "The Council adopted its plan in 2021." */
  [DECISION_RETOLD_END] = { "earlier, by its end",
    "\\b(?:in|since|during)\\s+(?:[A-Z][a-z]+\\s+)?(?:19|20)[0-9]{2}\\.?$" },

  /* "agreed with", "agreed to the following amendment" */
  [DECISION_NOT_DECIDED] = { "not decided",
    "^(?:with\\b|to differ\\b|(?:to\\s+)?(?:the|a|an)\\s+(?:following\\s+)?"
    "(?:amendment|friendly amendment)|and\\b|as\\b|in\\b|on\\b|by\\b|at\\b|for\\b|"
    "between\\b)" },

  /* what is agreed: "that", "to", "the plan"; not "next steps" */
  [DECISION_AGREED] = { "what is agreed",
    "^(?:(?:that|to|not to|the|a|an|all|these|this|their|its|his|her|it|them|Option|option|"
    "recommendations?|proposals?|in principle|unanimously)\\b|\\(?[ai1][.)]\\s)" },

  /* "agreed that it was good", "agreed that costs could rise" */
  [DECISION_OPINION] = { "opinion",
    "^that\\s+(?:[\\w’',/&-]+\\s+){1,16}?(?:(?:was|were)(?!\\s+(?:approved|adopted|accepted|"
    "ratified|endorsed)\\b)|is|are|had|has|have|could|may|might|did|does|needed|seemed|felt)\\b" },

  /* "agreed that it be done" */
  [DECISION_DEONTIC] = { "what is to be done",
    "^[Tt]hat,?\\s+(?:[^\\s:;]*[^\\s:;.]\\s+){0,40}?(?:be|should|shall|will|would|must|remain|"
    "to be)\\b" },

  /* "to consider passing the following resolution:"; "should the Committee wish to" */
  [DECISION_CONDITIONAL] = { "conditional",
    "\\b(?:pass(?:ing)?|move|consider|propose)\\b[^.]{0,40}\\bresolution\\b|"
    "\\bresolution (?:to be|may be|is)\\b|\\bif (?:the |it |so |members |Members |"
    "necessary|required|appropriate|minded)|\\b[Ss]hould (?:the|it|members|Members)"
    "\\b[^.]{0,80}\\bwish|\\b(?:is|are) (?:asked|invited|requested|recommended|"
    "required) to\\b|\\bmay (?:wish|resolve|exclude)|\\brecommended that the "
    "following\\b|\\bto consider whether\\b" },

  /* "Councillor Poole left the meeting at 7 pm.", "(Action: Clerk)", "Proposed Cllr
   * Ashe" */
  [DECISION_ASIDE] = { "aside",
    "^\\(?(?:(?:Cllrs?\\.?|Councillors?|Mr|Mrs|Ms|Miss|Dr)\\s[^.]{1,100}?\\b(?:left|"
    "joined|returned|re-?entered|rejoined|arrived|abstained|declared|voted|took no "
    "part|wished|requested that (?:his|her|their))\\b|The meeting\\b|ACTIONS?\\b|"
    "Actions?:|\\(Action|\\(ACTION|Reasons?(?: for)?\\b|REASONS?\\b|Note:|NB\\b|"
    "Proposed\\b|Moved\\b|PROPOSED\\b|Proposer\\b|(?:Vote|Voting|For|In favour)\\b|"
    "Carried\\b|CARRIED\\b|[Uu]nanimous\\b|All (?:in favour|agreed)|Agreed unanimously|"
    "Signed\\b|Clerk$)" },

  /* "The Executive Member approved the award", under "Decision" */
  [DECISION_TOLD] = { "told under a label",
    "^(?:[\\w’'&(),/-]+\\s+){1,14}?(?:agreed|approved|authorised|noted|resolved|"
    "endorsed|accepted|adopted|granted|refused|recommended|decided|delegated|awarded|"
    "confirmed|asked|AGREED|APPROVED|NOTED|RESOLVED)\\b" },

  /* "That the Committee for Parks:"; "that:"; "To" */
  /* or the resolution's own number, "2025/106", over what was resolved */
  [DECISION_BARE] = { "lead-in's second line",
    "^(?:(?:[Tt]hat|THAT|[Tt]o)\\b\\s*[:;,–—-]*\\s*)?(?:(?:(?:[Tt]he|THE)\\s+)?"
    NAMES (9) "(?:" BODY_NAMED "|" BODY_CAPITALS ")(?:\\s+(?:resolves?|agrees?|"
    "RESOLVES?|(?:approve|note|agree|endorse|adopt|ratifie)[sd]?(?=\\s*:)))?(?:\\s+(?:to|that))?)?(?:RECOMMEND\\s*:?\\s*(?:\\([^()]{1,60}\\))?)?(?:\\s|[:;,.–—-])*$|"
    "^[0-9]{2,4}/[0-9]{1,4}\\s*$" },

  /* "Reasons for the decision:", "Alternative options considered", "Minutes:" */
  [DECISION_HEADING] = { "heading behind a resolution",
    "^(?:Reasons?|REASONS?|Alternative|ALTERNATIVE|Other options|Options considered|"
    "OPTIONS|Minutes:|MINUTES:|Background|Declarations?|Implementation|Notes?:|Contact|"
    "Wards?\\b|Key decision|Is the decision|Date of|Additional documents|Conflicts?|"
    "Dispensation)" },

  /* "that Cabinet be recommended to", "To recommend the Cabinet to" */
  [DECISION_RECOMMENDS] = { "recommends",
    "^(?:[Tt]hat\\s+)?(?:[\\w’',-]+\\s+){0,8}?(?:be\\s+(?:\\w+\\s+)?recommended\\b|"
    "[Tt]o\\s+recommend\\b|RECOMMENDS?\\b|recommends?\\b)|^Recommends?\\b" },

  /* "Cllr Crane was elected unanimously as Chair.", "Mr Dunn was duly appointed" */
  [DECISION_ELECTED] = { "elected, and how",
    "^[^;:]{2,160}?\\b(?:was|were)\\s+(?:(?:duly|unanimously|then|therefore|again|UNANIMOUSLY)\\s+){1,3}(?:re-?)?"
    "(?:elected|appointed|ELECTED|APPOINTED)\\b|"
    "^[^;:]{2,160}?\\b(?:was|were)\\s+(?:re-?)?(?:elected|appointed|ELECTED|APPOINTED)\\s+(?:unanimously|UNANIMOUSLY|"
    "unopposed|nem\\.? con|by [0-9a-z]{1,9} votes)\\b" },
};

/* clang-format on */
