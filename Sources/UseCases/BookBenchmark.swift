public import Domain

/// What a tier and category come to in the book, beside the guide's range.
public struct BookBenchmark: Sendable {
  /// What is measured.
  public enum Measure: String, CaseIterable, Sendable {
    /// The price of an image note that holds.
    case imageQuote = "image_quote"
    /// The price of a video that holds.
    case videoQuote = "video_quote"
    /// The engagement rate on followers that lists claim.
    case claimedEngagement = "claimed_engagement"
    /// Interactions of a note as a part of followers, as its results show.
    case noteEngagement = "note_engagement"
    /// What an interaction with a note cost, as its results show.
    case costPerInteraction = "cpe"

    /// Whether it is an amount, else a rate.
    public var isMoney: Bool { ![.claimedEngagement, .noteEngagement].contains(self) }
  }

  /// The tier.
  public let tier: Tier
  /// The category by code; `nil` for all of them together.
  public let category: String?
  /// What is measured.
  public let measure: Measure
  /// How many values.
  public let count: Int
  /// The quartiles; `nil` of too few values.
  public let quartiles: Quartiles?
  /// What the guide says, in fen or basis points; `nil` where it says nothing.
  public let guide: ClosedRange<Int64>?

  /// Whether the book's median is outside the guide's range.
  public var disagrees: Bool {
    guard let quartiles, let guide else { return false }
    return quartiles.stands(against: guide) != .within
  }

  /// Where the book stands beside the guide, in words.
  public var comparison: String? {
    guard let quartiles, let guide else { return nil }
    switch quartiles.stands(against: guide) {
    case .within: return "as the guide"
    case .below: return (quartiles.upper < guide.lowerBound ? "far " : "") + "below the guide"
    case .above: return (quartiles.lower > guide.upperBound ? "far " : "") + "above the guide"
    }
  }
}
