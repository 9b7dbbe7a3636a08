public import Domain

/// One entry of the journal: an event, when and by whom, and what it moved.
///
/// Entries are only ever added. A wrong one is answered by a new one that names it.
public struct Entry: Hashable, Sendable {
  /// Its place in the journal, gapless from 1.
  public var sequence: Int64
  /// When it happened; its Shanghai day decides the quarter.
  public var at: Moment
  /// When it was written down.
  public var recordedAt: Moment
  /// Who wrote it down. A claim, not a proof.
  public var actor: String
  /// The order's number, or the book's own name for an order without one.
  public var order: String
  /// What happened.
  public var event: Event
  /// Why, in the actor's words; may be empty.
  public var reason: String
  /// The entry that this one corrects, if any.
  public var corrects: Int64?
  /// What it moved.
  public var transfers: Transfers

  /// An entry.
  public init(
    sequence: Int64, at: Moment, recordedAt: Moment, actor: String, order: String, event: Event,
    reason: String = "", corrects: Int64? = nil, transfers: Transfers
  ) {
    self.sequence = sequence
    self.at = at
    self.recordedAt = recordedAt
    self.actor = actor
    self.order = order
    self.event = event
    self.reason = reason
    self.corrects = corrects
    self.transfers = transfers
  }

  /// The Shanghai day it happened on.
  public var day: Day { at.day }
}
