public import Domain
import SQLite

/// The numbers of all creators, each table read once from end to end.
///
/// A million creators are read in about a second, where looking up each one's facts takes ten times as long.
public struct FigureStore {
  let connection: Connection

  /// What planning needs of all creators on a day.
  ///
  /// - Parameters:
  ///   - categories: the codes to tell who is in, at most 64.
  ///   - withReads: whether reads are asked for.
  public func figures(on day: Day, categories: [String] = [], withReads: Bool = false) throws
    -> Figures
  {
    precondition(categories.count <= 64, "more categories than bits")
    var rows = try creators(on: day)
    try readFacts(&rows, day)
    try readQuotes(&rows, day)
    try readRatings(&rows, day)
    if withReads { try readReads(&rows, day) }
    if !categories.isEmpty { try readCategories(&rows, categories) }
    try readAgencies(&rows)
    return try inOrder(rows)
  }

  private func creators(on day: Day) throws -> [Figures.Row] {
    var rows: [Figures.Row] = []
    try connection.with(
      """
      SELECT creator_no, blocked_day, conflict_until_day FROM creator WHERE merged_into IS NULL
      ORDER BY creator_no
      """
    ) { statement in
      while let row = try statement.next() {
        var figures = Figures.Row(number: row.int64(0))
        figures.isBlocked = !row.isNull(1)
        figures.isInConflict = row.int64OrNil(2).map { Int64(day.number) <= $0 } ?? false
        rows.append(figures)
      }
    }
    return rows
  }

  // Each table is kept in the order of its key, which begins with the creator; a newer row comes later.

  private func readFacts(_ rows: inout [Figures.Row], _ day: Day) throws {
    try scan(
      """
      SELECT creator_no, followers FROM follower_fact WHERE day <= ?1
      ORDER BY creator_no, day, nth
      """, day, &rows
    ) { $0.followers = $1.int64(1) }
    try scan(
      """
      SELECT creator_no, rate_bp FROM engagement_fact WHERE base = 'followers' AND day <= ?1
      ORDER BY creator_no, base, day, nth
      """, day, &rows
    ) { $0.engagementBasisPoints = $1.int64(1) }
  }

  private func readQuotes(_ rows: inout [Figures.Row], _ day: Day) throws {
    try scan(
      """
      SELECT creator_no, format = 'video', iif(ifnull(valid_until_day, ?1) >= ?1, price_fen, NULL)
      FROM quote WHERE day <= ?1 ORDER BY creator_no, format, day, nth
      """, day, &rows
    ) { figures, row in
      let price = row.int64OrNil(2) ?? -1
      if row.int64(1) == 0 { figures.imageFen = price } else { figures.videoFen = price }
    }
  }

  private func readRatings(_ rows: inout [Figures.Row], _ day: Day) throws {
    // Beside max(), the other columns are those of the row that has it: each rater's newest.
    try scan(
      """
      SELECT creator_no, stars, max(day * 4294967296 + nth) FROM rating
      WHERE stars IS NOT NULL AND day <= ?1 GROUP BY creator_no, rater ORDER BY creator_no
      """, day, &rows
    ) { figures, row in
      figures.stars += row.int64(1)
      figures.raters += 1
    }
    try scan(
      """
      SELECT creator_no, verdict = 'no', verdict = 'hold', ceiling_fen,
        max(day * 4294967296 + nth) FROM rating
      WHERE verdict IS NOT NULL AND day <= ?1 GROUP BY creator_no, rater ORDER BY creator_no
      """, day, &rows
    ) { figures, row in
      if row.int64(1) == 1 { figures.isRefused = true }
      if row.int64(2) == 1 { figures.isHeld = true }
      guard let ceiling = row.int64OrNil(3) else { return }
      let isLowest = figures.ceilingFen < 0 || ceiling < figures.ceilingFen
      if isLowest { figures.ceilingFen = ceiling }
    }
  }

  private func readReads(_ rows: inout [Figures.Row], _ day: Day) throws {
    // 'reads.everyday.30d' comes after the others and takes their place.
    try scan(
      """
      SELECT creator_no, value FROM metric_fact
      WHERE metric IN ('reads.everyday.30d', 'reads.everyday', 'reads.all') AND day <= ?1
      ORDER BY creator_no, metric, day, nth
      """, day, &rows
    ) { $0.medianReads = $1.int64(1) }
  }

  private func readCategories(_ rows: inout [Figures.Row], _ categories: [String]) throws {
    let bits = categories.enumerated().map { (Array($1.utf8), UInt64(1) << UInt64($0)) }
    try scan("SELECT creator_no, category FROM creator_category ORDER BY creator_no", nil, &rows) {
      figures, row in
      let code = row.utf8(1)
      for (wanted, bit) in bits where Self.isSame(code, wanted) { figures.categories |= bit }
    }
  }

  private func readAgencies(_ rows: inout [Figures.Row]) throws {
    var last: [UInt8] = []
    var agency: Int32 = 0
    let numbers = rows.map(\.number)
    try connection.with(
      """
      SELECT creator_no, agency FROM creator WHERE agency IS NOT NULL ORDER BY agency, creator_no
      """
    ) { statement in
      while let row = try statement.next() {
        let name = row.utf8(1)
        if agency == 0 || !Self.isSame(name, last) {
          agency += 1
          last = name.indices.map { name[$0] }
        }
        if let place = Self.place(of: row.int64(0), in: numbers) { rows[place].agency = agency }
      }
    }
  }

  /// Puts the rows in the order of the ids.
  private func inOrder(_ rows: [Figures.Row]) throws -> Figures {
    let numbers = rows.map(\.number)
    var ordered: [Figures.Row] = []
    var text: [UInt8] = []
    var starts: [Int32] = [0]
    ordered.reserveCapacity(rows.count)
    text.reserveCapacity(rows.count * 24)
    starts.reserveCapacity(rows.count + 1)
    try connection.with("SELECT creator_no, creator_id FROM creator ORDER BY creator_id") {
      statement in
      while let row = try statement.next() {
        guard let place = Self.place(of: row.int64(0), in: numbers) else { continue }
        ordered.append(rows[place])
        row.utf8(1).withUnsafeBufferPointer { text.append(contentsOf: $0) }
        starts.append(Int32(text.count))
      }
    }
    return Figures(rows: ordered, text: text, starts: starts)
  }

  /// Goes through a query whose first column is the creator's number, in that order.
  private func scan(
    _ sql: String, _ day: Day?, _ rows: inout [Figures.Row],
    set: (inout Figures.Row, borrowing Row) -> Void
  ) throws {
    var place = 0
    try connection.with(sql) { statement in
      if let day { try statement.bind(1, Int64(day.number)) }
      while let row = try statement.next() {
        let number = row.int64(0)
        while place < rows.count, rows[place].number < number { place += 1 }
        if place < rows.count, rows[place].number == number { set(&rows[place], row) }
      }
    }
  }

  /// Where a number is among numbers that rise; mostly they rise by one.
  private static func place(of number: Int64, in numbers: [Int64]) -> Int? {
    guard let first = numbers.first, number >= first else { return nil }
    if number - first < numbers.count, numbers[Int(number - first)] == number {
      return Int(number - first)
    }
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] == number ? low : nil
  }

  private static func isSame(_ text: Span<UInt8>, _ other: [UInt8]) -> Bool {
    text.count == other.count && other.indices.allSatisfy { text[$0] == other[$0] }
  }
}
