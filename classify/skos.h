/* skos.h: RDF/XML of a SKOS concept scheme → concepts, word classes and rules. */

#pragma once

#include "classify/scheme.h"

/* Fills the loader from the bytes. FALSE if and only if error is set. */
gboolean skos_read (Loader *loader, GBytes *bytes, GError **error);
