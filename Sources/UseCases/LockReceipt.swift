public import Domain
import Ledger

/// What closing the books, or opening them again, came to.
public struct LockReceipt: Sendable {
  let lock: Lock
  let quarter: String
  let journalHead: ChainHead

  /// The last day that takes no entries now.
  public var through: Day { lock.through }
  /// The journal's head, `N:HASH`, to be kept elsewhere.
  public var head: String { "\(journalHead)" }

  /// The receipt in one sentence.
  public var sentence: String {
    switch lock.kind {
    case .close:
      "closed \(quarter) (entry \(lock.sequence)): nothing dated through \(through) is taken any "
        + "more"
    case .reopen:
      "opened \(quarter) again (entry \(lock.sequence)): what is dated from "
        + "\(through.adding(days: 1)) on is taken; every audit will say so"
    }
  }

  /// The receipt as one row.
  public var listing: Listing {
    Listing(
      columns: [
        .init("quarter", "quarter"), .init("seq", "entry", .integer), .init("what", "what"),
        .init("closed_through", "closed through"), .init("head", "head"),
      ],
      rows: [
        [
          .text(quarter), .integer(lock.sequence), .text(lock.kind.rawValue), .optional(through),
          .text(head),
        ]
      ])
  }
}
