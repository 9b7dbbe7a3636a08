import Domain

/// How far work has come, how fast it goes and how long it will take, shown after its first second and only
/// where a person reads along.
final class Pace {
  private let thing: String
  /// When the first of them were done.
  private lazy var start = ContinuousClock.now
  private var shown: ContinuousClock.Instant?

  private init(of thing: String) { self.thing = thing }

  /// Does some work that tells how far it has come, and takes the words away when it ends.
  ///
  /// - Parameter thing: what is counted: `row`.
  static func show<R>(_ thing: String, _ work: ((Int, Int) -> Void) throws -> R) rethrows -> R {
    let pace = Pace(of: thing)
    defer { if pace.shown != nil { Progress.end() } }
    return try work(pace.show)
  }

  /// Shows a count, at most five times a second.
  ///
  /// - Parameter total: how many there will be, as far as one knows.
  private func show(_ count: Int, of total: Int) {
    guard Talk.isTerminal else { return }
    let now = ContinuousClock.now
    guard now - start >= .seconds(1), now - (shown ?? start) > .milliseconds(200) else { return }
    shown = now
    Talk.hint("\r\u{1B}[K" + Self.words(count, of: total, thing, after: now - start))
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
