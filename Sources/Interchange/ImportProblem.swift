/// One thing in a file that could not be read.
///
/// An import collects these for all its files, and stores nothing if there are any.
public struct ImportProblem: Error, Hashable, Sendable {
  /// The file, as the user named it.
  public let file: String
  /// The sheet of a workbook; `nil` for text.
  public let sheet: String?
  /// The line as an editor counts it, or the row of the sheet, from 1; 0 when the problem is the whole file.
  public let line: Int
  /// The column as its header or JSON name writes it; `nil` when no one column is to blame.
  public let column: String?
  /// The character in the line, from 1, where the text itself is broken; in a sheet the column, from 1.
  public let character: Int?
  /// What stands there: a cell in quotes, or words.
  public let found: String
  /// What would have been accepted, as a noun phrase.
  public let wanted: String

  /// A problem with its place.
  public init(
    file: String, sheet: String? = nil, line: Int, column: String? = nil, character: Int? = nil,
    found: String,
    wanted: String
  ) {
    self.file = file
    self.sheet = sheet
    self.line = line
    self.column = column
    self.character = character
    self.found = found
    self.wanted = wanted
  }

  /// A cell as a problem shows it: in quotes, line breaks and other characters that are not seen
  /// escaped, cut after 100 characters; "nothing" for an empty one.
  public static func quoted(_ cell: String) -> String {
    guard !cell.isEmpty else { return "nothing" }
    let shown =
      cell.unicodeScalars.count > 100 ? String(cell.unicodeScalars.prefix(100)) + "…" : cell
    return JSON.string(shown).text().unicodeScalars.reduce(into: "") { text, scalar in
      let isUnseen = scalar.properties.generalCategory == .format
      text += isUnseen ? "\\u\(String(scalar.value, radix: 16))" : String(scalar)
    }
  }
}

extension ImportProblem: CustomStringConvertible {
  /// `creators.csv:14: followers: wanted a whole number, found "12k"`, or with the cell of a sheet,
  /// `creators.xlsx:List!F14: followers: …`.
  public var description: String {
    var place = file
    if let sheet {
      place += ":\(sheet)!" + (character.map { SheetPlace.letters($0 - 1) } ?? "") + "\(line)"
    } else {
      if line > 0 { place += ":\(line)" }
      if let character { place += ":\(character)" }
    }
    if let column { place += ": " + (column.isEmpty ? "(column without a name)" : column) }
    return "\(place): wanted \(wanted), found \(found)"
  }

  /// By file, then line, then character.
  static func precedes(_ left: ImportProblem, _ right: ImportProblem) -> Bool {
    (left.file, left.line, left.character ?? 0) < (right.file, right.line, right.character ?? 0)
  }
}
