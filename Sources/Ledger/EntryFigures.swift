import Domain

/// What of an order's entry counts: its numbers and days, without its texts.
struct EntryFigures: Sendable {
  let sequence: Int64
  /// The Shanghai day it happened on, …
  let day: Day
  /// … and the one it was written down on.
  let recordedOn: Day
  /// The entry that this one corrects, if any.
  let corrects: Int64?
  let step: Step
  let hasReason: Bool
  let transfers: Transfers

  init(
    sequence: Int64, day: Day, recordedOn: Day, corrects: Int64?, step: Step, hasReason: Bool,
    transfers: Transfers
  ) {
    (self.sequence, self.day, self.recordedOn) = (sequence, day, recordedOn)
    (self.corrects, self.step, self.hasReason) = (corrects, step, hasReason)
    self.transfers = transfers
  }

  init(_ entry: Entry) {
    self.init(
      sequence: entry.sequence, day: entry.day, recordedOn: entry.recordedAt.day,
      corrects: entry.corrects, step: entry.event.step, hasReason: !entry.reason.isEmpty,
      transfers: entry.transfers)
  }
}
