import Domain

/// An entry in the form in which it is hashed (LEDGER section 7): every column of its rows as bytes, one
/// behind the other.
///
/// It is told from its beginning to its end, in the columns it is kept in: `begin`, its `key` if it has
/// one, a `field` for each field in byte order of the names, a `transfer` for each transfer, `finish`.
/// What is read from it then is what is hashed. One value takes entry after entry, so that a whole journal
/// needs no memory for each.
///
/// LEDGER's encoding has no place for when an entry was recorded, for its key and for what it corrects.
/// They are hashed as fields, `recorded_utc` only when it is not the time of the event, so that an entry
/// without them has the hash that LEDGER gives.
public struct EncodedEntry: ~Copyable, Sendable {
  /// The columns of an entry that are numbers.
  public struct Numbers: Sendable {
    let sequence, at, recordedAt: Int64
    let corrects: Int64?

    /// - Parameters:
    ///   - at: when it happened, in UTC seconds.
    ///   - recordedAt: when it was recorded, in UTC seconds.
    public init(sequence: Int64, at: Int64, recordedAt: Int64, corrects: Int64?) {
      (self.sequence, self.at, self.recordedAt) = (sequence, at, recordedAt)
      self.corrects = corrects
    }
  }

  /// What is hashed as a field without being one.
  private struct Extra {
    let name: [UInt8]
    var isPresent = false
  }

  static let extraNames = ["corrects_seq", "key", "recorded_utc"]
  static let version = Array("kolbook.journal.v1\0".utf8)

  private(set) var numbers = Numbers(sequence: 0, at: 0, recordedAt: 0, corrects: nil)
  /// Room for the hash before; then the encoding as far as it has been told; then nothing yet.
  var room = [UInt8](repeating: 0, count: 1_024)
  /// Where the encoding ends by now.
  private(set) var end = Digest.length
  /// Where its texts lie, each behind its length.
  private(set) var actor = 0..<0
  private(set) var type = 0..<0
  private(set) var order = 0..<0
  private(set) var reason = 0..<0
  /// Whether it has an order at all; the encoding doesn't tell an empty name from none.
  private(set) var hasOrder = false
  /// Where the fields begin, and how many there are.
  private(set) var fieldsPlace = 0
  private(set) var fieldCount: UInt32 = 0
  /// The transfers, as far as they are some that an entry can have.
  private(set) var transfers = Transfers()
  private(set) var hasOddTransfer = false
  private(set) var isUTF8 = true
  /// Whether the entry being told could have been written by this program.
  private var isSound = true
  /// In byte order of the names.
  private var extras = Self.extraNames.map { Extra(name: Array($0.utf8)) }
  private var keyBytes: [UInt8] = []
  private var nextExtra = 3
  private var transfersPlace = 0
  private var transferCount: UInt32 = 0
  private var tellsTransfers = false

  /// No entry yet.
  public init() {}

  /// The encoding, without the hash before it.
  var encoding: [UInt8] { Array(room[Digest.length..<end]) }

  /// The place in the journal of the entry that was told last.
  public var sequence: Int64 { numbers.sequence }

  /// The entry that it corrects, if any.
  public var corrects: Int64? { numbers.corrects }

  /// Whether it books its order.
  public var isBooking: Bool { kind == .book }

  /// Begins an entry.
  ///
  /// - Parameter order: `nil` for an entry without an order.
  public mutating func begin(
    _ numbers: Numbers, actor: Span<UInt8>, type: Span<UInt8>, order: Span<UInt8>?,
    reason: Span<UInt8>
  ) {
    self.numbers = numbers
    (isSound, isUTF8, tellsTransfers, hasOddTransfer) = (true, true, false, false)
    (transfers, transferCount, fieldCount, nextExtra) = (Transfers(), 0, 0, 0)
    end = Digest.length
    let version = Self.version
    append(version.span)
    append(UInt64(bitPattern: numbers.sequence))
    append(UInt64(bitPattern: numbers.at))
    self.actor = append(text: actor)
    self.type = append(text: type)
    hasOrder = order != nil
    if let order { self.order = append(text: order) } else { self.order = append(text: Span()) }
    self.reason = append(text: reason)
    extras[0].isPresent = numbers.corrects != nil
    extras[1].isPresent = false
    extras[2].isPresent = numbers.recordedAt != numbers.at
    fieldsPlace = end + 4
    append(UInt32(0))
  }

  /// Tells the key.
  public mutating func key(_ key: Span<UInt8>) {
    extras[1].isPresent = true
    keyBytes.removeAll(keepingCapacity: true)
    key.withUnsafeBytes { keyBytes.append(contentsOf: $0) }
  }

