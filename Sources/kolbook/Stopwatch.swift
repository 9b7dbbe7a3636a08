/// A limit in time.
struct Stopwatch {
  private let end: ContinuousClock.Instant

  /// A limit so many seconds from now.
  init(seconds: Int64) {
    end = ContinuousClock.now + .seconds(seconds)
  }

  /// Whether the time is over.
  var isOver: Bool { ContinuousClock.now >= end }
}
