import Foundation

/// The folder that this test file was built from.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let transcripts = root.appending(path: "Tests/TranscriptTests/transcripts")
  static let samples = root.appending(path: "Tests/InterchangeTests/samples")
  static let readme = root.appending(path: "README.md")

  /// The lines of a text file, without the empty one after the last line feed.
  static func lines(of file: URL) throws -> [String] {
    let text = try String(contentsOf: file, encoding: .utf8)
    let lines = text.components(separatedBy: "\n")
    return lines.last == "" ? lines.dropLast() : lines
  }

  /// All transcripts, by name.
  static func allTranscripts() throws -> [Transcript] {
    try FileManager.default.contentsOfDirectory(atPath: transcripts.path)
      .filter { $0.hasSuffix(".txt") }.sorted()
      .map { Transcript(name: $0, lines: try lines(of: transcripts.appending(path: $0))) }
  }
}
