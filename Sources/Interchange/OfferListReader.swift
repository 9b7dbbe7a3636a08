public import Domain

/// Reads a file of offers: one row per creator and note format, in the columns of our own lists.
///
/// A fee of 0 is an offer for the product alone; an empty one is none. Texts are not copied, so that
/// a million rows need little more room than their numbers.
public struct OfferListReader {
  private let columns: OfferColumns
  private let today: Day
  private var table: TableReader
  private var list: OfferList
  private var agencies = CellNumbers()
  private var categories = CellNumbers()
  /// How many cells of the current row could not be read.
  private var faults = 0

  /// Reads a whole file; what could not be read is in the list's problems.
  ///
  /// - Parameters:
  ///   - raw: the file's bytes.
  ///   - file: its name, for problems.
  ///   - today: quotes that ended before are none.
  ///   - needsEngagement: whether the file must have a column of rates.
  public static func read(_ raw: [UInt8], file: String, today: Day, needsEngagement: Bool)
    -> OfferList
  {
    var list = OfferList(file: file)
    do throws(ImportProblem) {
      let text = try DecodedText(raw, file: file)
      let table = try TableReader(text, file: file, delimiter: nil)
      let columns = OfferColumns(table.header, needsEngagement: needsEngagement)
      for fault in columns.faults {
        list.problems.add(
          ImportProblem(
            file: file, line: table.headerLine, found: fault.found, wanted: fault.wanted))
      }
      guard list.problems.isEmpty else { return list }
      var reader = OfferListReader(columns, today, table, list)
      text.bytes.withUnsafeBufferPointer { reader.readRows($0) }
      return reader.list
    } catch {
      list.problems.add(error)
      return list
    }
  }

  private init(_ columns: OfferColumns, _ today: Day, _ table: TableReader, _ list: OfferList) {
    (self.columns, self.today, self.table, self.list) = (columns, today, table, list)
    self.list.texts = CellPool(table.reader.bytes)
  }

  private typealias Bytes = UnsafeBufferPointer<UInt8>

  private mutating func readRows(_ bytes: Bytes) {
    // A row of the columns asked for has about 64 bytes; too many places are given back.
    list.rows.reserveCapacity(bytes.count / 64)
    while table.advance() { readRow(bytes) }
    list.problems.add(table.problems)
    list.agencies = agencies.places.map { Key.line(list.texts.cell($0)) }
    list.categoryCells = categories.places.map { Key.normalised(list.texts.cell($0)) }
    list.order()
  }

  private mutating func readRow(_ bytes: Bytes) {
    faults = 0
    let creator = creator(bytes)
    let followers = columns.followers.flatMap { followers in
      number(followers.column, bytes, { CellText.count($0, power: followers.power) }) {
        text throws(CellText.Problem) in try CellText.count(text, power: followers.power)
      }
    }
    let (engagement, rating) = (engagement(bytes), rating(bytes))
    let agency = name(columns.agency, bytes, &agencies)
    let categories = name(columns.category, bytes, &categories)
    let (fee, image, video) = (fee(bytes), price(columns.image, bytes), price(columns.video, bytes))
    let format = format(isNeeded: fee != nil)
    guard faults == 0, let creator, isValid(), faults == 0 else { return }
    for (format, quote) in [(format, fee), (.image, image), (.video, video)] {
      guard let quote else { continue }
      list.rows.append(
        OfferList.Row(
          creator: creator, line: Int32(clamping: table.reader.recordLine), format: format,
          ratingWeightPercent: Int32(rating.weightPercent),
          ratingHundredths: Int32(rating.averageHundredths ?? 0),
          engagementBasisPoints: Int32(engagement ?? -1), agency: agency, categories: categories,
          followers: followers ?? -1, quoteFen: quote))
    }
  }

  private func name(_ column: Int?, _ bytes: Bytes, _ names: inout CellNumbers) -> Int32 {
    column.map { names.number(of: table.reader.fields[$0].content, in: bytes) } ?? 0
  }
}

// Who.
extension OfferListReader {
  /// The place of the row's creator among those met so far: the one of the row before, or a new one.
  private mutating func creator(_ bytes: Bytes) -> Int32? {
    guard let column = columns.id, let place = id(column, bytes) else { return nil }
    if let last = list.people.last?.id, list.texts.isSame(last, place) {
      return Int32(list.people.count - 1)
    }
    let nickname = columns.nickname.map(nickname) ?? .init()
    list.people.append((place, nickname))
    return Int32(list.people.count - 1)
  }

