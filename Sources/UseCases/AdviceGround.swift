import Domain
import Store

/// What advice stands on: rules, tiers, all notes at a glance, and what is usual among them. A class, because
/// every note of a book is held against it.
final class AdviceGround: Sendable {
  let rules: AdviceRules
  let tiers: TierTable
  let norms: NoteNorms
  /// The notes that advice is asked for, in the order they came into the book.
  let asked: [NoteBrief]
  /// The last day that figures are taken of; `nil` for the newest.
  let day: Day?
  private let checks: UnusualChecks

  /// Looks at the whole book once.
  ///
  /// - Parameters:
  ///   - day: the last day that figures are taken of; `nil` for the newest.
  ///   - ask: gives a note that advice is asked for.
  init(
    _ book: Book, through day: Day? = nil, ask: (NoteBrief) -> NoteBrief? = { $0 }
  ) throws {
    self.day = day
    rules = try Self.rules(book)
    tiers = try book.reference.tierTable()
    let briefs = try book.briefs(through: day)
    norms = NoteNorms(briefs, tiers, rules)
    checks = UnusualChecks(norms, tiers, rules)
    asked = briefs.compactMap(ask)
  }

  /// The book's rules; a book from before a rule, or without it, has the shipped one.
  static func rules(_ book: Book) throws -> AdviceRules {
    let shipped = try SeedTable("playbook.csv")
    let rows = shipped.rows.map { cells -> AdviceRules.Row in
      let row = Dictionary(zip(shipped.header, cells)) { first, _ in first }
      return AdviceRules.Row(
        name: "\(row["kind"] ?? "")/\(row["key"] ?? "")",
        low: row["value_low"].flatMap { Int64($0) },
        high: row["value_high"].flatMap { Int64($0) })
    }
    return try AdviceRules(try book.reference.adviceRows() + rows)
  }

  /// Asks something of the notes that advice is asked for; where they are many, of two parts of them at once.
  ///
  /// - Returns: the answers in the order of the notes.
  func answers<Answer: Sendable>(
    of book: Book, _ ask: @escaping @Sendable (Book, [NoteBrief]) throws -> Answer
  ) throws -> [Answer] {
    let asked = asked
    guard asked.count > Self.many else { return [try ask(book, asked)] }
    return try book.noteParts { book, span in
      try ask(book, asked.filter { span.contains($0.number) })
    }
  }

  private static let many = 1_000

  /// The notes of some that advice is asked for, in the order they came into the book.
  func asked(of owners: some Sequence<NoteBrief.Owner>) -> [NoteBrief.Owner: [NoteBrief]] {
    var notes = Dictionary(uniqueKeysWithValues: owners.map { ($0, [NoteBrief]()) })
    for note in asked {
      if let owner = note.owner { notes[owner]?.append(note) }
    }
    return notes
  }

  /// What is unusual in a note's figures.
  func unusual(_ note: NoteBrief, in book: Book) throws -> [Unusual] {
    try checks.unusual(note) { try book.results.readCounts(of: note.number, through: day) }
  }

  /// Whether anything is; its reads are gone through only when nothing else is.
  func isUnusual(_ note: NoteBrief, in book: Book) throws -> Bool {
    try checks.isUnusual(note) { try book.results.readCounts(of: note.number, through: day) }
  }

  /// The same of each note that is asked for, in their order.
  func unusual(in book: Book) throws -> [[Unusual]] {
    try answers(of: book) { [self] book, notes in
      guard let first = notes.first, let last = notes.last, notes.count > Self.many else {
        return try notes.map { try unusual($0, in: book) }
      }
      // Reads of many notes are read from end to end.
      var found: [[Unusual]] = []
      try book.results.readCounts(first.number...last.number, through: day) { number, reads in
        while found.count < notes.count, notes[found.count].number <= number {
          let note = notes[found.count]
          found.append(checks.unusual(note) { note.number == number ? reads : [] })
        }
      }
      for note in notes[found.count...] { found.append(checks.unusual(note) { [] }) }
      return found
    }.flatMap(\.self)
  }

  /// What is unusual in how a creator's followers grew.
  func unusual(_ creator: KnownCreator) -> Unusual? {
    let counts = creator.history.followers.filter { $0.day <= day ?? $0.day }
    return checks.unusual(followers: counts.map { Surge.Point(day: $0.day, count: $0.value) })
  }
}

extension Book {
  /// All notes that have an id as they stood on a day, in the order they came into the book.
  func briefs(through day: Day? = nil) throws -> [NoteBrief] {
    Array(try noteParts { try $0.results.briefs($1, through: day) }.joined())
  }
}

extension OpenBook {
  /// What advice on a campaign's notes stands on, or on all.
  ///
  /// - Throws: ``Failure`` of kind `usage` when there are no results of the campaign.
  func adviceGround(_ campaign: String?) throws -> AdviceGround {
    let wanted = try campaign.map { Set(try book.results.numbers(of: $0)) }
    guard try wanted.map({ !$0.isEmpty }) ?? (book.results.count() > 0) else {
      throw try noResults(of: campaign)
    }
    return try AdviceGround(book) { wanted?.contains($0.number) ?? true ? $0 : nil }
  }
}
