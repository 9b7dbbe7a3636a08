public import Domain
import Interchange

/// Who could take a pick's place on a kept list, everybody else staying.
public struct ShortlistAlternates: Sendable {
  /// One who could.
  public struct Alternate: Sendable {
    /// The note.
    public let pick: ShortlistPick
    /// What the list's value gains by it; less than zero for a loss.
    public let value: Int64
    /// What the list spends more; less than zero for a saving.
    public let cost: Money
    /// What the list spends then.
    public let spend: Money
  }

  /// The list's name.
  public let list: String
  /// The pick that drops out.
  public let leaving: ShortlistPick
  /// How many notes could take it.
  public let count: Int
  /// The first of them: the most valuable, then the cheapest, then by id.
  public let alternates: [Alternate]

  /// They as a list.
  public var listing: Listing {
    Listing(
      columns: [
        .init("creator_id", "ID"), .init("nickname", "Nickname"), .init("band", "Band"),
        .init("format", "Format"), .init("followers", "Followers", .integer),
        .init("rating", "Rating", .hundredths), .init("cost", "Cost", .money),
        .init("value", "Value", .integer), .init("value_change", "Value ±", .integer),
        .init("spend_change", "Spend ±", .money), .init("spend", "Spend then", .money),
        .init("agency", "MCN"), .init("categories", "Categories", .list),
      ],
      rows: alternates.map { one in
        [
          .text(one.pick.creator.text), .text(one.pick.nickname), .text(one.pick.band.rawValue),
          .text(one.pick.format.rawValue), .integer(one.pick.followers),
          one.pick.rating.averageHundredths.map(Cell.hundredths) ?? .none,
          .money(one.pick.cost), .integer(one.pick.value), .integer(one.value), .money(one.cost),
          .money(one.spend), .optional(one.pick.agency), .list(one.pick.categories),
        ]
      })
  }
}
