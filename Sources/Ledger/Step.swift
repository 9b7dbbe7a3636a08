import Domain

/// What an event does to an order's money: the event without its texts, so that a journal of any length is
/// played without memory for each of its entries.
enum Step: Hashable, Sendable {
  case book(quote: Money, rates: FrozenRates)
  case amend(quote: Money)
  case pay, publish, complete
  case refund(Money, keeping: Event.KeptFees)
  case cancel(killFee: Money, keeping: Event.KeptFees)
  case adjust(Recognised.Part, by: Money)

  /// The booking of what is agreed.
  init<Text>(_ terms: Terms<Text>) { self = .book(quote: terms.quote, rates: terms.rates) }

  /// What kind of event it is.
  var kind: Event.Kind {
    switch self {
    case .book: .book
    case .amend: .amend
    case .pay: .pay
    case .publish: .publish
    case .complete: .complete
    case .refund: .refund
    case .cancel: .cancel
    case .adjust: .adjust
    }
  }
}

extension Event {
  /// What it does.
  var step: Step {
    switch self {
    case .book(let booking): .book(quote: booking.quote, rates: booking.rates)
    case .amend(let quote): .amend(quote: quote)
    case .pay: .pay
    case .publish: .publish
    case .complete: .complete
    case .refund(let amount, let keeping): .refund(amount, keeping: keeping)
    case .cancel(let killFee, let keeping): .cancel(killFee: killFee, keeping: keeping)
    case .adjust(let part, let amount): .adjust(part, by: amount)
    }
  }
}
