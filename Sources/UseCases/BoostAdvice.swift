public import Domain
import Interchange

/// Which notes to put feed ads on, with the evidence for each, and what a budget would do.
public struct BoostAdvice: Sendable {
  /// A note.
  public struct Line: Sendable {
    /// The evidence, and what is advised.
    public let evidence: BoostEvidence
    /// What is unusual in its figures.
    public let unusual: [Unusual]
    /// What it gets of the budget.
    public internal(set) var part: Money?
    let note: NoteResult
    let creator: (id: String?, nickname: String?)
  }

  /// The notes: those to boost, then the others by ``BoostVerdict``; of one verdict the one that stands out
  /// farthest first, then the one read most, then by id.
  public let lines: [Line]
  /// The budget, where one was given.
  public let budget: BoostBudget?
  /// What a person should know of it, in sentences.
  public let remarks: [String]

  init(_ lines: [Line], budget whole: Money?, _ prices: BoostBudget.Prices, _ rules: AdviceRules) {
    var sorted = lines.sorted { left, right in
      left.evidence.isBefore(right.evidence) ?? (left.note.name < right.note.name)
    }
    let scores = sorted.prefix { $0.evidence.verdict == .boost }.compactMap(\.evidence.score)
    budget = whole.map { BoostBudget($0, over: scores, prices, rules) }
    for (place, part) in (budget?.parts ?? []).enumerated() { sorted[place].part = part }
    self.lines = sorted
    remarks = Self.remarks(sorted, budget, rules)
  }

  /// The notes that stand out: those to boost and those to look at first.
  public var best: [Line] {
    lines.filter { [.boost, .lookFirst].contains($0.evidence.verdict) }
  }

  /// All notes in a list, in the order of ``lines``.
  public var listing: Listing { Self.listing(of: lines) }

  /// Some of the notes in a list.
  public static func listing(of lines: [Line]) -> Listing {
    Listing(
      columns: [
        .init("rank", "#", .integer), .init("note", "note"), .init("title", "title"),
        .init("creator_id", "creator id"), .init("nickname", "nickname"), .init("tier", "tier"),
        .init("campaign", "campaign"), .init("published_on", "published"), .init("as_of", "as of"),
        .init("advice", "advice"), .init("natural_reads", "natural reads", .integer),
        .init("stands_out", "stands out", .hundredths),
        .init("own_norm", "own norm", .integer), .init("own_notes", "own notes", .integer),
        .init("tier_norm", "tier norm", .integer), .init("tier_notes", "tier notes", .integer),
        .init("engagement_of_reads", "engagement", .basisPoints),
        .init("tier_engagement", "tier's", .basisPoints),
        .init("paid_reads", "paid reads", .basisPoints), .init("ad_spend", "ad spend", .money),
        .init("cpc", "CPC", .money), .init("budget", "gets", .money),
        .init("unusual", "unusual", .list), .init("evidence", "evidence"),
      ],
      rows: lines.enumerated().map { place, line in row(line, rank: place + 1) })
  }

  private static func row(_ line: Line, rank: Int) -> [Cell] {
    let (evidence, note) = (line.evidence, line.note)
    let cpc = ResultMetric.cpc.sides(of: note).flatMap {
      ResultMetric.cpc.quotient($0.part, $0.whole)
    }
    return [
      .integer(Int64(rank)), .text(note.name), .optional(note.title), .optional(line.creator.id),
      .optional(line.creator.nickname), .optional(evidence.tier?.code), .optional(note.campaign),
      .optional(note.publishedOn), .optional(note.asOf), .text(evidence.verdict.words),
      .optional(note.figures.organicReads),
      evidence.score.map { .hundredths(($0.basisPoints + 50) / 100) } ?? .none,
      .optional(evidence.own?.median), .optional(evidence.own.map { Int64($0.notes) }),
      .optional(evidence.tierReads?.median), .optional(evidence.tierReads.map { Int64($0.notes) }),
      rate(NoteMeasure.engagementOfReads.value(of: evidence.note)),
      rate(evidence.tierEngagement?.median), rate(paid(note.figures)), .optional(note.ads?.spend),
      cpc.map { .money(Money(fen: $0)) } ?? .none, .optional(line.part),
      .list(line.unusual.map(\.kind.rawValue)), .text(sentence(line)),
    ]
  }

  /// Everything that speaks for a note or against it.
  static func sentence(_ line: Line) -> String {
    ([line.evidence.sentence] + paidText(line.note) + line.unusual.map { "look: \($0.sentence)" })
      .joined(separator: "; ")
  }

  private static func paidText(_ note: NoteResult) -> [String] {
    var texts: [String] = []
    if let paid = paid(note.figures), paid > 0 {
      texts.append("\(Percent.text(basisPoints: paid)) of all reads were paid for")
    }
    if let ads = note.ads {
      let clicks = ads.clicks.flatMap { side in
        ResultMetric.cpc.quotient(side.spend.fen, side.count).map {
          ", \(Money(fen: $0)) a click (\(Grouped.text(side.count)))"
        }
      }
      texts.append("\(ads.spend) spent on ads so far\(clicks ?? "")")
    }
    return texts
  }

  /// Promoted and heated reads as a part of all.
  private static func paid(_ figures: NoteFigures) -> Int64? {
    guard let reads = figures.reads, figures.promotedReads != nil || figures.heatedReads != nil
    else {
      return nil
    }
    return Percent.basisPoints(
      (figures.promotedReads ?? 0) + (figures.heatedReads ?? 0), of: reads)
  }

  private static func rate(_ rate: Int64?) -> Cell { rate.map(Cell.basisPoints) ?? .none }

  private static func remarks(_ lines: [Line], _ budget: BoostBudget?, _ rules: AdviceRules)
    -> [String]
  {
    let counts = BoostVerdict.allCases.compactMap { verdict -> String? in
      let count = lines.count { $0.evidence.verdict == verdict }
      return count > 0 ? "\(Grouped.text(Int64(count))) \(verdict.words)" : nil
    }
    let rule =
      "a note stands out from \(Ratio.times(basisPoints: rules.low(.boostReads))) on: natural "
      + "reads against the larger of the creator's own median and the tier's (playbook boost/reads)"
    return [counts.joined(separator: ", "), rule] + (budget.map(BoostText.remarks) ?? [])
  }

  /// All of it as one object.
  public func json() -> String { value.text() }

  var value: JSON {
    .object([
      .init("notes", listing.value), .init("budget_fen", .optional(budget?.whole.fen)),
      .init("clicks_low", .optional(budget?.clicks?.lowerBound)),
      .init("clicks_high", .optional(budget?.clicks?.upperBound)),
      .init("saved_low_fen", .optional(budget?.saved?.lowerBound.fen)),
      .init("saved_high_fen", .optional(budget?.saved?.upperBound.fen)),
      .init("saving_source", .optional(budget?.prices.savingSource)),
      .init("remarks", .array(remarks.map(JSON.string))),
    ])
  }
}
