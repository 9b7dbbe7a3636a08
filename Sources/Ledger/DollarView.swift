public import Domain

/// An audit's orders in US dollars (LEDGER section 5): each entry's amounts at the last rate on or before
/// its day, each rounded to the cent; all else is a sum of these lines.
public struct DollarView {
  /// A rate is stale on the days after this many.
  private static let freshDays: Int32 = 7

  private let days: ClosedRange<Day>
  private let basis: AuditBasis
  /// The oldest first.
  private let rates: [DollarRate]
  /// By the day of the rate: the entries it was too old for.
  private var stale: [Day: (entries: Int, last: Day)] = [:]

  /// A view to come.
  ///
  /// - Parameter rates: by day, the oldest first.
  public init(_ quarter: Quarter, basis: AuditBasis, rates: [DollarRate]) {
    (days, self.basis, self.rates) = (quarter.firstDay...quarter.lastDay, basis, rates)
  }

  /// What an order comes to in the quarter.
  ///
  /// - Parameter entries: all of the order, oldest first.
  /// - Returns: `nil` for the amounts, with the day, when there is no rate on or before an entry's day.
  public mutating func amounts(of order: String, _ entries: [Entry]) -> (DollarAmounts?, Day) {
    var trail = OrderTrail()
    var sum = DollarAmounts.zero
    for entry in entries {
      let before = trail.amounts
      let figures = EntryFigures(entry)
      var terms: Terms<Int32>?
      if case .book(let booking) = entry.event { terms = Terms(booking).map { _ in 0 } }
      _ = trail.follow(figures, terms)
      trail.count(figures, days: days, basis: basis)
      let line = trail.amounts - before
      guard line != .zero else { continue }
      guard let rate = DollarRate.inForce(rates, on: entry.day) else { return (nil, entry.day) }
      if entry.day.number - rate.from.number > Self.freshDays {
        let known = stale[rate.from] ?? (0, entry.day)
        stale[rate.from] = (known.entries + 1, max(known.last, entry.day))
      }
      sum = sum + DollarAmounts(line, at: rate)
    }
    return (sum, days.lowerBound)
  }

  /// One finding for each rate that was too old, the oldest first.
  public var findings: [Finding] {
    stale.sorted { $0.key < $1.key }.map { from, use in
      Finding(
        code: .staleRate, order: nil,
        evidence: "the dollar rate of \(from) stands for \(use.entries) "
          + "\(use.entries == 1 ? "entry" : "entries") more than \(Self.freshDays) days later, "
          + "the last of \(use.last)",
        next: CommandText.line("reference", "import", "usd_rate", "FILE"))
    }
  }
}

extension Recognised {
  fileprivate static func - (left: Recognised, right: Recognised) -> Recognised {
    Recognised(
      quote: left.quote - right.quote, brandFee: left.brandFee - right.brandFee,
      creatorFee: left.creatorFee - right.creatorFee)
  }
}
