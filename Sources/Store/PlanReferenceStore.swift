public import Domain
import SQLite

extension ReferenceStore {
  /// The reference data that campaign plans stand on, at the service fee of a day.
  public func planReference(on day: Day) throws -> PlanReference {
    guard let fee = try feeSchedule().rate(.brand, .standard, on: day) else {
      throw Failure(
        .failed, "the fee schedule has no brand-side fee in force on \(day)",
        next: "see it with: kolbook reference show fee_rate")
    }
    return PlanReference(
      playbook: try playbook(), benchmarks: try benchmarks(), tiers: try tierTable(),
      brandFee: fee, rules: try rules())
  }

  /// The rules of thumb in force.
  public func playbook() throws -> Playbook {
    Playbook(
      try connection.all(
        """
        SELECT kind, key, step, lead_with, value_low, value_high, unit, why, source, as_of
        FROM playbook
        """
      ) { row in
        PlaybookRow(
          kind: try row.text(0), key: try row.text(1), step: row.int64(2),
          levers: (try row.textOrNil(3) ?? "").split(separator: " ").map(String.init),
          low: row.int64OrNil(4), high: row.int64OrNil(5), unit: try row.textOrNil(6),
          why: try row.text(7), source: try row.text(8), asOf: try row.text(9))
      })
  }

  /// What ads cost; rows of other metrics are left out.
  private func benchmarks() throws -> [AdBenchmark] {
    try connection.all(
      """
      SELECT format, chinese_name, metric, low_fen, high_fen, source, as_of FROM ad_benchmark
      ORDER BY format, metric
      """
    ) { row -> AdBenchmark? in
      guard let metric = AdBenchmark.Metric(rawValue: try row.text(2)) else { return nil }
      return AdBenchmark(
        format: try row.text(0), chineseName: try row.text(1), metric: metric,
        low: Money(fen: row.int64(3)), high: row.int64OrNil(4).map { Money(fen: $0) },
        source: try row.text(5), asOf: try row.text(6))
    }.compactMap(\.self)
  }

  /// Who says what tiers, categories and service fees are.
  private func rules() throws -> [PlanRule] {
    try connection.all(
      """
      SELECT 'tier', code, source, as_of FROM tier
      UNION ALL SELECT 'category', code, source, as_of FROM category
      UNION ALL SELECT 'fee_rate', side || '/' || mode || '/' || from_date, source, as_of
        FROM fee_rate
      """
    ) { row in
      PlanRule(
        table: try row.text(0), key: try row.text(1), source: try row.text(2),
        asOf: try row.text(3))
    }
  }
}
