import Domain
import Foundation
import Ledger
import SQLite
import Testing
import UseCases

/// A book on disk, told random files of events, against ``PlainOrder`` told the same.
@Suite struct `Whole books` {
  @Test func `agree with a recomputation on every refusal and every balance`() throws {
    var (recorded, refused) = (0, 0)
    for seed in UInt64(1)...30 {
      let book = try RandomBook(seed: seed)
      try book.tell()
      recorded += book.recorded
      refused += book.refused
      var sums: [Account.Books: Int64] = [:]
      for (account, fen) in try book.balances() {
        sums[account.books, default: 0] += fen
        try #require(Decimal(fen) / 100 == book.expected(account), "seed \(seed): \(account)")
      }
      #expect(sums.values.allSatisfy { $0 == 0 }, "seed \(seed): a book does not sum to zero")
      let verified = try book.open.verify(anchor: nil)
      #expect(!verified.hasErrors, "seed \(seed): \(verified.findings.rows)")
    }
    #expect(recorded > 5_000 && refused > 5_000, "\(recorded) recorded, \(refused) refused")
  }

  private static let hledger = ["/usr/bin/hledger", "/opt/homebrew/bin/hledger"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test(.enabled(if: hledger != nil, "hledger is not installed: apt-get install hledger"))
  func `hledger reads the export and comes to the same balances`() throws {
    for seed in UInt64(101)...103 {
      let book = try RandomBook(seed: seed)
      try book.tell()
      let journal = book.folder.appending(path: "books.journal")
      try Data(try book.open.hledgerJournal().bytes).write(to: journal)
      let seen = try balances(of: journal)
      for account in Account.allCases {
        #expect(seen[account.number] ?? 0 == book.expected(account), "seed \(seed): \(account)")
      }
    }
  }

  /// `"brand:1000 Bank","-12.34 CNY"` and the like, by account number.
  private func balances(of journal: URL) throws -> [Int64: Decimal] {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: try #require(Self.hledger))
    process.arguments = ["-f", journal.path, "balance", "-O", "csv", "--empty", "--strict"]
    process.environment = ["LC_ALL": "C.UTF-8", "HOME": journal.deletingLastPathComponent().path]
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    var balances: [Int64: Decimal] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.dropFirst().components(separatedBy: "\",\"")
      guard let name = parts.first?.split(separator: ":").last, let last = parts.last,
        let number = Int64(name.prefix(4)), let amount = last.split(separator: " ").first
      else { continue }
      balances[number] = Decimal(string: String(amount.filter { $0 != "\"" }))
    }
    return balances
  }
}

/// A book and the plain orders that it should come to.
final class RandomBook {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  let open: OpenBook
  private(set) var recorded = 0
  private(set) var refused = 0
  private var events: SeededEvents
  private var orders: [String: PlainOrder] = [:]
  private var path: String { folder.appending(path: "kolbook.db").path() }

  /// The fees by the day they begin: 10 % and 10 % come with a new book.
  private static let fees: [(from: String, brand: Int64, creator: Int64)] = [
    ("2020-01-01", 1000, 1000), ("2026-03-01", 800, 1200), ("2026-05-11", 333, 1),
  ]
  private static let header =
    "at,event,order,creator,quote,amount,side,keep_brand_fee,keep_creator_fee,reason"

  init(seed: UInt64) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let now = Moment(startOf: try #require(Day("2026-07-02")))
    let path = folder.appending(path: "kolbook.db").path()
    try OpenBook.create(at: path, id: Array(repeating: 1, count: 16), now: now)
    open = try OpenBook(path: path, now: now, actor: "lin")
    events = SeededEvents(seed: seed)
    for fee in Self.fees.dropFirst() {
      _ = try open.addFeeRates(
        brand: Share(basisPoints: fee.brand), creator: Share(basisPoints: fee.creator),
        mode: .standard, from: try #require(Day(fee.from)), source: nil)
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Two files of events; the first quarter is closed between them.
  func tell() throws {
    try tell(rows: 300, closedThrough: nil)
    _ = try open.close("2026Q1", fiscalStart: 1, reason: "")
    try tell(rows: 300, closedThrough: Day("2026-03-31"))
  }

  private func tell(rows: Int, closedThrough: Day?) throws {
    let start = try #require(Day("2026-01-01"))
    var file = Self.header + "\n"
    var wanted: Set<Int> = []
    for row in 0..<rows {
      let day = start.adding(days: Int32.random(in: 0..<181, using: &events.numbers))
      let order = "PGY-\(Int.random(in: 1...60, using: &events.numbers))"
      var plain = orders[order] ?? PlainOrder()
      var (event, reason) = events.event(rest: nil)
      if plain.history.isEmpty, row % 4 != 0 || event.kind == .book {
        event = try booking(on: day)
      }
      file += line(day, order, event, reason)
      if closedThrough.map({ day > $0 }) ?? true, plain.allows(event, reason: reason) {
        plain.history.append((day.number, event))
        orders[order] = plain
      } else {
        wanted.insert(row + 2)
      }
    }
    let result = try open.importOrders(Array(file.utf8), file: "events.csv", skipRefused: true)
    let seen = Set(result.refused.map(\.line))
    try #require(seen == wanted, "\(seen.symmetricDifference(wanted).sorted())")
    recorded += result.recorded
    refused += result.refused.count
  }

  private func booking(on day: Day) throws -> Event {
    let fee = try #require(Self.fees.last { Day($0.from).map { $0 <= day } ?? false })
    return .book(
      Booking(
        creator: CreatorID("kb"), quote: events.amount(),
        rates: FrozenRates(
          brand: Share(basisPoints: fee.brand), creator: Share(basisPoints: fee.creator))))
  }

  private func line(_ day: Day, _ order: String, _ event: Event, _ reason: String) -> String {
    var cells = ["\(day)", event.kind.rawValue, order, "", "", "", "", "", "", reason]
    let keep = { (fees: Event.KeptFees) in
      cells[7] = fees.contains(.brand) ? "yes" : ""
      cells[8] = fees.contains(.creator) ? "yes" : ""
    }
    switch event {
    case .book(let booking): (cells[3], cells[4]) = ("kb", text(booking.quote))
    case .amend(let quote): cells[4] = text(quote)
    case .refund(let amount, let fees):
      cells[5] = text(amount)
      keep(fees)
    case .cancel(let fee, let fees):
      cells[5] = text(fee)
      keep(fees)
    case .adjust(let part, let amount): (cells[5], cells[6]) = (text(amount), part.rawValue)
    case .pay, .publish, .complete: break
    }
    return cells.joined(separator: ",") + "\n"
  }

  private func text(_ money: Money) -> String { "\(PlainOrder.yuan(money))" }

  /// Each account by the plain orders.
  func expected(_ account: Account) -> Decimal {
    orders.values.filter { !$0.history.isEmpty }.reduce(0) { $0 + $1.balance(account) }
  }

  /// Each account by the rows of the book, in fen.
  func balances() throws -> [(Account, Int64)] {
    let connection = try Connection(path: path, access: .readWrite)
    return try Account.allCases.map { account in
      let fen = try connection.first(
        """
        SELECT coalesce(sum(iif(debit = ?1, amount_fen, -amount_fen)), 0) FROM transfer
        WHERE ?1 IN (debit, credit)
        """, account.number
      ) { row in row.int64(0) }
      return (account, fen ?? 0)
    }
  }
}
