import Domain
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Ctrl-C: the first asks long work to stop and roll back, the second ends the program at once.
enum Interrupt {
  private static let flag = Atomic<Bool>(false)

  /// Whether Ctrl-C was pressed.
  static func isAsked() -> Bool { flag.load(ordering: .relaxed) }

  /// Ends work on a file or a page once Ctrl-C was pressed.
  static func check() throws {
    guard !isAsked() else { throw Failure(.interrupted, "stopped; nothing was written") }
  }

  /// Starts to listen; until then Ctrl-C ends the program, which is safe for the book too.
  static func listen() {
    signal(SIGINT) { _ in
      Interrupt.flag.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
  }

  /// Ctrl-C ends the program again: what is left to do can be broken off anywhere.
  static func listenNoMore() { signal(SIGINT, SIG_DFL) }
}
