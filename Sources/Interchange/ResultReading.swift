/// How a file of results was read, and what was wrong with it.
public struct ResultReading: Sendable {
  /// The file, as the user named it.
  public let file: String
  /// The source that its facts are kept under; `nil` when no layout fits.
  public internal(set) var source: String?
  /// What people call the layout.
  public internal(set) var title = ""
  /// The sheet that was read; `nil` for text.
  public internal(set) var sheet: String?
  /// The columns that the layout does not know, in the order of the file: nothing of them is kept.
  public internal(set) var unknown: [String] = []
  /// How many rows were read.
  public internal(set) var rows = 0
  /// How many name no note and no order, such as rows of sums.
  public internal(set) var rowsWithoutNote = 0
  /// What a person should know of how it was read, in sentences.
  public internal(set) var remarks: [String] = []
  /// What could not be read.
  public internal(set) var problems = ProblemList()

  /// A problem of a row as a whole, for what is found out after reading.
  public func problem(line: Int, found: String, wanted: String) -> ImportProblem {
    ImportProblem(file: file, sheet: sheet, line: line, found: found, wanted: wanted)
  }
}
