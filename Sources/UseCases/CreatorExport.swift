public import Domain
import Interchange

/// Creators on their way out, in kolbook's own columns: importing them again changes nothing.
public struct CreatorExport: Sendable {
  /// How many creators.
  public let count: Int
  private let writer: CreatorListWriter
  private let rater: String

  init(_ records: [CreatorRecord], rater: String) {
    (count, self.rater) = (records.count, rater)
    writer = CreatorListWriter(records)
  }

  /// As CSV, for other programs.
  public func csv() -> [UInt8] { writer.csv() }

  /// As tab-separated text, for pipes.
  public func tsv() -> [UInt8] { writer.csv(CSVWriter(delimiter: .tab)) }

  /// As a file that Excel opens as it is.
  public func excelCSV() -> [UInt8] { writer.csv(.excel) }

  /// As a workbook to edit and import again.
  ///
  /// - Parameter progress: told after every thousand rows how many there were, and of how many; what it throws
  ///   ends the writing.
  public func xlsx(
    _ language: HeaderLanguage, progress: (Int, Int) throws -> Void
  ) rethrows -> [UInt8] {
    try writer.xlsx(language, rater: rater, progress: progress)
  }

  /// As a JSON array of objects.
  public func json() -> String { writer.json.text() }
}
