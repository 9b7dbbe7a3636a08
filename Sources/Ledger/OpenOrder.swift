public import Domain

/// An order that had money committed or in escrow at a quarter's end.
public struct OpenOrder: Hashable, Sendable {
  /// Its number.
  public let order: String
  /// Who makes the note.
  public let creator: CreatorID
  /// Booked or paid.
  public let status: OrderState.Status
  /// The day it was booked.
  public let bookedOn: Day
  /// The day it was paid, if it was.
  public let paidOn: Day?
  /// Booked, not paid: quote and brand fee.
  public let commitment: Money
  /// Paid, not completed: quote and brand fee.
  public let escrow: Money
}
