public import Domain

/// What a source said of a note on a day.
public struct NoteSnapshot: Sendable {
  /// The day of the figures.
  public let day: Day
  /// The figures.
  public let figures: NoteFigures
  /// 博主报价.
  public let quote: Money?
  /// The brand-side fee.
  public let fee: Money?
  /// What the brand paid, fee included, where the source says that instead.
  public let cost: Money?
  /// The layout it was read by.
  public let source: String
  /// The import that it came with.
  public let importNumber: Int64
}
