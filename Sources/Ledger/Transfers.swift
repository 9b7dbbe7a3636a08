import Domain

/// The transfers of one entry, in the order in which they are kept: at most eight, without memory of
/// their own, because a whole journal of them is read at once.
public struct Transfers: RandomAccessCollection, Hashable, Sendable, ExpressibleByArrayLiteral {
  /// The most that an event moves: a cancelling lowers four amounts and moves four on.
  public static let limit = 8

  private var debits = InlineArray<8, Account>(repeating: .bank)
  private var credits = InlineArray<8, Account>(repeating: .bank)
  private var amounts = InlineArray<8, Money>(repeating: .zero)
  /// How many there are.
  public private(set) var count = 0

  /// None.
  public init() {}

  /// These transfers, at most ``limit`` of them.
  public init(_ transfers: some Sequence<Transfer>) {
    for transfer in transfers { append(transfer) }
  }

  /// These transfers, at most ``limit`` of them.
  public init(arrayLiteral transfers: Transfer...) { self.init(transfers) }

  /// 0.
  public var startIndex: Int { 0 }
  /// As many as there are.
  public var endIndex: Int { count }

  /// One of them.
  ///
  /// - Precondition: there is one at this position.
  public subscript(position: Int) -> Transfer {
    precondition(position < count, "no transfer \(position) of \(count)")
    return Transfer(
      known: debits[position], credit: credits[position], amount: amounts[position])
  }

  /// Adds one at the end.
  ///
  /// - Precondition: there are fewer than ``limit``.
  mutating func append(_ transfer: Transfer) {
    precondition(count < Self.limit, "an entry has at most \(Self.limit) transfers")
    (debits[count], credits[count]) = (transfer.debit, transfer.credit)
    amounts[count] = transfer.amount
    count += 1
  }

  /// Adds a signed amount: a negative one flows the other way, nothing is left out.
  mutating func append(_ debit: Account, _ credit: Account, _ amount: Money) {
    let transfer =
      amount < .zero
      ? Transfer(debit: credit, credit: debit, amount: -amount)
      : Transfer(debit: debit, credit: credit, amount: amount)
    if let transfer { append(transfer) }
  }

  /// Whether the same ones stand in the same order.
  public static func == (left: Transfers, right: Transfers) -> Bool {
    guard left.count == right.count else { return false }
    for place in 0..<left.count {
      guard left.debits[place] == right.debits[place], left.credits[place] == right.credits[place],
        left.amounts[place] == right.amounts[place]
      else { return false }
    }
    return true
  }

  /// Hashes those that there are.
  public func hash(into hasher: inout Hasher) {
    for transfer in self { hasher.combine(transfer) }
  }
}
