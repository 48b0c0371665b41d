#define _GNU_SOURCE
#include "Words.h"
#include <link.h>

// Zeros until `trich seal` writes the finished tables here, in the program's file. A section of its own has room in the file.
__attribute__((section(".lexicon"), aligned(4096), used)) const uint8_t trich_lexicon_image[TRICH_LEXICON_ROOM] = {0};

static int find(struct dl_phdr_info *info, size_t size, void *place) {
  (void)size;
  uintptr_t image = (uintptr_t)trich_lexicon_image - info->dlpi_addr;
  for (int number = 0; number < info->dlpi_phnum; number++) {
    const ElfW(Phdr) *part = &info->dlpi_phdr[number];
    if (part->p_type != PT_LOAD || image < part->p_vaddr || image >= part->p_vaddr + part->p_filesz) continue;
    *(int64_t *)place = (int64_t)(part->p_offset + image - part->p_vaddr);
    return 1;
  }
  return 0;
}

int64_t trich_lexicon_place(void) {
  int64_t place = -1;
  dl_iterate_phdr(find, &place);
  return place;
}
