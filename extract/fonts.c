/* fonts.c: fonts kept between the pages of a document.
 *
 * A font is in use from the call that gave it until the destructor that it is not given
 * to.
 */

#include "extract/fonts.h"

#include <dlfcn.h>
#include <string.h>

/* A font for Unicode may hold a map of 256 KB, so that this is 8 MB at most. Reports have
 * about ten fonts. */
#define MAX_FONTS 32
/* poppler gives fonts that have no number of their own such numbers. */
#define MAX_GENERATION 65535

typedef void (*Destroy) (gpointer font);
/* Six words, whatever poppler's are: those that it passes go through untouched. */
typedef gpointer (*Make) (gpointer a, gpointer b, gpointer c, gpointer d, gpointer e,
                          gpointer f);

/* The object's number and generation, as poppler passes them: in one word. */
typedef struct
{
  gint number;
  gint generation;
} Reference;

typedef struct
{
  gpointer font;
  gconstpointer file; /* poppler's table of the document's objects */
  Reference reference;
  gchar *name; /* that the page gives it: fonts know theirs */
  guint uses;
  guint64 asked;
  Destroy destroy; /* known once it has been thrown away */
} Kept;

typedef struct
{
  gboolean keeps;
  guint n;
  guint64 clock;
  guint n_spared;
  Kept kept[MAX_FONTS];
} Shelf;

static _Thread_local Shelf shelf;

guint
fonts_n_spared (void)
{
  return shelf.n_spared;
}

static void
discard (guint i)
{
  Kept kept = shelf.kept[i];

  shelf.kept[i] = shelf.kept[--shelf.n];
  g_free (kept.name);
  if (kept.uses == 0)
    kept.destroy (kept.font);
}

void
fonts_drop (void)
{
  while (shelf.n > 0)
    discard (shelf.n - 1);
  shelf.keeps = FALSE;
}

#ifdef __x86_64__

/* The rest of the program sees no poppler but these symbols. */
gpointer _ZN7GfxFont8makeFontEP4XRefPKc3RefP4Dict (gpointer a, gpointer b, gpointer c,
                                                   gpointer d, gpointer e, gpointer f);
void _ZN11Gfx8BitFontD0Ev (gpointer font);
void _ZN10GfxCIDFontD0Ev (gpointer font);

/* A table of virtual functions: two words about the type, the destructor, the one that
 * frees too. */
static gboolean
destroys (const gchar *table, Destroy destroy)
{
  const gpointer *entries = dlsym (RTLD_DEFAULT, table);

  return entries != NULL && entries[3] == (gpointer)destroy;
}

static gboolean
is_in_force (const gchar *poppler)
{
  static gsize state = 0; /* 1: not, 2: in force */

  if (g_once_init_enter (&state))
    g_once_init_leave (&state,
                       g_str_has_prefix (poppler, "22.12.")
                               && destroys ("_ZTV11Gfx8BitFont", _ZN11Gfx8BitFontD0Ev)
                               && destroys ("_ZTV10GfxCIDFont", _ZN10GfxCIDFontD0Ev)
                           ? 2
                           : 1);
  return state == 2;
}

void
fonts_keep (const gchar *poppler)
{
  shelf.keeps = is_in_force (poppler);
}

static Kept *
find (gconstpointer file, Reference reference, const gchar *name)
{
  for (guint i = 0; i < shelf.n; i++)
    {
      Kept *kept = &shelf.kept[i];

      if (kept->file == file && kept->reference.number == reference.number
          && kept->reference.generation == reference.generation
          && strcmp (kept->name, name) == 0)
        return kept;
    }
  return NULL;
}

/* Room for one more: the font that was not asked for longest goes. */
static gboolean
make_room (void)
{
  guint oldest = MAX_FONTS;

  if (shelf.n < MAX_FONTS)
    return TRUE;
  for (guint i = 0; i < shelf.n; i++)
    if (shelf.kept[i].uses == 0
        && (oldest == MAX_FONTS || shelf.kept[i].asked < shelf.kept[oldest].asked))
      oldest = i;
  if (oldest == MAX_FONTS)
    return FALSE;
  discard (oldest);
  return TRUE;
}

/* std::unique_ptr<GfxFont> GfxFont::makeFont (XRef *, const char *tag, Ref, Dict *): a is
 * where the unique_ptr goes. */
gpointer
_ZN7GfxFont8makeFontEP4XRefPKc3RefP4Dict (gpointer a, gpointer b, gpointer c, gpointer d,
                                          gpointer e, gpointer f)
{
  static Make make;
  Reference reference;
  Kept *kept;

  if (make == NULL)
    make = (Make)dlsym (RTLD_NEXT, "_ZN7GfxFont8makeFontEP4XRefPKc3RefP4Dict");
  memcpy (&reference, &d, sizeof reference);
  if (!shelf.keeps || reference.number <= 0 || reference.generation < 0
      || reference.generation > MAX_GENERATION)
    return make (a, b, c, d, e, f);
  kept = find (b, reference, c);
  if (kept != NULL)
    {
      shelf.n_spared++;
      *(gpointer *)a = kept->font;
    }
  else
    {
      make (a, b, c, d, e, f);
      if (*(gpointer *)a == NULL || !make_room ())
        return a;
      kept = &shelf.kept[shelf.n++];
      *kept = (Kept){ *(gpointer *)a, b, reference, g_strdup (c), 0, 0, NULL };
    }
  kept->uses++;
  kept->asked = ++shelf.clock;
  return a;
}

static void
throw_away (gpointer font, Destroy destroy)
{
  for (guint i = 0; i < shelf.n; i++)
    if (shelf.kept[i].font == font)
      {
        shelf.kept[i].uses--;
        shelf.kept[i].destroy = destroy;
        return;
      }
  destroy (font);
}

/* Gfx8BitFont::~Gfx8BitFont (), the one that frees. */
void
_ZN11Gfx8BitFontD0Ev (gpointer font)
{
  static Destroy destroy;

  if (destroy == NULL)
    destroy = (Destroy)dlsym (RTLD_NEXT, "_ZN11Gfx8BitFontD0Ev");
  throw_away (font, destroy);
}

/* GfxCIDFont::~GfxCIDFont (), the one that frees. */
void
_ZN10GfxCIDFontD0Ev (gpointer font)
{
  static Destroy destroy;

  if (destroy == NULL)
    destroy = (Destroy)dlsym (RTLD_NEXT, "_ZN10GfxCIDFontD0Ev");
  throw_away (font, destroy);
}

#else

void
fonts_keep (const gchar *poppler)
{
}

#endif
