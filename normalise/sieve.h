/* sieve.h: which of some regular expressions a text may match at all.
 *
 * Most lines match none of the expressions that are held against them. What an expression
 * cannot do without ("resolv or agree or recommend") is worked out from the expression
 * itself (need.h); one pass over a text then tells for the expressions of all tables
 * whether it is there, and the answer is kept for the next that asks. An expression of
 * which nothing can be said passes every text.
 *
 * Two texts of the same length and the same hash of 64 bits are taken for one another. */

#pragma once

#include "normalise/pattern.h"

/* Bytes of a text; a longer one passes, as do rules beyond MESH_MAX_RULES. */
#define SIEVE_MAX_TEXT 4096
#define SIEVE_KEEP 2048 /* answers */
#define SIEVE_MAX_HELD (1024 * 1024)

/* One for each thread: its tables are those of all Patterns of that thread. */
typedef struct Sieve Sieve;

/* Adds a table, unless it is there already; returns the number of its first rule.
 * (transfer full): to be given back by sieve_leave, in the same thread */
Sieve *sieve_join (const PatternRule *rules, guint n_rules, guint *ret_first);
void sieve_leave (Sieve *self);

/* What is looked for, of all tables (mesh_write). (transfer full) */
GBytes *sieve_write (const Sieve *self);

/* FALSE only if the rule has no match in text[0..length) that begins at from or later. */
gboolean sieve_passes (Sieve *self, guint rule, const gchar *text, gsize length,
                       gsize from);

/* FALSE only if the rule has no match in a string that begins with its first character.
 */
gboolean sieve_passes_opening (Sieve *self, guint rule, const gchar *text);

/* FALSE only if the rule matches no part of text[0..length), held alone against it. */
gboolean sieve_passes_part (Sieve *self, guint rule, const gchar *text, gsize length);

/* Announces a text of which many parts will be asked about, by their place in it: all are
 * answered from one pass. It must stay as it is until it is let go, or another is held;
 * one beyond SIEVE_MAX_HELD bytes is not held, which only costs time. */
void sieve_hold (Sieve *self, const gchar *text, gsize length);
void sieve_let_go (Sieve *self);
