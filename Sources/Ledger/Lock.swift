public import Domain

/// An entry about the books themselves: they are closed through a day, or opened again from one on.
///
/// It has no order and moves nothing; what it keeps is hashed as an event's fields are.
public struct Lock: Hashable, Sendable {
  /// What happened.
  public enum Kind: String, CaseIterable, Sendable {
    case close, reopen
  }

  /// Its place in the journal.
  public let sequence: Int64
  /// When it happened; it holds for the entries after it.
  public let at: Moment
  /// When it was written down.
  public let recordedAt: Moment
  /// Who did it.
  public let actor: String
  /// Closed or opened again.
  public let kind: Kind
  /// The last day that takes no entries from now on.
  public let through: Day
  /// Why; never empty for a reopening.
  public let reason: String
  /// What a closing holds fast besides the day: each account's balance through it, and the journal's
  /// head before.
  public let facts: EventFields

  /// A closing, with the balances that it holds fast.
  public init(
    closingThrough through: Day, after head: ChainHead, balances: [Account: Money],
    at: Moment, recordedAt: Moment, actor: String, reason: String = ""
  ) {
    let held = balances.filter { $0.value != .zero }.map {
      EventFields.Field(key: "balance_\($0.key.number)", value: "\($0.value.fen)")
    }
    self.init(
      sequence: head.sequence + 1, at: at, recordedAt: recordedAt, actor: actor, kind: .close,
      through: through, reason: reason,
      facts: EventFields(held + [.init(key: "head", value: "\(head)")]))
  }

  /// A reopening of all days after `through`.
  public init(
    reopeningAfter through: Day, after head: ChainHead, at: Moment, recordedAt: Moment,
    actor: String, reason: String
  ) {
    self.init(
      sequence: head.sequence + 1, at: at, recordedAt: recordedAt, actor: actor, kind: .reopen,
      through: through, reason: reason, facts: EventFields([]))
  }

  /// A lock as it was kept, or `nil` when its fields name no day.
  public init?(
    sequence: Int64, at: Moment, recordedAt: Moment, actor: String, kind: Kind, reason: String,
    fields: [EventFields.Field]
  ) {
    guard
      let through = fields.first(where: { $0.key == Self.throughKey }).flatMap({ Day($0.value) })
    else { return nil }
    self.init(
      sequence: sequence, at: at, recordedAt: recordedAt, actor: actor, kind: kind,
      through: through, reason: reason,
      facts: EventFields(fields.filter { $0.key != Self.throughKey }))
  }

  private init(
    sequence: Int64, at: Moment, recordedAt: Moment, actor: String, kind: Kind, through: Day,
    reason: String, facts: EventFields
  ) {
    (self.sequence, self.at, self.recordedAt) = (sequence, at, recordedAt)
    (self.actor, self.kind) = (actor, kind)
    (self.through, self.reason, self.facts) = (through, reason, facts)
  }

  /// Refuses what is dated on a day that is closed.
  public func check(_ day: Day) throws(Refusal) {
    guard day > through else { throw Refusal.closed(self, day) }
  }

  /// Refuses a closing or reopening that says nothing new, or says it too early.
  ///
  /// - Parameters:
  ///   - through: the last day that would take no entries afterwards.
  ///   - current: the lock in force, if the books were ever closed.
  public static func check(
    _ kind: Kind, through: Day, reason: String, current: Lock?, today: Day
  ) throws(Refusal) {
    switch kind {
    case .close:
      guard through < today else {
        throw Refusal(.notOver, "the books can't be closed through \(through): it is \(today)")
      }
      if let current, current.through >= through {
        throw Refusal(
          .closedBooks,
          "the books are closed through \(current.through) already (entry \(current.sequence))",
          next: CommandText.line("reopen", "\(Quarter(containing: through))", "--reason", "WHY"))
      }
    case .reopen:
      guard let current, current.through > through else {
        throw Refusal(
          .notClosed, "the books are not closed after \(through), so there is nothing to open again"
        )
      }
      guard !reason.isEmpty else {
        throw Refusal(.noReason, "a reopening needs a reason, because every later audit tells it")
      }
    }
  }

  private static let throughKey = "through"

  /// What the journal keeps of it besides its kind.
  var fields: EventFields {
    EventFields(facts.fields + [.init(key: Self.throughKey, value: "\(through)")])
  }
}
