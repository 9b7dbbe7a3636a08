import ArgumentParser
import Domain
import UseCases

/// Where an export goes.
struct ExportOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"))
  var output: String?
  @Flag(help: "Replace the file if it is there.") var force = false

  @Option(
    help: ArgumentHelp("The columns' names in a workbook.", valueName: "language"))
  var headers: Language?

  /// `en`, `zh` or `both`.
  enum Language: String, CaseIterable, ExpressibleByArgument {
    case en, zh, both

    // Said here, as for the formats.
    static let allValueStrings = ["en", "zh", "both"]
    static let allValueDescriptions: [String: String] = [:]
  }

  /// How an export can be written.
  struct Writers {
    let excel, csv, tsv: () -> [UInt8]
    let json: () -> String
    let workbook: (HeaderLanguage) throws -> [UInt8]
  }

  func validate() throws {
    if headers != nil, !isWorkbook {
      throw ValidationError("--headers goes with --output FILE.xlsx")
    }
  }

  /// Writes an export: to the file for Excel unless another format is asked for or its name ends with
  /// one, else to standard output as CSV unless another is asked for.
  func write(_ what: String, as format: BookOptions.Format, _ writers: Writers) throws {
    try refuseOtherNames(format)
    let bytes: [UInt8] =
      switch named(format) {
      case _ where isWorkbook: try writers.workbook(language)
      case .table, .csv: output == nil ? writers.csv() : writers.excel()
      case .tsv: writers.tsv()
      case .json: Array((writers.json() + "\n").utf8)
      }
    guard let output else { return Output.write(bytes: bytes) }
    try OutputFile.write(bytes, to: output, isForced: force)
    Talk.say("wrote \(output): \(what)")
  }

  private var language: HeaderLanguage {
    headers.flatMap { HeaderLanguage(rawValue: $0.rawValue) } ?? .both
  }

  private var isWorkbook: Bool { output?.lowercased().hasSuffix(".xlsx") ?? false }

  /// The format asked for, else the one that the file's name ends with.
  private func named(_ format: BookOptions.Format) -> BookOptions.Format {
    guard format == .table, let output else { return format }
    return output.hasSuffix(".json") ? .json : output.hasSuffix(".tsv") ? .tsv : .csv
  }

  /// A workbook that is none, or text under its name, would be opened as damaged.
  private func refuseOtherNames(_ format: BookOptions.Format) throws {
    guard let output else { return }
    if output.lowercased().hasSuffix(".xls") {
      throw Failure(
        .usage, "\(output): kolbook writes workbooks as .xlsx",
        next: "name it .xlsx, which every Excel since 2007 opens")
    }
    if isWorkbook, format != .table {
      throw Failure(
        .usage, "\(output) is the name of a workbook, and --format asks for \(format.rawValue)",
        next: "leave out --format, or name the file .\(format.rawValue)")
    }
  }
}
