import Domain
import Ledger
import SQLite
import Testing

@testable import Store

/// What an audit reads of a journal: in halves, on the way by what comes right before the quarter, and of
/// open orders in halves too, it is what it reads in one.
@Suite struct QuarterScanTests {
  private static let tenth = Share(basisPoints: 1000)

  /// Orders over three quarters behind those of the book; about one entry of ten is not what the rules
  /// post, or comes before its order is booked, or books it again.
  private func fill(_ book: TamperedBook, _ numbers: inout Shifted) throws {
    let ledger = LedgerStore(connection: book.connection)
    var states: [String: OrderState] = [:]
    var seconds = 1_773_000_000 as Int64
    let at = Moment(utcSeconds: seconds)
    // What corrects an entry from before is told.
    let lock = Lock(
      closingThrough: at.day.adding(days: -1), after: try ledger.head(), balances: [:], at: at,
      recordedAt: at, actor: "lin")
    _ = try ledger.append(lock, key: nil, upon: ledger.head())
    for sequence in Int64(52)...450 {
      // Most orders take a few entries that lie near each other.
      let newest = Int(sequence) / 4
      let far = numbers.below(12) == 0 ? 60 : 4
      let name = "NEW-\(max(10, newest - numbers.below(far)))"
      let state = states[name]
      let isOdd = numbers.below(10) == 0
      let event = event(after: isOdd ? nil : state?.status, isOdd, &numbers)
      let posting = try? Posting(event, on: state, order: name, reason: "so")
      seconds += Int64(numbers.below(90_000))
      let entry = Entry(
        sequence: sequence, at: Moment(utcSeconds: seconds),
        recordedAt: Moment(utcSeconds: seconds + Int64(numbers.below(1_500_000)) - 200_000),
        actor: "lin", order: name, event: event, reason: "so",
        corrects: numbers.below(9) == 0 ? Int64(1 + numbers.below(50)) : nil,
        transfers: posting?.transfers ?? [])
      if let posting { states[name] = posting.state }
      let kept = try states[name] ?? Posting(booking(&numbers), on: nil, order: name).state
      let order = Order(
        name: name,
        booking: Booking(creator: CreatorID("kb001"), quote: kept.quote, rates: kept.rates),
        state: kept, bookedOn: entry.day, paidOn: kept.wasPaid ? entry.day : nil)
      _ = try ledger.append(entry, key: nil, leaving: order, upon: ledger.head())
    }
  }

  private func booking(_ numbers: inout Shifted) -> Event {
    let rates = FrozenRates(brand: Self.tenth, creator: Self.tenth)
    let quote = Money(fen: Int64(1 + numbers.below(3) * 1_005))
    return .book(Booking(creator: CreatorID("kb001"), quote: quote, rates: rates))
  }

  private func event(
    after status: OrderState.Status?, _ isOdd: Bool, _ numbers: inout Shifted
  ) -> Event {
    switch status {
    case nil where !isOdd || numbers.below(2) == 0: booking(&numbers)
    case nil, .completed, .cancelled: .refund(Money(fen: Int64(1 + numbers.below(3))), keeping: [])
    case .booked: .pay
    case .paid: numbers.below(3) == 0 ? .publish(url: nil) : .complete
    }
  }

  @Test func `a quarter that is read in halves is audited as one that is read in one`() throws {
    var (found, open) = (0, 0)
    for seed in 1...3 {
      var numbers = Shifted(state: UInt64(seed))
      let book = try TamperedBook()
      try fill(book, &numbers)
      for (name, basis) in zip(["2026Q1", "2026Q2", "2026Q3", "2026Q4"], AuditBasis.allCases) {
        let quarter = try #require(Quarter(name))
        let audits = try [JournalCut.Rule(), .init(fewest: 2, isAtOnce: false)].map { rule in
          var auditor = Auditor(quarter, basis: basis, schedule: FeeSchedule([]))
          try LedgerStore(connection: book.connection, rule: rule).read(into: &auditor)
          return auditor.report { _, _ in CreatorFacts() }
        }
        #expect(audits[0] == audits[1], "seed \(seed), \(name)")
        found += audits[0].findings.count
        open += audits[0].openOrders.count
      }
    }
    #expect(found > 500 && open > 50, "\(found) findings, \(open) open orders")
  }
}

extension Shifted {
  /// A number below another.
  fileprivate mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &self) }
}
