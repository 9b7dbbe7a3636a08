import Domain
import Interchange
import Store

extension OpenBook {
  /// Imports lists of creators in one piece: all files, or nothing when one of them has a problem.
  ///
  /// The same files a second time change nothing.
  ///
  /// - Parameter progress: told after every thousand rows how many there were.
  /// - Throws: ``Failure`` of kind `badInput` that lists every problem with file, line, column, what was
  ///   wanted and what was found.
  public func importLists(
    _ files: [InputFile], _ options: ImportOptions = .init(), progress: (Int) -> Void = { _ in }
  ) throws -> ImportReport {
    let asOf = try factDay(options.asOf, "--as-of")
    let fee = try book.reference.feeSchedule().share(.brand, .standard, on: asOf)
    let reading = try options.reading(brandFee: fee)
    return try book.transaction(isDryRun: options.isDryRun) {
      try fileLists(files, reading, asOf, isDryRun: options.isDryRun, progress)
    }
  }

  /// Files lists inside a transaction of the caller, which must be undone when this throws.
  func fileLists(
    _ files: [InputFile], _ options: CreatorReading.Options, _ asOf: Day, isDryRun: Bool = false,
    _ progress: (Int) -> Void = { _ in }
  ) throws -> ImportReport {
    var report = try book.record(Self.command(files), by: actor, at: now) {
      let report = try takeLists(files, options, asOf, isDryRun: isDryRun, progress)
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
    _ files: [InputFile], _ options: CreatorReading.Options, _ asOf: Day, isDryRun: Bool,
    _ progress: (Int) -> Void
  ) throws -> ImportReport {
    var importer = try CreatorImporter(book: book, now: now, actor: actor, asOf: asOf)
    var readings: [CreatorReading] = []
    var rows = 0
    for file in files {
      let reading = try CreatorListReader.read(file.bytes, file: file.name, options: options) {
        record, layout in
        try importer.take(record, file: file.name, source: layout.source)
        rows += 1
        if rows % 1_000 == 0 { progress(rows) }
      }
      readings.append(reading)
    }
    var problems = ProblemList()
    for reading in readings { problems.add(reading.problems) }
    problems.add(importer.problems)
    guard problems.isEmpty else {
      let unknown = readings.first { $0.layout == nil }?.file
      throw Self.refused(problems, files.map(\.name), unknown: unknown)
    }
    return ImportReport(readings, counts: try importer.counts(), isDryRun: isDryRun)
  }

  private static func refused(_ problems: ProblemList, _ files: [String], unknown: String?)
    -> Failure
  {
    var byFile = Dictionary(grouping: problems.sorted, by: \.file)
    let sorted = files.flatMap { byFile.removeValue(forKey: $0) ?? [] }
    let count = problems.count == 1 ? "1 problem" : "\(problems.count) problems"
    let rest = problems.count - sorted.count
    return Failure(
      .badInput, "nothing was imported: \(count)",
      details: sorted.map(\.description) + (rest > 0 ? ["and \(rest) more"] : []),
      next: unknown.map { CommandText.line("import", "--explain", $0) }
        ?? "correct \(problems.count == 1 ? "it" : "them") and import again")
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
