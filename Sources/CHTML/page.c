#include "CHTML.h"
#include "names.h"
#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

// libxml2 is not linked: loading it costs more than reading a short bulletin, and its flags would link it. What is used of
// it is declared here; names and order are those of libxml/parser.h, unchanged since 2.6 (its binary interface).
typedef struct parser parser;

/// xmlSAXHandler. A callback that is NULL is not called.
typedef struct {
  void *internal_subset, *is_standalone, *has_internal_subset, *has_external_subset, *resolve_entity, *get_entity, *entity_declaration,
    *notation_declaration, *attribute_declaration, *element_declaration, *unparsed_entity_declaration, *set_document_locator, *start_document,
    *end_document;
  void (*start_element)(void *context, const uint8_t *name, const uint8_t **attributes);
  void (*end_element)(void *context, const uint8_t *name);
  void *reference;
  void (*characters)(void *context, const uint8_t *text, int length);
  void (*ignorable_whitespace)(void *context, const uint8_t *text, int length);
  void *processing_instruction;
  void (*comment)(void *context, const uint8_t *text);
  void *warning, *error, *fatal_error, *get_parameter_entity;
  void (*cdata_block)(void *context, const uint8_t *text, int length);
  void *external_subset;
  unsigned int initialized;
  void *private, *start_element_ns, *end_element_ns, *structured_error;
  /// A later version may copy more.
  void *reserve[8];
} sax_handler;

enum { UTF8 = 1 };
/// HTML_PARSE_RECOVER, NOERROR, NOWARNING, NONET, IGNORE_ENC.
enum { OPTIONS = 1 << 0 | 1 << 5 | 1 << 6 | 1 << 11 | 1 << 21 };

/// Deeper pages are built to be slow, not to be read.
#define DEEPEST 512

static struct {
  parser *(*open)(sax_handler *, void *context, const char *bytes, int length, const char *name, int encoding);
  int (*use_options)(parser *, int);
  int (*parse)(parser *, const char *bytes, int length, int is_last);
  long (*position)(parser *);
  void (*stop)(parser *);
  void (*close)(parser *);
} xml;
static const char *load_error;
static pthread_once_t once = PTHREAD_ONCE_INIT;

typedef struct {
  const uint8_t *bytes;
  size_t length;
  trich_html_page *page;
  parser *parser;
  int32_t node_capacity, attribute_capacity;
  uint32_t text_capacity;
  /// Open elements, and where the last event ended in the page.
  int32_t open[DEEPEST];
  int depth;
  uint32_t last;
  /// In an element whose text is of no use, up to `skip`; or in one that holds JSON.
  int skip;
  const char *error;
} builder;

static void fail(builder *b, const char *error) {
  if (!b->error) b->error = error;
  xml.stop(b->parser);
}

static bool reserve(builder *b, void **array, size_t item, int64_t needed, int64_t *capacity) {
  if (needed <= *capacity) return true;
  int64_t larger = needed * 2 + 64;
  void *grown = realloc(*array, (size_t)larger * item);
  if (!grown) {
    fail(b, "there is no memory for the page");
    return false;
  }
  *array = grown;
  *capacity = larger;
  return true;
}

/// Where the parser stands in the page.
static uint32_t position(builder *b) {
  long offset = xml.position(b->parser);
  if (offset < (long)b->last) return b->last;
  return (uint32_t)((size_t)offset < b->length ? (size_t)offset : b->length);
}

static trich_html_node *add_node(builder *b, uint16_t tag, uint32_t start, uint32_t stop) {
  trich_html_page *page = b->page;
  int64_t capacity = b->node_capacity;
  if (!reserve(b, (void **)&page->nodes, sizeof(trich_html_node), page->node_count + 1, &capacity)) return NULL;
  b->node_capacity = (int32_t)capacity;
  trich_html_node *node = &page->nodes[page->node_count];
  *node = (trich_html_node){.parent = b->depth ? b->open[b->depth - 1] : -1, .end = page->node_count + 1, .tag = tag, .start = start, .stop = stop};
  page->node_count++;
  return node;
}

