import Domain
import UseCases

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Words for the person at the keyboard, on standard error.
enum Talk {
  /// Whether a person reads along.
  static let isTerminal = isatty(STDERR_FILENO) == 1

  /// Says something that stays on its line and may steer the cursor.
  static func hint(_ text: String) {
    _ = Descriptor.write(Array(text.utf8), to: STDERR_FILENO)
  }

  /// Says one line; a label before it may stand out on a terminal.
  static func say(_ line: String, after label: String = "", in ink: Ink = .bold) {
    let label = label.isEmpty ? "" : ink.text(label[...], on: isTerminal) + " "
    _ = Descriptor.write(Array((label + Harmless.text(line) + "\n").utf8), to: STDERR_FILENO)
  }

  /// What to do in a book without creators.
  static let toBegin = "kolbook import LIST.csv, or: kolbook add NICKNAME --followers 1.2w"

  /// Says what there is none of, and what to do next.
  static func say(none: String, next: String?) {
    say(none)
    if let next { say(next, after: "next:") }
  }

  /// Says what went wrong and what to do next.
  static func say(wrong sentence: String, details: [String] = [], next: String?) {
    say(sentence, after: "kolbook:", in: .red)
    for detail in details { say("  \(detail)") }
    if let next { say(next, after: "next:") }
  }
}
