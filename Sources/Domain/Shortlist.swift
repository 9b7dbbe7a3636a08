/// A shortlist as it was decided: nothing in it follows later changes of the book.
public struct Shortlist: Hashable, Sendable {
  /// How sure the planner was.
  public enum Status: String, Sendable {
    /// No better list exists; proven.
    case optimal
    /// The search was stopped; no list is better than the bound.
    case bounded
  }

  /// Its name; empty while it is not saved.
  public var name: String
  /// When it was decided.
  public let decided: Moment
  /// By whom.
  public let decidedBy: String
  /// What was asked, as JSON in the command's own words.
  public let request: String
  /// The rules in force: fee rate, tier table, bands, as JSON.
  public let rules: String
  /// How sure the planner was.
  public let status: Status
  /// No list has a larger objective than this.
  public let bound: Int64
  /// The most that was to be spent.
  public let budget: Money
  /// Head before middle before base, then the most valuable first, then by id.
  public let picks: [ShortlistPick]
  /// The campaign that it is assigned to.
  public var campaign: String?
  /// What has been said since, for planning it anew.
  public var marks: [CreatorID: ShortlistMark] = [:]

  /// A decided list.
  public init(
    name: String, decided: Moment, decidedBy: String, request: String, rules: String,
    status: Status, bound: Int64, budget: Money, picks: [ShortlistPick]
  ) {
    self.name = name
    self.decided = decided
    self.decidedBy = decidedBy
    self.request = request
    self.rules = rules
    self.status = status
    self.bound = bound
    self.budget = budget
    self.picks = picks.sorted(by: ShortlistPick.shown(before:_:))
  }

  /// The creators with a mark, by id.
  public func creators(_ mark: ShortlistMark) -> [CreatorID] {
    marks.filter { $0.value == mark }.keys.sorted()
  }

  /// The sum of the values.
  public var objective: Int64 { picks.reduce(0) { $0 + $1.value } }

  /// The sum of the costs.
  public var spend: Money { picks.reduce(.zero) { $0 + $1.cost } }
}
