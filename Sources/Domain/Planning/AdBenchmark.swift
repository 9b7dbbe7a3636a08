/// What an ad format costs, or the least that it takes.
public struct AdBenchmark: Hashable, Sendable {
  /// What is measured.
  public enum Metric: String, CaseIterable, Sendable {
    /// A click.
    case click = "cpc"
    /// A thousand impressions.
    case thousand = "cpm"
    /// The least that a campaign takes.
    case campaignMinimum = "campaign_minimum"
    /// The least a month at which results mean something.
    case monthMeaningful = "month_meaningful"
  }

  /// `feed`, `search`, `splash`, or another platform.
  public let format: String
  /// Its name in Chinese.
  public let chineseName: String
  /// What is measured.
  public let metric: Metric
  /// The usual amount, from.
  public let low: Money
  /// The usual amount, to; that of ``low`` when there is no range.
  public let high: Money
  /// Who says so.
  public let rule: PlanRule

  /// A row of the table.
  public init(
    format: String, chineseName: String, metric: Metric, low: Money, high: Money?, source: String,
    asOf: String
  ) {
    (self.format, self.chineseName, self.metric) = (format, chineseName, metric)
    (self.low, self.high) = (low, high ?? low)
    rule = PlanRule(
      table: "ad_benchmark", key: "\(format)/\(metric.rawValue)", source: source, asOf: asOf)
  }
}
