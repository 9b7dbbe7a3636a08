/// The thresholds of advice in force. All are kolbook's own rules of thumb until a person replaces them.
public struct AdviceRules: Sendable {
  /// A row of the playbook.
  public struct Row: Sendable {
    /// Kind and key: `boost/reads`.
    public let name: String
    /// Its lower figure.
    public let low: Int64?
    /// Its upper figure.
    public let high: Int64?

    /// A row.
    public init(name: String, low: Int64?, high: Int64?) {
      (self.name, self.low, self.high) = (name, low, high)
    }
  }

  private let figures: [AdviceRule: (low: Int64, high: Int64)]

  /// The rules of some rows, of which the first that has a figure counts, so that a book's own rows can
  /// be given before the shipped ones.
  ///
  /// - Throws: ``Failure`` that names a rule which no row has.
  public init(_ rows: [Row]) throws {
    var figures: [AdviceRule: (low: Int64, high: Int64)] = [:]
    for row in rows {
      guard let rule = AdviceRule(rawValue: row.name), figures[rule] == nil,
        let low = row.low ?? row.high, low >= 0
      else { continue }
      figures[rule] = (low, max(low, row.high ?? low))
    }
    for rule in AdviceRule.allCases where figures[rule] == nil {
      throw Failure(
        .failed, "the playbook has no usable row \(rule.rawValue), which advice needs",
        next: "see the rows in force with: kolbook reference show playbook")
    }
    self.figures = figures
  }

  /// A rule's lower or only figure.
  public func low(_ rule: AdviceRule) -> Int64 { figures[rule]?.low ?? 0 }

  /// A rule's upper or only figure.
  public func high(_ rule: AdviceRule) -> Int64 { figures[rule]?.high ?? 0 }
}
