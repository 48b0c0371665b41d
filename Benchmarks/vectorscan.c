// What a multi-pattern scanner takes for the shapes alone, with where each begins: no words, no values, no links, no record.
// usage: vectorscan < news.ndjson          cc -O2 vectorscan.c $(pkg-config --cflags --libs libhs)
#include <hs.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const char *const patterns[] = {
  "[0-9]{1,2}[/.-][0-9]{1,2}([/.-][0-9]{4})?",
  "ngày [0-9]{1,2} tháng [0-9]{1,2}( năm [0-9]{4})?",
  "[0-9]{1,4}/([0-9]{4}/)?[A-ZĐ][A-ZĐ0-9&-]+",
  "((Đại|Thượng|Trung|Thiếu) (tướng|tá|úy)|Chuẩn đô đốc)",
  "(Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý)( [^ -~]?[A-Za-z][^ ,.;:\"]{0,6}){1,3}",
  "[0-9][0-9.,]* (đồng chí|người|cán bộ|chiến sĩ|xã|hộ|vụ|tập thể|cá nhân|triệu đồng|tỷ đồng|%)",
};
enum { count = sizeof patterns / sizeof *patterns };

static int found(unsigned id, unsigned long long from, unsigned long long to, unsigned flags, void *context) {
  (void)id, (void)from, (void)to, (void)flags;
  ++*(unsigned long *)context;
  return 0;
}

static char *read_all(size_t *length) {
  size_t room = 1 << 20, size = 0;
  char *bytes = malloc(room);
  for (ssize_t got; bytes && (got = read(0, bytes + size, room - size)) > 0;) {
    size += (size_t)got;
    if (size == room) bytes = realloc(bytes, room *= 2);
  }
  *length = size;
  return bytes;
}

int main(void) {
  unsigned flags[count], ids[count];
  for (unsigned i = 0; i < count; i++) flags[i] = HS_FLAG_SOM_LEFTMOST, ids[i] = i;
  hs_database_t *database = NULL;
  hs_compile_error_t *error = NULL;
  hs_scratch_t *scratch = NULL;
  if (hs_compile_multi(patterns, flags, ids, count, HS_MODE_BLOCK, NULL, &database, &error) != HS_SUCCESS) {
    fprintf(stderr, "vectorscan: %s\n", error->message);
    return 1;
  }
  if (hs_alloc_scratch(database, &scratch) != HS_SUCCESS) return 1;
  size_t length;
  char *bytes = read_all(&length);
  unsigned long hits = 0;
  if (!bytes || hs_scan(database, bytes, (unsigned)length, 0, scratch, found, &hits) != HS_SUCCESS) return 1;
  printf("%lu\n", hits);
  return 0;
}
