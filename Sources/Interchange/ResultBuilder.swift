import Domain

/// Makes one row of results of its cells, and notes what can't be read.
struct ResultBuilder {
  /// The day of the row's figures.
  private(set) var day: Day?
  /// What could not be read; the column is `nil` where the row is to blame.
  private(set) var faults: [(column: Int?, found: String, wanted: String)] = []

  private let layout: ResultLayout
  private var note = StatedNote()
  private var amounts: [ResultField: Money] = [:]
  private var counts: [ResultField: Int64] = [:]
  private var words: [ResultField: String] = [:]
  private var isTotal = false

  init(layout: ResultLayout) { self.layout = layout }

  /// What stands in place of an id in a row of sums.
  private static let totals: Set = ["合计", "总计", "小计", "汇总", "total"]

  /// Takes one cell.
  mutating func take(_ cell: String, _ field: ResultField, column: Int) {
    guard let text = CellText.value(cell) else { return }
    do throws(CellText.Problem) {
      try read(text, field)
    } catch {
      faults.append((column, ImportProblem.quoted(text), error.wanted))
    }
  }

  private mutating func read(_ text: String, _ field: ResultField) throws(CellText.Problem) {
    switch field {
    case .day:
      isTotal = isTotal || Self.totals.contains(text)
      if !isTotal { day = try Self.day(text) }
    case .published: note.publishedOn = try Self.day(text)
    case .note:
      isTotal = isTotal || Self.totals.contains(text)
      if !isTotal { note.noteID = try Self.noteID(text) }
    case .order:
      isTotal = isTotal || Self.totals.contains(text)
      // An order of the number 0 is none: a note that was not ordered.
      if !isTotal, text != "0" { note.order = try CellText.id(text, "an order number") }
    case .user: note.userID = try CellText.userID(text)
    case .profile:
      if let user = try CellText.link(text, isOurOwn: false).userID { note.userID = user }
    case .link: note.link = try CellText.link(text, isOurOwn: true).url
    case .nickname: note.nickname = try CellText.line(text)
    case .title: note.title = try CellText.line(text)
    case .campaign: note.campaign = try CellText.line(text)
    case .format: try readFormat(text)
    case .channel, .creator, .keyword: words[field] = try CellText.line(text)
    case .completion: note.figures.completionBasisPoints = try CellText.percent(text)
    case .quote, .fee, .cost, .consumed, .refunded, .spend, .revenue:
      amounts[field] = try amount(text)
    case .clickPrice, .thousandPrice: amounts[field] = try Self.price(text)
    default: try readCount(text, field)
    }
  }

  private mutating func readCount(_ text: String, _ field: ResultField) throws(CellText.Problem) {
    let count = try CellText.count(text, power: 0)
    switch field {
    case .noteCount: note.noteCount = count
    case .followers: note.figures.followers = count
    case .impressions: note.figures.impressions = count
    case .reads: note.figures.reads = count
    case .interactions: note.figures.interactions = count
    case .likes: note.figures.likes = count
    case .collects: note.figures.collects = count
    case .comments: note.figures.comments = count
    case .shares: note.figures.shares = count
    case .follows: note.figures.follows = count
    case .promotedImpressions: note.figures.promotedImpressions = count
    case .heatedImpressions: note.figures.heatedImpressions = count
    case .naturalImpressions: note.figures.naturalImpressions = count
    case .promotedReads: note.figures.promotedReads = count
    case .heatedReads: note.figures.heatedReads = count
    case .naturalReads: note.figures.naturalReads = count
    default: counts[field] = count
    }
  }

  private mutating func readFormat(_ text: String) throws(CellText.Problem) {
    guard layout.rows != .ads else {
      words[.format] = Self.known(try CellText.line(text).lowercased(), Self.adFormats)
      return
    }
    guard let format = NoteFormat(text) else { throw CellText.Problem(wanted: "图文 or 视频") }
    note.format = format
  }

  private func amount(_ text: String) throws(CellText.Problem) -> Money {
    guard layout.isInFen else { return try CellText.amount(text) }
    guard let number = try? ExactNumber(text), let fen = CellText.fen(number) else {
      throw CellText.Problem(wanted: "a whole number of fen, such as 300000 for ¥3,000")
    }
    return Money(fen: fen)
  }

  /// A price that was worked out, which may be finer than a fen.
  private static func price(_ text: String) throws(CellText.Problem) -> Money {
    do {
      return try Money(yuan: ExactNumber(text, allowingCurrency: true), rounding: .halfUp)
    } catch {
      throw CellText.Problem(wanted: error.wanted)
    }
  }

