public import Domain

/// What was read from a statement of Pugongying's, and what was wrong with it.
public struct StatementReading: Sendable {
  /// The file, as the user named it.
  public let file: String
  /// `nil` when it is neither.
  public internal(set) var kind: StatementKind?
  /// The sheet that was read; `nil` for text.
  public internal(set) var sheet: String?
  /// The newest day that a row gives for its figures.
  public internal(set) var updatedOn: Day?
  /// In the order of the file.
  public internal(set) var lines: [StatementLine] = []
  /// How many rows name no order, such as notes that nobody paid for.
  public internal(set) var rowsWithoutOrder = 0
  /// What a person should know of how it was read, in sentences.
  public internal(set) var remarks: [String] = []
  /// What could not be read.
  public internal(set) var problems = ProblemList()
}
