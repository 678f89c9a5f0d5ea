/* scheme.c: concepts, classes and rules as they were read → themes, and whether all that
 * they name is there. */

#include "classify/scheme.h"

void
rule_text_free (gpointer data)
{
  RuleText *text = data;

  rule_free (text->rule);
  g_free (text->text);
  g_free (text);
}

void
word_class_free (gpointer data)
{
  WordClass *word_class = data;

  g_free (word_class->name);
  g_free (word_class->alternatives);
  g_free (word_class);
}

void
concept_clear_lists (Concept *concept)
{
  g_ptr_array_unref (concept->alt_labels);
  g_ptr_array_unref (concept->hidden_labels);
  g_ptr_array_unref (concept->related);
  g_ptr_array_unref (concept->strong);
  g_ptr_array_unref (concept->weak);
  g_ptr_array_unref (concept->vetoes);
}

void
concept_free (gpointer data)
{
  Concept *concept = data;

  g_free (concept->id);
  g_free (concept->label);
  g_free (concept->theme);
  g_free (concept->scope);
  concept_clear_lists (concept);
  g_free (concept);
}

Concept *
concept_new (const gchar *id)
{
  Concept *concept = g_new0 (Concept, 1);

  concept->id = g_strdup (id);
  concept->alt_labels = g_ptr_array_new_with_free_func (g_free);
  concept->hidden_labels = g_ptr_array_new_with_free_func (g_free);
  concept->related = g_ptr_array_new_with_free_func (g_free);
  concept->strong = g_ptr_array_new_with_free_func (rule_text_free);
  concept->weak = g_ptr_array_new_with_free_func (rule_text_free);
  concept->vetoes = g_ptr_array_new_with_free_func (rule_text_free);
  return concept;
}

void
node_free (gpointer data)
{
  Node *node = data;

  g_free (node->broader);
  g_free (node);
}

gboolean
problem (Loader *loader, GError **error, TaxonomyError code, guint line,
         const gchar *format, ...)
{
  g_autofree gchar *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (loader->problems == NULL)
    {
      g_set_error (error, TAXONOMY_ERROR, code, "line %u: %s", line, text);
      return FALSE;
    }
  if (loader->problems->len < TAXONOMY_MAX_PROBLEMS)
    g_ptr_array_add (loader->problems, g_strdup_printf ("line %u: %s", line, text));
  return TRUE;
}

/* The top concept above; (nullable) with error set (or noted) where there is none.
 * Every walk leaves its mark and its result on the way, so that all walks together pass
 * each node once. */
static Node *
find_top (Loader *loader, Node *from, guint mark, GError **error)
{
  Node *node = from;
  Node *top = NULL;

  for (;;)
    {
      Node *above;

      node->mark = mark;
      if (node->broken || node->broader == NULL)
        break;
      if (node->concept->theme != NULL)
        {
          top = g_hash_table_lookup (loader->by_id, node->concept->theme);
          break;
        }
      above = g_hash_table_lookup (loader->by_id, node->broader);
      if (above == NULL || above->mark == mark)
        {
          problem (loader, error, TAXONOMY_ERROR_REFERENCE, node->line,
                   above == NULL ? "%s: its broader concept %s is not there"
                                 : "%s: its broader concepts go in a circle, over %s",
                   node->concept->id, node->broader);
          node->broken = TRUE;
          break;
        }
      above->has_narrower = TRUE;
      node = above;
    }
  if (top == NULL && !node->broken)
    top = node;
  for (Node *n = from; n != node; n = g_hash_table_lookup (loader->by_id, n->broader))
    {
      n->broken = top == NULL;
      if (top != NULL && n->concept->theme == NULL)
        n->concept->theme = g_strdup (top->concept->id);
    }
  return top;
}

