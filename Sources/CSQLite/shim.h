#pragma once
#include <sqlite3.h>
#include <stdbool.h>
#include <string.h>

// Swift can't see variadic functions or macros that cast; each gets one inline function here.

/// sqlite3_db_config for the switches that take (int onOff, int *result).
/// A switch that this build of SQLite lacks is an error, not a silent no.
static inline int kb_db_config(sqlite3 *db, int op, int on) {
  int result = on;
  int code = sqlite3_db_config(db, op, on, &result);
  return code == SQLITE_OK && result != on ? SQLITE_ERROR : code;
}

/// sqlite3_config(SQLITE_CONFIG_MEMSTATUS, on); only before the library is initialized.
static inline int kb_config_memstatus(int on) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, on);
}

/// Binds UTF-8 text that SQLite copies at once (SQLITE_TRANSIENT is a cast pointer).
static inline int kb_bind_text_copied(
    sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count) {
  return sqlite3_bind_text64(
      statement, index, (const char *)bytes, count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

/// Binds a blob that SQLite copies at once.
static inline int kb_bind_blob_copied(
    sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count) {
  return sqlite3_bind_blob64(statement, index, bytes, count, SQLITE_TRANSIENT);
}

/// True if two runs of bytes are equal.
static inline bool kb_same_bytes(const void *a, const void *b, size_t count) {
  return count == 0 || memcmp(a, b, count) == 0;
}

// Swift can't see macros whose operands are macros in parentheses.
static const int kb_constraint_check = SQLITE_CONSTRAINT_CHECK;
static const int kb_constraint_datatype = SQLITE_CONSTRAINT_DATATYPE;
static const int kb_constraint_foreign_key = SQLITE_CONSTRAINT_FOREIGNKEY;
static const int kb_constraint_not_null = SQLITE_CONSTRAINT_NOTNULL;
static const int kb_constraint_primary_key = SQLITE_CONSTRAINT_PRIMARYKEY;
static const int kb_constraint_rowid = SQLITE_CONSTRAINT_ROWID;
static const int kb_constraint_trigger = SQLITE_CONSTRAINT_TRIGGER;
static const int kb_constraint_unique = SQLITE_CONSTRAINT_UNIQUE;
