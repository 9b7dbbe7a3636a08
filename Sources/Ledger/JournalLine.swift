import Domain

/// One line of the journal.
public enum JournalLine: Hashable, Sendable {
  /// What happened to an order.
  case entry(Entry)
  /// What happened to the books.
  case lock(Lock)

  /// The entry, if it is about an order.
  public var entry: Entry? {
    if case .entry(let entry) = self { entry } else { nil }
  }

  /// Why no line can be read from an entry's rows, in words that go on "entry 7 can't be read: ".
  public struct Unreadable: Error {
    /// The words.
    public let why: String
  }

  /// What an entry says that has been told to its end.
  ///
  /// - Throws: ``Unreadable`` when this program doesn't write such entries.
  public init(_ entry: borrowing EncodedEntry) throws(Unreadable) {
    if let entry = try Entry(entry) {
      self = .entry(entry)
      return
    }
    let numbers = entry.numbers
    let type = entry.text(entry.type)
    guard !entry.hasOrder, let kind = Lock.Kind(rawValue: type), entry.transfers.isEmpty,
      let lock = Lock(
        sequence: numbers.sequence, at: Moment(utcSeconds: numbers.at),
        recordedAt: Moment(utcSeconds: numbers.recordedAt), actor: entry.text(entry.actor),
        kind: kind, reason: entry.text(entry.reason), fields: entry.named.fields)
    else { throw Unreadable(why: "it is no event that this program knows (\(type))") }
    self = .lock(lock)
  }
}

extension Entry {
  /// What an entry of an order says that has been told to its end; `nil` when it is none of an order.
  ///
  /// - Throws: ``JournalLine/Unreadable`` when this program doesn't write such entries.
  init?(_ entry: borrowing EncodedEntry) throws(JournalLine.Unreadable) {
    guard let kind = try entry.orderKind, let event = entry.named.read(kind) else { return nil }
    let numbers = entry.numbers
    self.init(
      sequence: numbers.sequence, at: Moment(utcSeconds: numbers.at),
      recordedAt: Moment(utcSeconds: numbers.recordedAt), actor: entry.text(entry.actor),
      order: entry.text(entry.order), event: event, reason: entry.text(entry.reason),
      corrects: numbers.corrects, transfers: entry.transfers)
  }
}

extension EncodedEntry {
  /// The years 1 through 9999 in UTC seconds.
  private static let times: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  /// What of an order's entry counts that has been told to its end, and what it agrees on if it is a
  /// booking, the texts by their places; `nil` when it is no entry of an order.
  ///
  /// - Throws: ``JournalLine/Unreadable`` when this program doesn't write such entries.
  func figures() throws(JournalLine.Unreadable) -> (
    figures: EntryFigures, terms: Terms<Range<Int>>?
  )? {
    guard let kind = try orderKind else { return nil }
    let fields = named
    let terms = kind == .book ? fields.terms : nil
    guard let step = kind == .book ? terms.map(Step.init) : fields.step(kind) else { return nil }
    let figures = EntryFigures(
      sequence: numbers.sequence, day: Moment(utcSeconds: numbers.at).day,
      recordedOn: Moment(utcSeconds: numbers.recordedAt).day, corrects: numbers.corrects,
      step: step, hasReason: !reason.isEmpty, transfers: transfers)
    return (figures, terms)
  }

  /// What kind of event its order's is, if it has an order and such an event.
  fileprivate var orderKind: Event.Kind? {
    get throws(JournalLine.Unreadable) {
      guard isUTF8 else { throw .init(why: "a text of it is not UTF-8") }
      guard !hasOddTransfer else {
        throw .init(why: "a transfer names an unknown account or no amount")
      }
      guard Self.times.contains(numbers.at), Self.times.contains(numbers.recordedAt) else {
        throw .init(why: "it is of no time in the calendar")
      }
      return hasOrder ? kind : nil
    }
  }

