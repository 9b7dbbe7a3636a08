import Domain
import Ledger
import Store

extension OpenBook {
  /// Pugongying's statements that are kept: the newest quarter first, order reports before note batches,
  /// those given last first.
  public func statements() throws -> Listing {
    let kept = try book.statements.all()
    return Listing(
      columns: Self.statementColumns + [.init("used", "used")],
      rows: kept.map {
        Self.row($0.statement, lines: $0.lineCount) + [.text($0.isStanding ? "yes" : "replaced")]
      })
  }

  /// A statement's lines as they were read, in the order of its file.
  public func statementLines(_ number: Int64) throws -> Listing {
    let lines = try book.snapshot {
      _ = try statement(number)
      return try book.statements.lines(of: number)
    }
    return Listing(
      columns: [
        .init("row", "row", .integer), .init("number", "number", .integer),
        .init("order", "order"), .init("quote", "quote", .money), .init("fee", "fee", .money),
        .init("mode", "mode"), .init("campaign", "campaign"), .init("created_on", "created"),
        .init("completed_on", "completed"), .init("published_on", "published"),
        .init("user_id", "user id"), .init("nickname", "nickname"),
      ],
      rows: lines.map { line in
        [
          .integer(Int64(line.row)), .optional(line.number), .text(line.order),
          .money(line.quote), .optional(line.serviceFee), .text(line.mode.rawValue),
          .optional(line.campaign), .optional(line.createdOn), .optional(line.completedOn),
          .optional(line.publishedOn), .optional(line.userID), .optional(line.nickname),
        ]
      })
  }

  /// Removes a statement that is kept; one that it replaced stands again.
  ///
  /// - Returns: what was removed, in words.
  public func forgetStatement(_ number: Int64) throws -> String {
    try book.transaction {
      let statement = try statement(number)
      _ = try book.statements.remove(number)
      return "statement \(number), the \(statement.kind.title) \(statement.file) of "
        + "\(statement.quarter)"
    }
  }

  private func statement(_ number: Int64) throws -> PlatformStatement {
    let found = try book.statements.all().first { $0.statement.number == number }
    guard let found else {
      throw Failure(
        .failed, "there is no statement \(number)",
        next: "see those there are with: kolbook statement list")
    }
    return found.statement
  }

  static let statementColumns: [Listing.Column] = [
    .init("number", "number", .integer), .init("quarter", "quarter"), .init("kind", "kind"),
    .init("file", "file"), .init("sheet", "sheet"), .init("as_of", "as of"),
    .init("lines", "lines", .integer), .init("kept_on", "kept"), .init("kept_by", "by"),
    .init("sha256", "SHA-256"),
  ]

  /// A statement as a row of ``statementColumns``.
  static func row(_ statement: PlatformStatement, lines: Int64) -> [Cell] {
    [
      .integer(statement.number), .text(statement.quarter), .text(statement.kind.title),
      .text(statement.file), .optional(statement.sheet), .optional(statement.asOf),
      .integer(lines), .optional(statement.keptAt.day), .text(statement.keptBy),
      .text("\(statement.digest)"),
    ]
  }
}
