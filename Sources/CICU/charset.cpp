#include "CICU.h"
#include <unicode/ucnv.h>
#include <unicode/utf16.h>

int32_t trich_charset_table(const char *name, uint32_t *scalars) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(name, &status);
  if (U_FAILURE(status)) return -1;
  for (int32_t byte = 0; byte < 256; byte++) {
    // A space behind it makes the converter give out a letter that a combining mark could have followed.
    const char text[2] = {static_cast<char>(byte), ' '};
    UChar units[8];
    status = U_ZERO_ERROR;
    int32_t length = ucnv_toUChars(converter, units, 8, text, 2, &status);
    scalars[byte] = 0xFFFD;
    if (U_FAILURE(status) || length < 1) continue;
    int32_t index = 0;
    UChar32 scalar;
    U16_NEXT(units, index, length, scalar);
    scalars[byte] = static_cast<uint32_t>(scalar);
  }
  ucnv_close(converter);
  return 0;
}
