import Domain
import Interchange
import Ledger
import Store

extension OpenBook {
  /// Imports what came of notes in one piece: all files, or nothing when one of them has a problem.
  ///
  /// The same files a second time change nothing.
  ///
  /// - Throws: ``Failure`` of kind `badInput` that lists every problem with file, line, column, what was
  ///   wanted and what was found.
  public func importResults(_ files: [InputFile], _ asked: ResultsOptions = .init()) throws
    -> ResultsReport
  {
    _ = try factDay(asked.asOf, "--as-of")
    return try book.transaction(isDryRun: asked.isDryRun) {
      var options = asked
      options.campaign = try asked.campaign.map(nameOfCampaign)
      var problems = ProblemList()
      let taken = try files.map { try take($0, options, into: &problems) }
      guard problems.isEmpty else { throw Self.refused(problems) }
      return ResultsReport(files: taken, isDryRun: options.isDryRun)
    }
  }

  private func take(_ file: InputFile, _ options: ResultsOptions, into problems: inout ProblemList)
    throws -> ResultsReport.File
  {
    let name = file.name.split(separator: "/").last.map(String.init) ?? file.name
    let digest = Digest(of: file.bytes)
    let isRepeated = try book.results.knows(digest)
    let number = try book.results.begin(
      file: name, layout: "unknown", digest: digest, at: now, by: actor)
    var importer = ResultImporter(
      book, import: number, isRepeated: isRepeated, options, today: today)
    let reading = try ResultReader.read(file.bytes, file: file.name, sheet: options.sheet) {
      try importer.take($0, of: $1)
    }
    try importer.finish(reading.source ?? "list")
    problems.add(reading.problems)
    problems.add(importer.problems)
    try book.results.finish(
      number, layout: reading.source ?? "unknown", rows: Int64(reading.rows),
      added: Int64(importer.added))
    let flags = ResultFlag.allCases.compactMap { flag in
      importer.flags[flag].map { (flag: flag, rows: $0.rows, first: $0.first) }
    }
    let sums =
      reading.rowsWithoutNote == 0
      ? [] : ["rows without a note or an order, not read: \(reading.rowsWithoutNote)"]
    return ResultsReport.File(
      name: file.name, form: reading.title + (reading.sheet.map { ", sheet \($0)" } ?? ""),
      rows: reading.rows, added: importer.added, number: importer.added > 0 ? number : nil,
      flags: flags, unknown: reading.unknown, strangers: importer.strangers,
      remarks: reading.remarks + sums + (try cardless(importer.campaigns)))
  }

  /// A word on the campaigns that rows are of and that have no card, neither by their own name nor by that of
  /// a shortlist that is assigned to one.
  private func cardless(_ names: Set<String>) throws -> [String] {
    let lists = Set(try book.campaigns.shortlists().values.joined())
    let missing = try names.subtracting(lists)
      .filter { try book.campaigns.campaign($0) == nil }.sorted()
    guard let first = missing.first else { return [] }
    let count = missing.count == 1 ? "1 campaign" : "\(missing.count) campaigns"
    return ["\(count) in it without a card: \(Self.commandToAdd(first))"]
  }

  private static func refused(_ problems: ProblemList) -> Failure {
    let sorted = problems.sorted
    let rest = problems.count - sorted.count
    let count = problems.count == 1 ? "1 problem" : "\(problems.count) problems"
    return Failure(
      .badInput, "nothing was imported: \(count)",
      details: sorted.map(\.description) + (rest > 0 ? ["and \(rest) more"] : []),
      next: "correct \(problems.count == 1 ? "it" : "them") and import again")
  }
}
