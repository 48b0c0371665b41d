#ifndef TRICH_CICU_H
#define TRICH_CICU_H
#include <stdbool.h>
#include <stdint.h>

/// Writes the canonical composition (NFC) of `length` bytes of UTF-8 to `out`.
/// Returns the length in bytes, or -1 when `capacity` is too small, the bytes are no UTF-8, or ICU is missing.
int32_t trich_nfc(const uint8_t *text, int32_t length, uint8_t *out, int32_t capacity);

/// Writes what each of the 256 bytes stands for in a single-byte encoding, U+FFFD where it has nothing.
/// Returns 0, or -1 when ICU does not know the name or is missing.
int32_t trich_charset_table(const char *name, uint32_t *scalars);

/// Whether ICU was needed, and could not be loaded.
bool trich_icu_is_missing(void);

#endif
