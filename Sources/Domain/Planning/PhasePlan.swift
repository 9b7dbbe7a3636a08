/// A campaign in time: what happens in each phase, and what it costs.
public struct PhasePlan: Hashable, Sendable {
  /// One phase.
  public struct Phase: Hashable, Sendable {
    /// `test`, `seed`, `boost`, `close`, or what the playbook calls it.
    public let name: String
    /// Its first and last day, counted from the campaign's first as 1.
    public let span: ClosedRange<Int64>
    /// Its days, when the campaign has days.
    public let days: ClosedRange<Day>?
    /// What each lever gets in it, in the playbook's order; only what gets something.
    public let levers: [Lever]
    /// What to do in it.
    public let what: String
    /// Why.
    public let rules: [PlanRule]

    /// What it costs.
    public var amount: Money { levers.reduce(.zero) { $0 + $1.amount } }
  }

  /// Something that money is spent on.
  public struct Lever: Hashable, Sendable {
    /// A band, an ad format, `content`, `management`.
    public let name: String
    /// How much of it.
    public let amount: Money
  }

  /// In time; together they cost the budget.
  public let phases: [Phase]
  /// How many days the campaign has.
  public let length: Int64
  /// Who says so, when it has no days of its own.
  public let lengthRule: PlanRule?

  /// The phases of a stage for what each lever gets.
  ///
  /// A test spends no more of a lever than the playbook allows where a later phase has it too.
  /// Days and money are split by largest remainder. A lever that several phases name gets more where there
  /// is more time; one that none names belongs to the longest phase.
  init(_ levers: [Lever], _ request: PlanRequest, _ reference: PlanReference) throws {
    let playbook = reference.playbook
    let rows = Self.rows(levers.map(\.name), request, reference)
    let weights = rows.map { max(0, $0.low ?? 0) }
    guard weights.contains(where: { $0 > 0 }) else {
      throw Playbook.missing("phase/\(request.stage).seed")
    }
    let usual = try playbook.row("timing", "campaign")
    guard let usualLength = usual.low, (1...3_660).contains(usualLength) else {
      throw Playbook.missing("timing/campaign")
    }
    length =
      request.days.map { Int64($0.upperBound.number - $0.lowerBound.number) + 1 } ?? usualLength
    lengthRule = request.days == nil ? usual.rule : nil
    let lengths = LargestRemainder.split(length, by: weights)
    let money = PhaseMoney(
      rows, weights, playbook.rows("stage", request.stage),
      limit: playbook.rows("test_limit", "lever").first)
    let amounts = levers.map { money.split($0) }
    var first: Int64 = 1
    var phases: [Phase] = []
    for (place, row) in rows.enumerated() {
      // A campaign of fewer days than phases: those without a day share one.
      let start = min(first, length)
      let span = start...max(start, first + lengths[place] - 1)
      first += lengths[place]
      let parts = zip(levers, amounts).map { Lever(name: $0.name, amount: Money(fen: $1[place])) }
      phases.append(
        Phase(
          name: String(row.key.dropFirst(request.stage.count + 1)), span: span,
          days: request.days.map { Self.days(span, from: $0.lowerBound) },
          levers: parts.filter { $0.amount > .zero }, what: row.why,
          rules: [row.rule] + money.limits(row)))
    }
    self.phases = phases
  }

  /// The phases that something is done in: those without creators or ads to pay give their days to others.
  private static func rows(
    _ levers: [String], _ request: PlanRequest, _ reference: PlanReference
  ) -> [PlaybookRow] {
    let rows = reference.playbook.rows("phase").filter { $0.key.hasPrefix(request.stage + ".") }
    let isWork = { (lever: String) in
      Band(rawValue: lever) != nil || reference.formats.contains(lever)
    }
    let live = rows.filter { row in
      let work = row.levers.filter(isWork)
      return work.isEmpty || work.contains(where: levers.contains)
    }
    return live.contains { ($0.low ?? 0) > 0 } ? live : rows
  }

  private static func days(_ span: ClosedRange<Int64>, from first: Day) -> ClosedRange<Day> {
    first.adding(days: Int32(span.lowerBound - 1))...first.adding(days: Int32(span.upperBound - 1))
  }

  /// The phases in which a lever costs something.
  public func phases(with lever: String) -> [Phase] {
    phases.filter { phase in phase.levers.contains { $0.name == lever } }
  }
}
