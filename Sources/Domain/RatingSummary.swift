/// What several raters think, the newest rating of each.
public struct RatingSummary: Hashable, Sendable {
  /// The sum of the stars, in parts of ``unit``.
  public let sum: Int64
  /// The parts of a star that ``sum`` counts: 1 where stars are known, 100 for an average.
  public let unit: Int64
  /// How many raters gave stars.
  public let raters: Int64
  /// The lowest and the highest, `nil` when nobody gave stars or they are not known.
  public let spread: ClosedRange<Int64>?

  /// Nobody has rated.
  public static let none = RatingSummary(stars: [])

  /// A summary of the stars that count, one a rater, each 1 through 5.
  public init(stars: [Int64]) {
    (sum, unit) = (stars.reduce(0, +), 1)
    raters = Int64(stars.count)
    spread = stars.min().flatMap { low in stars.max().map { low...$0 } }
  }

  /// A summary from its stored parts.
  public init(sum: Int64, raters: Int64, lowest: Int64, highest: Int64) {
    (self.sum, unit, self.raters) = (sum, 1, raters)
    spread = raters > 0 ? lowest...highest : nil
  }

  /// Stars in hundredths, one number a rater, such as an average that somebody else reckoned.
  public init(hundredths: [Int64]) {
    (sum, unit, raters) = (hundredths.reduce(0, +), 100, Int64(hundredths.count))
    spread = nil
  }

  /// The average in hundredths of a star, rounded half up; `nil` when nobody has rated.
  public var averageHundredths: Int64? {
    raters > 0 ? (sum * 200 + raters * unit) / (raters * unit * 2) : nil
  }

  /// How far apart the raters are: highest minus lowest.
  public var disagreement: Int64 { spread.map { $0.upperBound - $0.lowerBound } ?? 0 }

  /// What the average is worth to the planner, in percent: 1 → 60, 2 → 80, 3 → 100, 4 → 115, 5 → 130,
  /// linear between, rounded half up; unrated 100 (PLANNER section 1).
  public var weightPercent: Int64 {
    guard raters > 0 else { return 100 }
    let parts = raters * unit
    let whole = sum / parts
    let rest = sum - whole * parts
    let low = Self.weight(stars: whole)
    return low + ((Self.weight(stars: whole + 1) - low) * rest * 2 + parts) / (parts * 2)
  }

  private static func weight(stars: Int64) -> Int64 {
    switch stars {
    case ...1: 60
    case 2: 80
    case 3: 100
    case 4: 115
    default: 130
    }
  }
}

extension RatingSummary: CustomStringConvertible {
  /// `4.5 (2)`: the average with one or two decimals, and the number of raters; `-` for none.
  public var description: String {
    guard let average = averageHundredths else { return "-" }
    let decimals =
      average % 10 == 0 ? "\(average / 10 % 10)" : "\(average / 10 % 10)\(average % 10)"
    return "\(average / 100).\(decimals) (\(raters))"
  }
}
