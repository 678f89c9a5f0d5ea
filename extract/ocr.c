/* ocr.c: tesseract's words become glyphs. */

#include "extract/ocr.h"
#include "extract/glyph.h"

#ifdef HAVE_TESSERACT

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <tesseract/capi.h>

#define LIBRARY "libtesseract.so.5"

/* Milliseconds for one page; a dense one takes five seconds. */
#define MAX_PAGE_MSECS (120 * 1000)
/* Words surer than this, of 100, are kept; below is what specks and lines look like. */
#define LEAST_CONFIDENCE 20
#define MAX_WORDS 20000

/* The functions of the library, under their own names less "TessBaseAPI". */
static struct
{
  TessBaseAPI *handle; /* NULL: no recognition */
  __typeof__ (&TessBaseAPICreate) create;
  __typeof__ (&TessBaseAPIDelete) delete;
  __typeof__ (&TessBaseAPISetVariable) set_variable;
  __typeof__ (&TessBaseAPIReadConfigFile) read_config;
  __typeof__ (&TessBaseAPIInit3) init;
  __typeof__ (&TessBaseAPIGetDatapath) get_datapath;
  __typeof__ (&TessBaseAPISetImage) set_image;
  __typeof__ (&TessBaseAPISetSourceResolution) set_resolution;
  __typeof__ (&TessBaseAPIRecognize) recognise;
  __typeof__ (&TessBaseAPIGetTsvText) get_tsv;
  __typeof__ (&TessBaseAPIClear) clear;
  __typeof__ (&TessDeleteText) delete_text;
  __typeof__ (&TessMonitorCreate) monitor_create;
  __typeof__ (&TessMonitorSetDeadlineMSecs) monitor_set_deadline;
  __typeof__ (&TessMonitorDelete) monitor_delete;
} tess;

static gboolean
bind_functions (void *library)
{
  const struct
  {
    const gchar *name;
    gpointer *function;
  } functions[] = {
    { "TessBaseAPICreate", (gpointer *)&tess.create },
    { "TessBaseAPIDelete", (gpointer *)&tess.delete },
    { "TessBaseAPISetVariable", (gpointer *)&tess.set_variable },
    { "TessBaseAPIReadConfigFile", (gpointer *)&tess.read_config },
    { "TessBaseAPIInit3", (gpointer *)&tess.init },
    { "TessBaseAPIGetDatapath", (gpointer *)&tess.get_datapath },
    { "TessBaseAPISetImage", (gpointer *)&tess.set_image },
    { "TessBaseAPISetSourceResolution", (gpointer *)&tess.set_resolution },
    { "TessBaseAPIRecognize", (gpointer *)&tess.recognise },
    { "TessBaseAPIGetTsvText", (gpointer *)&tess.get_tsv },
    { "TessBaseAPIClear", (gpointer *)&tess.clear },
    { "TessDeleteText", (gpointer *)&tess.delete_text },
    { "TessMonitorCreate", (gpointer *)&tess.monitor_create },
    { "TessMonitorSetDeadlineMSecs", (gpointer *)&tess.monitor_set_deadline },
    { "TessMonitorDelete", (gpointer *)&tess.monitor_delete },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (functions); i++)
    if ((*functions[i].function = dlsym (library, functions[i].name)) == NULL)
      return FALSE;
  return TRUE;
}

static TessBaseAPI *
start (const gchar *languages)
{
  TessBaseAPI *handle = tess.create ();

  /* It writes its doubts to standard error, or to the file that is named here. */
  tess.set_variable (handle, "debug_file", "/dev/null");
  if (tess.init (handle, NULL, languages) == 0)
    return handle;
  tess.delete(handle);
  return NULL;
}

static gboolean
has_welsh (TessBaseAPI *handle)
{
  const gchar *path = tess.get_datapath (handle);
  g_autofree gchar *name = NULL;

  if (path == NULL)
    return FALSE;
  name = g_build_filename (path, "cym.traineddata", NULL);
  return g_file_test (name, G_FILE_TEST_EXISTS);
}

/* A worker can open nothing once it is caged. The file for its doubts it opens at the
 * first of these, which a page may raise or not, and a configuration that is not there
 * raises for certain; the rest of what it opens late, at a first, empty page. */
