/// What is advised of booking a creator again.
public enum RebookVerdict: String, CaseIterable, Sendable {
  /// Delivered what was expected, at no more than the tier's cost.
  case again
  /// The same, but something in the figures is unusual.
  case lookFirst = "look_first"
  /// Neither stands out nor disappoints.
  case asExpected = "as_expected"
  /// Dear for what came of it.
  case cheaper
  /// Delivered far less than was expected.
  case underDelivers = "under_delivers"
  /// Nothing was expected, and nothing compares the cost.
  case unknown

  /// The verdict in words.
  public var words: String {
    switch self {
    case .again: "book again"
    case .lookFirst: "look first"
    case .asExpected: "as expected"
    case .cheaper: "only for less"
    case .underDelivers: "under-delivers"
    case .unknown: "can't say"
    }
  }
}
