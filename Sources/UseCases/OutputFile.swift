import Domain

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes a file whole or not at all.
public enum OutputFile {
  /// Writes bytes to a file beside the place, waits until they are on the disk, and names it last.
  ///
  /// - Parameter isForced: replaces what is there; otherwise a file there is never touched.
  /// - Throws: ``Failure`` of kind `cannotCreate` when the place is taken or can't be written.
  public static func write(_ bytes: [UInt8], to path: String, isForced: Bool) throws {
    guard isForced || access(path, F_OK) != 0 else { throw taken(path) }
    guard isReplaceable(path) else {
      throw Failure(
        .cannotCreate, "\(path) is no ordinary file and was not touched",
        next: "choose another name")
    }
    var draft = Array("\(path).XXXXXX".utf8CString)
    let descriptor = mkstemp(&draft)
    guard descriptor >= 0 else { throw failure(.cannotCreate, path) }
    do {
      defer { close(descriptor) }
      // mkstemp makes it private; a list is as readable as any other file of the user.
      let mask = umask(0)
      umask(mask)
      guard fchmod(descriptor, 0o666 & ~mask) == 0, Descriptor.write(bytes, to: descriptor),
        fsync(descriptor) == 0
      else {
        let failure = failure(.inputOutput, path)
        unlink(draft)
        throw failure
      }
    }
    try name(draft, path, isForced: isForced)
  }

  /// Whether nothing but an ordinary file is there: a device or folder would be lost to a rename.
  private static func isReplaceable(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return true }
    return status.st_mode & S_IFMT == S_IFREG
  }

  private static func name(_ draft: [CChar], _ path: String, isForced: Bool) throws {
    // link, unlike rename, never replaces; file systems without links get a check and a rename.
    if !isForced, link(draft, path) == 0 {
      unlink(draft)
    } else if !isForced, errno == EEXIST {
      unlink(draft)
      throw taken(path)
    } else if rename(draft, path) != 0 {
      let failure = failure(.cannotCreate, path)
      unlink(draft)
      throw failure
    }
  }

  private static func taken(_ path: String) -> Failure {
    Failure(
      .cannotCreate, "\(path) is already there and was not touched",
      next: "choose another name, or replace it with --force")
  }

  private static func failure(_ kind: Failure.Kind, _ path: String) -> Failure {
    Failure(kind, "\(path) can't be written: \(String(cString: strerror(errno)))")
  }
}
