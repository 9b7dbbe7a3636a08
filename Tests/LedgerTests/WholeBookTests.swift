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

  @Test func `agree with SQL over all rows, whatever part of them an audit reads`() throws {
    for seed in UInt64(201)...216 {
      let book = try RandomBook(seed: seed)
      try book.tell()
      for name in ["2025Q4", "2026Q1", "2026Q2", "2026Q3"] {
        let quarter = try #require(Quarter(name))
        for basis in AuditBasis.allCases {
          let seen = try book.open.audit(name, basis: basis.rawValue, fiscalStart: 1)
          let wanted = try book.totals(quarter, basis)
          try #require(
            QuarterTotals(seen) == wanted, "seed \(seed) \(name) \(basis): \(wanted)")
        }
      }
    }
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
  /// Whether the events of a file come in the order of their days.
  private let isDated: Bool
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
    (events, isDated) = (SeededEvents(seed: seed), seed % 2 == 0)
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
    var days = (0..<rows).map { _ in
      start.adding(days: Int32.random(in: 0..<181, using: &events.numbers))
    }
    if isDated { days.sort() }
    for (row, day) in days.enumerated() {
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

  /// A quarter's figures by the rows of all entries.
  func totals(_ quarter: Quarter, _ basis: AuditBasis) throws -> QuarterTotals {
    let connection = try Connection(path: path, access: .readWrite)
    let sum = { (accounts: String, condition: String) in
      try connection.first(
        """
        WITH effect AS (
          SELECT seq, debit AS account, amount_fen AS fen FROM transfer
          UNION ALL SELECT seq, credit, -amount_fen FROM transfer)
        SELECT coalesce(sum(fen), 0)
        FROM effect JOIN journal USING (seq) JOIN orders USING (order_id)
        WHERE account IN (\(accounts)) AND \(condition)
        """
      ) { row in row.int64(0) } ?? 0
    }
    let (first, last) = (quarter.firstDay.number, quarter.lastDay.number)
    let day = basis == .orderDate ? "booked_day" : "day"
    let counted = "\(day) BETWEEN \(first) AND \(last)"
    let isSettled = basis == .settled
    return QuarterTotals(
      quote: try sum(isSettled ? "5000" : "1110, 5000", counted),
      brandFee: try sum(isSettled ? "5100" : "1120, 5100", counted),
      creatorFee: try -sum(isSettled ? "7200" : "7060, 7200", counted),
      opening: try ["1110", "1120", "1900"].map { try sum($0, "day < \(first)") },
      closing: try ["1110", "1120", "1900"].map { try sum($0, "day <= \(last)") })
  }
}

/// A quarter's amounts in fen: what counts, and what accounts 1110, 1120 and 1900 hold.
struct QuarterTotals: Equatable {
  let quote, brandFee, creatorFee: Int64
  let opening, closing: [Int64]
}

extension QuarterTotals {
  /// As an audit reports them.
  init(_ report: AuditReport) {
    let fen = { (cell: Cell) in if case .money(let money) = cell { money.fen } else { Int64.min } }
    let total = report.total.rows[0]
    self.init(
      quote: fen(total[1]), brandFee: fen(total[2]), creatorFee: fen(total[3]),
      opening: report.movements.rows.map { fen($0[2]) },
      closing: report.movements.rows.map { fen($0[4]) })
  }
}
