/// A figure of results as a quotient, its bases named: what is divided, and by what.
///
/// *Cost* is what the brand pays for the note: quote and brand-side service fee, after refunds. *Ad spend*
/// is Juguang's fee. All traffic holds promoted and heated traffic; organic is all less those.
public enum ResultMetric: String, CaseIterable, Sendable {
  /// Cost per thousand impressions of all traffic.
  case cpm
  /// Cost per thousand organic impressions.
  case organicCPM = "organic_cpm"
  /// Cost per read of all traffic: Pugongying's 阅读单价.
  case costPerRead = "cost_per_read"
  /// Cost per organic read.
  case organicCostPerRead = "organic_cost_per_read"
  /// Cost per interaction: Pugongying's 互动单价.
  case cpe
  /// Ad spend per thousand ad impressions.
  case adCPM = "ad_cpm"
  /// Ad spend per ad click.
  case cpc
  /// Ad spend per interaction after an ad.
  case adCPE = "ad_cpe"
  /// Cost and ad spend together per thousand impressions of all traffic.
  case totalCPM = "total_cpm"
  /// Cost and ad spend together per interaction.
  case totalCPE = "total_cpe"
  /// Reads as a part of impressions, all traffic.
  case readRate = "read_rate"
  /// Interactions as a part of reads, all traffic: Pugongying's 互动率.
  case engagementOfReads = "engagement_of_reads"
  /// Interactions as a part of followers.
  case engagementOfFollowers = "engagement_of_followers"
  /// Reads against those expected at booking.
  case deliveredReads = "delivered_reads"
  /// Interactions against those expected at booking.
  case deliveredInteractions = "delivered_interactions"

  /// What it comes in.
  public enum Unit: Sendable {
    /// Fen for each thing.
    case fen
    /// Fen for each thousand things.
    case fenPerThousand
    /// Ten-thousandths.
    case basisPoints
  }

  /// What it comes in.
  public var unit: Unit {
    switch self {
    case .cpm, .organicCPM, .adCPM, .totalCPM: .fenPerThousand
    case .costPerRead, .organicCostPerRead, .cpe, .cpc, .adCPE, .totalCPE: .fen
    default: .basisPoints
    }
  }

  /// Both sides of the quotient of a note; `nil` where one is not known.
  public func sides(of note: NoteResult) -> (part: Int64, whole: Int64)? {
    let (part, whole) = bases(of: note)
    guard let part, let whole else { return nil }
    return (part, whole)
  }

  private func bases(of note: NoteResult) -> (Int64?, Int64?) {
    let figures = note.figures
    let cost = note.cost?.fen
    let total = cost.map { $0 + (note.ads?.spend.fen ?? 0) }
    switch self {
    case .cpm: return (cost, figures.impressions)
    case .organicCPM: return (cost, figures.organicImpressions)
    case .costPerRead: return (cost, figures.reads)
    case .organicCostPerRead: return (cost, figures.organicReads)
    case .cpe: return (cost, figures.interactions)
    case .adCPM: return Self.sides(note.ads?.impressions)
    case .cpc: return Self.sides(note.ads?.clicks)
    case .adCPE: return Self.sides(note.ads?.interactions)
    case .totalCPM: return (total, figures.impressions)
    case .totalCPE: return (total, figures.interactions)
    case .readRate: return (figures.reads, figures.impressions)
    case .engagementOfReads: return (figures.interactions, figures.reads)
    case .engagementOfFollowers: return (figures.interactions, note.followers)
    case .deliveredReads: return (figures.reads, note.expected?.reads)
    case .deliveredInteractions: return (figures.interactions, note.expected?.interactions)
    }
  }

  private static func sides(_ ads: AdSums.Side?) -> (Int64?, Int64?) {
    (ads?.spend.fen, ads?.count)
  }

  /// The quotient in its unit, rounded half up; `nil` when there is nothing to divide by, or no `Int64` holds it.
  public func quotient(_ part: Int64, _ whole: Int64) -> Int64? {
    let scale: Int128 =
      switch unit {
      case .fen: 1
      case .fenPerThousand: 1_000
      case .basisPoints: 10_000
      }
    return HalfUp.quotient(Int128(part), Int128(whole), times: scale)
  }

  /// The bases in words: what is divided by what.
  public var words: String {
    switch self {
    case .cpm: "cost (quote and brand fee) per 1,000 impressions, all traffic"
    case .organicCPM: "cost per 1,000 impressions that are neither promoted nor heated"
    case .costPerRead: "cost per read, all traffic (阅读单价)"
    case .organicCostPerRead: "cost per read that is neither promoted nor heated"
    case .cpe: "cost per interaction, all traffic (互动单价)"
    case .adCPM: "ad spend (Juguang's fee) per 1,000 impressions of the ads"
    case .cpc: "ad spend per click on the ads"
    case .adCPE: "ad spend per interaction after the ads"
    case .totalCPM: "cost and ad spend per 1,000 impressions, all traffic"
    case .totalCPE: "cost and ad spend per interaction, all traffic"
    case .readRate: "reads ÷ impressions, all traffic"
    case .engagementOfReads: "interactions ÷ reads, all traffic (互动率)"
    case .engagementOfFollowers: "interactions ÷ followers of the creator, per note"
    case .deliveredReads: "reads ÷ reads expected when the note was booked"
    case .deliveredInteractions: "interactions ÷ interactions expected when the note was booked"
    }
  }
}
