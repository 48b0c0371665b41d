#include "CSimdjson.h"
#include <simdjson.h>
#include <string>
#include <string_view>

using namespace simdjson;

static_assert(TRICH_JSON_PADDING >= SIMDJSON_PADDING);

struct trich_json {
  ondemand::parser parser;
  std::string number;
  std::string keys[6];
  /// What is wrong with a line where the parser's own words do not say it.
  std::string problem;
};

trich_json *trich_json_open(const char *const keys[6]) {
  auto parser = new trich_json();
  for (int index = 0; index < 6; index++) parser->keys[index] = keys[index];
  return parser;
}
void trich_json_close(trich_json *parser) { delete parser; }

static trich_json_text text_of(std::string_view view) {
  return {reinterpret_cast<const uint8_t *>(view.data()), view.size()};
}

/// A string field; `null` counts as absent, and a number serves as an id.
static error_code read_text(trich_json *parser, ondemand::value value, trich_json_text &out) {
  ondemand::json_type type;
  if (auto error = value.type().get(type)) return error;
  if (type == ondemand::json_type::null) return SUCCESS;
  if (type == ondemand::json_type::number) {
    parser->number = std::string(value.raw_json_token());
    while (!parser->number.empty() && isspace(static_cast<unsigned char>(parser->number.back()))) parser->number.pop_back();
    out = text_of(parser->number);
    return SUCCESS;
  }
  std::string_view view;
  if (auto error = value.get_string().get(view)) return error;
  out = text_of(view);
  return SUCCESS;
}

/// Where the value of a key goes; nullptr for a key of no use.
static trich_json_text *field(const trich_json &parser, std::string_view key, trich_json_article &article) {
  trich_json_text *const fields[6] = {&article.id, &article.text, &article.html, &article.published, &article.source, &article.title};
  for (int index = 0; index < 6; index++)
    if (key == parser.keys[index]) return fields[index];
  return nullptr;
}

static error_code read_article(trich_json *parser, padded_string_view line, trich_json_article &article) {
  ondemand::document document;
  if (auto error = parser->parser.iterate(line).get(document)) return error;
  ondemand::object object;
  if (auto error = document.get_object().get(object)) {
    if (error == INCORRECT_TYPE) parser->problem = "it is no object";
    return error;
  }
  for (auto item : object) {
    std::string_view key;
    if (auto error = item.unescaped_key().get(key)) return error;
    ondemand::value value;
    if (auto error = item.value().get(value)) return error;
    trich_json_text *out = field(*parser, key, article);
    if (!out) continue;
    if (auto error = read_text(parser, value, *out)) {
      if (error == INCORRECT_TYPE) parser->problem = "“" + std::string(key) + "” is no string";
      return error;
    }
  }
  // Nothing may follow the object.
  return document.current_location().error() == OUT_OF_BOUNDS ? SUCCESS : TAPE_ERROR;
}

const char *trich_json_read(trich_json *parser, const uint8_t *line, size_t length, trich_json_article *article) {
  *article = {};
  padded_string_view view(reinterpret_cast<const char *>(line), length, length + TRICH_JSON_PADDING);
  parser->problem.clear();
  auto error = read_article(parser, view, *article);
  if (!error) return nullptr;
  return parser->problem.empty() ? error_message(error) : parser->problem.c_str();
}
