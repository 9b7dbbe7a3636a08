import Domain
import Interchange
import Store

extension OpenBook {
  /// Imports lists of creators in one piece: all files, or nothing when one of them has a problem.
  ///
  /// The same files a second time change nothing. With `skipsErrors` the result is that of the lists
  /// without the rows that were refused: each time a row is refused, the others are filed anew without it.
  ///
  /// - Parameter progress: told after every thousand rows how many there were, and roughly of how many.
  /// - Throws: ``Failure`` of kind `badInput` that lists every problem with file, line, column, what was
  ///   wanted and what was found.
  public func importLists(
    _ files: [InputFile], _ options: ImportOptions = .init(),
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> ImportReport {
    let asOf = try factDay(options.asOf, "--as-of")
    let fee = try book.reference.feeSchedule().share(.brand, .standard, on: asOf)
    let reading = try options.reading(brandFee: fee)
    var leftOut: [ImportProblem]? = options.skipsErrors ? [] : nil
    while true {
      do {
        return try book.transaction(isDryRun: options.isDryRun) {
          let report = try fileLists(
            files, reading, asOf, leavingOut: leftOut, isDryRun: options.isDryRun, progress)
          if let rejects = report.rejects, !options.isDryRun {
            try options.keepRejects?(rejects.bytes)
          }
          return report
        }
      } catch let refused as RowsRefused {
        leftOut?.append(contentsOf: refused.problems.kept)
      }
    }
  }

  /// Files lists inside a transaction of the caller, which must be undone when this throws.
  func fileLists(
    _ files: [InputFile], _ options: CreatorReading.Options, _ asOf: Day,
    leavingOut: [ImportProblem]? = nil, isDryRun: Bool = false,
    _ progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> ImportReport {
    var report = try book.record(Self.command(files), by: actor, at: now) {
      let report = try takeLists(files, options, asOf, leavingOut, isDryRun: isDryRun, progress)
      return (report, .lists(Self.lists(report)))
    }
    if !isDryRun, report.added + report.updated > 0 {
      report.change = try book.changes.newest(1).first?.number
    }
    return report
  }

  /// `import a.csv b.csv`, or of many files the first and how many there are.
  private static func command(_ files: [InputFile]) -> String {
    let most = 5
    guard files.count > most else { return CommandText.words(["import"] + files.map(\.name)) }
    return CommandText.words(["import", files[0].name]) + " and \(files.count - 1) more"
  }

  private func takeLists(
    _ files: [InputFile], _ options: CreatorReading.Options, _ asOf: Day,
    _ leavingOut: [ImportProblem]?, isDryRun: Bool, _ progress: (Int, Int) -> Void
  ) throws -> ImportReport {
    let leftOut = Set(leavingOut.map { $0.map(RowPlace.init) } ?? [])
    let roughRows = files.reduce(0) { $0 + $1.roughRows }
    var importer = try CreatorImporter(
      book: book, now: now, actor: actor, asOf: asOf, rows: roughRows)
    var readings: [CreatorReading] = []
    var rows = 0
    for file in files {
      let reading = try take(file, options, &importer) { line in
        guard leftOut.isEmpty || !leftOut.contains(RowPlace(file: file.name, line: line)) else {
          return false
        }
        rows += 1
        if rows % 1_000 == 0 { progress(rows, roughRows) }
        return true
      }
      readings.append(reading)
    }
    // What is refused is taken back at once: it needs no indexes.
    let isRefused =
      !importer.problems.isEmpty
      || (leavingOut == nil && !readings.allSatisfy { $0.problems.isEmpty })
    if !isRefused { try importer.finish() }
    return try report(
      readings, importer.problems, leavingOut, options,
      ImportReport(readings, counts: try importer.counts(), isDryRun: isDryRun), files)
  }

  /// Reads one file row by row.
  ///
  /// - Parameter wants: whether the row of a line is to be taken; asked once a row.
  private func take(
    _ file: InputFile, _ options: CreatorReading.Options, _ importer: inout CreatorImporter,
    _ wants: (Int) -> Bool
  ) throws -> CreatorReading {
    var asked = 0
    var isWanted = true
    func isTaken(_ line: Int) -> Bool {
      if asked != line { (asked, isWanted) = (line, wants(line)) }
      return isWanted
    }
    return try CreatorListReader.read(
      file.bytes, file: file.name, options: options,
      plain: { row, layout in
        try isTaken(row.line)
          && importer.take(row, file: file.name, source: layout.sourceBytes)
      },
      each: { record, layout in
        guard isTaken(record.line) else { return }
        try importer.take(record, file: file.name, source: layout.source)
      })
  }

  /// The report of what was filed, unless something was refused that may not be left out.
  private func report(
    _ readings: [CreatorReading], _ unfiled: ProblemList, _ leavingOut: [ImportProblem]?,
    _ options: CreatorReading.Options, _ report: ImportReport, _ files: [InputFile]
  ) throws -> ImportReport {
    var problems = ProblemList()
    for reading in readings { problems.add(reading.problems) }
    problems.add(unfiled)
    let canSkip =
      problems.count == problems.kept.count && readings.allSatisfy(\.hasOnlyRowProblems)
    guard let leavingOut, canSkip else {
      guard problems.isEmpty else { throw Self.refused(problems, readings, canSkip: canSkip) }
      return report
    }
    guard unfiled.isEmpty else { throw RowsRefused(problems: unfiled) }
    for problem in leavingOut { problems.add(problem) }
    guard problems.isEmpty || report.added + report.updated + report.unchanged > 0 else {
      throw Self.refused(problems, readings, canSkip: false)
    }
    var report = report
    try report.leaveOut(problems, files: files, readings, options)
    return report
  }

  private static func refused(_ problems: ProblemList, _ readings: [CreatorReading], canSkip: Bool)
    -> Failure
  {
    var byFile = Dictionary(grouping: problems.sorted, by: \.file)
    let sorted = readings.flatMap { byFile.removeValue(forKey: $0.file) ?? [] }
    let count = problems.count == 1 ? "1 problem" : "\(problems.count) problems"
    let rest = problems.count - sorted.count
    let again =
      "correct \(problems.count == 1 ? "it" : "them") and import again"
      + (canSkip ? ", or import the other rows with --skip-errors --rejects FILE" : "")
    let unknown = readings.first { $0.layout == nil }?.file
    return Failure(
      .badInput, "nothing was imported: \(count)",
      details: sorted.map(\.description) + (rest > 0 ? ["and \(rest) more"] : []),
      next: unknown.map { CommandText.line("import", "--explain", $0) } ?? again)
  }

  private static func lists(_ report: ImportReport) -> ImportedLists {
    let list = { (values: [String]) in
      values.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        .joined(separator: "\n")
    }
    return ImportedLists(
      files: list(report.files.map(\.name)), layout: list(report.files.map(\.layout)),
      encoding: list(report.files.map(\.encoding)), added: report.added, updated: report.updated,
      unchanged: report.unchanged)
  }
}
