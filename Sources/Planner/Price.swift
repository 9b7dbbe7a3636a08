/// What a band's spend and picks cost the objective: values times 2^50, per fen and per pick.
///
/// Any prices that come from multipliers of zero or more give a true bound; good ones give a close bound.
struct Price {
  static let shift: Int128 = 50

  var cost: Int128 = 0
  var count: Int128 = 0

  /// A value in the unit of scores.
  static func scaled(_ value: Int64) -> Int128 { Int128(value) << shift }

  /// The largest whole value that is not above a score.
  static func whole(_ score: Int128) -> Int64 { Int64(clamping: score >> shift) }

  /// What is left of a value after paying for it.
  func score(value: Int64, cost: Int64, count: Int64) -> Int128 {
    Self.scaled(value) - self.cost * Int128(cost) - (count == 0 ? 0 : self.count * Int128(count))
  }
}
