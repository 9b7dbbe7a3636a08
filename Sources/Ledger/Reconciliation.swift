public import Domain

/// How the books and the platform's statements agree on an order (LEDGER section 8).
public enum Reconciliation {
  /// What a statement says of an order.
  public struct Stated: Hashable, Sendable {
    /// The creator's price, before either fee.
    public let quote: Money
    /// The brand-side fee, if it is said.
    public let brandFee: Money?
    /// An ordinary or a boosted order.
    public let mode: FeeRate.Mode
    /// Whether fees are cut to whole yuan, as in a note batch.
    public let isCut: Bool

    /// What a statement says.
    public init(quote: Money, brandFee: Money?, mode: FeeRate.Mode, isCut: Bool) {
      (self.quote, self.brandFee, self.mode, self.isCut) = (quote, brandFee, mode, isCut)
    }
  }

  /// How the books and a statement agree.
  public enum Match: String, CaseIterable, Sendable {
    /// To the fen.
    case exact
    /// But for one fen: how the platform rounds is not published.
    case rounding
    /// The statement's fee is the expected one cut to whole yuan, as note batches have it.
    case truncated
    /// The statement charges the rate of boosted orders; the books took an ordinary one.
    case boosted = "boosted rate"
    /// Another quote, another fee or another creator.
    case mismatch
    /// The statement has the order, the books don't.
    case missingHere = "missing here"
    /// The books have the order, the statement doesn't.
    case missingThere = "missing there"

    /// Whether nobody needs to look.
    public var agrees: Bool { self == .exact || self == .rounding || self == .truncated }
  }

  /// How an order of the books and a line of a statement agree.
  ///
  /// The fee that is expected is that of the quote agreed last at the order's frozen rate; refunds are
  /// not taken off it.
  ///
  /// - Parameter boosted: the brand-side rate of boosted orders on the day of booking, if there is one.
  public static func match(_ order: Order, _ stated: Stated, boosted: Share?) -> Match {
    guard stated.quote == order.state.quote, let fee = stated.brandFee else { return .mismatch }
    let found = match(fee, expected: expectedFee(of: order), isCut: stated.isCut)
    guard found == .mismatch, stated.mode == .boosted, order.booking.mode != .boosted,
      let boosted,
      match(fee, expected: boosted.of(stated.quote), isCut: stated.isCut) != .mismatch
    else { return found }
    return .boosted
  }

  /// The brand-side fee that the books expect a statement to show for an order.
  public static func expectedFee(of order: Order) -> Money {
    order.state.rates.brand.of(order.state.quote)
  }

  private static func match(_ fee: Money, expected: Money, isCut: Bool) -> Match {
    if fee == expected { return .exact }
    if abs(fee.fen - expected.fen) <= 1 { return .rounding }
    return isCut && fee.fen == expected.fen - expected.fen % 100 ? .truncated : .mismatch
  }
}
