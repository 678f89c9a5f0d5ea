/* block.h: tables of numbers, one after the other in one block of bytes, that are read
 * where they stand: nothing in it is a pointer, so that a program can hold such a block
 * and have nothing to do at its start. Strings are places in a table of bytes.
 *
 * A block is of the machine that made it: its order of bytes, its compiler's structs. */

#pragma once

#include <glib.h>

/* With room for the places of n_tables tables. (transfer full) */
GByteArray *block_new (guint n_tables);

/* Puts the entries behind what is there, as the table of that number. */
void block_lay (GByteArray *block, guint table, const GArray *entries);

/* (transfer none): the entries of a table, in a block that stands at a multiple of eight;
 * ret_n (nullable): how many. The block is trusted, and its last table has an entry. */
gconstpointer block_get (GBytes *block, guint table, guint32 *ret_n);
