/* taxonomy.h: a SKOS concept scheme, read from RDF/XML, as concepts with their labels.
 *
 * Source of the form: SKOS Reference, W3C Recommendation 18 August 2009. What matching
 * needs beyond SKOS stands in the namespace https://heed.example/ns/match#. */

#pragma once

#include <glib.h>

typedef struct
{
  gchar *id;    /* last part of its URI: "early-help" */
  gchar *label; /* prefLabel */
  gchar *theme; /* (nullable) identifier of its top concept; NULL for a top concept */
  gchar *scope; /* (nullable) scopeNote */
  GPtrArray *alt_labels;    /* gchar * */
  GPtrArray *hidden_labels; /* gchar * */
  GPtrArray *related;       /* gchar *: identifiers */
} Concept;

typedef enum
{
  TAXONOMY_ERROR_XML,  /* no well-formed XML, or XML that is refused (DTD, XInclude) */
  TAXONOMY_ERROR_SKOS, /* no SKOS concept scheme */
  TAXONOMY_ERROR_REFERENCE, /* a concept names one that is not there, or goes in a circle
                             */
  TAXONOMY_ERROR_DUPLICATE, /* an identifier is used twice */
  TAXONOMY_ERROR_LIMIT,     /* more than the bounds below */
} TaxonomyError;

#define TAXONOMY_ERROR (taxonomy_error_quark ())
GQuark taxonomy_error_quark (void);

typedef struct Taxonomy Taxonomy;

/* (transfer full), NULL if and only if error is set. */
Taxonomy *taxonomy_new_from_bytes (GBytes *bytes, GError **error);
/* The one built into the program. (transfer full) */
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
