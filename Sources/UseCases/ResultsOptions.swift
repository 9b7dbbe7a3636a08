public import Domain

/// How results are to be imported, where a person says so.
public struct ResultsOptions: Sendable {
  /// The day of figures whose rows name none; `nil` for today.
  public var asOf: Day?
  /// The campaign of notes whose orders name none.
  public var campaign: String?
  /// A sheet of the workbooks by name; `nil` for the one whose header fits.
  public var sheet: String?
  /// Whether to do everything but keep it.
  public var isDryRun = false

  /// Nothing said.
  public init() {}
}
