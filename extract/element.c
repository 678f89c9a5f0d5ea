/* element.c: what an element of HTML means to a reader. */

#include "extract/element.h"

#include <stdlib.h>
#include <string.h>

/* A cell that says it is wider than this is lying. */
#define SPAN_MAX 100

/* Lists that number from beyond this are. */
#define START_MAX 99999

/* Bytes of a class, an id or a style that are looked at. */
#define ATTRIBUTE_BYTES 512

typedef struct
{
  const gchar *tag;
  ElementKind kind;
} Tag;

/* Sorted; what is not here is inline. */
static const Tag tags[] = {
  { "address", ELEMENT_BLOCK },    { "area", ELEMENT_DROPPED },
  { "article", ELEMENT_BLOCK },    { "aside", ELEMENT_BLOCK },
  { "audio", ELEMENT_DROPPED },    { "blockquote", ELEMENT_BLOCK },
  { "body", ELEMENT_BLOCK },       { "br", ELEMENT_BREAK },
  { "button", ELEMENT_BUTTON },    { "canvas", ELEMENT_DROPPED },
  { "caption", ELEMENT_BLOCK },    { "center", ELEMENT_BLOCK },
  { "datalist", ELEMENT_DROPPED }, { "dd", ELEMENT_BLOCK },
  { "del", ELEMENT_DROPPED },      { "details", ELEMENT_BLOCK },
  { "dialog", ELEMENT_BLOCK },     { "dir", ELEMENT_LIST },
  { "div", ELEMENT_BLOCK },        { "dl", ELEMENT_BLOCK },
  { "dt", ELEMENT_BLOCK },         { "embed", ELEMENT_DROPPED },
  { "fieldset", ELEMENT_BLOCK },   { "figcaption", ELEMENT_BLOCK },
  { "figure", ELEMENT_BLOCK },     { "footer", ELEMENT_BLOCK },
  { "form", ELEMENT_BLOCK },       { "frameset", ELEMENT_BLOCK },
  { "h1", ELEMENT_HEADING },       { "h2", ELEMENT_HEADING },
  { "h3", ELEMENT_HEADING },       { "h4", ELEMENT_HEADING },
  { "h5", ELEMENT_HEADING },       { "h6", ELEMENT_HEADING },
  { "head", ELEMENT_BLOCK },       { "header", ELEMENT_BLOCK },
  { "hgroup", ELEMENT_BLOCK },     { "hr", ELEMENT_BLOCK },
  { "html", ELEMENT_BLOCK },       { "iframe", ELEMENT_DROPPED },
  { "img", ELEMENT_PICTURE },      { "input", ELEMENT_DROPPED },
  { "label", ELEMENT_DROPPED },    { "legend", ELEMENT_BLOCK },
  { "li", ELEMENT_ENTRY },         { "listing", ELEMENT_BLOCK },
  { "main", ELEMENT_BLOCK },       { "map", ELEMENT_DROPPED },
  { "math", ELEMENT_DROPPED },     { "menu", ELEMENT_LIST },
  { "nav", ELEMENT_BLOCK },        { "noframes", ELEMENT_BLOCK },
  { "noscript", ELEMENT_DROPPED }, { "object", ELEMENT_DROPPED },
  { "ol", ELEMENT_LIST },          { "optgroup", ELEMENT_DROPPED },
  { "option", ELEMENT_DROPPED },   { "p", ELEMENT_BLOCK },
  { "pre", ELEMENT_BLOCK },        { "script", ELEMENT_DROPPED },
  { "section", ELEMENT_BLOCK },    { "select", ELEMENT_DROPPED },
  { "style", ELEMENT_DROPPED },    { "summary", ELEMENT_BLOCK },
  { "svg", ELEMENT_DROPPED },      { "table", ELEMENT_TABLE },
  { "tbody", ELEMENT_BLOCK },      { "td", ELEMENT_CELL },
  { "template", ELEMENT_DROPPED }, { "textarea", ELEMENT_DROPPED },
  { "tfoot", ELEMENT_BLOCK },      { "th", ELEMENT_CELL },
  { "thead", ELEMENT_BLOCK },      { "title", ELEMENT_TITLE },
  { "tr", ELEMENT_ROW },           { "ul", ELEMENT_LIST },
  { "video", ELEMENT_DROPPED },    { "xmp", ELEMENT_BLOCK },
};

