import Domain
import Foundation
import Ledger

/// The second witness: one order as a list of what was agreed, in yuan, recomputed from its whole
/// history each time. No posting, no current state, no fen, no shared fee arithmetic.
struct PlainOrder {
  enum Stage { case nothing, booked, escrow, settled }

  var history: [(day: Int32, event: Event)] = []

  /// What happened up to and including a day.
  func until(_ day: Int32) -> PlainOrder { PlainOrder(history: history.filter { $0.day <= day }) }

  var stage: Stage {
    let kinds = history.map(\.event.kind)
    if kinds.isEmpty { return .nothing }
    let paid = kinds.contains(.pay)
    if kinds.contains(.complete) { return .settled }
    if kinds.contains(.cancel) { return paid ? .settled : .nothing }
    return paid ? .escrow : .booked
  }

  private var isOver: Bool { history.contains { $0.event.kind == .cancel } }

  private var booked: Booking? {
    guard case .book(let booking)? = history.first?.event else { return nil }
    return booking
  }

  static func yuan(_ money: Money) -> Decimal { Decimal(money.fen) / 100 }

  private func fee(_ net: Decimal, _ share: Share?) -> Decimal {
    var exact = net * Decimal(share?.basisPoints ?? 0) / 10_000
    var rounded = Decimal()
    NSDecimalRound(&rounded, &exact, 2, .plain)
    return rounded
  }

  private var brandFee: (Decimal) -> Decimal { { fee($0, booked?.rates.brand) } }
  private var creatorFee: (Decimal) -> Decimal { { fee($0, booked?.rates.creator) } }

  /// What the quote is, what came back of it, and the fees that were kept.
  private var agreed: (quote: Decimal, back: Decimal, kept: [Decimal]) {
    var (quote, back, kept) = (Decimal(0), Decimal(0), [Decimal(0), Decimal(0)])
    func give(_ amount: Decimal, _ keeping: Event.KeptFees) {
      let (before, after) = (quote - back, quote - back - amount)
      if keeping.contains(.brand) { kept[0] += brandFee(before) - brandFee(after) }
      if keeping.contains(.creator) { kept[1] += creatorFee(before) - creatorFee(after) }
      back += amount
    }
    for (_, event) in history {
      switch event {
      case .book(let booking): quote = Self.yuan(booking.quote)
      case .amend(let price): quote = Self.yuan(price)
      case .refund(let amount, let keeping): give(Self.yuan(amount), keeping)
      case .cancel(let fee, let keeping): give(quote - back - Self.yuan(fee), keeping)
      case .pay, .publish, .complete, .adjust: break
      }
    }
    return (quote, back, kept)
  }

  /// Q, B and C in yuan.
  var recognised: [Decimal] {
    let (quote, back, kept) = agreed
    let net = quote - back
    var amounts = [net, brandFee(net) + kept[0], creatorFee(net) + kept[1]]
    for (_, event) in history {
      guard case .adjust(let part, let amount) = event else { continue }
      let place = Recognised.Part.allCases.firstIndex(of: part) ?? 0
      amounts[place] += Self.yuan(amount)
    }
    return amounts
  }

  /// Quote and brand fee as a statement may give them: before refunds, and what is left after them.
  var readings: [(quote: Decimal, fee: Decimal)] {
    guard stage != .nothing else { return [(0, 0)] }
    let after = (recognised[0], recognised[1])
    let (quote, back, kept) = agreed
    // By hand is what is recognised beyond what refunds and kept fees explain.
    let byHand = (after.0 - (quote - back), after.1 - brandFee(quote - back) - kept[0])
    return [(quote + byHand.0, brandFee(quote) + byHand.1), after]
  }

  /// Q, B and C as far as they are charged, or only as far as they are settled.
  func counted(settledOnly: Bool) -> [Decimal] {
    let counts = stage == .settled || (stage == .escrow && !settledOnly)
    return counts ? recognised : [0, 0, 0]
  }

  /// Each account's balance straight from what it means.
  func balance(_ account: Account) -> Decimal {
    let (q, b, c) = (recognised[0], recognised[1], recognised[2])
    let charged = stage == .escrow || stage == .settled
    switch account {
    case .bank: return charged ? -(q + b) : 0
    case .escrowQuote: return stage == .escrow ? q : 0
    case .escrowBrandFee: return stage == .escrow ? b : 0
    case .commitment: return stage == .booked ? q + b : 0
    case .commitmentOffset: return stage == .booked ? -(q + b) : 0
    case .quoteCost: return stage == .settled ? q : 0
    case .brandFeeCost: return stage == .settled ? b : 0
    case .payoutGross: return charged ? q : 0
    case .pendingNet: return stage == .escrow ? c - q : 0
    case .pendingCreatorFee: return stage == .escrow ? -c : 0
    case .creatorNet: return stage == .settled ? c - q : 0
    case .creatorFee: return stage == .settled ? -c : 0
    }
  }

  /// LEDGER section 4's table of what is allowed from where.
  func allows(_ event: Event, reason: String) -> Bool {
    let (quote, back, _) = agreed
    let rest = quote - back
    let paid = history.contains { $0.event.kind == .pay }
    switch event {
    case .book(let booking): return history.isEmpty && booking.quote > .zero
    case .amend(let price):
      return !isOver && (stage == .booked || stage == .escrow) && price > .zero
        && Self.yuan(price) >= back
    case .pay: return stage == .booked
    case .publish, .complete: return stage == .escrow
    case .refund(let amount, _): return paid && amount > .zero && Self.yuan(amount) <= rest
    case .cancel(let fee, let keeping):
      if stage == .booked { return fee == .zero && keeping.isEmpty }
      return stage == .escrow && fee >= .zero && Self.yuan(fee) <= rest
    case .adjust(_, let amount): return paid && amount != .zero && !reason.isEmpty
    }
  }
}
