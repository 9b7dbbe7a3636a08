import Domain
import Interchange
import Planner

/// What somebody else needs to check a list without this program: every offer that was considered,
/// the rules as whole numbers, and the multipliers that prove the bound.
struct ShortlistProof {
  let problem: Problem
  let source: any OfferSource
  let brandFee: Share

  /// The proof for machines; rows of `offers` are in the order of `offer_columns`.
  var json: JSON {
    let bound = problem.rootBound()
    return .object([
      .init("multiplier_unit", .string("2^-50")),
      .init("brand_fee_bp", .integer(brandFee.basisPoints)),
      .init("budget_fen", .integer(problem.budget.fen)),
      .init("least_spend_fen", .integer(problem.leastSpend.fen)),
      .init(
        "must_include",
        .array(problem.mustInclude.sorted().map { .string(source.id(of: $0).text) })),
      .init("rules", .array(bound.rules.map(Self.json))),
      .init("max_per_mcn", .optional(problem.maxPerAgency)),
      .init(
        "mcn_multipliers",
        .array(
          bound.agencies.map {
            .object([.init("agency", .integer($0.agency)), .init("multiplier", .integer($0.1))])
          })),
      .init(
        "category_minimums",
        .array(zip(problem.categoryMinimums, bound.categories).map(Self.json))),
      .init("offer_columns", .array(Self.columns.map(JSON.string))),
      .init("offers", .array(problem.offers.map(row))),
    ])
  }

  private static let columns = [
    "creator_id", "format", "band", "quote_fen", "cost_fen", "value", "agency", "categories",
  ]

  private static func json(_ rule: RootBound.Rule) -> JSON {
    let bands = { (values: ByBand<Int64>) in
      JSON.object(Band.allCases.map { .init($0.rawValue, .integer(values[$0])) })
    }
    return .object([
      .init("cost", bands(rule.cost)), .init("count", bands(rule.count)),
      .init("bound", .integer(rule.bound)), .init("multiplier", .integer(rule.multiplier)),
    ])
  }

  private static func json(_ minimum: CategoryMinimum, _ multiplier: Int128) -> JSON {
    .object([
      .init("category", .string(minimum.name)), .init("of", .string(minimum.of.rawValue)),
      .init("share_bp", .integer(minimum.share.basisPoints)),
      .init("multiplier", .integer(multiplier)),
    ])
  }

  /// Agencies by number, 0 for none; categories as bits, one for each minimum that was asked for.
  private func row(_ offer: Offer) -> JSON {
    .array([
      .string(source.id(of: offer.creator).text), .string(offer.format.rawValue),
      .string(offer.band.rawValue), .integer(offer.quote.fen), .integer(offer.cost.fen),
      .integer(offer.value), .integer(offer.agency), .integer(offer.categories),
    ])
  }
}
