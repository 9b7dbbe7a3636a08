import Domain
import Interchange
import Store

/// Files plain rows of large lists, whose creators are new or have nothing new said of them: about 20 times
/// as fast as records are filed. Every other row it leaves to ``CreatorImporter``, whose rules it follows.
final class PlainFiling {
  /// What became of a creator so far.
  enum Outcome: UInt8 { case unmet, added, updated, unchanged }

  private let book: Book
  private let load: CreatorLoad
  private let now: Moment
  private let asOf: Day
  private let words: CategoryWords
  private(set) var ids: KnownID
  private(set) var said: SaidRows
  /// Whether the indexes over creators are away.
  private let isWithoutIndexes: Bool
  private let hasMerged: Bool
  /// Whether `ids` has whatever the book has: exchanging ids with pointers ends that.
  private(set) var isComplete = true
  private var categories: [UInt64: (cell: [UInt8], codes: [String])] = [:]

  /// Starts to file lists, if they are large for this book.
  ///
  /// Fewer rows than these are filed as quickly one by one.
  @TaskLocal static var fewestRows = 2_000

  /// - Parameter rows: how many will come, roughly; `nil` comes of few for this book.
  init?(book: Book, now: Moment, asOf: Day, words: CategoryWords, rows: Int) throws {
    guard rows >= Self.fewestRows else { return nil }
    let creators = Int(try book.creators.count())
    guard rows >= creators / 8, rows < Int(Int32.max) else { return nil }
    (self.book, self.now, self.asOf, self.words) = (book, now, asOf, words)
    load = book.load
    hasMerged = try book.creators.hasMerged()
    said = SaidRows(room: rows)
    var ids = KnownID(room: rows + creators)
    try book.creators.eachID { ids.add($1, $2, $0) }
    self.ids = ids
    isWithoutIndexes = !hasMerged && rows >= creators * 4
    if isWithoutIndexes { try book.creators.dropIndexes() }
  }

  /// Writes what waits to be written with other rows, before somebody else looks at it.
  func flush() throws { try load.flush() }

  /// Completes the book: builds the indexes, if they are away.
  func finish() throws {
    try load.flush()
    if isWithoutIndexes { try book.creators.buildIndexes() }
  }

  private enum Owner { case nobody, creator(CreatorKey), unclear }

  /// Takes a row; `false` when it is left to be filed as a record.
  ///
  /// - Parameter source: of rows that name none.
  func take(
    _ row: CreatorRow, source: [UInt8], file: String, _ outcomes: inout PerCreator<Outcome>
  ) throws -> Bool {
    try source.withUnsafeBytes { source in
      guard isComplete, let facts = said.facts(of: row, asOf: asOf, source: source),
        row.validUntil.map({ $0 >= facts.quotedOn }) ?? true, let codes = codes(of: row)
      else { return false }
      switch owner(of: row) {
      case .unclear: return false
      case .nobody: return try add(row, facts, codes, file, &outcomes)
      case .creator(let key): return try compare(row, key, facts, codes, file, &outcomes)
      }
    }
  }

  /// Whom a row is about; ids of two creators are left to be refused.
  private func owner(of row: CreatorRow) -> Owner {
    var found: CreatorKey?
    func isClear(_ kind: KnownID.Kind, _ id: CreatorRow.Text) -> Bool {
      guard !id.isEmpty, let key = ids.candidate(kind, id) else { return true }
      defer { found = key }
      return found.map { $0 == key } ?? true
    }
    let isClear =
      isClear(.user, row.userID) && isClear(.own, row.userID) && isClear(.red, row.redID)
      && isClear(.own, row.ownID)
      // The key of a creator that is a user id is kept as one.
      && (row.ownID.count != 24 || isClear(.user, row.ownID))
    guard isClear else { return .unclear }
    return found.map(Owner.creator) ?? .nobody
  }

  private func add(
    _ row: CreatorRow, _ facts: RowFacts, _ codes: [String], _ file: String,
    _ outcomes: inout PerCreator<Outcome>
  ) throws -> Bool {
    let id = row.ownID.isEmpty ? row.userID : row.ownID
    guard !row.nickname.isEmpty, !id.isEmpty else { return false }
    let key = try load.add(row, id: id, at: now)
    if row.userID.isEmpty || !id.elementsEqual(row.userID) { ids.add(.own, id, key) }
    if !row.userID.isEmpty { ids.add(.user, row.userID, key) }
    if !row.redID.isEmpty { ids.add(.red, row.redID, key) }
    outcomes[key] = .added
    try write(facts, of: row, key, said.news(in: facts, of: key) ?? [], file)
    for code in codes { try load.add(category: code, to: key) }
    return true
  }

