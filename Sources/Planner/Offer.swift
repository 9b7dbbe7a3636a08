public import Domain

/// A creator × note format that can be booked. At most one offer per creator is ever chosen.
public struct Offer: Hashable, Sendable {
  /// Whose note.
  public let creator: CreatorID
  /// Which kind of note.
  public let format: NoteFormat
  /// Where it counts in the pyramid.
  public let band: Band
  /// As of planning.
  public let followers: Int64
  /// Interactions per note and follower, if known.
  public let engagementBasisPoints: Int64?
  /// What the rating is worth: 100 when nobody has rated.
  public let ratingWeightPercent: Int64
  /// The creator's price net of either fee; zero for one who is paid in product only.
  public let quote: Money
  /// What the brand pays: quote + brand-side fee.
  public let cost: Money
  /// What the objective counts, 0 through ``Objective/largestValue``.
  public let value: Int64
  /// Codes of the creator's categories.
  public let categories: [String]
  /// The MCN that represents the creator.
  public let agency: String?

  /// An offer; its cost follows from the quote and the brand-side rate in force.
  ///
  /// - Precondition: the quote is 0 or more, the value within 0 through ``Objective/largestValue``.
  public init(
    creator: CreatorID, format: NoteFormat, band: Band, followers: Int64,
    engagementBasisPoints: Int64?, ratingWeightPercent: Int64 = 100, quote: Money,
    brandFee: Share, value: Int64, categories: [String] = [], agency: String? = nil
  ) {
    precondition(quote >= .zero, "a negative quote")
    precondition((0...Objective.largestValue).contains(value), "value out of range: \(value)")
    self.creator = creator
    self.format = format
    self.band = band
    self.followers = followers
    self.engagementBasisPoints = engagementBasisPoints
    self.ratingWeightPercent = ratingWeightPercent
    self.quote = quote
    self.cost = quote + brandFee.of(quote)
    self.value = value
    self.categories = categories
    self.agency = agency
  }

  /// The part of the cost that the platform takes from the brand.
  public var fee: Money { cost - quote }

  /// The one order of offers: by creator id, format, cost, value. Nothing depends on the order they came in.
  static func canonical(_ left: Offer, _ right: Offer) -> Bool {
    if left.creator != right.creator { return left.creator < right.creator }
    if left.format != right.format { return left.format < right.format }
    return (left.cost, left.value, left.quote) < (right.cost, right.value, right.quote)
  }
}
