/// What a creator asks for one note, before either service fee.
public struct Quote: Hashable, Sendable {
  /// For which kind of note.
  public var format: NoteFormat
  /// The price net of the brand-side fee (裸价), or `nil` when the creator no longer offers this format.
  public var price: Money?
  /// The day it was quoted.
  public var quotedOn: Day
  /// The last day it holds (保价), if said.
  public var validUntil: Day?
  /// Where it is from.
  public var source: String

  /// A quote; a price of zero is no quote and must be given as `nil`.
  ///
  /// - Precondition: a price is above zero.
  public init(
    format: NoteFormat, price: Money?, quotedOn: Day, validUntil: Day? = nil, source: String
  ) {
    precondition(price.map { $0 > .zero } ?? true, "a quote of nothing is no quote")
    self.format = format
    self.price = price
    self.quotedOn = quotedOn
    self.validUntil = validUntil
    self.source = source
  }

  /// Whether it can be booked on a day.
  public func holds(on day: Day) -> Bool {
    price != nil && quotedOn <= day && (validUntil.map { day <= $0 } ?? true)
  }
}
