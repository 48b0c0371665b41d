#ifndef TRICH_CHTML_H
#define TRICH_CHTML_H
#include <stddef.h>
#include <stdint.h>

/// What an element is, as far as finding an article in a page needs it.
typedef enum {
  TRICH_TEXT, TRICH_OTHER, TRICH_A, TRICH_ARTICLE, TRICH_ASIDE, TRICH_BLOCK, TRICH_BODY, TRICH_BR, TRICH_BUTTON, TRICH_CELL,
  TRICH_FIGCAPTION, TRICH_FIGURE, TRICH_FOOTER, TRICH_FORM, TRICH_H1, TRICH_HEAD, TRICH_HEADER, TRICH_HEADING, TRICH_HIDDEN,
  TRICH_IMAGE, TRICH_ITEM, TRICH_LINK, TRICH_LIST, TRICH_MAIN, TRICH_META, TRICH_NAV, TRICH_PARAGRAPH, TRICH_ROW, TRICH_SCRIPT,
  TRICH_TABLE, TRICH_TIME, TRICH_TITLE
} trich_html_tag;

typedef enum {
  TRICH_CLASS, TRICH_CONTENT, TRICH_DATETIME, TRICH_HREF, TRICH_ID, TRICH_ITEMPROP, TRICH_NAME, TRICH_PROPERTY, TRICH_REL, TRICH_STYLE,
  TRICH_TYPE
} trich_html_attribute_name;

/// An element or a piece of text; nodes stand in the order of the page.
typedef struct {
  int32_t parent;
  /// One past the last node inside.
  int32_t end;
  uint16_t tag, attribute_count;
  int32_t attributes;
  /// Bytes of the page.
  uint32_t start, stop;
  /// Of a piece of text: its bytes in `text`.
  uint32_t text, length;
} trich_html_node;

typedef struct {
  uint32_t name, value, length;
} trich_html_attribute;

typedef struct {
  trich_html_node *nodes;
  trich_html_attribute *attributes;
  uint8_t *text;
  int32_t node_count, attribute_count;
  uint32_t text_length;
} trich_html_page;

/// Reads a page of UTF-8 without NUL. Returns NULL, or why it could not be read. `page` must be closed in both cases.
/// libxml2 is loaded at the first call.
const char *trich_html_read(const uint8_t *bytes, size_t length, trich_html_page *page);
void trich_html_close(trich_html_page *page);

#endif
