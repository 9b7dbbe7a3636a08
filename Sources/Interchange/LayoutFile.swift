import CEmbedded
import Domain

/// Layouts as a table of their own: a row for each column of a list, and a few about the layout itself.
///
/// `layout` names the layout, or several that share the row, `header` the spellings of the column's
/// header between bars, `field` what it means (``Field``). A spelling that ends or starts with `*` stands
/// for every header that starts or ends so; an empty one for a column without a name. In rows whose
/// field starts with `layout:` the header cell says something about the layout.
public enum LayoutFile {
  /// What a row says about the layout itself.
  enum Word: String, CaseIterable {
    /// What people call it.
    case title = "layout:title"
    /// The source that its facts are kept under when the file names none.
    case source = "layout:source"
    /// Headers of which one must be there for the layout to be considered.
    case needs = "layout:needs"
    /// Further words for nothing, such as 面议.
    case nothing = "layout:nothing"
    /// What its engagement rates are a part of: followers or reads.
    case rate = "layout:rate"
    /// The scene and window of the medians whose quotient is the rate: `everyday.30d`.
    case medians = "layout:medians"
  }

  /// The layouts of other people's files, as shipped: `seed/layout.csv`.
  static let shipped: [Layout] = {
    let name = "layout.csv"
    guard let file = embedded_seed_named(name) else { preconditionFailure("no seed file \(name)") }
    let bytes = Array(UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.count))
    let (layouts, problems) = read(bytes, file: name)
    precondition(problems.isEmpty, "the seed's layouts: \(problems.kept.map(\.description))")
    return layouts
  }()

  /// The layouts of a table in the order of their first rows, and what is wrong with it.
  public static func read(_ raw: [UInt8], file: String) -> (layouts: [Layout], ProblemList) {
    var problems = ProblemList()
    do throws(ImportProblem) {
      var table = LayoutTable(try TableReader(raw, file: file))
      while table.takeRow() {}
      problems = table.problems
      if problems.isEmpty { return (table.layouts, problems) }
    } catch {
      problems.add(error)
    }
    return ([], problems)
  }
}

/// Puts the rows of a table of layouts together.
private struct LayoutTable {
  private static let columns = ["layout", "header", "field", "source", "as_of", "note"]

  private(set) var problems = ProblemList()
  private(set) var layouts: [Layout] = []
  private var reader: TableReader
  private var places: [String: Int] = [:]
  /// Of each layout, until all rows are read: a layout looks through its columns each time it gets some.
  private var columns: [[Layout.Column]] = []
  /// The line that each spelling of a layout stands on.
  private var taken: [[String]: Int] = [:]

  init(_ reader: TableReader) {
    self.reader = reader
    for (place, header) in reader.header.enumerated() {
      let name = Key.normalised(header).lowercased()
      if Self.columns.contains(name), places.updateValue(place, forKey: name) == nil { continue }
      let wanted = "each once of \(Self.columns.joined(separator: ", "))"
      problems.add(reader.headerProblem(found: "the column \(header)", wanted: wanted))
    }
    for name in ["header", "field"] where places[name] == nil {
      problems.add(reader.headerProblem(found: "no such column", wanted: "the column \(name)"))
    }
  }

  /// Takes the next row; `false` at the end.
  mutating func takeRow() -> Bool {
    guard problems.isEmpty || !layouts.isEmpty, let row = reader.next() else {
      problems.add(reader.problems)
      finish()
      return false
    }
    let names = parts(cell(row, "layout"))
    for name in names.isEmpty ? ["own"] : names { take(row, HeaderText.folded(name)) }
    return true
  }

  private func cell(_ row: TableReader.Row, _ column: String) -> String {
    places[column].map { Key.normalised(FormulaGuard.unguarded(row.cells[$0])) } ?? ""
  }

  private func parts(_ cell: String) -> [String] {
    cell.split(separator: "|").map { Key.normalised(String($0)) }.filter { !$0.isEmpty }
  }

  private mutating func take(_ row: TableReader.Row, _ name: String) {
    let place: Int
    if let known = layouts.firstIndex(where: { $0.name == name }) {
      place = known
    } else {
      place = layouts.count
      layouts.append(Layout(name: name, title: name, source: name, marks: [], columns: []))
      columns.append([])
    }
    let (header, field) = (cell(row, "header"), cell(row, "field"))
    if let word = LayoutFile.Word(rawValue: field.lowercased()) {
      if let wanted = set(word, header, &layouts[place]) { fault(row, "header", header, wanted) }
      return
    }
    guard var meaning = Meaning(field: field) else {
      return fault(row, "field", field, Field.wanted(for: field))
    }
    if case .ignored = meaning, !cell(row, "note").isEmpty { meaning = .ignored(cell(row, "note")) }
    let spellings = header.isEmpty ? [""] : parts(header)
    for spelling in spellings {
      let folded = HeaderText.folded(spelling)
      if let line = taken.updateValue(row.line, forKey: [name, folded]) {
        fault(row, "header", spelling, "each header once; it stands on line \(line) too")
      }
    }
    columns[place].append(Layout.Column(spellings, means: meaning))
  }

  /// Takes a row about the layout itself; what is wanted instead when it won't do.
  private func set(_ word: LayoutFile.Word, _ text: String, _ layout: inout Layout) -> String? {
    switch word {
    case _ where text.isEmpty: return "what \(word.rawValue) is"
    case .title: layout.title = text
    case .source: layout.source = text
    case .needs: layout.marks.append(parts(text))
    case .nothing: layout.nothing.formUnion(parts(text))
    case .rate:
      guard let base = EngagementRate.Base(rawValue: text) else { return "followers or reads" }
      layout.rateBase = base
    case .medians: layout.rate = ("interactions.\(text)", "reads.\(text)")
    }
    return nil
  }

  /// A layout that can't say who a row is about, or whose file says nothing, is a problem.
  private mutating func finish() {
    for (place, columns) in columns.enumerated() { layouts[place].columns = columns }
    guard problems.isEmpty else { return }
    if layouts.isEmpty {
      problems.add(
        reader.headerProblem(found: "no rows", wanted: "a row for each column of a list"))
    }
    for layout in layouts where !layout.columns.contains(where: \.meaning.isIdentity) {
      problems.add(
        reader.headerProblem(
          found: "the layout \(layout.name) without a column that says who",
          wanted: "creator_id, user_id, red_id, red_or_user_id or profile_url"))
    }
  }

  private mutating func fault(
    _ row: TableReader.Row, _ column: String, _ found: String, _ wanted: String
  ) {
    problems.add(
      reader.problem(
        in: row, column: places[column], found: ImportProblem.quoted(found), wanted: wanted))
  }
}
