/* template.h: a text with holes in it, and what comes out when a view fills them.
 *
 * The form is a part of Mustache (mustache.github.io):
 *
 *   {{name}}            the text of that name, escaped; nothing if there is none
 *   {{&name}}           the same as it is: for our own style and script, nothing else
 *   {{#name}} … {{/name}}   once for each view of the list of that name, with that view's
 *                       names; for a text that is there and not empty, once
 *   {{^name}} … {{/name}}   once if there is no such list, and no such text or an empty
 * one
 *   {{! … }}            a remark
 *
 * A name that a view does not have is looked for in the view around it. A line that holds
 * nothing but one tag that prints nothing is left out with its line end.
 *
 * What comes from documents goes through escape, whatever the template's author does: the
 * raw form refuses any name but "style" and "script". */

#pragma once

#include "pipelines/view.h"

/* Appends the text so that it stands in the output as that text and nothing else. */
typedef void (*TemplateEscape) (GString *out, const gchar *text);

typedef enum
{
  TEMPLATE_ERROR_SYNTAX, /* a tag that does not end, sections that do not match */
} TemplateError;

#define TEMPLATE_ERROR (template_error_quark ())
GQuark template_error_quark (void);

typedef struct Template Template;

/* (transfer full), NULL if and only if error is set, which says the line. */
Template *template_new (const gchar *text, TemplateEscape escape, GError **error);
void template_free (Template *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Template, template_free)

/* Appends what comes out. */
void template_fill (const Template *self, const View *view, GString *out);

/* For HTML: text and attributes in double or single quotes. Characters that HTML does not
 * allow become U+FFFD. */
void template_escape_html (GString *out, const gchar *text);
/* For Markdown (CommonMark) within one line: marks are marked as text, HTML as
 * entities, line ends become spaces. */
void template_escape_markdown (GString *out, const gchar *text);
