/// What ads on a note cost and did, of a day or from their beginning through a day.
public struct AdResult: Hashable, Sendable {
  /// What the figures are of.
  public enum Span: String, Sendable {
    /// One day.
    case day
    /// Everything through a day.
    case total
  }

  /// The format of ads of which a file doesn't say where they were shown.
  public static let anywhere = "all"

  /// The note that was advertised.
  public var noteID: String
  /// `feed`, `search`, `splash`, the file's own word for another, or ``anywhere``.
  public var format: String
  /// Whether the figures are of the day alone.
  public var span: Span
  /// What the ads cost: Juguang's fee.
  public var spend: Money
  /// How often they were shown.
  public var impressions: Int64?
  /// How often they were clicked.
  public var clicks: Int64?
  /// Interactions after that.
  public var interactions: Int64?

  /// A result.
  public init(
    noteID: String, format: String, span: Span, spend: Money, impressions: Int64? = nil,
    clicks: Int64? = nil, interactions: Int64? = nil
  ) {
    (self.noteID, self.format, self.span, self.spend) = (noteID, format, span, spend)
    (self.impressions, self.clicks, self.interactions) = (impressions, clicks, interactions)
  }
}
