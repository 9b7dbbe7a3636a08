import Domain
import Testing

@Suite struct MoneyTests {
  @Test(arguments: [
    ("3000", 300_000), ("450.0", 45_000), ("¥3,000", 300_000), ("30万", 30_000_000),
    ("1.2w", 1_200_000), ("￥8,000.05", 800_005), (" 0.01 ", 1), ("1,234,567.89", 123_456_789),
    ("3k", 300_000), ("1亿", 10_000_000_000), ("3000元", 300_000), ("０．５", 50), ("0", 0),
    ("12.345万", 12_345_000), ("100000000000", 10_000_000_000_000), ("CNY 12", 1_200),
  ])
  func `an amount is read exactly as it is typed`(text: String, fen: Int64) throws {
    #expect(try Money(yuanText: text).fen == fen)
  }

  @Test(arguments: [
    "", "abc", "12,5", "1,23,456", "1e5", "0.005", "33.335", "-1", "100000000000.01", "5.2%",
    "1.", ".5x", "--", "3 000", "1.2ww", "9999999999999999999", "12.3456789万",
  ])
  func `what is no exact amount of at least zero is refused`(text: String) {
    #expect(throws: NumberProblem.self) { try Money(yuanText: text) }
  }

  @Test(arguments: [
    ("33.335", 3_334), ("33.334999", 3_333), ("0.005", 1), ("0.0049", 0), ("8000.05", 800_005),
    ("12.3456785万", 12_345_679), ("0.12345678901234567", 12),
    ("99999999999.995", 10_000_000_000_000),
  ])
  func `on request an amount finer than a fen is rounded half up`(text: String, fen: Int64) throws {
    #expect(try Money(yuan: ExactNumber(text), rounding: .halfUp).fen == fen)
    #expect(try Money(signedYuanText: "-" + text, rounding: .halfUp).fen == -fen)
  }

  @Test func `yuan text comes back as the same amount`() throws {
    var generator = SplitMix(seed: 1)
    for _ in 0..<20_000 {
      let fen = Int64.random(in: 0...Money.largest.fen, using: &generator)
      let money = Money(fen: fen)
      #expect(try Money(yuanText: money.yuanText) == money)
      #expect(try Money(yuanText: money.description) == money)
    }
  }

  @Test(
    arguments: [
      (880_006, "¥8,800.06", "8800.06"), (-1, "-¥0.01", "-0.01"), (0, "¥0.00", "0.00"),
      (100_000_000, "¥1,000,000.00", "1000000.00"), (99_999, "¥999.99", "999.99"),
    ] as [(Int64, String, String)])
  func `an amount is written for people and for machines`(fen: Int64, shown: String, plain: String)
  {
    #expect(Money(fen: fen).description == shown)
    #expect(Money(fen: fen).yuanText == plain)
  }
}
