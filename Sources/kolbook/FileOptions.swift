import ArgumentParser
import Domain
import UseCases

/// The file that a result goes to.
struct FileOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to this file, as its ending says.", valueName: "file"))
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

    /// What writes a form, if there is that of it; CSV in a file is for Excel.
    func writer(_ form: FileForm, isFile: Bool) -> (() throws -> [UInt8])? {
      switch form {
      case .xlsx: workbook
      case .html: page
      case .csv: isFile ? excel : csv
      case .tsv: tsv
      case .json: { Array((json() + "\n").utf8) }
      }
    }

    /// What to call a file of it.
    var advice: String {
      let names = [("xlsx", workbook), ("html", page)].filter { $0.1 != nil }.map(\.0)
      return "name it ." + (names + ["csv", "tsv", "json"]).joined(separator: ", .")
    }
  }

  /// Writes a result: to the file as its ending says, else as the format asked for; without a file to
  /// standard output, as CSV unless another format is asked for.
  func write(_ what: String, as format: BookOptions.Format, _ writers: Writers) throws {
    let asked = FileForm(rawValue: format.rawValue)
    let form = try output.map { try Self.form(of: $0, asked, writers) } ?? asked ?? .csv
    guard let writer = writers.writer(form, isFile: output != nil) else {
      throw Failure(
        .usage, "\(output ?? "-"): there is no \(form.title) of this", next: writers.advice)
    }
    if output != nil { Interrupt.listen() }
    let bytes = try writer()
    try Interrupt.check()
    guard let output else {
      Interrupt.listenNoMore()
      return Output.write(bytes: bytes)
    }
    try OutputFile.write(bytes, to: output, isForced: force)
    Talk.say("wrote \(output): \(what)")
  }

  /// The form that a file's name promises, else the one asked for: text under the name of something else
  /// would be opened as damaged.
  private static func form(of path: String, _ asked: FileForm?, _ writers: Writers) throws
    -> FileForm
  {
    try refuseDash(path)
    switch (FileForm(of: path), FileForm.ending(of: path)) {
    case (let named?, _):
      guard let asked, asked != named else { return named }
      throw Failure(
        .usage, "\(path) is the name of a \(named.title), and --format asks for \(asked.rawValue)",
        next: "leave out --format, or name the file .\(asked.rawValue)")
    case (nil, "xls"):
      throw Failure(
        .usage, "\(path): kolbook writes workbooks as .xlsx",
        next: "name it .xlsx, which every Excel since 2007 opens")
    case (nil, "pdf"):
      throw Failure(
        .usage, "\(path): kolbook writes no PDF",
        next: writers.page == nil
          ? writers.advice : "name it .html, open it in a browser and print it to a PDF")
    case (nil, let ending):
      if let asked { return asked }
      let name = ending.isEmpty ? "a name without an ending" : "the ending .\(ending)"
      throw Failure(
        .usage, "\(path): \(name) doesn't say how to write it",
        next: writers.advice + ", or say it with --format")
    }
  }

  /// Refuses to make a file called `-`, by which people mean standard output.
  static func refuseDash(
    _ path: String?, next: String = "leave -o out to write to standard output"
  ) throws {
    guard path == "-" else { return }
    throw Failure(.usage, "- would be a file called -", next: next)
  }

  /// Refuses a workbook's name, or none, for what is always text: it would be opened as damaged.
  static func refuseWorkbook(_ path: String?, of what: String) throws {
    guard let path else { return }
    try refuseDash(path, next: "name it .csv")
    guard FileForm(of: path) == .xlsx else { return }
    throw Failure(
      .usage, "\(path) is the name of a workbook, and \(what) are written as CSV",
      next: "name it .csv")
  }
}
