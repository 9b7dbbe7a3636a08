#include "rawcost.h"

#include <sqlite3.h>
#include <stddef.h>

static int insert_all(sqlite3 *db, const rawcost_creator *creators, int count) {
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v3(
      db, "INSERT INTO creator (id, nickname, city, followers, fee_fen) VALUES (?, ?, ?, ?, ?)", -1,
      SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  for (int i = 0; i < count && code == SQLITE_OK; i++) {
    const rawcost_creator *creator = &creators[i];
    // The texts outlive the step, so that SQLite needs no copy.
    if ((code = sqlite3_bind_text(
             statement, 1, creator->id, creator->id_bytes, SQLITE_STATIC)) != SQLITE_OK) break;
    if ((code = sqlite3_bind_text(
             statement, 2, creator->nickname, creator->nickname_bytes, SQLITE_STATIC)) != SQLITE_OK) break;
    if ((code = sqlite3_bind_text(
             statement, 3, creator->city, creator->city_bytes, SQLITE_STATIC)) != SQLITE_OK) break;
    if ((code = sqlite3_bind_int64(statement, 4, creator->followers)) != SQLITE_OK) break;
    if ((code = sqlite3_bind_int64(statement, 5, creator->fee_fen)) != SQLITE_OK) break;
    if ((code = sqlite3_step(statement)) != SQLITE_DONE) break;
    if ((code = sqlite3_reset(statement)) != SQLITE_OK) break;
    sqlite3_clear_bindings(statement);
  }
  sqlite3_finalize(statement);
  return code;
}

static int scan_all(sqlite3 *db, long long *sum) {
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v3(
      db, "SELECT id, nickname, city, followers, fee_fen FROM creator", -1, SQLITE_PREPARE_PERSISTENT,
      &statement, NULL);
  if (code != SQLITE_OK) return code;
  while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
    for (int column = 0; column < 3; column++) {
      const unsigned char *text = sqlite3_column_text(statement, column);
      int bytes = sqlite3_column_bytes(statement, column);
      *sum += bytes > 0 ? bytes + text[0] : 0;
    }
    *sum += sqlite3_column_int64(statement, 3) + sqlite3_column_int64(statement, 4);
  }
  sqlite3_finalize(statement);
  return code == SQLITE_DONE ? SQLITE_OK : code;
}

long long rawcost_insert_and_scan(const rawcost_creator *creators, int count, int scans) {
  sqlite3 *db = NULL;
  long long sum = 0;
  int code = sqlite3_open_v2(
      ":memory:", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_exec(
        db,
        "CREATE TABLE creator (id TEXT NOT NULL, nickname TEXT NOT NULL, city TEXT NOT NULL, "
        "followers INTEGER NOT NULL, fee_fen INTEGER NOT NULL) STRICT",
        NULL, NULL, NULL);
  if (code == SQLITE_OK) code = sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
  if (code == SQLITE_OK) code = insert_all(db, creators, count);
  if (code == SQLITE_OK || code == SQLITE_DONE) code = sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
  for (int i = 0; i < scans && code == SQLITE_OK; i++) code = scan_all(db, &sum);
  sqlite3_close(db);
  return code == SQLITE_OK ? sum : -code;
}
