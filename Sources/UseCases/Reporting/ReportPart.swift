import Domain
import Interchange

/// A part of a report: a list, what it says in a sentence, and how it is drawn. Each form of the report
/// is made of the same parts.
public struct ReportPart: Sendable {
  /// Its name for machines: `return`.
  public let key: String
  /// Its name for people, in both languages.
  public let title: String
  /// What its figures are made of.
  public let remark: String
  /// Its rows, without a sum.
  public let rows: Listing
  /// What the rows come to or are measured by, if that has a sense.
  public let total: [Cell]?
  /// How many rows are for people who look at all of it at once.
  public let most: Int
  let charts: [ReportChart]
  /// On a page, the key of the column that stands small below another, by that one's key.
  let below: [String: String]
  private let shownKeys: [String]

  /// A part.
  ///
  /// - Parameter shown: the keys of the columns that people see; empty for all.
  init(
    _ key: String, _ title: String, remark: String = "", _ rows: Listing, total: [Cell]? = nil,
    shown: [String] = [], most: Int = 60, below: [String: String] = [:], charts: [ReportChart] = []
  ) {
    (self.key, self.title, self.remark) = (key, title, remark)
    (self.rows, self.total, self.most) = (rows, total, most)
    (shownKeys, self.below, self.charts) = (shown, below, charts)
  }

  /// All of it, the sum as the last row.
  public var listing: Listing {
    Listing(columns: rows.columns, rows: rows.rows + (total.map { [$0] } ?? []))
  }

  /// What people see of it.
  public var shown: Listing { shownKeys.isEmpty ? listing : listing.keeping(shownKeys) }

  /// The same without its sum, and the sum.
  var shownParts: (rows: Listing, total: [Cell]?) {
    guard !shownKeys.isEmpty else { return (rows, total) }
    let sum = total.map { Listing(columns: rows.columns, rows: [$0]).keeping(shownKeys).rows[0] }
    return (rows.keeping(shownKeys), sum)
  }
}
