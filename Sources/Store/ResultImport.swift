public import Domain

/// A file of results that was read.
public struct ResultImport: Sendable {
  /// Its number.
  public let number: Int64
  /// When it was read.
  public let at: Moment
  /// Who read it in.
  public let actor: String
  /// The file's name, without its folders.
  public let file: String
  /// The layout's name.
  public let layout: String
  /// The file's SHA-256, as text.
  public let digest: String
  /// How many rows it had.
  public let rows: Int64
  /// How many said something new.
  public let added: Int64
}
