public import Domain

/// The books beside the statements of one kind (LEDGER section 8).
public struct Reconciliation: Hashable, Sendable {
  /// How the books and a statement agree on an order.
  public enum Match: String, CaseIterable, Sendable {
    /// To the fen.
    case exact
    /// But for one fen: how the platform rounds is not published.
    case rounding
    /// The statement's fee is the expected one cut to whole yuan, as note batches have it.
    case truncated
    /// The statement charges the rate of boosted orders; the books took an ordinary one.
    case boosted = "boosted rate"
    /// Another quote or another fee.
    case mismatch
    /// Another creator.
    case otherCreator = "other creator"
    /// The statement has the order, the books don't.
    case missingHere = "missing here"
    /// The books have the order, the statement doesn't.
    case missingThere = "missing there"

    /// Whether nobody needs to look.
    public var agrees: Bool { self == .exact || self == .rounding || self == .truncated }
  }

  /// Order report or note batch.
  public let kind: StatementKind
  /// The statements, in the order they were given.
  public let statements: [PlatformStatement]
  /// The orders that have a line, in the order of the lines; then those that none has, by number.
  public let orders: [ComparedOrder]
  /// The numbers of the quarter's orders that can't have a line yet, in byte order: booked after the
  /// statement's day, or without a note so far.
  public let early: [String]

  /// The numbers of those that were booked after the newest statement's day.
  var tooNew: [String] = []
}
