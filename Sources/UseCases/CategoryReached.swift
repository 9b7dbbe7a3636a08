public import Domain
import Interchange

/// What a list has of a category that a least part was asked for.
public struct CategoryReached: Sendable {
  /// What was asked.
  public let wish: CategoryWish
  /// How many creators have the category.
  public let people: Int64
  /// Their part of the people, in basis points, half up; `nil` when there are none.
  public let peopleShare: Int64?
  /// What they cost.
  public let cost: Money
  /// Their part of what is spent, in basis points, half up; `nil` when nothing is.
  public let spendShare: Int64?

  init(_ wish: CategoryWish, _ picks: [ShortlistPick]) {
    let own = picks.filter { $0.categories.contains(wish.code) }
    self.wish = wish
    people = Int64(own.count)
    peopleShare = Percent.basisPoints(people, of: Int64(picks.count))
    cost = own.reduce(.zero) { $0 + $1.cost }
    spendShare = Percent.basisPoints(cost.fen, of: picks.reduce(0) { $0 + $1.cost.fen })
  }

  var json: JSON {
    .object([
      .init("asked", .string(wish.text)), .init("code", .string(wish.code)),
      .init("people", .integer(people)), .init("people_share_bp", .optional(peopleShare)),
      .init("cost_fen", .integer(cost.fen)), .init("spend_share_bp", .optional(spendShare)),
    ])
  }
}

extension Shortlist {
  /// What it has of the categories that a least part was asked for, in the order they were asked.
  public var categoriesReached: [CategoryReached] {
    guard let request = try? ShortlistRequest(stored: request) else { return [] }
    return request.categoryMinimums.map { CategoryReached($0, picks) }
  }
}
