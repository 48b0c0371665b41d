#ifndef TRICH_CBYTES_H
#define TRICH_CBYTES_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

// Bytes of text sixteen at a time. Small enough to be compiled into their callers, which Swift's vectors are not yet:
// they have no way from sixteen comparisons to one number.

#if defined(__SSE2__)
#include <emmintrin.h>

/// One bit for each of the 16 bytes that is no letter: what `ByteClass` does not call `word`.
static inline uint32_t trich_no_letters(const uint8_t *bytes) {
  __m128i v = _mm_loadu_si128((const __m128i *)bytes);
  __m128i folded = _mm_add_epi8(_mm_or_si128(v, _mm_set1_epi8(0x20)), _mm_set1_epi8((char)(0x80 - 'a')));
  __m128i ascii = _mm_cmplt_epi8(folded, _mm_set1_epi8((char)(0x80 + 26)));
  __m128i marks = _mm_or_si128(
    _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8((char)0xC2)), _mm_cmpeq_epi8(_mm_or_si128(v, _mm_set1_epi8(1)), _mm_set1_epi8((char)0xE3))),
    _mm_cmpeq_epi8(_mm_max_epu8(v, _mm_set1_epi8((char)0xEF)), v));
  uint32_t letters = (uint32_t)_mm_movemask_epi8(_mm_or_si128(ascii, _mm_andnot_si128(marks, v)));
  return letters ^ 0xFFFF;
}

/// One bit for each of the 16 bytes that JSON wants escaped within a string.
static inline uint32_t trich_escapes(const uint8_t *bytes) {
  __m128i v = _mm_loadu_si128((const __m128i *)bytes);
  __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(v, _mm_set1_epi8(0x1F)), v);
  __m128i mark = _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('"')), _mm_cmpeq_epi8(v, _mm_set1_epi8('\\')));
  return (uint32_t)_mm_movemask_epi8(_mm_or_si128(control, mark));
}

#else

static inline bool trich_is_letter(uint8_t byte) {
  uint8_t folded = byte | 0x20;
  if (byte < 0x80) return folded >= 'a' && folded <= 'z';
  return byte != 0xC2 && byte != 0xE2 && byte != 0xE3 && byte < 0xEF;
}

static inline uint32_t trich_no_letters(const uint8_t *bytes) {
  uint32_t mask = 0;
  for (uint32_t i = 0; i < 16; i++) mask |= (uint32_t)!trich_is_letter(bytes[i]) << i;
  return mask;
}

static inline uint32_t trich_escapes(const uint8_t *bytes) {
  uint32_t mask = 0;
  for (uint32_t i = 0; i < 16; i++) mask |= (uint32_t)(bytes[i] < 0x20 || bytes[i] == '"' || bytes[i] == '\\') << i;
  return mask;
}

#endif

/// How many bytes of letters stand at the beginning; 16 for 16 and more. 16 bytes must be readable.
static inline size_t trich_letters(const uint8_t *bytes) { return (size_t)__builtin_ctz(trich_no_letters(bytes) | 0x10000); }

#endif
