public import Domain
import Interchange

extension Shortlist {
  /// The list for machines; amounts are whole fen.
  public func json() -> String {
    JSON.object(
      [
        .init("name", .string(name)), .init("status", .string(status.rawValue)),
        .init("objective", .integer(objective)), .init("bound", .integer(bound)),
        .init("decided", .string("\(decided)")), .init("decided_by", .string(decidedBy)),
        .init("request", Self.stored(request)), .init("rules", Self.stored(rules)),
        .init("locked", .array(creators(.locked).map { .string($0.text) })),
        .init("dropped", .array(creators(.dropped).map { .string($0.text) })),
      ] + members
    ).text()
  }

  /// The picks as a list: head before middle before base, then the most valuable first, then by id.
  public var listing: Listing {
    Listing(
      columns: [
        .init("creator_id", "ID"), .init("nickname", "Nickname"), .init("band", "Band"),
        .init("tier", "Tier"), .init("format", "Format"),
        .init("followers", "Followers", .integer),
        .init("engagement_rate", "Engagement", .basisPoints),
        .init("rating", "Rating", .hundredths), .init("raters", "Raters", .integer),
        .init("quote", "Quote", .money), .init("fee", "Fee", .money),
        .init("cost", "Cost", .money), .init("value", "Value", .integer),
        .init("quoted_on", "Quoted"), .init("agency", "MCN"),
        .init("categories", "Categories", .list), .init("profile_url", "Profile"),
      ],
      rows: picks.map { pick in
        [
          .text(pick.creator.text), .text(pick.nickname), .text(pick.band.rawValue),
          .text(pick.tier), .text(pick.format.rawValue), .integer(pick.followers),
          pick.engagement.map { .basisPoints($0.basisPoints) } ?? .none,
          pick.rating.averageHundredths.map(Cell.hundredths) ?? .none,
          .optional(pick.rating.raters > 0 ? pick.rating.raters : nil), .money(pick.quote),
          .money(pick.fee), .money(pick.cost), .integer(pick.value), .optional(pick.quotedOn),
          .optional(pick.agency), .list(pick.categories), .optional(pick.profileURL),
        ]
      })
  }

  var members: [JSON.Member] {
    [
      .init("budget_fen", .integer(budget.fen)), .init("spend_fen", .integer(spend.fen)),
      .init("left_fen", .integer((budget - spend).fen)), .init("offers", parts.offers),
      .init("bands", parts.bands), .init("category_min", parts.categories),
    ]
  }

  /// The picks, the bands and what was reached of categories for machines.
  var parts: (offers: JSON, bands: JSON, categories: JSON) {
    (
      listing.value, .array(Pyramid(picks).rows.map(Self.json)),
      .array(categoriesReached.map(\.json))
    )
  }

  private static func json(_ row: Pyramid.Row) -> JSON {
    .object([
      .init("band", .optional(row.band?.rawValue)), .init("people", .integer(row.people)),
      .init("quotes_fen", .integer(row.quotes.fen)), .init("fees_fen", .integer(row.fees.fen)),
      .init("cost_fen", .integer(row.cost.fen)), .init("value", .integer(row.value)),
      .init("spend_share_bp", .optional(row.spendShare)),
      .init("people_share_bp", .optional(row.peopleShare)),
    ])
  }

  /// What was kept as JSON, as JSON again.
  private static func stored(_ text: String) -> JSON {
    (try? JSON.parse(Array(text.utf8))) ?? .string(text)
  }
}
