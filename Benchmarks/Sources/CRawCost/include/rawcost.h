#pragma once

/// One made-up creator, as the raw side and the wrapper's side store it.
typedef struct {
  const char *id;
  int id_bytes;
  const char *nickname;
  int nickname_bytes;
  const char *city;
  int city_bytes;
  long long followers;
  long long fee_fen;
} rawcost_creator;

/// Stores the creators in one transaction in a table in memory, then reads all of them, both by SQLite's C
/// functions as their manual shows them. Returns a sum over what was read, or a negative number if SQLite failed.
long long rawcost_insert_and_scan(const rawcost_creator *creators, int count, int scans);
