public import Domain

/// An order as it stands: what was agreed, and where its money is.
public struct Order: Hashable, Sendable {
  /// Its Pugongying number, or the book's own name for an order without one.
  public let name: String
  /// What was agreed at booking; its quote is the one agreed last.
  public private(set) var booking: Booking
  /// Where its money is.
  public private(set) var state: OrderState
  /// The Shanghai day it was booked.
  public let bookedOn: Day
  /// The Shanghai day it was paid, if it was.
  public private(set) var paidOn: Day?

  /// An order.
  public init(name: String, booking: Booking, state: OrderState, bookedOn: Day, paidOn: Day?) {
    self.name = name
    self.booking = booking
    self.state = state
    self.bookedOn = bookedOn
    self.paidOn = paidOn
  }

  /// The order that an entry leaves behind.
  ///
  /// - Parameter before: the order as it was; `nil` when the entry books it.
  public init?(_ before: Order?, after entry: Entry, state: OrderState) {
    guard case .book(let booking) = entry.event else {
      guard let before else { return nil }
      self = before
      follow(entry, to: state)
      return
    }
    self.init(
      name: entry.order, booking: booking, state: state, bookedOn: entry.day, paidOn: nil)
  }

  /// Moves on by an entry that is not its booking.
  mutating func follow(_ entry: Entry, to state: OrderState) {
    self.state = state
    booking.quote = state.quote
    if case .pay = entry.event { paidOn = entry.day }
  }
}
