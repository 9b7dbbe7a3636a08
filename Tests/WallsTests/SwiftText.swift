/// Swift source without what the compiler does not run.
enum SwiftText {
  /// The text with comments (and, when asked, the insides of strings) turned to spaces; lines stay in place.
  static func code(of text: String, keepingStrings: Bool) -> String {
    var scanner = Scanner(bytes: Array(text.utf8), keepsStrings: keepingStrings)
    scanner.run()
    return String(decoding: scanner.output, as: UTF8.self)
  }

  private struct Scanner {
    let bytes: [UInt8]
    let keepsStrings: Bool
    var output: [UInt8] = []
    var place = 0

    mutating func run() {
      while place < bytes.count {
        if starts("//") {
          while place < bytes.count, bytes[place] != 10 { blank() }
        } else if starts("/*") {
          blockComment()
        } else if let delimiter = stringDelimiter() {
          string(delimiter)
        } else {
          keep()
        }
      }
    }

    private mutating func blockComment() {
      var depth = 0
      repeat {
        if starts("/*") { depth += 1 } else if starts("*/") { depth -= 1 }
        let isMark = starts("/*") || starts("*/")
        blank()
        if isMark { blank() }
      } while depth > 0 && place < bytes.count
    }

    /// The marks that open a string here: any number of `#`, then one or three quotes.
    private func stringDelimiter() -> (hashes: Int, quotes: Int)? {
      var hashes = 0
      while place + hashes < bytes.count, bytes[place + hashes] == UInt8(ascii: "#") { hashes += 1 }
      guard place + hashes < bytes.count, bytes[place + hashes] == UInt8(ascii: "\"") else {
        return nil
      }
      return (hashes, starts("\"\"\"", after: hashes) ? 3 : 1)
    }

    private mutating func string(_ delimiter: (hashes: Int, quotes: Int)) {
      let hashes = String(repeating: "#", count: delimiter.hashes)
      let end = String(repeating: "\"", count: delimiter.quotes) + hashes
      let escape = "\\" + hashes
      for _ in 0..<(delimiter.hashes + delimiter.quotes) { keep() }
      while place < bytes.count, !starts(end) {
        if starts(escape) { for _ in 0..<escape.utf8.count { inside() } }
        inside()
      }
      for _ in 0..<end.utf8.count where place < bytes.count { keep() }
    }

    private func starts(_ mark: String, after offset: Int = 0) -> Bool {
      bytes[place...].dropFirst(offset).starts(with: mark.utf8)
    }

    private mutating func inside() { keepsStrings ? keep() : blank() }

    private mutating func keep() {
      guard place < bytes.count else { return }
      output.append(bytes[place])
      place += 1
    }

    private mutating func blank() {
      guard place < bytes.count else { return }
      output.append(bytes[place] == 10 ? 10 : 32)
      place += 1
    }
  }
}
