/// A reason that keeps a creator out of shortlists.
public enum Exclusion: Hashable, Sendable {
  /// Blocked by the user since a day.
  case blocked(since: Day, reason: String)
  /// Works for a competitor; out through this day.
  case conflict(until: Day, reason: String)

  /// Whether it holds on a day.
  public func holds(on day: Day) -> Bool {
    switch self {
    case .blocked: true
    case .conflict(let until, _): day <= until
    }
  }
}

extension Exclusion: CustomStringConvertible {
  /// `blocked since 2026-08-03: fake followers`, `conflict until 2026-12-31: rival launch`.
  public var description: String {
    switch self {
    case .blocked(let day, let reason): "blocked since \(day): \(reason)"
    case .conflict(let day, let reason): "conflict until \(day): \(reason)"
    }
  }
}
