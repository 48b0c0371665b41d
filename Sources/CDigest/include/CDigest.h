#ifndef TRICH_CDIGEST_H
#define TRICH_CDIGEST_H
#include <stddef.h>
#include <stdint.h>

/// SHA-256 by the system's libcrypto, which is loaded at the first call: a program that digests nothing starts without it.
/// Writes 32 bytes. Returns 0, or -1 when there is no libcrypto.
int trich_sha256(const void *bytes, size_t length, uint8_t *digest);

#endif
