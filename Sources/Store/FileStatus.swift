#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the file system says of a path.
enum FileStatus {
  /// Whether something is there.
  static func exists(_ path: String) -> Bool {
    access(path, F_OK) == 0
  }

  /// Gives a finished file its name without ever replacing another; `false` when the name is taken.
  static func publish(_ finished: String, as path: String) -> Bool {
    if link(finished, path) == 0 {
      unlink(finished)
      return true
    }
    // Some file systems have no hard links; there a check and a rename must do.
    guard errno != EEXIST, !exists(path) else { return false }
    return rename(finished, path) == 0
  }

  /// Gives a finished file the name of another, in one step; whether that went well.
  static func replace(_ path: String, by finished: String) -> Bool {
    rename(finished, path) == 0
  }

  /// Removes a file if it is there.
  static func remove(_ path: String) {
    unlink(path)
  }
}