typedef struct
{
  const gchar *name; /* in lower case */
  LineRole role;
} ClassRole;

static const ClassRole class_roles[] = {
  { "mgsectiontitle", LINE_ROLE_MEETING },  { "mgitemnumbercell", LINE_ROLE_ITEM_NUMBER },
  { "mgaititletxt", LINE_ROLE_ITEM_TITLE }, { "mgsubitemtitletxt", LINE_ROLE_LABEL },
  { "mgsubtitletxt", LINE_ROLE_HEADING },   { "mgmaintitletxt", LINE_ROLE_HEADING },
};

/* Classes of which nothing is to be read: headings that are only there for screen
 * readers, what Word repeats on each page. */
static const gchar *const dropped_classes[] = {
  "mghide",  "msoheader", "msofooter", "visually-hidden",
  "sr-only", "skip-link", "skiplink",  "screen-reader-text",
};

/* ModernGov's links to other pages and help. */
static const gchar *const aside_classes[] = { "mglinks", "mgactionlist", "mgrelatedpages",
                                              "mgfooter", "mghelpline" };

/* Words of a class or an id, such as "site-nav", "SideBar", "breadcrumb_holder". Not
 * "social" alone: <section id="social-care">. */
static const gchar *const furniture_words[] = {
  "-nav-",          "-navigation-", "-navbar-",     "-menu-",         "-breadcrumb-",
  "-breadcrumbs-",  "-footer-",     "-sidebar-",    "-side-bar-",     "-skip-",
  "-share-",        "-sharing-",    "-sharedaddy-", "-social-links-", "-social-media-",
  "-social-icons-", "-pager-",      "-pagination-", "-advert-",       "-adverts-",
  "-newsletter-",   "-subscribe-",  "-login-",      "-search-",       "-comments-",
  "-respond-",      "-masthead-",   "-toolbar-",    "-related-",      "-modal-",
  "-popup-",        "-feedback-",   "-translate-",
};

/* A layout that has one of those is none: "has-sidebar", "content-with-menu". */
static const gchar *const layout_words[] = { "-has-",     "-with-",   "-no-",
                                             "-without-", "-layout-", "-two-" };

/* What is asked for consent is never content, however much is said. */
static const gchar *const consent_words[] = { "-cookie-", "-cookies-", "-consent-",
                                              "-gdpr-" };

/* A longer name is the heading of a paragraph, made an anchor: "search-for-a-new-clerk".
 */
#define NAME_WORDS 4

static const gchar *const aside_tags[] = { "aside", "dialog", "footer", "nav" };

static const gchar *const aside_landmarks[] = {
  "navigation", "banner",      "contentinfo", "search",  "complementary",
  "dialog",     "alertdialog", "menu",        "menubar", "toolbar",
};

/* What page makers call the part between header and footer, as split_name () has it. */
static const gchar *const content_names[] = {
  "-content-",         "-main-",          "-primary-",       "-main-content-",
  "-maincontent-",     "-page-content-",  "-site-content-",  "-content-main-",
  "-content-area-",    "-body-content-",  "-node-content-",  "-region-content-",
  "-article-content-", "-article-body-",  "-entry-content-", "-post-content-",
  "-story-body-",      "-story-content-",
};

static const gchar *const document_endings[] = { ".pdf",  ".doc",  ".docx",
                                                 ".xls",  ".xlsx", ".ppt",
                                                 ".pptx", ".rtf",  ".odt" };

static int
tag_compare (const void *key, const void *member)
{
  const Tag *tag = member;

  return strcmp (key, tag->tag);
}

static gboolean
is_one_of (const gchar *text, const gchar *const *list, gsize n)
{
  gsize i;

  for (i = 0; i < n; i++)
    if (strcmp (text, list[i]) == 0)
      return TRUE;
  return FALSE;
}

/* "CookieBanner1" as "-cookie-banner-" */
static gchar *
split_name (const gchar *name)
{
  GString *out = g_string_new ("-");
  const gchar *at;

  for (at = name; *at != '\0'; at++)
    {
      gboolean begins = g_ascii_isupper (*at) && at > name && g_ascii_islower (at[-1]);

      if ((begins || !g_ascii_isalpha (*at)) && out->str[out->len - 1] != '-')
        g_string_append_c (out, '-');
      if (g_ascii_isalpha (*at))
        g_string_append_c (out, g_ascii_tolower (*at));
    }
  if (out->str[out->len - 1] != '-')
    g_string_append_c (out, '-');
  return g_string_free (out, FALSE);
}

