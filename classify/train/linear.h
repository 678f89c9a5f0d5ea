/* linear.h: sparse linear models, one a concept, learned through liblinear: logistic
 * regression with an L1 penalty, which keeps few weights. */

#pragma once

#include <glib.h>

typedef struct
{
  guint32 feature; /* from 0 */
  gdouble value;
} Term;

typedef struct
{
  guint n_features;
  gdouble *weights; /* n_features of them */
  gdouble bias;
} Linear;

#define LINEAR_COST 2.0

/* rows: GPtrArray of GArray of Term by feature, in order; labels: 1, 0, or -1 for a row
 * that is left out. (transfer full) (nullable): NULL where fewer than two are 1. The same
 * rows give the same weights. */
Linear *linear_new (const GPtrArray *rows, const gint8 *labels, guint n_features);
void linear_free (Linear *self);
gdouble linear_margin (const Linear *self, const GArray *row);
