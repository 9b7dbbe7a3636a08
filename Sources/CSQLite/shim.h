#pragma once
#include <sqlite3.h>

// Swift can't see variadic functions or macros that cast; each gets one inline function here.

/// sqlite3_db_config for the switches that take (int onOff, int *result).
static inline int kb_db_config(sqlite3 *db, int op, int on) {
  int result = 0;
  return sqlite3_db_config(db, op, on, &result);
}

/// sqlite3_config(SQLITE_CONFIG_MEMSTATUS, on); only before the library is initialized.
static inline int kb_config_memstatus(int on) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, on);
}
