public import Domain
public import Ledger
import SQLite

/// Pugongying's statements, as they were given.
public struct StatementStore {
  let connection: Connection

  /// Keeps statements that are given together. One of the same content for the same quarter isn't
  /// doubled: it stays what it was, and counts as given now.
  ///
  /// - Returns: for each its number, and whether it was new.
  public func keep(_ statements: [PlatformStatement]) throws -> [(number: Int64, isNew: Bool)] {
    let given = try connection.first("SELECT coalesce(max(given_no), 0) + 1 FROM statement") {
      row in row.int64(0)
    }
    return try statements.map { try keep($0, given: given ?? 1) }
  }

  private func keep(_ statement: PlatformStatement, given: Int64) throws
    -> (number: Int64, isNew: Bool)
  {
    if let number = try number(of: statement) {
      try connection.run(
        "UPDATE statement SET given_no = ? WHERE statement_no = ?", given, number)
      return (number, false)
    }
    try connection.run(
      """
      INSERT INTO statement (kind, quarter, first_day, file, sheet, as_of_day, sha256, kept_utc,
        kept_by, given_no) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      statement.kind.rawValue, statement.quarter, Int64(statement.firstDay.number), statement.file,
      statement.sheet ?? "", Int64(statement.asOf.number), statement.digest.bytes,
      statement.keptAt.utcSeconds, statement.keptBy, given)
    let number = connection.lastInsertedRowID
    for line in statement.lines { try add(line, to: number) }
    return (number, true)
  }

  private func add(_ line: StatementLine, to number: Int64) throws {
    try connection.run(
      """
      INSERT INTO statement_line (statement_no, line_row, line_no, order_id, quote_fen, fee_fen,
        mode, campaign, created_day, completed_day, published_day, user_id, nickname)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      number, Int64(line.row), line.number, line.order, line.quote.fen, line.serviceFee?.fen,
      line.mode.rawValue, line.campaign, line.createdOn.map { Int64($0.number) },
      line.completedOn.map { Int64($0.number) }, line.publishedOn.map { Int64($0.number) },
      line.userID, line.nickname)
  }

  /// The number of a statement with the same content for the same quarter, if there is one.
  private func number(of statement: PlatformStatement) throws -> Int64? {
    try connection.first(
      "SELECT statement_no FROM statement WHERE first_day = ? AND sha256 = ? AND sheet = ?",
      Int64(statement.firstDay.number), statement.digest.bytes, statement.sheet ?? ""
    ) { row in row.int64(0) }
  }

  /// The statements that stand for a quarter, with their lines: of each kind those that were given last;
  /// order reports first, then by number.
  public func standing(for quarter: Quarter) throws -> [PlatformStatement] {
    try all().filter { $0.isStanding && $0.statement.firstDay == quarter.firstDay }
      .map { kept in
        var statement = kept.statement
        statement.lines = try lines(of: statement.number)
        return statement
      }
  }

  /// Every statement, without its lines: the newest quarter first, order reports before note batches,
  /// those given last first, then by number.
  public func all() throws -> [KeptStatement] {
    try connection.all(
      """
      SELECT statement_no, kind, quarter, first_day, file, sheet, as_of_day, sha256, kept_utc,
        kept_by,
        (SELECT count(*) FROM statement_line AS l WHERE l.statement_no = s.statement_no),
        given_no = (SELECT max(given_no) FROM statement AS o
          WHERE o.first_day = s.first_day AND o.kind = s.kind)
      FROM statement AS s
      ORDER BY first_day DESC, kind = 'orders' DESC, given_no DESC, statement_no
      """
    ) { row in
      guard let kind = StatementKind(rawValue: try row.text(1)), let digest = Digest(row.blob(7))
      else { throw Self.damaged(row.int64(0)) }
      let sheet = try row.text(5)
      return KeptStatement(
        statement: PlatformStatement(
          number: row.int64(0), kind: kind, quarter: try row.text(2),
          firstDay: row.day(3), file: try row.text(4),
          sheet: sheet.isEmpty ? nil : sheet, asOf: row.day(6),
          digest: digest, keptAt: Moment(utcSeconds: row.int64(8)), keptBy: try row.text(9),
          lines: []), lineCount: row.int64(10), isStanding: row.int64(11) == 1)
    }
  }

  /// Removes a statement with its lines; whether it was there.
  public func remove(_ number: Int64) throws -> Bool {
    try connection.run("DELETE FROM statement WHERE statement_no = ?", number) > 0
  }

  /// A statement's lines, in the order of its file.
  public func lines(of number: Int64) throws -> [StatementLine] {
    try connection.all(
      """
      SELECT line_row, line_no, order_id, quote_fen, fee_fen, mode, campaign, created_day,
        completed_day, published_day, user_id, nickname
      FROM statement_line WHERE statement_no = ? ORDER BY line_row
      """, number
    ) { row in
      let amounts = 0...Money.largest.fen
      guard let mode = FeeRate.Mode(rawValue: try row.text(5)), amounts.contains(row.int64(3)),
        amounts.contains(row.int64OrNil(4) ?? 0)
      else { throw Self.damaged(number) }
      return StatementLine(
        row: Int(row.int64(0)), number: row.int64OrNil(1), order: try row.text(2),
        quote: Money(fen: row.int64(3)), serviceFee: row.int64OrNil(4).map { Money(fen: $0) },
        mode: mode, campaign: try row.textOrNil(6), createdOn: row.dayOrNil(7),
        completedOn: row.dayOrNil(8), publishedOn: row.dayOrNil(9), userID: try row.textOrNil(10),
        nickname: try row.textOrNil(11))
    }
  }

  private static func damaged(_ number: Int64) -> Failure {
    Failure(
      .failed, "statement \(number) can't be read from the book",
      next: "forget it with kolbook statement forget \(number), and give its file again")
  }
}
