import Domain

/// Reads rows of a CSV text whose cells are all plain, each byte once, and declines every other row: that
/// one is read by ``RecordBuilder``, which makes the same of those that are taken here, ten times slower.
struct PlainReader: ~Copyable {
  /// A column, and its cell in the row that was cut last.
  private struct Slot {
    let column: PlainColumn
    var cell: PlainCell
  }

  private let text: CellEnds.Text
  private var ends = CellEnds()
  private let slots: UnsafeMutableBufferPointer<Slot>
  private let formatOfFee: NoteFormat?
  private let rateBase: EngagementRate.Base
  /// Whether rows name days or sources.
  private let areStamped: Bool

  /// - Parameter text: the list, which lives as long as this.
  /// - Returns: `nil` for a list whose rows need more than their cells: ticks, words of their own for nothing.
  init?(
    _ text: UnsafeRawBufferPointer, _ delimiter: CSVDelimiter?, _ match: LayoutMatch,
    _ rules: RowRules, only wanted: Set<Int>
  ) {
    guard let delimiter, match.layout.nothing.isEmpty, rules.tickedFormats.isEmpty,
      let text = CellEnds.Text(text, partedBy: delimiter.byte)
    else { return nil }
    self.text = text
    let columns = match.meanings.enumerated().map { column, meaning in
      PlainColumn(wanted.contains(column) ? meaning : nil, isOurOwn: match.layout.isOurOwn)
    }
    slots = .allocate(capacity: columns.count)
    for (column, slot) in zip(columns, slots.indices) {
      slots.initializeElement(
        at: slot, to: Slot(column: column, cell: PlainCell(start: text.start, count: 0)))
    }
    formatOfFee = rules.formatOfFee
    rateBase = match.layout.rateBase ?? .followers
    areStamped = columns.contains { $0.kind == .day || $0.kind == .source }
  }

  deinit { slots.deallocate() }

  /// What a row says besides its creator, until all of it is read.
  private struct Rest {
    /// Whether there may be texts that have to be normalised.
    let mayBeOdd: Bool
    var fee: Int64 = -1
    var format: NoteFormat?
    var linkedID = CreatorRow.Text(start: nil, count: 0)

    init(mayBeOdd: Bool) { self.mayBeOdd = mayBeOdd }
  }

  /// Reads the row that starts at a place; `nil` when it is not a plain one, as no row at the end of a list is.
  ///
  /// - Returns: the place behind its line end.
  mutating func row(at start: Int, _ row: inout CreatorRow) -> Int? {
    guard let end = cut(at: start) else { return nil }
    row.clear(rateBase, stamps: areStamped)
    var rest = Rest(mayBeOdd: ends.hasOthers)
    for slot in slots where slot.cell.count > 0 {
      guard Self.take(slot.cell, slot.column, &row, &rest) else { return nil }
    }
    guard Self.finish(&row, rest, formatOfFee) else { return nil }
    let isPair = text.start[end] == Byte.carriageReturn && text.start[end &+ 1] == Byte.lineFeed
    return end &+ (isPair ? 2 : 1)
  }

  /// Cuts a row into the cells of ``slots``.
  ///
  /// - Returns: the place of its line end; `nil` when it isn't plain.
  @inline(never)
  private mutating func cut(at start: Int) -> Int? {
    let text = text
    var ends = ends
    defer { self.ends = ends }
    ends.go(to: start, in: text)
    var place = start
    var left = slots.count
    for slot in slots.indices {
      guard var end = ends.next(in: text) else { return nil }
      var cell = PlainCell(start: text.start + place, count: end &- place)
      if text.start[end] == Byte.quote {
        // A copy, so that the original can stay in registers.
        var later = ends
        guard end == place, let quoted = Self.quotedCell(text, &later, from: place) else {
          return nil
        }
        (cell, end) = quoted
        ends = later
      }
      slots[slot].cell = cell
      left &-= 1
      place = end &+ 1
      let byte = text.start[end]
      if byte != text.delimiter {
        return left == 0 && (byte == Byte.lineFeed || byte == Byte.carriageReturn) ? end : nil
      }
    }
    return nil
  }

  /// The cell that starts with a quote, and the place of what ends it; `nil` for one with other quotes or
  /// with line breaks in it.
  @inline(never)
  private static func quotedCell(
    _ text: CellEnds.Text, _ ends: inout CellEnds, from start: Int
  ) -> (PlainCell, Int)? {
    while let end = ends.next(in: text) {
      guard text.start[end] == text.delimiter, text.delimiter != Byte.tab else {
        guard text.start[end] == Byte.quote, ends.next(in: text) == end + 1,
          text.start[end + 1] != Byte.quote
        else { return nil }
        return (PlainCell(start: text.start + start + 1, count: end - start - 1), end + 1)
      }
    }
    return nil
  }
}

