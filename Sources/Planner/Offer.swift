public import Domain

/// A creator × note format that can be booked. At most one offer per creator is ever chosen.
///
/// Numbers only, so that millions of offers are one block of memory; names stay with the caller.
public struct Offer: Hashable, Sendable {
  /// The creator's place in the caller's order by creator id, which breaks ties; formats share it.
  public let creator: Int32
  /// The caller's number for the MCN that represents the creator; 0 for none.
  public let agency: Int32
  /// Which kind of note.
  public let format: NoteFormat
  /// Where it counts in the pyramid.
  public let band: Band
  /// Bit i is set where the offer counts towards the problem's i-th category minimum.
  public let categories: UInt64
  /// The creator's price net of either fee; zero for one who is paid in product only.
  public let quote: Money
  /// What the brand pays: quote + brand-side fee.
  public let cost: Money
  /// What the objective counts, 0 through ``Objective/largestValue``.
  public internal(set) var value: Int64

  /// An offer; its cost follows from the quote and the brand-side rate in force.
  ///
  /// - Precondition: the quote is 0 or more, the value within 0 through ``Objective/largestValue``.
  public init(
    creator: Int32, format: NoteFormat, band: Band, quote: Money, brandFee: Share, value: Int64,
    agency: Int32 = 0, categories: UInt64 = 0
  ) {
    precondition(quote >= .zero, "a negative quote")
    precondition((0...Objective.largestValue).contains(value), "value out of range: \(value)")
    self.creator = creator
    self.agency = agency
    self.format = format
    self.band = band
    self.categories = categories
    self.quote = quote
    self.cost = quote + brandFee.of(quote)
    self.value = value
  }

  /// The part of the cost that the platform takes from the brand.
  public var fee: Money { cost - quote }

  /// The one order of offers: by creator, format, cost, value. Nothing depends on the order they came in.
  static func canonical(_ left: Offer, _ right: Offer) -> Bool {
    if left.creator != right.creator { return left.creator < right.creator }
    if left.format != right.format { return left.format < right.format }
    return (left.cost, left.value, left.quote) < (right.cost, right.value, right.quote)
  }
}
