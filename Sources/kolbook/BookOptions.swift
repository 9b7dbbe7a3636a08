import ArgumentParser

/// The options that every command has.
struct BookOptions: ParsableArguments, BookChoice {
  /// How a result is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, csv, tsv, json

    // Said here, because finding them out by reflection is felt at every start.
    static let allValueStrings = ["table", "csv", "tsv", "json"]
    static let allValueDescriptions: [String: String] = [:]
  }

  @Option(help: ArgumentHelp("The book.", discussion: "", valueName: "file"))
  var book: String?

  @Option(help: "How to write the result.")
  var format: Format = .table

  @Option(name: .customLong("as"), help: ArgumentHelp("Who you are.", valueName: "name"))
  var person: String?
}
