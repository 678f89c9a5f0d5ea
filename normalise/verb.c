/* verb.c: the words of a resolution become the verb that it leads with. */

#include "normalise/verb.h"

#include <string.h>

/* A resolution's verb stands at its front; none is looked for beyond these words. */
#define MAX_WORDS 60
#define MAX_WORD 24

typedef struct
{
  const gchar *base;
  const gchar *past; /* (nullable) where it is not base + "ed" */
  gboolean noun;     /* is a noun as often: "the report", "a plan" */
} VerbRule;

static const VerbRule verbs[] = {
  { "accept" },
  { "acknowledge" },
  { "acquire" },
  { "adjourn" },
  { "adopt" },
  { "advise" },
  { "agree" },
  { "allocate" },
  { "allow" },
  { "amend" },
  { "apply", "applied" },
  { "appoint" },
  { "approve" },
  { "arrange" },
  { "ask" },
  { "attend" },
  { "authorise" },
  { "authorize" },
  { "award", NULL, TRUE },
  { "be", "been" },
  { "begin", "begun" },
  { "bring", "brought" },
  { "buy", "bought" },
  { "call", NULL, TRUE },
  { "carry", "carried" },
  { "cease" },
  { "change", NULL, TRUE },
  { "circulate" },
  { "close" },
  { "co-opt" },
  { "commence" },
  { "commend" },
  { "comment", NULL, TRUE },
  { "commission", NULL, TRUE },
  { "condemn" },
  { "confirm" },
  { "congratulate" },
  { "consider" },
  { "consult" },
  { "continue" },
  { "contribute" },
  { "convene" },
  { "convey" },
  { "create" },
  { "cut", "cut", TRUE },
  { "declare" },
  { "defer", "deferred" },
  { "delegate", NULL, TRUE },
  { "deliver" },
  { "demand", NULL, TRUE },
  { "designate" },
  { "determine" },
  { "develop" },
  { "direct" },
  { "dispose" },
  { "donate" },
  { "elect" },
  { "encourage" },
  { "endorse" },
  { "ensure" },
  { "enter" },
  { "establish" },
  { "examine" },
  { "exclude" },
  { "explore" },
  { "express" },
  { "extend" },
  { "forward" },
  { "fund", NULL, TRUE },
  { "give", "given" },
  { "grant", NULL, TRUE },
  { "hold", "held" },
  { "identify", "identified" },
  { "implement", NULL, TRUE },
  { "include" },
  { "increase", NULL, TRUE },
  { "inform" },
  { "instruct" },
  { "introduce" },
  { "invest" },
  { "investigate" },
  { "invite" },
  { "issue", NULL, TRUE },
  { "join" },
  { "keep", "kept" },
  { "leave", "left", TRUE },
  { "let", "let", TRUE },
  { "lobby", "lobbied" },
  { "look", NULL, TRUE },
  { "maintain" },
  { "make", "made" },
  { "meet", "met" },
  { "mend" },
  { "monitor", NULL, TRUE },
  { "nominate" },
  { "note", NULL, TRUE },
  { "notify", "notified" },
  { "object", NULL, TRUE },
  { "obtain" },
  { "offer", NULL, TRUE },
  { "order", NULL, TRUE },
  { "pay", "paid", TRUE },
  { "permit", "permitted", TRUE },
  { "pick" },
  { "place", NULL, TRUE },
  { "postpone" },
  { "prepare" },
  { "present", NULL, TRUE },
  { "proceed" },
  { "procure" },
  { "protect" },
  { "provide" },
  { "publish" },
  { "purchase", NULL, TRUE },
  { "pursue" },
  { "put", "put", TRUE },
  { "raise" },
  { "ratify", "ratified" },
  { "re-appoint" },
  { "reaffirm" },
  { "reappoint" },
  { "receive" },
  { "recognise" },
  { "recommend" },
  { "record", NULL, TRUE },
  { "recruit" },
  { "reduce" },
  { "refer", "referred" },
  { "refuse", NULL, TRUE },
  { "reject" },
  { "release", NULL, TRUE },
  { "remain" },
  { "remove" },
  { "renew" },
  { "reopen" },
  { "repair", NULL, TRUE },
  { "replace" },
  { "reply", "replied", TRUE },
  { "report", NULL, TRUE },
  { "request", NULL, TRUE },
  { "require" },
  { "reserve", NULL, TRUE },
  { "resolve" },
  { "respond" },
  { "restore" },
  { "retain" },
  { "review", NULL, TRUE },
  { "revise" },
  { "scrutinise" },
  { "seek", "sought" },
  { "sell", "sold" },
  { "send", "sent" },
  { "serve" },
  { "set", "set", TRUE },
  { "share", NULL, TRUE },
  { "sign", NULL, TRUE },
  { "sit", "sat" },
  { "start", NULL, TRUE },
  { "stop", "stopped", TRUE },
  { "submit", "submitted" },
  { "support", NULL, TRUE },
  { "suspend" },
  { "take", "taken" },
  { "thank" },
  { "train" },
  { "transfer", "transferred", TRUE },
  { "undertake", "undertaken" },
  { "update", NULL, TRUE },
  { "uphold", "upheld" },
  { "urge" },
  { "vary", "varied" },
  { "visit", NULL, TRUE },
  { "vote", NULL, TRUE },
  { "waive" },
  { "welcome" },
  { "withdraw", "withdrawn" },
  { "write", "written" },
};

