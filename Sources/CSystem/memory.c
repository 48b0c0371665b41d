#include "CSystem.h"
#include <malloc.h>

// Left alone, glibc raises this limit to the largest block ever freed and keeps what lies below it.
void trich_give_memory_back(void) { mallopt(M_MMAP_THRESHOLD, 1 << 20); }
