/* tags.c: prints each item of business of a document with the concepts it takes up and
 * the words that show it.
 *
 *     cc tags.c -o tags $(pkg-config --cflags --libs heed)
 *     ./tags minutes.pdf */

#include <heed.h>
#include <stdio.h>

static void
print_tag (const HeedItem *item, const HeedTag *tag)
{
  const HeedSpan words = tag->evidence[0]->span;

  printf ("  %s (%.2f), page %u: %.*s\n", tag->label, tag->score, tag->evidence[0]->page,
          (int)(words.end - words.start), item->text + words.start);
}

int
main (int argc, char **argv)
{
  char *error = NULL;
  HeedReader *reader = heed_reader_new (NULL, &error);
  HeedDocument *document =
      reader && argc > 1 ? heed_reader_open (reader, argv[1], &error) : NULL;

  if (document == NULL)
    fprintf (stderr, "tags: %s\n", error ? error : "name a document");
  for (size_t i = 0; document && document->items[i] != NULL; i++)
    {
      const HeedItem *item = document->items[i];

      printf ("%s %s\n", item->number, item->title);
      for (size_t j = 0; item->tags[j] != NULL; j++)
        print_tag (item, item->tags[j]);
    }
  heed_free (error);
  heed_document_free (document);
  heed_reader_free (reader);
  return document ? 0 : 1;
}
