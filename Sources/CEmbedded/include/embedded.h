#pragma once
#include <stddef.h>

/// One file compiled into the program.
typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} embedded_file;

/// The files of migrations/, in order of their numbers.
size_t embedded_migration_count(void);
const embedded_file *embedded_migration(size_t index);

/// The files of seed/, in order of their names.
size_t embedded_seed_count(void);
const embedded_file *embedded_seed(size_t index);
/// The file of that name, or NULL.
const embedded_file *embedded_seed_named(const char *name);
