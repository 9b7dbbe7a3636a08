public import Domain

/// A statement of Pugongying's for a quarter, as it was read from a file.
public struct PlatformStatement: Hashable, Sendable {
  /// The number that the book gave it; 0 before it is kept.
  public var number: Int64
  /// Order report or note batch.
  public let kind: StatementKind
  /// The name of the quarter that it was given for.
  public let quarter: String
  /// The quarter's first day, which tells it from every other.
  public let firstDay: Day
  /// The file's name, without its folders.
  public let file: String
  /// The sheet that was read; `nil` for text.
  public let sheet: String?
  /// The day of its figures; the day it was given when it doesn't say.
  public let asOf: Day
  /// The file's SHA-256.
  public let digest: Digest
  /// When it was given first.
  public let keptAt: Moment
  /// Who gave it.
  public let keptBy: String
  /// In the order of the file.
  public var lines: [StatementLine]

  /// A statement.
  public init(
    number: Int64, kind: StatementKind, quarter: String, firstDay: Day, file: String,
    sheet: String?, asOf: Day, digest: Digest, keptAt: Moment, keptBy: String,
    lines: [StatementLine]
  ) {
    (self.number, self.kind, self.quarter, self.firstDay) = (number, kind, quarter, firstDay)
    (self.file, self.sheet, self.asOf, self.digest) = (file, sheet, asOf, digest)
    (self.keptAt, self.keptBy, self.lines) = (keptAt, keptBy, lines)
  }
}
