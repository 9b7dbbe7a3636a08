import ArgumentParser
import Domain
import UseCases

/// Where an export goes.
struct ExportOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"))
  var output: String?
  @Flag(help: "Replace the file if it is there.") var force = false

  /// Writes an export: to the file for Excel unless another format is asked for or its name ends with
  /// one, else to standard output as CSV unless another is asked for.
  func write(
    _ what: String, as format: BookOptions.Format, excel: () -> [UInt8], csv: () -> [UInt8],
    tsv: () -> [UInt8], json: () -> String
  ) throws {
    let bytes: [UInt8] =
      switch named(format) {
      case .table, .csv: output == nil ? csv() : excel()
      case .tsv: tsv()
      case .json: Array((json() + "\n").utf8)
      }
    guard let output else { return Output.write(bytes: bytes) }
    guard ![".xlsx", ".xls"].contains(where: output.lowercased().hasSuffix) else {
      throw Failure(
        .usage, "\(output): kolbook writes no workbooks",
        next: "name it .csv, which Excel opens as it is")
    }
    try OutputFile.write(bytes, to: output, isForced: force)
    Talk.say("wrote \(output): \(what)")
  }

  /// The format asked for, else the one that the file's name ends with.
  private func named(_ format: BookOptions.Format) -> BookOptions.Format {
    guard format == .table, let output else { return format }
    return output.hasSuffix(".json") ? .json : output.hasSuffix(".tsv") ? .tsv : .csv
  }
}
