/* symbols.h: what rules ask for, as numbers.
 *
 * A word in some inflection, or in that very form, is an atom; classes and brackets are
 * sets of symbols; steps right after one another are a phrase. Whatever is written twice
 * is one symbol. A Symbols is filled by the compiler (compiler.h), class by class and
 * step by step, and then laid down in a Rulebook. */

#pragma once

#include "classify/rule.h"
#include "classify/rulebook.h"

/* What a symbol is made of. */
typedef struct
{
  GArray *parts;     /* guint32: of a phrase, in order; else NULL */
  GArray *atoms;     /* guint32: the single words of a set; else NULL */
  GArray *phrases;   /* guint32: the phrases of a set; else NULL */
  gdouble frequency; /* about how often its rarest necessary word stands in a million */
  guint32 taken;     /* the set that took it in last, so that none does twice */
} Draft;

typedef struct Symbols Symbols;

Symbols *symbols_new (void);
void symbols_free (Symbols *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Symbols, symbols_free)

/* The class gets these alternatives; classes that they name are known already. */
void symbols_class (Symbols *self, const gchar *name, const RuleStep *step);
/* The symbol of a step, or of several steps as one phrase. */
guint32 symbols_step (Symbols *self, const RuleStep *step);
guint32 symbols_phrase (Symbols *self, const guint32 *symbols, guint n);

/* From 1; SYMBOL_NONE is counted. */
guint32 symbols_get_n (const Symbols *self);
const Draft *symbols_at (const Symbols *self, guint32 symbol);
/* {number}, which is an atom without a key */
guint32 symbols_get_number (const Symbols *self);
/* The keys of all atoms (rulebook.h), by symbol: NULL for what is no atom. (transfer
 * container) */
const gchar **symbols_get_keys (const Symbols *self);