static gboolean
check_related (Loader *loader, const Node *node, GError **error)
{
  for (guint i = 0; i < node->concept->related->len; i++)
    {
      const gchar *id = node->concept->related->pdata[i];

      if (!g_hash_table_contains (loader->by_id, id)
          && !problem (loader, error, TAXONOMY_ERROR_REFERENCE, node->line,
                       "%s: its related concept %s is not there", node->concept->id, id))
        return FALSE;
    }
  return TRUE;
}

gboolean
scheme_find_themes (Loader *loader, GError **error)
{
  Taxonomy *taxonomy = loader->taxonomy;

  for (guint i = 0; i < loader->nodes->len; i++)
    {
      Node *node = loader->nodes->pdata[i];
      Node *top = find_top (loader, node, i + 1, error);

      if (top == NULL && loader->problems == NULL)
        return FALSE;
      if (!check_related (loader, node, error))
        return FALSE;
    }
  for (guint i = 0; i < loader->nodes->len; i++)
    {
      Node *node = loader->nodes->pdata[i];
      GPtrArray *list = node->broader == NULL && node->has_narrower ? taxonomy->themes
                                                                    : taxonomy->concepts;

      g_hash_table_insert (taxonomy->by_id, node->concept->id, node->concept);
      node->concept->number = list->len;
      g_ptr_array_add (list, node->concept);
    }
  return TRUE;
}

/* The words of a class that is named in rules must be known. */
static gboolean
check_classes_of_step (Loader *loader, const RuleStep *step, const gchar *owner,
                       guint line, GError **error)
{
  for (guint i = 0; i < step->alternatives->len; i++)
    {
      const GPtrArray *phrase = step->alternatives->pdata[i];

      for (guint j = 0; j < phrase->len; j++)
        {
          const RuleWord *word = phrase->pdata[j];

          if (word->kind == RULE_WORD_CLASS && !g_str_equal (word->text, "number")
              && !g_hash_table_contains (loader->classes, word->text)
              && !problem (loader, error, TAXONOMY_ERROR_RULE, line,
                           "%s: no class {%s} is defined", owner, word->text))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_rules (Loader *loader, const GPtrArray *rules, const gchar *owner, GError **error)
{
  for (guint i = 0; i < rules->len; i++)
    {
      const RuleText *text = rules->pdata[i];
      const Rule *rule = text->rule;

      for (guint j = 0; j < rule->steps->len; j++)
        if (!check_classes_of_step (loader, rule->steps->pdata[j], owner, text->line,
                                    error))
          return FALSE;
      for (guint j = 0; j < rule->contexts->len; j++)
        {
          const RuleContext *context = rule->contexts->pdata[j];

          if (!check_classes_of_step (loader, context->step, owner, text->line, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* A class may name only classes above it: so there are no circles. */
gboolean
scheme_check_classes (Loader *loader, GError **error)
{
  Taxonomy *taxonomy = loader->taxonomy;

  g_hash_table_remove_all (loader->classes);
  for (guint i = 0; i < taxonomy->classes->len; i++)
    {
      WordClass *word_class = taxonomy->classes->pdata[i];
      g_autoptr (RuleStep) step = rule_parse_class (word_class->alternatives, NULL);
      g_autofree gchar *owner = g_strdup_printf ("class {%s}", word_class->name);

      if (!check_classes_of_step (loader, step, owner, word_class->line, error))
        return FALSE;
      g_hash_table_insert (loader->classes, word_class->name, word_class);
    }
  for (guint i = 0; i < N_SCHEME_RULES; i++)
    if (!check_rules (loader, taxonomy->rules[i], "the scheme", error))
      return FALSE;
  for (guint i = 0; i < taxonomy->all->len; i++)
    {
      const Concept *concept = taxonomy->all->pdata[i];

      if (!check_rules (loader, concept->strong, concept->id, error)
          || !check_rules (loader, concept->weak, concept->id, error)
          || !check_rules (loader, concept->vetoes, concept->id, error))
        return FALSE;
    }
  return TRUE;
}
