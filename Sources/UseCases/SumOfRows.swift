import Domain
import Interchange

/// What some rows of a file come to that are about one thing, such as the orders of a channel on a day by
/// product, or the ads on a note by picture.
struct SumOfRows {
  /// What rows are about that add up.
  struct About: Hashable {
    let day: Day
    /// A row of it without its figures.
    fileprivate let bare: ResultRecord.Content
  }

  /// A row as large as all of them.
  private(set) var content: ResultRecord.Content
  /// How many there are.
  private(set) var rows: Int
  /// The first of them.
  let line: Int

  /// One row.
  init(_ content: ResultRecord.Content, line: Int) {
    (self.content, self.line, rows) = (content, line, 1)
  }

  private init(bare: ResultRecord.Content, line: Int) {
    (content, self.line, rows) = (bare, line, 0)
  }

  /// The same without a row.
  var empty: SumOfRows { SumOfRows(bare: bare, line: line) }

  /// What it is about on a day.
  func about(_ day: Day) -> About { About(day: day, bare: bare) }

  private var bare: ResultRecord.Content {
    switch content {
    case .note: content
    case .ad(let ad):
      .ad(AdResult(noteID: ad.noteID, format: ad.format, span: ad.span, spend: .zero))
    case .conversion(let sale):
      .conversion(
        Conversion(
          channel: sale.channel, noteID: sale.noteID, creator: sale.creator,
          campaign: sale.campaign, orders: 0, revenue: .zero))
    case .search(let search):
      .search(SearchCount(keyword: search.keyword, campaign: search.campaign, searches: 0))
    }
  }

  /// More rows of the same.
  mutating func add(_ other: SumOfRows) {
    rows += other.rows
    switch (content, other.content) {
    case (.ad(var ad), .ad(let more)):
      ad.spend += more.spend
      ad.impressions = Self.sum(ad.impressions, more.impressions)
      ad.clicks = Self.sum(ad.clicks, more.clicks)
      ad.interactions = Self.sum(ad.interactions, more.interactions)
      content = .ad(ad)
    case (.conversion(var sale), .conversion(let more)):
      sale.orders += more.orders
      sale.revenue += more.revenue
      content = .conversion(sale)
    case (.search(var search), .search(let more)):
      search.searches += more.searches
      content = .search(search)
    default: break
    }
  }

  private static func sum(_ one: Int64?, _ other: Int64?) -> Int64? {
    one == nil && other == nil ? nil : (one ?? 0) + (other ?? 0)
  }
}
