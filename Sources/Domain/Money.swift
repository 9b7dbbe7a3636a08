/// An amount of money in fen: 1 yuan = 100 fen.
///
/// Everything that is typed or imported is limited to ``largest`` before it gets here, so sums of
/// a book's amounts stay far from the ends of `Int64`; an overflow is our own mistake and traps.
public struct Money: Hashable, Comparable, Sendable {
  /// The amount; negative for a refund or a shortfall.
  public let fen: Int64

  /// Nothing.
  public static var zero: Money { Money(fen: 0) }

  /// The largest amount that a person can enter: 100 billion yuan (LEDGER: 1 <= quote <= 10^13 fen).
  public static let largest = Money(fen: 10_000_000_000_000)

  /// An amount in fen.
  public init(fen: Int64) {
    self.fen = fen
  }

  /// A whole number of yuan.
  public init(yuan: Int64) {
    self.fen = yuan * 100
  }

  /// The amount that a person typed in yuan: `3000`, `450.0`, `¥3,000`, `30万`, `1.2w`.
  ///
  /// - Throws: ``NumberProblem`` with what was wanted; more than two decimals are refused, never rounded.
  public init(yuanText text: String) throws(NumberProblem) {
    try self.init(yuan: ExactNumber(text, allowingCurrency: true))
  }

  /// An exact number of yuan.
  ///
  /// - Parameter rounding: what becomes of an amount finer than a fen.
  /// - Throws: ``NumberProblem`` when it is below zero, finer than a fen or above ``largest``.
  public init(yuan number: ExactNumber, rounding: FenRounding = .refuse) throws(NumberProblem) {
    guard number.coefficient >= 0 else {
      throw NumberProblem(wanted: "an amount of 0 yuan or more")
    }
    let whole =
      rounding == .halfUp ? number.rounded(timesTenTo: 2) : number.whole(timesTenTo: 2)
    guard let fen = whole else {
      throw NumberProblem(
        wanted: number.isTooFine(forDecimals: 2)
          ? "an amount in yuan with at most two decimals" : Self.tooLarge)
    }
    guard fen <= Self.largest.fen else { throw NumberProblem(wanted: Self.tooLarge) }
    self.fen = fen
  }

  /// A change that a person typed in yuan, up or down: `-0.01`, `12.50`, `+3`.
  ///
  /// - Parameter rounding: what becomes of an amount finer than a fen.
  /// - Throws: ``NumberProblem`` when it is no amount, finer than a fen or above ``largest`` either way.
  public init(signedYuanText text: String, rounding: FenRounding = .refuse) throws(NumberProblem) {
    let number = try ExactNumber(text, allowingCurrency: true)
    // At most 18 digits were read, so the sign can be taken off.
    let amount = try Money(
      yuan: ExactNumber(coefficient: abs(number.coefficient), exponent: number.exponent),
      rounding: rounding)
    self.fen = number.coefficient < 0 ? -amount.fen : amount.fen
  }

  private static let tooLarge = "an amount of at most 100,000,000,000 yuan"

  /// The sum of two amounts.
  public static func + (left: Money, right: Money) -> Money { Money(fen: left.fen + right.fen) }

  /// The difference of two amounts.
  public static func - (left: Money, right: Money) -> Money { Money(fen: left.fen - right.fen) }

  /// The same amount with the other sign.
  public static prefix func - (amount: Money) -> Money { Money(fen: -amount.fen) }

  /// Adds to an amount.
  public static func += (left: inout Money, right: Money) { left = left + right }

  /// Whether an amount is smaller than another.
  public static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }
}

extension Money: CustomStringConvertible {
  /// The amount as people read it: `¥8,800.06`, `-¥0.01`.
  public var description: String {
    "\(fen < 0 ? "-" : "")¥\(Grouped.text(fen.magnitude / 100)).\(cents)"
  }

  /// The amount in yuan as machines read it, always with two decimals: `8800.06`, `-0.01`.
  public var yuanText: String {
    "\(fen < 0 ? "-" : "")\(fen.magnitude / 100).\(cents)"
  }

  private var cents: String {
    let rest = fen.magnitude % 100
    return rest < 10 ? "0\(rest)" : "\(rest)"
  }
}
