/// Reads results of notes and ads, conversions and searches: workbooks, CSV and JSON.
public enum ResultReader {
  private enum Source {
    case table(TableReader)
    case json([LocatedJSON])
  }

  /// Reads a whole file and hands over each row that could be read, in the order of the file.
  ///
  /// Problems don't stop it: they are collected in the result, with their places.
  ///
  /// - Parameters:
  ///   - sheet: the sheet of a workbook; `nil` for the one whose header fits.
  ///   - each: takes one row and the reading so far; what it throws ends the reading.
  public static func read(
    _ raw: [UInt8], file: String, sheet: String? = nil,
    each: (ResultRecord, ResultReading) throws -> Void
  ) rethrows -> ResultReading {
    var reading = ResultReading(file: file)
    switch open(raw, file: file, sheet: sheet) {
    case .failure(let problem): reading.problems.add(problem)
    case .success(.table(let table)): try read(table, into: &reading, each)
    case .success(.json(let rows)): try read(rows, into: &reading, each)
    }
    return reading
  }

  private static func open(_ raw: [UInt8], file: String, sheet: String?)
    -> Result<Source, ImportProblem>
  {
    let fits = { (header: [String]) in ResultLayout.best(for: header)?.score(of: header) }
    do throws(ImportProblem) {
      if Workbook.isOne(raw) {
        return .success(
          .table(try TableReader(workbook: raw, file: file, sheet: sheet, fits: fits)))
      }
      if let sheet {
        throw ImportProblem(
          file: file, line: 0, found: "text, which has no sheet \(sheet)",
          wanted: "a workbook (.xlsx), or no --sheet")
      }
      let text = try DecodedText(raw, file: file)
      guard CreatorListReader.isJSON(text.bytes) else {
        return .success(.table(try TableReader(text, file: file, delimiter: nil, fits: fits)))
      }
      return .success(.json(JSONRows.rows(in: try located(text.bytes, file))))
    } catch {
      return .failure(error)
    }
  }

  private static func located(_ text: [UInt8], _ file: String) throws(ImportProblem) -> LocatedJSON
  {
    do throws(JSONProblem) {
      return try LocatedJSON(text)
    } catch {
      throw ImportProblem(
        file: file, line: error.place.line, character: error.place.column, found: error.found,
        wanted: error.wanted)
    }
  }

  /// The layout of a header and what each column means in it; what is wrong with it is noted.
  ///
  /// - Parameter problem: makes one of what was found and wanted.
  private static func layout(
    of header: [String], into reading: inout ResultReading,
    _ problem: (_ found: String, _ wanted: String) -> ImportProblem
  ) -> (ResultLayout, [ResultField?])? {
    guard let layout = ResultLayout.best(for: header) else {
      reading.problems.add(
        problem(
          header.isEmpty ? "nothing" : "the columns \(header.prefix(8).joined(separator: ", "))…",
          "results: a note batch, an order report, a note list, the open API's or Juguang's, "
            + "conversions or searches (see: kolbook results import --help)"))
      return nil
    }
    let columns = zip(header, layout.fields(of: header)).map { (name: $0, field: $1) }
    for (field, same) in Dictionary(grouping: columns, by: \.field)
    where field != nil && same.count > 1 {
      reading.problems.add(
        problem(same.map(\.name).joined(separator: ", "), "one of these columns"))
    }
    (reading.source, reading.title) = (layout.name, layout.title)
    reading.unknown = columns.filter { $0.field == nil && !$0.name.isEmpty }.map(\.name)
    if layout.rows == .ads, !columns.contains(where: { $0.field == .format }) {
      reading.remarks.append(
        "no column says where the ads were shown (such as placement, 广告位): they are other ads")
    }
    return reading.problems.isEmpty ? (layout, columns.map(\.field)) : nil
  }

  private static func read(
    _ start: TableReader, into reading: inout ResultReading,
    _ each: (ResultRecord, ResultReading) throws -> Void
  ) rethrows {
    var table = start
    reading.sheet = table.sheet
    guard
      let (layout, fields) = layout(
        of: table.header, into: &reading, { table.headerProblem(found: $0, wanted: $1) })
    else { return }
    let columns = fields.enumerated().compactMap { place, field in field.map { (place, $0) } }
    table.read(only: Set(columns.map(\.0)))
    while let row = table.next() {
      var builder = ResultBuilder(layout: layout)
      for (place, field) in columns { builder.take(row.cells[place], field, column: place) }
      try finish(
        builder, line: row.line, into: &reading,
        { table.problem(in: row, column: $0, found: $1, wanted: $2) }, each)
    }
    reading.problems.add(table.problems)
    reading.remarks += table.remarks
  }

  private static func read(
    _ rows: [LocatedJSON], into reading: inout ResultReading,
    _ each: (ResultRecord, ResultReading) throws -> Void
  ) rethrows {
    let (file, names) = (reading.file, JSONRows.names(in: rows))
    let start = rows.first?.line ?? 1
    guard
      let (layout, fields) = layout(
        of: names, into: &reading,
        { ImportProblem(file: file, line: start, found: $0, wanted: $1) })
    else { return }
    let meanings = Dictionary(zip(names, fields)) { first, _ in first }
    for row in rows {
      let members = row.members
      var builder = ResultBuilder(layout: layout)
      for (place, member) in members.enumerated() {
        guard let field = meanings[member.name] ?? nil else { continue }
        builder.take(member.value.cell, field, column: place)
      }
      let problem = { (place: Int?, found: String, wanted: String) in
        ImportProblem(
          file: file, line: place.map { members[$0].value.line } ?? row.line,
          column: place.map { members[$0].name }, found: found, wanted: wanted)
      }
      try finish(builder, line: row.line, into: &reading, problem, each)
    }
  }

  /// Completes a row: hands it over, or notes what is wrong with it.
  private static func finish(
    _ start: ResultBuilder, line: Int, into reading: inout ResultReading,
    _ problem: (Int?, String, String) -> ImportProblem,
    _ each: (ResultRecord, ResultReading) throws -> Void
  ) rethrows {
    var builder = start
    let content = builder.content()
    for fault in builder.faults {
      reading.problems.add(problem(fault.column, fault.found, fault.wanted))
    }
    guard builder.faults.isEmpty else { return }
    guard let content else {
      reading.rowsWithoutNote += 1
      return
    }
    reading.rows += 1
    try each(
      ResultRecord(
        line: line, day: builder.day, content: content, flags: builder.flags(of: content)),
      reading)
  }
}
