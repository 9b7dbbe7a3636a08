import Domain
import SQLite

/// The newest follower counts of the creators in the index, side by side: a search orders by them.
struct SearchCounts {
  let connection: Connection

  /// Fewer creators of a segment than these are looked up one by one.
  @TaskLocal static var fewest = 200

  /// Segments with creators whose counts are to be looked up, and how many creators those are.
  func open() throws -> (segments: Set<Int64>, count: Int64) {
    let counts = try connection.all(
      "SELECT (creator_no - 1) / ?, count(*) FROM search_recount GROUP BY 1",
      SearchIndex.segmentSize
    ) { row in (row.int64(0), row.int64(1)) }
    return (Set(counts.map(\.0)), counts.reduce(0) { $0 + $1.1 })
  }

  /// Counts the followers of all creators of some segments, inside a transaction of the caller.
  func refresh(_ segments: Set<Int64>, upto: Int64, on day: Day) throws {
    for segment in segments.sorted() {
      let base = segment * SearchIndex.segmentSize
      let end = base + SearchIndex.segmentSize
      try connection.run(
        "DELETE FROM search_recount WHERE creator_no > ? AND creator_no <= ?", base, end)
      var counts = [Int64](repeating: -1, count: Int(max(0, min(end, upto) - base)))
      for number in try count(&counts, after: base, on: day) {
        try connection.run("INSERT OR IGNORE INTO search_recount VALUES (?)", number)
      }
      let bytes = counts.map(\.littleEndian).withUnsafeBytes { [UInt8]($0) }
      try connection.run(
        "INSERT OR REPLACE INTO search_followers (segment, counts) VALUES (?, ?)", segment, bytes)
    }
    // What was counted on another day stays right on later ones.
    try connection.run(
      "UPDATE search_state SET counted_day = max(counted_day, ?)", Int64(day.number))
  }

  /// Fills in counts, and gives the creators that a later day has one for.
  private func count(_ counts: inout [Int64], after base: Int64, on day: Day) throws -> [Int64] {
    var later: [Int64] = []
    try connection.with(
      """
      SELECT creator_no, day, followers FROM follower_fact WHERE creator_no > ? AND creator_no <= ?
      ORDER BY creator_no, day, nth
      """
    ) { statement in
      try statement.bind(1, base)
      try statement.bind(2, base + Int64(counts.count))
      while let row = try statement.next() {
        if row.int64(1) <= Int64(day.number) {
          counts[Int(row.int64(0) - base) - 1] = row.int64(2)
        } else {
          later.append(row.int64(0))
        }
      }
    }
    return later
  }

  /// The newest count of each of some creators, who come in ascending order; -1 for none.
  func counts(of numbers: [Int64], on day: Day) throws -> [Int64] {
    let isBefore = try connection.first(
      "SELECT counted_day > ? FROM search_state", Int64(day.number)
    ) { row in row.int64(0) == 1 }
    let changed = Set(
      try connection.all("SELECT creator_no FROM search_recount") { row in row.int64(0) })
    var counts: [Int64] = []
    counts.reserveCapacity(numbers.count)
    var rest = numbers[...]
    while let first = rest.first {
      let segment = (first - 1) / SearchIndex.segmentSize
      let end = (segment + 1) * SearchIndex.segmentSize
      let part = rest.prefix { $0 <= end }
      rest = rest.dropFirst(part.count)
      if part.count < Self.fewest || isBefore == true {
        for number in part { counts.append(try lookUp(number, day)) }
      } else {
        try add(part, of: segment, changed, day, to: &counts)
      }
    }
    return counts
  }

  private func add(
    _ numbers: ArraySlice<Int64>, of segment: Int64, _ changed: Set<Int64>, _ day: Day,
    to counts: inout [Int64]
  ) throws {
    let base = segment * SearchIndex.segmentSize
    let kept = try connection.first(
      "SELECT counts FROM search_followers WHERE segment = ?", segment
    ) { row in row.blob(0) }
    let known = kept ?? []
    for number in numbers {
      let place = Int(number - base - 1) * 8
      if place + 8 <= known.count, changed.isEmpty || !changed.contains(number) {
        let count = known.withUnsafeBytes {
          $0.loadUnaligned(fromByteOffset: place, as: Int64.self)
        }
        counts.append(Int64(littleEndian: count))
      } else {
        counts.append(try lookUp(number, day))
      }
    }
  }

  private func lookUp(_ number: Int64, _ day: Day) throws -> Int64 {
    try connection.first(
      """
      SELECT followers FROM follower_fact WHERE creator_no = ? AND day <= ?
      ORDER BY day DESC, nth DESC LIMIT 1
      """, number, Int64(day.number)
    ) { row in row.int64(0) } ?? -1
  }
}
