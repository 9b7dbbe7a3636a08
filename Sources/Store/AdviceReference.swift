public import Domain
import SQLite

extension ReferenceStore {
  /// The playbook's rows by kind and key, for the thresholds among them.
  public func adviceRows() throws -> [AdviceRules.Row] {
    try connection.all(
      """
      SELECT kind || '/' || key, value_low, value_high FROM playbook ORDER BY kind, key, step
      """
    ) { row in
      AdviceRules.Row(name: try row.text(0), low: row.int64OrNil(1), high: row.int64OrNil(2))
    }
  }

  /// What feed ads cost, and how much less they cost on notes that do well.
  public func boostPrices() throws -> BoostBudget.Prices {
    var prices = BoostBudget.Prices()
    try connection.with(
      """
      SELECT metric, low_fen, ifnull(high_fen, low_fen) FROM ad_benchmark WHERE format = 'feed'
      ORDER BY metric
      """
    ) { statement in
      while let row = try statement.next() {
        let low = Money(fen: row.int64(1))
        switch try row.text(0) {
        case "campaign_minimum": prices.campaignMinimum = low
        case "month_meaningful": prices.monthMeaningful = low
        case "cpc": prices.click = low...Money(fen: row.int64(2))
        default: break
        }
      }
    }
    let saving = try connection.first(
      """
      SELECT value_low, value_high, source FROM playbook
      WHERE kind = 'effect' AND key = 'boosted_click_saving' ORDER BY step
      """
    ) { row in (row.int64OrNil(0), row.int64OrNil(1), try row.text(2)) }
    if let saving, let low = saving.0 ?? saving.1 {
      prices.saving = low...max(low, saving.1 ?? low)
      prices.savingSource = saving.2
    }
    return prices
  }
}
