import Domain
import Planner

/// Every list that a small problem allows, by the words of the problem.
enum EveryList {
  static func allowed(_ problem: Problem) -> [[Offer]] {
    let creators = Dictionary(grouping: problem.offers, by: \.creator)
    var lists: [[Offer]] = [[]]
    for (creator, options) in creators.sorted(by: { $0.key < $1.key }) {
      let isForced = problem.mustInclude.contains(creator)
      lists = lists.flatMap { list in
        (isForced ? [] : [list]) + options.map { list + [$0] }
      }
    }
    guard problem.mustInclude.allSatisfy({ creators[$0] != nil }) else { return [] }
    return lists.filter { BruteForce.allows(problem, BruteForce.totals($0)) }
  }

  static func value(_ list: [Offer]) -> Int64 { list.reduce(0) { $0 + $1.value } }
}
