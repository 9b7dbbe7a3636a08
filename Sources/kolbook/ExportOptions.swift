import ArgumentParser
import Domain

/// Where an export goes.
struct ExportOptions: ParsableArguments {
  @OptionGroup var file: FileOptions

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

  func validate() throws {
    if headers != nil, file.output.flatMap(FileForm.init(of:)) != .xlsx {
      throw ValidationError("--headers goes with --output FILE.xlsx")
    }
  }

  /// The columns' names in a workbook.
  var language: HeaderLanguage {
    headers.flatMap { HeaderLanguage(rawValue: $0.rawValue) } ?? .both
  }
}
