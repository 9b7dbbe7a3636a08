import Foundation

/// How large things are, and what is named after what.
enum Shape {
  static let longestFile = 300
  static let longestFunction = 40
  static let longestLine = 100

  static func length(of file: SourceFile) -> [String] {
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    let count = lines.last?.isEmpty == true ? lines.count - 1 : lines.count
    return count > longestFile ? ["\(file.path): \(count) lines"] : []
  }

  static func lines(of file: SourceFile) -> [String] {
    file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
      let isComment = $1.drop { $0 == " " }.hasPrefix("//")
      return $1.count > longestLine && !isComment ? "\(file.path):\($0 + 1): \($1.count) wide" : nil
    }
  }

  /// Functions and initializers by the lines from their first word to the closing brace.
  static func functions(of file: SourceFile) -> [String] {
    let lines = file.code.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.compactMap { start -> String? in
      let words = lines[start].split(separator: " ")
      guard let word = words.first(where: { !isModifier($0) }),
        word == "func" || word.hasPrefix("init(") || word.hasPrefix("init?(")
          || word.hasPrefix("init<")
      else { return nil }
      let indent = lines[start].prefix { $0 == " " }
      guard
        let end = lines[start...].firstIndex(where: {
          $0.hasPrefix(indent + "}") && !$0.hasPrefix(indent + " ")
        })
      else { return nil }
      if lines[start].filter({ $0 == "{" }).count == 1, lines[start].last == "}" { return nil }
      let count = end - start + 1
      return count > longestFunction ? "\(file.path):\(start + 1): \(count) lines" : nil
    }
  }

  private static func isModifier(_ word: Substring) -> Bool {
    modifiers.contains(String(word)) || word.hasPrefix("@")
  }

  private static let modifiers: Set<String> = [
    "public", "package", "internal", "private", "fileprivate", "static", "final", "override",
    "mutating", "borrowing", "consuming", "convenience", "required", "nonisolated", "async",
  ]

  /// One public type a file, and the file has its name.
  static func publicTypes(of file: SourceFile) -> [String] {
    let kinds: Set<Substring> = ["struct", "enum", "class", "actor", "protocol"]
    let types = file.code.split(separator: "\n").compactMap { line -> String? in
      let words = line.split { " :<(".contains($0) }
      guard line.hasPrefix("public ") || line.hasPrefix("@") && words.contains("public"),
        let kind = words.firstIndex(where: kinds.contains), kind + 1 < words.count
      else { return nil }
      return String(words[kind + 1])
    }
    if types.count > 1 { return ["\(file.path): public types \(types.joined(separator: ", "))"] }
    if let type = types.first, type != file.name { return ["\(file.path): holds \(type)"] }
    return []
  }

  /// Every public declaration has a doc comment above it.
  static func documentation(of file: SourceFile) -> [String] {
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.drop { $0 == " " } }
    return lines.indices.compactMap { index -> String? in
      guard lines[index].hasPrefix("public "), !lines[index].hasPrefix("public import") else {
        return nil
      }
      var above = index - 1
      while above >= 0, lines[above].hasPrefix("@") { above -= 1 }
      return above >= 0 && lines[above].hasPrefix("///")
        ? nil : "\(file.path):\(index + 1): \(lines[index])"
    }
  }

  static func name(of file: SourceFile) -> [String] {
    let banned = ["Utils", "Util", "Helper", "Helpers", "Manager", "Service", "+"]
    return banned.filter(file.name.contains).map { "\(file.path): a file called \($0)" }
  }
}
