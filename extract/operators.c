/* operators.c: poppler's answers about names of operators, kept. */

#include "extract/operators.h"

#include <dlfcn.h>

/* There are 73 operators, of three letters at most. */
#define N_SLOTS 512

typedef gconstpointer (*Find) (gpointer gfx, const gchar *name);

typedef struct
{
  guint32 key; /* the name's letters; 0: nothing is kept here */
  gconstpointer found;
} Slot;

static _Thread_local Slot slots[N_SLOTS];
static _Thread_local guint n_spared;

guint
operators_n_spared (void)
{
  return n_spared;
}

/* 0 for a name that no operator has. */
static guint32
get_key (const gchar *name)
{
  guint32 key = 0;

  for (guint i = 0; name[i] != '\0'; i++)
    {
      if (i == 3)
        return 0;
      key = key << 8 | (guchar)name[i];
    }
  return key;
}

/* const Operator *Gfx::findOp (const char *), of poppler. */
gconstpointer _ZN3Gfx6findOpEPKc (gpointer gfx, const gchar *name);

gconstpointer
_ZN3Gfx6findOpEPKc (gpointer gfx, const gchar *name)
{
  static Find find;
  guint32 key = get_key (name);
  Slot *slot = &slots[(key ^ key >> 5 ^ key >> 10) % N_SLOTS];

  if (find == NULL)
    find = (Find)dlsym (RTLD_NEXT, "_ZN3Gfx6findOpEPKc");
  if (key == 0)
    return find (gfx, name);
  if (slot->key == key)
    n_spared++;
  else
    *slot = (Slot){ key, find (gfx, name) };
  return slot->found;
}
