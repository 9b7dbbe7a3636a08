public import Domain

/// One order of the books, of a statement, or of both.
public struct ComparedOrder: Hashable, Sendable {
  /// A line, and where it stands.
  public struct Place: Hashable, Sendable {
    /// The statement's file.
    public let file: String
    /// The line.
    public let line: StatementLine

    /// `orders.xlsx row 7`.
    public var text: String { "\(file) row \(line.row)" }
  }

  /// Its number as the books write it, or else the statement.
  public let name: String
  /// The order of the books, if they have it.
  public let order: Order?
  /// The statement's lines of it, in their order. The first is compared; more are the order listed again.
  public let places: [Place]
  /// How the two agree.
  public let match: Reconciliation.Match
  /// What the books expect the statement to say; `nil` for an order that they don't have.
  public let expected: Charge?
  /// Whether the statement was found to give quote or fee as they are after refunds.
  public let isAfterRefunds: Bool

  /// The line that is compared, if there is one.
  public var line: StatementLine? { places.first?.line }
}
