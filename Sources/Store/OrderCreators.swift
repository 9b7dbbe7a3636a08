import SQLite

/// The creators of orders, each read once.
struct OrderCreators {
  /// What an order's row shows of its creator.
  struct Shown {
    let id: String
    /// Whether id and name of whom it is kept under can be read.
    let isPlain: Bool
  }

  let connection: Connection
  private var known: [Int64: Shown?] = [:]

  init(connection: Connection) { self.connection = connection }

  /// The creator of a number; `nil` when there is none.
  mutating func read(_ number: Int64) throws -> Shown? {
    if let known = known[number] { return known }
    let shown = try connection.first(
      """
      SELECT c.creator_id, ifnull(k.creator_id, c.creator_id), ifnull(k.nickname, c.nickname)
      FROM creator AS c LEFT JOIN creator AS k ON k.creator_no = c.merged_into
      WHERE c.creator_no = ?
      """, number
    ) { row in
      let isPlain = row.isASCII(0) && row.isASCII(1) && row.isASCII(2)
      return Shown(id: isPlain ? try row.text(0) : "", isPlain: isPlain)
    }
    known[number] = .some(shown)
    return shown
  }
}

extension Row {
  /// Whether the column is a text of ASCII letters and signs, and so one that can be read.
  fileprivate func isASCII(_ column: Int32) -> Bool {
    let bytes = utf8(column)
    for place in bytes.indices where bytes[place] >= 0x80 { return false }
    return !isNull(column)
  }
}
