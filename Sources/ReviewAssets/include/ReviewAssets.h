#ifndef TRICH_REVIEW_ASSETS_H
#define TRICH_REVIEW_ASSETS_H
#include <stddef.h>
#include <stdint.h>

/// One embedded file of the review page.
typedef struct {
  const char *name;
  const uint8_t *bytes;
  size_t length;
} trich_asset;

/// All embedded files, ended by one whose name is NULL.
const trich_asset *trich_assets(void);

#endif
