/// A budget for feed ads on creators' notes: which part each gets, and what it saves.
public struct BoostBudget: Sendable {
  /// What feed ads cost, and who says so; what reference data doesn't have is `nil`.
  public struct Prices: Sendable {
    /// The least that a feed campaign takes.
    public var campaignMinimum: Money?
    /// The least a month before results mean anything.
    public var monthMeaningful: Money?
    /// A click on a brand-made feed ad.
    public var click: ClosedRange<Money>?
    /// How much less a click costs on a note that does well, in basis points.
    public var saving: ClosedRange<Int64>?
    /// Who says what is saved.
    public var savingSource: String?

    /// Nothing known.
    public init() {}
  }

  /// The whole budget.
  public let whole: Money
  /// What the first notes get, in their order; they sum to the budget, or are none.
  public let parts: [Money]
  /// What feed ads cost.
  public let prices: Prices

  /// The least that a note gets.
  public let least: Money

  /// A budget over notes, the best first.
  ///
  /// Nothing below the least that a feed campaign takes. Else it is split in proportion to how far the notes
  /// stand out, over as many of the best as get at least the least part then, though over one; whole yuan,
  /// rounded down, and what is left goes to the best.
  public init(_ whole: Money, over scores: [Ratio], _ prices: Prices, _ rules: AdviceRules) {
    let least = Money(fen: rules.low(.noteBudget))
    (self.whole, self.prices, self.least) = (whole, prices, least)
    let weights = scores.map { Int128(max(1, $0.basisPoints)) }
    var count = prices.campaignMinimum.map { whole < $0 } ?? false ? 0 : min(1, weights.count)
    var sum = weights.prefix(count).reduce(0, +)
    let yuan = Int128(whole.fen / 100)
    while count > 0, count < weights.count {
      let next = sum + weights[count]
      guard Int64(yuan * weights[count] / next) * 100 >= least.fen else { break }
      (count, sum) = (count + 1, next)
    }
    var fens = weights.prefix(count).map { Int64(yuan * $0 / sum) * 100 }
    if let first = fens.first { fens[0] = first + whole.fen - fens.reduce(0, +) }
    parts = fens.map { Money(fen: $0) }
  }

  /// Whether it is below the least that a feed campaign takes.
  public var isTooLittle: Bool { prices.campaignMinimum.map { whole < $0 } ?? false }

  /// Whether it is so little that results mean nothing in a month.
  public var isLittle: Bool { prices.monthMeaningful.map { whole < $0 } ?? false }

  /// What a click on these notes costs: the cheapest with the largest saving, the dearest with the smallest,
  /// each half up to a fen.
  public var click: ClosedRange<Money>? {
    guard let click = prices.click, let saving = usable else { return nil }
    let left = { (price: Money, part: Int64) in
      Money(fen: (price.fen * (10_000 - part) * 2 + 10_000) / 20_000)
    }
    return left(click.lowerBound, saving.upperBound)...left(click.upperBound, saving.lowerBound)
  }

  /// How many clicks the budget buys at that, rounded down; `nil` when it buys none.
  public var clicks: ClosedRange<Int64>? {
    guard let click, click.lowerBound > .zero, !parts.isEmpty else { return nil }
    return whole.fen / click.upperBound.fen...whole.fen / click.lowerBound.fen
  }

  /// How much more the same clicks cost by brand-made ads: the budget × saving ÷ (1 − saving), half up.
  public var saved: ClosedRange<Money>? {
    guard let saving = usable, !parts.isEmpty else { return nil }
    let more = { (part: Int64) in
      let left = Int128(10_000 - part)
      return Money(fen: Int64((Int128(whole.fen) * Int128(part) * 2 + left) / (left * 2)))
    }
    return more(saving.lowerBound)...more(saving.upperBound)
  }

  private var usable: ClosedRange<Int64>? {
    prices.saving.flatMap { $0.lowerBound >= 0 && $0.upperBound < 10_000 ? $0 : nil }
  }
}
