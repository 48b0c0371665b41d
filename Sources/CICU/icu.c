#include "CICU.h"
#include <dlfcn.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unicode/ucnv.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

// Loaded at the first letter that needs it, since few texts have one: linked, it takes a millisecond of every start.

/// The functions used, by the names that the version of these headers gives them: `u_strFromUTF8_72`.
#define FUNCTIONS(EACH) \
  EACH(u_strFromUTF8) EACH(u_strToUTF8) EACH(unorm2_getNFCInstance) EACH(unorm2_normalize) \
  EACH(ucnv_open) EACH(ucnv_toUChars) EACH(ucnv_close)
#define NAME(function) WORDS(function)
#define WORDS(words) #words
#define POINTER(function) __typeof__(function) *function##_;
#define FIND(function) found = found && (icu.function##_ = dlsym(library, NAME(function)));

static struct { FUNCTIONS(POINTER) } icu;
static bool found;
static atomic_bool missing;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *library = dlopen("libicuuc.so." U_ICU_VERSION_SHORT, RTLD_NOW | RTLD_LOCAL);
  found = library != NULL;
  FUNCTIONS(FIND)
  atomic_store(&missing, !found);
}

static bool is_loaded(void) {
  pthread_once(&once, load);
  return found;
}

bool trich_icu_is_missing(void) { return atomic_load(&missing); }

/// - Parameter units: room for `length` of the text and `room` of its composition.
static int32_t compose(const uint8_t *text, int32_t length, uint8_t *out, int32_t capacity, UChar *units, int32_t room) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t count = 0, written = 0;
  icu.u_strFromUTF8_(units, length, &count, (const char *)text, length, &status);
  const UNormalizer2 *nfc = icu.unorm2_getNFCInstance_(&status);
  UChar *composed = units + length;
  count = icu.unorm2_normalize_(nfc, units, count, composed, room, &status);
  icu.u_strToUTF8_((char *)out, capacity, &written, composed, count, &status);
  return U_FAILURE(status) ? -1 : written;
}

int32_t trich_nfc(const uint8_t *text, int32_t length, uint8_t *out, int32_t capacity) {
  // No composition is longer than three times its text (UAX 15).
  if (length > INT32_MAX / 8 || !is_loaded()) return -1;
  UChar few[256], *units = few;
  int32_t room = length * 3;
  if (length + room > 256) units = malloc(sizeof(UChar) * (size_t)(length + room));
  if (!units) return -1;
  int32_t written = compose(text, length, out, capacity, units, room);
  if (units != few) free(units);
  return written;
}

int32_t trich_charset_table(const char *name, uint32_t *scalars) {
  if (!is_loaded()) return -1;
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = icu.ucnv_open_(name, &status);
  if (U_FAILURE(status)) return -1;
  for (int32_t byte = 0; byte < 256; byte++) {
    // A space behind it makes the converter give out a letter that a combining mark could have followed.
    const char text[2] = {(char)byte, ' '};
    UChar units[8];
    status = U_ZERO_ERROR;
    int32_t length = icu.ucnv_toUChars_(converter, units, 8, text, 2, &status);
    scalars[byte] = 0xFFFD;
    if (U_FAILURE(status) || length < 1) continue;
    int32_t index = 0;
    UChar32 scalar;
    U16_NEXT(units, index, length, scalar);
    scalars[byte] = (uint32_t)scalar;
  }
  icu.ucnv_close_(converter);
  return 0;
}
