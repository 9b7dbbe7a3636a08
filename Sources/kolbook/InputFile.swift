import Domain

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that a person names; `-` is standard input.
enum InputFile {
  /// Larger files are no lists that anybody works with.
  private static let largest = 1 << 30

  /// All bytes of a file.
  ///
  /// - Throws: ``Failure`` of kind `inputOutput` when it can't be read.
  static func bytes(_ path: String) throws -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path) }
    defer { if path != "-" { close(descriptor) } }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      if count < 0 {
        guard errno == EINTR else { throw unreadable(path) }
        continue
      }
      bytes += chunk[..<count]
      guard bytes.count <= largest else {
        throw Failure(.badInput, "\(path) is larger than 1 GiB")
      }
    }
  }

  private static func unreadable(_ path: String) -> Failure {
    Failure(.inputOutput, "\(path) can't be read: \(Descriptor.reason)")
  }
}
