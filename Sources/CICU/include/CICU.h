#ifndef TRICH_CICU_H
#define TRICH_CICU_H
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Writes the canonical composition (NFC) of `length` bytes of UTF-8 to `out`.
/// Returns the length in bytes, or -1 when `capacity` is too small or ICU failed.
int32_t trich_nfc(const uint8_t *text, int32_t length, uint8_t *out, int32_t capacity);

/// Writes what each of the 256 bytes stands for in a single-byte encoding, U+FFFD where it has nothing.
/// Returns 0, or -1 when ICU does not know the name.
int32_t trich_charset_table(const char *name, uint32_t *scalars);

#ifdef __cplusplus
}
#endif
#endif
