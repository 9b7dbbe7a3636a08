import Domain

/// Reads rows of a CSV text whose cells are all plain, each byte once, and declines every other row: that
/// one is read by ``RecordBuilder``, which makes the same of those that are taken here, ten times slower.
final class PlainReader {
  /// What a column holds.
  private enum Column {
    /// It is not read.
    case ignored
    /// A row that says something in it is no plain one.
    case other
    case ownID, userID, redID, link
    case nickname, city, gender, agency, healthLevel, categories
    case followers(power: Int)
    case percent, basisPoints, base
    case image, video, fee, feeFen, format, validUntil
    case day(CreatorRecord.Part)
    case source(CreatorRecord.Part)
  }

  private let columns: [Column]
  private let delimiter: UInt8
  private let rules: RowRules
  /// A row that says nothing yet.
  private let empty: CreatorRow

  /// - Returns: `nil` for a list whose rows need more than their cells: ticks, words of their own for nothing.
  init?(_ match: LayoutMatch, _ rules: RowRules, only wanted: Set<Int>, _ delimiter: CSVDelimiter?)
  {
    guard let delimiter, match.layout.nothing.isEmpty, rules.tickedFormats.isEmpty else {
      return nil
    }
    columns = match.meanings.enumerated().map { column, meaning in
      guard let meaning, wanted.contains(column) else { return .ignored }
      return Self.column(of: meaning, isOurOwn: match.layout.isOurOwn)
    }
    self.delimiter = delimiter.byte
    self.rules = rules
    var empty = CreatorRow()
    empty.base = match.layout.rateBase ?? .followers
    self.empty = empty
  }

  private static func column(of meaning: Meaning, isOurOwn: Bool) -> Column {
    switch meaning {
    case .ownID: .ownID
    case .userID: .userID
    case .redID: .redID
    case .link: .link
    case .nickname: .nickname
    case .city: .city
    case .gender: .gender
    case .agency: .agency
    case .healthLevel: .healthLevel
    case .category where isOurOwn: .categories
    case .followers(let power): .followers(power: power)
    case .engagementPercent: .percent
    case .engagementBasisPoints: .basisPoints
    case .engagementBase: .base
    case .quote(.image): .image
    case .quote(.video): .video
    case .fee: .fee
    case .feeFen: .feeFen
    case .format: .format
    case .validUntil: .validUntil
    case .day(let part): .day(part)
    case .source(let part): .source(part)
    default: .other
    }
  }

  /// What a row says besides its creator, until all of it is read.
  private struct Rest {
    var fee: Int64 = -1
    var format: NoteFormat?
    var linkedID = CreatorRow.Text(start: nil, count: 0)
  }

  /// Reads the row that starts at a place; `nil` when it is not a plain one. The last eight bytes of a
  /// list are no part of one: cells are read eight bytes at once.
  ///
  /// - Returns: the place behind its line end.
  func row(_ bytes: UnsafeRawBufferPointer, at start: Int, _ row: inout CreatorRow) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    row = empty
    var rest = Rest()
    var place = start
    let last = columns.count - 1
    for column in 0...last {
      guard let cell = cell(base, bytes.count, &place) else { return nil }
      if cell.count > 0, !take(cell, columns[column], &row, &rest) { return nil }
      guard (bytes[place] != delimiter) == (column == last) else { return nil }
      if column < last { place += 1 }
    }
    guard finish(&row, rest) else { return nil }
    let isPair =
      bytes[place] == Byte.carriageReturn && place + 1 < bytes.count
      && bytes[place + 1] == Byte.lineFeed
    return place + (isPair ? 2 : 1)
  }

  /// The cell at a place, which then is that of the delimiter or line end behind it.
  @inline(__always)
  private func cell(_ bytes: UnsafeRawPointer, _ count: Int, _ place: inout Int) -> PlainCell? {
    let start = place
    guard let end = end(bytes, count, from: start) else { return nil }
    let byte = bytes.load(fromByteOffset: end, as: UInt8.self)
    place = end
    if isDelimiterOrLineEnd(byte) { return PlainCell(start: bytes + start, count: end - start) }
    return byte == Byte.quote && end == start ? quotedCell(bytes, count, &place) : nil
  }

  /// The next byte that ends a cell or may not be in it; `nil` for none before the list's last bytes.
  @inline(__always)
  private func end(_ bytes: UnsafeRawPointer, _ count: Int, from start: Int) -> Int? {
    let delimiters = EightBytes.all(delimiter)
    var place = start
    while place + 8 <= count {
      let ends = EightBytes(bytes + place).ends(delimiters)
      if ends != 0 { return place + ends.trailingZeroBitCount / 8 }
      place += 8
    }
    return nil
  }

  @inline(__always)
  private func isDelimiterOrLineEnd(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == Byte.lineFeed || byte == Byte.carriageReturn
  }

  /// A cell in quotes without quotes and line breaks in it.
  private func quotedCell(_ bytes: UnsafeRawPointer, _ count: Int, _ place: inout Int) -> PlainCell?
  {
    let start = place + 1
    place = start
    while let end = end(bytes, count, from: place) {
      let byte = bytes.load(fromByteOffset: end, as: UInt8.self)
      guard byte == Byte.quote else {
        guard byte == delimiter, byte != Byte.tab else { return nil }
        place = end + 1
        continue
      }
      place = end + 1
      guard end + 8 <= count,
        isDelimiterOrLineEnd(bytes.load(fromByteOffset: place, as: UInt8.self))
      else { return nil }
      return PlainCell(start: bytes + start, count: end - start)
    }
    return nil
  }
}

