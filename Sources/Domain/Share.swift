/// A proportion in basis points: 1 bp = 0.01 %, so 10 % = 1000 bp.
public struct Share: Hashable, Comparable, Sendable {
  /// The proportion, 0 through 10 000.
  public let basisPoints: Int64

  /// - Precondition: `basisPoints` is 0 through 10 000.
  public init(basisPoints: Int64) {
    precondition((0...10_000).contains(basisPoints), "share out of 0...10000 bp: \(basisPoints)")
    self.basisPoints = basisPoints
  }

  /// The proportion that a person typed: `10%`, `10`, `7.5%`; a bare number is percent.
  ///
  /// - Throws: ``NumberProblem`` unless it is 0 % through 100 % in whole basis points.
  public init(percentText text: String) throws(NumberProblem) {
    let wanted = "a percentage from 0% to 100% with at most two decimals, such as 10%"
    var digits = text
    if digits.hasSuffix("%") || digits.hasSuffix("％") { digits.removeLast() }
    guard let number = try? ExactNumber(digits), !number.namesUnit,
      let basisPoints = number.whole(timesTenTo: 2), (0...10_000).contains(basisPoints)
    else { throw NumberProblem(wanted: wanted) }
    self.basisPoints = basisPoints
  }

  /// This share of an amount of zero or more, rounded half up to a fen (LEDGER: (n·bp + 5000) / 10000).
  ///
  /// - Precondition: the amount is not negative.
  public func of(_ amount: Money) -> Money {
    precondition(amount.fen >= 0, "a share of a negative amount")
    let (product, isLarge) = amount.fen.multipliedReportingOverflow(by: basisPoints)
    if !isLarge, product <= .max - 5_000 { return Money(fen: (product + 5_000) / 10_000) }
    return Money(fen: Int64((Int128(amount.fen) * Int128(basisPoints) + 5_000) / 10_000))
  }

  /// Whether a share is smaller than another.
  public static func < (left: Share, right: Share) -> Bool { left.basisPoints < right.basisPoints }
}

extension Share: CustomStringConvertible {
  /// The proportion as people read it: `10%`, `7.5%`, `0.05%`.
  public var description: String { Percent.text(basisPoints: basisPoints) }
}
