#include "Words.h"

// A line end and what may be read behind it.
#define PADDING suffix(, '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)

static const uint8_t spelling[] = {
#embed "spelling.tsv" PADDING
};
static const uint8_t rank[] = {
#embed "rank.tsv" PADDING
};
static const uint8_t honorific[] = {
#embed "honorific.tsv" PADDING
};
static const uint8_t post[] = {
#embed "post.tsv" PADDING
};
static const uint8_t body[] = {
#embed "body.tsv" PADDING
};
static const uint8_t province[] = {
#embed "province.tsv" PADDING
};
static const uint8_t place[] = {
#embed "place.tsv" PADDING
};
static const uint8_t unit[] = {
#embed "unit.tsv" PADDING
};
static const uint8_t decree_type[] = {
#embed "decree-type.tsv" PADDING
};
static const uint8_t surname[] = {
#embed "surname.tsv" PADDING
};
static const uint8_t given_name[] = {
#embed "given-name.tsv" PADDING
};
static const uint8_t foreign_name[] = {
#embed "foreign-name.tsv" PADDING
};
static const uint8_t holiday[] = {
#embed "holiday.tsv" PADDING
};
static const uint8_t event[] = {
#embed "event.tsv" PADDING
};
static const uint8_t weekday[] = {
#embed "weekday.tsv" PADDING
};
static const uint8_t month_word[] = {
#embed "month-word.tsv" PADDING
};
static const uint8_t can_chi[] = {
#embed "can-chi.tsv" PADDING
};
static const uint8_t number_word[] = {
#embed "number-word.tsv" PADDING
};
static const uint8_t approximator[] = {
#embed "approximator.tsv" PADDING
};
static const uint8_t misspelling[] = {
#embed "misspelling.tsv" PADDING
};
static const uint8_t furniture[] = {
#embed "furniture.tsv" PADDING
};
static const uint8_t org_word[] = {
#embed "org-word.tsv" PADDING
};
static const uint8_t stop_word[] = {
#embed "stop-word.tsv" PADDING
};
static const uint8_t number_label[] = {
#embed "number-label.tsv" PADDING
};
static const uint8_t place_head[] = {
#embed "place-head.tsv" PADDING
};
static const uint8_t name_label[] = {
#embed "name-label.tsv" PADDING
};
static const uint8_t predicate[] = {
#embed "predicate.tsv" PADDING
};
static const uint8_t issuing[] = {
#embed "issuing.tsv" PADDING
};
static const uint8_t law[] = {
#embed "law.tsv" PADDING
};
static const uint8_t quality[] = {
#embed "quality.tsv" PADDING
};
static const uint8_t confidence[] = {
#embed "confidence.tsv" PADDING
};

#define LIST(name, bytes) {name, bytes, sizeof bytes - TRICH_WORDS_PADDING}

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
  LIST("surname", surname),
  LIST("given-name", given_name),
  LIST("foreign-name", foreign_name),
  LIST("holiday", holiday),
  LIST("event", event),
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
  LIST("issuing", issuing),
  LIST("law", law),
  LIST("quality", quality),
  LIST("confidence", confidence),
  {NULL, NULL, 0},
};

const trich_word_list *trich_word_lists(void) { return lists; }
