/// Why a text is not JSON.
public struct JSONProblem: Error, Equatable, Sendable, CustomStringConvertible {
  /// Where it stops being JSON.
  public let place: TextPlace
  /// What stands there, in words or in quotes.
  public let found: String
  /// What would have been accepted, as a noun phrase.
  public let wanted: String

  /// `3:14: wanted a comma or ], found "x"`.
  public var description: String {
    "\(place.line):\(place.column): wanted \(wanted), found \(found)"
  }
}
