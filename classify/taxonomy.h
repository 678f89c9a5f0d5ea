/* taxonomy.h: a SKOS concept scheme, read from RDF/XML, as concepts with their labels
 * and the rules that find them in a text.
 *
 * Source of the form: SKOS Reference, W3C Recommendation 18 August 2009. What matching
 * needs beyond SKOS stands in the namespace https://heed.example/ns/match#; the manual
 * for those who write it is docs/taxonomy.md, the grammar of one rule classify/rule.h.
 *
 * Themes are the concepts at the top that have others below them; everything else is a
 * concept, and its theme is the top concept above it. */

#pragma once

#include "classify/rule.h"

#include <glib.h>

/* One line of an element of rules. */
typedef struct
{
  gchar *text;
  Rule *rule; /* NULL in a taxonomy that was compiled before */
  guint line; /* of the file, from 1 */
} RuleText;

/* A word class: "{late} = late | delay | overdue". */
typedef struct
{
  gchar *name;         /* "late" */
  gchar *alternatives; /* "late | delay | overdue" */
  guint line;
} WordClass;

typedef struct
{
  guint number; /* among the concepts, or among the themes, from 0 */
  gchar *id;    /* last part of its URI: "early-help" */
  gchar *label; /* prefLabel */
  gchar *theme; /* (nullable) identifier of its top concept; NULL for a top concept */
  gchar *scope; /* (nullable) scopeNote */
  GPtrArray *alt_labels;    /* gchar * */
  GPtrArray *hidden_labels; /* gchar * */
  GPtrArray *related;       /* gchar *: identifiers */
  GPtrArray *strong;        /* RuleText *: m:strong, enough alone */
  GPtrArray *weak;          /* RuleText *: m:weak, need a second */
  GPtrArray *vetoes;        /* RuleText *: m:not, a sentence with these is not about it */
} Concept;

/* Rules of the scheme, which are for all concepts. */
typedef enum
{
  SCHEME_SUBJECT, /* m:subject: a passage is about the council's services for children */
  SCHEME_ELSEWHERE, /* m:elsewhere: it is about something else */
  SCHEME_ABSENT,    /* m:absent: what its sentence names was not taken up ("no concerns
                     * about …") */
  SCHEME_FORMAL,    /* m:formal: titles of items that take nothing up ("Apologies") */
  SCHEME_SUNDRY,    /* m:sundry: titles of items that take up a bit of everything
                     * ("Chairman's announcements") */
  SCHEME_HINT,      /* m:hint: words that are said of children by everybody */
  N_SCHEME_RULES
} SchemeRules;

typedef enum
{
  TAXONOMY_ERROR_XML,  /* no well-formed XML, or XML that is refused (DTD, XInclude) */
  TAXONOMY_ERROR_SKOS, /* no SKOS concept scheme */
  TAXONOMY_ERROR_REFERENCE, /* a concept names one that is not there, or goes in a circle
                             */
  TAXONOMY_ERROR_DUPLICATE, /* an identifier is used twice */
  TAXONOMY_ERROR_LIMIT,     /* more than the bounds below */
  TAXONOMY_ERROR_RULE       /* a rule or word class that cannot be read */
} TaxonomyError;

#define TAXONOMY_MAX_BYTES (64 * 1024 * 1024)
#define TAXONOMY_MAX_CONCEPTS 200000
#define TAXONOMY_MAX_RULES 2000000 /* labels and rules of all concepts */
#define TAXONOMY_MAX_CLASSES 10000
#define TAXONOMY_MAX_TEXT (1024 * 1024) /* bytes of one element of rules */
#define TAXONOMY_MAX_PROBLEMS 200       /* that taxonomy_check reports */

#define TAXONOMY_ERROR (taxonomy_error_quark ())
GQuark taxonomy_error_quark (void);

typedef struct Taxonomy Taxonomy;

/* (transfer full), NULL if and only if error is set. */
Taxonomy *taxonomy_new_from_bytes (GBytes *bytes, GError **error);
/* One that was read, checked and compiled before: bytes are not looked at. catalogue is
 * what catalogue.h writes, rulebook what compiler.h does; both are trusted. */
Taxonomy *taxonomy_new_baked (GBytes *bytes, GBytes *catalogue, GBytes *rulebook);
/* The one built into the program: read, checked and compiled when it was built.
 * (transfer full) */
Taxonomy *taxonomy_new_default (void);
Taxonomy *taxonomy_ref (Taxonomy *self);
void taxonomy_unref (Taxonomy *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Taxonomy, taxonomy_unref)

/* The themes and concepts in the file's order. (transfer none): GPtrArray of Concept * */
const GPtrArray *taxonomy_get_themes (const Taxonomy *self);
const GPtrArray *taxonomy_get_concepts (const Taxonomy *self);
/* (nullable) (transfer none): a concept or theme. */
const Concept *taxonomy_lookup (const Taxonomy *self, const gchar *id);
/* The bytes it was read from. (transfer none) */
GBytes *taxonomy_get_bytes (const Taxonomy *self);
/* (transfer none): GPtrArray of WordClass *, in the file's order. */
const GPtrArray *taxonomy_get_classes (const Taxonomy *self);
/* Its rules of one kind. (transfer none): GPtrArray of RuleText * */
const GPtrArray *taxonomy_get_scheme_rules (const Taxonomy *self, SchemeRules kind);

typedef struct Rulebook Rulebook;

/* SHA-256 of the bytes it was read from, in hexadecimal figures. (transfer none) */
const gchar *taxonomy_get_digest (Taxonomy *self);

/* Its labels and rules, compiled (rulebook.h) when first asked for. (transfer none) */
const Rulebook *taxonomy_get_rulebook (Taxonomy *self);

/* Everything that is wrong with a taxonomy, for those who write it: one line each, as
 * "line 12: early-help: column 3: ')' is missing", by line; empty if it can be used.
 * (transfer full): GPtrArray of gchar * */
GPtrArray *taxonomy_check (GBytes *bytes);
