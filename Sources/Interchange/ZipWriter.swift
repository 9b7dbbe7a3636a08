import CZlib

/// Puts parts together to a ZIP archive. The same parts give the same bytes: every part is of the first
/// moment that ZIP knows.
struct ZipWriter {
  private var bytes: [UInt8] = []
  private var list: [UInt8] = []
  private var count = 0

  /// 1 January 1980, midnight.
  private static let moment = word(0x0021_0000)
  /// The version of the format that knows deflated parts.
  private static let version = half(20)

  /// Adds a part that is complete.
  ///
  /// - Parameter name: in ASCII.
  mutating func add(_ name: String, _ part: DeflatedPart) {
    let start = bytes.count
    let facts =
      Self.version + Self.half(0) + Self.half(8) + Self.moment + Self.word(part.checkSum)
      + Self.word(part.packed.count) + Self.word(part.size) + Self.half(name.utf8.count)
      + Self.half(0)
    bytes += Self.word(0x0403_4B50)
    bytes += facts
    bytes += name.utf8
    bytes += part.packed
    list += Self.word(0x0201_4B50) + Self.version + facts
    // No comment, the first disk, no attributes inside or outside.
    list += Self.half(0) + Self.half(0) + Self.half(0) + Self.word(0) + Self.word(start)
    list += name.utf8
    count += 1
  }

  /// The archive with the list of its parts.
  consuming func archive() -> [UInt8] {
    let start = bytes.count
    bytes += list
    bytes += Self.word(0x0605_4B50) + Self.half(0) + Self.half(0) + Self.half(count)
    bytes += Self.half(count) + Self.word(list.count) + Self.word(start) + Self.half(0)
    return bytes
  }

  /// Numbers as ZIP writes them, the lowest byte first.
  private static func half(_ value: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
  }

  private static func word(_ value: Int) -> [UInt8] { half(value) + half(value >> 16) }
}

/// A part of an archive that is deflated as it comes, so that a large sheet never stands in memory whole.
final class DeflatedPart {
  /// Sheets repeat themselves so much that the higher levels take longer for little.
  private static let level: Int32 = 4

  private(set) var packed: [UInt8] = []
  /// How many bytes came.
  private(set) var size = 0
  private var sum = crc32(0, nil, 0)
  /// zlib keeps the address of its stream, so it must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private let buffer: UnsafeMutableBufferPointer<UInt8>

  var checkSum: Int { Int(sum) }

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    buffer = .allocate(capacity: 1 << 16)
    let code = kb_deflate_init_raw(stream, Self.level)
    precondition(code == Z_OK, "zlib can't deflate: \(code)")
  }

  /// A part that is there already.
  convenience init(_ bytes: [UInt8]) {
    self.init()
    write(bytes)
    finish()
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
    buffer.deallocate()
  }

  /// Adds bytes to the part.
  func write(_ bytes: [UInt8]) {
    size += bytes.count
    sum = crc32(sum, bytes, UInt32(bytes.count))
    deflate(bytes, Z_NO_FLUSH)
  }

  /// Ends the part.
  func finish() { deflate([], Z_FINISH) }

  private func deflate(_ bytes: [UInt8], _ flush: Int32) {
    bytes.withUnsafeBufferPointer { bytes in
      stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
      stream.pointee.avail_in = UInt32(bytes.count)
      repeat {
        stream.pointee.next_out = buffer.baseAddress
        stream.pointee.avail_out = UInt32(buffer.count)
        _ = CZlib.deflate(stream, flush)
        packed += buffer[..<(buffer.count - Int(stream.pointee.avail_out))]
      } while stream.pointee.avail_out == 0
    }
  }
}
