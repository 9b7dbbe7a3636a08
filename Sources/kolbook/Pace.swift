import Domain

/// How far work has come, how fast it goes and how long it will take, shown after its first second and only
/// where a person reads along.
final class Pace {
  private let thing: String
  private let start = ContinuousClock.now
  private var shown: ContinuousClock.Instant

  /// - Parameter thing: what is counted: `row`.
  init(of thing: String) {
    self.thing = thing
    shown = start
  }

  /// Shows a count, at most five times a second.
  ///
  /// - Parameter total: how many there will be, as far as one knows.
  func show(_ count: Int, of total: Int) {
    guard Talk.isTerminal, ContinuousClock.now - shown > .milliseconds(200) else { return }
    shown = .now
    guard shown - start >= .seconds(1) else { return }
    Talk.hint("\r\u{1B}[K" + Self.words(count, of: total, thing, after: shown - start))
  }

  /// `240,000 of about 1,000,000 rows, 120,000 a second, 7 s left`; the end itself takes a while.
  static func words(_ count: Int, of total: Int, _ thing: String, after passed: Duration) -> String
  {
    let milliseconds = max(1, Int(passed / .milliseconds(1)))
    let rate = count * 1_000 / milliseconds
    let done = "\(Grouped.text(Int64(count))) of about \(Counted.text(max(count, total), thing))"
    guard count < total else { return done + ", finishing …" }
    let seconds = (total - count + max(1, rate) - 1) / max(1, rate)
    let left = seconds < 120 ? "\(seconds) s" : "\(seconds / 60) min"
    return "\(done), \(Grouped.text(Int64(rate))) a second, \(left) left …"
  }
}
