#ifndef TRICH_CSIMDJSON_H
#define TRICH_CSIMDJSON_H
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A parser with its buffers, for one thread.
typedef struct trich_json trich_json;

/// A string inside the parser's buffer, valid until the next line is read; `bytes` is NULL when the field is absent.
typedef struct {
  const uint8_t *bytes;
  size_t length;
} trich_json_text;

/// The fields of one article line.
typedef struct {
  trich_json_text id, text, html, published, source, title;
} trich_json_article;

/// Bytes that must be readable behind a line.
#define TRICH_JSON_PADDING 64

/// `keys`: those of id, text, html, published, source and title, in this order.
trich_json *trich_json_open(const char *const keys[6]);
void trich_json_close(trich_json *parser);

/// Reads one line, an object. Unknown fields are skipped. Returns NULL, or what is wrong with the line, until the next one.
const char *trich_json_read(trich_json *parser, const uint8_t *line, size_t length, trich_json_article *article);

#ifdef __cplusplus
}
#endif
#endif
