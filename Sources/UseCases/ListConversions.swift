import Domain
import Store

extension OpenBook {
  /// What customers ordered, summed up, in the order that the grouping states.
  public func conversions(campaign: String? = nil, by grouping: ConversionGrouping) throws
    -> Listing
  {
    let words = try channelWords()
    var sums: [String: (orders: Int64, revenue: Money)] = [:]
    for dated in try book.results.conversions(campaign: campaign) {
      let key: String? =
        switch grouping {
        case .channel: words.channel(dated.value.channel).code
        case .day: "\(dated.day)"
        case .note: dated.value.noteID
        case .creator: dated.value.creator
        case .campaign: dated.value.campaign
        }
      let before = sums[key ?? ""] ?? (0, .zero)
      sums[key ?? ""] = (
        before.orders + dated.value.orders, before.revenue + dated.value.revenue
      )
    }
    return Listing(
      columns: [
        .init(grouping.rawValue, grouping.rawValue), .init("orders", "orders", .integer),
        .init("revenue", "revenue", .money),
      ],
      rows: sums.sorted { $0.key < $1.key }.map { key, sum in
        [key.isEmpty ? .none : .text(key), .integer(sum.orders), .money(sum.revenue)]
      })
  }

  /// How often keywords were searched: by day, keyword and campaign.
  public func searches(campaign: String? = nil) throws -> Listing {
    Listing(
      columns: [
        .init("day", "day"), .init("keyword", "keyword"), .init("campaign", "campaign"),
        .init("searches", "searches", .integer),
      ],
      rows: try book.results.searches(campaign: campaign).map { dated in
        [
          .optional(dated.day), .text(dated.value.keyword), .optional(dated.value.campaign),
          .integer(dated.value.searches),
        ]
      })
  }
}
