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

  /// Says one line.
  static func say(_ line: String) {
    _ = Descriptor.write(Array((Harmless.text(line) + "\n").utf8), to: STDERR_FILENO)
  }
}
