/// A reviewer's word on whether to book a creator.
public enum Verdict: Hashable, Sendable {
  /// Book.
  case ok
  /// Book if the quote is at most the ceiling; without a ceiling, the price needs talking about.
  case price(ceiling: Money?)
  /// Keep in reserve: not now.
  case hold
  /// Don't book.
  case no

  /// Its name without the ceiling: `ok`, `price`, `hold`, `no`.
  public var code: String {
    switch self {
    case .ok: "ok"
    case .price: "price"
    case .hold: "hold"
    case .no: "no"
    }
  }

  /// A verdict from its stored parts, or `nil` when they don't fit.
  public init?(code: String, ceiling: Money?) {
    switch (code, ceiling) {
    case ("ok", nil): self = .ok
    case ("price", _): self = .price(ceiling: ceiling)
    case ("hold", nil): self = .hold
    case ("no", nil): self = .no
    default: return nil
    }
  }

  /// The highest quote it allows, if it names one.
  public var ceiling: Money? {
    guard case .price(let ceiling) = self else { return nil }
    return ceiling
  }
}

extension Verdict: CustomStringConvertible {
  /// `ok`, `hold`, `no`, `price`, `price ≤ ¥1,000.00`.
  public var description: String {
    ceiling.map { "price ≤ \($0)" } ?? code
  }
}
