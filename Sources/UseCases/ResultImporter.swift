import Domain
import Interchange
import Store

/// Files the rows of one file of results in the book, and notes what looks wrong in them.
struct ResultImporter {
  /// What a row says that the book can't hold.
  private struct Conflict: Error {
    let found: String
    let wanted: String
  }

  /// What was wrong, besides what reading found.
  private(set) var problems = ProblemList()
  /// How many rows said something new.
  private(set) var added = 0
  private(set) var flags: [ResultFlag: (rows: Int, first: Int)] = [:]
  /// The campaigns that rows are of.
  private(set) var campaigns: Set<String> = []
  /// The user ids that nobody in the book has.
  var strangers: Int { users.values.count { !$0 } }

  private let book: Book
  private let number: Int64
  /// Whether the same file was read before.
  private let isRepeated: Bool
  private let options: ResultsOptions
  private let today: Day
  /// What the rows of the file come to that are about one thing: of one day, channel, note and creator.
  private var sums: [SumOfRows.About: SumOfRows] = [:]
  /// Whether the book has a creator of a user id, of those that were asked for.
  private var users: [String: Bool] = [:]

  init(
    _ book: Book, import number: Int64, isRepeated: Bool, _ options: ResultsOptions, today: Day
  ) {
    (self.book, self.number, self.options, self.today) = (book, number, options, today)
    self.isRepeated = isRepeated
  }

  /// Takes one row.
  mutating func take(_ record: ResultRecord, of reading: ResultReading) throws {
    let day = record.day ?? options.asOf ?? today
    do {
      guard day <= today else {
        throw Conflict(found: "\(day)", wanted: "figures of a day up to today, \(today)")
      }
      let source = reading.source ?? "list"
      if try keep(record, on: day, source: source) { added += 1 }
    } catch let conflict as Conflict {
      problems.add(
        reading.problem(line: record.line, found: conflict.found, wanted: conflict.wanted))
    }
  }

  /// Keeps what rows come to that add up.
  mutating func finish(_ source: String) throws {
    for (about, sum) in sums.sorted(by: { $0.value.line < $1.value.line })
    where try keep(sum.content, on: about.day, source: source) {
      added += sum.rows
    }
  }

  private mutating func keep(_ record: ResultRecord, on day: Day, source: String) throws -> Bool {
    for flag in record.flags { note(flag, record.line) }
    switch record.content {
    case .note(let stated):
      return try keep(stated, on: day, source: source, line: record.line)
    case .ad, .conversion, .search:
      let sum = SumOfRows(record.content, line: record.line)
      sums[sum.about(day), default: sum.empty].add(sum)
      return false
    }
  }

  private mutating func keep(_ content: ResultRecord.Content, on day: Day, source: String) throws
    -> Bool
  {
    switch content {
    case .note: return false
    case .ad(let ad):
      var stated = StatedNote()
      (stated.noteID, stated.campaign) = (ad.noteID, options.campaign)
      let (note, isNew) = try find(stated, source: source)
      return try book.results.keep(
        ad, of: note, on: day, source: source, in: number, isRepeated: isRepeated) || isNew
    case .conversion(var conversion):
      if let campaign = conversion.campaign { campaigns.insert(campaign) }
      conversion.campaign = conversion.campaign ?? options.campaign
      return try book.results.keep(
        conversion, on: day, source: source, in: number, isRepeated: isRepeated)
    case .search(var search):
      if let campaign = search.campaign { campaigns.insert(campaign) }
      search.campaign = search.campaign ?? options.campaign
      return try book.results.keep(
        search, on: day, source: source, in: number, isRepeated: isRepeated)
    }
  }

  private mutating func keep(_ asked: StatedNote, on day: Day, source: String, line: Int) throws
    -> Bool
  {
    var stated = asked
    if let campaign = options.campaign { stated.campaign = campaign }
    if let published = stated.publishedOn, published > day { note(.publishedLater, line) }
    let order = try stated.order.flatMap { try book.results.order($0) }
    try compare(stated, with: order, line)
    // What the order was booked for counts, whatever the file calls it.
    if let campaign = order?.campaign ?? stated.campaign, options.campaign == nil {
      campaigns.insert(campaign)
    }
    let (place, isNew) = try find(stated, source: source)
    guard stated.figures.values.contains(where: { $0 != nil }) else { return isNew }
    let before = try book.results.stated(place, on: day)
    let isKnown = before.suffix(isRepeated ? before.count : 1).contains { known in
      stated.figures.isPart(of: known.note.figures)
        && stated.costsNothingNew(beside: known.note)
    }
    if isKnown { return isNew }
    guard !before.contains(where: { $0.importNumber == number }) else {
      throw Conflict(
        found: "other figures of \(Self.name(stated)) on \(day)",
        wanted: "a note once, or with the same figures")
    }
    if let newest = before.last?.note { stated.complete(with: newest) }
    try book.results.add(stated, of: place, on: day, source: source, in: number)
    return true
  }

  /// Flags a note whose order the books have with another creator or another campaign.
  private mutating func compare(
    _ note: StatedNote, with order: (userID: String?, campaign: String?)?, _ line: Int
  ) throws {
    if let booked = order?.userID, let user = note.userID, booked != user {
      self.note(.otherCreator, line)
    }
    if let booked = order?.campaign, let campaign = options.campaign, booked != campaign {
      self.note(.otherCampaign, line)
    }
    guard order == nil, let user = note.userID, users[user] == nil else { return }
    users[user] = try book.creators.key(userID: user) != nil
  }

  /// The place of a note, and whether the row told more of it than the book knew.
  private func find(_ note: StatedNote, source: String) throws -> (place: Int64, isNew: Bool) {
    guard let kept = try kept(note) else { return (try book.results.add(note), true) }
    if let user = note.userID, let before = kept.userID, user != before {
      throw Conflict(
        found: "the creator \(user)",
        wanted: "the creator \(before), whose \(Self.name(note)) is in the book")
    }
    if let order = note.order, let before = kept.order, order != before {
      throw Conflict(
        found: "the order \(order)",
        wanted: "the order \(before), of which \(Self.name(note)) is in the book")
    }
    var isNew = try book.results.complete(kept.number, with: note)
    if let campaign = options.campaign {
      isNew = try book.results.assign(kept.number, to: campaign) || isNew
    }
    return (kept.number, isNew)
  }

  /// The row of the book that a row of a file is about. An order report is about the one note of the
  /// order that is known, else about all notes of the order; of those, the first note that becomes known
  /// takes the place when it is the only one.
  private func kept(_ note: StatedNote) throws -> KeptNote? {
    if let id = note.noteID {
      if let kept = try book.results.note(id: id) { return kept }
      let others = try note.order.map { try book.results.notes(ofOrder: $0) } ?? []
      return others.count == 1 && others[0].noteID == nil && (others[0].noteCount ?? 1) == 1
        ? others[0] : nil
    }
    let others = try note.order.map { try book.results.notes(ofOrder: $0) } ?? []
    let known = others.filter { $0.noteID != nil }
    if known.count == 1, (note.noteCount ?? 1) == 1 { return known[0] }
    return others.first { $0.noteID == nil }
  }

  private static func name(_ note: StatedNote) -> String {
    note.noteID.map { "note \($0)" } ?? "the order \(note.order ?? "")"
  }

  private mutating func note(_ flag: ResultFlag, _ line: Int) {
    let before = flags[flag] ?? (0, line)
    flags[flag] = (before.rows + 1, before.first)
  }
}
