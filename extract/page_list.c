/* page_list.c: page numbers become ranges. */

#include "extract/page_list.h"

void
page_list_warn (Document *document, const GArray *pages, const gchar *what)
{
  g_autoptr (GString) list = g_string_new (pages->len == 1 ? "page " : "pages ");
  guint i, end;

  for (i = 0; i < pages->len; i = end)
    {
      guint first = g_array_index (pages, guint, i);

      for (end = i + 1;
           end < pages->len && g_array_index (pages, guint, end) == first + (end - i);
           end++)
        ;
      g_string_append_printf (list, "%s%u", i > 0 ? ", " : "", first);
      if (end - i > 1)
        g_string_append_printf (list, "-%u", first + (end - i) - 1);
    }
  if (pages->len > 0)
    document_warn (document, "%s: %s", list->str, what);
}
