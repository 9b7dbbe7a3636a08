public import Domain
import Planner
import Store

extension OpenBook {
  /// Plans a kept list anew around what was said of it, with the smallest change.
  ///
  /// First the most approved picks are kept in their formats, then the most value is bought; whoever is
  /// locked stays and whoever is dropped goes. The list it starts from stays as it was decided.
  ///
  /// - Parameters:
  ///   - asDecided: whether picks cost and are worth what they were when they were decided, instead of today.
  ///   - budget: another budget than the one asked for then.
  ///   - newName: the name to keep the new list under; `nil` keeps nothing.
  /// - Throws: ``Failure`` when there is no such list, the new name is taken, or somebody locked can't be booked.
  public func replan(
    _ name: String, asDecided: Bool, budget: Money? = nil, saveAs newName: String? = nil,
    shouldStop: () -> Bool
  ) throws -> ShortlistRevision {
    if let newName { try requireFree(newName) }
    let old = try shortlist(name)
    var request = try ShortlistRequest(stored: old.request)
    if let budget { request.budget = budget }
    let revision = try revision(
      of: old, asking: request, asDecided: asDecided, newName: newName ?? "")
    let kept = revision.problem.solve(keeping: revision.approved, shouldStop: shouldStop)
    let list = try kept.answer.plan.map { try revision.list($0, shouldStop) }
    if let list, newName != nil { try book.transaction { try book.shortlists.add(list) } }
    return ShortlistRevision(
      outcome: try revision.outcome(kept.answer, list), before: revision.before, kept: kept.kept,
      most: kept.most, isProven: kept.isProven,
      changes: Self.changes(from: revision.before, to: list ?? revision.before),
      nextName: try nextName(after: revision.before.name))
  }
}
