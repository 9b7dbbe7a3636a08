public import Domain
import Interchange
import Planner

/// What a person asks of a shortlist, in the words of the command.
public struct ShortlistRequest: Sendable {
  /// What the pyramid's parts are measured in.
  public enum Measure: String, CaseIterable, Sendable {
    /// Parts of what is spent.
    case spend
    /// Parts of the budget, fixed before anyone is chosen.
    case envelope
    /// Parts of the number of creators.
    case heads
    /// So many creators in each band.
    case counts
    /// No shape.
    case none
  }

  /// What the list is to have the most of.
  public enum Aim: String, CaseIterable, Sendable {
    /// Expected engagements weighted by rating.
    case rated
    /// Expected engagements.
    case engagements
    /// Followers reached.
    case followers
    /// Expected reads.
    case reads
  }

  /// Which engagement rate a creator is taken at.
  public enum Engagement: String, CaseIterable, Sendable {
    /// What lists and profiles say.
    case claimed
    /// What the creator's own notes show, where there are enough; else what is claimed.
    case measured
  }

  /// The most that may be spent, service fee included.
  public var budget: Money
  /// The wanted part of each band.
  public var mix: [Band: Share] = [
    .koc: Share(basisPoints: 7_000), .mid: Share(basisPoints: 2_000),
    .head: Share(basisPoints: 1_000),
  ]
  /// How far a band may be off its part.
  public var tolerance = Share(basisPoints: 500)
  /// What the parts are measured in.
  public var measure = Measure.spend
  /// Whether headcount bounds hold exactly instead of being rounded outward.
  public var isStrict = false
  /// How many creators of each band; a band that is not named may have any number.
  public var counts: [Band: ClosedRange<Int>] = [:]
  /// Where the middle and the top begin, in followers; by the tier table if not said.
  public var bounds: (mid: Int64, head: Int64)?
  /// The largest tier of the base, by code; by the tier table if not said.
  public var base: String?
  /// The least part of the budget to spend; the planner's own if not said.
  public var minimumUse: Share?
  /// Only these categories, as people write them.
  public var categories: [String] = []
  /// Who must be on the list, as people name them.
  public var include: [String] = []
  /// Who must not, as people name them.
  public var exclude: [String] = []
  /// Which kinds of notes.
  public var formats: Set<NoteFormat> = [.image, .video]
  /// The least average rating in hundredths of a star; the unrated don't pass.
  public var minRatingHundredths: Int64?
  /// The least engagement on followers in basis points.
  public var minEngagement: Int64?
  /// The highest quote, before the service fee.
  public var maxFee: Money?
  /// The most creators of one MCN; those without one are not limited.
  public var maxPerMCN: Int?
  /// Least parts of categories, at most 64.
  public var categoryMinimums: [CategoryWish] = []
  /// What the list is to have the most of.
  public var aim = Aim.rated
  /// Which engagement rate a creator is taken at.
  public var engagement = Engagement.claimed
  /// Whether the outcome is to hold what a check by other means needs; not kept with the list.
  public var withProof = false

  /// A request for a budget; everything else as usual.
  public init(budget: Money) {
    self.budget = budget
  }
}

extension ShortlistRequest {
  /// The request with every choice spelled out, as it is kept with a list.
  var json: JSON {
    let shares = Band.allCases.map { Percent.text(basisPoints: mix[$0]?.basisPoints ?? 0) }
    let ranges = Band.allCases.compactMap { band in
      counts[band].map { "\(band.rawValue)=\($0.lowerBound)-\($0.upperBound)" }
    }
    let words = { (list: [String]) in JSON.array(list.map(JSON.string)) }
    return .object([
      .init("budget_fen", .integer(budget.fen)), .init("by", .string(measure.rawValue)),
      .init("mix", .string(shares.joined(separator: "/"))),
      .init("tolerance", .string("\(tolerance)")),
      .init("rounding", .string(isStrict ? "strict" : "outward")), .init("counts", words(ranges)),
      .init(
        "bands",
        bounds.map { .array([.integer($0.mid), .integer($0.head)]) } ?? .null),
      .init("base", .optional(base)), .init("min_use", .optional(minimumUse.map { "\($0)" })),
      .init("categories", words(categories)), .init("include", words(include)),
      .init("exclude", words(exclude)), .init("formats", words(formats.map(\.rawValue).sorted())),
      .init(
        "min_rating", minRatingHundredths.map { .number(Money(fen: $0).yuanText) } ?? .null),
      .init("min_engagement_bp", .optional(minEngagement)),
      .init("max_fee_fen", .optional(maxFee?.fen)),
      .init("max_per_mcn", .optional(maxPerMCN.map { Int64($0) })),
      .init("category_min", .array(categoryMinimums.map(\.json))),
      .init("objective", .string(aim.rawValue)),
      .init("engagement", .string(engagement.rawValue)),
    ])
  }

  /// The shape for the planner.
  var plannerMix: Mix {
    let byBand = { (share: (Band) -> Share) in
      ByBand(koc: share(.koc), mid: share(.mid), head: share(.head))
    }
    let shares = Shares(byBand { mix[$0] ?? Share(basisPoints: 0) }, tolerance: tolerance)
    switch measure {
    case .spend: return .spend(shares)
    case .envelope: return .envelope(shares)
    case .heads: return .heads(shares, isStrict ? .strict : .outward)
    case .counts:
      let any = 0...Int(Int32.max)
      return .counts(
        ByBand(
          koc: counts[.koc] ?? any, mid: counts[.mid] ?? any, head: counts[.head] ?? any))
    case .none: return .none
    }
  }
}
