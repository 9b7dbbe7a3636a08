import Domain
import Foundation
import Ledger
import SQLite
import Store
import Testing

/// The journal in the book: what goes in comes out, and nothing that is in is ever changed.
struct LedgerStoreTests {
  /// A book with two creators in a folder of its own, and LEDGER's example posted to it.
  private final class Fixture {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let book: Book
    var path: String { folder.appending(path: "kolbook.db").path() }

    init() throws {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let path = folder.appending(path: "kolbook.db").path()
      let now = Moment(utcSeconds: 1_770_688_800)
      try Book.create(at: path, id: Array(repeating: 7, count: 16), isDemo: false, now: now) {
        for id in ["kb001", "kb002"] {
          let creator = Creator(id: CreatorID(id), nickname: "小\(id)", agency: "机构")
          _ = try $0.creators.add(creator, at: now)
        }
      }
      book = try Book.open(at: path)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    @discardableResult
    func post(
      _ event: Event, to name: String = "PGY-1", at day: String = "2026-02-10", key: String? = nil,
      reason: String = ""
    ) throws -> Order {
      try book.transaction {
        let before = try book.ledger.order(name)
        let posting = try Posting(event, on: before?.state, order: name, reason: reason)
        let at = try #require(Moment(day))
        let entry = Entry(
          sequence: try book.ledger.lastSequence() + 1, at: at, recordedAt: at, actor: "lin",
          order: name, event: event, reason: reason, transfers: posting.transfers)
        let order = try #require(Order(before, after: entry, state: posting.state))
        _ = try book.ledger.append(
          entry, key: key, leaving: order, upon: book.ledger.head())
        return order
      }
    }

    func booking(_ fen: Int64 = 800_005, creator: String = "kb001") -> Event {
      let tenth = Share(basisPoints: 1000)
      return .book(
        Booking(
          creator: CreatorID(creator), quote: Money(fen: fen),
          rates: FrozenRates(brand: tenth, creator: tenth), format: .image, mcn: "机构"))
    }

    /// Tries SQL behind the store's back; the message of the refusal, or `nil` when it went through.
    func tamper(_ sql: String) throws -> String? {
      let connection = try Connection(path: path, access: .readWrite)
      do {
        try connection.run(script: sql)
        return nil
      } catch { return error.message }
    }
  }

  @Test func `entries and orders come back as they were appended`() throws {
    let fixture = try Fixture()
    let events: [(Event, String)] = [
      (fixture.booking(), ""), (.amend(quote: Money(yuan: 7_500)), ""), (.pay, ""),
      (.publish(url: "https://www.xiaohongshu.com/explore/1"), ""),
      (.refund(Money(fen: 123_456), keeping: .brand), ""),
      (.adjust(.creatorFee, by: Money(fen: -1)), "Abrechnung 账单"), (.complete, ""),
    ]
    var order: Order?
    for (event, reason) in events { order = try fixture.post(event, reason: reason) }
    let entries = try fixture.book.ledger.entries(of: "PGY-1")
    #expect(entries.map(\.event) == events.map(\.0))
    #expect(entries.map(\.sequence) == Array(1...7))
    #expect(entries.map(\.reason) == events.map(\.1))
    #expect(try fixture.book.ledger.order("PGY-1") == order)
    var all: [Entry] = []
    try fixture.book.ledger.forEachLine { if let entry = $0.entry { all.append(entry) } }
    #expect(all == entries)
    #expect(try fixture.book.ledger.lastSequence() == 7)
    // Replaying the stored entries leads to the stored transfers and the stored state.
    var state: OrderState?
    for entry in all {
      let posting = try Posting(entry.event, on: state, order: "PGY-1", reason: entry.reason)
      #expect(posting.transfers == entry.transfers)
      state = posting.state
    }
    #expect(state == order?.state)
  }

  @Test func `orders are listed by booking day, and filtered`() throws {
    let fixture = try Fixture()
    try fixture.post(fixture.booking(), to: "B", at: "2026-02-10")
    try fixture.post(fixture.booking(creator: "kb002"), to: "A", at: "2026-04-01")
    try fixture.post(fixture.booking(), to: "C", at: "2026-01-10")
    try fixture.post(.cancel(killFee: .zero, keeping: []), to: "C", at: "2026-04-02")
    let names = { (change: (inout OrderFilter) -> Void) in
      var filter = OrderFilter()
      change(&filter)
      return try fixture.book.ledger.orders(filter).map(\.order.name)
    }
    #expect(try names { _ in } == ["C", "B", "A"])
    #expect(try names { $0.onlyOpen = true } == ["B", "A"])
    #expect(try names { $0.creator = CreatorID("kb002") } == ["A"])
    let second = Quarter(year: 2026, index: 2)
    #expect(try names { $0.days = second.firstDay...second.lastDay } == ["C", "A"])
    #expect(try fixture.book.ledger.orders(OrderFilter())[0].nickname == "小kb001")
  }

