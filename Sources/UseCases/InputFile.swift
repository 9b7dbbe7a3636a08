public import Domain

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that was handed in: its name and its bytes.
public struct InputFile: Sendable {
  /// The name, as the user wrote it.
  public let name: String
  /// What is in it.
  public let bytes: [UInt8]

  /// A file from memory.
  public init(name: String, bytes: [UInt8]) {
    (self.name, self.bytes) = (name, bytes)
  }

  /// How many rows it may have, by how long its first lines are; a workbook is packed.
  var roughRows: Int {
    let first = bytes.prefix(1 << 16)
    if first.starts(with: "PK".utf8) { return bytes.count / 24 }
    return bytes.count / max(1, first.count) * first.count { $0 == UInt8(ascii: "\n") }
  }

  /// No list is larger: 1 GiB in one file.
  static let largest = 1 << 30

  /// Reads files in the order given; of a folder its `.json` files by name; `-` is standard input.
  ///
  /// - Throws: ``Failure`` when one is missing, can't be read or is too large.
  public static func read(_ paths: [String]) throws(Failure) -> [InputFile] {
    var files: [InputFile] = []
    for path in paths {
      if let names = names(inFolder: path) {
        // Hidden files are the system's, such as the `._kol.json` that a Mac leaves on other disks.
        let lists = names.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.sorted()
        guard !lists.isEmpty else {
          throw Failure(.inputOutput, "the folder \(path) holds no .json file")
        }
        for name in lists {
          files.append(try InputFile(path: path + (path.hasSuffix("/") ? "" : "/") + name))
        }
      } else {
        files.append(try InputFile(path: path))
      }
    }
    return files
  }

  private static func names(inFolder path: String) -> [String]? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { name in
          name.withMemoryRebound(
            to: CChar.self, capacity: MemoryLayout.size(ofValue: name.pointee)
          ) { String(cString: $0) }
        })
    }
    return names
  }

  /// Reads one file; `-` is standard input.
  ///
  /// - Throws: ``Failure`` when it is missing, can't be read or is too large.
  public init(path: String) throws(Failure) {
    let isStandardInput = path == "-"
    let descriptor = isStandardInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure(path) }
    defer { if !isStandardInput { close(descriptor) } }
    var bytes: [UInt8] = []
    var status = stat()
    if fstat(descriptor, &status) == 0, (1...Self.largest).contains(Int(status.st_size)) {
      bytes.reserveCapacity(Int(status.st_size) + 1)
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = buffer.withUnsafeMutableBytes { Self.read(descriptor, $0) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Self.failure(path) }
      if count == 0 { break }
      bytes += buffer[..<count]
      guard bytes.count <= Self.largest else {
        throw Failure(.badInput, "\(path) has more than 1 GiB", next: "import it in parts")
      }
    }
    self.init(name: isStandardInput ? "stdin" : path, bytes: bytes)
  }

  /// `read(2)`, which a function of that name here would hide.
  private static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      Musl.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  private static func failure(_ path: String) -> Failure {
    Failure(.inputOutput, "\(path) can't be read: \(String(cString: strerror(errno)))")
  }
}
