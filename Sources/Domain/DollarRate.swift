/// What a dollar costs in yuan from a day on, exactly as a source gave it.
public struct DollarRate: Hashable, Sendable {
  /// The first Shanghai day it stands for.
  public let from: Day
  /// Yuan for a dollar: `coefficient` × 10^`exponent`.
  private let yuan: ExactNumber

  /// - Throws: ``NumberProblem`` unless the text is a decimal number above zero with at most 8 decimals.
  public init(from: Day, text: String) throws(NumberProblem) {
    let wanted = "yuan for a dollar, such as 7.1234, with at most 8 decimals"
    guard let number = try? ExactNumber(text), !number.namesUnit, number.coefficient > 0,
      number.coefficient < 1_000_000_000_000_000, (-8...0).contains(number.exponent)
    else { throw NumberProblem(wanted: wanted) }
    (self.from, yuan) = (from, number)
  }

  /// An amount of yuan in dollars, half up to a cent; below zero as above it, so that what is paid back
  /// is what was paid.
  public func dollars(of amount: Money) -> Dollars {
    let scale = (0..<(-yuan.exponent)).reduce(Int128(1)) { product, _ in product * 10 }
    let (fen, rate) = (Int128(amount.fen.magnitude) * scale, Int128(yuan.coefficient))
    let cents = Int64(clamping: (2 * fen + rate) / (2 * rate))
    return Dollars(cents: amount.fen < 0 ? -cents : cents)
  }

  /// The rate in force on a day: the last one given on or before it.
  ///
  /// - Parameter rates: by day, the oldest first.
  public static func inForce(_ rates: [DollarRate], on day: Day) -> DollarRate? {
    rates.last { $0.from <= day }
  }
}
