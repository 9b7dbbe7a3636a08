import Domain
import Testing

@Suite struct DollarTests {
  private let day = Day("2026-07-01")

  private func rate(_ text: String) throws -> DollarRate {
    try DollarRate(from: #require(day), text: text)
  }

  @Test(
    arguments: [
      ("7.10", 71_000, 10_000), ("7", 700, 100), ("7.2", 5, 1), ("7.2", 3, 0), ("7.2", 0, 0),
      ("2", 1, 1), ("2", 3, 2), ("0.5", 1, 2),
      ("7.12345678", 1_000_000_000_000_000, 140_381_282_695_169),
    ] as [(String, Int64, Int64)])
  func `an amount is rounded half up to a cent, and as much below zero`(
    _ text: String, _ fen: Int64, _ cents: Int64
  ) throws {
    let rate = try rate(text)
    #expect(rate.dollars(of: Money(fen: fen)) == Dollars(cents: cents))
    #expect(rate.dollars(of: Money(fen: -fen)) == Dollars(cents: -cents))
  }

  @Test func `no other cent is nearer`() throws {
    var random = SplitMix(seed: 3)
    for _ in 0..<2_000 {
      let (whole, part) = (
        Int64.random(in: 0...20, using: &random), Int64.random(in: 1...9_999, using: &random)
      )
      let digits = String(10_000 + part).dropFirst()
      let fen = Int64.random(in: 0...10_000_000_000_000, using: &random)
      let cents = Int128(try rate("\(whole).\(digits)").dollars(of: Money(fen: fen)).cents)
      let scaled = Int128(whole * 10_000 + part)
      let error = 2 * (Int128(fen) * 10_000 - cents * scaled)
      #expect(-scaled <= error && error < scaled)
    }
  }

  @Test(arguments: ["", "0", "-7", "7,1", "7.123456789", "1e1", "7万", "abc", "NaN"])
  func `what is no rate is refused`(_ text: String) throws {
    #expect(throws: NumberProblem.self) { try rate(text) }
  }

  @Test func `dollars read like money`() {
    #expect(Dollars(cents: 880_006).description == "$8,800.06")
    #expect(Dollars(cents: -1).description == "-$0.01")
  }

  @Test func `the last rate on or before a day is in force`() throws {
    let days = try ["2026-07-01", "2026-07-05"].map { try #require(Day($0)) }
    let rates = try zip(days, ["7", "8"]).map { try DollarRate(from: $0, text: $1) }
    #expect(DollarRate.inForce(rates, on: days[0].adding(days: -1)) == nil)
    #expect(DollarRate.inForce(rates, on: days[0].adding(days: 3)) == rates[0])
    #expect(DollarRate.inForce(rates, on: days[1]) == rates[1])
  }
}
