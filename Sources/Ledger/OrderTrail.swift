import Domain

/// What an audit remembers of one order while it reads the journal.
struct OrderTrail {
  let order: String
  var firstSequence: Int64 = 0
  var booking: Booking?
  var bookedOn: Day?
  /// Where the order stands after all entries, the later quarters' included; `nil` before a booking.
  var state: OrderState?
  /// How far it had come at the quarter's end, and the quote by then.
  var statusAtEnd: OrderState.Status?
  var quoteAtEnd: Money?
  var paidOn: Day?
  /// What the brand paid in the payment's entry, and that entry's number.
  var payment: (amount: Money, sequence: Int64)?
  /// What is open of it when the quarter ends.
  private(set) var atEnd = OpenAmounts()
  /// What the order comes to in the quarter, by the audit's basis, and whether it counts at all.
  var amounts = Recognised.zero
  var isCounted = false
  var hasEntryInQuarter = false
  /// What only few orders have; one at most.
  private var oddities: [Oddities] = []
  private var lastDay: Day?
  private var lastSequence: Int64 = 0

  private struct Oddities {
    var findings: [Finding] = []
    var contradictions: [Finding] = []
    var crossing: [Account.Books: Money] = [:]
    var late: [(sequence: Int64, days: Int32)] = []
  }

  init(order: String) { self.order = order }

  /// Findings of single entries dated in the quarter.
  var findings: [Finding] { oddities.first?.findings ?? [] }

  /// Entries, of whatever day, that the rules would not have written, …
  var contradictions: [Finding] { oddities.first?.contradictions ?? [] }

  /// … and what they move across the books.
  var crossing: [Account.Books: Money] { oddities.first?.crossing ?? [:] }

  /// Whether any entry of it is a finding.
  var isOdd: Bool { !oddities.isEmpty }

  /// Adds a finding of a single entry.
  mutating func add(_ finding: Finding) {
    change { $0.findings.append(finding) }
  }

  private mutating func change(_ body: (inout Oddities) -> Void) {
    if oddities.isEmpty { oddities.append(Oddities()) }
    body(&oddities[0])
  }

  var commitmentAtEnd: Money { atEnd.commitment }
  var escrowAtEnd: Money { atEnd.escrowQuote + atEnd.escrowBrandFee }

  /// Whether the order belongs to the quarter: an entry is dated there, or it is open at its end.
  func belongs(to days: ClosedRange<Day>) -> Bool { hasEntryInQuarter || open != nil }

  /// The order as a line of the open orders, unless nothing was open at the quarter's end.
  var open: OpenOrder? {
    guard let booking, let bookedOn, let statusAtEnd,
      commitmentAtEnd != .zero || escrowAtEnd != .zero
    else { return nil }
    return OpenOrder(
      order: order, creator: booking.creator, status: statusAtEnd, bookedOn: bookedOn,
      paidOn: paidOn, commitment: commitmentAtEnd, escrow: escrowAtEnd)
  }

  /// The order as it stands after all entries; `nil` before a booking.
  var standing: Order? {
    guard let booking, let state, let bookedOn else { return nil }
    return Order(name: order, booking: booking, state: state, bookedOn: bookedOn, paidOn: paidOn)
  }

  mutating func add(_ entry: Entry, on day: Day, days: ClosedRange<Day>, basis: AuditBasis) {
    if firstSequence == 0 { firstSequence = entry.sequence }
    replay(entry, on: day)
    if days.contains(day) {
      hasEntryInQuarter = true
      note(entry, on: day)
    }
    if day <= days.upperBound { balance(entry, on: day) }
    let counts = basis == .orderDate ? bookedOn.map(days.contains) ?? false : days.contains(day)
    for transfer in entry.transfers where counts {
      count(transfer.debit, transfer.amount, basis)
      count(transfer.credit, -transfer.amount, basis)
    }
    (lastDay, lastSequence) = (day, entry.sequence)
  }

  /// Follows the order through the rules; an entry that they would not have written is a finding.
  private mutating func replay(_ entry: Entry, on day: Day) {
    if case .book(let booking) = entry.event, state == nil {
      (self.booking, bookedOn) = (booking, day)
    }
    let posting = try? Posting(entry.event, on: state, order: "", reason: entry.reason)
    if let posting, posting.transfers == entry.transfers {
      state = posting.state
      return
    }
    replaySlowly(entry)
  }