  /// The kinds by their names, at most eight letters each, as numbers.
  private static let kinds = Event.Kind.allCases.map { kind in
    (word: word(Array(kind.rawValue.utf8).span), count: kind.rawValue.utf8.count, kind: kind)
  }

  private static func word(_ text: Span<UInt8>) -> UInt64 {
    var word: UInt64 = 0
    for place in 0..<text.count { word = word << 8 | UInt64(text[place]) }
    return word
  }

  /// What kind of event it is; `nil` for a lock, and for what no event is called.
  var kind: Event.Kind? {
    guard type.count <= 8 else { return nil }
    let word = Self.word(room.span.extracting(type))
    for known in Self.kinds where known.word == word && known.count == type.count {
      return known.kind
    }
    return nil
  }

  /// The number of its order, if it has one.
  func place(among orders: NamePlaces) -> Int? {
    hasOrder ? orders[room.span.extracting(order)] : nil
  }

  /// Looks where the number of its order would be (``NamePlaces/touch(_:)``).
  func touch(_ orders: NamePlaces) -> Int32 {
    hasOrder ? orders.touch(room.span.extracting(order)) : 0
  }

  /// The number of the text of a place, a new one if it has none yet.
  func place(of text: Range<Int>, in names: inout NamePlaces) -> Int {
    names.place(of: room.span.extracting(text)).place
  }

  /// The text of a place that was told as one.
  func text(_ place: Range<Int>) -> String { Self.text(room, place) }

  fileprivate static func text(_ room: [UInt8], _ place: Range<Int>) -> String {
    room.withUnsafeBufferPointer { room in
      String(decoding: UnsafeBufferPointer(rebasing: room[place]), as: UTF8.self)
    }
  }

  /// Its fields, to be read by their names.
  fileprivate var named: EncodedFields {
    EncodedFields(room: room, place: fieldsPlace, count: fieldCount)
  }
}

/// The fields in the encoding of an entry.
private struct EncodedFields: NamedValues {
  let room: [UInt8]
  /// Where the first one begins.
  let place: Int
  let count: UInt32

  /// Where the value of a name stands.
  func find(_ name: StaticString) -> Range<Int>? {
    var found: Range<Int>?
    forEachField { itsName, value in
      guard itsName.count == name.utf8CodeUnitCount else { return true }
      for place in 0..<itsName.count
      where room[itsName.lowerBound + place] != name.utf8Start[place] {
        return true
      }
      found = value
      return false
    }
    return found
  }

  func number(_ digits: Range<Int>) -> Int64? {
    guard (1...18).contains(digits.count) else { return Int64(text(digits)) }
    var number: Int64 = 0
    for place in digits {
      // A sign, or no number at all.
      guard (0x30...0x39).contains(room[place]) else { return Int64(text(digits)) }
      number = 10 * number + Int64(room[place] - 0x30)
    }
    return number
  }

  func text(_ place: Range<Int>) -> String { EncodedEntry.text(room, place) }

  /// The stored fields: without what is only hashed as one.
  var fields: [EventFields.Field] {
    var fields: [EventFields.Field] = []
    forEachField { name, value in
      let field = EventFields.Field(key: text(name), value: text(value))
      if !EncodedEntry.isExtra(field.key) { fields.append(field) }
      return true
    }
    return fields
  }

  /// Hands the places of names and values to `body`, in their order, until it returns `false`.
  private func forEachField(_ body: (Range<Int>, Range<Int>) -> Bool) {
    var place = place
    for _ in 0..<count {
      let name = self.place(after: place)
      let value = self.place(after: name.upperBound)
      guard body(name, value) else { return }
      place = value.upperBound
    }
  }

  /// The place of a text whose length stands at `place`.
  private func place(after place: Int) -> Range<Int> {
    let length = room.withUnsafeBytes {
      UInt32(bigEndian: $0.loadUnaligned(fromByteOffset: place, as: UInt32.self))
    }
    return (place + 4)..<(place + 4 + Int(length))
  }
}
