#include "CSystem.h"
#include <dlfcn.h>
#include <pthread.h>

// The plain functions of libcrypto: unlike EVP they need no set-up, which reads a configuration file and takes milliseconds.
static int (*sha256_init)(void *context);
static int (*sha256_update)(void *context, const void *bytes, size_t length);
static int (*sha256_final)(unsigned char *digest, void *context);

static void load(void) {
  static const char *const names[] = {"libcrypto.so.3", "libcrypto.so.1.1", "libcrypto.so"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    void *library = dlopen(names[i], RTLD_LAZY | RTLD_LOCAL);
    if (!library) continue;
    sha256_init = (int (*)(void *))dlsym(library, "SHA256_Init");
    sha256_update = (int (*)(void *, const void *, size_t))dlsym(library, "SHA256_Update");
    sha256_final = (int (*)(unsigned char *, void *))dlsym(library, "SHA256_Final");
    if (sha256_init && sha256_update && sha256_final) return;
    sha256_final = NULL;
  }
}

int trich_sha256(const void *bytes, size_t length, uint8_t *digest) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  if (!sha256_final) return -1;
  // SHA256_CTX has 112 bytes.
  _Alignas(64) unsigned char context[512];
  return sha256_init(context) == 1 && sha256_update(context, bytes, length) == 1 && sha256_final(digest, context) == 1 ? 0 : -1;
}
