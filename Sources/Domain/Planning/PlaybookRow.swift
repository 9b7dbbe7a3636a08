/// A row of the playbook: what to do in a case, with figures where there are any.
public struct PlaybookRow: Hashable, Sendable {
  /// What kind of rule it is: `objective`, `stage`, `phase`, `budget` …
  public let kind: String
  /// What it is about: an objective, a stage, a band.
  public let key: String
  /// Its place among the rows of its kind and key.
  public let step: Int64
  /// The levers it names: bands, tiers, ad formats, content, management.
  public let levers: [String]
  /// Its figures, in `unit`; either end may be open.
  public let low: Int64?
  /// The upper end.
  public let high: Int64?
  /// `bp`, `fen`, `people`, `days`, `month_day` …
  public let unit: String?
  /// The rule in a sentence.
  public let why: String
  /// Who says so.
  public let rule: PlanRule

  /// A row.
  public init(
    kind: String, key: String, step: Int64, levers: [String], low: Int64?, high: Int64?,
    unit: String?, why: String, source: String, asOf: String
  ) {
    (self.kind, self.key, self.step, self.levers) = (kind, key, step, levers)
    (self.low, self.high, self.unit, self.why) = (low, high, unit, why)
    let name = step == 1 ? "\(kind)/\(key)" : "\(kind)/\(key)/\(step)"
    rule = PlanRule(table: "playbook", key: name, source: source, asOf: asOf)
  }

  /// The figures as people read them: `25–40%`, `3–5×`, `1–2`; `nil` when there are none.
  public var figures: String? {
    guard let first = low ?? high, let last = high ?? low else { return nil }
    let text = { (number: Int64) -> String in
      switch unit {
      case "bp": Percent.text(basisPoints: number)
      case "ratio_bp": "\(Money(fen: number / 100).shortYuan)×"
      case "fen": "\(Money(fen: number))"
      case "month_day": "\(number / 100)-\(number % 100)"
      default: Grouped.text(number)
      }
    }
    if first == last, low != nil { return text(first) + (high == nil ? " or more" : "") }
    return low == nil ? "up to \(text(last))" : "\(text(first))–\(text(last))"
  }
}

extension Money {
  /// The amount in yuan without needless decimals: `3`, `2.3`.
  fileprivate var shortYuan: String {
    var text = yuanText
    while text.hasSuffix("0") { text.removeLast() }
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}
