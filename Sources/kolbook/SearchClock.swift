/// How long a search may take, and how long it has taken so far, shown each second to who reads along.
final class SearchClock {
  private let start = ContinuousClock.now
  private let limit: Duration
  private var shown = 0

  /// A limit in seconds from now.
  init(limit seconds: UInt32) {
    limit = .seconds(Int64(seconds))
  }

  /// Whether to stop: the time is over, or Ctrl-C was pressed.
  func isOver() -> Bool {
    let passed = ContinuousClock.now - start
    if passed.components.seconds > shown {
      shown = Int(passed.components.seconds)
      Progress.show(shown, "second", before: "searching for ")
    }
    return Interrupt.isAsked() || passed >= limit
  }
}
