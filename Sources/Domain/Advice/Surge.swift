/// A count that rose far faster than before.
public struct Surge: Hashable, Sendable {
  /// A count of a day.
  public struct Point: Hashable, Sendable {
    /// The day.
    public let day: Day
    /// The count.
    public let count: Int64

    /// A count of a day.
    public init(day: Day, count: Int64) { (self.day, self.count) = (day, count) }
  }

  /// Where it began.
  public let from: Point
  /// Where it ended.
  public let to: Point
  /// How many times the pace from the first count on, one a day where there was none.
  public let pace: Ratio

  /// The newest surge in counts, the oldest first; of a day the last counts.
  ///
  /// The rise between two counts that follow one another is a surge when its pace is more than so many times
  /// that from the first count to the earlier of both, and it is at least `least` of that one.
  public static func newest(
    in points: [Point], pace: Int64, notBefore: Day? = nil, least: (Int64) -> Int64
  ) -> Surge? {
    let days = last(ofEachDay: points)
    guard days.count >= 3, let first = days.first else { return nil }
    for place in days.indices.dropFirst(2).reversed() {
      let (from, to) = (days[place - 1], days[place])
      if let notBefore, from.day < notBefore { return nil }
      let gain = to.count - from.count
      guard gain > 0, gain >= least(from.count) else { continue }
      let before = Int64(from.day.number - first.day.number)
      let earlier = max(before, from.count - first.count)
      let (part, tooMuch) = gain.multipliedReportingOverflow(by: before)
      let (whole, tooLong) = earlier.multipliedReportingOverflow(
        by: Int64(to.day.number - from.day.number))
      guard !tooMuch, !tooLong, let ratio = Ratio(part, to: whole) else { continue }
      if ratio.isAbove(basisPoints: pace) { return Surge(from: from, to: to, pace: ratio) }
    }
    return nil
  }

  private static func last(ofEachDay points: [Point]) -> [Point] {
    // Mostly there is one of each day.
    guard zip(points, points.dropFirst()).contains(where: { $0.day == $1.day }) else {
      return points
    }
    var days: [Point] = []
    for point in points {
      if days.last?.day == point.day { days.removeLast() }
      days.append(point)
    }
    return days
  }

  /// What rose, when, and how fast.
  func text(_ thing: String) -> String {
    "\(thing) rose from \(Grouped.text(from.count)) on \(from.day) to \(Grouped.text(to.count)) on "
      + "\(to.day), \(pace) the pace before"
  }
}
