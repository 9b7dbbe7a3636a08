/// What looks wrong in results. A flag says what was found; it refuses nothing and accuses nobody.
public enum ResultFlag: String, CaseIterable, Sendable {
  /// Promoted and heated traffic together exceed all traffic.
  case paidAboveAll = "paid_above_all"
  /// The natural traffic that is stated is not all less promoted and heated.
  case naturalDiffers = "natural_differs"
  /// More reads than impressions.
  case readsAboveImpressions = "reads_above_impressions"
  /// More interactions than reads.
  case interactionsAboveReads = "interactions_above_reads"
  /// Interactions are not the sum of their parts.
  case partsDiffer = "parts_differ"
  /// The note is published after the day of its figures.
  case publishedLater = "published_later"
  /// The order is booked with another creator than the one who published the note.
  case otherCreator = "other_creator"
  /// The note's order is of another campaign than the one the results are said to be of.
  case otherCampaign = "other_campaign"
  /// The price of a click or of a thousand impressions is not what spend and counts come to.
  case priceDiffers = "price_differs"

  /// The flag in words.
  public var words: String {
    switch self {
    case .paidAboveAll: "promoted and heated exceed all traffic, so natural is taken as 0"
    case .naturalDiffers: "natural as stated is not all less promoted and heated, which counts"
    case .readsAboveImpressions: "more reads than impressions"
    case .interactionsAboveReads: "more interactions than reads"
    case .partsDiffer:
      "interactions are not the sum of likes, collects, comments, shares and follows"
    case .publishedLater: "published after the day of the figures"
    case .otherCreator: "the order is booked with another creator than the note's, whose it stays"
    case .otherCampaign: "the order is of another campaign, which counts"
    case .priceDiffers: "acp or cpm is not what fee, click and impression come to"
    }
  }
}
