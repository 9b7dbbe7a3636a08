import Domain

/// What reviewers write into their column.
enum ReviewText {
  /// The verdict in a reviewer's words, or `nil` when they are just words.
  static func verdict(_ text: String) -> Verdict? {
    let words = HeaderText.folded(text)
    switch words {
    case "ok", "可", "可以", "通过", "✔", "✓", "√": return .ok
    case "nok", "no", "不行", "不可", "不可以", "不通过", "x", "✘", "×": return .no
    case "看价格", "看价", "price": return .price(ceiling: nil)
    case "保留", "待定", "备选", "hold": return .hold
    default: return ceiling(words).map { .price(ceiling: $0) }
    }
  }

  /// `1000以内可以考虑`, `1000以下可考虑`, `price:1000`: book if the quote is at most so much.
  private static func ceiling(_ words: String) -> Money? {
    var amount: Substring?
    for limit in ["以内", "以下"] {
      guard let split = words.firstRange(of: limit) else { continue }
      let rest = words[split.upperBound...]
      if ["", "可", "可以", "可考虑", "可以考虑", "考虑", "ok"].contains(String(rest)) {
        amount = words[..<split.lowerBound]
      }
    }
    for start in ["price:", "price≤", "price<="] where words.hasPrefix(start) {
      amount = words.dropFirst(start.count)
    }
    guard let amount, let money = try? Money(yuanText: String(amount)), money > .zero else {
      return nil
    }
    return money
  }

  /// A verdict as an export writes it: `ok`, `price`, `price:1000`, `hold`, `no`.
  static func text(_ verdict: Verdict) -> String {
    guard let ceiling = verdict.ceiling else { return verdict.code }
    let isWhole = ceiling.fen % 100 == 0
    return "price:" + (isWhole ? "\(ceiling.fen / 100)" : ceiling.yuanText)
  }
}
