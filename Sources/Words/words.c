#include "Words.h"

static const uint8_t spelling[] = {
#embed "spelling.tsv"
};
static const uint8_t rank[] = {
#embed "rank.tsv"
};
static const uint8_t honorific[] = {
#embed "honorific.tsv"
};
static const uint8_t post[] = {
#embed "post.tsv"
};
static const uint8_t body[] = {
#embed "body.tsv"
};
static const uint8_t province[] = {
#embed "province.tsv"
};
static const uint8_t place[] = {
#embed "place.tsv"
};
static const uint8_t unit[] = {
#embed "unit.tsv"
};
static const uint8_t decree_type[] = {
#embed "decree-type.tsv"
};
static const uint8_t symbol_agency[] = {
#embed "symbol-agency.tsv"
};
static const uint8_t surname[] = {
#embed "surname.tsv"
};
static const uint8_t given_name[] = {
#embed "given-name.tsv"
};
static const uint8_t foreign_name[] = {
#embed "foreign-name.tsv"
};
static const uint8_t holiday[] = {
#embed "holiday.tsv"
};
static const uint8_t weekday[] = {
#embed "weekday.tsv"
};
static const uint8_t month_word[] = {
#embed "month-word.tsv"
};
static const uint8_t can_chi[] = {
#embed "can-chi.tsv"
};
static const uint8_t number_word[] = {
#embed "number-word.tsv"
};
static const uint8_t approximator[] = {
#embed "approximator.tsv"
};
static const uint8_t misspelling[] = {
#embed "misspelling.tsv"
};
static const uint8_t furniture[] = {
#embed "furniture.tsv"
};
static const uint8_t org_word[] = {
#embed "org-word.tsv"
};
static const uint8_t stop_word[] = {
#embed "stop-word.tsv"
};
static const uint8_t number_label[] = {
#embed "number-label.tsv"
};
static const uint8_t place_head[] = {
#embed "place-head.tsv"
};
static const uint8_t name_label[] = {
#embed "name-label.tsv"
};
static const uint8_t predicate[] = {
#embed "predicate.tsv"
};
static const uint8_t confidence[] = {
#embed "confidence.tsv"
};

#define LIST(name, bytes) {name, bytes, sizeof bytes}

static const trich_word_list lists[] = {
  LIST("spelling", spelling),
  LIST("rank", rank),
  LIST("honorific", honorific),
  LIST("post", post),
  LIST("body", body),
  LIST("province", province),
  LIST("place", place),
  LIST("unit", unit),
  LIST("decree-type", decree_type),
  LIST("symbol-agency", symbol_agency),
  LIST("surname", surname),
  LIST("given-name", given_name),
  LIST("foreign-name", foreign_name),
  LIST("holiday", holiday),
  LIST("weekday", weekday),
  LIST("month-word", month_word),
  LIST("can-chi", can_chi),
  LIST("number-word", number_word),
  LIST("approximator", approximator),
  LIST("misspelling", misspelling),
  LIST("furniture", furniture),
  LIST("org-word", org_word),
  LIST("stop-word", stop_word),
  LIST("number-label", number_label),
  LIST("place-head", place_head),
  LIST("name-label", name_label),
  LIST("predicate", predicate),
  LIST("confidence", confidence),
  {NULL, NULL, 0},
};

const trich_word_list *trich_word_lists(void) { return lists; }
