public import Domain

/// Why no list keeps to everything that was asked, and what would.
public struct Conflict: Hashable, Sendable {
  /// One thing that rules every list out by itself, with its arithmetic.
  public enum Reason: Hashable, Sendable {
    /// A creator who must be on the list has no offer.
    case noOffer(Int32)
    /// A creator who must be on the list costs at least `cheapest`, more than `most`.
    case includeTooDear(cheapest: Offer, most: Money)
    /// The creators who must be on the list cost at least `least` together.
    case includesTooDear(least: Money, budget: Money)
    /// These creators must be on the list and one MCN represents them, which may have no more than `most`.
    case includesPerAgency([Int32], most: Int)
    /// Something is to be spent, and nobody who can be afforded counts towards the minimum.
    case nobodyCounts(CategoryMinimum)
    /// The band must be there and nobody is in it.
    case nobody(Band)
    /// The cheapest creator of the band costs more than the band may spend.
    case bandTooDear(Band, least: Money, most: Money, cheapest: Offer)
    /// Everyone in the band who can be afforded, booked in the dearer format, costs less than the band must spend.
    case bandTooSmall(Band, least: Money, most: Money, creators: Int, cost: Money)
    /// The band has fewer creators that can be afforded than are wanted.
    case tooFew(Band, wanted: Int, there: Int)
    /// The cheapest creators of the bands, as many as are wanted, cost more than the budget.
    case countsTooDear(ByBand<Int>, cost: Money, budget: Money)
    /// Everyone who can be afforded costs less together than must be spent.
    case everyoneTooCheap(least: Money, cost: Money)
    /// These can't hold together, though each alone could; leaving any one out helps, if `isSmallest`.
    case together([Constraint], isSmallest: Bool)
  }

  /// Row by row in money, base first; last those that clash.
  public let reasons: [Reason]
  /// Changes that were tried and work, one at a time; empty when none was found.
  public let remedies: [Remedy]

  /// What the reasons and remedies say, a sentence each; `name` tells a creator's, `words` what was asked.
  public func sentences(
    name: (Int32) throws -> String, words: (Constraint) throws -> String
  ) rethrows -> [String] {
    try reasons.map { try $0.sentence(name: name, words: words) } + remedies.map(\.sentence)
  }
}

extension Conflict.Reason {
  /// The arithmetic in words, without a full stop; `name` tells a creator's, `words` what was asked.
  public func sentence(
    name: (Int32) throws -> String, words: (Constraint) throws -> String
  ) rethrows -> String {
    switch self {
    case .noOffer(let creator): "\(try name(creator)) must be on the list and has no offer"
    case .includeTooDear(let offer, let most):
      "\(try name(offer.creator)) must be on the list and \(Self.price(offer)); it may cost \(most)"
    case .includesTooDear(let least, let budget):
      "the creators who must be on the list cost at least \(least), the budget is \(budget)"
    case .includesPerAgency(let creators, let most):
      "\(try creators.map(name).joined(separator: ", ")) must be on the list and are of one MCN; "
        + "at most \(most) per MCN"
    case .nobodyCounts(let minimum): "\(minimum.words): nobody who can be afforded is in it"
    case .nobody(let band): "the \(band) band must be on the list and nobody is in it"
    case .bandTooDear(let band, let least, let most, let offer):
      "the \(band) band may spend \(least)–\(most), the cheapest \(band) \(Self.price(offer))"
    case .bandTooSmall(let band, let least, let most, let creators, let cost):
      "the \(band) band must spend \(least)–\(most), its creators who cost no more than that "
        + "(\(creators)) cost \(cost) together"
    case .tooFew(let band, let wanted, let there):
      "\(wanted) \(band) creators are wanted, \(there) can be afforded"
    case .countsTooDear(let counts, let cost, let budget):
      "the cheapest \(counts.koc) koc, \(counts.mid) mid and \(counts.head) head cost \(cost), "
        + "the budget is \(budget)"
    case .everyoneTooCheap(let least, let cost):
      "at least \(least) must be spent, everyone who can be afforded costs \(cost) together"
    case .together([], _): "no list can be made of those who are left to choose from"
    case .together(let constraints, _):
      (constraints.count == 1 ? "no list holds " : "no list holds these together: ")
        + (try constraints.map(words)).joined(separator: ", ")
    }
  }

  private static func price(_ offer: Offer) -> String {
    "costs \(offer.cost) = \(offer.quote) + \(offer.fee) fee"
  }
}
