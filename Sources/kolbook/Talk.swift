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

  /// Says one line.
  static func say(_ line: String) {
    _ = Descriptor.write(Array((Harmless.text(line) + "\n").utf8), to: STDERR_FILENO)
  }
}
