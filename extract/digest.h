/* digest.h: the name of a document, which is that of its bytes and of nothing else. */

#pragma once

#include <glib.h>

/* "sha256:" and 64 hexadecimal digits. (transfer full) */
gchar *digest_name (GBytes *bytes);
