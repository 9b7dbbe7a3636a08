import Domain

/// What an audit remembers of one order while it reads the journal; texts by their numbers, so that it
/// needs no memory of its own.
struct OrderTrail: Sendable {
  private(set) var firstSequence: Int64 = 0
  /// What was agreed at booking.
  private(set) var terms: Terms<Int32>?
  private(set) var bookedOn: Day?
  /// Where the order stands after all entries, the later quarters' included; `nil` before a booking.
  var state: OrderState?
  /// How far it had come at the quarter's end, and the quote by then.
  private(set) var statusAtEnd: OrderState.Status?
  private(set) var quoteAtEnd: Money?
  private(set) var paidOn: Day?
  /// What the brand paid in the payment's entry, and that entry's number.
  private(set) var payment: (amount: Money, sequence: Int64)?
  /// What was open of it before the quarter began, and when it ended.
  private(set) var atStart = OpenAmounts()
  private(set) var atEnd = OpenAmounts()
  /// What the order comes to in the quarter, by the audit's basis, and whether it counts at all.
  private(set) var amounts = Recognised.zero
  /// What it had come to before the quarter, by the same basis.
  private(set) var before = Recognised.zero
  private(set) var isCounted = false
  private(set) var hasEntryInQuarter = false
  private(set) var lastDay: Day?
  private(set) var lastSequence: Int64 = 0
  /// Whether the quarter needs it: an order of which only earlier entries were met may not.
  var isNeeded = false

  var commitmentAtEnd: Money { atEnd.commitment }
  var escrowAtEnd: Money { atEnd.escrowQuote + atEnd.escrowBrandFee }

  /// Whether something of it was open at the quarter's end.
  var isOpen: Bool {
    terms != nil && statusAtEnd != nil && (commitmentAtEnd != .zero || escrowAtEnd != .zero)
  }

  /// Whether the order belongs to the quarter: an entry is dated there, or it is open at its end.
  var belongs: Bool { hasEntryInQuarter || isOpen }

  /// Follows the order through the rules.
  ///
  /// - Parameter terms: what is agreed, if the entry is a booking.
  /// - Returns: `false` when the rules would not have written the entry; then the order stands where it
  ///   stood.
  mutating func follow(_ entry: EntryFigures, _ terms: Terms<Int32>?) -> Bool {
    if firstSequence == 0 { firstSequence = entry.sequence }
    if let terms, state == nil { (self.terms, bookedOn) = (terms, entry.day) }
    let posting = try? Posting(entry.step, on: state, order: "", hasReason: entry.hasReason)
    guard let posting, posting.transfers == entry.transfers else { return false }
    state = posting.state
    return true
  }

  /// Counts an entry that has been followed.
  mutating func count(_ entry: EntryFigures, days: ClosedRange<Day>, basis: AuditBasis) {
    let day = entry.day
    if days.contains(day) { hasEntryInQuarter = true }
    if day <= days.upperBound { balance(entry, isBefore: day < days.lowerBound) }
    let counts = basis == .orderDate ? bookedOn.map(days.contains) ?? false : days.contains(day)
    if counts {
      if amounts.add(entry.transfers, basis) { isCounted = true }
    } else if basis != .orderDate, day < days.lowerBound {
      before.add(entry.transfers, basis)
    }
    (lastDay, lastSequence) = (day, entry.sequence)
  }

  private mutating func balance(_ entry: EntryFigures, isBefore: Bool) {
    for transfer in entry.transfers { atEnd.add(transfer) }
    if isBefore { for transfer in entry.transfers { atStart.add(transfer) } }
    switch entry.step {
    case .book(let quote, _): (statusAtEnd, quoteAtEnd) = (.booked, quote)
    case .amend(let quote): quoteAtEnd = quote
    case .pay:
      let amount = entry.transfers.reduce(Money.zero) { $0 - $1.effect(on: .bank) }
      (statusAtEnd, paidOn, payment) = (.paid, entry.day, (amount, entry.sequence))
    case .complete: statusAtEnd = .completed
    case .cancel: statusAtEnd = .cancelled
    case .publish, .refund, .adjust: break
    }
  }

  /// The same with its texts under other numbers.
  func renumbered(_ numbers: [Int32]) -> OrderTrail {
    var trail = self
    trail.terms = terms.map { terms in terms.map { numbers[Int($0)] } }
    return trail
  }

  /// What was paid for it and when, if that was on one of some days.
  func paid(on days: ClosedRange<Day>) -> (creator: Int32, amount: Money, day: Day)? {
    guard let terms, let paidOn, let payment, days.contains(paidOn) else { return nil }
    return (terms.creator, payment.amount, paidOn)
  }
}

extension Recognised {
  /// Adds what transfers move, by a basis; whether any of them counts.
  @discardableResult
  fileprivate mutating func add(_ transfers: Transfers, _ basis: AuditBasis) -> Bool {
    var counts = false
    for transfer in transfers {
      if add(transfer.debit, transfer.amount, basis) { counts = true }
      if add(transfer.credit, -transfer.amount, basis) { counts = true }
    }
    return counts
  }

  /// LEDGER section 6: which account counts as Q, B or C, by basis.
  private mutating func add(_ account: Account, _ amount: Money, _ basis: AuditBasis) -> Bool {
    switch account {
    case .quoteCost: quote += amount
    case .brandFeeCost: brandFee += amount
    case .creatorFee: creatorFee += -amount
    case .escrowQuote where basis != .settled: quote += amount
    case .escrowBrandFee where basis != .settled: brandFee += amount
    case .pendingCreatorFee where basis != .settled: creatorFee += -amount
    default: return false
    }
    return true
  }
}
