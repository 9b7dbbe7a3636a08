import Foundation

/// A fresh folder in which commands run one after another, always under the same circumstances.
final class Shell {
  let folder: URL
  private let environment: [String: String]

  init() throws {
    let name = "kolbook-transcript-\(UUID().uuidString)"
    folder = FileManager.default.temporaryDirectory.appending(path: name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    environment = [
      "PATH": "\(try Program.path().deletingLastPathComponent().path):/usr/local/bin:/usr/bin:/bin",
      "HOME": folder.path, "LC_ALL": "C.UTF-8", "COLUMNS": "100", "NO_COLOR": "1",
      "KOLBOOK_NOW": "2026-11-23T10:00:00+08:00", "KOLBOOK_USER": "lin",
    ]
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Copies a file or folder of the tests into the folder, or a folder below it.
  func copy(_ source: URL, to place: String = ".") throws {
    let target = folder.appending(path: place)
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: source, to: target.appending(path: source.lastPathComponent))
  }

  /// What a command writes to either stream, line by line, and `[exit N]` unless N is 0.
  func run(_ command: String) throws -> [String] {
    let file = folder.deletingLastPathComponent()
      .appending(path: folder.lastPathComponent + ".output")
    try Data().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let output = try FileHandle(forWritingTo: file)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    (process.standardOutput, process.standardError) = (output, output)
    try process.run()
    process.waitUntilExit()
    try output.close()
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      .replacingOccurrences(of: folder.path, with: "~")
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() } else { lines.append("[no newline at the end]") }
    if text.isEmpty { lines = [] }
    let code = process.terminationStatus
    return code == 0 ? lines : lines + ["[exit \(code)]"]
  }

  /// The steps of a transcript with what was seen; trailing empty lines stay as the transcript has them.
  func run(_ steps: [Transcript.Step]) throws -> [Transcript.Step] {
    try steps.map { step in
      let seen = try run(step.command)
      let blank = step.output.reversed().prefix { $0.isEmpty }.count
      let own = seen.reversed().prefix { $0.isEmpty }.count
      let padding = Array(repeating: "", count: max(0, blank - own))
      return Transcript.Step(command: step.command, output: seen + padding)
    }
  }
}