static void
warm_up (void)
{
  guint8 white[64 * 64];
  Picture picture = { .grey = white, .width = 64, .height = 64, .dpi = 300 };
  GArray *glyphs;

  tess.read_config (tess.handle, "no such configuration");
  memset (white, 0xff, sizeof white);
  glyphs = ocr_read (&picture);
  if (glyphs != NULL)
    g_array_unref (glyphs);
}

gboolean
ocr_load (void)
{
  static gboolean tried = FALSE;
  void *library;

  if (tried)
    return tess.handle != NULL;
  tried = TRUE;
  /* Its threads wait for each other by spinning: on two cores they cost three times the
   * processor time for none of the wall time. OpenMP reads this when it is loaded. */
  g_setenv ("OMP_THREAD_LIMIT", "1", TRUE);
  library = dlopen (LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (library == NULL || !bind_functions (library))
    return FALSE;
  tess.handle = start ("eng");
  if (tess.handle != NULL && has_welsh (tess.handle))
    {
      TessBaseAPI *both = start ("eng+cym");

      if (both != NULL)
        {
          tess.delete(tess.handle);
          tess.handle = both;
        }
    }
  if (tess.handle == NULL)
    return FALSE;
  warm_up ();
  return TRUE;
}

typedef struct
{
  guint line; /* of the page: block, paragraph and line in one */
  gint left, top, width, height;
  const gchar *text; /* (transfer none) */
} Word;

static gint
read_number (const gchar *digits)
{
  return (gint)CLAMP (g_ascii_strtoll (digits, NULL, 10), 0, G_MAXINT16);
}

/* Tab-separated: level, page, block, paragraph, line, word, left, top, width, height,
 * confidence, text; a word's level is 5, a line's 4. */
static GArray *
parse_words (gchar *tsv)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  guint line = 0;
  gchar *row, *rest = NULL;

  for (row = strtok_r (tsv, "\n", &rest); row != NULL && words->len < MAX_WORDS;
       row = strtok_r (NULL, "\n", &rest))
    {
      g_auto (GStrv) fields = NULL;
      const gchar *text = strrchr (row, '\t');
      Word word = { 0 };

      if (row[0] == '4')
        line++;
      if (row[0] != '5' || text == NULL)
        continue;
      fields = g_strsplit (row, "\t", 12);
      if (g_strv_length (fields) < 12
          || g_ascii_strtod (fields[10], NULL) < LEAST_CONFIDENCE
          || fields[11][strspn (fields[11], " ")] == '\0'
          || !g_utf8_validate (text + 1, -1, NULL))
        continue;
      word.line = line;
      word.left = read_number (fields[6]);
      word.top = read_number (fields[7]);
      word.width = read_number (fields[8]);
      word.height = read_number (fields[9]);
      word.text = text + 1;
      g_array_append_val (words, word);
    }
  return words;
}

static gint
compare_doubles (gconstpointer a, gconstpointer b)
{
  gdouble x = *(const gdouble *)a, y = *(const gdouble *)b;

  return x < y ? -1 : x > y;
}

static gdouble
median (GArray *values)
{
  g_array_sort (values, compare_doubles);
  return g_array_index (values, gdouble, values->len / 2);
}

/* How far the word's letters reach below the line they stand on, in ems. */
static gdouble
depth_of (const gchar *text)
{
  return strpbrk (text, "gjpqyQ,;()[]") != NULL ? 0.21 : 0;
}

/* How high they reach above it. */
static gdouble
height_of (const gchar *text)
{
  return strpbrk (text, "bdfhikltABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789()[]!?'\"") != NULL
             ? 0.72
             : 0.5;
}

/* Headings in bold show more ink than the rest of the page. */
#define BOLD_INK 1.3
/* Specks that are read as letters, in points. */
#define LEAST_SIZE 4

/* Dark dots for each dot of the words' width and the line's size: what a line's letters
 * are matters less to it than how thick they are. */
static gdouble
ink_of (const Picture *picture, const Word *words, guint n, gdouble em)
{
  gdouble ink = 0, area = 0;
  guint i;

  for (i = 0; i < n; i++)
    {
      ink += picture_ink (picture, words[i].left, words[i].top, words[i].width,
                          words[i].height)
             * words[i].width * words[i].height;
      area += words[i].width * em;
    }
  return area > 0 ? ink / area : 0;
}

/* The words of a line get one size and one baseline, the middle ones of all: each word
 * alone shows only as much of them as its letters do. */
