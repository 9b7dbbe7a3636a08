import Domain
import Foundation
import Ledger
import SQLite
import Testing

@testable import Store

/// A book of 50 entries that somebody gets at with SQL of their own, whose changes are undone again.
final class TamperedBook {
  let folder: Folder
  let connection: Connection
  let id = [UInt8](repeating: 7, count: 16)
  /// How its journal is read.
  let rule: JournalCut.Rule
  private let triggers: [(name: String, sql: String)]

  /// - Parameters:
  ///   - migrations: what the book has been through.
  ///   - rule: how its journal is read.
  init(
    _ migrations: [Migration] = Migration.known, rule: JournalCut.Rule = JournalCut.Rule()
  ) throws {
    self.rule = rule
    folder = try Folder()
    let path = folder.file("kolbook.db")
    let now = Moment(utcSeconds: 1_770_688_800)
    try Book.create(at: path, id: id, isDemo: false, now: now, migrations: migrations) { book in
      _ = try book.creators.add(Creator(id: CreatorID("kb001"), nickname: "小红"), at: now)
      try Self.fill(book, now)
    }
    connection = try Connection(path: path, access: .readWrite)
    triggers = try connection.all(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name"
    ) { row in (try row.text(0), try row.text(1)) }
    try connection.run(
      script: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;")
  }

  /// Ten orders of five entries each; some recorded late, some with keys and corrections.
  private static func fill(_ book: Book, _ now: Moment) throws {
    let tenth = Share(basisPoints: 1000)
    var sequence: Int64 = 0
    for number in 1...10 {
      let name = "PGY-\(number)"
      let events: [Event] = [
        .book(
          Booking(
            creator: CreatorID("kb001"), quote: Money(fen: Int64(number) * 10_005),
            rates: FrozenRates(brand: tenth, creator: tenth), format: .image, mcn: "机构")),
        .pay, .publish(url: "https://www.xiaohongshu.com/explore/\(number)"), .complete,
        .refund(Money(fen: 1_005), keeping: .brand),
      ]
      for event in events {
        sequence += 1
        let before = try book.ledger.order(name)
        let posting = try Posting(event, on: before?.state, order: name, reason: "weil \(sequence)")
        let at = Moment(utcSeconds: now.utcSeconds + sequence * 40_000)
        let late = sequence % 3 == 0 ? 900_000 : 0 as Int64
        let entry = Entry(
          sequence: sequence, at: at, recordedAt: Moment(utcSeconds: at.utcSeconds + late),
          actor: "lin", order: name, event: event, reason: "weil \(sequence)",
          corrects: sequence % 7 == 0 ? sequence - 1 : nil, transfers: posting.transfers)
        let order = try #require(Order(before, after: entry, state: posting.state))
        let key = sequence % 4 == 0 ? "row-\(sequence)" : nil
        _ = try book.ledger.append(
          entry, key: key, leaving: order, upon: book.ledger.head())
      }
    }
  }

  /// What `look` sees after a change that the triggers would have refused; the change is undone.
  func after<R>(_ change: () throws -> Void, _ look: () throws -> R) throws -> R {
    try connection.run(script: "BEGIN")
    defer { try? connection.run(script: "ROLLBACK") }
    for trigger in triggers { try connection.run(script: "DROP TRIGGER \(trigger.name)") }
    try change()
    for trigger in triggers { try connection.run(script: trigger.sql) }
    return try look()
  }

  /// The whole verification.
  func findings(anchor: ChainHead? = nil) throws -> [String] {
    try LedgerStore(connection: connection, rule: rule).verify(anchor: anchor).findings.map {
      "\($0.code.rawValue) \($0.evidence)"
    }
  }

  /// The first bad entry by the chain alone, `nil` when there is none.
  func firstBad() throws -> Int64? {
    let walk = try JournalVerifier(
      connection: connection, bookID: id, anchor: nil, rule: rule
    ).walk()
    return (walk.bad ?? walk.unreadable)?.split(separator: " ").dropFirst().first.flatMap {
      Int64($0)
    }
  }
}
