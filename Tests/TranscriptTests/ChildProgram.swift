import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `kolbook` as a process that a test can wait for, and kill.
enum ChildProgram {
  /// Starts the program in a folder, with nothing of whoever runs the tests in its environment.
  static func start(
    _ arguments: [String], in folder: URL, as user: String = "lin"
  ) throws -> Process {
    let process = Process()
    process.executableURL = try Program.path()
    process.arguments = arguments
    process.currentDirectoryURL = folder
    // KOLBOOK_BOOK would name a book of theirs.
    process.environment = ["HOME": folder.path, "KOLBOOK_USER": user]
    (process.standardOutput, process.standardError) = (
      FileHandle.nullDevice, FileHandle.nullDevice
    )
    // Test threads block signals, and a child inherits that.
    var (none, blocked) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &blocked)
    defer { pthread_sigmask(SIG_SETMASK, &blocked, nil) }
    try process.run()
    return process
  }
}

extension Process {
  /// The exit code; 128 and more when a signal ended it.
  func wait() -> Int32 {
    waitUntilExit()
    return terminationReason == .exit ? terminationStatus : 128 + terminationStatus
  }
}
