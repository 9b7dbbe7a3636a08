/// What is advised of putting feed ads on a note.
public enum BoostVerdict: String, CaseIterable, Sendable {
  /// It stands out.
  case boost
  /// It stands out, and something in its figures is unusual.
  case lookFirst = "look_first"
  /// It is read as usual, or less.
  case usual
  /// It is read much, and few who read it react.
  case fewReact = "few_react"
  /// Its figures are of its first days.
  case tooYoung = "too_young"
  /// How old its figures are is not known.
  case ageUnknown = "age_unknown"
  /// What was paid for is not told apart from what wasn't.
  case notToldApart = "not_told_apart"
  /// Nothing to compare it with.
  case noNorm = "no_norm"

  /// All of them, the first first.
  static let order = allCases

  /// The verdict in words.
  public var words: String {
    switch self {
    case .boost: "boost"
    case .lookFirst: "look first"
    case .usual: "as usual"
    case .fewReact: "few react"
    case .tooYoung: "too young"
    case .ageUnknown: "age unknown"
    case .notToldApart: "natural unknown"
    case .noNorm: "no norm"
    }
  }
}
