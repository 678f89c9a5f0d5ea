/* post.h: the posts that people hold, which say nothing of what was discussed.
 *
 * "Hayley Marsh, Service Manager Quality Assurance and Professional Standards, added
 * that …" is not about quality assurance. A post is a run of words with capitals, and of
 * small words between them, that holds the name of an office: Manager, Director, Head of,
 * Cabinet Member for. */

#pragma once

#include "classify/reading.h"

/* Whether a hit begins or ends inside a post and does not reach over the office itself:
 * "Independent Reviewing Officer" as a whole is somebody that minutes speak of. */
gboolean post_holds (const Reading *reading, const Hit *hit);
/* The same of a hit in the title, where capitals tell nothing: whether it is part of
 * whose report the item is, "Care Leavers: Report of the Head of Children in Care". */
gboolean post_holds_in_title (const Reading *reading, const Hit *hit);