  /// A day, with or without a time, or as eight digits.
  private static func day(_ text: String) throws(CellText.Problem) -> Day {
    guard text.utf8.count == 8, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return try CellText.dayOfTime(text)
    }
    let month = text.dropFirst(4).prefix(2)
    return try CellText.day("\(text.prefix(4))-\(month)-\(text.suffix(2))")
  }

  private static func noteID(_ text: String) throws(CellText.Problem) -> String {
    let id = try CellText.id(text, "a note id")
    return CreatorID.isUserID(id) ? id.lowercased() : id
  }

  private static let adFormats = [
    "feed": ["feed", "信息流", "1"], "search": ["search", "搜索", "2"], "splash": ["splash", "开屏"],
  ]
  /// The word of the book for a word, or that itself.
  private static func known(_ word: String, _ words: [String: [String]]) -> String {
    words.first { $0.value.contains(word) }?.key ?? word
  }
}

// The row as a whole.
extension ResultBuilder {
  /// What the row says; `nil` when it names neither note nor order, or something can't be read.
  mutating func content() -> ResultRecord.Content? {
    guard !isTotal, faults.isEmpty else { return nil }
    switch layout.rows {
    case .notes: return statedNote().map { .note($0) }
    case .ads: return ad().map { .ad($0) }
    case .conversions: return conversion().map { .conversion($0) }
    case .searches: return search().map { .search($0) }
    }
  }

  private func statedNote() -> StatedNote? {
    let isByNote = layout.needs.contains([.note])
    guard note.noteID != nil || !isByNote && note.order != nil else { return nil }
    var note = note
    (note.quote, note.fee, note.cost) = (amounts[.quote], amounts[.fee], amounts[.cost])
    note.hasCutFee = layout.hasCutFees && note.fee != nil
    if note.cost == nil, let consumed = amounts[.consumed] {
      note.cost = max(.zero, consumed - (amounts[.refunded] ?? .zero))
    }
    let figures = note.figures
    if figures.interactions == nil, let likes = figures.likes, let collects = figures.collects,
      let comments = figures.comments
    {
      note.figures.interactions = likes + collects + comments
    }
    return note
  }

  private mutating func ad() -> AdResult? {
    guard let id = note.noteID else { return nil }
    guard let spend = amounts[.spend] else { return missing("what the ads cost") }
    return AdResult(
      noteID: id, format: words[.format] ?? AdResult.anywhere, span: day == nil ? .total : .day,
      spend: spend, impressions: note.figures.impressions, clicks: counts[.clicks],
      interactions: note.figures.interactions)
  }

  private mutating func conversion() -> Conversion? {
    guard day != nil else { return missing("a day") }
    guard let channel = words[.channel] else { return missing("a channel") }
    guard let orders = counts[.orders] else { return missing("a count of orders") }
    guard let revenue = amounts[.revenue] else { return missing("revenue, 0 for none") }
    return Conversion(
      channel: channel, noteID: note.noteID,
      creator: words[.creator], campaign: note.campaign, orders: orders, revenue: revenue)
  }

  private mutating func search() -> SearchCount? {
    guard day != nil else { return missing("a day") }
    guard let searches = counts[.searches] else { return missing("a count of searches") }
    return SearchCount(
      keyword: words[.keyword] ?? "", campaign: note.campaign, searches: searches)
  }

  private mutating func missing<Value>(_ wanted: String) -> Value? {
    faults.append((nil, "nothing", wanted))
    return nil
  }

  /// What looks wrong in the row.
  func flags(of content: ResultRecord.Content) -> [ResultFlag] {
    switch content {
    case .note(let note): note.figures.flags
    case .ad(let ad): hasWrongPrice(ad) ? [.priceDiffers] : []
    case .conversion, .search: []
    }
  }

  /// Whether a price is off by more than a fen, as it is when amounts are in another unit.
  private func hasWrongPrice(_ ad: AdResult) -> Bool {
    let isOff = { (price: Money?, count: Int64?, per: Int128) in
      guard let price, let count, count > 0 else { return false }
      let difference = Int128(price.fen) * Int128(count) - Int128(ad.spend.fen) * per
      return difference.magnitude > UInt128(count)
    }
    return isOff(amounts[.clickPrice], ad.clicks, 1)
      || isOff(amounts[.thousandPrice], ad.impressions, 1_000)
  }
}
