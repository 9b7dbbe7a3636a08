import Domain

/// Puts the cells of one row together to a ``CreatorRecord``.
///
/// Cells that need each other (a fee and its format, a price and its tick) wait here until the row is
/// complete.
struct RecordBuilder {
  /// A cell that could not be read: its column in the row, and why.
  struct Fault {
    let column: Int
    let found: String
    let wanted: String
  }

  /// Where a cell stands.
  private struct At {
    let column: Int
    let label: String
  }

  private(set) var record: CreatorRecord
  private(set) var faults: [Fault] = []
  private let layout: Layout
  private let rules: RowRules
  private var interactions: Int64?
  private var rate: Int64?
  private var base: EngagementRate.Base?
  private var prices = RowPrices()
  /// How many prices were finer than a fen and rounded.
  private(set) var rounded = 0
  private var reviewPlaces: [String?: Int] = [:]
  private var days: [CreatorRecord.Part: Day] = [:]
  private var sources: [CreatorRecord.Part: String] = [:]

  init(line: Int, layout: Layout, rules: RowRules) {
    record = CreatorRecord(line: line)
    self.layout = layout
    self.rules = rules
  }

  /// Takes one cell.
  mutating func take(_ cell: String, meaning: Meaning, column: Int, header: String) {
    let text =
      switch rules.cells {
      case .words: CellText.value(cell)
      case .guarded: unguarded(cell)
      case .exact: Self.orNothing(Key.normalised(cell))
      }
    guard let text, !layout.nothing.contains(text) else { return }
    do throws(CellText.Problem) {
      try read(text, meaning, At(column: column, label: header))
    } catch {
      faults.append(
        Fault(column: column, found: ImportProblem.quoted(text), wanted: error.wanted))
    }
  }

  /// A cell of our own exports. What was guarded is text, even if it reads `--`.
  private func unguarded(_ cell: String) -> String? {
    let text = FormulaGuard.unguarded(cell)
    return text == cell ? CellText.value(cell) : Self.orNothing(Key.normalised(text))
  }

  private static func orNothing(_ text: String) -> String? { text.isEmpty ? nil : text }
}

extension RecordBuilder {
  private typealias Problem = CellText.Problem

  private mutating func read(_ text: String, _ meaning: Meaning, _ at: At) throws(Problem) {
    switch meaning {
    case .ownID, .userID, .redID, .redOrUserID, .link: try readIdentity(text, meaning, at)
    case .nickname: record.nickname = try CellText.line(text)
    case .followers(let power):
      record.followers = .init(try CellText.count(text, power: power))
    case .engagementPercent: rate = try CellText.percent(text)
    case .engagementBasisPoints: rate = try CellText.basisPoints(text)
    case .engagementBase: try readBase(text)
    case .averageInteractions: interactions = try CellText.count(text, power: 0)
    case .median(let name): try add(name, CellText.count(text, power: 0), isMedian: true)
    case .total(let name, let power): try add(name, CellText.count(text, power: power))
    case .quote, .bareQuote, .quoteWithFee, .offPlatformPrice, .quoteTick, .fee, .feeFen, .format,
      .validUntil:
      try readPrice(text, meaning, at)
    case .day(let part): days[part] = try CellText.day(text)
    case .source(let part): sources[part] = try CellText.line(text)
    case .category, .agency, .city, .gender, .healthLevel, .healthCode, .tags, .contact:
      try readDescription(text, meaning)
    case .stars, .verdict, .comment, .ratedOn, .review: try readReview(text, meaning, at)
    case .note(let reason): try note(text, reason, at.label)
    case .scaled(let meaning, let power):
      try read(CellText.scaled(text, power: power), meaning, at)
    case .ignored: break
    }
  }

  private mutating func readIdentity(
    _ text: String, _ meaning: Meaning, _ at: At
  ) throws(Problem) {
    switch meaning {
    case .ownID:
      let id = try CellText.id(text, "an id")
      record.ownID = CreatorID.isUserID(id) ? id.lowercased() : id
      if CreatorID.isUserID(id) { try set(userID: id.lowercased()) }
    case .userID: try set(userID: CellText.userID(text))
    case .redOrUserID where CreatorID.isUserID(text): try set(userID: text.lowercased())
    case .redID, .redOrUserID: record.redID = try CellText.id(text, "a 小红书号")
    default:
      let (url, userID) = try CellText.link(text, isOurOwn: layout.isOurOwn)
      if let userID { try set(userID: userID) }
      if let url, record.profileURL == nil || userID != nil { record.profileURL = url }
    }
  }

  private mutating func set(userID: String) throws(Problem) {
    guard record.userID == nil || record.userID == userID else {
      throw Problem(wanted: "the same user id as elsewhere in the row, \(record.userID ?? "")")
    }
    record.userID = userID
  }

  private mutating func readBase(_ text: String) throws(Problem) {
    switch HeaderText.folded(text) {
    case "followers", "粉丝", "粉丝数": base = .followers
    case "reads", "阅读", "阅读数": base = .reads
    default: throw Problem(wanted: "followers or reads")
    }
  }

  private mutating func add(_ name: String, _ value: Int64, isMedian: Bool = false)
    throws(Problem)
  {
    if isMedian && value == 0 { return }
    guard let known = record.metrics.first(where: { $0.name == name }) else {
      record.metrics.append(.init(name: name, value: value))
      return
    }
    guard known.value == value else {
      throw Problem(wanted: "\(known.value), as another column of the row says")
    }
  }

