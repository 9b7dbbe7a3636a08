import Domain

/// What is open of an order: the accounts of what is committed and of what lies in escrow.
struct OpenAmounts: Sendable {
  private(set) var commitment = Money.zero
  private(set) var escrowQuote = Money.zero
  private(set) var escrowBrandFee = Money.zero

  mutating func add(_ transfer: Transfer) {
    self[transfer.debit] += transfer.amount
    self[transfer.credit] += -transfer.amount
  }

  mutating func add(_ rest: OpenAmounts) {
    commitment += rest.commitment
    escrowQuote += rest.escrowQuote
    escrowBrandFee += rest.escrowBrandFee
  }

  /// An account's balance; of any other account nothing is kept.
  private(set) subscript(account: Account) -> Money {
    get {
      switch account {
      case .commitment: commitment
      case .escrowQuote: escrowQuote
      case .escrowBrandFee: escrowBrandFee
      default: .zero
      }
    }
    set {
      switch account {
      case .commitment: commitment = newValue
      case .escrowQuote: escrowQuote = newValue
      case .escrowBrandFee: escrowBrandFee = newValue
      default: break
      }
    }
  }
}