typedef enum
{
  FORM_BASE,   /* note */
  FORM_THIRD,  /* notes */
  FORM_PAST,   /* noted */
  FORM_ACTIVE, /* noting */
} Form;

typedef struct
{
  const VerbRule *rule;
  Form form;
} Entry;

struct VerbReader
{
  GHashTable *forms; /* form → Entry */
};

/* Words before a verb: "that the Cabinet also notes", "should formally note". */
static const gchar *const auxiliaries[] = { "should", "would", "will",  "shall", "may",
                                            "must",   "can",   "could", "to" };
static const gchar *const beings[] = { "be", "is", "are", "was", "were" };
static const gchar *const articles[] = { "the",  "a",      "an",   "this", "that",
                                         "its",  "their",  "his",  "her",  "of",
                                         "any",  "no",     "all",  "each", "by",
                                         "for",  "annual", "in",   "on",   "with",
                                         "from", "these",  "those" };
static const gchar *const bodies[] = {
  "cabinet",  "committee", "sub-committee", "council", "panel",       "board",
  "assembly", "executive", "forum",         "members", "councillors", "commission",
  "trustees", "group",     "authority",     "member",  "leader",      "mayor"
};

static gboolean
is_one_of (const gchar *word, const gchar *const *words, guint n)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (word, words[i]) == 0)
      return TRUE;
  return FALSE;
}

static void
add_form (VerbReader *self, gchar *form, const VerbRule *rule, Form which)
{
  Entry *entry;

  if (g_hash_table_contains (self->forms, form))
    {
      g_free (form);
      return;
    }
  entry = g_new0 (Entry, 1);
  entry->rule = rule;
  entry->form = which;
  g_hash_table_insert (self->forms, form, entry);
}

VerbReader *
verb_reader_new (void)
{
  VerbReader *self = g_new0 (VerbReader, 1);

  self->forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      const VerbRule *rule = &verbs[i];
      gsize length = strlen (rule->base);
      gchar last = rule->base[length - 1];
      g_autofree gchar *stem = g_strndup (rule->base, length - 1);

      add_form (self, g_strdup (rule->base), rule, FORM_BASE);
      if (rule->past != NULL)
        add_form (self, g_strdup (rule->past), rule, FORM_PAST);
      else
        add_form (self, g_strconcat (rule->base, last == 'e' ? "d" : "ed", NULL), rule,
                  FORM_PAST);
      if (last == 'y' && strchr ("aeiou", rule->base[length - 2]) == NULL)
        add_form (self, g_strconcat (stem, "ies", NULL), rule, FORM_THIRD);
      else if (g_str_has_suffix (rule->base, "sh") || g_str_has_suffix (rule->base, "ss"))
        add_form (self, g_strconcat (rule->base, "es", NULL), rule, FORM_THIRD);
      else
        add_form (self, g_strconcat (rule->base, "s", NULL), rule, FORM_THIRD);
      add_form (self,
                g_strconcat (last == 'e' && length > 2 ? stem : rule->base, "ing", NULL),
                rule, FORM_ACTIVE);
    }
  return self;
}

void
verb_reader_free (VerbReader *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->forms);
  g_free (self);
}

