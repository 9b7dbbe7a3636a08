import Domain

/// What LEDGER section 4 refuses, with the sentence for it.
struct EventRules {
  let order: String

  var unknownOrder: Refusal {
    Refusal(
      .unknownOrder, "there is no order \(order) in this book",
      next: CommandText.line("order", "list"))
  }

  var reusedNumber: Refusal {
    Refusal(
      .reusedNumber, "order \(order) is in this book already; a new order needs its own number",
      next: CommandText.line("order", "show", order))
  }

  func check(quote: Money) throws(Refusal) {
    guard quote > .zero else {
      throw Refusal(.quoteOutOfRange, "a quote of \(quote) is no order; it must be above ¥0.00")
    }
    guard quote <= .largest else {
      throw Refusal(
        .quoteOutOfRange, "a quote of \(quote) is above the largest amount, \(Money.largest)")
    }
  }

  /// Refuses every event but a booking that does not fit the order.
  func check(_ step: Step, _ state: OrderState, hasReason: Bool) throws(Refusal) {
    switch step {
    case .book: throw reusedNumber
    case .amend(let quote): try amend(quote, state)
    case .pay: try pay(state)
    case .publish, .complete: try finish(step.kind, state)
    case .refund(let amount, _): try refund(amount, state)
    case .cancel(let killFee, let keeping): try cancel(killFee, keeping, state)
    case .adjust(let part, let amount): try adjust(part, amount, state, hasReason)
    }
  }

  private func amend(_ quote: Money, _ state: OrderState) throws(Refusal) {
    try refuseCancelled(state)
    guard state.status != .completed else {
      throw Refusal(
        .amendCompleted, "order \(order) is completed, so its quote can't be amended any more",
        next: CommandText.line("order", "refund", order, "AMOUNT"))
    }
    try check(quote: quote)
    guard quote >= state.refunds else {
      throw Refusal(
        .amendBelowRefunds,
        "a quote of \(quote) for order \(order) is below the \(state.refunds) that came back")
    }
  }

  private func pay(_ state: OrderState) throws(Refusal) {
    try refuseCancelled(state)
    guard state.status == .booked else {
      throw Refusal(
        .alreadyPaid, "order \(order) is paid already; a second payment would count it twice",
        next: CommandText.line("order", "show", order))
    }
  }

  private func finish(_ kind: Event.Kind, _ state: OrderState) throws(Refusal) {
    try refuseCancelled(state)
    if state.status == .completed {
      throw Refusal(
        .alreadyCompleted, "order \(order) is completed already",
        next: CommandText.line("order", "show", order))
    }
    guard state.status == .paid else {
      throw Refusal(
        .notPaid, "order \(order) is not paid, so it can't \(kind.rawValue)",
        next: CommandText.line("order", "pay", order))
    }
  }

  private func refund(_ amount: Money, _ state: OrderState) throws(Refusal) {
    try refuseUnpaid(state, "nothing can come back")
    guard amount > .zero else {
      throw Refusal(.refundNotPositive, "a refund of \(amount) is none; it must be above ¥0.00")
    }
    guard amount <= state.net else {
      throw Refusal(
        .refundTooLarge,
        "a refund of \(amount) is more than the \(state.net) left of order \(order): "
          + "quote \(state.quote), refunded \(state.refunds)")
    }
  }

  private func cancel(
    _ killFee: Money, _ keeping: Event.KeptFees, _ state: OrderState
  ) throws(Refusal) {
    if state.status == .cancelled { try refuse(cancelled: state) }
    guard state.status != .completed else {
      throw Refusal(
        .cancelCompleted, "order \(order) is completed; what comes back now is a refund",
        next: CommandText.line("order", "refund", order, state.net.yuanText))
    }
    guard killFee >= .zero, killFee <= state.net else {
      throw Refusal(
        .killFeeOutOfRange,
        "a kill fee of \(killFee) is not between ¥0.00 and the \(state.net) left of order \(order)")
    }
    guard state.wasPaid || (killFee == .zero && keeping.isEmpty) else {
      throw Refusal(
        .killFeeOutOfRange,
        "order \(order) is not paid, so no kill fee or service fee can be kept of it: "
          + "amend it to the kill fee and pay that",
        next: CommandText.line("order", "amend", order, killFee.yuanText))
    }
  }

  private func adjust(
    _ part: Recognised.Part, _ amount: Money, _ state: OrderState, _ hasReason: Bool
  ) throws(Refusal) {
    try refuseUnpaid(state, "there is nothing to adjust")
    guard hasReason else {
      throw Refusal(.noReason, "an adjustment needs a reason, so that an auditor can follow it")
    }
    guard amount != .zero, amount.fen.magnitude <= Money.largest.fen,
      (state.adjusted[part] + amount).fen.magnitude <= Money.largest.fen
    else {
      throw Refusal(
        .adjustmentOutOfRange,
        "an adjustment of \(amount) is none, or past the largest amount, \(Money.largest)")
    }
  }

  /// Refunds and adjustments answer what was paid, kill fees included.
  private func refuseUnpaid(_ state: OrderState, _ consequence: String) throws(Refusal) {
    guard !state.wasPaid else { return }
    try refuseCancelled(state)
    throw Refusal(
      .notPaid, "order \(order) is not paid, so \(consequence)",
      next: CommandText.line("order", "amend", order, "QUOTE"))
  }

  private func refuseCancelled(_ state: OrderState) throws(Refusal) {
    if state.status == .cancelled { try refuse(cancelled: state) }
  }

  private func refuse(cancelled state: OrderState) throws(Refusal) {
    throw Refusal(
      .alreadyCancelled,
      "order \(order) is cancelled; what is agreed anew is a new order with its own number",
      next: CommandText.line("order", "show", order))
  }
}
