#ifndef TRICH_WORDS_H
#define TRICH_WORDS_H
#include <stddef.h>
#include <stdint.h>

/// What stands behind each list: a line end and zeros, so that a list can be read sixteen bytes at a time.
#define TRICH_WORDS_PADDING 32

/// One embedded word list: tab-separated lines, `#` comments.
typedef struct {
  const char *name;
  const uint8_t *bytes;
  size_t length;
} trich_word_list;

/// All embedded lists, ended by one whose name is NULL.
const trich_word_list *trich_word_lists(void);

#endif