/* The next word of the span in lower case; FALSE at its end. */
static gboolean
next_word (const gchar *text, gsize *at, gsize end, gchar word[MAX_WORD + 1])
{
  gsize length = 0;

  while (*at < end && !g_ascii_isalpha (text[*at]))
    (*at)++;
  while (*at < end && (g_ascii_isalpha (text[*at]) || text[*at] == '-'))
    {
      if (length < MAX_WORD)
        word[length++] = g_ascii_tolower (text[*at]);
      (*at)++;
    }
  while (length > 0 && word[length - 1] == '-')
    length--;
  word[length] = '\0';
  return length > 0;
}

typedef struct
{
  gchar word[MAX_WORD + 1];
  const Entry *entry; /* NULL: no form of a known verb */
} Word;

/* "the SEND plan": special educational needs and disabilities, where the words around it
 * are no capitals. */
static gboolean
is_name (const gchar *text, Span span, gsize end, const gchar *word)
{
  static const gchar name[] = "SEND";
  gsize length = strlen (name);

  if (end < span.start + length || g_ascii_strcasecmp (word, name) != 0
      || strncmp (text + end - length, name, length) != 0)
    return FALSE;
  for (gsize i = span.start; i < MIN (span.end, end + 40); i++)
    if (g_ascii_islower (text[i]))
      return TRUE;
  return FALSE;
}

static guint
read_words (const VerbReader *self, const gchar *text, Span span, Word *words)
{
  gsize at = span.start;
  guint n = 0;

  while (n < MAX_WORDS && next_word (text, &at, span.end, words[n].word))
    {
      words[n].entry = is_name (text, span, at, words[n].word)
                           ? NULL
                           : g_hash_table_lookup (self->forms, words[n].word);
      n++;
    }
  return n;
}

static gboolean
is_article (const gchar *word)
{
  return is_one_of (word, articles, G_N_ELEMENTS (articles));
}

/* The strength of words[i] as the leading verb: 0 none; 1 a word that is a noun as often,
 * "officers report"; 2 likely, if nothing before it is; 3 sure. */
static guint
strength (const Word *words, guint i)
{
  const Entry *entry = words[i].entry;
  guint before = i;

  if (entry == NULL || strcmp (entry->rule->base, "be") == 0)
    return 0;
  /* "be formally noted", "should now note": an adverb may stand between. */
  if (before > 0 && g_str_has_suffix (words[before - 1].word, "ly"))
    before--;
  if (before == 0 || (before == 1 && strcmp (words[0].word, "that") == 0))
    return entry->rule->noun && before == 1 && entry->form == FORM_THIRD ? 1 : 3;
  if (is_one_of (words[before - 1].word, beings, G_N_ELEMENTS (beings)))
    return entry->form == FORM_PAST ? 3 : 0;
  if (is_one_of (words[before - 1].word, auxiliaries, G_N_ELEMENTS (auxiliaries)))
    return entry->form == FORM_BASE ? 3 : 0;
  if (is_one_of (words[before - 1].word, bodies, G_N_ELEMENTS (bodies)))
    /* "the meeting of the Committee held on 3 May" */
    return entry->form == FORM_ACTIVE || strcmp (words[i].word, "held") == 0 ? 0 : 3;
  if (is_article (words[before - 1].word))
    return 0;
  if (entry->form != FORM_BASE)
    return 0;
  return entry->rule->noun ? 1 : 2;
}

const gchar *
verb_reader_leading (const VerbReader *self, const gchar *text, Span span)
{
  Word words[MAX_WORDS];
  guint n = read_words (self, text, span, words);
  const gchar *likely = NULL;
  const gchar *noun = NULL;

  for (guint i = 0; i < n; i++)
    {
      guint sure = strength (words, i);

      if (sure == 3)
        return likely != NULL ? likely : words[i].entry->rule->base;
      if (sure == 2 && likely == NULL)
        likely = words[i].entry->rule->base;
      if (sure == 1 && noun == NULL)
        noun = words[i].entry->rule->base;
    }
  return likely != NULL ? likely : noun;
}

static const Entry *
first_entry (const VerbReader *self, const gchar *text, Span span)
{
  Word word;
  gsize at = span.start;

  if (!next_word (text, &at, span.end, word.word))
    return NULL;
  return g_hash_table_lookup (self->forms, word.word);
}

gboolean
verb_reader_begins (const VerbReader *self, const gchar *text, Span span)
{
  return first_entry (self, text, span) != NULL;
}

gboolean
verb_reader_begins_past (const VerbReader *self, const gchar *text, Span span)
{
  const Entry *entry = first_entry (self, text, span);

  return entry != NULL && entry->form == FORM_PAST;
}
