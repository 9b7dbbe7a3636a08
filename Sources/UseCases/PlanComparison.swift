import Domain
import Interchange

/// Several plans side by side.
public struct PlanComparison: Sendable {
  /// One a column, left to right.
  public let plans: [PlannedCampaign]

  /// A row a figure, a column a plan.
  public var listing: Listing {
    let columns = plans.indices.map { Listing.Column("plan_\($0 + 1)", "plan \($0 + 1)") }
    return Listing(
      columns: [.init("figure", "")] + columns,
      rows: figures.map { title, figure in [.text(title)] + plans.map { .text(figure($0.plan)) } })
  }

  /// The plans as an array of objects.
  public func json() -> String { JSON.array(plans.map(\.value)).text() }

  private var figures: [(String, (CampaignPlan) -> String)] {
    let parts = plans.first?.plan.budget.parts.map(\.name) ?? []
    let formats = plans.flatMap { $0.plan.ads.lines.map(\.format) }
      .reduce(into: [String]()) { list, format in if !list.contains(format) { list.append(format) }
      }
    return [
      ("budget", { "\($0.request.budget)" }), ("objective", { $0.request.objective }),
      ("stage", { $0.request.stage }),
    ]
      + parts.map { part in (part, { "\($0.budget.amount(of: part))" }) }
      + Band.allCases.reversed().map { band in
        (band.rawValue, { Self.notes($0, band) })
      }
      + formats.map { format in (format, { "\($0.ads.amount(of: format))" }) }
      + [
        ("impressions", { Self.sum($0.ads.lines.map(\.impressions)) }),
        ("clicks", { Self.sum($0.ads.lines.map { $0.boostedClicks ?? $0.clicks }) }),
        ("days", { "\($0.time.length)" }),
        ("to look out for", { "\($0.advice.count { $0.kind == .warning })" }),
      ]
  }

  /// What a band gets and how many notes that is, of whichever of its tiers.
  private static func notes(_ plan: CampaignPlan, _ band: Band) -> String {
    let own = plan.creators.notes.filter { $0.tier.band == band }.map(\.count)
    guard let least = own.map(\.lowerBound).min(), let most = own.map(\.upperBound).max() else {
      return "-"
    }
    return "\(plan.creators.amount(of: band)): \(Grouped.text(least))–\(Grouped.text(most))"
  }

  private static func sum(_ ranges: [ClosedRange<Int64>?]) -> String {
    let known = ranges.compactMap(\.self)
    guard !known.isEmpty else { return "-" }
    let (low, high) = known.reduce((Int64(0), Int64(0))) {
      ($0.0 + $1.lowerBound, $0.1 + $1.upperBound)
    }
    return "\(Grouped.text(low))–\(Grouped.text(high))"
  }
}
