/// A quarter of a calendar year, or of a fiscal year that is named by the year it starts in.
public struct Quarter: Hashable, Sendable {
  /// The year in its name.
  public let year: Int
  /// 1 through 4.
  public let index: Int
  /// The month the year starts in: 1 for calendar quarters.
  public let startMonth: Int

  /// - Precondition: `index` is 1 through 4 and `startMonth` 1 through 12.
  public init(year: Int, index: Int, startMonth: Int = 1) {
    precondition((1...4).contains(index) && (1...12).contains(startMonth))
    (self.year, self.index, self.startMonth) = (year, index, startMonth)
  }

  /// The quarter a Shanghai day falls in.
  public init(containing day: Day, startMonth: Int = 1) {
    let (year, month, _) = day.parts
    let index = (month - startMonth + 12) % 12
    self.init(
      year: month < startMonth ? year - 1 : year, index: index / 3 + 1, startMonth: startMonth)
  }

  /// A quarter by its name: `2026Q3`, `2026-Q3`, `2026q3`, and `FY2025Q4` with a fiscal `startMonth`.
  public init?(_ text: String, startMonth: Int = 1) {
    var name = text.uppercased()
    if name.hasPrefix("FY") { name.removeFirst(2) }
    let parts = name.split(separator: "Q", omittingEmptySubsequences: false)
    guard parts.count == 2, let index = Int(parts[1]), parts[1].count == 1, (1...4).contains(index)
    else { return nil }
    let digits = parts[0].hasSuffix("-") ? parts[0].dropLast() : parts[0]
    guard digits.count == 4, let year = Int(digits), (1900...9998).contains(year) else {
      return nil
    }
    self.init(year: year, index: index, startMonth: startMonth)
  }

  /// Its first day.
  public var firstDay: Day {
    let month = startMonth - 1 + (index - 1) * 3
    guard let day = Day(year: year + month / 12, month: month % 12 + 1, day: 1) else {
      preconditionFailure("quarter \(self) starts outside the calendar")
    }
    return day
  }

  /// Its last day.
  public var lastDay: Day { next.firstDay.adding(days: -1) }

  /// The quarter after it.
  public var next: Quarter {
    index == 4
      ? Quarter(year: year + 1, index: 1, startMonth: startMonth)
      : Quarter(year: year, index: index + 1, startMonth: startMonth)
  }

  /// Whether a Shanghai day falls in it.
  public func contains(_ day: Day) -> Bool {
    Quarter(containing: day, startMonth: startMonth) == self
  }
}

extension Quarter: CustomStringConvertible {
  /// Its name: `2026Q3`, or `FY2025Q4` for a fiscal year.
  public var description: String { "\(startMonth == 1 ? "" : "FY")\(year)Q\(index)" }
}
