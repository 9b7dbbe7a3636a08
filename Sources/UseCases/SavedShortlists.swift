public import Domain
import Store

extension OpenBook {
  /// A saved shortlist, as it was decided.
  public func shortlist(_ name: String) throws -> Shortlist {
    guard let list = try book.shortlists.shortlist(Key.normalised(name)) else {
      throw Failure(
        .failed, "there is no shortlist \(name)",
        next: "see those there are with: kolbook shortlist list")
    }
    return list
  }

  /// All saved shortlists in one row each: newest first, then by name.
  public func shortlists() throws -> Listing {
    let lists = try book.snapshot { try book.shortlists.names().map(shortlist) }
    return Listing(
      columns: [
        .init("name", "Name"), .init("decided", "Decided"), .init("decided_by", "By"),
        .init("people", "People", .integer), .init("budget", "Budget", .money),
        .init("spend", "Spend", .money), .init("objective", "Value", .integer),
        .init("status", "Proof"),
      ],
      rows: lists.map { list in
        [
          .text(list.name), .text("\(list.decided.day)"), .text(list.decidedBy),
          .integer(Int64(list.picks.count)), .money(list.budget), .money(list.spend),
          .integer(list.objective), .text(list.status.rawValue),
        ]
      })
  }

  /// Keeps a shortlist under a second name, to go on from there.
  public func copyShortlist(_ name: String, as copy: String) throws {
    try book.transaction {
      var list = try shortlist(name)
      list.name = Key.normalised(copy)
      guard !list.name.isEmpty else { throw Failure(.usage, "the name of the copy is empty") }
      try book.shortlists.add(list)
    }
  }

  /// Removes a saved shortlist. Orders that were booked from it stay.
  public func deleteShortlist(_ name: String) throws {
    try book.transaction {
      let list = try shortlist(name)
      try book.shortlists.remove(list.name)
    }
  }

  /// What is different in a second shortlist: by creator id, a row for each one added, dropped or changed.
  public func compareShortlists(_ first: String, _ second: String) throws -> Listing {
    let (old, new) = try book.snapshot { (try shortlist(first), try shortlist(second)) }
    return Self.changes(from: old, to: new)
  }

  /// What is different in a second shortlist, by creator id.
  static func changes(from old: Shortlist, to new: Shortlist) -> Listing {
    let picks = { (list: Shortlist) in
      Dictionary(list.picks.map { ($0.creator, $0) }) { first, _ in first }
    }
    let (before, after) = (picks(old), picks(new))
    let rows = Set(before.keys).union(after.keys).sorted().compactMap { id -> [Cell]? in
      guard let pick = after[id] ?? before[id] else { return nil }
      let change = Self.change(before[id], after[id])
      guard !change.isEmpty else { return nil }
      return [
        .text(id.text), .text(pick.nickname), .text(change), .optional(before[id]?.cost),
        .optional(after[id]?.cost), .optional(before[id]?.value), .optional(after[id]?.value),
      ]
    }
    return Listing(
      columns: [
        .init("creator_id", "ID"), .init("nickname", "Nickname"), .init("change", "Change"),
        .init("cost_before", "Cost before", .money), .init("cost_after", "Cost after", .money),
        .init("value_before", "Value before", .integer),
        .init("value_after", "Value after", .integer),
      ], rows: rows)
  }

  private static func change(_ old: ShortlistPick?, _ new: ShortlistPick?) -> String {
    guard let old else { return "added" }
    guard let new else { return "dropped" }
    var words: [String] = []
    if old.format != new.format { words.append("\(old.format) → \(new.format)") }
    if old.quote != new.quote { words.append("price") }
    if old.fee != new.fee, old.quote == new.quote { words.append("fee") }
    if old.band != new.band { words.append("\(old.band) → \(new.band)") }
    if old.value != new.value { words.append("value") }
    return words.joined(separator: ", ")
  }
}
