/// Where a figure of a plan comes from: one row of reference data, which a person may replace.
public struct PlanRule: Hashable, Sendable {
  /// The table: `playbook`, `ad_benchmark`, `tier`, `category`, `fee_rate`.
  public let table: String
  /// The row in the table: `budget/ads_share`, `feed/cpc`, `nano`.
  public let key: String
  /// Who says so.
  public let source: String
  /// When it was read.
  public let asOf: String

  /// A row of reference data.
  public init(table: String, key: String, source: String, asOf: String) {
    (self.table, self.key, self.source, self.asOf) = (table, key, source, asOf)
  }
}

extension PlanRule: CustomStringConvertible {
  /// The table and the row: `playbook budget/ads_share`.
  public var description: String { "\(table) \(key)" }
}
