/// A point in time in whole seconds, seen from Shanghai: UTC+8, no summer time since 1991.
public struct Moment: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let utcSeconds: Int64

  /// The moment `utcSeconds` after 1970-01-01T00:00:00Z.
  public init(utcSeconds: Int64) {
    self.utcSeconds = utcSeconds
  }

  /// The first second of a Shanghai day.
  public init(startOf day: Day) {
    self.utcSeconds = Int64(day.number) * 86_400 - Self.shanghaiOffset
  }

  /// An ISO time with an offset (`2026-03-31T15:59:59Z`, `2026-03-31T23:59:59+08:00`) or a bare Shanghai date.
  ///
  /// A time without an offset is refused: nobody could say which quarter it falls in.
  public init?(_ text: String) {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let day = Day(String(first)) else { return nil }
    guard parts.count == 2 else {
      self.init(startOf: day)
      return
    }
    guard let (seconds, offset) = Self.clock(Array(parts[1].utf8)) else { return nil }
    self.init(utcSeconds: Int64(day.number) * 86_400 + seconds - offset)
  }

  /// The Shanghai day it falls on.
  public var day: Day {
    Day(number: Int32((utcSeconds + Self.shanghaiOffset).flooredDivision(by: 86_400)))
  }

  /// Whether a moment is before another.
  public static func < (left: Moment, right: Moment) -> Bool { left.utcSeconds < right.utcSeconds }

  private static let shanghaiOffset: Int64 = 8 * 3_600

  /// `hh:mm[:ss]` and then `Z` or `±hh:mm`: seconds of the day, and the offset in seconds.
  private static func clock(_ text: [UInt8]) -> (seconds: Int64, offset: Int64)? {
    guard let hour = two(text, 0, below: 24), text.count > 5, text[2] == UInt8(ascii: ":"),
      let minute = two(text, 3, below: 60)
    else { return nil }
    var end = 5
    var second: Int64 = 0
    if text[5] == UInt8(ascii: ":") {
      guard let value = two(text, 6, below: 60) else { return nil }
      (second, end) = (value, 8)
    }
    let seconds = hour * 3_600 + minute * 60 + second
    let zone = Array(text[end...])
    if zone == [UInt8(ascii: "Z")] { return (seconds, 0) }
    guard zone.count == 6, zone[3] == UInt8(ascii: ":"), let hours = two(zone, 1, below: 15),
      let minutes = two(zone, 4, below: 60)
    else { return nil }
    switch zone[0] {
    case UInt8(ascii: "+"): return (seconds, hours * 3_600 + minutes * 60)
    case UInt8(ascii: "-"): return (seconds, -(hours * 3_600 + minutes * 60))
    default: return nil
    }
  }

  private static func two(_ text: [UInt8], _ start: Int, below limit: Int64) -> Int64? {
    guard text.count >= start + 2 else { return nil }
    let digits = text[start..<(start + 2)].map { Int64($0) - 48 }
    guard digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
    let value = digits[0] * 10 + digits[1]
    return value < limit ? value : nil
  }
}

extension Moment: CustomStringConvertible {
  /// The moment in Shanghai time with its offset: `2026-03-31T23:59:59+08:00`.
  public var description: String {
    let second = (utcSeconds + Self.shanghaiOffset) - Int64(day.number) * 86_400
    let two = { (value: Int64) in value < 10 ? "0\(value)" : "\(value)" }
    return "\(day)T\(two(second / 3_600)):\(two(second / 60 % 60)):\(two(second % 60))+08:00"
  }
}

extension Int64 {
  /// Division that rounds towards minus infinity, so that moments before 1970 keep their day.
  fileprivate func flooredDivision(by divisor: Int64) -> Int64 {
    self >= 0 ? self / divisor : (self + 1) / divisor - 1
  }
}
