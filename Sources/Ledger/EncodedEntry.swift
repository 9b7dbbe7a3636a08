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

  static let version: StaticString = "kolbook.journal.v1\0"

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
  private var keyBytes: [UInt8] = []
  private var hasKey = false
  /// Which of what is hashed as a field without being one comes next.
  private var nextExtra = Self.extraCount
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
    (hasOrder, hasKey) = (order != nil, false)
    let name = if let order { order } else { Span<UInt8>() }
    let texts = actor.count + type.count + name.count + reason.count
    makeRoom(Digest.length + Self.version.utf8CodeUnitCount + 16 + 4 * 4 + texts + 4)
    var pen = Pen(end: Digest.length)
    (self.actor, self.type, self.order, self.reason) = room.withUnsafeMutableBytes { room in
      pen.write(Self.version, room)
      pen.write(UInt64(bitPattern: numbers.sequence), room)
      pen.write(UInt64(bitPattern: numbers.at), room)
      let texts = (
        pen.write(text: actor, room), pen.write(text: type, room), pen.write(text: name, room),
        pen.write(text: reason, room)
      )
      pen.write(0 as UInt32, room)
      return texts
    }
    fieldsPlace = pen.end
    isUTF8 =
      pen.isASCII
      || Self.isUTF8(actor) && Self.isUTF8(type) && Self.isUTF8(name)
        && Self.isUTF8(reason)
    end = pen.end
  }

  /// Tells the key.
  public mutating func key(_ key: Span<UInt8>) {
    hasKey = true
    keyBytes.removeAll(keepingCapacity: true)
    key.withUnsafeBytes { keyBytes.append(contentsOf: $0) }
  }

  /// Tells the next field.
  public mutating func field(_ name: Span<UInt8>, _ value: Span<UInt8>) {
    if tellsTransfers { isSound = false }
    while nextExtra < Self.extraCount {
      if isPresent(nextExtra), !Self.precedes(Self.extra(nextExtra), name) { break }
      tellExtra()
    }
    if Self.isExtra(name) { isSound = false }
    append(name, value)
  }

  /// Tells the next transfer.
  public mutating func transfer(debit: Int64, credit: Int64, fen: Int64) {
    if !tellsTransfers { endFields() }
    if UInt32(exactly: debit) == nil || UInt32(exactly: credit) == nil { isSound = false }
    makeRoom(end + 16)
    var pen = Pen(end: end)
    room.withUnsafeMutableBytes { room in
      pen.write(UInt32(truncatingIfNeeded: debit), room)
      pen.write(UInt32(truncatingIfNeeded: credit), room)
      pen.write(UInt64(bitPattern: fen), room)
    }
    end = pen.end
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

// What is hashed as a field without being one, in byte order of the names.
extension EncodedEntry {
  private static let extraCount = 3

  private static func extra(_ place: Int) -> StaticString {
    switch place {
    case 0: "corrects_seq"
    case 1: "key"
    default: "recorded_utc"
    }
  }

  /// Whether only the chain may use a name.
  static func isExtra(_ name: String) -> Bool { isExtra(name.utf8.span) }

  private static func isExtra(_ name: Span<UInt8>) -> Bool {
    // They have 3 and 12 signs.
    guard name.count == 3 || name.count == 12 else { return false }
    for place in 0..<extraCount where isSame(extra(place), name) { return true }
    return false
  }

  private func isPresent(_ place: Int) -> Bool {
    switch place {
    case 0: numbers.corrects != nil
    case 1: hasKey
    default: numbers.recordedAt != numbers.at
    }
  }

  private mutating func tellExtra() {
    defer { nextExtra += 1 }
    guard isPresent(nextExtra) else { return }
    let name = Self.extra(nextExtra)
    let text = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount).span
    switch nextExtra {
    case 0: append(text, digitsOf: numbers.corrects ?? 0)
    case 1:
      let key = keyBytes
      append(text, key.span)
    default: append(text, digitsOf: numbers.recordedAt)
    }
  }

  private mutating func append(_ name: Span<UInt8>, digitsOf number: Int64) {
    var digits = InlineArray<20, UInt8>(repeating: 0)
    var (rest, start) = (number.magnitude, 20)
    repeat {
      start -= 1
      digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    if number < 0 {
      start -= 1
      digits[start] = UInt8(ascii: "-")
    }
    append(name, digits.span.extracting(start..<20))
  }

  private mutating func endFields() {
    while nextExtra < Self.extraCount { tellExtra() }
    write(fieldCount, at: fieldsPlace - 4)
    transfersPlace = end
    makeRoom(end + 4)
    write(0 as UInt32, at: end)
    end += 4
    tellsTransfers = true
  }

  /// Appends a field.
  private mutating func append(_ name: Span<UInt8>, _ value: Span<UInt8>) {
    makeRoom(end + 8 + name.count + value.count)
    var pen = Pen(end: end)
    room.withUnsafeMutableBytes { room in
      _ = pen.write(text: name, room)
      _ = pen.write(text: value, room)
    }
    if !pen.isASCII, !Self.isUTF8(name) || !Self.isUTF8(value) { isUTF8 = false }
    end = pen.end
    fieldCount += 1
  }

  private mutating func makeRoom(_ count: Int) {
    guard count > room.count else { return }
    room += Array(repeating: 0, count: max(room.count, count - room.count))
  }

  private mutating func write(_ number: UInt32, at place: Int) {
    var pen = Pen(end: place)
    room.withUnsafeMutableBytes { pen.write(number, $0) }
  }

  private static func isUTF8(_ text: Span<UInt8>) -> Bool {
    (try? UTF8Span(validating: text)) != nil
  }

  private static func isSame(_ known: StaticString, _ name: Span<UInt8>) -> Bool {
    guard known.utf8CodeUnitCount == name.count else { return false }
    for place in name.indices where known.utf8Start[place] != name[place] { return false }
    return true
  }

  /// Byte order.
  private static func precedes(_ known: StaticString, _ name: Span<UInt8>) -> Bool {
    for place in 0..<min(known.utf8CodeUnitCount, name.count)
    where known.utf8Start[place] != name[place] {
      return known.utf8Start[place] < name[place]
    }
    return known.utf8CodeUnitCount < name.count
  }
}
