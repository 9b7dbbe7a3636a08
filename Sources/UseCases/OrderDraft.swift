public import Domain

/// An order as a person places it.
public struct OrderDraft: Sendable {
  /// The Pugongying order number; `nil` when there is none (yet), which an audit reports.
  public var number: String?
  /// Who makes the note: an id, 小红书号, link, or (part of) a nickname.
  public var creator: String
  /// What a creator is called whom the book doesn't know yet; `nil` for the words of `creator`.
  public var nickname: String?
  /// The creator's price, before either fee.
  public var quote: Money
  /// Which kind of note, if said.
  public var format: NoteFormat?
  /// An ordinary or a boosted order.
  public var mode = FeeRate.Mode.standard
  /// Whether it is placed past Pugongying, which an audit reports.
  public var isDirect = false
  /// The MCN; `nil` for the one on the creator's card.
  public var mcn: String?
  /// The campaign it belongs to, if any.
  public var campaign: String?

  /// An ordinary order.
  public init(number: String?, creator: String, quote: Money, format: NoteFormat?) {
    self.number = number
    self.creator = creator
    self.quote = quote
    self.format = format
  }
}
