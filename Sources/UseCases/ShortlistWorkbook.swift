public import Domain
import Interchange
import Store

/// A shortlist as a workbook that one forwards: the list with cells to fill in, the pyramid, the fees,
/// and what it was decided by. Its sums follow what is filled in.
struct ShortlistWorkbook {
  /// What a list doesn't hold itself.
  struct Facts {
    /// The service fees, with their sources.
    let fees: FeeSchedule
    /// Where the tiers are from.
    let tierSources: [String]
    /// The book's own id; `nil` without a book.
    let bookID: String?
  }

  let list: Shortlist
  let language: HeaderLanguage
  let facts: Facts
  let request: ShortlistRequest
  /// The brand-side fee that the list was reckoned by.
  let brandFee: FeeRate
  /// The creator-side fee of that day.
  let creatorFee: FeeRate

  /// - Throws: ``Failure`` when the list's own words can't be read, or the schedule has no rates for its day.
  init(_ list: Shortlist, _ language: HeaderLanguage, _ facts: Facts) throws {
    (self.list, self.language, self.facts) = (list, language, facts)
    request = try ShortlistRequest(stored: list.request)
    let rules = try? JSON.parse(Array(list.rules.utf8))
    guard case .string(let dayText) = rules?["day"], let day = Day(dayText),
      case .number(let digits) = rules?["brand_fee_bp"], let rate = Int64(digits)
    else { throw Failure(.foreign, "the rules kept with the list can't be read") }
    brandFee = FeeRate(
      side: .brand, mode: .standard, from: day, share: Share(basisPoints: rate),
      source: facts.fees.rate(.brand, .standard, on: day)?.source ?? "")
    guard let fee = facts.fees.rate(.creator, .standard, on: day) else {
      throw Failure(
        .failed, "the fee schedule has no creator-side rate for \(day)",
        next: "see it with: kolbook reference show fee_rate")
    }
    creatorFee = fee
  }

  /// The workbook.
  func bytes() -> [UInt8] {
    let title = list.name.isEmpty ? words("Shortlist", "达人名单") : list.name
    var workbook = WorkbookWriter(title: title, author: list.decidedBy, made: list.decided)
    let table = ListSheet(self)
    let fees = FeesSheet(self, table)
    table.add(to: &workbook, rate: fees.brandRate)
    PyramidSheet(self, table).add(to: &workbook)
    fees.add(to: &workbook)
    NotesSheet(self).add(to: &workbook)
    return workbook.bytes()
  }

  func words(_ english: String, _ chinese: String) -> String { language.line(english, chinese) }

  /// The name of a column that stands above no list to read back.
  func header(_ english: String, _ chinese: String) -> SheetCell {
    .text(language.name(english, chinese)).as(.header)
  }

  /// A band in the words of the sheets.
  func words(_ band: Band) -> String {
    guard language == .chinese else { return band.rawValue }
    return switch band {
    case .head: "头部"
    case .mid: "腰部"
    case .koc: "KOC"
    }
  }

  func words(_ format: NoteFormat) -> String {
    guard language == .chinese else { return format.rawValue }
    return format == .image ? "图文" : "视频"
  }

  /// Rows that say what the sheet is.
  func title(_ english: String, _ chinese: String) -> [SheetCell] {
    let name = list.name.isEmpty ? "" : list.name + " · "
    return [.text(name + words(english, chinese)).as(.title)]
  }

  /// The height of a header, in points.
  var headerHeight: Int { language == .both ? 34 : 22 }
}

extension OpenBook {
  /// A shortlist as a workbook.
  public func workbook(of list: Shortlist, _ language: HeaderLanguage) throws -> [UInt8] {
    try ShortlistWorkbook(list, language, facts()).bytes()
  }

  /// What tells this book from every other, in hex.
  func bookID() throws -> String {
    try book.ledger.bookID().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// What a list doesn't hold itself.
  func facts() throws -> ShortlistWorkbook.Facts {
    try book.snapshot {
      let rows = try book.reference.rows(of: .tier)
      let source = ReferenceTable.tier.columns.firstIndex(of: "source")
      return .init(
        fees: try book.reference.feeSchedule(),
        tierSources: source.map { place in Set(rows.compactMap { $0[place] }).sorted() } ?? [],
        bookID: try bookID())
    }
  }
}