  private mutating func readDescription(_ text: String, _ meaning: Meaning) throws(Problem) {
    switch meaning {
    case .category:
      let names = layout.isOurOwn ? try CellText.parts(text, inOurOwn: true) : [text]
      let known = Set(record.categories)
      record.categories += names.filter { !known.contains($0) }
    case .agency: record.agency = try CellText.line(text)
    case .city: record.city = try CellText.line(text)
    case .gender: record.gender = try CellText.line(text)
    case .healthLevel: record.healthLevel = try CellText.line(text)
    case .healthCode: record.healthLevel = try CellText.healthLevel(text)
    case .contact(let kind):
      record.contacts.append(Contact(kind: kind, value: try CellText.line(text)))
    default:
      let known = Set(record.tags)
      record.tags += try CellText.parts(text, inOurOwn: layout.isOurOwn)
        .filter { !known.contains($0) }
    }
  }

  private mutating func note(
    _ text: String, _ reason: CreatorRecord.Note.Reason, _ label: String
  ) throws(Problem) {
    record.notes.append(
      .init(label: try CellText.line(label), text: try CellText.line(text), reason: reason))
  }
}

// Prices.
extension RecordBuilder {
  private mutating func readPrice(_ text: String, _ meaning: Meaning, _ at: At) throws(Problem) {
    switch meaning {
    case .quote(let format): try readPrice(text, .plain, format, at)
    case .bareQuote(let format): try readPrice(text, .bare, format, at)
    case .quoteWithFee(let format): try readPrice(text, .withFee, format, at)
    case .offPlatformPrice: try note(text, .offPlatform, at.label)
    case .quoteTick(let format):
      guard text == "0" || text == "1" else { throw Problem(wanted: "1 or 0") }
      prices.ticks[format] = text == "1"
    case .fee:
      prices.fee = .init(price: try price(text), column: at.column, label: at.label)
    case .feeFen:
      prices.fee = .init(price: try CellText.priceInFen(text), column: at.column, label: at.label)
    case .format:
      guard let format = NoteFormat(text) else {
        throw Problem(wanted: "image or video (图文 or 视频)")
      }
      prices.format = format
    default: prices.validUntil = try CellText.day(text)
    }
  }

  private mutating func readPrice(
    _ text: String, _ kind: RowPrices.Kind, _ format: NoteFormat, _ at: At
  ) throws(Problem) {
    prices.cells[.init(kind: kind, format: format)] = .init(
      price: try price(text), column: at.column, label: at.label)
  }

  private mutating func price(_ text: String) throws(Problem) -> Money? {
    let (price, isRounded) = try CellText.price(text, rules.rounding)
    if isRounded { rounded += 1 }
    return price
  }

  /// The record, once every cell of the row was taken.
  mutating func finish() -> CreatorRecord {
    record.day = days[.row]
    record.source = sources[.row]
    record.followers?.day = days[.followers]
    record.followers?.source = sources[.followers]
    finishEngagement()
    let result = prices.result(rules)
    record.quotes = result.prices.map { .init($0, day: days[.quote], source: sources[.quote]) }
    record.notes += result.notes
    if let fault = result.fault { faults.append(fault) }
    finishReviews()
    return record
  }

  /// A comment without stars and verdict is no rating: it becomes a note.
  private mutating func finishReviews() {
    for review in record.reviews where review.stars == nil && review.verdict == nil {
      if review.comment.isEmpty { continue }
      record.notes.append(
        .init(label: review.rater ?? "", text: review.comment, reason: .remark))
    }
    record.reviews.removeAll { $0.stars == nil && $0.verdict == nil }
  }

  private mutating func finishEngagement() {
    var engagement: EngagementRate?
    if let rate {
      engagement = EngagementRate(basisPoints: rate, base: base ?? layout.rateBase ?? .followers)
    } else if let interactions, let followers = record.followers?.value {
      engagement = EngagementRate(interactions: interactions, of: followers, base: .followers)
    } else if let names = layout.rate {
      let medians = record.metrics
      let median = { (name: String) in medians.first { $0.name == name }?.value }
      if let interactions = median(names.interactions), let reads = median(names.reads) {
        engagement = EngagementRate(interactions: interactions, of: reads, base: .reads)
      }
    }
    record.engagement = engagement.map {
      .init($0, day: days[.engagement], source: sources[.engagement])
    }
  }
}

// Reviewers.
extension RecordBuilder {
  private mutating func readReview(
    _ text: String, _ meaning: Meaning, _ at: At
  ) throws(Problem) {
    switch meaning {
    case .stars(let rater):
      guard let stars = Int64(text), (1...5).contains(stars) else {
        throw Problem(wanted: "a whole number of stars, 1 through 5")
      }
      change(rater) { $0.stars = stars }
    case .verdict(let rater):
      guard let verdict = ReviewText.verdict(text) else {
        throw Problem(wanted: "ok, price, price:1000, hold or no")
      }
      change(rater) { $0.verdict = verdict }
    case .comment(let rater):
      let comment = try CellText.line(text)
      change(rater) { $0.comment = comment }
    case .ratedOn(let rater):
      let day = try CellText.day(text)
      change(rater) { $0.day = day }
    case .review(let rater):
      guard let verdict = ReviewText.verdict(text) else {
        try note(text, .remark, at.label)
        return
      }
      let comment = verdict.ceiling == nil ? "" : text
      change(rater) { ($0.verdict, $0.comment) = (verdict, comment) }
    default: break
    }
  }

  private mutating func change(
    _ rater: String?, _ change: (inout CreatorRecord.Review) -> Void
  ) {
    if let place = reviewPlaces[rater] { return change(&record.reviews[place]) }
    var review = CreatorRecord.Review(rater: rater)
    change(&review)
    reviewPlaces[rater] = record.reviews.count
    record.reviews.append(review)
  }
}
