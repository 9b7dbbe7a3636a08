import CEmbedded

/// The files of `seed/`, compiled in.
public enum Seed {
  /// The bytes of one file.
  ///
  /// - Precondition: there is a file of this name.
  public static func bytes(_ name: String) -> [UInt8] {
    guard let file = embedded_seed_named(name) else {
      preconditionFailure("no seed file \(name)")
    }
    return Array(UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.count))
  }
}
