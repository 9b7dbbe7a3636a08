import Domain

/// What an event does to an order: its new state, and the transfers that lead there.
///
/// The target-state rule (LEDGER section 2): every event posts target minus current, so refunds in
/// any number of parts return exactly what was charged. Transfers of nothing are left out.
public struct Posting: Hashable, Sendable {
  /// Where the order stands afterwards.
  public let state: OrderState
  /// What moves, in LEDGER's order: brand book before payout book, quote before fee.
  public let transfers: Transfers

  /// Posts an event to an order.
  ///
  /// - Parameters:
  ///   - current: the order before, `nil` when the book has no such order.
  ///   - order: its number, for the sentences.
  ///   - reason: why, in the actor's words; an adjustment needs one.
  /// - Throws: ``Refusal`` when the rules of LEDGER section 4 forbid it; nothing has changed then.
  public init(
    _ event: Event, on current: OrderState?, order: String, reason: String = ""
  ) throws(Refusal) {
    try self.init(event.step, on: current, order: order, hasReason: !reason.isEmpty)
  }

  /// Posts what an event does; else as before.
  init(
    _ step: Step, on current: OrderState?, order: String, hasReason: Bool
  ) throws(Refusal) {
    let rules = EventRules(order: order)
    guard case .book(let quote, let rates) = step else {
      guard let current else { throw rules.unknownOrder }
      try self.init(step, current, rules, hasReason)
      return
    }
    guard current == nil else { throw rules.reusedNumber }
    try rules.check(quote: quote)
    let state = OrderState(quote: quote, rates: rates)
    var transfers = Transfers()
    Self.change(from: .zero, to: state.recognised, at: .commitment, &transfers)
    self.init(state: state, transfers: transfers)
  }

  private init(
    _ step: Step, _ current: OrderState, _ rules: EventRules, _ hasReason: Bool
  ) throws(Refusal) {
    try rules.check(step, current, hasReason: hasReason)
    var state = current
    var isSameAmount = false
    switch step {
    case .book, .publish:
      self.init(state: state, transfers: Transfers())
      return
    case .amend(let quote): state.quote = quote
    case .pay: (state.status, state.wasPaid, isSameAmount) = (.paid, true, true)
    case .complete: (state.status, isSameAmount) = (.completed, true)
    case .refund(let amount, let keeping): state.refund(amount, keeping)
    case .cancel(let killFee, let keeping):
      if current.wasPaid { state.refund(current.net - killFee, keeping) }
      state.status = .cancelled
    case .adjust(let part, let amount): state.adjusted[part] += amount
    }
    // What changes in amount changes where the money lies now; then what is left moves on.
    var transfers = Transfers()
    let recognised = state.recognised
    if !isSameAmount {
      Self.change(from: current.recognised, to: recognised, at: current.stage, &transfers)
    }
    Self.move(recognised, from: current.stage, to: state.stage, &transfers)
    self.init(state: state, transfers: transfers)
  }

  private init(state: OrderState, transfers: Transfers) {
    (self.state, self.transfers) = (state, transfers)
  }

  /// Recognised amounts that change while the money stays where it is.
  private static func change(
    from old: Recognised, to new: Recognised, at stage: OrderState.Stage,
    _ transfers: inout Transfers
  ) {
    switch stage {
    case .nothing: break
    case .commitment:
      transfers.append(.commitment, .commitmentOffset, new.brandTotal - old.brandTotal)
    case .escrow:
      transfers.append(.escrowQuote, .bank, new.quote - old.quote)
      transfers.append(.escrowBrandFee, .bank, new.brandFee - old.brandFee)
      transfers.append(.payoutGross, .pendingNet, new.creatorNet - old.creatorNet)
      transfers.append(.payoutGross, .pendingCreatorFee, new.creatorFee - old.creatorFee)
    case .settled:
      transfers.append(.quoteCost, .bank, new.quote - old.quote)
      transfers.append(.brandFeeCost, .bank, new.brandFee - old.brandFee)
      transfers.append(.payoutGross, .creatorNet, new.creatorNet - old.creatorNet)
      transfers.append(.payoutGross, .creatorFee, new.creatorFee - old.creatorFee)
    }
  }

  /// The same amounts, moved on to another stage.
  private static func move(
    _ amounts: Recognised, from old: OrderState.Stage, to new: OrderState.Stage,
    _ transfers: inout Transfers
  ) {
    switch (old, new) {
    case (.commitment, .escrow):
      change(from: amounts, to: .zero, at: .commitment, &transfers)
      change(from: .zero, to: amounts, at: .escrow, &transfers)
    case (.escrow, .settled):
      transfers.append(.quoteCost, .escrowQuote, amounts.quote)
      transfers.append(.brandFeeCost, .escrowBrandFee, amounts.brandFee)
      transfers.append(.pendingNet, .creatorNet, amounts.creatorNet)
      transfers.append(.pendingCreatorFee, .creatorFee, amounts.creatorFee)
    default: break
    }
  }
}

extension OrderState {
  /// Takes an amount back out of the quote; a kept fee stays recognised although its quote is gone.
  fileprivate mutating func refund(_ amount: Money, _ keeping: Event.KeptFees) {
    let before = fees(on: net)
    refunds += amount
    let after = fees(on: net)
    if keeping.contains(.brand) { kept.brandFee += before.brandFee - after.brandFee }
    if keeping.contains(.creator) { kept.creatorFee += before.creatorFee - after.creatorFee }
  }
}