  /// Tells the next field.
  public mutating func field(_ name: Span<UInt8>, _ value: Span<UInt8>) {
    if tellsTransfers { isSound = false }
    while nextExtra < 3 {
      if extras[nextExtra].isPresent, !Self.precedes(extras[nextExtra].name, name) { break }
      tellExtra()
    }
    // The names of the three have 3 and 12 signs.
    if name.count == 3 || name.count == 12 {
      for extra in extras {
        let known = extra.name
        if ByteHash.isSame(known.span, name) { isSound = false }
      }
    }
    append(text: name)
    append(text: value)
    fieldCount += 1
  }

  /// Tells the next transfer.
  public mutating func transfer(debit: Int64, credit: Int64, fen: Int64) {
    if !tellsTransfers { endFields() }
    for account in [debit, credit] where UInt32(exactly: account) == nil { isSound = false }
    makeRoom(16)
    write(UInt32(truncatingIfNeeded: debit), at: end)
    write(UInt32(truncatingIfNeeded: credit), at: end + 4)
    write(UInt64(bitPattern: fen), at: end + 8)
    end += 16
    transferCount += 1
    // No event moves that much; sums of what is read must not overflow, whoever wrote it.
    if fen <= 10 * Money.largest.fen, let debit = Account(rawValue: debit),
      let credit = Account(rawValue: credit),
      let transfer = Transfer(debit: debit, credit: credit, amount: Money(fen: fen)),
      transfers.count < Transfers.limit
    {
      transfers.append(transfer)
    } else {
      hasOddTransfer = true
    }
  }

  /// Ends the entry.
  ///
  /// - Returns: `false` when a field has a name that only the chain may use, or an account no place in
  ///   the encoding: no entry of this program is so.
  @discardableResult
  public mutating func finish() -> Bool {
    if !tellsTransfers { endFields() }
    write(transferCount, at: transfersPlace)
    return isSound
  }
}

extension EncodedEntry {
  private mutating func tellExtra() {
    defer { nextExtra += 1 }
    let extra = extras[nextExtra]
    guard extra.isPresent else { return }
    append(text: extra.name.span)
    switch nextExtra {
    case 0: append(digitsOf: numbers.corrects ?? 0)
    case 1:
      let key = keyBytes
      append(text: key.span)
    default: append(digitsOf: numbers.recordedAt)
    }
    fieldCount += 1
  }

  /// A number's digits behind their length, without a text of their own.
  private mutating func append(digitsOf number: Int64) {
    makeRoom(4 + 20)
    var (rest, count) = (number.magnitude, number < 0 ? 2 : 1)
    while rest >= 10 { (rest, count) = (rest / 10, count + 1) }
    write(UInt32(count), at: end)
    end += 4 + count
    let end = end
    room.withUnsafeMutableBytes { room in
      var (rest, place) = (number.magnitude, end)
      repeat {
        place -= 1
        room[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      if number < 0 { room[place - 1] = UInt8(ascii: "-") }
    }
  }

  private mutating func endFields() {
    while nextExtra < 3 { tellExtra() }
    write(fieldCount, at: fieldsPlace - 4)
    transfersPlace = end
    append(UInt32(0))
    tellsTransfers = true
  }

  private mutating func makeRoom(_ more: Int) {
    guard end + more > room.count else { return }
    room += Array(repeating: 0, count: max(room.count, more))
  }

  private mutating func append<Number: FixedWidthInteger>(_ number: Number) {
    let size = MemoryLayout<Number>.size
    makeRoom(size)
    write(number, at: end)
    end += size
  }

  private mutating func write<Number: FixedWidthInteger>(_ number: Number, at place: Int) {
    room.withUnsafeMutableBytes {
      $0.storeBytes(of: number.bigEndian, toByteOffset: place, as: Number.self)
    }
  }

  private mutating func append(_ bytes: Span<UInt8>) {
    makeRoom(bytes.count)
    bytes.withUnsafeBytes { bytes in
      room.withUnsafeMutableBytes { room in
        UnsafeMutableRawBufferPointer(rebasing: room[end...]).copyMemory(from: bytes)
      }
    }
    end += bytes.count
  }

  /// Text behind its length; gives the place of the text.
  @discardableResult
  private mutating func append(text: Span<UInt8>) -> Range<Int> {
    if isUTF8, !Self.isASCII(text), (try? UTF8Span(validating: text)) == nil { isUTF8 = false }
    append(UInt32(text.count))
    append(text)
    return (end - text.count)..<end
  }

  private static func isASCII(_ text: Span<UInt8>) -> Bool {
    var all: UInt8 = 0
    for place in text.indices { all |= text[place] }
    return all < 0x80
  }

  /// Byte order.
  private static func precedes(_ known: [UInt8], _ name: Span<UInt8>) -> Bool {
    for place in 0..<min(known.count, name.count) where known[place] != name[place] {
      return known[place] < name[place]
    }
    return known.count < name.count
  }
}
