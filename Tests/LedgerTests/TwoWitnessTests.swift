import Domain
import Foundation
import Ledger
import Testing

/// The ledger against ``PlainOrder`` on seeded random sequences, refusals included.
@Suite struct `Two witnesses` {
  private func start(_ events: inout SeededEvents) -> Event {
    let rates = FrozenRates(brand: events.share(), creator: events.share())
    let quote = max(events.amount(), Money(fen: 1))
    return .book(Booking(creator: CreatorID("kb"), quote: quote, rates: rates))
  }

  @Test func `agree on every balance and every refusal of 4,000 orders`() throws {
    var (accepted, refused) = (0, 0)
    for seed in UInt64(1)...4_000 {
      var events = SeededEvents(seed: seed)
      var (play, plain) = (try Play(), PlainOrder())
      for step in 0..<12 {
        let (event, reason) =
          step == 0 && seed % 7 != 0
          ? (start(&events), "") : events.event(rest: play.state?.net)
        let allowed = plain.allows(event, reason: reason)
        let rule = refusal(play, event, reason: reason)
        try #require((rule == nil) == allowed, "seed \(seed) step \(step): \(event) \(rule as Any)")
        guard allowed else {
          refused += 1
          continue
        }
        accepted += 1
        try play.post(event, reason: reason)
        plain.history.append((0, event))
      }
      try compare(play, plain, seed)
    }
    #expect(accepted > 10_000 && refused > 10_000, "\(accepted) accepted, \(refused) refused")
  }

  private func compare(_ play: Play, _ plain: PlainOrder, _ seed: UInt64) throws {
    var sums: [Account.Books: Money] = [:]
    for account in Account.allCases {
      let balance = play.transfers.reduce(Money.zero) { $0 + $1.effect(on: account) }
      sums[account.books, default: .zero] += balance
      let expected = plain.history.isEmpty ? 0 : plain.balance(account)
      try #require(PlainOrder.yuan(balance) == expected, "seed \(seed): \(account)")
    }
    #expect(sums.values.allSatisfy { $0 == .zero }, "seed \(seed): a book does not sum to zero")
    #expect(play.transfers.allSatisfy { $0.debit.books == $0.credit.books }, "seed \(seed)")
  }

  @Test func `fields of the journal give back every event`() throws {
    var events = SeededEvents(seed: 42)
    for _ in 0..<2_000 {
      let (event, _) = events.event(rest: nil)
      #expect(EventFields(event).event(event.kind) == event)
    }
  }

  @Test(arguments: AuditBasis.allCases)
  func `agree on a quarter's totals of 300 books`(basis: AuditBasis) throws {
    let quarter = Quarter(year: 2026, index: 2)
    for seed in UInt64(1)...300 {
      var journal = SeededJournal(seed: seed, from: quarter.firstDay.adding(days: -90), days: 270)
      try journal.play(orders: 6, steps: 10)
      var auditor = Auditor(quarter, basis: basis, schedule: guide)
      journal.entries.forEach { auditor.add($0) }
      let audit = auditor.report { _, _ in CreatorFacts() }
      #expect(audit.findings.allSatisfy { $0.code != .unbalanced && $0.code != .sequenceGap })
      let amounts = audit.total.amounts
      let expected = journal.totals(quarter, basis)
      try #require(
        [amounts.quote, amounts.brandFee, amounts.creatorFee].map(PlainOrder.yuan) == expected,
        "seed \(seed)")
      for movement in audit.movements {
        let (before, after) = (quarter.firstDay.number - 1, quarter.lastDay.number)
        #expect(
          PlainOrder.yuan(movement.opening) == journal.balance(movement.account, before))
        #expect(PlainOrder.yuan(movement.closing) == journal.balance(movement.account, after))
      }
      #expect(audit.openOrders.reduce(.zero) { $0 + $1.escrow } == audit.escrow)
      #expect(audit.openOrders.reduce(.zero) { $0 + $1.commitment } == audit.openCommitment)
    }
  }
}

/// A journal of several orders on random days, and the same orders as plain histories.
struct SeededJournal {
  var events: SeededEvents
  let from: Day
  let days: Int32
  var entries: [Entry] = []
  var plain: [PlainOrder] = []

  init(seed: UInt64, from: Day, days: Int32) {
    (events, self.from, self.days) = (SeededEvents(seed: seed), from, days)
  }

  mutating func play(orders: Int, steps: Int) throws {
    for number in 0..<orders {
      var (play, order) = (try Play(), PlainOrder())
      let dates = (0..<steps).map { _ in
        from.adding(days: Int32.random(in: 0..<days, using: &events.numbers))
      }.sorted()
      for day in dates {
        let (event, reason) = events.event(rest: play.state?.net)
        let before = play.transfers.count
        guard (try? play.post(event, reason: reason)) != nil else { continue }
        order.history.append((day.number, event))
        let second = Int64.random(in: 0..<86_400, using: &events.numbers)
        let at = Moment(utcSeconds: Moment(startOf: day).utcSeconds + second)
        entries.append(
          Entry(
            sequence: Int64(entries.count + 1), at: at, recordedAt: at, actor: "test",
            order: "PGY-\(number)", event: event, reason: reason,
            transfers: Transfers(play.transfers[before...])))
      }
      plain.append(order)
    }
  }

  func balance(_ account: Account, _ day: Int32) -> Decimal {
    plain.map { $0.until(day) }.filter { !$0.history.isEmpty }
      .reduce(0) { $0 + $1.balance(account) }
  }

  func totals(_ quarter: Quarter, _ basis: AuditBasis) -> [Decimal] {
    let (before, after) = (quarter.firstDay.number - 1, quarter.lastDay.number)
    return plain.reduce([0, 0, 0]) { sum, order in
      let amounts: [Decimal]
      if basis == .orderDate {
        let isHere = order.history.first.map { $0.day > before && $0.day <= after } ?? false
        amounts = isHere ? order.counted(settledOnly: false) : [0, 0, 0]
      } else {
        let late = order.until(after).counted(settledOnly: basis == .settled)
        let early = order.until(before).counted(settledOnly: basis == .settled)
        amounts = zip(late, early).map { $0 - $1 }
      }
      return zip(sum, amounts).map { $0 + $1 }
    }
  }
}
