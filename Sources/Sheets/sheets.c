#include "Sheets.h"

#define SHEET(name, bytes) {name, bytes, sizeof bytes}

static const uint8_t schema[] = {
#embed "record.schema.json"
};
const trich_sheet trich_record_schema = SHEET("record", schema);

static const uint8_t date_examples[] = {
#embed "../../corpus/examples/date.txt"
};
static const uint8_t rank_examples[] = {
#embed "../../corpus/examples/rank.txt"
};
static const uint8_t name_examples[] = {
#embed "../../corpus/examples/name.txt"
};
static const uint8_t count_examples[] = {
#embed "../../corpus/examples/count.txt"
};
static const uint8_t decree_examples[] = {
#embed "../../corpus/examples/decree.txt"
};
static const uint8_t duration_examples[] = {
#embed "../../corpus/examples/duration.txt"
};
static const uint8_t position_examples[] = {
#embed "../../corpus/examples/position.txt"
};

static const trich_sheet examples[] = {
  SHEET("date", date_examples),
  SHEET("rank", rank_examples),
  SHEET("name", name_examples),
  SHEET("count", count_examples),
  SHEET("decree", decree_examples),
  SHEET("duration", duration_examples),
  SHEET("position", position_examples),
  {NULL, NULL, 0},
};

static const uint8_t date_source[] = {
#embed "../Extraction/Kinds/Dates/DateExpression.swift"
};
static const uint8_t lunar_source[] = {
#embed "../Extraction/Kinds/Dates/LunarExpression.swift"
};
static const uint8_t rank_source[] = {
#embed "../Extraction/Kinds/Rank.swift"
};
static const uint8_t name_source[] = {
#embed "../Extraction/Kinds/Names/NameFinder.swift"
};
static const uint8_t count_source[] = {
#embed "../Extraction/Kinds/Numbers/CountExpression.swift"
};
static const uint8_t decree_source[] = {
#embed "../Extraction/Kinds/Decree.swift"
};
static const uint8_t duration_source[] = {
#embed "../Extraction/Kinds/Numbers/DurationExpression.swift"
};
static const uint8_t position_source[] = {
#embed "../Extraction/Kinds/Position.swift"
};

static const trich_sheet sources[] = {
  SHEET("date", date_source),
  SHEET("date", lunar_source),
  SHEET("rank", rank_source),
  SHEET("name", name_source),
  SHEET("count", count_source),
  SHEET("decree", decree_source),
  SHEET("duration", duration_source),
  SHEET("position", position_source),
  {NULL, NULL, 0},
};

const trich_sheet *trich_sheets_of_examples(void) { return examples; }
const trich_sheet *trich_sheets_of_kinds(void) { return sources; }
