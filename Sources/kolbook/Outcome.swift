/// A result that is no error but has an exit code of its own; everything has been said already.
enum Outcome: Error {
  /// No plan fits.
  case infeasible
  /// The audit has findings of severity error.
  case auditErrors

  /// The exit code.
  var code: Int32 {
    switch self {
    case .infeasible: 2
    case .auditErrors: 3
    }
  }
}
