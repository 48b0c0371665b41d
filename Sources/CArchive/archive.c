#define _GNU_SOURCE
#include "CArchive.h"
#include <archive.h>
#include <archive_entry.h>
#include <dlfcn.h>
#include <errno.h>
#include <locale.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define LIBRARY "libarchive.so.13"
#define BLOCK (1 << 16)

/// The functions of libarchive, found when first needed.
static struct {
  struct archive *(*read_new)(void);
  int (*read_free)(struct archive *);
  int (*gzip)(struct archive *), (*xz)(struct archive *), (*lzma)(struct archive *), (*zstd)(struct archive *), (*bzip2)(struct archive *);
  int (*tar)(struct archive *), (*zip)(struct archive *), (*raw)(struct archive *), (*empty)(struct archive *);
  int (*open_filename)(struct archive *, const char *, size_t);
  int (*open_memory)(struct archive *, const void *, size_t);
  int (*open)(struct archive *, void *, archive_open_callback *, archive_read_callback *, archive_close_callback *);
  int (*next_header)(struct archive *, struct archive_entry **);
  la_ssize_t (*read_data)(struct archive *, void *, size_t);
  const char *(*error_string)(struct archive *);
  la_int64_t (*filter_bytes)(struct archive *, int);
  int (*filter_count)(struct archive *);
  int (*format)(struct archive *);
  const char *(*pathname)(struct archive_entry *), *(*pathname_utf8)(struct archive_entry *);
  const char *(*hardlink)(struct archive_entry *);
  __LA_MODE_T (*filetype)(struct archive_entry *);
  la_int64_t (*size)(struct archive_entry *);
  int (*size_is_set)(struct archive_entry *);
  int (*is_encrypted)(struct archive_entry *);
} la;

static const struct {
  const char *name;
  void **function;
} symbols[] = {
#define SYMBOL(name, field) {name, (void **)&la.field}
  SYMBOL("archive_read_new", read_new), SYMBOL("archive_read_free", read_free), SYMBOL("archive_read_support_filter_gzip", gzip),
  SYMBOL("archive_read_support_filter_xz", xz), SYMBOL("archive_read_support_filter_lzma", lzma),
  SYMBOL("archive_read_support_filter_zstd", zstd), SYMBOL("archive_read_support_filter_bzip2", bzip2),
  SYMBOL("archive_read_support_format_tar", tar), SYMBOL("archive_read_support_format_zip", zip),
  SYMBOL("archive_read_support_format_raw", raw), SYMBOL("archive_read_support_format_empty", empty),
  SYMBOL("archive_read_open_filename", open_filename), SYMBOL("archive_read_open_memory", open_memory), SYMBOL("archive_read_open", open),
  SYMBOL("archive_read_next_header", next_header), SYMBOL("archive_read_data", read_data), SYMBOL("archive_error_string", error_string),
  SYMBOL("archive_filter_bytes", filter_bytes), SYMBOL("archive_filter_count", filter_count), SYMBOL("archive_format", format),
  SYMBOL("archive_entry_pathname", pathname), SYMBOL("archive_entry_pathname_utf8", pathname_utf8),
  SYMBOL("archive_entry_hardlink", hardlink), SYMBOL("archive_entry_filetype", filetype), SYMBOL("archive_entry_size", size),
  SYMBOL("archive_entry_size_is_set", size_is_set), SYMBOL("archive_entry_is_encrypted", is_encrypted),
};

static const char *load_error;
/// Names pass through the C library's conversions, which know nothing beyond ASCII in the locale "C".
static locale_t names;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    load_error = "the library libarchive is missing";
    return;
  }
  for (size_t index = 0; index < sizeof symbols / sizeof *symbols; index++) {
    *symbols[index].function = dlsym(library, symbols[index].name);
    if (!*symbols[index].function) load_error = "the library libarchive lacks a function";
  }
  names = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
}

struct trich_archive {
  struct archive *reader;
  /// The archive in whose entry this one lies.
  trich_archive *outer;
  /// Or the stream it comes from, and what was read of that before.
  int descriptor;
  const void *beginning;
  size_t beginning_length;
  char block[BLOCK];
};

static const char *create(trich_archive **archive) {
  *archive = NULL;
  pthread_once(&once, load);
  if (load_error) return load_error;
  trich_archive *made = calloc(1, sizeof *made);
  struct archive *reader = made ? la.read_new() : NULL;
  if (!reader) {
    free(made);
    return "there is no memory for the archive";
  }
  // Never all filters: some run programs.
  la.gzip(reader), la.xz(reader), la.lzma(reader), la.zstd(reader), la.bzip2(reader);
  la.tar(reader), la.zip(reader), la.empty(reader), la.raw(reader);
  made->reader = reader;
  *archive = made;
  return NULL;
}

