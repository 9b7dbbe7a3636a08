public import Domain

/// An order as a journal leaves it, its texts by their numbers: it needs no memory of its own.
public struct Played: Sendable {
  /// What was agreed at booking.
  public let terms: Terms<Int32>
  /// Where its money is.
  public internal(set) var state: OrderState
  /// The Shanghai day it was booked.
  public let bookedOn: Day
  /// The Shanghai day it was paid, if it was.
  public private(set) var paidOn: Day?

  init(terms: Terms<Int32>, state: OrderState, bookedOn: Day) {
    (self.terms, self.state, self.bookedOn) = (terms, state, bookedOn)
  }

  /// Moves on by an entry that is not its booking.
  mutating func follow(_ entry: EntryFigures, to state: OrderState) {
    self.state = state
    if case .pay = entry.step { paidOn = entry.day }
  }

  /// The same with its texts under other numbers.
  func renumbered(_ numbers: [Int32]) -> Played {
    var played = Played(
      terms: terms.map { numbers[Int($0)] }, state: state, bookedOn: bookedOn)
    played.paidOn = paidOn
    return played
  }

  /// The order with its texts.
  func order(_ name: String, _ texts: NamePlaces) -> Order {
    var booking = Booking(terms.map { texts.name(Int($0)) })
    booking.quote = state.quote
    return Order(name: name, booking: booking, state: state, bookedOn: bookedOn, paidOn: paidOn)
  }
}
