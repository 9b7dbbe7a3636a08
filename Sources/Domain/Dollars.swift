/// An amount of US dollars in cents.
public struct Dollars: Hashable, Sendable {
  /// The amount.
  public let cents: Int64

  /// Nothing.
  public static let zero = Dollars(cents: 0)

  /// An amount in cents.
  public init(cents: Int64) { self.cents = cents }

  /// The sum of two amounts.
  public static func + (left: Dollars, right: Dollars) -> Dollars {
    Dollars(cents: left.cents + right.cents)
  }

  /// The difference of two amounts.
  public static func - (left: Dollars, right: Dollars) -> Dollars {
    Dollars(cents: left.cents - right.cents)
  }
}

extension Dollars: CustomStringConvertible {
  /// The amount as people read it: `$8,800.06`, `-$0.01`.
  public var description: String {
    let yuan = Money(fen: cents).description
    return String(yuan.map { $0 == "¥" ? "$" : $0 })
  }
}
