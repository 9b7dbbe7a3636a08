public import Domain

/// What is agreed at booking, its texts wherever they are: a ``Booking`` that needs no memory of its own.
public struct Terms<Text: Hashable & Sendable>: Hashable, Sendable {
  /// Who makes the note.
  public let creator: Text
  let quote: Money
  let rates: FrozenRates
  /// An ordinary or a boosted order.
  public let mode: FeeRate.Mode
  /// Where it was placed.
  public let channel: Booking.Channel
  /// Whether it has a Pugongying order number.
  public let hasNumber: Bool
  /// Which kind of note, if said.
  public let format: NoteFormat?
  /// The MCN that represented the creator, if any.
  public let mcn: Text?
  /// The campaign it belongs to, if any.
  public let campaign: Text?

  /// The same with its texts elsewhere.
  func map<Other: Hashable & Sendable>(_ place: (Text) -> Other) -> Terms<Other> {
    Terms<Other>(
      creator: place(creator), quote: quote, rates: rates, mode: mode, channel: channel,
      hasNumber: hasNumber, format: format, mcn: mcn.map(place), campaign: campaign.map(place))
  }
}

extension Terms<String> {
  init(_ booking: Booking) {
    self.init(
      creator: booking.creator.text, quote: booking.quote, rates: booking.rates,
      mode: booking.mode, channel: booking.channel, hasNumber: booking.hasNumber,
      format: booking.format, mcn: booking.mcn, campaign: booking.campaign)
  }
}

extension Booking {
  init(_ terms: Terms<String>) {
    self.init(
      creator: CreatorID(terms.creator), quote: terms.quote, rates: terms.rates, mode: terms.mode,
      channel: terms.channel, hasNumber: terms.hasNumber, format: terms.format, mcn: terms.mcn,
      campaign: terms.campaign)
  }
}
