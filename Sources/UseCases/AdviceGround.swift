import Domain
import Store

/// What advice stands on: rules, tiers, and what is usual in the whole book.
struct AdviceGround {
  let rules: AdviceRules
  let tiers: TierTable
  let norms: NoteNorms
  let checks: UnusualChecks

  init(_ book: Book) throws {
    rules = try Self.rules(book)
    tiers = try book.reference.tierTable()
    var briefs: [NoteBrief] = []
    try book.results.briefs { note, _ in briefs.append(note) }
    norms = NoteNorms(briefs, tiers, rules)
    checks = UnusualChecks(norms, tiers, rules)
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
}

extension OpenBook {
  /// Goes through the notes in question that have an id, each with what is unusual in its figures.
  func eachAdvised(
    _ campaign: String?, _ ground: AdviceGround,
    _ each: (NoteResult, NoteBrief, KnownCreator?, [Unusual]) throws -> Void
  ) throws {
    let scope = campaign.map(ResultScope.campaign) ?? .all
    let reads = try book.results.readCounts(scope)
    var isEmpty = true
    try eachResult(scope) { note, creator in
      isEmpty = false
      guard let brief = NoteBrief(note) else { return }
      let unusual = ground.checks.unusual(
        brief, published: note.publishedOn, reads: reads[note.number] ?? [])
      try each(note, brief, creator, unusual)
    }
    if isEmpty { throw Self.noResults(of: campaign) }
  }
}
