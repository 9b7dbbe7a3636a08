public import Domain

/// What is agreed when an order is placed.
public struct Booking: Hashable, Sendable {
  /// Where an order is placed.
  public enum Channel: String, CaseIterable, Sendable {
    /// Through Pugongying, as the platform's rules ask.
    case pugongying
    /// Past the platform: breaks its rules and can get accounts banned.
    case direct
  }

  /// Who makes the note.
  public var creator: CreatorID
  /// The creator's price, before either fee.
  public var quote: Money
  /// The fees at booking.
  public var rates: FrozenRates
  /// An ordinary or a boosted order.
  public var mode: FeeRate.Mode
  /// Where it was placed.
  public var channel: Channel
  /// Whether it has a Pugongying order number; without one its name is the book's own.
  public var hasNumber: Bool
  /// Which kind of note, if said.
  public var format: NoteFormat?
  /// The MCN that represented the creator at booking, if any.
  public var mcn: String?
  /// The campaign it belongs to, such as the shortlist it was booked from, if any.
  public var campaign: String?

  /// A booking; the quote is checked when it is posted.
  public init(
    creator: CreatorID, quote: Money, rates: FrozenRates, mode: FeeRate.Mode = .standard,
    channel: Channel = .pugongying, hasNumber: Bool = true, format: NoteFormat? = nil,
    mcn: String? = nil, campaign: String? = nil
  ) {
    self.creator = creator
    self.quote = quote
    self.rates = rates
    self.mode = mode
    self.channel = channel
    self.hasNumber = hasNumber
    self.format = format
    self.mcn = mcn
    self.campaign = campaign
  }
}
