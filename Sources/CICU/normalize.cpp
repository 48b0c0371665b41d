#include "CICU.h"
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

int32_t trich_nfc(const uint8_t *text, int32_t length, uint8_t *out, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2 *nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return -1;
  icu::CheckedArrayByteSink sink(reinterpret_cast<char *>(out), capacity);
  nfc->normalizeUTF8(0, icu::StringPiece(reinterpret_cast<const char *>(text), length), sink, nullptr, status);
  if (U_FAILURE(status) || sink.Overflowed()) return -1;
  return sink.NumberOfBytesAppended();
}
