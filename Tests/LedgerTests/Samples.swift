import Domain
import Ledger

/// Shorthand for the tests of this folder.
func money(_ text: String) throws -> Money {
  text.hasPrefix("-")
    ? try -Money(yuanText: String(text.dropFirst())) : try Money(yuanText: text)
}

func booking(_ quote: Money, brand: Int64 = 1000, creator: Int64 = 1000) -> Booking {
  Booking(
    creator: CreatorID("kb001"), quote: quote,
    rates: FrozenRates(brand: Share(basisPoints: brand), creator: Share(basisPoints: creator)))
}

/// One order and everything that was posted to it.
struct Play {
  var state: OrderState?
  var transfers: [Transfer] = []

  /// Posts an event and gives its transfers as LEDGER writes them: `1900<-2900 8,800.06`.
  @discardableResult
  mutating func post(_ event: Event, reason: String = "") throws(Refusal) -> [String] {
    let posting = try Posting(event, on: state, order: "PGY-0001", reason: reason)
    state = posting.state
    transfers += posting.transfers
    return posting.transfers.map {
      "\($0.debit.number)<-\($0.credit.number) \($0.amount.description.dropFirst())"
    }
  }

  /// LEDGER's example in a status: quote 8,000.05, both fees 10 %.
  init(_ status: OrderState.Status? = nil) throws {
    guard let status else { return }
    try post(.book(booking(money("8000.05"))))
    switch status {
    case .booked: break
    case .paid: try post(.pay)
    case .completed:
      try post(.pay)
      try post(.complete)
    case .cancelled: try post(.cancel(killFee: .zero, keeping: []))
    }
  }
}

/// The rule that refuses, or `nil` when nothing does.
func refusal(_ play: Play, _ event: Event, reason: String = "") -> Refusal.Rule? {
  do {
    _ = try Posting(event, on: play.state, order: "PGY-0001", reason: reason)
    return nil
  } catch { return error.rule }
}

/// The schedule of the guide: 10 % from both sides, boosted 20 % from the brand.
let guide = FeeSchedule(
  [
    (FeeRate.Side.brand, FeeRate.Mode.standard, Int64(1000)), (.creator, .standard, 1000),
    (.brand, .boosted, 2000), (.creator, .boosted, 1000),
  ].map { side, mode, points in
    FeeRate(
      side: side, mode: mode, from: Day(number: 18_262), share: Share(basisPoints: points),
      source: "test")
  })