  /// Writes what is new of a new creator.
  private func write(
    _ facts: RowFacts, of row: CreatorRow, _ key: CreatorKey, _ news: [SaidRows.Fact],
    _ file: String
  ) throws {
    said.keep(news, of: facts, line: row.line, file: file, key)
    for new in news {
      guard let fact = facts[new] else { continue }
      switch new {
      case .followers: try load.add(followers: fact, of: key)
      case .rate: try load.add(rate: fact, row.base, of: key)
      case .image, .video:
        // The first word on a format that says that it is not offered says nothing new.
        guard fact.value > 0 else { continue }
        try load.add(
          quote: fact, new == .image ? .image : .video, of: key, until: row.validUntil)
      }
    }
  }

  /// Takes a row of a creator of whom the book has all of it, or who is new and has its other format here.
  private func compare(
    _ row: CreatorRow, _ key: CreatorKey, _ facts: RowFacts, _ codes: [String], _ file: String,
    _ outcomes: inout PerCreator<Outcome>
  ) throws -> Bool {
    guard row.imageFen != 0, row.videoFen != 0, !said.isMetAsRecord(key),
      let news = said.news(in: facts, of: key)
    else { return false }
    let isNew = outcomes[key] == .added
    // What is no news of a new creator was said by the rows before.
    let known = isNew ? nil : facts
    let hasAll = try load.has(
      row, key, followers: known?.followers, rate: known?.rate, image: known?.image,
      video: known?.video)
    guard hasAll, try codes.allSatisfy({ try load.has(category: $0, key) }) else { return false }
    if isNew {
      try write(facts, of: row, key, news, file)
    } else {
      said.keep(news, of: facts, line: row.line, file: file, key)
    }
    if outcomes[key] == .unmet { outcomes[key] = .unchanged }
    return true
  }

  /// The codes of a row's categories; `nil` when the list has too many different cells.
  private func codes(of row: CreatorRow) -> [String]? {
    if row.categories.isEmpty { return [] }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in row.categories { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    if let known = categories[hash] {
      return known.cell.elementsEqual(row.categories) ? known.codes : nil
    }
    guard categories.count < 10_000 else { return nil }
    let cell = String(decoding: row.categories, as: UTF8.self)
    let codes = cell.split(separator: ";").flatMap { words.codes(in: String($0)) }
    categories[hash] = (Array(row.categories), codes)
    return codes
  }
}

// What records that are filed otherwise leave to know.
extension PlainFiling {
  /// What plain rows have said of a creator, of whom a record comes now.
  func meet(asRecord key: CreatorKey) -> [(record: CreatorRecord, file: String)] {
    defer { said.meet(asRecord: key) }
    return said.records(of: key)
  }

  /// Keeps the ids that a creator has got.
  ///
  /// - Parameter known: who it was before; `nil` for a new one.
  func learn(_ creator: Creator, _ key: CreatorKey, from known: Creator? = nil) {
    if known == nil { learn(.own, creator.id.text, key) }
    if let id = creator.userID, id != known?.userID { learn(.user, id, key) }
    if let id = creator.redID, id != known?.redID {
      learn(.red, id, key)
      // A pointer may have got the old one in exchange.
      if hasMerged { isComplete = false }
    }
  }

  /// Keeps an id of a list for a creator that the book has under another.
  func learn(alias id: String, _ key: CreatorKey) { learn(.own, id, key) }

  private func learn(_ kind: KnownID.Kind, _ id: String, _ key: CreatorKey) {
    var id = id
    id.withUTF8 { ids.add(kind, CreatorRow.Text($0), key) }
  }

  /// Whom the book has under an id.
  func key(_ kind: KnownID.Kind, _ id: String) throws -> CreatorKey? {
    var text = id
    var rows = text.withUTF8 { ids.candidates(kind, CreatorRow.Text($0)) }
    if kind == .own { rows += text.withUTF8 { ids.candidates(.user, CreatorRow.Text($0)) } }
    for row in rows {
      if let owner = try book.creators.owner(row, kind, id) { return owner }
    }
    return nil
  }
}
