/* skos.c: RDF/XML of a SKOS concept scheme → concepts, word classes and rules, through
 * libxml2.
 *
 * Of RDF/XML it reads what SKOS files use: node elements (skos:Concept, or
 * rdf:Description with an rdf:type) at the top level, named by rdf:about or rdf:ID,
 * with properties that hold a literal or rdf:resource. Prefixes do not matter. */

#include "classify/skos.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <string.h>

#define NS_RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define NS_SKOS "http://www.w3.org/2004/02/skos/core#"
#define NS_MATCH "https://heed.example/ns/match#"
#define NS_XINCLUDE "http://www.w3.org/2001/XInclude"

/* ------------------------------------------------------------------ the tree's parts */

static gboolean
is_in (const xmlNode *node, const gchar *space, const gchar *name)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL
         && g_str_equal ((const gchar *)node->ns->href, space)
         && (name == NULL || g_str_equal ((const gchar *)node->name, name));
}

/* The last part of a URI: what follows its last '#' or '/', or the whole. */
static gchar *
last_part (const gchar *uri)
{
  gsize n = strlen (uri);

  while (n > 0 && (uri[n - 1] == '/' || uri[n - 1] == '#'))
    n--;
  for (gsize i = n; i > 0; i--)
    if (uri[i - 1] == '/' || uri[i - 1] == '#')
      return g_strndup (uri + i, n - i);
  return g_strndup (uri, n);
}

/* (transfer full) (nullable): the identifier that an attribute of RDF holds. */
static gchar *
identifier (xmlNode *node, const gchar *attribute)
{
  xmlChar *value = xmlGetNsProp (node, BAD_CAST attribute, BAD_CAST NS_RDF);
  gchar *id = NULL;

  if (value != NULL && *value != '\0')
    id = last_part ((const gchar *)value);
  xmlFree (value);
  return id;
}

