/// The chart of accounts (LEDGER section 3).
///
/// Two books that never mix in one transfer: the brand's own (1000 through 5100) and the payout
/// memo (7000 through 7200), which follows what the creator receives out of the quote.
public enum Account: Int64, CaseIterable, Comparable, Sendable {
  /// Brand money outside the platform.
  case bank = 1000
  /// Quotes paid, not completed.
  case escrowQuote = 1110
  /// Brand-side fees paid, not completed.
  case escrowBrandFee = 1120
  /// Quote and brand-side fee booked, not paid.
  case commitment = 1900
  /// The other side of ``commitment``.
  case commitmentOffset = 2900
  /// Quotes of completed orders.
  case quoteCost = 5000
  /// Brand-side fees of completed orders.
  case brandFeeCost = 5100
  /// The counter-account of the payout book.
  case payoutGross = 7000
  /// What creators will receive from paid orders.
  case pendingNet = 7050
  /// Creator-side fees of paid orders.
  case pendingCreatorFee = 7060
  /// What creators or their MCNs received from completed orders.
  case creatorNet = 7100
  /// Creator-side fees of completed orders.
  case creatorFee = 7200

  /// Whose book it belongs to.
  public enum Books: String, CaseIterable, Sendable {
    /// The brand's assets, commitments and costs.
    case brand
    /// The memo of what becomes of the quote.
    case payout
  }

  /// The account's number.
  public var number: Int64 { rawValue }

  /// Whose book it belongs to.
  public var books: Books { rawValue < 7000 ? .brand : .payout }

  /// Its name in English, as a report prints it.
  public var title: String {
    switch self {
    case .bank: "Bank"
    case .escrowQuote: "Escrow, quote"
    case .escrowBrandFee: "Escrow, brand fee"
    case .commitment: "Commitment"
    case .commitmentOffset: "Commitment offset"
    case .quoteCost: "Creator quote cost"
    case .brandFeeCost: "Brand service fee cost"
    case .payoutGross: "Payout gross"
    case .pendingNet: "Pending creator net"
    case .pendingCreatorFee: "Pending creator fee"
    case .creatorNet: "Creator or MCN net"
    case .creatorFee: "Creator service fee"
    }
  }

  /// By number.
  public static func < (left: Account, right: Account) -> Bool { left.rawValue < right.rawValue }
}
