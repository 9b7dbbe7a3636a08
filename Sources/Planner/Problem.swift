public import Domain

/// What to choose from, and what the choice must keep to.
public struct Problem: Sendable {
  /// What can be booked, in any order.
  public var offers: [Offer]
  /// The most that may be spent, fees included.
  public var budget: Money
  /// The shape of the pyramid.
  public var mix: Mix
  /// The least part of the budget to spend.
  public var minimumUse: Share
  /// Creators who must be on the list, with any of their offers.
  public var mustInclude: Set<Int32>
  /// The most creators of one MCN; those without one are not limited.
  public var maxPerAgency: Int?
  /// Parts of the list that categories are to have, at most 64.
  public var categoryMinimums: [CategoryMinimum]

  /// A problem. The floor on spend is 90 % of the budget for ``Mix/spend(_:)`` and none for the others unless given.
  ///
  /// - Precondition: the budget is 0 through `Money.largest`.
  public init(
    offers: [Offer], budget: Money, mix: Mix = .spend(.usual), minimumUse: Share? = nil,
    mustInclude: Set<Int32> = [], maxPerAgency: Int? = nil,
    categoryMinimums: [CategoryMinimum] = []
  ) {
    precondition(.zero <= budget && budget <= .largest, "budget out of range")
    self.offers = offers
    self.budget = budget
    self.mix = mix
    self.minimumUse = minimumUse ?? Self.usualUse(mix)
    self.mustInclude = mustInclude
    self.maxPerAgency = maxPerAgency
    self.categoryMinimums = categoryMinimums
  }

  /// The floor on spend where none is asked for, as a part of the budget.
  public static func usualUse(_ mix: Mix) -> Share {
    if case .spend = mix { return Share(basisPoints: 9_000) }
    return Share(basisPoints: 0)
  }

  /// Whether something is asked that crosses the bands.
  func crossesBands(ignoring ignored: Set<Constraint> = []) -> Bool {
    perAgency(ignoring: ignored) != nil
      || categoryMinimums.contains {
        $0.share > Share(basisPoints: 0) && !ignored.contains(.category($0))
      }
  }

  func perAgency(ignoring ignored: Set<Constraint>) -> Int? {
    maxPerAgency.flatMap { ignored.contains(.perAgency($0)) ? nil : $0 }
  }

  /// The least that must be spent: ``minimumUse`` of the budget, rounded up to a fen.
  public var leastSpend: Money {
    Money(
      fen: Int64(
        (Int128(budget.fen) * Int128(minimumUse.basisPoints) + 9_999) / 10_000))
  }
}
