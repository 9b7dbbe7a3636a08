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
    public let part: Money?
    let note: NoteResult
    let creator: (id: String?, nickname: String?)
  }

  /// The notes: those to boost, then the others by ``BoostVerdict``; of one verdict the one that stands out
  /// farthest first, then the one read most, then by id.
  public let lines: [Line]
  /// How many there are, those left out of ``lines`` too.
  public let all: Int
  /// The budget, where one was given.
  public let budget: BoostBudget?
  /// What a person should know of it, in sentences.
  public let remarks: [String]

  /// The notes in a list.
  public var listing: Listing {
    Listing(
      columns: [
        .init("rank", "#", .integer), .init("note", "note"), .init("title", "title"),
        .init("creator_id", "creator id"), .init("nickname", "nickname"), .init("tier", "tier"),
        .init("campaign", "campaign"), .init("published_on", "published"), .init("as_of", "as of"),
        .init("advice", "advice"), .init("natural_reads", "natural reads", .integer),
        .init("stands_out", "stands out", .hundredths),
        .init("own_norm", "own norm", .integer), .init("own_notes", "own notes", .integer),
        .init("own_norm_of", "own norm of"), .init("tier_norm", "tier norm", .integer),
        .init("tier_notes", "tier notes", .integer), .init("tier_norm_of", "tier norm of"),
        .init("engagement_of_reads", "engagement", .basisPoints),
        .init("tier_engagement", "tier's", .basisPoints),
        .init("paid_reads", "paid reads", .basisPoints), .init("ad_spend", "ad spend", .money),
        .init("cpc", "CPC", .money), .init("budget", "gets", .money),
        .init("unusual", "unusual", .list), .init("evidence", "evidence"),
      ],
      rows: lines.enumerated().map { place, line in Self.row(line, rank: place + 1) }, of: all)
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
    ] + cells(evidence.own) + cells(evidence.tierReads) + [
      rate(NoteMeasure.engagementOfReads.value(of: evidence.note)),
      rate(evidence.tierEngagement?.median), rate(paid(note.figures)), .optional(note.ads?.spend),
      cpc.map { .money(Money(fen: $0)) } ?? .none, .optional(line.part),
      .list(line.unusual.map(\.kind.rawValue)), .text(sentence(line)),
    ]
  }

  /// A norm, of how many notes it is, and of which.
  private static func cells(_ norm: Norm?) -> [Cell] {
    guard let norm else { return [.none, .none, .none] }
    return [
      .integer(norm.median), .integer(Int64(norm.notes)),
      norm.notes == 0 ? .text("card") : .text(norm.format?.rawValue ?? "all"),
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
