/* article.h: a newspaper's article on a meeting: which one, and when it was.
 *
 * "A council's cabinet voted for the scheme at a meeting on Tuesday (4 February)", in a
 * paper of 6 February 2025, names a body and a date without a year. */

#pragma once

#include "normalise/segment.h"

typedef struct ArticleReader ArticleReader;

ArticleReader *article_reader_new (void);
void article_reader_free (ArticleReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArticleReader, article_reader_free)

/* Where the segment reads like an article: its kind, council, body and date. Nothing else
 * of the meeting is kept: what the rows above seemed to say is the paper's own. */
void article_reader_read (ArticleReader *self, const Stream *rows, const Segment *segment,
                          Meeting *meeting);
