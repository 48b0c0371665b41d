#ifndef TRICH_CHTML_NAMES_H
#define TRICH_CHTML_NAMES_H
#include <stdint.h>

/// Once, before anything is looked up.
void trich_html_fill_names(void);
/// TRICH_OTHER for an element that needs no special care.
uint16_t trich_html_tag_named(const uint8_t *name);
/// -1 for an attribute that is not kept.
int trich_html_attribute_named(const uint8_t *name);

#endif
