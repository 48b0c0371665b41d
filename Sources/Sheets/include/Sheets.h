#ifndef TRICH_SHEETS_H
#define TRICH_SHEETS_H
#include <stddef.h>
#include <stdint.h>

/// A file of the checkout, built into the program.
typedef struct {
  const char *name;
  const uint8_t *bytes;
  size_t length;
} trich_sheet;

/// The JSON Schema of a record.
extern const trich_sheet trich_record_schema;

/// The marked sentences, by kind; ended by one whose name is NULL.
const trich_sheet *trich_sheets_of_examples(void);

/// The sources of the kinds, whose first comment shows their shape, by kind; ended by one whose name is NULL.
const trich_sheet *trich_sheets_of_kinds(void);

#endif
