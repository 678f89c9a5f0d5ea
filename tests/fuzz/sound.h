/* sound.h: what holds of every document, whatever it was read from. */

#pragma once

#include "extract/document.h"

/* Aborts, with a message, where it does not. */
void assert_sound (const Document *document);
