import CZlib

/// One part of an archive, read piece by piece, so that a large sheet never stands in memory whole.
///
/// What is inflated is limited in size and in its ratio to what was packed, and must come to the size
/// and the check sum that the archive gives for it.
final class ZipPart {
  /// No part is larger: 1 GiB.
  static let largest = 1 << 30
  /// Sheets of real lists come to 8 to 25 times their packed size; bombs to 1,000 times.
  static let largestRatio = 100
  /// Below this the ratio doesn't matter: 8 MiB.
  static let harmless = 8 << 20

  private let name: String
  private let entry: ZipArchive.Entry
  private let archive: [UInt8]
  /// zlib keeps the address of its stream, so it must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private var place: Int
  private let end: Int
  private var inflated = 0
  private var sum = crc32(0, nil, 0)
  private var isAtEnd = false

  init(_ name: String, _ entry: ZipArchive.Entry, of archive: [UInt8], at start: Int)
    throws(WorkbookFault)
  {
    (self.name, self.entry, self.archive) = (name, entry, archive)
    (place, end) = (start, start + entry.packedSize)
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    buffer = .allocate(capacity: 1 << 16)
    guard kb_inflate_init_raw(stream) == Z_OK else { throw WorkbookFault("no memory to inflate") }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    buffer.deallocate()
  }

  /// The next piece, which is there until the next call; `nil` at the end.
  func next() throws(WorkbookFault) -> UnsafeRawBufferPointer? {
    guard !isAtEnd else { return nil }
    let count = try entry.isDeflated ? inflate() : copy()
    inflated += count
    sum = crc32(sum, buffer.baseAddress, UInt32(count))
    try refuseBomb()
    if isAtEnd {
      guard inflated == entry.size, sum == UInt(entry.checkSum) else {
        throw WorkbookFault("a part \(name) that differs from its check sum")
      }
    }
    return UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<count])
  }

  private func refuseBomb() throws(WorkbookFault) {
    guard inflated <= Self.largest else {
      throw WorkbookFault(
        "a part \(name) that inflates to more than 1 GiB", wanted: "a smaller workbook")
    }
    guard inflated <= Self.harmless || inflated / Self.largestRatio <= entry.packedSize else {
      throw WorkbookFault(
        "a part \(name) that inflates to more than \(Self.largestRatio) times its packed size",
        wanted: "a workbook that is no ZIP bomb")
    }
  }

  private func copy() -> Int {
    let count = min(buffer.count, end - place)
    _ = buffer.update(fromContentsOf: archive[place..<(place + count)])
    place += count
    isAtEnd = place == end
    return count
  }

  private func inflate() throws(WorkbookFault) -> Int {
    let (place, end) = (place, end)
    let (code, left, space) = archive.withUnsafeBufferPointer { archive in
      let piece = archive[place..<min(end, place + (1 << 20))]
      let rest = UnsafeBufferPointer(rebasing: piece)
      stream.pointee.next_in = UnsafeMutablePointer(mutating: rest.baseAddress)
      stream.pointee.avail_in = UInt32(rest.count)
      stream.pointee.next_out = buffer.baseAddress
      stream.pointee.avail_out = UInt32(buffer.count)
      let code = CZlib.inflate(stream, Z_NO_FLUSH)
      return (code, piece.endIndex - Int(stream.pointee.avail_in), stream.pointee.avail_out)
    }
    self.place = left
    isAtEnd = code == Z_STREAM_END
    guard isAtEnd || code == Z_OK, isAtEnd || left < end || space == 0 else {
      throw WorkbookFault("a part \(name) that can't be inflated")
    }
    return buffer.count - Int(space)
  }
}
