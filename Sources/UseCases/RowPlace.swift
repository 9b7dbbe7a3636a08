import Interchange

/// A row of a list: its file and the line it starts on.
struct RowPlace: Hashable {
  let file: String
  let line: Int

  init(file: String, line: Int) {
    (self.file, self.line) = (file, line)
  }

  /// The row that was refused.
  init(_ problem: ImportProblem) {
    self.init(file: problem.file, line: problem.line)
  }
}

/// Thrown to file lists anew without the rows that could not be filed.
struct RowsRefused: Error {
  let problems: ProblemList
}