static uint32_t add_text(builder *b, const void *text, uint32_t length) {
  trich_html_page *page = b->page;
  int64_t capacity = b->text_capacity;
  if (!reserve(b, (void **)&page->text, 1, (int64_t)page->text_length + length, &capacity)) return 0;
  b->text_capacity = (uint32_t)capacity;
  uint32_t start = page->text_length;
  memcpy(page->text + start, text, length);
  page->text_length += length;
  return start;
}

static void load(void) {
  void *library = dlopen("libxml2.so.2", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libxml2.so.16", RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    load_error = "the library libxml2 is missing";
    return;
  }
  void (*initialize)(void) = dlsym(library, "xmlInitParser");
  xml.open = dlsym(library, "htmlCreatePushParserCtxt");
  xml.use_options = dlsym(library, "htmlCtxtUseOptions");
  xml.parse = dlsym(library, "htmlParseChunk");
  xml.position = dlsym(library, "xmlByteConsumed");
  xml.stop = dlsym(library, "xmlStopParser");
  xml.close = dlsym(library, "htmlFreeParserCtxt");
  if (!initialize || !xml.open || !xml.use_options || !xml.parse || !xml.position || !xml.stop || !xml.close) {
    load_error = "the library libxml2 lacks a function";
    return;
  }
  initialize();
  trich_html_fill_names();
}

static void add_attributes(builder *b, trich_html_node *node, const uint8_t **list) {
  int32_t first = b->page->attribute_count;
  for (; list && list[0]; list += 2) {
    int name = trich_html_attribute_named(list[0]);
    if (name < 0 || !list[1]) continue;
    int64_t capacity = b->attribute_capacity;
    if (!reserve(b, (void **)&b->page->attributes, sizeof(trich_html_attribute), b->page->attribute_count + 1, &capacity)) return;
    b->attribute_capacity = (int32_t)capacity;
    uint32_t length = (uint32_t)strlen((const char *)list[1]);
    b->page->attributes[b->page->attribute_count++] = (trich_html_attribute){(uint32_t)name, add_text(b, list[1], length), length};
    node->attribute_count++;
  }
  node->attributes = first;
}

/// Where the tag begins that the parser has just read.
static uint32_t tag_start(builder *b, uint32_t stop) {
  for (uint32_t offset = stop; offset > b->last; offset--)
    if (b->bytes[offset - 1] == '<') return offset - 1;
  return b->last;
}

static bool is_json(builder *b, const trich_html_node *node) {
  for (int index = 0; index < node->attribute_count; index++) {
    const trich_html_attribute *attribute = &b->page->attributes[node->attributes + index];
    if (attribute->name == TRICH_TYPE && attribute->length == 19 && !memcmp(b->page->text + attribute->value, "application/ld+json", 19)) return true;
  }
  return false;
}

static void start_element(void *context, const uint8_t *name, const uint8_t **list) {
  builder *b = context;
  if (b->error) return;
  if (b->depth == DEEPEST) return fail(b, "its elements are nested too deeply");
  uint32_t stop = position(b);
  trich_html_node *node = add_node(b, trich_html_tag_named(name), tag_start(b, stop), stop);
  if (!node) return;
  add_attributes(b, node, list);
  if (b->error) return;
  b->open[b->depth++] = (int32_t)(node - b->page->nodes);
  if (!b->skip && (node->tag == TRICH_HIDDEN || (node->tag == TRICH_SCRIPT && !is_json(b, node)))) b->skip = b->depth;
  b->last = stop;
}

static void end_element(void *context, const uint8_t *name) {
  builder *b = context;
  (void)name;
  if (b->error || !b->depth) return;
  if (b->skip == b->depth) b->skip = 0;
  trich_html_node *node = &b->page->nodes[b->open[--b->depth]];
  node->end = b->page->node_count;
  node->stop = position(b);
  if (node->stop > b->last) b->last = node->stop;
}

