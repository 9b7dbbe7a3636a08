public import Domain

/// Something that happens to an order (LEDGER section 4). Closing the books is not one: it has no order.
public enum Event: Hashable, Sendable {
  /// The order is placed.
  case book(Booking)
  /// The creator and the brand agree on another quote.
  case amend(quote: Money)
  /// The brand pays quote and fee into escrow.
  case pay
  /// The note is out.
  case publish(url: String?)
  /// The platform pays the creator.
  case complete
  /// Part or all of the quote comes back, and its fees unless they are kept.
  case refund(Money, keeping: KeptFees)
  /// The order ends early; after payment the creator may keep a kill fee out of the quote.
  case cancel(killFee: Money, keeping: KeptFees)
  /// A correction by hand of one recognised amount, up or down.
  case adjust(Recognised.Part, by: Money)

  /// Which fees the platform keeps although their quote comes back.
  public struct KeptFees: OptionSet, Hashable, Sendable {
    /// The set as bits.
    public let rawValue: UInt8

    /// A set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The brand-side fee.
    public static let brand = KeptFees(rawValue: 1)
    /// The creator-side fee.
    public static let creator = KeptFees(rawValue: 2)
  }

  /// What kind of event it is, as the journal and the command line call it.
  public enum Kind: String, CaseIterable, Sendable {
    case book, amend, pay, publish, complete, refund, cancel, adjust
  }

  /// What kind of event it is.
  public var kind: Kind { step.kind }
}
