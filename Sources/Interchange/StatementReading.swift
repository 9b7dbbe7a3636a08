public import Domain

/// What was read from a statement of Pugongying's, and what was wrong with it.
public struct StatementReading: Sendable {
  /// Which of Pugongying's two statements it is.
  public enum Kind: String, Sendable {
    /// 订单报告: one row an order, fees to the fen, no creators.
    case orders
    /// 笔记批量数据: one row a note, with its creator; fees cut to whole yuan.
    case notes
  }

  /// The file, as the user named it.
  public let file: String
  /// `nil` when it is neither.
  public internal(set) var kind: Kind?
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
