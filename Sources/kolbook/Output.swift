import Domain
import UseCases

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Data on its way to standard output.
enum Output {
  /// Whether a person looks at it.
  static let isTerminal = isatty(STDOUT_FILENO) == 1

  /// Writes lines of text; signs that a terminal would obey are shown instead.
  static func write(_ text: String) {
    send(Array((Harmless.text(text) + "\n").utf8))
  }

  /// Writes a table; its header stands out on a terminal.
  static func write(table text: String) {
    let lines = Harmless.text(text).split(
      separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let head = Ink.bold.text(lines[0], on: isTerminal)
    send(Array(((lines.count > 1 ? "\(head)\n\(lines[1])" : head) + "\n").utf8))
  }

  /// Writes bytes as they are, made harmless only where a person looks at them.
  static func write(bytes: [UInt8]) {
    send(isTerminal ? Array(Harmless.text(String(decoding: bytes, as: UTF8.self)).utf8) : bytes)
  }

  /// A reader that went away ends the program quietly (SIGPIPE); a full disk ends it with words.
  private static func send(_ bytes: [UInt8]) {
    guard !Descriptor.write(bytes, to: STDOUT_FILENO) else { return }
    Ending.end(with: Failure(.inputOutput, "writing the result failed: \(Descriptor.reason)"))
  }
}