  private mutating func replaySlowly(_ entry: Entry) {
    do {
      let posting = try Posting(entry.event, on: state, order: order, reason: entry.reason)
      state = posting.state
      contradict(
        entry,
        "moves \(entry.transfers.texts), but this \(entry.event.kind.rawValue) moves "
          + posting.transfers.texts)
    } catch {
      contradict(entry, "does not follow from the order's history: \(error.sentence)")
    }
  }

  private mutating func contradict(_ entry: Entry, _ how: String) {
    let finding = Finding(
      code: .unbalanced, order: order, evidence: "entry \(entry.sequence) \(how)",
      next: CommandText.line("order", "show", order))
    change { oddities in
      oddities.contradictions.append(finding)
      // What the rules post never crosses from one book to the other.
      for transfer in entry.transfers where transfer.debit.books != transfer.credit.books {
        oddities.crossing[transfer.debit.books, default: .zero] += transfer.amount
        oddities.crossing[transfer.credit.books, default: .zero] += -transfer.amount
      }
    }
  }

  private mutating func balance(_ entry: Entry, on day: Day) {
    for transfer in entry.transfers { atEnd.add(transfer) }
    switch entry.event {
    case .book(let booking): (statusAtEnd, quoteAtEnd) = (.booked, booking.quote)
    case .amend(let quote): quoteAtEnd = quote
    case .pay:
      let amount = entry.transfers.reduce(Money.zero) { $0 - $1.effect(on: .bank) }
      (statusAtEnd, paidOn, payment) = (.paid, day, (amount, entry.sequence))
    case .complete: statusAtEnd = .completed
    case .cancel: statusAtEnd = .cancelled
    case .publish, .refund, .adjust: break
    }
  }

  /// LEDGER section 6: which account counts as Q, B or C, by basis.
  private mutating func count(_ account: Account, _ amount: Money, _ basis: AuditBasis) {
    switch account {
    case .quoteCost: amounts.quote += amount
    case .brandFeeCost: amounts.brandFee += amount
    case .creatorFee: amounts.creatorFee += -amount
    case .escrowQuote where basis != .settled: amounts.quote += amount
    case .escrowBrandFee where basis != .settled: amounts.brandFee += amount
    case .pendingCreatorFee where basis != .settled: amounts.creatorFee += -amount
    default: return
    }
    isCounted = true
  }

  /// One finding for all entries dated in the quarter that were written down more than 7 days later, `nil`
  /// when there are none.
  var lateness: Finding? {
    guard let late = oddities.first?.late, let longest = late.map(\.days).max() else { return nil }
    let shown = late.prefix(10).map { "\($0.sequence)" }.joined(separator: ", ")
    let rest = late.count > 10 ? " and \(late.count - 10) more" : ""
    return Finding(
      code: .lateEntry, order: order,
      evidence: late.count == 1
        ? "entry \(shown) was recorded \(longest) days after its day"
        : "entries \(shown)\(rest) were recorded up to \(longest) days after their days",
      next: CommandText.line("order", "show", order))
  }

  /// Findings of a single entry.
  private mutating func note(_ entry: Entry, on day: Day) {
    if let lastDay, day < lastDay {
      add(
        Finding(
          code: .outOfOrder, order: order,
          evidence: "entry \(entry.sequence) (\(entry.event.kind.rawValue)) is dated \(day), "
            + "before entry \(lastSequence) of the same order, dated \(lastDay)",
          next: CommandText.line("order", "show", order)))
    }
    let delay = entry.recordedAt.day.number - day.number
    if delay > 7 { change { $0.late.append((entry.sequence, delay)) } }
    if case .adjust(let part, let amount) = entry.event {
      add(
        Finding(
          code: .manualAdjust, order: order,
          evidence: "entry \(entry.sequence) by \(entry.actor) moves the "
            + "\(part.title) by \(amount): \(entry.reason)",
          next: CommandText.line("order", "show", order)))
    }
  }
}

extension Recognised.Part {
  var title: String {
    switch self {
    case .quote: "quote"
    case .brandFee: "brand fee"
    case .creatorFee: "creator fee"
    }
  }
}

extension Transfers {
  fileprivate var texts: String {
    isEmpty ? "nothing" : map(\.description).joined(separator: ", ")
  }
}
