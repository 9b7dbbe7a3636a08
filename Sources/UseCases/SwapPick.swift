public import Domain
import Planner
import Store

extension OpenBook {
  /// Who could take a pick's place on a kept list while everybody else stays, keeping to all that was asked.
  ///
  /// - Parameters:
  ///   - words: the pick whose creator drops out.
  ///   - most: how many to show; a large book has many.
  ///   - asDecided: whether picks cost and are worth what they were when they were decided, instead of today.
  /// - Throws: ``Failure`` when the creator is not on the list, or another pick can't be booked today.
  public func alternates(
    _ name: String, for words: String, first most: Int = .max, asDecided: Bool
  ) throws -> ShortlistAlternates {
    let (revision, leaving) = try leaving(name, words, asDecided: asDecided, newName: "")
    let spend = revision.approved.reduce(.zero) { $0 + $1.cost }
    let joining = revision.problem.alternates(joining: revision.approved)
    return ShortlistAlternates(
      list: revision.before.name, leaving: leaving, count: joining.count,
      alternates: try joining.prefix(most).map { offer in
        ShortlistAlternates.Alternate(
          pick: try revision.pick(offer), value: offer.value - leaving.value,
          cost: offer.cost - leaving.cost, spend: spend + offer.cost)
      })
  }

  /// Puts an alternate in a pick's place, and keeps the list that makes under a new name.
  ///
  /// Whoever leaves is marked as dropped. The list it starts from stays as it was decided.
  ///
  /// - Parameter newName: `nil` for the next version: `spring-2` after `spring`.
  public func swap(
    _ name: String, _ words: String, for alternate: String, asDecided: Bool,
    saveAs newName: String? = nil, shouldStop: () -> Bool
  ) throws -> Shortlist {
    let newName = try newName ?? nextName(after: shortlist(name).name)
    try requireFree(newName)
    let (revision, leaving) = try leaving(name, words, asDecided: asDecided, newName: newName)
    let wanted = try book.creators.creator(find(alternate))
    guard !revision.before.picks.contains(where: { $0.creator == wanted.id }) else {
      throw Failure(
        .failed, "\(wanted.nickname) is on \(revision.before.name) already",
        next: Self.seeAlternates(to: leaving, on: revision.before))
    }
    let joining = revision.problem.alternates(joining: revision.approved)
      .first { revision.source.id(of: $0.creator) == wanted.id }
    guard let joining else {
      throw Failure(
        .failed,
        "with \(wanted.nickname) in place of \(leaving.nickname) the list does not keep to "
          + "what was asked, or \(wanted.nickname) can't be booked",
        next: Self.seeAlternates(to: leaving, on: revision.before))
    }
    let list = try revision.list(Plan(picks: revision.approved + [joining]), shouldStop)
    try book.transaction { try book.shortlists.add(list) }
    return list
  }

  private static func seeAlternates(to pick: ShortlistPick, on list: Shortlist) -> String {
    "see who can with: " + CommandText.line("shortlist", "swap", list.name, pick.creator.text)
  }

  /// A list that a pick has left, and that pick as it was decided.
  private func leaving(
    _ name: String, _ words: String, asDecided: Bool, newName: String
  ) throws -> (Revision, ShortlistPick) {
    let creator = try book.creators.creator(find(words))
    var list = try shortlist(name)
    guard let leaving = list.picks.first(where: { $0.creator == creator.id }) else {
      throw Failure(
        .failed, "\(creator.nickname) is not on \(list.name)",
        next: "see who is with: " + CommandText.line("shortlist", "show", list.name))
    }
    list.marks[creator.id] = .dropped
    let revision = try revision(of: list, asDecided: asDecided, newName: newName)
    let gone = revision.gone.filter { $0.creator != creator.id }
    guard gone.isEmpty else {
      throw Failure(
        .failed, "others on \(list.name) can't be booked today either",
        details: gone.map { "\($0.nickname) (\($0.creator)), \($0.format.rawValue)" },
        next: "plan it anew with: " + CommandText.line("shortlist", "replan", list.name))
    }
    return (revision, leaving)
  }
}
