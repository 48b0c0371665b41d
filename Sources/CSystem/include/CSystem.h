#ifndef TRICH_CSYSTEM_H
#define TRICH_CSYSTEM_H
#include <stddef.h>
#include <stdint.h>

/// SHA-256 by the system's libcrypto, which is loaded at the first call: a program that digests nothing starts without it.
/// Writes 32 bytes. Returns 0, or -1 when there is no libcrypto.
int trich_sha256(const void *bytes, size_t length, uint8_t *digest);

/// Makes the allocator give large blocks back to the system as soon as they are free, so that one large article does not
/// raise the memory of the whole run.
void trich_give_memory_back(void);

#endif
