/// What ads get, by format, and what to expect of it.
public struct AdPlan: Hashable, Sendable {
  /// One format.
  public struct Line: Hashable, Sendable {
    /// `feed`, `search`, `splash`.
    public let format: String
    /// Its name in Chinese.
    public let chineseName: String
    /// What it gets.
    public let amount: Money
    /// A campaign takes at least this; some take up to the upper end.
    public let minimum: ClosedRange<Money>?
    /// A thousand impressions cost so much.
    public let thousand: ClosedRange<Money>?
    /// So many impressions, rounded down.
    public let impressions: ClosedRange<Int64>?
    /// A click on a brand-made ad costs so much.
    public let click: ClosedRange<Money>?
    /// So many clicks on brand-made ads, rounded down.
    public let clicks: ClosedRange<Int64>?
    /// A click costs so much on an ad made of a creator's note that does well, each end half up to a fen.
    public let boostedClick: ClosedRange<Money>?
    /// So many clicks on such ads, rounded down.
    public let boostedClicks: ClosedRange<Int64>?
    /// Where all this comes from.
    public let rules: [PlanRule]
  }

  /// A format that was to have a part and has none.
  public struct Omission: Hashable, Sendable {
    /// Which one.
    public let format: String
    /// What it takes, if that is why; else the stage does without it.
    public let minimum: Money?
    /// Who says so.
    public let rule: PlanRule
  }

  /// In the playbook's order; they sum to what ads get.
  public let lines: [Line]
  /// In the order in which they were left out.
  public let omissions: [Omission]

  /// What a format gets.
  public func amount(of format: String) -> Money {
    lines.first { $0.format == format }?.amount ?? .zero
  }

  /// The formats for an amount.
  ///
  /// Half of the weight is the objective's split, unless the playbook says otherwise, the rest the formats
  /// that the stage names, in equal parts. A format below its minimum gives its part to the others: first
  /// those that all the money wouldn't carry, then the one farthest below.
  init(_ amount: Money, _ request: PlanRequest, _ reference: PlanReference) throws {
    var split = try AdSplit(request, reference)
    split.pay(amount, reference)
    omissions = split.omissions
    let saving = reference.playbook.rows("effect", "boosted_click_saving").first
    lines = split.formats.compactMap { format in
      guard let fen = split.amounts[format], fen > 0 else { return nil }
      return Self.line(
        format, Money(fen: fen), split.rules,
        saving.flatMap { $0.levers.contains(format) ? $0 : nil },
        reference)
    }
  }

  private static func line(
    _ format: String, _ amount: Money, _ rules: [PlanRule], _ saving: PlaybookRow?,
    _ reference: PlanReference
  ) -> Line {
    let thousand = reference.benchmark(format, .thousand)
    let click = reference.benchmark(format, .click)
    let minimum = reference.benchmark(format, .campaignMinimum)
    let boosted = click.flatMap { click in saving.flatMap { boostedClick(click, $0) } }
    let clicks = { (price: ClosedRange<Money>?) in price.flatMap { count(amount.fen, $0) } }
    return Line(
      format: format,
      chineseName: (click ?? thousand ?? minimum)?.chineseName ?? "", amount: amount,
      minimum: minimum.map { $0.low...$0.high }, thousand: thousand.map { $0.low...$0.high },
      impressions: thousand.flatMap { count(amount.fen * 1_000, $0.low...$0.high) },
      click: click.map { $0.low...$0.high }, clicks: clicks(click.map { $0.low...$0.high }),
      boostedClick: boosted, boostedClicks: clicks(boosted),
      rules: rules + [minimum, thousand, click].compactMap { $0?.rule }
        + (boosted == nil ? [] : saving.map { [$0.rule] } ?? []))
  }

  /// What a click costs with the saving: the cheapest with the largest, the dearest with the smallest.
  private static func boostedClick(_ click: AdBenchmark, _ saving: PlaybookRow)
    -> ClosedRange<Money>?
  {
    guard let least = saving.low, let most = saving.high, least >= 0, most <= 10_000 else {
      return nil
    }
    return Share(basisPoints: 10_000 - most).of(
      click.low)...Share(basisPoints: 10_000 - least)
      .of(click.high)
  }

  private static func count(_ fen: Int64, _ price: ClosedRange<Money>) -> ClosedRange<Int64>? {
    guard price.lowerBound > .zero else { return nil }
    return fen / price.upperBound.fen...fen / price.lowerBound.fen
  }
}
