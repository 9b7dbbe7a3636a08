public import Domain

/// Where an order stands: all that the target-state rule needs to know (LEDGER section 2).
///
/// Only ``Posting`` makes and changes one, so what the states say holds for every value:
/// refunds are at most the quote, and a cancelled order that was never paid has nothing in the books.
public struct OrderState: Hashable, Sendable {
  /// How far the order has come.
  public enum Status: String, CaseIterable, Sendable {
    /// Agreed, not paid.
    case booked
    /// In escrow.
    case paid
    /// The creator is paid.
    case completed
    /// Ended early; what was left after payment, the kill fee, counts as completed.
    case cancelled
  }

  /// Where the order's money lies.
  enum Stage {
    case nothing, commitment, escrow, settled
  }

  /// How far the order has come.
  public internal(set) var status: Status
  /// Whether it was ever paid; tells the two ways of being cancelled apart.
  public internal(set) var wasPaid: Bool
  /// The quote agreed last, before refunds.
  public internal(set) var quote: Money
  /// What of the quote came back.
  public internal(set) var refunds: Money
  /// The fees at booking.
  public let rates: FrozenRates
  /// Fees kept although their quote came back; its quote part is always zero.
  public internal(set) var kept: Recognised
  /// Corrections by hand.
  public internal(set) var adjusted: Recognised

  /// A state as it was stored, or `nil` when its parts contradict each other.
  public init?(
    status: Status, wasPaid: Bool, quote: Money, refunds: Money, rates: FrozenRates,
    kept: Recognised, adjusted: Recognised
  ) {
    let amounts = Recognised.Part.allCases.map { adjusted[$0] } + [kept.brandFee, kept.creatorFee]
    guard quote > .zero, quote <= .largest, refunds >= .zero, refunds <= quote,
      kept.quote == .zero, amounts.allSatisfy({ $0.fen.magnitude <= Money.largest.fen }),
      status != .booked || !wasPaid, wasPaid || status == .booked || status == .cancelled
    else { return nil }
    self.status = status
    self.wasPaid = wasPaid
    self.quote = quote
    self.refunds = refunds
    self.rates = rates
    self.kept = kept
    self.adjusted = adjusted
  }

  /// A new order.
  init(quote: Money, rates: FrozenRates) {
    status = .booked
    wasPaid = false
    self.quote = quote
    refunds = .zero
    self.rates = rates
    kept = .zero
    adjusted = .zero
  }

  /// LEDGER's n: what is left of the quote. Never negative.
  public var net: Money { quote - refunds }

  /// LEDGER's Q, B and C: what the books should hold, wherever the order's money lies.
  public var recognised: Recognised {
    stage == .nothing ? .zero : fees(on: net) + kept + adjusted
  }

  /// Whether the order is neither completed nor cancelled.
  public var isOpen: Bool { status == .booked || status == .paid }

  /// A quote and its two fees at the frozen rates, each rounded half up to a fen.
  func fees(on net: Money) -> Recognised {
    Recognised(quote: net, brandFee: rates.brand.of(net), creatorFee: rates.creator.of(net))
  }

  var stage: Stage {
    switch status {
    case .booked: .commitment
    case .paid: .escrow
    case .completed: .settled
    case .cancelled: wasPaid ? .settled : .nothing
    }
  }
}
