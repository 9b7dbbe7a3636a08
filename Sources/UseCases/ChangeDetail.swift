import Domain
import Interchange
import Store

extension OpenBook {
  /// What commands changed about creators: the newest first, at most `limit`.
  public func changes(limit: Int) throws -> Listing {
    ChangeDetail.listing(try book.changes.newest(limit))
  }

  /// What one command changed.
  ///
  /// - Parameter limit: the most things that are named, of what it added and of what it changed each.
  public func change(_ number: Int64, limit: Int) throws -> ChangeDetail {
    try book.snapshot {
      let set = try changeSet(number)
      let items = try book.changes.items(of: set, limit: limit + 1)
      return ChangeDetail(set, items, limit)
    }
  }
}

extension OpenBook {
  /// What commands changed about the one creator that some words mean: the newest command first, then as
  /// ``ChangeDetail/items``.
  public func history(_ words: String) throws -> Listing {
    try book.snapshot {
      let key = try find(words)
      let sets = try book.changes.sets(touching: key)
      return Listing(
        columns: [
          .init("change", "Change", .integer), .init("at", "At"), .init("by", "By"),
          .init("command", "Command"), .init("kind", "What"), .init("name", "Which"),
          .init("was", "From"), .init("became", "To"),
        ],
        rows: try sets.flatMap { set in
          try book.changes.items(of: set, creator: key, limit: ChangeDetail.mostItems).map { item in
            [
              .integer(set.number), .text("\(set.at)"), .text(set.actor), .text(set.command),
            ] + ChangeDetail.cells(item)
          }
        })
    }
  }
}

/// What one command changed about creators.
public struct ChangeDetail: Sendable {
  /// The change: one row.
  public let change: Listing
  /// What it added, then what it changed or took away: by kind, then in the order the creators came.
  public let items: Listing
  /// Whether there are more than those named.
  public let hasMore: Bool

  /// No creator has more.
  static let mostItems = 10_000

  init(_ set: ChangeSet, _ items: [ChangeItem], _ limit: Int) {
    change = Self.listing([set])
    let added = items.filter { $0.was == nil }
    let others = items.filter { $0.was != nil }
    hasMore = added.count > limit || others.count > limit
    self.items = Listing(
      columns: [
        .init("kind", "What"), .init("creator_id", "ID"), .init("nickname", "Nickname"),
        .init("name", "Which"), .init("was", "From"), .init("became", "To"),
      ],
      rows: (added.prefix(limit) + others.prefix(limit)).map { item in
        [
          .text(item.kind), .optional(item.creator.isEmpty ? nil : item.creator),
          .text(item.nickname),
        ] + Self.cells(item).dropFirst()
      })
  }

  /// The change for machines.
  public func json() -> String {
    JSON.object([
      .init("change", change.value), .init("items", items.value), .init("more", .bool(hasMore)),
    ]).text()
  }

  static func listing(_ sets: [ChangeSet]) -> Listing {
    Listing(
      columns: [
        .init("change", "Change", .integer), .init("at", "At"), .init("by", "By"),
        .init("command", "Command"), .init("added", "Added", .integer),
        .init("updated", "Updated", .integer), .init("unchanged", "Unchanged", .integer),
        .init("state", "State"),
      ],
      rows: sets.map { set in
        let counts = [set.added, set.updated, set.unchanged].map { count in
          set.undoes == nil ? Cell.integer(count) : .none
        }
        return [
          .integer(set.number), .text("\(set.at)"), .text(set.actor), .text(set.command),
        ] + counts + [.optional(state(of: set))]
      })
  }

  private static func state(of set: ChangeSet) -> String? {
    if let other = set.undoneBy { return "undone by \(other)" }
    return set.canUndo ? nil : "can't be undone"
  }

  /// What it is, which one, before and after.
  static func cells(_ item: ChangeItem) -> [Cell] {
    [
      .text(item.kind), .optional(item.name.isEmpty ? nil : item.name), cell(item.was, item),
      cell(item.became, item),
    ]
  }

  private static func cell(_ value: ChangeItem.Value?, _ item: ChangeItem) -> Cell {
    guard let value else { return .none }
    guard let number = value.number else {
      return item.kind == "quote" ? .text("not offered") : .optional(value.text)
    }
    switch item.kind {
    case "quote": return .money(Money(fen: number))
    case "engagement": return .basisPoints(number)
    case "rating":
      return .text(["\(number)", value.text].compactMap(\.self).joined(separator: " "))
    case "creator" where item.name.hasSuffix("_day"):
      return .text("\(Day(number: Int32(clamping: number)))")
    default: return .integer(number)
    }
  }
}
