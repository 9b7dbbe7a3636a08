import Foundation

/// One Swift file of the project, as text.
struct SourceFile: CustomStringConvertible {
  /// Its path from the top of the repository, such as `Sources/Store/Book.swift`.
  let path: String
  let text: String

  /// The folder below Sources or Tests.
  var room: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
  /// The file's name without `.swift`.
  var name: String {
    String((path.split(separator: "/").last ?? "").dropLast(".swift".count))
  }
  /// The text with comments and the insides of string literals blanked, line by line the same.
  var code: String { SwiftText.code(of: text, keepingStrings: false) }
  /// The text with comments blanked; string literals are kept.
  var codeAndStrings: String { SwiftText.code(of: text, keepingStrings: true) }

  var description: String { path }

  /// All Swift files below Sources, by path.
  static func sources() throws -> [SourceFile] { try below("Sources") }

  /// All Swift files below Sources and Tests, by path.
  static func all() throws -> [SourceFile] { try below("Sources") + below("Tests") }

  private static func below(_ folder: String) throws -> [SourceFile] {
    try Repository.files(below: folder).filter { $0.hasSuffix(".swift") }.map {
      SourceFile(path: $0, text: try Repository.text(of: $0))
    }
  }
}
