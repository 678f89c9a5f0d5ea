/* linear.c: rows and labels → weights, through liblinear. */

#include "classify/train/linear.h"

#include <linear.h>
#include <stdlib.h>

static void
be_quiet (const char *text)
{
}

static struct feature_node *
nodes_of (const GArray *row, guint n_features)
{
  struct feature_node *nodes = g_new (struct feature_node, row->len + 2);

  for (guint i = 0; i < row->len; i++)
    {
      const Term *term = &g_array_index (row, Term, i);

      nodes[i].index = (int)term->feature + 1;
      nodes[i].value = term->value;
    }
  nodes[row->len].index = (int)n_features + 1; /* the bias */
  nodes[row->len].value = 1;
  nodes[row->len + 1].index = -1;
  return nodes;
}

Linear *
linear_new (const GPtrArray *rows, const gint8 *labels, guint n_features)
{
  struct parameter parameter = {
    .solver_type = L1R_LR, .C = LINEAR_COST, .eps = 0.01, .p = 0.1
  };
  g_autofree struct feature_node **x = g_new0 (struct feature_node *, rows->len);
  g_autofree double *y = g_new0 (double, rows->len);
  struct problem problem = { .n = (int)n_features + 1, .y = y, .x = x, .bias = 1 };
  guint positive = 0;
  Linear *self = NULL;

  for (guint i = 0; i < rows->len; i++)
    if (labels[i] >= 0)
      {
        x[problem.l] = nodes_of (rows->pdata[i], n_features);
        y[problem.l++] = labels[i] == 1 ? 1 : -1;
        positive += labels[i] == 1;
      }
  if (positive >= 2)
    {
      struct model *model;
      gdouble sign;

      set_print_string_function (be_quiet);
      srand (1); /* liblinear takes features in an order by chance */
      model = train (&problem, &parameter);
      sign = model->label[0] == 1 ? 1 : -1;
      self = g_new0 (Linear, 1);
      self->n_features = n_features;
      self->weights = g_new (gdouble, n_features);
      for (guint i = 0; i < n_features; i++)
        self->weights[i] = sign * model->w[i];
      self->bias = sign * model->w[n_features];
      free_and_destroy_model (&model);
    }
  for (int i = 0; i < problem.l; i++)
    g_free (x[i]);
  return self;
}

void
linear_free (Linear *self)
{
  if (self == NULL)
    return;
  g_free (self->weights);
  g_free (self);
}

gdouble
linear_margin (const Linear *self, const GArray *row)
{
  gdouble sum = self->bias;

  for (guint i = 0; i < row->len; i++)
    sum += self->weights[g_array_index (row, Term, i).feature]
           * g_array_index (row, Term, i).value;
  return sum;
}