  private mutating func id(_ column: Int, _ bytes: Bytes) -> CellPool.Place? {
    let field = table.reader.fields[column]
    let cell = bytes[field.content]
    // Longer than a word for nothing, and no user id in capitals.
    let isUsual = (5...100).contains(cell.count) && !cell.contains { (65...70).contains($0) }
    if isUsual, cell.allSatisfy(CellText.isPlain) { return CellPool.Place(field.content) }
    guard let text = text(column) else {
      fault(column, "", "an id")
      return nil
    }
    do throws(CellText.Problem) {
      let id = try CellText.id(text, "an id")
      return list.texts.add(CreatorID.isUserID(id) ? id.lowercased() : id)
    } catch {
      fault(column, text, error.wanted)
      return nil
    }
  }

  /// Nicknames are looked at when they are shown.
  private func nickname(_ column: Int) -> CellPool.Place {
    .init(table.reader.fields[column].content)
  }
}

// Figures.
extension OfferListReader {
  private typealias Read = (String) throws(CellText.Problem) -> Int64?

  /// A number: digits as they stand, anything else as a text; `nil` for nothing.
  private mutating func number(
    _ column: Int, _ bytes: Bytes, _ plain: (ExactNumber) -> Int64?, _ read: Read
  ) -> Int64? {
    let content = table.reader.fields[column].content
    if content.isEmpty { return nil }
    let digits = UnsafeBufferPointer(rebasing: bytes[content])
    if let number = ExactNumber(plain: digits).flatMap(plain) { return number }
    guard let text = text(column) else { return nil }
    do throws(CellText.Problem) {
      return try read(text)
    } catch {
      fault(column, text, error.wanted)
      return nil
    }
  }

  /// On followers, in basis points.
  private mutating func engagement(_ bytes: Bytes) -> Int64? {
    guard let (column, isPercent) = columns.engagement else { return nil }
    if let base = columns.base.flatMap(text), HeaderText.folded(base) == "reads" { return nil }
    guard isPercent else {
      return number(column, bytes, { CellText.basisPoints($0) }) {
        text throws(CellText.Problem) in try CellText.basisPoints(text)
      }
    }
    let content = table.reader.fields[column].content
    if content.count > 1, bytes[content.upperBound - 1] == UInt8(ascii: "%") {
      let digits = UnsafeBufferPointer(rebasing: bytes[content.dropLast()])
      if let rate = ExactNumber(plain: digits).flatMap(CellText.percent) { return rate }
    }
    return number(column, bytes, CellText.percent) {
      text throws(CellText.Problem) in try CellText.percent(text)
    }
  }

  /// The stars of the row: of one column or of one for each rater.
  private mutating func rating(_ bytes: Bytes) -> RatingSummary {
    if columns.stars.isEmpty { return .none }
    var stars: [Int64] = []
    for column in columns.stars {
      let given = number(column, bytes, { CellText.stars($0) }) {
        text throws(CellText.Problem) in try CellText.stars(text)
      }
      if let given { stars.append(given) }
    }
    return stars.isEmpty ? .none : RatingSummary(hundredths: stars)
  }

  private mutating func fee(_ bytes: Bytes) -> Int64? {
    guard let (column, isFen) = columns.fee else { return nil }
    guard isFen else { return price(column, bytes) }
    return number(column, bytes, { CellText.fen($0) }) {
      text throws(CellText.Problem) in try CellText.priceInFen(text)?.fen ?? 0
    }
  }

  private mutating func price(_ column: Int?, _ bytes: Bytes) -> Int64? {
    guard let column else { return nil }
    return number(column, bytes, { try? Money(yuan: $0).fen }) {
      text throws(CellText.Problem) in try CellText.price(text, .refuse).price?.fen ?? 0
    }
  }

  /// Without a column for it a price is one of image notes, as in a list that is imported.
  private mutating func format(isNeeded: Bool) -> NoteFormat {
    guard let column = columns.format else { return .image }
    let text = text(column)
    if let format = text.flatMap({ NoteFormat($0) }) { return format }
    if isNeeded || text != nil { fault(column, text ?? "", "image or video (图文 or 视频)") }
    return .image
  }

  /// Whether the row's prices hold today.
  private mutating func isValid() -> Bool {
    guard let column = columns.validUntil, let text = text(column) else { return true }
    if let day = Day(text) { return day >= today }
    fault(column, text, "a day, such as 2026-08-03")
    return false
  }
}

// Cells.
extension OfferListReader {
  /// The text of a cell, `nil` for nothing.
  private func text(_ column: Int) -> String? {
    let cell = table.reader.text(column)
    let text = FormulaGuard.unguarded(cell)
    return text == cell ? CellText.value(cell) : Key.normalised(text)
  }

  private mutating func fault(_ column: Int, _ found: String, _ wanted: String) {
    faults += 1
    list.problems.add(
      ImportProblem(
        file: table.file, line: table.reader.fields[column].line, column: table.header[column],
        found: ImportProblem.quoted(found), wanted: wanted))
  }
}
