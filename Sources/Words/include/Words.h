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

/// The room for the image of the finished lexicon, in bytes: twice what the lists take.
#define TRICH_LEXICON_ROOM (1 << 22)

/// The image that `scripts/build` puts into the program; zeros without it. What points to a list counts from here: the distance is the
/// same wherever the program is loaded.
extern const uint8_t trich_lexicon_image[TRICH_LEXICON_ROOM] __attribute__((visibility("hidden")));

/// An address that the compiler knows without looking.
static inline const uint8_t *trich_lexicon_start(void) { return trich_lexicon_image; }

/// Where the image stands in the program's file, in bytes; -1 when nobody can tell.
int64_t trich_lexicon_place(void);

#endif
