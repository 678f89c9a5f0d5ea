/* tokeniser.h: a text as words and sentences.
 *
 * A sentence ends at . ! ? before a capital, a figure or a quotation mark, not after an
 * abbreviation or an initial ("Cllr. J. Smith"); at the end of a line, since in an item's
 * text lines are paragraphs or list entries; and after LEXICON_MAX_SENTENCE words. */

#pragma once

#include "classify/lexicon.h"

enum
{
  BREAK_COMMA = 1 << 0,
  BREAK_CLAUSE = 1 << 1, /* ; : a dash or a bracket */
  BREAK_STOP = 1 << 2,   /* . ! ? */
  BREAK_LINE = 1 << 3,
  BREAK_QUOTE = 1 << 4 /* an opening or closing quotation mark */
};

typedef struct
{
  Word *word;
  guint32 start; /* bytes in the text, half-open */
  guint32 end;
  guint8 before; /* BREAK_…: what stands between the word before and this one */
} Token;

typedef struct
{
  guint32 first; /* tokens, half-open */
  guint32 last;
  guint32 line; /* of the text, from 0 */
} Sentence;

typedef struct
{
  GArray *tokens;    /* Token */
  GArray *sentences; /* Sentence; together they hold all tokens */
} Prose;

#define TOKENISER_MAX_TEXT (1u << 31) /* bytes; what follows is not read */

Prose *prose_new (void);
void prose_free (Prose *prose);
/* As of an empty text. */
void prose_clear (Prose *prose);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Prose, prose_free)

/* Replaces what prose held. text is valid UTF-8. */
void tokeniser_read (Lexicon *lexicon, const gchar *text, gsize length, Prose *prose);
