import Domain
import Interchange

/// What a shortlist is reckoned by: the tiers, the bands and the fee in force on a day.
struct ShortlistRules {
  let day: Day
  let tiers: TierTable
  let bounds: BandBounds
  let brandFee: Share

  /// - Throws: ``Failure`` when the schedule has no rate for the day, or the bands are out of order.
  init(_ request: ShortlistRequest, _ tiers: TierTable, _ fees: FeeSchedule, on day: Day) throws {
    guard let share = fees.share(.brand, .standard, on: day) else {
      throw Failure(
        .failed, "the fee schedule has no brand-side rate for \(day)",
        next: "see it with: kolbook reference show fee_rate")
    }
    (self.day, self.tiers, brandFee) = (day, tiers, share)
    bounds = try BandBounds(request, tiers)
  }

  /// The rules as they are kept with a list.
  var json: JSON {
    .object([
      .init("day", .string("\(day)")), .init("brand_fee_bp", .integer(brandFee.basisPoints)),
      .init(
        "bands",
        .object([.init("mid", .integer(bounds.mid)), .init("head", .integer(bounds.head))])),
      .init(
        "tiers",
        .array(
          tiers.tiers.map {
            .object([
              .init("code", .string($0.code)), .init("min_followers", .integer($0.minFollowers)),
            ])
          })),
    ])
  }
}
