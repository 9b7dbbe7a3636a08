/// Why a text is not the number that was asked for.
public struct NumberProblem: Error, Equatable, Sendable {
  /// What would have been accepted, as a noun phrase: "a whole number, such as 125000 or 12.5万".
  public let wanted: String

  /// A problem named by what was wanted.
  public init(wanted: String) {
    self.wanted = wanted
  }
}
