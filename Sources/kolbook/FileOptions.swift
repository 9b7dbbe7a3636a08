import ArgumentParser
import Domain
import UseCases

/// The file that a result goes to.
struct FileOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"))
  var output: String?
  @Flag(help: "Replace the file if it is there.") var force = false

  /// How a result can be written.
  struct Writers {
    let excel, csv, tsv: () -> [UInt8]
    let json: () -> String
    /// As a workbook, if there is one of it.
    var workbook: (() throws -> [UInt8])?
    /// As a page, if there is one of it.
    var page: (() throws -> [UInt8])?
  }

  /// Writes a result: to the file for Excel unless another format is asked for or its name ends with
  /// one, else to standard output as CSV unless another is asked for.
  func write(_ what: String, as format: BookOptions.Format, _ writers: Writers) throws {
    try refuseOtherNames(format, writers)
    if output != nil { Interrupt.listen() }
    let bytes: [UInt8] =
      if isWorkbook, let workbook = writers.workbook {
        try workbook()
      } else if isPage, let page = writers.page {
        try page()
      } else {
        switch named(format) {
        case .table, .csv: output == nil ? writers.csv() : writers.excel()
        case .tsv: writers.tsv()
        case .json: Array((writers.json() + "\n").utf8)
        }
      }
    try Interrupt.check()
    guard let output else {
      Interrupt.listenNoMore()
      return Output.write(bytes: bytes)
    }
    try OutputFile.write(bytes, to: output, isForced: force)
    Talk.say("wrote \(output): \(what)")
  }

  /// Refuses a workbook's name for what is always text: it would be opened as damaged.
  static func refuseWorkbook(_ path: String?, of what: String) throws {
    guard let path, path.lowercased().hasSuffix(".xlsx") else { return }
    throw Failure(
      .usage, "\(path) is the name of a workbook, and \(what) are written as CSV",
      next: "name it .csv")
  }

  /// Whether the file is named as a workbook.
  var isWorkbook: Bool { ends([".xlsx"]) }

  private var isPage: Bool { ends([".html", ".htm"]) }

  private func ends(_ endings: [String]) -> Bool {
    guard let name = output?.lowercased() else { return false }
    return endings.contains { name.hasSuffix($0) }
  }

  /// The format asked for, else the one that the file's name ends with.
  private func named(_ format: BookOptions.Format) -> BookOptions.Format {
    guard format == .table, let output else { return format }
    return output.hasSuffix(".json") ? .json : output.hasSuffix(".tsv") ? .tsv : .csv
  }

  /// A workbook or page that is none, or text under its name, would be opened as damaged.
  private func refuseOtherNames(_ format: BookOptions.Format, _ writers: Writers) throws {
    guard let output else { return }
    if ends([".xls"]) {
      throw Failure(
        .usage, "\(output): kolbook writes workbooks as .xlsx",
        next: "name it .xlsx, which every Excel since 2007 opens")
    }
    if ends([".pdf"]) {
      throw Failure(
        .usage, "\(output): kolbook writes no PDF",
        next: writers.page == nil
          ? "name it .csv or .json" : "name it .html, open it in a browser and print it to a PDF")
    }
    if isWorkbook && writers.workbook == nil || isPage && writers.page == nil {
      let names = [("xlsx", writers.workbook), ("html", writers.page)].filter { $0.1 != nil }
      throw Failure(
        .usage, "\(output): there is no \(isPage ? "page" : "workbook") of this",
        next: "name it ." + (names.map(\.0) + ["csv", "tsv", "json"]).joined(separator: ", ."))
    }
    if isWorkbook || isPage, format != .table {
      throw Failure(
        .usage,
        "\(output) is the name of a \(isPage ? "page" : "workbook"), and --format asks for "
          + format.rawValue,
        next: "leave out --format, or name the file .\(format.rawValue)")
    }
  }
}