static const char *opened(trich_archive *archive, int status) {
  return status == ARCHIVE_OK || status == ARCHIVE_WARN ? NULL : trich_archive_error(archive);
}

const char *trich_archive_open_file(const char *path, trich_archive **archive) {
  const char *error = create(archive);
  return error ? error : opened(*archive, la.open_filename((*archive)->reader, path, BLOCK));
}

const char *trich_archive_open_memory(const void *bytes, size_t length, trich_archive **archive) {
  const char *error = create(archive);
  return error ? error : opened(*archive, la.open_memory((*archive)->reader, bytes, length));
}

static la_ssize_t read_outer(struct archive *reader, void *context, const void **block) {
  (void)reader;
  trich_archive *archive = context;
  *block = archive->block;
  int64_t length = trich_archive_read(archive->outer, archive->block, BLOCK);
  return length < 0 ? ARCHIVE_FATAL : (la_ssize_t)length;
}

static la_ssize_t read_stream(struct archive *reader, void *context, const void **block) {
  (void)reader;
  trich_archive *archive = context;
  if (archive->beginning_length > 0) {
    la_ssize_t length = (la_ssize_t)archive->beginning_length;
    *block = archive->beginning;
    archive->beginning_length = 0;
    return length;
  }
  *block = archive->block;
  for (;;) {
    ssize_t length = read(archive->descriptor, archive->block, BLOCK);
    if (length >= 0) return length;
    if (errno != EINTR) return ARCHIVE_FATAL;
  }
}

const char *trich_archive_open_stream(int descriptor, const void *beginning, size_t length, trich_archive **archive) {
  const char *error = create(archive);
  if (error) return error;
  (*archive)->descriptor = descriptor;
  (*archive)->beginning = beginning;
  (*archive)->beginning_length = length;
  return opened(*archive, la.open((*archive)->reader, *archive, NULL, read_stream, NULL));
}

const char *trich_archive_open_inside(trich_archive *outer, trich_archive **archive) {
  const char *error = create(archive);
  if (error) return error;
  (*archive)->outer = outer;
  return opened(*archive, la.open((*archive)->reader, *archive, NULL, read_outer, NULL));
}

void trich_archive_close(trich_archive *archive) {
  if (!archive) return;
  la.read_free(archive->reader);
  free(archive);
}

static trich_archive_kind kind_of(struct archive_entry *item) {
  if (la.hardlink(item)) return TRICH_HARD_LINK;
  switch (la.filetype(item)) {
  case AE_IFREG: return TRICH_FILE;
  case AE_IFDIR: return TRICH_FOLDER;
  case AE_IFLNK: return TRICH_SYMBOLIC_LINK;
  // Zips made on other systems leave the type out.
  case 0: return TRICH_FILE;
  default: return TRICH_SPECIAL;
  }
}

static int next(trich_archive *archive, trich_archive_entry *entry) {
  struct archive_entry *item;
  int status = la.next_header(archive->reader, &item);
  if (status == ARCHIVE_EOF) return 0;
  if (status != ARCHIVE_OK && status != ARCHIVE_WARN) return -1;
  const char *path = la.pathname(item);
  entry->path = path ? path : la.pathname_utf8(item);
  entry->kind = kind_of(item);
  entry->size = la.size_is_set(item) ? la.size(item) : -1;
  entry->is_encrypted = la.is_encrypted(item) > 0;
  return 1;
}

int trich_archive_next(trich_archive *archive, trich_archive_entry *entry) {
  locale_t before = names ? uselocale(names) : (locale_t)0;
  int result = next(archive, entry);
  if (before) uselocale(before);
  return result;
}

int64_t trich_archive_read(trich_archive *archive, void *buffer, size_t capacity) {
  for (int attempt = 0; attempt < 8; attempt++) {
    la_ssize_t length = la.read_data(archive->reader, buffer, capacity);
    if (length == ARCHIVE_RETRY) continue;
    return length >= 0 ? (int64_t)length : length == ARCHIVE_FATAL ? -1 : -2;
  }
  return -1;
}

const char *trich_archive_error(trich_archive *archive) {
  const char *words = archive ? la.error_string(archive->reader) : NULL;
  return words ? words : "it is damaged";
}

int64_t trich_archive_taken(trich_archive *archive) { return la.filter_bytes(archive->reader, -1); }
int32_t trich_archive_filters(trich_archive *archive) { return la.filter_count(archive->reader) - 1; }
int32_t trich_archive_is_single(trich_archive *archive) {
  int format = la.format(archive->reader) & ARCHIVE_FORMAT_BASE_MASK;
  return format == ARCHIVE_FORMAT_RAW || (format == ARCHIVE_FORMAT_EMPTY && trich_archive_filters(archive) > 0);
}
