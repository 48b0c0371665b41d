#include "names.h"
#include "CHTML.h"
#include <string.h>

typedef struct {
  const char *name;
  uint16_t value;
} named;

static const named tags[] = {
  {"a", TRICH_A}, {"address", TRICH_BLOCK}, {"article", TRICH_ARTICLE}, {"aside", TRICH_ASIDE}, {"blockquote", TRICH_BLOCK},
  {"body", TRICH_BODY}, {"br", TRICH_BR}, {"button", TRICH_BUTTON}, {"canvas", TRICH_HIDDEN}, {"caption", TRICH_PARAGRAPH}, {"center", TRICH_BLOCK},
  {"dd", TRICH_ITEM}, {"div", TRICH_BLOCK}, {"dl", TRICH_LIST}, {"dt", TRICH_ITEM}, {"fieldset", TRICH_FORM}, {"figcaption", TRICH_FIGCAPTION},
  {"figure", TRICH_FIGURE}, {"footer", TRICH_FOOTER}, {"form", TRICH_FORM}, {"frameset", TRICH_HIDDEN}, {"h1", TRICH_H1}, {"h2", TRICH_HEADING},
  {"h3", TRICH_HEADING}, {"h4", TRICH_HEADING}, {"h5", TRICH_HEADING}, {"h6", TRICH_HEADING}, {"head", TRICH_HEAD}, {"header", TRICH_HEADER},
  {"hr", TRICH_BLOCK}, {"iframe", TRICH_HIDDEN}, {"img", TRICH_IMAGE}, {"input", TRICH_IMAGE}, {"li", TRICH_ITEM}, {"link", TRICH_LINK},
  {"main", TRICH_MAIN}, {"meta", TRICH_META}, {"nav", TRICH_NAV}, {"noscript", TRICH_HIDDEN}, {"object", TRICH_HIDDEN}, {"ol", TRICH_LIST},
  {"option", TRICH_HIDDEN}, {"p", TRICH_PARAGRAPH}, {"pre", TRICH_PARAGRAPH}, {"script", TRICH_SCRIPT}, {"section", TRICH_BLOCK},
  {"select", TRICH_HIDDEN}, {"style", TRICH_HIDDEN}, {"svg", TRICH_HIDDEN}, {"table", TRICH_TABLE}, {"tbody", TRICH_TABLE}, {"td", TRICH_CELL},
  {"template", TRICH_HIDDEN}, {"textarea", TRICH_HIDDEN}, {"tfoot", TRICH_TABLE}, {"th", TRICH_CELL}, {"thead", TRICH_TABLE}, {"time", TRICH_TIME},
  {"title", TRICH_TITLE}, {"tr", TRICH_ROW}, {"ul", TRICH_LIST}, {"video", TRICH_HIDDEN},
};

/// Attributes that are kept.
static const named names[] = {
  {"class", TRICH_CLASS}, {"content", TRICH_CONTENT}, {"datetime", TRICH_DATETIME}, {"href", TRICH_HREF}, {"id", TRICH_ID},
  {"itemprop", TRICH_ITEMPROP}, {"name", TRICH_NAME}, {"property", TRICH_PROPERTY}, {"rel", TRICH_REL}, {"style", TRICH_STYLE},
  {"type", TRICH_TYPE},
};

/// Where a name stands in `tags` or `names`, by a hash of its first letters and its length; 0 for nowhere, else its index and one.
static uint8_t tag_slots[512], name_slots[512];

static unsigned slot_of(const uint8_t *name) {
  unsigned hash = 0;
  for (int index = 0; index < 8 && name[index]; index++) hash = hash * 31 + name[index];
  return hash & 511;
}

static void fill_slots(uint8_t *slots, const named *list, size_t count) {
  for (size_t index = 0; index < count; index++) {
    unsigned slot = slot_of((const uint8_t *)list[index].name);
    while (slots[slot]) slot = (slot + 1) & 511;
    slots[slot] = (uint8_t)(index + 1);
  }
}

static const named *find(const uint8_t *slots, const named *list, const uint8_t *name) {
  for (unsigned slot = slot_of(name); slots[slot]; slot = (slot + 1) & 511) {
    const named *entry = &list[slots[slot] - 1];
    if (!strcmp(entry->name, (const char *)name)) return entry;
  }
  return NULL;
}

void trich_html_fill_names(void) {
  fill_slots(tag_slots, tags, sizeof tags / sizeof *tags);
  fill_slots(name_slots, names, sizeof names / sizeof *names);
}

uint16_t trich_html_tag_named(const uint8_t *name) {
  const named *found = find(tag_slots, tags, name);
  return found ? found->value : TRICH_OTHER;
}

int trich_html_attribute_named(const uint8_t *name) {
  const named *found = find(name_slots, names, name);
  return found ? found->value : -1;
}