  @Test func `an entry is found by its key, and no two entries share one`() throws {
    let fixture = try Fixture()
    try fixture.post(fixture.booking(), key: "k1")
    #expect(try fixture.book.ledger.line(key: "k1")?.entry?.sequence == 1)
    #expect(try fixture.book.ledger.line(key: "k2") == nil)
    #expect(throws: SQLiteError.self) { try fixture.post(.pay, key: "k1") }
    #expect(try fixture.book.ledger.lastSequence() == 1)
    #expect(try fixture.book.ledger.order("PGY-1")?.state.status == .booked)
  }

  @Test func `the chart of accounts is the ledger's`() throws {
    let fixture = try Fixture()
    let connection = try Connection(path: fixture.path, access: .readOnly)
    let rows = try connection.all("SELECT account_no, name, books FROM account ORDER BY 1") {
      "\($0.int64(0)) \(try $0.text(1)) \(try $0.text(2))"
    }
    #expect(rows == Account.allCases.map { "\($0.number) \($0.title) \($0.books.rawValue)" })
  }

  @Test(arguments: [
    "UPDATE journal SET actor = 'eve' WHERE seq = 1", "DELETE FROM journal WHERE seq = 2",
    "UPDATE journal SET hash = zeroblob(32)", "UPDATE journal_field SET value = '1' WHERE seq = 1",
    "DELETE FROM journal_field", "UPDATE transfer SET amount_fen = 1 WHERE seq = 2",
    "DELETE FROM transfer WHERE seq = 2", "DELETE FROM transfer", "DELETE FROM account",
    """
    INSERT OR REPLACE INTO journal (seq, at_utc, day, recorded_utc, actor, type, reason)
    VALUES (1, 0, 0, 0, 'eve', 'pay', '')
    """,
    """
    INSERT OR REPLACE INTO journal (seq, at_utc, day, recorded_utc, actor, type, reason, key)
    VALUES (3, 0, 0, 0, 'eve', 'pay', '', 'k1')
    """,
    """
    INSERT INTO journal (seq, at_utc, day, recorded_utc, actor, type, reason)
    VALUES (5, 0, 0, 0, 'eve', 'pay', '')
    """,
    "INSERT INTO transfer VALUES (1, 9, 1000, 5000, 100)",
    "INSERT OR REPLACE INTO transfer VALUES (2, 1, 1000, 5000, 100)",
    "INSERT OR REPLACE INTO journal_field VALUES (1, 'quote_fen', '1')",
    "UPDATE OR REPLACE transfer SET seq = 1",
  ])
  func `what is recorded is never changed, deleted, replaced or added to`(sql: String) throws {
    let fixture = try Fixture()
    try fixture.post(fixture.booking(), key: "k1")
    try fixture.post(.pay)
    #expect(try fixture.tamper(sql) != nil)
    let entries = try fixture.book.ledger.entries(of: "PGY-1")
    #expect(entries.map(\.transfers.count) == [1, 5])
  }

  @Test(arguments: [
    "INSERT INTO transfer VALUES (1, 2, 1000, 1000, 5)",
    "INSERT INTO transfer VALUES (1, 2, 1000, 5000, 0)",
    "INSERT INTO transfer VALUES (1, 2, 1000, 5000, -5)",
    "INSERT INTO transfer VALUES (1, 2, 1234, 5000, 5)",
    "INSERT INTO transfer VALUES (1, 2, 1000, 4321, 5)",
  ])
  func `a transfer has two accounts and an amount above zero`(sql: String) throws {
    let fixture = try Fixture()
    try fixture.post(fixture.booking())
    #expect(try fixture.tamper(sql) != nil)
  }

  @Test func `other tools read yuan and dates`() throws {
    let fixture = try Fixture()
    try fixture.post(fixture.booking(), at: "2028-02-29")
    let connection = try Connection(path: fixture.path, access: .readOnly)
    let order = try connection.first(
      "SELECT order_id, booked_on, quote_yuan, brand_fee_percent FROM v_order"
    ) { "\(try $0.text(0)) \(try $0.text(1)) \(try $0.text(2)) \($0.double(3))" }
    #expect(order == "PGY-1 2028-02-29 8000.05 10.0")
    let transfer = try connection.first("SELECT day, amount_yuan FROM v_transfer") {
      "\(try $0.text(0)) \(try $0.text(1))"
    }
    #expect(transfer == "2028-02-29 8800.06")
  }
}
