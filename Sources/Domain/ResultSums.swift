/// Sums over notes. A quotient of a group is a quotient of sums, over the notes of which both sides are
/// known; never an average of quotients.
public struct ResultSums: Sendable {
  /// How many notes.
  public private(set) var notes: Int64 = 0
  /// What they cost; like every sum over those of which it is known, `nil` when of none.
  public private(set) var cost: Money?
  /// How many have a cost.
  public private(set) var withCost: Int64 = 0
  /// What ads on them cost.
  public private(set) var adSpend: Money?
  /// How many have ads.
  public private(set) var withAds: Int64 = 0
  /// Clicks on those ads.
  public private(set) var adClicks: Int64?
  /// Impressions, all traffic.
  public private(set) var impressions: Int64?
  /// Impressions that nobody paid for.
  public private(set) var organicImpressions: Int64?
  /// How many have these told apart from paid ones.
  public private(set) var withOrganic: Int64 = 0
  /// Impressions bought as ads.
  public private(set) var promotedImpressions: Int64?
  /// Impressions bought as heating.
  public private(set) var heatedImpressions: Int64?
  /// Reads, all traffic.
  public private(set) var reads: Int64?
  /// Reads that nobody paid for.
  public private(set) var organicReads: Int64?
  /// Reads bought as ads.
  public private(set) var promotedReads: Int64?
  /// Reads bought as heating.
  public private(set) var heatedReads: Int64?
  /// Interactions.
  public private(set) var interactions: Int64?
  /// Reads expected at booking, of the notes of which that is known.
  public private(set) var expectedReads: Int64?
  /// Interactions expected at booking, likewise.
  public private(set) var expectedInteractions: Int64?
  /// How many have something expected of them.
  public private(set) var withExpected: Int64 = 0
  private var sides = [(part: Int64, whole: Int64)](
    repeating: (0, 0), count: Self.metrics.count)
  private static let metrics = ResultMetric.allCases

  /// No notes.
  public init() {}

  /// One note more.
  public mutating func add(_ note: NoteResult) {
    let figures = note.figures
    notes += 1
    if let more = note.cost { (cost, withCost) = ((cost ?? .zero) + more, withCost + 1) }
    if let ads = note.ads {
      (adSpend, withAds) = ((adSpend ?? .zero) + ads.spend, withAds + 1)
      Self.add(ads.clicks?.count, to: &adClicks)
    }
    Self.add(figures.impressions, to: &impressions)
    Self.add(figures.organicImpressions, to: &organicImpressions)
    if figures.organicImpressions != nil { withOrganic += 1 }
    Self.add(figures.promotedImpressions, to: &promotedImpressions)
    Self.add(figures.heatedImpressions, to: &heatedImpressions)
    Self.add(figures.reads, to: &reads)
    Self.add(figures.organicReads, to: &organicReads)
    Self.add(figures.promotedReads, to: &promotedReads)
    Self.add(figures.heatedReads, to: &heatedReads)
    Self.add(figures.interactions, to: &interactions)
    if let expected = note.expected {
      Self.add(expected.reads, to: &expectedReads)
      Self.add(expected.interactions, to: &expectedInteractions)
      withExpected += 1
    }
    for (place, metric) in Self.metrics.enumerated() {
      guard let both = metric.sides(of: note) else { continue }
      sides[place].part += both.part
      sides[place].whole += both.whole
    }
  }

  /// The sums over other notes too.
  public mutating func add(_ others: ResultSums) {
    notes += others.notes
    if let more = others.cost { cost = (cost ?? .zero) + more }
    if let more = others.adSpend { adSpend = (adSpend ?? .zero) + more }
    withCost += others.withCost
    withAds += others.withAds
    withOrganic += others.withOrganic
    withExpected += others.withExpected
    Self.add(others.adClicks, to: &adClicks)
    Self.add(others.impressions, to: &impressions)
    Self.add(others.organicImpressions, to: &organicImpressions)
    Self.add(others.promotedImpressions, to: &promotedImpressions)
    Self.add(others.heatedImpressions, to: &heatedImpressions)
    Self.add(others.reads, to: &reads)
    Self.add(others.organicReads, to: &organicReads)
    Self.add(others.promotedReads, to: &promotedReads)
    Self.add(others.heatedReads, to: &heatedReads)
    Self.add(others.interactions, to: &interactions)
    Self.add(others.expectedReads, to: &expectedReads)
    Self.add(others.expectedInteractions, to: &expectedInteractions)
    for place in sides.indices {
      sides[place].part += others.sides[place].part
      sides[place].whole += others.sides[place].whole
    }
  }

  private static func add(_ more: Int64?, to sum: inout Int64?) {
    if let more { sum = (sum ?? 0) + more }
  }

  /// A metric of the group, in its unit; `nil` when there is nothing to divide by.
  public subscript(_ metric: ResultMetric) -> Int64? {
    guard let place = Self.metrics.firstIndex(of: metric) else { return nil }
    return metric.quotient(sides[place].part, sides[place].whole)
  }
}
