import Domain
import Store

/// What advice stands on: rules, tiers, all notes at a glance, and what is usual among them.
struct AdviceGround {
  let rules: AdviceRules
  let tiers: TierTable
  let norms: NoteNorms
  /// The notes that advice is asked for, in the order they came into the book.
  let asked: [NoteBrief]
  private let checks: UnusualChecks
  private let book: Book

  /// Looks at the whole book once.
  ///
  /// - Parameter isAsked: whether advice is asked for a note.
  init(_ book: Book, where isAsked: (NoteBrief) -> Bool = { _ in true }) throws {
    self.book = book
    rules = try Self.rules(book)
    tiers = try book.reference.tierTable()
    var briefs: [NoteBrief] = []
    try book.results.briefs { briefs.append($0) }
    norms = NoteNorms(briefs, tiers, rules)
    checks = UnusualChecks(norms, tiers, rules)
    asked = briefs.filter(isAsked)
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

  /// What is unusual in a note's figures.
  func unusual(_ note: NoteBrief) throws -> [Unusual] {
    try checks.unusual(note) { try book.results.readCounts(of: note.number) }
  }

  /// What is unusual in how a creator's followers grew.
  func unusual(_ creator: KnownCreator) -> Unusual? {
    checks.unusual(
      followers: creator.history.followers.map { Surge.Point(day: $0.day, count: $0.value) })
  }
}

extension OpenBook {
  /// What advice on a campaign's notes stands on, or on all.
  ///
  /// - Throws: ``Failure`` of kind `usage` when there are no results of the campaign.
  func adviceGround(_ campaign: String?) throws -> AdviceGround {
    let wanted = try campaign.map { Set(try book.results.numbers(of: $0)) }
    guard try wanted.map({ !$0.isEmpty }) ?? (book.results.count() > 0) else {
      throw Self.noResults(of: campaign)
    }
    return try AdviceGround(book) { wanted?.contains($0.number) ?? true }
  }
}