/* One line, without space at its ends. (transfer full) */
static gchar *
literal (xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  GString *text = g_string_new (NULL);

  for (const xmlChar *p = content; p != NULL && *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      g_string_append_c (text, *p);
    else if (text->len > 0 && text->str[text->len - 1] != ' ')
      g_string_append_c (text, ' ');
  if (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  xmlFree (content);
  return g_string_free (text, FALSE);
}

/* Labels in other languages are not for English minutes. */
static gboolean
is_english (xmlNode *node)
{
  xmlChar *language = xmlNodeGetLang (node);
  gboolean english = language == NULL || *language == '\0'
                     || g_ascii_strncasecmp ((const gchar *)language, "en", 2) == 0;

  xmlFree (language);
  return english;
}

/* --------------------------------------------------------------------- lines of rules */

typedef gboolean (*LineFunc) (Loader *loader, gpointer data, const gchar *text,
                              guint line, GError **error);

/* Calls for every line of the element that is neither empty nor a comment; a line that
 * begins with '|' goes on with the one before. */
static gboolean
for_each_line (Loader *loader, xmlNode *node, LineFunc func, gpointer data,
               GError **error)
{
  xmlChar *content = xmlNodeGetContent (node);
  g_autofree gchar *text = g_strdup ((const gchar *)content);
  glong line_number = xmlGetLineNo (node);
  guint line = line_number > 0 ? (guint)line_number : 0;
  g_autoptr (GString) rule = g_string_new (NULL);
  guint rule_line = 0;
  gboolean ok = TRUE;

  xmlFree (content);
  /* libxml2 gives the line on which the start tag ends; its text begins there */
  if (text != NULL && strlen (text) > TAXONOMY_MAX_TEXT)
    return problem (loader, error, TAXONOMY_ERROR_LIMIT, line, "too much text");
  for (gchar *p = text; ok && p != NULL; line++)
    {
      gchar *end = strchr (p, '\n');

      if (end != NULL)
        *end = '\0';
      g_strstrip (p);
      if (*p == '|' && rule->len > 0)
        g_string_append_printf (rule, " %s", p);
      else if (*p != '\0' && *p != '#')
        {
          if (rule->len > 0)
            ok = func (loader, data, rule->str, rule_line, error);
          g_string_assign (rule, p);
          rule_line = line;
        }
      p = end != NULL ? end + 1 : NULL;
    }
  if (ok && rule->len > 0)
    ok = func (loader, data, rule->str, rule_line, error);
  return ok;
}

/* Where rules go, and whose they are. */
typedef struct
{
  GPtrArray *rules;
  const gchar *owner;
} Destination;

static gboolean
add_rule (Loader *loader, gpointer data, const gchar *text, guint line, GError **error)
{
  Destination *to = data;
  g_autoptr (GError) syntax = NULL;
  g_autoptr (Rule) rule = rule_parse (text, &syntax);
  RuleText *one;

  if (rule == NULL)
    return problem (loader, error, TAXONOMY_ERROR_RULE, line, "%s: %s: %s", to->owner,
                    syntax->message, text);
  if (++loader->n_rules > TAXONOMY_MAX_RULES)
    {
      g_set_error (error, TAXONOMY_ERROR, TAXONOMY_ERROR_LIMIT, "line %u: too many rules",
                   line);
      return FALSE;
    }
  one = g_new0 (RuleText, 1);
  one->text = g_strdup (text);
  one->rule = g_steal_pointer (&rule);
  one->line = line;
  g_ptr_array_add (to->rules, one);
  return TRUE;
}

static gboolean
add_class (Loader *loader, gpointer data, const gchar *text, guint line, GError **error)
{
  const gchar *close = strchr (text, '}');
  const gchar *equals = close != NULL ? strchr (close, '=') : NULL;
  g_autofree gchar *name = NULL;
  g_autoptr (GError) syntax = NULL;
  g_autoptr (RuleStep) step = NULL;
  WordClass *word_class;

  if (text[0] != '{' || close == NULL || equals == NULL
      || strspn (close + 1, " \t") != (gsize)(equals - close - 1))
    return problem (loader, error, TAXONOMY_ERROR_RULE, line,
                    "a class is written {name} = word | word: %s", text);
  name = g_strndup (text + 1, close - text - 1);
  if (g_hash_table_contains (loader->classes, name) || g_str_equal (name, "number"))
    return problem (loader, error, TAXONOMY_ERROR_DUPLICATE, line,
                    "class {%s} is there twice", name);
  step = rule_parse_class (equals + 1, &syntax);
  if (step == NULL)
    return problem (loader, error, TAXONOMY_ERROR_RULE, line, "class {%s}: %s", name,
                    syntax->message);
  if (loader->taxonomy->classes->len >= TAXONOMY_MAX_CLASSES)
    return problem (loader, error, TAXONOMY_ERROR_LIMIT, line, "too many classes");
  word_class = g_new0 (WordClass, 1);
  word_class->name = g_steal_pointer (&name);
  word_class->alternatives = g_strdup (equals + 1);
  word_class->line = line;
  g_ptr_array_add (loader->taxonomy->classes, word_class);
  g_hash_table_insert (loader->classes, word_class->name, word_class);
  return TRUE;
}

/* Where the rules of an element of our namespace go; NULL: it is not known there. */
static GPtrArray *
rules_of (const Taxonomy *taxonomy, const Concept *concept, const gchar *name)
{
  static const gchar *const of_scheme[N_SCHEME_RULES] = {
    [SCHEME_SUBJECT] = "subject", [SCHEME_ELSEWHERE] = "elsewhere",
    [SCHEME_ABSENT] = "absent",   [SCHEME_FORMAL] = "formal",
    [SCHEME_SUNDRY] = "sundry",   [SCHEME_HINT] = "hint"
  };

  for (guint i = 0; i < N_SCHEME_RULES; i++)
    if (g_str_equal (name, of_scheme[i]))
      return taxonomy->rules[i];
  if (concept == NULL)
    return NULL;
  if (g_str_equal (name, "strong"))
    return concept->strong;
  if (g_str_equal (name, "weak"))
    return concept->weak;
  return g_str_equal (name, "not") ? concept->vetoes : NULL;
}

/* The elements of our namespace, which may stand in the scheme and in any concept. */
static gboolean
read_match (Loader *loader, xmlNode *property, Concept *concept, GError **error)
{
  const gchar *name = (const gchar *)property->name;
  Destination to = { rules_of (loader->taxonomy, concept, name),
                     concept != NULL ? concept->id : "the scheme" };

  if (g_str_equal (name, "classes"))
    return for_each_line (loader, property, add_class, NULL, error);
  if (to.rules == NULL)
    return problem (loader, error, TAXONOMY_ERROR_RULE, xmlGetLineNo (property),
                    "%s: no element m:%s is known here", to.owner, name);
  return for_each_line (loader, property, add_rule, &to, error);
}

/* --------------------------------------------------------------------------- concepts */

static gboolean
add_label (Loader *loader, GPtrArray *labels, xmlNode *property, GError **error)
{
  if (++loader->n_rules > TAXONOMY_MAX_RULES)
    {
      g_set_error (error, TAXONOMY_ERROR, TAXONOMY_ERROR_LIMIT, "too many labels");
      return FALSE;
    }
  g_ptr_array_add (labels, literal (property));
  return TRUE;
}

/* A property of SKOS; those that heed has no use for (notations, changes) are passed. */
static gboolean
read_skos (Loader *loader, xmlNode *property, Node *node, GError **error)
{
  Concept *concept = node->concept;
  const gchar *name = (const gchar *)property->name;

  if (g_str_equal (name, "broader"))
    {
      g_autofree gchar *broader = identifier (property, "resource");

      if (broader == NULL)
        return problem (loader, error, TAXONOMY_ERROR_SKOS, xmlGetLineNo (property),
                        "%s: broader without rdf:resource", concept->id);
      if (node->broader == NULL)
        node->broader = g_steal_pointer (&broader);
      return TRUE;
    }
  if (g_str_equal (name, "related"))
    {
      gchar *related = identifier (property, "resource");

      if (related == NULL)
        return problem (loader, error, TAXONOMY_ERROR_SKOS, xmlGetLineNo (property),
                        "%s: related without rdf:resource", concept->id);
      g_ptr_array_add (concept->related, related);
      return TRUE;
    }
  if (!is_english (property))
    return TRUE;
  if (g_str_equal (name, "prefLabel"))
    {
      if (concept->label != NULL)
        return problem (loader, error, TAXONOMY_ERROR_SKOS, xmlGetLineNo (property),
                        "%s: two prefLabels in one language", concept->id);
      concept->label = literal (property);
    }
  else if (g_str_equal (name, "scopeNote"))
    {
      if (concept->scope == NULL)
        concept->scope = literal (property);
    }
  else if (g_str_equal (name, "altLabel"))
    return add_label (loader, concept->alt_labels, property, error);
  else if (g_str_equal (name, "hiddenLabel"))
    return add_label (loader, concept->hidden_labels, property, error);
  return TRUE;
}

static gboolean
read_concept (Loader *loader, xmlNode *element, GError **error)
{
  guint line = xmlGetLineNo (element);
  g_autofree gchar *id = identifier (element, "about");
  Node *node;

  if (id == NULL)
    id = identifier (element, "ID");
  if (id == NULL || *id == '\0')
    return problem (loader, error, TAXONOMY_ERROR_SKOS, line,
                    "a concept has no rdf:about");
  if (g_hash_table_contains (loader->by_id, id))
    return problem (loader, error, TAXONOMY_ERROR_DUPLICATE, line,
                    "concept %s is there twice", id);
  if (loader->nodes->len >= TAXONOMY_MAX_CONCEPTS)
    {
      g_set_error (error, TAXONOMY_ERROR, TAXONOMY_ERROR_LIMIT,
                   "line %u: more than %d concepts", line, TAXONOMY_MAX_CONCEPTS);
      return FALSE;
    }
  node = g_new0 (Node, 1);
  node->concept = concept_new (id);
  node->line = line;
  g_ptr_array_add (loader->taxonomy->all, node->concept);
  g_ptr_array_add (loader->nodes, node);
  g_hash_table_insert (loader->by_id, node->concept->id, node);
  for (xmlNode *property = element->children; property != NULL; property = property->next)
    if (is_in (property, NS_SKOS, NULL))
      {
        if (!read_skos (loader, property, node, error))
          return FALSE;
      }
    else if (is_in (property, NS_MATCH, NULL)
             && !read_match (loader, property, node->concept, error))
      return FALSE;
  if (node->concept->label == NULL)
    {
      node->concept->label = g_strdup (id);
      return problem (loader, error, TAXONOMY_ERROR_SKOS, line,
                      "%s has no prefLabel in English", id);
    }
  return TRUE;
}

static gboolean
read_scheme (Loader *loader, xmlNode *element, GError **error)
{
  loader->scheme = TRUE;
  for (xmlNode *property = element->children; property != NULL; property = property->next)
    if (is_in (property, NS_MATCH, NULL) && !read_match (loader, property, NULL, error))
      return FALSE;
  return TRUE;
}

/* "Concept" or "ConceptScheme" whichever way the type is written; (nullable). */
static const gchar *
type_of (xmlNode *element)
{
  if (is_in (element, NS_SKOS, "Concept"))
    return "Concept";
  if (is_in (element, NS_SKOS, "ConceptScheme"))
    return "ConceptScheme";
  if (!is_in (element, NS_RDF, "Description"))
    return NULL;
  for (xmlNode *child = element->children; child != NULL; child = child->next)
    if (is_in (child, NS_RDF, "type"))
      {
        g_autofree gchar *type = identifier (child, "resource");

        if (g_strcmp0 (type, "Concept") == 0)
          return "Concept";
        if (g_strcmp0 (type, "ConceptScheme") == 0)
          return "ConceptScheme";
      }
  return NULL;
}

static gboolean
read_tree (Loader *loader, xmlNode *root, GError **error)
{
  if (!is_in (root, NS_RDF, "RDF"))
    {
      g_set_error (error, TAXONOMY_ERROR, TAXONOMY_ERROR_SKOS, "no rdf:RDF element");
      return FALSE;
    }
  for (xmlNode *element = root->children; element != NULL; element = element->next)
    {
      const gchar *type = type_of (element);

      if (is_in (element, NS_XINCLUDE, NULL))
        {
          g_set_error (error, TAXONOMY_ERROR, TAXONOMY_ERROR_XML, "XInclude is refused");
          return FALSE;
        }
      if (type == NULL)
        continue;
      if (!(g_str_equal (type, "Concept") ? read_concept (loader, element, error)
                                          : read_scheme (loader, element, error)))
        return FALSE;
    }
  if (loader->nodes->len > 0)
    return TRUE;
  g_set_error (error, TAXONOMY_ERROR, TAXONOMY_ERROR_SKOS,
               loader->scheme ? "the concept scheme has no concept"
                              : "no SKOS concept scheme");
  return FALSE;
}

/* ------------------------------------------------------------------------- libxml2 */

/* A document type brings entities and other files; a concept scheme needs none. */
static void
refuse_doctype (void *user_data, const xmlChar *name, const xmlChar *external,
                const xmlChar *system)
{
  xmlParserCtxt *context = user_data;

  context->_private = GINT_TO_POINTER (TRUE);
  xmlStopParser (context);
}

static void
be_quiet (void *user_data, const char *format, ...)
{
}

static xmlDoc *
parse_xml (GBytes *bytes, GError **error)
{
  gsize size;
  const gchar *data = g_bytes_get_data (bytes, &size);
  xmlParserCtxt *context;
  xmlDoc *doc;

  if (size == 0 || size > TAXONOMY_MAX_BYTES)
    {
      g_set_error (error, TAXONOMY_ERROR,
                   size == 0 ? TAXONOMY_ERROR_XML : TAXONOMY_ERROR_LIMIT,
                   size == 0 ? "the file is empty" : "the file is too large");
      return NULL;
    }
  context = xmlCreateMemoryParserCtxt (data, (int)size);
  if (context == NULL)
    {
      g_set_error (error, TAXONOMY_ERROR, TAXONOMY_ERROR_XML, "no XML");
      return NULL;
    }
  xmlCtxtUseOptions (context, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING
                                  | XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA);
  context->sax->internalSubset = refuse_doctype;
  context->sax->error = be_quiet;
  context->sax->warning = be_quiet;
  context->sax->serror = NULL;
  xmlParseDocument (context);
  doc = context->myDoc;
  if (context->_private != NULL)
    g_set_error (error, TAXONOMY_ERROR, TAXONOMY_ERROR_XML,
                 "a document type declaration is refused");
  else if (!context->wellFormed || doc == NULL)
    {
      const xmlError *last = xmlCtxtGetLastError (context);
      g_autofree gchar *message =
          g_strdup (last != NULL && last->message != NULL ? last->message : "no XML");

      g_set_error (error, TAXONOMY_ERROR, TAXONOMY_ERROR_XML, "line %d: %s",
                   last != NULL ? last->line : 1, g_strstrip (message));
    }
  else
    {
      xmlFreeParserCtxt (context);
      return doc;
    }
  xmlFreeParserCtxt (context);
  if (doc != NULL)
    xmlFreeDoc (doc);
  return NULL;
}

gboolean
skos_read (Loader *loader, GBytes *bytes, GError **error)
{
  xmlDoc *doc = parse_xml (bytes, error);
  gboolean ok;

  if (doc == NULL)
    return FALSE;
  ok = read_tree (loader, xmlDocGetRootElement (doc), error);
  xmlFreeDoc (doc);
  return ok;
}
