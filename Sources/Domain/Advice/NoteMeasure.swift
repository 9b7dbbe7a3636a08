/// What is compared between notes of a tier.
public enum NoteMeasure: Int, CaseIterable, Sendable {
  /// Reads that nobody paid for.
  case organicReads
  /// Interactions as a part of all reads, in basis points.
  case engagementOfReads
  /// Interactions as a part of followers, in basis points.
  case engagementOfFollowers
  /// Cost for each interaction, in fen.
  case costPerInteraction
  /// Cost for each read of all traffic, in fen.
  case costPerRead
  /// Likes for each comment, in hundredths; a note without comments counts as one with a single one.
  case likesPerComment

  /// What it is of a note, half up; `nil` where it isn't known.
  public func value(of note: NoteBrief) -> Int64? {
    let figures = note.figures
    switch self {
    case .organicReads: return figures.organicReads
    case .engagementOfReads:
      return Self.quotient(.engagementOfReads, figures.interactions, figures.reads)
    case .engagementOfFollowers:
      return Self.quotient(.engagementOfFollowers, figures.interactions, note.followers)
    case .costPerInteraction: return Self.quotient(.cpe, note.cost?.fen, figures.interactions)
    case .costPerRead: return Self.quotient(.costPerRead, note.cost?.fen, figures.reads)
    case .likesPerComment:
      guard let likes = figures.likes, let comments = figures.comments else { return nil }
      return (likes * 200 + max(1, comments)) / (max(1, comments) * 2)
    }
  }

  private static func quotient(_ metric: ResultMetric, _ part: Int64?, _ whole: Int64?) -> Int64? {
    guard let part, let whole else { return nil }
    return metric.quotient(part, whole)
  }
}
