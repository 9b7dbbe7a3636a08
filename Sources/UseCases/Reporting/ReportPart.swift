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
  /// How many a page shows.
  let mostOnPage: Int
  let charts: [ReportChart]
  /// On a page, the key of the column that stands small below another, by that one's key.
  let below: [String: String]
  private let shownKeys: [String]
  /// The columns of sentences that are too long for a table of text.
  private let why: Why?

  /// A column of sentences, and the one that names whom each is about.
  struct Why: Sendable {
    let name: String
    let sentence: String
  }

  /// A part.
  ///
  /// - Parameter shown: the keys of the columns that people see; empty for all.
  init(
    _ key: String, _ title: String, remark: String = "", _ rows: Listing, total: [Cell]? = nil,
    shown: [String] = [], most: Int = 60, onPage: Int = 200, below: [String: String] = [:],
    charts: [ReportChart] = [], why: Why? = nil
  ) {
    (self.key, self.title, self.remark) = (key, title, remark)
    (self.rows, self.total, self.most, mostOnPage) = (rows, total, most, onPage)
    (shownKeys, self.below, self.charts, self.why) = (shown, below, charts, why)
  }

  /// All of it, the sum as the last row.
  public var listing: Listing {
    Listing(columns: rows.columns, rows: rows.rows + (total.map { [$0] } ?? []))
  }

  /// What people see of it.
  public var shown: Listing { shownKeys.isEmpty ? listing : listing.keeping(shownKeys) }

  /// The same as a table without sentences, of at most ``most`` rows, and those sentences, each with whom it
  /// is about.
  public var text: (table: Listing, sentences: [String]) {
    let shown = shown
    let first = Listing(columns: shown.columns, rows: Array(shown.rows.prefix(most)))
    guard let why else { return (first, []) }
    let sentences = zip(
      first.keeping([why.name]).rows.joined(), first.keeping([why.sentence]).rows.joined()
    ).map { "\($0.shown): \($1.shown)" }
    return (first.without(why.sentence), sentences)
  }

  /// The same without its sum, and the sum.
  var shownParts: (rows: Listing, total: [Cell]?) {
    guard !shownKeys.isEmpty else { return (rows, total) }
    let sum = total.map { Listing(columns: rows.columns, rows: [$0]).keeping(shownKeys).rows[0] }
    return (rows.keeping(shownKeys), sum)
  }
}
