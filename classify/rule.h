/* rule.h: one line of the match language of a taxonomy, as steps.
 *
 *   bed ..5 (office|{hotel}) + {child} - hospital
 *
 * docs/taxonomy.md is the manual of the language for those who write rules. A rule is a
 * list of steps, either in order (each with the number of words that may stand between it
 * and the one before) or in any order within a window; and contexts that must, or must
 * not, stand in the same sentence or the same item. */

#pragma once

#include <glib.h>

typedef enum
{
  RULE_WORD_STEM,     /* wait: any inflection */
  RULE_WORD_FORM,     /* =minutes: that very form */
  RULE_WORD_CAPITALS, /* IRO: only in capitals; the text has no plural s */
  RULE_WORD_PREFIX,   /* homeless*: any word that begins so */
  RULE_WORD_CLASS     /* {child} */
} RuleWordKind;

typedef struct
{
  RuleWordKind kind;
  gchar *text; /* in lower case, but for CAPITALS; without its marks; never NULL */
} RuleWord;

/* One place in a rule: any of some phrases. */
typedef struct
{
  GPtrArray *alternatives; /* GPtrArray of RuleWord *; no article in it */
  gboolean optional;
  guint gap; /* words that may stand between it and the step before */
} RuleStep;

typedef struct
{
  RuleStep *step;
  gboolean item; /* looked for in the whole item, not only in the sentence */
  gboolean veto; /* must not stand there */
} RuleContext;

typedef struct
{
  GPtrArray *steps;    /* RuleStep *; at least one that is not optional */
  guint window;        /* words that hold all steps in any order; 0: steps are in order */
  GPtrArray *contexts; /* RuleContext * */
} Rule;

#define RULE_MAX_LENGTH 4000 /* bytes of a rule's text */
#define RULE_MAX_STEPS 16    /* steps of a rule */
#define RULE_MAX_WORDS 12    /* words of one alternative */
#define RULE_MAX_ALTERNATIVES 400
#define RULE_MAX_GAP 20    /* words */
#define RULE_MAX_WINDOW 60 /* words */
#define RULE_GAP_SHORT 3   /* what ".." says */
#define RULE_GAP_LONG 8    /* what "..." says */
#define RULE_WINDOW 10     /* what "[…]" without a number says */

typedef enum
{
  RULE_ERROR_SYNTAX
} RuleError;

#define RULE_ERROR (rule_error_quark ())
GQuark rule_error_quark (void);

/* (transfer full), NULL if and only if error is set; the message names the column. */
Rule *rule_parse (const gchar *text, GError **error);
/* A list of alternatives without brackets, "child | kid | young people": what stands at
 * the right of a class. (transfer full) */
RuleStep *rule_parse_class (const gchar *text, GError **error);
/* A label as a rule: its words in order, nothing in it is a mark; a label of one word is
 * that word in one or many, not all inflections of its stem. (transfer full) (nullable):
 * NULL for a label without a word. */
Rule *rule_from_label (const gchar *label);

void rule_free (Rule *rule);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Rule, rule_free)
void rule_step_free (RuleStep *step);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RuleStep, rule_step_free)
