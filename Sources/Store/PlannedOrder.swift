public import Domain

/// A pick of a saved shortlist, as far as an order needs it.
public struct PlannedOrder: Hashable, Sendable {
  /// Who makes the note.
  public let creator: CreatorID
  /// Which kind of note.
  public let format: NoteFormat
  /// The price as it was decided, before either fee.
  public let quote: Money
  /// The MCN as it was then.
  public let agency: String?
}
