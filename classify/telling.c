/* telling.c: rules → two words, or any of some, that each of them needs. */

#include "classify/telling.h"

#include "classify/compiler.h"
#include "classify/roster.h"

#define ALONE (1 | G_GUINT64_CONSTANT (1) << TELLING_HALF)

typedef struct
{
  const Symbols *symbols;
  GArray *tells;  /* guint64, by symbol */
  GArray *told;   /* gboolean, by symbol: wherever it stands the sentence is telling */
  guint n_halves; /* given out; what is left of the bits is shared */
} Teller;

static gboolean
is_told (const Teller *self, guint32 symbol)
{
  return g_array_index (self->told, gboolean, symbol);
}

static gdouble
frequency_of (const Teller *self, guint32 symbol)
{
  return symbols_at (self->symbols, symbol)->frequency;
}

/* Wherever the symbol stands, one word tells this. */
static void
mark (Teller *self, guint32 symbol, guint64 bits)
{
  const Draft *draft = symbols_at (self->symbols, symbol);
  guint64 *tells = &g_array_index (self->tells, guint64, symbol);

  if ((*tells & bits) == bits)
    return;
  *tells |= bits;
  if (draft->parts != NULL)
    {
      guint32 rarest = roster_member (draft->parts, 0);

      for (guint i = 1; i < draft->parts->len; i++)
        if (frequency_of (self, roster_member (draft->parts, i))
            < frequency_of (self, rarest))
          rarest = roster_member (draft->parts, i);
      mark (self, rarest, bits);
    }
  for (guint i = 0; draft->atoms != NULL && i < draft->atoms->len; i++)
    mark (self, roster_member (draft->atoms, i), bits);
  for (guint i = 0; draft->phrases != NULL && i < draft->phrases->len; i++)
    mark (self, roster_member (draft->phrases, i), bits);
}

static void tell (Teller *self, guint32 symbol);

/* What stands together in a sentence is told by its two rarest, if no word does it. */
static void
tell_all (Teller *self, const GArray *needs)
{
  guint32 rarest[2] = { SYMBOL_NONE, SYMBOL_NONE };
  guint64 half;

  for (guint i = 0; i < needs->len; i++)
    {
      guint32 need = roster_member (needs, i);

      if (need == SYMBOL_NONE)
        continue;
      if (is_told (self, need))
        return;
      if (rarest[0] == SYMBOL_NONE
          || frequency_of (self, need) < frequency_of (self, rarest[0]))
        {
          rarest[1] = rarest[0];
          rarest[0] = need;
        }
      else if (rarest[1] == SYMBOL_NONE
               || frequency_of (self, need) < frequency_of (self, rarest[1]))
        rarest[1] = need;
    }
  if (rarest[1] == SYMBOL_NONE)
    {
      tell (self, rarest[0]);
      return;
    }
  half = G_GUINT64_CONSTANT (2) << self->n_halves++ % (TELLING_HALF - 1);
  mark (self, rarest[0], half);
  mark (self, rarest[1], half << TELLING_HALF);
}

static void
tell (Teller *self, guint32 symbol)
{
  const Draft *draft = symbols_at (self->symbols, symbol);

  if (is_told (self, symbol))
    return;
  g_array_index (self->told, gboolean, symbol) = TRUE;
  if (draft->parts != NULL)
    tell_all (self, draft->parts);
  else if (draft->atoms == NULL)
    mark (self, symbol, ALONE);
  for (guint i = 0; draft->atoms != NULL && i < draft->atoms->len; i++)
    tell (self, roster_member (draft->atoms, i));
  for (guint i = 0; draft->phrases != NULL && i < draft->phrases->len; i++)
    tell (self, roster_member (draft->phrases, i));
}

static gboolean
are_told (const Teller *self, const GArray *symbols)
{
  for (guint i = 0; i < symbols->len; i++)
    if (!is_told (self, roster_member (symbols, i)))
      return FALSE;
  return TRUE;
}

/* What is made of what is told is too; parts and members come before it. */
static void
follow (Teller *self)
{
  for (guint32 i = 0; i < symbols_get_n (self->symbols); i++)
    {
      const Draft *draft = symbols_at (self->symbols, i);
      gboolean *told = &g_array_index (self->told, gboolean, i);

      for (guint j = 0; draft->parts != NULL && j < draft->parts->len; j++)
        *told = *told || is_told (self, roster_member (draft->parts, j));
      if (draft->atoms != NULL)
        *told =
            *told || (are_told (self, draft->atoms) && are_told (self, draft->phrases));
    }
}

/* A phrase's parts rather than the phrase. */
static void
add_need (const Teller *self, guint32 symbol, GArray *needs)
{
  const GArray *parts = symbols_at (self->symbols, symbol)->parts;

  if (parts != NULL && !is_told (self, symbol))
    g_array_append_vals (needs, parts->data, parts->len);
  else
    g_array_append_val (needs, symbol);
}

static void
tell_rules (Teller *self, Strength strength, const GArray *rules, const GArray *steps,
            const GArray *contexts)
{
  g_autoptr (GArray) needs = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < rules->len; i++)
    {
      const CompiledRule *rule = &g_array_index (rules, CompiledRule, i);

      if (rule->strength != strength)
        continue;
      g_array_set_size (needs, 0);
      for (guint32 j = rule->first_step; j < rule->first_step + rule->n_steps; j++)
        if (!g_array_index (steps, Step, j).optional)
          add_need (self, g_array_index (steps, Step, j).symbol, needs);
      for (guint32 j = 0; j < rule->n_contexts; j++)
        {
          const Context *context =
              &g_array_index (contexts, Context, rule->first_context + j);

          if (!context->item && !context->veto)
            add_need (self, context->symbol, needs);
        }
      tell_all (self, needs);
    }
  follow (self);
}

GArray *
telling_find (const Symbols *symbols, const GArray *rules, const GArray *steps,
              const GArray *contexts)
{
  Teller self = { .symbols = symbols,
                  .tells = g_array_new (FALSE, TRUE, sizeof (guint64)),
                  .told = g_array_new (FALSE, TRUE, sizeof (gboolean)) };

  g_array_set_size (self.tells, symbols_get_n (symbols));
  g_array_set_size (self.told, symbols_get_n (symbols));
  /* what children are called stands in most rules of the subject */
  tell_rules (&self, STRENGTH_HINT, rules, steps, contexts);
  tell_rules (&self, STRENGTH_SUBJECT, rules, steps, contexts);
  g_array_unref (self.told);
  return self.tells;
}