// What cells say.
extension PlainReader {
  /// Takes a cell that is not empty; `false` when it isn't plain.
  @inline(__always)
  private static func take(
    _ cell: PlainCell, _ column: PlainColumn, _ row: inout CreatorRow, _ rest: inout Rest
  ) -> Bool {
    switch column.kind {
    case .ignored: return true
    case .ownID:
      guard let id = cell.id else { return false }
      row.ownID = id.text
      if id.isUserID { rest.linkedID = id.text }
    case .nickname, .city, .gender, .agency, .healthLevel, .categories:
      guard let text = cell.text(mayBeOdd: rest.mayBeOdd) else { return false }
      return take(text, cell, column.kind, &row)
    case .followers:
      guard let count = cell.count(power: Int(column.power)) else { return false }
      row.followers = count
    case .percent:
      guard let rate = cell.percent else { return false }
      row.rate = rate
    case .image, .video, .fee:
      guard let fen = cell.price else { return false }
      switch column.kind {
      case .image: row.imageFen = fen
      case .video: row.videoFen = fen
      default: rest.fee = fen
      }
    default: return takeRare(cell, column, &row, &rest)
    }
    return true
  }

  @inline(__always)
  private static func take(
    _ text: CreatorRow.Text, _ cell: PlainCell, _ kind: PlainColumn.Kind, _ row: inout CreatorRow
  ) -> Bool {
    switch kind {
    case .nickname: row.nickname = text
    case .city: row.city = text
    case .gender: row.gender = text
    case .agency: row.agency = text
    case .healthLevel: row.healthLevel = text
    default:
      guard row.categories.isEmpty, cell.areCategories else { return false }
      row.categories = text
    }
    return true
  }

  @inline(never)
  private static func takeRare(
    _ cell: PlainCell, _ column: PlainColumn, _ row: inout CreatorRow, _ rest: inout Rest
  ) -> Bool {
    switch column.kind {
    case .userID:
      guard let id = cell.id, id.isUserID else { return false }
      row.userID = id.text
    case .redID: return set(&row.redID, cell.id?.text)
    case .link:
      // One link a row; a user id as the own id must be the link's.
      guard row.profileURL.isEmpty, let profile = cell.profile,
        rest.linkedID.isEmpty || rest.linkedID.elementsEqual(profile.userID)
      else { return false }
      (row.profileURL, rest.linkedID) = (profile.url, profile.userID)
    case .basisPoints: return set(&row.rate, cell.basisPoints)
    case .base:
      let isReads = cell.is("reads")
      row.base = isReads ? .reads : .followers
      return isReads || cell.is("followers")
    case .feeFen: return set(&rest.fee, cell.fen)
    case .format:
      rest.format = cell.is("image") ? .image : cell.is("video") ? .video : nil
      return rest.format != nil
    case .validUntil:
      row.validUntil = cell.day
      return row.validUntil != nil
    case .day:
      guard let day = cell.day else { return false }
      stamp(column.part, &row) { $0.day = day }
    case .source:
      guard let source = cell.text(mayBeOdd: rest.mayBeOdd) else { return false }
      stamp(column.part, &row) { $0.source = source }
    default: return false
    }
    return true
  }

  private static func set<Value>(_ place: inout Value, _ value: Value?) -> Bool {
    guard let value else { return false }
    place = value
    return true
  }

  private static func stamp(
    _ part: CreatorRecord.Part, _ row: inout CreatorRow, _ change: (inout CreatorRow.Stamp) -> Void
  ) {
    switch part {
    case .row: change(&row.seen)
    case .followers: change(&row.followersSeen)
    case .engagement: change(&row.rateSeen)
    case .quote: change(&row.quoted)
    }
  }

  /// Puts together what needs several cells; `false` when they don't fit.
  @inline(__always)
  private static func finish(
    _ row: inout CreatorRow, _ rest: Rest, _ formatOfFee: NoteFormat?
  ) -> Bool {
    if !rest.linkedID.isEmpty {
      guard row.userID.isEmpty || row.userID.elementsEqual(rest.linkedID) else { return false }
      row.userID = rest.linkedID
    }
    if rest.fee >= 0 {
      guard row.imageFen < 0, row.videoFen < 0 else { return false }
      switch rest.format ?? formatOfFee {
      case .image: row.imageFen = rest.fee
      case .video: row.videoFen = rest.fee
      case nil: return false
      }
    }
    return !row.ownID.isEmpty || !row.userID.isEmpty || !row.redID.isEmpty
  }
}
