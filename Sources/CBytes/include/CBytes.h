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

/// One bit for each of the 64 bytes below `A`: blanks, line ends, digits, most marks. What `ByteClass` calls `word` is none of them.
static inline uint64_t trich_run_ends(const uint8_t *bytes) {
  __m128i most = _mm_set1_epi8('@');
  uint64_t ends = 0;
  for (int part = 0; part < 4; part++) {
    __m128i v = _mm_loadu_si128((const __m128i *)(bytes + 16 * part));
    ends |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(v, most), v)) << 16 * part;
  }
  return ends;
}

/// The place of the first byte that has one of the bits; one must have, and 16 bytes be readable behind it.
static inline size_t trich_find_bits(const void *bytes, uint8_t bits) {
  __m128i wanted = _mm_set1_epi8((char)bits);
  for (const uint8_t *at = bytes;; at += 16) {
    __m128i v = _mm_and_si128(_mm_loadu_si128((const __m128i *)at), wanted);
    uint32_t found = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v, _mm_setzero_si128())) ^ 0xFFFF;
    if (found) return (size_t)(at - (const uint8_t *)bytes) + (size_t)__builtin_ctz(found);
  }
}

/// One bit for each of 64 bytes that has one of the bits.
static inline uint64_t trich_bytes_with(const void *bytes, uint8_t bits) {
  __m128i wanted = _mm_set1_epi8((char)bits);
  uint64_t without = 0;
  for (int part = 0; part < 4; part++) {
    __m128i v = _mm_and_si128(_mm_loadu_si128((const __m128i *)bytes + part), wanted);
    without |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v, _mm_setzero_si128())) << 16 * part;
  }
  return ~without;
}

/// Of up to four pairs of numbers the last whose first number has one of the bits, counted from 1; 0 for none. All four must be readable.
static inline size_t trich_last_pair(const void *pairs, size_t count, uint32_t bits) {
  __m128 first = _mm_loadu_ps((const float *)pairs), second = _mm_loadu_ps((const float *)pairs + 4);
  __m128i numbers = _mm_castps_si128(_mm_shuffle_ps(first, second, _MM_SHUFFLE(2, 0, 2, 0)));
  __m128i without = _mm_cmpeq_epi32(_mm_and_si128(numbers, _mm_set1_epi32((int)bits)), _mm_setzero_si128());
  uint32_t with = ~(uint32_t)_mm_movemask_ps(_mm_castsi128_ps(without)) & ((1u << count) - 1);
  return 32 - (size_t)__builtin_clz(with << 1 | 1) - 1;
}

/// One bit for each of the 16 bytes that JSON wants escaped within a string.
static inline uint32_t trich_escapes(const uint8_t *bytes) {
  __m128i v = _mm_loadu_si128((const __m128i *)bytes);
  __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(v, _mm_set1_epi8(0x1F)), v);
  __m128i mark = _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('"')), _mm_cmpeq_epi8(v, _mm_set1_epi8('\\')));
  return (uint32_t)_mm_movemask_epi8(_mm_or_si128(control, mark));
}

/// One bit for each of the 16 bytes that JSON wants escaped or no clean text holds, and for each blank with another behind it.
static inline uint32_t trich_dirt(const uint8_t *bytes) {
  __m128i v = _mm_loadu_si128((const __m128i *)bytes);
  __m128i escapes = _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('"')), _mm_cmpeq_epi8(v, _mm_set1_epi8('\\')));
  __m128i blank = _mm_set1_epi8(' ');
  __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(v, _mm_set1_epi8(0x1F)), v);
  __m128i blanks = _mm_and_si128(_mm_cmpeq_epi8(v, blank), _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(bytes + 1)), blank));
  __m128i marks = _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8((char)0xC2)), _mm_cmpeq_epi8(v, _mm_set1_epi8((char)0xE2)));
  __m128i combining = _mm_cmpeq_epi8(_mm_or_si128(v, _mm_set1_epi8(1)), _mm_set1_epi8((char)0xCD));
  marks = _mm_or_si128(_mm_or_si128(marks, combining), _mm_cmpeq_epi8(v, _mm_set1_epi8((char)0xEF)));
  return (uint32_t)_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(control, blanks), _mm_or_si128(marks, escapes)));
}

