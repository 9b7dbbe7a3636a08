/// What an import of reference data came to.
public struct ReferenceChange: Sendable {
  /// The table.
  public let table: String
  /// How many rows it has now.
  public let rows: Int
  /// How many of them were not there before.
  public let added: Int
  /// Whether nothing of it was kept.
  public let isDryRun: Bool
}