/// Adds a piece of text that is the bytes `start..<stop` of the page, or stands for them.
static void add_piece(builder *b, const uint8_t *text, uint32_t length, uint32_t start, uint32_t stop) {
  trich_html_node *node = add_node(b, TRICH_TEXT, start, stop);
  if (!node) return;
  node->length = length;
  node->text = add_text(b, text, length);
}

/// The number of bytes at `offset` that stand for the letter at `text`: a reference, or a byte that the parser drops.
static uint32_t reference_length(builder *b, uint32_t offset, uint32_t stop) {
  if (b->bytes[offset] != '&') return 1;
  uint32_t end = offset + 1;
  while (end < stop && end - offset < 12 && (b->bytes[end] == '#' || (b->bytes[end] | 0x20) >= 'a' || (b->bytes[end] >= '0' && b->bytes[end] <= '9')) && b->bytes[end] < 0x80 && b->bytes[end] != ';') end++;
  if (end < stop && b->bytes[end] == ';') end++;
  return end - offset;
}

static uint32_t letter_length(uint8_t lead) { return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4; }

static void characters(void *context, const uint8_t *text, int count) {
  builder *b = context;
  if (b->error || b->skip || count <= 0) return;
  uint32_t stop = position(b), length = (uint32_t)count;
  if (stop >= length && stop - length >= b->last && !memcmp(b->bytes + stop - length, text, length)) {
    add_piece(b, text, length, stop - length, stop);
    b->last = stop;
    return;
  }
  // References stand in it: equal stretches and references in turn.
  uint32_t offset = b->last, done = 0;
  while (done < length && offset < stop && !b->error) {
    uint32_t same = 0;
    while (done + same < length && offset + same < stop && b->bytes[offset + same] == text[done + same] && text[done + same] != '&') same++;
    if (same) add_piece(b, text + done, same, offset, offset + same);
    done += same;
    offset += same;
    if (done == length || offset >= stop) break;
    uint32_t skipped = reference_length(b, offset, stop);
    if (b->bytes[offset] == '&') {
      uint32_t letter = letter_length(text[done]);
      if (done + letter > length) letter = length - done;
      add_piece(b, text + done, letter, offset, offset + skipped);
      done += letter;
    }
    offset += skipped;
  }
  if (done < length && !b->error) add_piece(b, text + done, length - done, b->last, stop);
  b->last = stop;
}

static void comment(void *context, const uint8_t *text) {
  builder *b = context;
  (void)text;
  uint32_t here = position(b);
  if (here > b->last) b->last = here;
}

const char *trich_html_read(const uint8_t *bytes, size_t length, trich_html_page *page) {
  memset(page, 0, sizeof *page);
  pthread_once(&once, load);
  if (load_error) return load_error;
  if (length == 0 || length > INT32_MAX / 4) return "its size cannot be read";
  builder *b = calloc(1, sizeof *b);
  if (!b) return "there is no memory for the page";
  b->bytes = bytes;
  b->length = length;
  b->page = page;
  sax_handler handler = {
    .start_element = start_element, .end_element = end_element, .characters = characters, .ignorable_whitespace = characters,
    .cdata_block = characters, .comment = comment,
  };
  b->parser = xml.open(&handler, b, NULL, 0, NULL, UTF8);
  if (b->parser) {
    xml.use_options(b->parser, OPTIONS);
    xml.parse(b->parser, (const char *)bytes, (int)length, 1);
    while (b->depth && !b->error) end_element(b, NULL);
    xml.close(b->parser);
  } else {
    b->error = "there is no memory for the page";
  }
  const char *error = b->error;
  free(b);
  return error;
}

void trich_html_close(trich_html_page *page) {
  free(page->nodes);
  free(page->attributes);
  free(page->text);
  memset(page, 0, sizeof *page);
}
