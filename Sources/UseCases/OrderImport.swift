/// What reading a file of order events came to.
public struct OrderImport: Sendable {
  /// An event that the rules refused while the rest was recorded.
  public struct Refused: Sendable {
    /// Its line in the file.
    public let line: Int
    /// The order it was for.
    public let order: String
    /// The event's name.
    public let event: String
    /// The rule that refuses it: `already-paid`, `sub-fen`, …
    public let rule: String
    /// Why, in one sentence.
    public let sentence: String
  }

  /// How many events were recorded now.
  public internal(set) var recorded = 0
  /// How many were in the book already, under the same keys.
  public internal(set) var known = 0
  /// The creators who were added because an order named them, each with the id, in the order of the file.
  public internal(set) var newCreators: [String] = []
  /// How many amounts were finer than a fen and rounded.
  public internal(set) var rounded = 0
  /// How many of the recorded events are dated on days yet to come.
  public internal(set) var ahead = 0
  /// The newest journal entry afterwards.
  public internal(set) var lastSequence: Int64 = 0
  /// How the file was written, such as `UTF-8`.
  public internal(set) var encoding = ""
  /// What the rules refused, in the order of the file.
  public internal(set) var refused: [Refused] = []

  /// The refused events as a list.
  public var refusedListing: Listing {
    Listing(
      columns: [
        .init("line", "line", .integer), .init("order", "order"), .init("event", "event"),
        .init("rule", "rule"), .init("why", "why"),
      ],
      rows: refused.map { refused in
        [
          .integer(Int64(refused.line)), .text(refused.order), .text(refused.event),
          .text(refused.rule), .text(refused.sentence),
        ]
      })
  }
}