// What cells say.
extension PlainReader {
  /// Takes a cell that is not empty; `false` when it isn't plain.
  private func take(
    _ cell: PlainCell, _ column: Column, _ row: inout CreatorRow, _ rest: inout Rest
  ) -> Bool {
    switch column {
    case .ignored: return true
    case .other: return false
    case .ownID:
      guard let id = cell.id else { return false }
      row.ownID = id.text
      if id.isUserID { rest.linkedID = id.text }
      return true
    case .userID:
      guard let id = cell.id, id.isUserID else { return false }
      row.userID = id.text
      return true
    case .link:
      // One link a row; a user id as the own id must be the link's.
      guard row.profileURL.isEmpty, let profile = cell.profile,
        rest.linkedID.isEmpty || rest.linkedID.elementsEqual(profile.userID)
      else { return false }
      (row.profileURL, rest.linkedID) = (profile.url, profile.userID)
      return true
    case .redID: return set(&row.redID, cell.id?.text)
    case .nickname: return set(&row.nickname, cell.text)
    case .city: return set(&row.city, cell.text)
    case .gender: return set(&row.gender, cell.text)
    case .agency: return set(&row.agency, cell.text)
    case .healthLevel: return set(&row.healthLevel, cell.text)
    case .categories: return row.categories.isEmpty && set(&row.categories, cell.categories)
    default: return takeFact(cell, column, &row, &rest)
    }
  }

  private func takeFact(
    _ cell: PlainCell, _ column: Column, _ row: inout CreatorRow, _ rest: inout Rest
  ) -> Bool {
    switch column {
    case .followers(let power): return set(&row.followers, cell.count(power: power))
    case .percent: return set(&row.rate, cell.percent)
    case .basisPoints: return set(&row.rate, cell.basisPoints)
    case .base:
      if cell.is("reads") {
        row.base = .reads
      } else if cell.is("followers") {
        row.base = .followers
      } else {
        return false
      }
      return true
    case .image: return set(&row.imageFen, cell.price)
    case .video: return set(&row.videoFen, cell.price)
    case .fee: return set(&rest.fee, cell.price)
    case .feeFen: return set(&rest.fee, cell.fen)
    case .format:
      rest.format = cell.is("image") ? .image : cell.is("video") ? .video : nil
      return rest.format != nil
    case .validUntil:
      row.validUntil = cell.day
      return row.validUntil != nil
    case .day(let part):
      guard let day = cell.day else { return false }
      stamp(part, &row) { $0.day = day }
    case .source(let part):
      guard let source = cell.text else { return false }
      stamp(part, &row) { $0.source = source }
    default: return false
    }
    return true
  }

  private func set<Value>(_ place: inout Value, _ value: Value?) -> Bool {
    guard let value else { return false }
    place = value
    return true
  }

  private func stamp(
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
  private func finish(_ row: inout CreatorRow, _ rest: Rest) -> Bool {
    if !rest.linkedID.isEmpty {
      guard row.userID.isEmpty || row.userID.elementsEqual(rest.linkedID) else { return false }
      row.userID = rest.linkedID
    }
    if rest.fee >= 0 {
      guard row.imageFen < 0, row.videoFen < 0 else { return false }
      switch rest.format ?? rules.formatOfFee {
      case .image: row.imageFen = rest.fee
      case .video: row.videoFen = rest.fee
      case nil: return false
      }
    }
    return !row.ownID.isEmpty || !row.userID.isEmpty || !row.redID.isEmpty
  }
}
