/// How long a search may take, and how long it has taken so far, shown each second to who reads along.
final class SearchClock {
  /// When it was first asked: a second search has its own time.
  private lazy var start = ContinuousClock.now
  private let limit: Duration
  private let words: String
  private var shown = 0

  /// A limit in seconds.
  init(limit seconds: UInt32, _ words: String = "searching for ") {
    limit = .seconds(Int64(seconds))
    self.words = words
  }

  /// Whether to stop: the time is over, or Ctrl-C was pressed.
  func isOver() -> Bool {
    let passed = ContinuousClock.now - start
    if passed.components.seconds > shown {
      shown = Int(passed.components.seconds)
      Progress.show(shown, "second", before: words)
    }
    return Interrupt.isAsked() || passed >= limit
  }
}
