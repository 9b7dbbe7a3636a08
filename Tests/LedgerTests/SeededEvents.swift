import Domain
import Ledger

/// SplitMix64: the same seed gives the same events on every machine.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Random events, sensible and senseless, of amounts that like ties.
struct SeededEvents {
  var numbers: SeededNumbers

  init(seed: UInt64) { numbers = SeededNumbers(state: seed) }

  mutating func amount() -> Money {
    switch Int.random(in: 0..<8, using: &numbers) {
    case 0: Money(fen: Int64.random(in: -3...3, using: &numbers))
    case 1: Money(fen: Int64.random(in: 0...300, using: &numbers) * 10 + 5)
    case 2: Money(fen: Int64.random(in: 1...1_000_000_000_000, using: &numbers))
    default: Money(fen: Int64.random(in: 1...3_000, using: &numbers))
    }
  }

  mutating func share() -> Share {
    let points: [Int64] = [0, 1, 333, 800, 1000, 1000, 2000, 10_000]
    return Share(basisPoints: points.randomElement(using: &numbers) ?? 0)
  }

  mutating func event(rest: Money?) -> (Event, reason: String) {
    let amount = Bool.random(using: &numbers) ? rest ?? self.amount() : self.amount()
    let keeping = Event.KeptFees(rawValue: UInt8.random(in: 0...3, using: &numbers))
    let reason = Int.random(in: 0..<8, using: &numbers) == 0 ? "" : "seeded"
    switch Int.random(in: 0..<12, using: &numbers) {
    case 0:
      let rates = FrozenRates(brand: share(), creator: share())
      return (.book(Booking(creator: CreatorID("kb"), quote: self.amount(), rates: rates)), reason)
    case 1, 2: return (.amend(quote: self.amount()), reason)
    case 3, 4: return (.pay, reason)
    case 5: return (.publish(url: nil), reason)
    case 6: return (.complete, reason)
    case 7, 8: return (.refund(self.amount(), keeping: keeping), reason)
    case 9: return (.refund(amount, keeping: keeping), reason)
    case 10:
      let fee = Bool.random(using: &numbers) ? Money.zero : self.amount()
      let kept: Event.KeptFees = Bool.random(using: &numbers) ? [] : keeping
      return (.cancel(killFee: fee, keeping: kept), reason)
    default:
      let part = Recognised.Part.allCases.randomElement(using: &numbers) ?? .quote
      return (.adjust(part, by: Money(fen: Int64.random(in: -50...50, using: &numbers))), reason)
    }
  }
}
