#ifndef TRICH_CARCHIVE_H
#define TRICH_CARCHIVE_H
#include <stddef.h>
#include <stdint.h>

/// An archive or compressed file that is being read.
typedef struct trich_archive trich_archive;

typedef enum { TRICH_FILE, TRICH_FOLDER, TRICH_SYMBOLIC_LINK, TRICH_HARD_LINK, TRICH_SPECIAL } trich_archive_kind;

typedef struct {
  /// The name as it is stored, any bytes; valid until the next entry. NULL for a compressed file without a name.
  const char *path;
  trich_archive_kind kind;
  /// -1 when the archive does not say.
  int64_t size;
  int32_t is_encrypted;
} trich_archive_entry;

/// Returns NULL, or what is wrong; `archive` must be closed when it is not NULL. libarchive is loaded at the first call.
const char *trich_archive_open_file(const char *path, trich_archive **archive);
/// `bytes` must live as long as the archive.
const char *trich_archive_open_memory(const void *bytes, size_t length, trich_archive **archive);
/// Reads a stream of which `length` bytes have been read before; they must live as long as the archive.
const char *trich_archive_open_stream(int descriptor, const void *beginning, size_t length, trich_archive **archive);
/// Reads the entry at which `outer` stands as an archive of its own.
const char *trich_archive_open_inside(trich_archive *outer, trich_archive **archive);
void trich_archive_close(trich_archive *archive);

/// 1: an entry, 0: the end, -1: an error.
int trich_archive_next(trich_archive *archive, trich_archive_entry *entry);
/// How many bytes of the entry were read, 0 at its end; -1 when the archive is broken, -2 when only this entry is.
int64_t trich_archive_read(trich_archive *archive, void *buffer, size_t capacity);
/// The last error in words.
const char *trich_archive_error(trich_archive *archive);

/// Compressed bytes taken so far.
int64_t trich_archive_taken(trich_archive *archive);
/// How many compressions lie over each other.
int32_t trich_archive_filters(trich_archive *archive);
/// Whether it is one compressed file, and no archive.
int32_t trich_archive_is_single(trich_archive *archive);

#endif
