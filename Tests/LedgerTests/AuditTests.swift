import Domain
import Ledger
import Testing

/// LEDGER section 6, and what the quarter's report adds up.
@Suite struct `A quarter's audit` {
  private func journal() throws -> Journal {
    var journal = Journal()
    try journal.add("PGY-1", "2026-03-20", .book(booking(money("8000.05"))))
    try journal.add("PGY-1", "2026-03-30", .pay)
    try journal.add("PGY-1", "2026-04-10", .complete)
    try journal.add("PGY-1", "2026-07-02", .refund(money("1234.56"), keeping: []))
    return journal
  }

  private func amounts(_ audit: Audit) -> [String] {
    let total = audit.total.amounts
    return [
      total.quote, total.brandFee, total.creatorFee, total.brandTotal, total.creatorNet,
      total.platform,
    ].map(\.yuanText)
  }

  private let whole = ["8000.05", "800.01", "800.01", "8800.06", "7200.04", "1600.02"]
  private let nothing = ["0.00", "0.00", "0.00", "0.00", "0.00", "0.00"]
  private let back = ["-1234.56", "-123.46", "-123.46", "-1358.02", "-1111.10", "-246.92"]
  private let rest = ["6765.49", "676.55", "676.55", "7442.04", "6088.94", "1353.10"]

  @Test func `charged counts on the day of payment, and a refund lowers its own quarter`() throws {
    let journal = try journal()
    #expect(try amounts(journal.audit("2026Q1")) == whole)
    #expect(try amounts(journal.audit("2026Q2")) == nothing)
    #expect(try amounts(journal.audit("2026Q3")) == back)
  }

  @Test func `settled counts on the day of completion`() throws {
    let journal = try journal()
    #expect(try amounts(journal.audit("2026Q1", basis: .settled)) == nothing)
    #expect(try amounts(journal.audit("2026Q2", basis: .settled)) == whole)
    #expect(try amounts(journal.audit("2026Q3", basis: .settled)) == back)
  }

  @Test func `order date counts everything on the booking day`() throws {
    let journal = try journal()
    #expect(try amounts(journal.audit("2026Q1", basis: .orderDate)) == rest)
    #expect(try amounts(journal.audit("2026Q3", basis: .orderDate)) == nothing)
  }

  @Test func `opening and movement make closing`() throws {
    let journal = try journal()
    let first = try journal.audit("2026Q1").movements
    #expect(first.map(\.account) == [.escrowQuote, .escrowBrandFee, .commitment])
    #expect(first.map(\.opening) == [.zero, .zero, .zero])
    #expect(try first.map(\.closing) == [money("8000.05"), money("800.01"), .zero])
    let second = try journal.audit("2026Q2").movements
    #expect(second.map(\.opening) == first.map(\.closing))
    #expect(try second.map(\.movement) == [money("-8000.05"), money("-800.01"), .zero])
    #expect(second.map(\.closing) == [.zero, .zero, .zero])
  }

  @Test func `the last second of a Shanghai quarter is 15:59:59 in Greenwich`() throws {
    var journal = Journal()
    try journal.add("PGY-1", "2026-03-01", .book(booking(Money(yuan: 100))))
    try journal.add("PGY-2", "2026-03-01", .book(booking(Money(yuan: 200))))
    try journal.add("PGY-1", "2026-03-31T15:59:59Z", .pay)
    try journal.add("PGY-2", "2026-03-31T16:00:00Z", .pay)
    #expect(try journal.audit("2026Q1").total.amounts.quote == Money(yuan: 100))
    #expect(try journal.audit("2026Q2").total.amounts.quote == Money(yuan: 200))
  }

  @Test func `a leap day counts, and a fiscal year is named by the year it starts in`() throws {
    var journal = Journal()
    try journal.add("PGY-1", "2028-02-29", .book(booking(Money(yuan: 100))))
    try journal.add("PGY-1", "2028-02-29T23:59:59+08:00", .pay)
    #expect(try journal.audit("2028Q1").total.amounts.quote == Money(yuan: 100))
    let fiscal = try journal.audit("FY2027Q4", startMonth: 4)
    #expect(fiscal.total.amounts.quote == Money(yuan: 100))
    #expect(fiscal.quarter.description == "FY2027Q4")
    #expect(fiscal.asOf.description == "2028-03-31")
  }

  @Test func `open orders show commitment and escrow at the quarter's end`() throws {
    var journal = try journal()
    try journal.add("PGY-2", "2026-03-31", .book(booking(Money(yuan: 500))))
    try journal.add("PGY-3", "2026-03-31", .book(booking(Money(yuan: 900))))
    try journal.add("PGY-3", "2026-04-02", .cancel(killFee: .zero, keeping: []))
    let audit = try journal.audit("2026Q1")
    #expect(audit.openOrders.map(\.order) == ["PGY-1", "PGY-2", "PGY-3"])
    #expect(audit.openOrders.map(\.status) == [.paid, .booked, .booked])
    #expect(
      try audit.openOrders.map(\.escrow) == [money("8800.06"), .zero, .zero])
    #expect(audit.openCommitment == Money(yuan: 1540))
    #expect(audit.escrow == (try money("8800.06")))
    #expect(try journal.audit("2026Q2").openOrders.map(\.order) == ["PGY-2"])
  }

  @Test func `groups are ordered: tiers by size, creators and MCNs by what they cost`() throws {
    var journal = Journal()
    for (number, creator, quote, mcn) in [
      (1, "b", 300, "Alpha"), (2, "a", 300, "Beta"), (3, "c", 700, nil), (4, "d", 50, "Beta"),
    ] as [(Int, String, Int64, String?)] {
      var booking = booking(Money(yuan: quote))
      (booking.creator, booking.mcn) = (CreatorID(creator), mcn)
      try journal.add("PGY-\(number)", "2026-01-05", .book(booking))
      try journal.add("PGY-\(number)", "2026-01-06", .pay)
    }
    let facts = ["a": "mid", "b": "nano", "c": "nano"].mapValues { code in
      CreatorFacts(nickname: "小\(code)", tier: tier(code), benchmark: nil)
    }
    let audit = try journal.audit("2026Q1", facts: facts)
    #expect(audit.byTier.map(\.key) == ["nano", "mid", nil])
    #expect(audit.byTier.map(\.orders) == [2, 1, 1])
    #expect(audit.byTier.map(\.amounts.brandTotal.fen) == [110_000, 33_000, 5_500])
    #expect(audit.byCreator.map(\.key) == ["c", "a", "b", "d"])
    #expect(audit.byCreator.map(\.name) == ["小nano", "小mid", "小nano", nil])
    #expect(audit.byMCN.map(\.key) == [nil, "Beta", "Alpha"])
    #expect(audit.total.orders == 4)
  }

  private func tier(_ code: String) -> Tier {
    Tier(
      code: code, name: code, chineseName: code, band: .koc,
      minFollowers: code == "nano" ? 0 : 100_000,
      usualFee: Money(yuan: 1)...Money(yuan: 1_000_000))
  }

  @Test func `the same journal gives an equal audit`() throws {
    #expect(try journal().audit("2026Q3") == journal().audit("2026Q3"))
  }

  @Test func `an empty journal is a clean audit of nothing`() throws {
    let audit = try Journal().audit("2026Q3")
    #expect(audit.total.orders == 0 && audit.findings.isEmpty && audit.lastSequence == 0)
    #expect(audit.movements.allSatisfy { $0.closing == .zero })
  }
}