static gboolean
holds_one_of (const gchar *text, const gchar *const *list, gsize n)
{
  gsize i;

  for (i = 0; i < n; i++)
    if (strstr (text, list[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
read_words (Element *element, const gchar *name)
{
  g_autofree gchar *words = split_name (name);
  const gchar *at;
  guint n = 0;

  if (is_one_of (words, content_names, G_N_ELEMENTS (content_names)))
    element->zones |= ZONE_CONTENT;
  for (at = words; *at != '\0'; at++)
    n += *at == '-';
  if (n > NAME_WORDS + 1 || element->kind == ELEMENT_HEADING)
    return;
  if (holds_one_of (words, layout_words, G_N_ELEMENTS (layout_words)))
    return;
  if (holds_one_of (words, furniture_words, G_N_ELEMENTS (furniture_words)))
    element->aside = TRUE;
  if (holds_one_of (words, consent_words, G_N_ELEMENTS (consent_words)))
    element->kind = ELEMENT_DROPPED;
}

static void
read_name (Element *element, const gchar *name)
{
  g_autofree gchar *lower = g_ascii_strdown (name, -1);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (class_roles); i++)
    if (strcmp (lower, class_roles[i].name) == 0)
      element->role = class_roles[i].role;
  if (strcmp (lower, "modgov") == 0)
    element->zones |= ZONE_MODGOV;
  if (strcmp (lower, "mgitemtable") == 0)
    element->layout = TRUE;
  if (is_one_of (lower, dropped_classes, G_N_ELEMENTS (dropped_classes)))
    element->kind = ELEMENT_DROPPED;
  if (strcmp (lower, "mglabel") == 0)
    element->label = TRUE;
  if (is_one_of (lower, aside_classes, G_N_ELEMENTS (aside_classes)))
    element->aside = TRUE;
  read_words (element, name);
}

/* class="a b" or id="a" */
static void
read_names (Element *element, const gchar *value)
{
  g_autofree gchar *head = g_strndup (value, ATTRIBUTE_BYTES);
  g_auto (GStrv) names = g_strsplit_set (head, " \t\r\n", -1);
  gsize i;

  for (i = 0; names[i] != NULL; i++)
    if (*names[i] != '\0')
      read_name (element, names[i]);
}

static gchar
list_style (const gchar *style)
{
  static const struct
  {
    const gchar *name;
    gchar marker;
  } styles[] = {
    { "lower-alpha", 'a' }, { "lower-latin", 'a' }, { "upper-alpha", 'A' },
    { "upper-latin", 'A' }, { "lower-roman", 'i' }, { "upper-roman", 'I' },
    { "decimal", '1' },     { "none", '\0' },       { "disc", '*' },
    { "circle", '*' },      { "square", '*' },
  };
  const gchar *at = strstr (style, "list-style");
  const gchar *end;
  gsize i;

  if (at == NULL)
    return '?';
  end = at + strcspn (at, ";");
  for (i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      const gchar *found = strstr (at, styles[i].name);

      if (found != NULL && found < end)
        return styles[i].marker;
    }
  return '?';
}

static ElementFont
style_font (const gchar *style)
{
  const gchar *font = strstr (style, "font:");

  if (font == NULL)
    font = strstr (style, "font-family");
  if (font == NULL)
    return FONT_UNSAID;
  if (strstr (font, "symbol") != NULL || strstr (font, "wingdings") != NULL
      || strstr (font, "webdings") != NULL)
    return FONT_SYMBOLS;
  return strstr (font, "courier") != NULL ? FONT_COURIER : FONT_TEXT;
}

static void
read_style (Element *element, const gchar *value)
{
  g_autofree gchar *head = g_strndup (value, ATTRIBUTE_BYTES);
  g_autofree gchar *style = g_ascii_strdown (head, -1);
  const gchar *weight = strstr (style, "font-weight:");
  gchar marker = list_style (style);

  if (weight != NULL)
    {
      weight += strlen ("font-weight:");
      weight += strspn (weight, " ");
      element->bold =
          g_str_has_prefix (weight, "bold") || (*weight >= '6' && *weight <= '9');
    }
  if (strstr (style, "font-style:italic") != NULL)
    element->italic = TRUE;
  element->font = style_font (style);
  if (strstr (style, "mso-element:header") != NULL
      || strstr (style, "mso-element:footer") != NULL)
    element->kind = ELEMENT_DROPPED;
  if (strstr (style, "display:none") != NULL || strstr (style, "display: none") != NULL)
    element->hidden = TRUE;
  if (marker != '?' && element->kind == ELEMENT_LIST)
    element->marker = marker;
}

static gint
read_number (const gchar *value, gint max)
{
  gint64 number = g_ascii_strtoll (value, NULL, 10);

  return number > 0 && number <= max ? (gint)number : 0;
}

static void
read_link (Element *element, const gchar *value)
{
  gsize length = strcspn (value, "?#");
  gsize i;

  element->link = TRUE;
  if (strstr (value, "mgLocationDetails") != NULL)
    element->directions = TRUE;
  for (i = 0; i < G_N_ELEMENTS (document_endings); i++)
    {
      gsize n = strlen (document_endings[i]);

      if (length > n
          && g_ascii_strncasecmp (value + length - n, document_endings[i], n) == 0)
        element->document = TRUE;
    }
}

static void
read_landmark (Element *element, const gchar *value)
{
  if (g_ascii_strcasecmp (value, "main") == 0)
    element->zones |= ZONE_MAIN;
  else if (g_ascii_strcasecmp (value, "presentation") == 0)
    element->layout = TRUE;
  else if (is_one_of (value, aside_landmarks, G_N_ELEMENTS (aside_landmarks)))
    element->aside = TRUE;
}

static void
read_attribute (Element *element, const gchar *name, const gchar *value)
{
  if (strcmp (name, "class") == 0 || strcmp (name, "id") == 0)
    read_names (element, value);
  else if (strcmp (name, "style") == 0)
    read_style (element, value);
  else if (strcmp (name, "role") == 0)
    read_landmark (element, value);
  else if (strcmp (name, "href") == 0)
    read_link (element, value);
  else if (strcmp (name, "hidden") == 0)
    element->hidden = TRUE;
  else if (strcmp (name, "aria-hidden") == 0 && strcmp (value, "true") == 0)
    element->aside = TRUE;
  else if (strcmp (name, "colspan") == 0)
    element->span = MAX (read_number (value, SPAN_MAX), 1);
  else if (strcmp (name, "start") == 0 || strcmp (name, "value") == 0)
    element->start = read_number (value, START_MAX);
  else if (strcmp (name, "type") == 0 && element->kind == ELEMENT_LIST
           && strchr ("1aAiI", *value) != NULL && value[0] != '\0' && value[1] == '\0')
    element->marker = *value;
}

static void
read_tag (Element *element, const gchar *tag)
{
  const Tag *found =
      bsearch (tag, tags, G_N_ELEMENTS (tags), sizeof tags[0], tag_compare);

  if (found != NULL)
    element->kind = found->kind;
  element->bold = strcmp (tag, "b") == 0 || strcmp (tag, "strong") == 0
                  || strcmp (tag, "th") == 0 || element->kind == ELEMENT_HEADING;
  element->raised = strcmp (tag, "sup") == 0;
  element->italic = strcmp (tag, "i") == 0 || strcmp (tag, "em") == 0;
  element->preformatted = strcmp (tag, "pre") == 0 || strcmp (tag, "xmp") == 0
                          || strcmp (tag, "listing") == 0;
  element->header = strcmp (tag, "header") == 0;
  element->aside = is_one_of (tag, aside_tags, G_N_ELEMENTS (aside_tags));
  if (strcmp (tag, "main") == 0)
    element->zones = ZONE_MAIN;
  else if (strcmp (tag, "article") == 0)
    element->zones = ZONE_ARTICLE;
  else if (strcmp (tag, "ol") == 0)
    element->marker = '1';
  else if (element->kind == ELEMENT_LIST)
    element->marker = '*';
  if (element->kind == ELEMENT_HEADING)
    element->role = LINE_ROLE_HEADING;
}

void
element_read (Element *element, const gchar *tag, const gchar *const *attributes)
{
  gboolean whole = strcmp (tag, "html") == 0 || strcmp (tag, "body") == 0;
  gsize i;

  *element = (Element){ .span = 1 };
  read_tag (element, tag);
  for (i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    if (!whole)
      read_attribute (element, attributes[i],
                      attributes[i + 1] != NULL ? attributes[i + 1] : "");
  if (element->zones != 0)
    element->aside = FALSE;
}