/// The number of continuation bytes of UTF-8 among the first `count` of 64 bytes; all 64 must be readable.
static inline uint32_t trich_continuations(const uint8_t *bytes, size_t count) {
  __m128i sums = _mm_setzero_si128(), limit = _mm_set1_epi8((char)count);
  __m128i place = _mm_setr_epi8(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  for (int i = 0; i < 64; i += 16) {
    __m128i v = _mm_loadu_si128((const __m128i *)(bytes + i));
    __m128i counted = _mm_cmpgt_epi8(limit, _mm_add_epi8(place, _mm_set1_epi8((char)i)));
    sums = _mm_sub_epi8(sums, _mm_and_si128(counted, _mm_cmplt_epi8(v, _mm_set1_epi8(-64))));
  }
  __m128i halves = _mm_sad_epu8(sums, _mm_setzero_si128());
  return (uint32_t)_mm_cvtsi128_si32(halves) + (uint32_t)_mm_cvtsi128_si32(_mm_unpackhi_epi64(halves, halves));
}

/// One bit for each of the 16 bytes that ends a field of a list: tab, line end.
static inline uint32_t trich_field_ends(const uint8_t *bytes) {
  __m128i v = _mm_loadu_si128((const __m128i *)bytes);
  return (uint32_t)_mm_movemask_epi8(_mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('\t')), _mm_cmpeq_epi8(v, _mm_set1_epi8('\n'))));
}

/// One bit for each of the 16 bytes that ends a word of a listed phrase: blank, comma, slash, dash, ampersand.
static inline uint32_t trich_word_ends(const uint8_t *bytes) {
  __m128i v = _mm_loadu_si128((const __m128i *)bytes);
  __m128i comma_dash = _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8(',')), _mm_cmpeq_epi8(v, _mm_set1_epi8('-')));
  __m128i slash_and = _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('/')), _mm_cmpeq_epi8(v, _mm_set1_epi8('&')));
  return (uint32_t)_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(comma_dash, slash_and), _mm_cmpeq_epi8(v, _mm_set1_epi8(' '))));
}

#else

static inline uint64_t trich_bytes_with(const void *bytes, uint8_t bits) {
  uint64_t with = 0;
  for (uint32_t i = 0; i < 64; i++) with |= (uint64_t)((((const uint8_t *)bytes)[i] & bits) != 0) << i;
  return with;
}

static inline size_t trich_last_pair(const void *pairs, size_t count, uint32_t bits) {
  const uint32_t *numbers = pairs;
  while (count > 0 && !(numbers[2 * count - 2] & bits)) count--;
  return count;
}

static inline uint32_t trich_field_ends(const uint8_t *bytes) {
  uint32_t mask = 0;
  for (uint32_t i = 0; i < 16; i++) mask |= (uint32_t)(bytes[i] == '\t' || bytes[i] == '\n') << i;
  return mask;
}

static inline uint32_t trich_word_ends(const uint8_t *bytes) {
  uint32_t mask = 0;
  for (uint32_t i = 0; i < 16; i++) mask |= (uint32_t)(bytes[i] != 0 && strchr(" ,/-&", bytes[i]) != NULL) << i;
  return mask;
}

static inline uint64_t trich_run_ends(const uint8_t *bytes) {
  uint64_t ends = 0;
  for (uint32_t i = 0; i < 64; i++) ends |= (uint64_t)(bytes[i] < 'A') << i;
  return ends;
}

static inline size_t trich_find_bits(const void *bytes, uint8_t bits) {
  const uint8_t *at = bytes;
  while (!(*at & bits)) at++;
  return (size_t)(at - (const uint8_t *)bytes);
}

static inline uint32_t trich_escapes(const uint8_t *bytes) {
  uint32_t mask = 0;
  for (uint32_t i = 0; i < 16; i++) mask |= (uint32_t)(bytes[i] < 0x20 || bytes[i] == '"' || bytes[i] == '\\') << i;
  return mask;
}

