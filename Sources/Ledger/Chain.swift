import CCrypto

/// The hash chain over the journal (LEDGER section 7): each hash covers an entry and the hash before it,
/// so the last one covers all of them.
///
/// An entry is told from its beginning to its end, in the columns it is kept in, and then sealed:
/// `begin`, a `field` for each field in byte order of the names, a `transfer` for each transfer, `seal`.
///
/// LEDGER's encoding has no place for when an entry was recorded, for its key and for what it corrects.
/// They are hashed as fields, `recorded_utc` only when it is not the time of the event, so that an entry
/// without them has the hash that LEDGER gives.
public struct Chain: Sendable {
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

  private static let version = Array("kolbook.journal.v1\0".utf8)
  /// What is hashed as fields without being one, in byte order.
  private static let extraNames = ["corrects_seq", "key", "recorded_utc"].map { Array($0.utf8) }

  /// The hash before, and then the entry's encoding as far as it has been told.
  private var bytes: [UInt8]
  /// Whether the entry being told could have been written by this program.
  private var isSound = true
  /// The values of ``extraNames``, `nil` for those that the entry doesn't have.
  private var extras: [[UInt8]?] = [nil, nil, nil]
  private var nextExtra = 3
  /// Where the count of the fields or transfers being told belongs, and how many there are by now.
  private var countPlace = 0
  private var count: UInt32 = 0
  private var tellsTransfers = false

  /// The chain of a book without entries.
  public init(bookID: [UInt8]) {
    self.init(after: Self.hash(Self.version + Array("genesis\0".utf8) + bookID))
  }

  /// A chain that goes on after an entry with this hash.
  public init(after digest: Digest) {
    bytes = digest.bytes
    bytes.reserveCapacity(1_024)
  }

  /// The hash of the newest sealed entry; of the book's id before the first.
  public var digest: Digest { Digest(uncheckedBytes: Array(bytes[..<Digest.length])) }

  /// Begins an entry.
  ///
  /// - Parameters:
  ///   - order: empty for an entry without an order.
  ///   - key: `nil` for an entry without one.
  public mutating func begin(
    _ numbers: Numbers, actor: Span<UInt8>, type: Span<UInt8>, order: Span<UInt8>,
    reason: Span<UInt8>, key: Span<UInt8>?
  ) {
    bytes.removeSubrange(Digest.length...)
    bytes += Self.version
    append(UInt64(bitPattern: numbers.sequence))
    append(UInt64(bitPattern: numbers.at))
    append(actor)
    append(type)
    append(order)
    append(reason)
    extras[0] = numbers.corrects.map { Array("\($0)".utf8) }
    if let key { extras[1] = key.withUnsafeBytes { Array($0) } } else { extras[1] = nil }
    extras[2] = numbers.recordedAt == numbers.at ? nil : Self.digits(numbers.recordedAt)
    nextExtra = 0
    (isSound, tellsTransfers) = (true, false)
    beginCount()
  }

  /// Tells the next field.
  public mutating func field(_ name: Span<UInt8>, _ value: Span<UInt8>) {
    if tellsTransfers { isSound = false }
    while nextExtra < 3 {
      if extras[nextExtra] != nil, !Self.precedes(Self.extraNames[nextExtra], name) { break }
      tellExtra()
    }
    if Self.extraNames.contains(where: { Self.isSame($0, name) }) { isSound = false }
    append(name)
    append(value)
    count += 1
  }

  /// Tells the next transfer.
  public mutating func transfer(debit: Int64, credit: Int64, fen: Int64) {
    if !tellsTransfers { endFields() }
    for account in [debit, credit] {
      if UInt32(exactly: account) == nil { isSound = false }
      append(UInt32(truncatingIfNeeded: account))
    }
    append(UInt64(bitPattern: fen))
    count += 1
  }

  /// Ends the entry; ``digest`` is its hash then.
  ///
  /// - Returns: `false` when a field has a name that only this chain may use, or an account no place in
  ///   the encoding: no entry of this program is so.
  @discardableResult
  public mutating func seal() -> Bool {
    if !tellsTransfers { endFields() }
    endCount()
    bytes.withUnsafeMutableBytes { bytes in
      // The digest is written when all bytes have been read, so it may take the place of the old one.
      let place = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
      kb_sha256(bytes.baseAddress, bytes.count, place)
    }
    return isSound
  }

  /// Whether ``digest`` has these bytes.
  public func isAt(_ kept: Span<UInt8>) -> Bool {
    guard kept.count == Digest.length else { return false }
    for place in 0..<Digest.length where kept[place] != bytes[place] { return false }
    return true
  }

  /// The encoding of the entry that was sealed last, without the hash before it.
  var encoding: [UInt8] { Array(bytes[Digest.length...]) }

  static func hash(_ bytes: [UInt8]) -> Digest {
    var digest = [UInt8](repeating: 0, count: Digest.length)
    bytes.withUnsafeBytes { kb_sha256($0.baseAddress, $0.count, &digest) }
    return Digest(uncheckedBytes: digest)
  }
}

extension Chain {
  private mutating func tellExtra() {
    defer { nextExtra += 1 }
    guard let value = extras[nextExtra] else { return }
    let name = Self.extraNames[nextExtra]
    append(name.span)
    append(value.span)
    count += 1
  }

  private mutating func endFields() {
    while nextExtra < 3 { tellExtra() }
    endCount()
    beginCount()
    tellsTransfers = true
  }

  private mutating func beginCount() {
    (countPlace, count) = (bytes.count, 0)
    append(UInt32(0))
  }

  private mutating func endCount() {
    for byte in 0..<4 {
      bytes[countPlace + byte] = UInt8(truncatingIfNeeded: count >> UInt32(24 - 8 * byte))
    }
  }

  private mutating func append<Number: FixedWidthInteger>(_ number: Number) {
    withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
  }

  /// Text behind its length.
  private mutating func append(_ text: Span<UInt8>) {
    append(UInt32(text.count))
    text.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  private static func digits(_ number: Int64) -> [UInt8] { Array("\(number)".utf8) }

  private static func isSame(_ known: [UInt8], _ name: Span<UInt8>) -> Bool {
    guard known.count == name.count else { return false }
    for place in known.indices where known[place] != name[place] { return false }
    return true
  }

  /// Byte order.
  private static func precedes(_ known: [UInt8], _ name: Span<UInt8>) -> Bool {
    for place in 0..<min(known.count, name.count) where known[place] != name[place] {
      return known[place] < name[place]
    }
    return known.count < name.count
  }
}

extension Digest {
  fileprivate init(uncheckedBytes bytes: [UInt8]) { self.bytes = bytes }
}
