import Domain

/// What a sheet is like besides its cells.
public struct SheetPlan: Sendable {
  /// What may be typed into some cells.
  public struct Validation: Sendable {
    /// What is accepted.
    public enum Rule: Sendable {
      /// One of some words or numbers.
      case list([String])
      /// Nothing: the cells say what was decided.
      case nothing
      /// An amount of 0 or more.
      case amount
    }

    /// What is accepted.
    public var rule: Rule
    /// From 0.
    public var column: Int
    /// What is said to somebody who types something else.
    public var words: String
    /// Whether something else is refused, or only asked about.
    public var isStrict: Bool

    /// What may be typed into the cells of a column.
    public init(_ rule: Rule, column: Int, words: String, isStrict: Bool = true) {
      (self.rule, self.column, self.words, self.isStrict) = (rule, column, words, isStrict)
    }
  }

  /// The tab: at most 31 characters.
  public var name: String
  /// The widths of the columns, in Latin letters.
  public var widths: [Int]
  /// The row of the header, from 1: it and what is above stays in sight, and has buttons to filter and
  /// sort what is below. `nil` for a sheet without one.
  public var header: Int?
  /// How many columns at the left stay in sight.
  public var frozenColumns = 0
  /// What may be typed below the header.
  public var validations: [Validation] = []
  /// Whether it is printed on upright pages.
  public var isPortrait = false
  /// Beside the cells.
  public var chart: SheetChart?

  /// - Precondition: Excel accepts the name: 1 through 31 characters, none of `[]:*?/\`.
  public init(_ name: String, widths: [Int], header: Int? = nil) {
    precondition(
      (1...31).contains(name.utf16.count) && !name.contains(where: "[]:*?/\\'".contains),
      "no name for a sheet: \(name)")
    (self.name, self.widths, self.header) = (name, widths, header)
  }

  /// The sheet's name as formulas name it, with the mark behind it.
  public static func reference(_ name: String) -> String { "'\(name)'!" }

  /// The width that some text needs in a column: the longest of its lines, wide signs counted double.
  public static func width(of text: String) -> Int {
    text.split(whereSeparator: \.isNewline).map { line in
      line.unicodeScalars.reduce(0) { $0 + ($1.isWide ? 2 : 1) }
    }.max() ?? 0
  }

  /// Widths for what stands in some rows, within reason.
  public static func widths(of rows: [[SheetCell]]) -> [Int] {
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(narrowest) }
        widths[column] = min(max(widths[column], cell.width + 3), widest)
      }
    }
    return widths
  }

  private static let narrowest = 8
  private static let widest = 44

  /// Where a cell is, for formulas: `$K$4`. Columns from 0, rows from 1.
  public static func place(_ column: Int, _ row: Int, isFixed: Bool = false) -> String {
    let mark = isFixed ? "$" : ""
    return "\(mark)\(SheetPlace.letters(column))\(mark)\(row)"
  }
}
