import Domain
import Foundation

@testable import Interchange

/// A file as people really hand it in, or as somebody would who means harm, and what must come of it.
///
/// They stand in `odd/files.tsv`, a line each: the name, the text and the outcome between tabs. In the text
/// `\n`, `\r`, `\t`, `\\` and `\xFF` stand for what they do in Swift and C, and `⟦1000*x⟧` for `x` a thousand
/// times. The outcome is what was read, or the first problem and how many more there are.
struct OddFile: Sendable {
  let name: String
  let bytes: [UInt8]
  let outcome: String

  /// What reading it comes to.
  func read() -> String {
    let (reading, records) = Sample.read(bytes, file: "odd")
    guard let problem = reading.problems.kept.first else {
      let shown = records.prefix(3).map(Self.shown).joined(separator: "; ")
      return "read \(records.count)" + (shown.isEmpty ? "" : ": \(shown)")
    }
    let more = reading.problems.count - 1
    let text = problem.description.replacing("\t", with: "\\t").replacing("\n", with: "\\n")
    return "refused: \(text)" + (more > 0 ? " and \(more) more" : "")
  }

  private static func shown(_ record: CreatorRecord) -> String {
    let ids = [record.ownID, record.userID, record.redID, record.profileURL].compactMap(\.self)
    let facts: [String?] = [
      record.nickname, record.followers.map { "followers \($0.value)" },
      record.engagement.map { "rate \($0.value.basisPoints) bp" }, record.city,
    ]
    let quotes = record.quotes.map { quote in
      "\(quote.value.format) \(quote.value.price.map { "\($0.fen) fen" } ?? "not offered")"
        + (quote.day.map { " on \($0)" } ?? "")
    }
    let words =
      ids + facts.compactMap(\.self) + quotes + record.notes.map { "note \($0.text.count)" }
    return words.joined(separator: " ").unicodeScalars.map { scalar in
      scalar.value < 0x20 || scalar.properties.generalCategory == .format
        ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
    }.joined()
  }
}

extension OddFile {
  static let path = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "odd/files.tsv")

  /// All of them, in the order of the table.
  static func all() throws -> [OddFile] {
    try String(contentsOf: path, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return OddFile(name: cells[0], bytes: bytes(cells[1]), outcome: cells[2])
    }
  }

  /// The table with what the files come to now.
  static func recorded() throws -> String {
    let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
    let now = try zip(lines.dropFirst(), all()).map { line, file in
      line.split(separator: "\t", omittingEmptySubsequences: false).prefix(2)
        .joined(separator: "\t") + "\t" + file.read()
    }
    return (lines.prefix(1).map(String.init) + now).joined(separator: "\n") + "\n"
  }

  private static func bytes(_ text: String) -> [UInt8] {
    let parts = text.split(separator: "⟦", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(unescaped(parts[0])) { bytes, part in
      let halves = part.split(separator: "⟧", maxSplits: 1, omittingEmptySubsequences: false)
      let repeated = halves[0].split(separator: "*", maxSplits: 1)
      let piece = unescaped(repeated[1])
      return bytes + (0..<(Int(repeated[0]) ?? 0)).flatMap { _ in piece } + unescaped(halves[1])
    }
  }

  private static func unescaped(_ text: Substring) -> [UInt8] {
    var (bytes, rest) = ([UInt8](), text.utf8)
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let kind = rest.popFirst() else {
        bytes.append(byte)
        continue
      }
      switch kind {
      case UInt8(ascii: "n"): bytes.append(10)
      case UInt8(ascii: "r"): bytes.append(13)
      case UInt8(ascii: "t"): bytes.append(9)
      case UInt8(ascii: "x"):
        bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
        rest = rest.dropFirst(2)
      default: bytes.append(kind)
      }
    }
    return bytes
  }
}