static gdouble
append_line (GArray *glyphs, const Word *words, guint n, const Picture *picture)
{
  gdouble scale = 72 / picture->dpi;
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (gdouble));
  g_autoptr (GArray) bases = g_array_new (FALSE, FALSE, sizeof (gdouble));
  gdouble size, base;
  guint i;

  for (i = 0; i < n; i++)
    {
      gdouble em =
          words[i].height / (height_of (words[i].text) + depth_of (words[i].text));
      gdouble foot = words[i].top + words[i].height - em * depth_of (words[i].text);

      g_array_append_val (sizes, em);
      g_array_append_val (bases, foot);
    }
  size = median (sizes) * scale;
  if (size < LEAST_SIZE)
    return 0;
  base = median (bases) * scale;
  for (i = 0; i < n; i++)
    {
      const gchar *p;
      glong letters = g_utf8_strlen (words[i].text, -1);
      gdouble step = words[i].width * scale / (gdouble)MAX (letters, 1);
      Glyph glyph = { .size = (gfloat)size,
                      .y0 = (gfloat)(base - 0.9 * size),
                      .y1 = (gfloat)(base + 0.25 * size) };
      gdouble x = words[i].left * scale;

      for (p = words[i].text; *p != '\0'; p = g_utf8_next_char (p))
        {
          glyph.c = g_utf8_get_char (p);
          glyph.x0 = (gfloat)x;
          glyph.x1 = (gfloat)(x + step);
          x += step;
          g_array_append_val (glyphs, glyph);
        }
      glyph.c = i + 1 < n ? ' ' : '\n';
      glyph.x0 = glyph.x1;
      g_array_append_val (glyphs, glyph);
    }
  return ink_of (picture, words, n, size / scale);
}

typedef struct
{
  guint end; /* glyphs up to here */
  gdouble ink;
} Inked;

/* Which lines are bold shows once all are known. */
static void
mark_bold (GArray *glyphs, const GArray *lines)
{
  g_autoptr (GArray) inks = g_array_new (FALSE, FALSE, sizeof (gdouble));
  gdouble usual;
  guint i, j = 0;

  for (i = 0; i < lines->len; i++)
    g_array_append_val (inks, g_array_index (lines, Inked, i).ink);
  if (inks->len < 5)
    return;
  usual = median (inks);
  for (i = 0; i < lines->len; i++)
    for (; j < g_array_index (lines, Inked, i).end; j++)
      if (g_array_index (lines, Inked, i).ink > BOLD_INK * usual)
        g_array_index (glyphs, Glyph, j).style = GLYPH_BOLD;
}

static GArray *
glyphs_of (const GArray *words, const Picture *picture)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Inked));
  GArray *glyphs = g_array_new (FALSE, FALSE, sizeof (Glyph));
  const Word *w = (const Word *)(gconstpointer)words->data;
  guint start, end;

  for (start = 0; start < words->len; start = end)
    {
      Inked line;

      for (end = start + 1; end < words->len && w[end].line == w[start].line; end++)
        ;
      line.ink = append_line (glyphs, w + start, end - start, picture);
      line.end = glyphs->len;
      g_array_append_val (lines, line);
    }
  mark_bold (glyphs, lines);
  return glyphs;
}

GArray *
ocr_read (const Picture *picture)
{
  ETEXT_DESC *monitor;
  GArray *glyphs = NULL;

  if (!ocr_load ())
    return NULL;
  tess.set_image (tess.handle, picture->grey, (int)picture->width, (int)picture->height,
                  1, (int)picture->width);
  tess.set_resolution (tess.handle, (int)picture->dpi);
  monitor = tess.monitor_create ();
  tess.monitor_set_deadline (monitor, MAX_PAGE_MSECS);
  if (tess.recognise (tess.handle, monitor) == 0)
    {
      gchar *tsv = tess.get_tsv (tess.handle, 0);

      if (tsv != NULL)
        {
          g_autoptr (GArray) words = parse_words (tsv);

          glyphs = glyphs_of (words, picture);
          tess.delete_text (tsv);
        }
    }
  tess.monitor_delete (monitor);
  tess.clear (tess.handle);
  return glyphs;
}

#else

gboolean
ocr_load (void)
{
  return FALSE;
}

GArray *
ocr_read (const Picture *picture)
{
  return NULL;
}

#endif
