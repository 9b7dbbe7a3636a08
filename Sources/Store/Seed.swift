import CEmbedded

/// The files of `seed/`, compiled in.
public enum Seed {
  /// The bytes of one file.
  ///
  /// - Precondition: there is a file of this name.
  public static func bytes(_ name: String) -> [UInt8] {
    for index in 0..<embedded_seed_count() {
      guard let file = embedded_seed(index), String(cString: file.pointee.name) == name else {
        continue
      }
      return Array(UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.count))
    }
    preconditionFailure("no seed file \(name)")
  }
}
