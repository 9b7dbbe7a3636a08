import Foundation

/// Something that must not be written, and where it may be after all.
struct Ban: Sendable, CustomStringConvertible {
  enum Place: Sendable {
    case code
    /// Code with the strings in it, for SQL and the like.
    case codeAndStrings
    /// Everything, comments too.
    case text
  }

  let rule: String
  /// A regular expression, tried line by line.
  let pattern: String
  var reads: Place = .code
  /// The rooms it may be written in; rooms of Tests are only looked at when the ban says so.
  var allowedIn: Set<String> = []
  var holdsInTests = false
  /// A line that offends.
  let bad: String

  var description: String { rule }

  /// `path:line: rule: the line`, in the order of the lines.
  func offences(in file: SourceFile) throws -> [String] {
    if allowedIn.contains(file.room) { return [] }
    if file.path.hasPrefix("Tests/") && !holdsInTests { return [] }
    let text =
      switch reads {
      case .code: file.code
      case .codeAndStrings: file.codeAndStrings
      case .text: file.text
      }
    let expression = try NSRegularExpression(pattern: pattern)
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
      let line = String($1)
      let whole = NSRange(line.startIndex..., in: line)
      guard expression.firstMatch(in: line, range: whole) != nil else { return nil }
      return "\(file.path):\($0 + 1): \(rule): \(line)"
    }
  }

  private static let faces: Set<String> = ["kolbook", "Web"]

  static let all = [
    Ban(
      rule: "SQLite's C functions are called in SQLite/ only", pattern: #"\bsqlite3_"#,
      allowedIn: ["SQLite"], bad: "sqlite3_close(handle)"),
    Ban(
      rule: "SQL is written in Store/ only",
      pattern:
        #"\b(SELECT|INSERT (OR \w+ )?INTO|DELETE FROM|CREATE TABLE|PRAGMA|UPDATE \w+ SET)\b"#,
      reads: .codeAndStrings, allowedIn: ["Store", "SQLite"],
      bad: #"let rows = "SELECT id FROM creator""#),
    Ban(
      rule: "only a face prints", pattern: #"\b(print|debugPrint|dump|puts|putchar)\("#,
      allowedIn: faces, bad: "print(total)"),
    Ban(
      rule: "only a face ends the program", pattern: #"(?<![\w.])_?(exit|abort|_Exit)\("#,
      allowedIn: faces, bad: "exit(1)"),
    Ban(
      rule: "the clock is handed in",
      pattern:
        #"\b(Date\(\)|Date\.now|ContinuousClock|SuspendingClock|DispatchTime|Task\.sleep"#
        + #"|gettimeofday|clock_gettime|time\(nil\))"#,
      allowedIn: faces, bad: "let day = Date()"),
    Ban(
      rule: "the clock of SQLite is not read either",
      pattern: #"('now'|CURRENT_TIMESTAMP|CURRENT_DATE|CURRENT_TIME|unixepoch\(\))"#,
      reads: .codeAndStrings, bad: #"let sql = "VALUES (CURRENT_TIMESTAMP)""#),
    Ban(
      rule: "random numbers are handed in",
      pattern:
        #"(\.random\(|\.randomElement\(|\.shuffled?\(\)|SystemRandomNumberGenerator"#
        + #"|arc4random|drand48|getentropy|\bUUID\(\)|randomblob\()"#,
      reads: .codeAndStrings, allowedIn: faces, bad: "let id = Int.random(in: 0...9)"),
    Ban(
      rule: "the environment is handed in",
      pattern: #"\b(getenv|setenv|ProcessInfo|CommandLine\.)"#, allowedIn: faces,
      bad: #"let book = getenv("BOOK")"#),
    Ban(
      rule: "nothing traps but a precondition", pattern: #"(\btry!|\bas!|\bfatalError\()"#,
      holdsInTests: true, bad: "let text = try! read()"),
    Ban(
      rule: "no Any", pattern: #"\b(Any|AnyHashable)\b"#, bad: "let value: Any = 1"),
    Ban(
      rule: "nothing is left to do", pattern: "\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b", reads: .text,
      holdsInTests: true, bad: "// TO" + "DO: later"),
    Ban(
      rule: "no floating point near money", pattern: #"\b(Double|Float|Decimal|CGFloat)\b"#,
      allowedIn: ["SQLite", "Planner", "kolbook"], bad: "let price: Double = 0.1"),
    Ban(
      rule: "no path of one machine",
      pattern: "(/ro" + "ot/|/ho" + "me/|/Use" + "rs/|/wo" + "rk/|/tmp/k" + "b)", reads: .text,
      holdsInTests: true, bad: "// see /ho" + "me/lin/book.db"),
  ]
}
