/// The parts of a ZIP archive that is held in memory, by the list at its end.
///
/// Reads what office programs write: stored and deflated parts, in one file, without a password and
/// below 4 GiB. Everything else is refused by name. What the list says is believed only as far as the
/// bytes bear it out: ``ZipPart`` checks the size and the check sum of each part that is read.
struct ZipArchive {
  /// One line of the list.
  struct Entry {
    let isDeflated: Bool
    let checkSum: UInt32
    let packedSize: Int
    let size: Int
    /// Where its own header starts.
    let header: Int
  }

  let bytes: [UInt8]
  /// The parts by name.
  let entries: [String: Entry]

  private static let endSize = 22
  private static let entrySize = 46
  private static let headerSize = 30

  init(_ bytes: [UInt8]) throws(WorkbookFault) {
    self.bytes = bytes
    entries = try Self.list(Little(bytes: bytes))
  }

  /// A part by its name, or `nil` when there is none.
  func part(_ name: String) throws(WorkbookFault) -> ZipPart? {
    guard let entry = entries[name] else { return nil }
    let little = Little(bytes: bytes)
    let start = entry.header
    guard start + Self.headerSize <= bytes.count, little.word(start) == 0x0403_4B50 else {
      throw WorkbookFault("no part \(name) where the list of parts has it")
    }
    let data = start + Self.headerSize + little.half(start + 26) + little.half(start + 28)
    guard data + entry.packedSize <= bytes.count else {
      throw WorkbookFault("a part \(name) that ends too early")
    }
    return try ZipPart(name, entry, of: bytes, at: data)
  }

  private static func list(_ little: Little) throws(WorkbookFault) -> [String: Entry] {
    let end = try end(little)
    let (count, size, start) = (
      little.half(end + 10), little.word(end + 12), little.word(end + 16)
    )
    guard little.half(end + 4) == 0, little.half(end + 8) == count else {
      throw WorkbookFault("an archive in several files")
    }
    guard count < 0xFFFF, start < 0xFFFF_FFFF else { throw tooLarge }
    guard start + size <= end else { throw WorkbookFault("a list of parts that is cut off") }
    var entries: [String: Entry] = [:]
    var place = start
    for _ in 0..<count {
      guard place + entrySize <= end, little.word(place) == 0x0201_4B50 else {
        throw WorkbookFault("a list of parts that is damaged")
      }
      let nameSize = little.half(place + 28)
      let next = place + entrySize + nameSize + little.half(place + 30) + little.half(place + 32)
      guard next <= end else { throw WorkbookFault("a list of parts that is damaged") }
      let nameStart = place + entrySize
      let name = String(decoding: little.bytes[nameStart..<(nameStart + nameSize)], as: UTF8.self)
      guard entries.updateValue(try entry(little, place, name), forKey: name) == nil else {
        throw WorkbookFault("two parts of the name \(name)")
      }
      place = next
    }
    return entries
  }

  private static func entry(_ little: Little, _ place: Int, _ name: String)
    throws(WorkbookFault) -> Entry
  {
    guard little.half(place + 8) & 1 == 0 else {
      throw WorkbookFault(
        "a part with a password, \(name)", wanted: "a workbook without a password")
    }
    let method = little.half(place + 10)
    guard method == 0 || method == 8 else {
      throw WorkbookFault(
        "the part \(name), packed by the method \(method)",
        wanted: "parts that are stored or deflated")
    }
    let entry = Entry(
      isDeflated: method == 8, checkSum: UInt32(little.word(place + 16)),
      packedSize: little.word(place + 20), size: little.word(place + 24),
      header: little.word(place + 42))
    guard max(entry.packedSize, entry.size, entry.header) < 0xFFFF_FFFF else { throw tooLarge }
    return entry
  }

  private static var tooLarge: WorkbookFault {
    WorkbookFault(
      "an archive of the kind for more than 4 GiB (zip64)", wanted: "a smaller workbook")
  }

  /// The record that ends the archive; behind it stands only its own comment.
  private static func end(_ little: Little) throws(WorkbookFault) -> Int {
    let last = little.bytes.count - endSize
    for place in stride(from: last, through: max(0, last - 0xFFFF), by: -1)
    where little.word(place) == 0x0605_4B50 && little.half(place + 20) == last - place {
      return place
    }
    throw WorkbookFault("a workbook that ends too early")
  }

  /// Numbers as ZIP writes them, the lowest byte first.
  private struct Little {
    let bytes: [UInt8]

    func half(_ place: Int) -> Int { Int(bytes[place]) | Int(bytes[place + 1]) << 8 }

    func word(_ place: Int) -> Int { half(place) | half(place + 2) << 16 }
  }
}
