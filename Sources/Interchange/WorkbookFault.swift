/// Why a workbook can't be read at all, or not to its end.
struct WorkbookFault: Error {
  /// What stands there, in words.
  let found: String
  /// What would have been accepted, as a noun phrase.
  let wanted: String

  init(_ found: String, wanted: String = "a whole, undamaged workbook (.xlsx)") {
    (self.found, self.wanted) = (found, wanted)
  }

  /// The same with its place: the whole file.
  func problem(_ file: String) -> ImportProblem {
    ImportProblem(file: file, line: 0, found: found, wanted: wanted)
  }
}
