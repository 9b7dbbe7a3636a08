public import Domain

/// An order as it stands: what was agreed, and where its money is.
public struct Order: Hashable, Sendable {
  /// Its Pugongying number, or the book's own name for an order without one.
  public let name: String
  /// What was agreed at booking; its quote is the one agreed last.
  public let booking: Booking
  /// Where its money is.
  public let state: OrderState
  /// The Shanghai day it was booked.
  public let bookedOn: Day
  /// The Shanghai day it was paid, if it was.
  public let paidOn: Day?

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
      var booking = before.booking
      booking.quote = state.quote
      self.init(
        name: before.name, booking: booking, state: state, bookedOn: before.bookedOn,
        paidOn: entry.event.kind == .pay ? entry.day : before.paidOn)
      return
    }
    self.init(
      name: entry.order, booking: booking, state: state, bookedOn: entry.day, paidOn: nil)
  }
}
