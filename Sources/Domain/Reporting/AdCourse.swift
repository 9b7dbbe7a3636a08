/// What ads of one format on one note have come to by any day.
///
/// Of what was said of a day the last counts; what stands is the newest total and the days behind it.
public struct AdCourse: Sendable {
  private let totals: [Dated<AdResult>]
  private let days: [Dated<AdResult>]

  /// A course of what was said: the oldest day first, of one day in the order it came.
  public init(_ said: [Dated<AdResult>]) {
    totals = Self.last(said.filter { $0.value.span == .total })
    days = Self.last(said.filter { $0.value.span == .day })
  }

  private static func last(_ said: [Dated<AdResult>]) -> [Dated<AdResult>] {
    var last: [Dated<AdResult>] = []
    for ad in said {
      if last.last?.day == ad.day { last.removeLast() }
      last.append(ad)
    }
    return last
  }

  /// The days on which something was said.
  public var saidOn: Set<Day> { Set((totals + days).map(\.day)) }

  /// What stands through a day: the newest total, then the days behind it; nothing before the first.
  public func standing(through day: Day) -> [AdResult] {
    let total = totals.last { $0.day <= day }
    let later = days.filter { $0.day <= day && (total.map(\.day) ?? .distantPast) < $0.day }
    return ((total.map { [$0] } ?? []) + later).map(\.value)
  }

  /// What they have cost by a day; `nil` before the first.
  public func spend(through day: Day) -> Money? {
    let standing = standing(through: day)
    return standing.isEmpty ? nil : standing.reduce(.zero) { $0 + $1.spend }
  }
}

extension Day {
  fileprivate static let distantPast = Day(number: .min)
}

extension AdSums {
  /// What some ads came to, each count with the spend on those that it is known of; `nil` for none.
  public init?(_ ads: [AdResult]) {
    guard !ads.isEmpty else { return nil }
    self.init(
      spend: ads.reduce(.zero) { $0 + $1.spend }, impressions: Side(ads) { $0.impressions },
      clicks: Side(ads) { $0.clicks }, interactions: Side(ads) { $0.interactions })
  }
}

extension AdSums.Side {
  /// A count of the ads that it is known of.
  fileprivate init?(_ ads: [AdResult], _ count: (AdResult) -> Int64?) {
    var (sum, spend): (Int64?, Int64) = (nil, 0)
    for ad in ads {
      guard let count = count(ad) else { continue }
      (sum, spend) = ((sum ?? 0) + count, spend + ad.spend.fen)
    }
    self.init(count: sum, spendFen: spend)
  }
}
