import Domain
import Ledger
import Testing

/// LEDGER sections 1, 2 and 5.
@Suite struct `Fees and limits` {
  private func fees(_ fen: Int64, brand: Int64 = 1000) throws -> Recognised {
    let posting = try Posting(
      .book(booking(Money(fen: fen), brand: brand)), on: nil, order: "PGY-0001")
    return posting.state.recognised
  }

  @Test(arguments: [(5, 1), (4, 0), (3335, 334), (14, 1), (25, 3), (800_005, 80_001)])
  func `a tenth rounds half up to a fen`(quote: Int64, fee: Int64) throws {
    #expect(try fees(quote).brandFee == Money(fen: fee))
    #expect(try fees(quote).creatorFee == Money(fen: fee))
  }

  @Test func `each fee is within half a fen of a tenth, and at a tie above it`() throws {
    for fen in Int64(1)...20_000 {
      let error = try fees(fen).brandFee.fen * 10 - fen
      #expect(error > -5 && error <= 5, "quote \(fen) fen is off by \(error) tenths")
    }
  }

  @Test func `ten orders of five fen cost ten fen of fees, not five`() throws {
    #expect(try (0..<10).map { _ in try fees(5).brandFee.fen }.reduce(0, +) == 10)
  }

  @Test func `boosted orders take a fifth from the brand`() throws {
    let rates = try FrozenRates(.boosted, on: Day(number: 20_000), in: guide)
    #expect(rates.brand.basisPoints == 2000 && rates.creator.basisPoints == 1000)
    #expect(try fees(800_000, brand: 2000).brandFee == Money(yuan: 1600))
  }

  @Test func `the latest rate on or before the booking day holds`() throws {
    let change = try #require(Day(year: 2026, month: 7, day: 1))
    let schedule = FeeSchedule(
      guide.rates + [
        FeeRate(
          side: .brand, mode: .standard, from: change, share: Share(basisPoints: 800), source: "")
      ])
    let bp = { (day: Day) in
      try FrozenRates(.standard, on: day, in: schedule).brand.basisPoints
    }
    #expect(try bp(change.adding(days: -1)) == 1000)
    #expect(try bp(change) == 800)
  }

  @Test func `without a rate nothing is booked`() throws {
    let before = Day(number: 18_261)
    #expect(throws: Refusal.self) { try FrozenRates(.standard, on: before, in: guide) }
  }

  @Test func `the largest quote passes through every event`() throws {
    var play = try Play()
    try play.post(.book(booking(.largest, brand: 10_000, creator: 10_000)))
    try play.post(.pay)
    try play.post(.complete)
    try play.post(.refund(.largest, keeping: [.brand, .creator]))
    #expect(play.state?.recognised.brandFee == .largest)
    #expect(play.state?.recognised.quote == .zero)
    #expect(refusal(try Play(), .book(booking(Money(fen: Money.largest.fen + 1)))) != nil)
  }

  @Test func `a refund in parts returns exactly what was charged`() throws {
    for parts in [[800_005], [1, 800_004], [123_456, 5, 5, 5, 676_534], [400_002, 400_003]] {
      for completed in [false, true] {
        var play = try Play(completed ? .completed : .paid)
        for part in parts { try play.post(.refund(Money(fen: Int64(part)), keeping: [])) }
        for account in Account.allCases {
          let balance = play.transfers.reduce(Money.zero) { $0 + $1.effect(on: account) }
          #expect(balance == .zero, "\(account) after \(parts)")
        }
      }
    }
  }
}
