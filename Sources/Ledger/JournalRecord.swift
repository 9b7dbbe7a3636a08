public import Domain

/// A row of the journal with its fields and transfers, in the form in which it is kept and hashed.
public struct JournalRecord: Hashable, Sendable {
  /// Its place in the journal, gapless from 1.
  public let sequence: Int64
  /// When it happened.
  public let at: Moment
  /// When it was written down.
  public let recordedAt: Moment
  /// Who wrote it down.
  public let actor: String
  /// What kind of entry it is: `book`, `pay`, … or `close`, `reopen`.
  public let type: String
  /// The order it is about; `nil` for a lock.
  public let order: String?
  /// Why.
  public let reason: String
  /// The caller's own name for it, if any.
  public let key: String?
  /// The entry that it corrects, if any.
  public let corrects: Int64?
  /// What else is kept of it, in byte order of the keys.
  public let fields: [EventFields.Field]
  /// What it moves.
  public let transfers: Transfers

  /// An order's entry as it is kept.
  public init(_ entry: Entry, key: String? = nil) {
    (sequence, at, recordedAt) = (entry.sequence, entry.at, entry.recordedAt)
    (actor, type, order) = (entry.actor, entry.event.kind.rawValue, entry.order)
    (reason, self.key, corrects) = (entry.reason, key, entry.corrects)
    fields = EventFields(entry.event).fields
    transfers = entry.transfers
  }

  /// A lock as it is kept.
  public init(_ lock: Lock, key: String? = nil) {
    (sequence, at, recordedAt) = (lock.sequence, lock.at, lock.recordedAt)
    (actor, type, order) = (lock.actor, lock.kind.rawValue, nil)
    (reason, self.key, corrects) = (lock.reason, key, nil)
    fields = lock.fields.fields
    transfers = []
  }
}

extension EncodedEntry {
  /// A whole entry.
  init(_ record: JournalRecord) {
    self.init()
    let numbers = Numbers(
      sequence: record.sequence, at: record.at.utcSeconds,
      recordedAt: record.recordedAt.utcSeconds, corrects: record.corrects)
    let (actor, type, reason) = (record.actor, record.type, record.reason)
    if let order = record.order {
      begin(
        numbers, actor: actor.utf8.span, type: type.utf8.span, order: order.utf8.span,
        reason: reason.utf8.span)
    } else {
      begin(
        numbers, actor: actor.utf8.span, type: type.utf8.span, order: nil, reason: reason.utf8.span)
    }
    if let key = record.key { self.key(key.utf8.span) }
    for field in record.fields { self.field(field.key.utf8.span, field.value.utf8.span) }
    for transfer in record.transfers {
      self.transfer(
        debit: transfer.debit.number, credit: transfer.credit.number, fen: transfer.amount.fen)
    }
    finish()
  }
}