static inline uint32_t trich_dirt(const uint8_t *bytes) {
  uint32_t mask = 0;
  for (uint32_t i = 0; i < 16; i++) {
    uint8_t byte = bytes[i];
    bool dirt = byte < 0x20 || byte == '"' || byte == '\\' || byte == 0xC2 || byte == 0xCC || byte == 0xCD || byte == 0xE2 || byte == 0xEF;
    mask |= (uint32_t)(dirt || (byte == ' ' && bytes[i + 1] == ' ')) << i;
  }
  return mask;
}

static inline uint32_t trich_continuations(const uint8_t *bytes, size_t count) {
  uint32_t sum = 0;
  for (size_t i = 0; i < count; i++) sum += (bytes[i] & 0xC0) == 0x80;
  return sum;
}

#endif

/// Asks for memory that will soon be read.
static inline void trich_prefetch(const void *address) { __builtin_prefetch(address); }

/// The place of the lowest bit; there must be one.
static inline int64_t trich_first(uint64_t bits) { return __builtin_ctzll(bits); }

/// The first `length` bytes as two numbers, zeros behind them; `length` is at most 16, and 16 bytes must be readable.
typedef struct { uint64_t low, high; } trich_word_key;

static inline trich_word_key trich_key(const uint8_t *bytes, size_t length) {
  static const uint8_t masks[32] = {
    0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
  uint64_t word[2], mask[2];
  memcpy(word, bytes, 16);
  memcpy(mask, masks + 16 - length, 16);
  return (trich_word_key){word[0] & mask[0], word[1] & mask[1]};
}

/// Copies bytes up to the first that JSON wants escaped, and returns how many. 16 bytes must be writable behind the last.
static inline size_t trich_copy_plain(uint8_t *to, const uint8_t *from, size_t count) {
  size_t done = 0;
  for (; done + 16 <= count; done += 16) {
    uint32_t escapes = trich_escapes(from + done);
    memcpy(to + done, from + done, 16);
    if (escapes) return done + (size_t)__builtin_ctz(escapes);
  }
  size_t rest = count - done;
  if (rest == 0) return count;
  // What is left is read without a look beyond its end: its first and its last bytes may be the same.
  uint8_t tail[16] = {' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' '};
  from += done;
  if (rest >= 8) {
    memcpy(tail + rest - 8, from + rest - 8, 8);
    memcpy(tail, from, 8);
  } else if (rest >= 4) {
    memcpy(tail + rest - 4, from + rest - 4, 4);
    memcpy(tail, from, 4);
  } else {
    tail[0] = from[0];
    tail[rest / 2] = from[rest / 2];
    tail[rest - 1] = from[rest - 1];
  }
  memcpy(to + done, tail, 16);
  uint32_t escapes = trich_escapes(tail);
  return escapes ? done + (size_t)__builtin_ctz(escapes) : count;
}

/// As `trich_copy_plain`, for a text with 16 readable bytes behind the last: no look at where it ends.
static inline size_t trich_copy_padded(uint8_t *to, const uint8_t *from, size_t count) {
  for (size_t done = 0; done < count; done += 16) {
    uint32_t escapes = trich_escapes(from + done);
    memcpy(to + done, from + done, 16);
    if (count - done < 16) escapes &= (1u << (count - done)) - 1;
    if (escapes) return done + (size_t)__builtin_ctz(escapes);
  }
  return count;
}

/// Copies a text and says whether a record can hold it as it stands: letters and single blanks, nothing to escape, no control character,
/// no combining mark, no lead byte of a mark or a space (C2, E2, EF). 17 bytes must be readable, and 16 writable, behind the last.
static inline bool trich_copy_clean(uint8_t *to, const uint8_t *from, size_t count) {
  for (size_t done = 0; done < count; done += 16) {
    uint32_t dirt = trich_dirt(from + done);
    memcpy(to + done, from + done, 16);
    if (count - done < 16) dirt &= (1u << (count - done)) - 1;
    if (dirt) return false;
  }
  return true;
}

/// Copies in steps of 16 bytes; up to 15 more than `count` are read and written.
static inline void trich_copy_steps(uint8_t *to, const uint8_t *from, size_t count) {
  for (size_t done = 0; done < count; done += 16) memcpy(to + done, from + done, 16);
}

#endif
