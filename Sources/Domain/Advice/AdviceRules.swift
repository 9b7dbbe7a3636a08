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

  /// By the places of the rules: a rule is asked for at every note of a book.
  private let figures: [(low: Int64, high: Int64)]

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
    self.figures = try AdviceRule.allCases.map { rule in
      guard let own = figures[rule] else {
        throw Failure(
          .failed, "the playbook has no usable row \(rule.rawValue), which advice needs",
          next: "see the rows in force with: kolbook reference show playbook")
      }
      return own
    }
  }

  /// A rule's lower or only figure.
  public func low(_ rule: AdviceRule) -> Int64 { figures[rule.place].low }

  /// A rule's upper or only figure.
  public func high(_ rule: AdviceRule) -> Int64 { figures[rule.place].high }
}
