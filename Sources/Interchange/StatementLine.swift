public import Domain

/// What Pugongying says of one order or note: plain values, nothing looked up.
public struct StatementLine: Hashable, Sendable {
  /// The row of the sheet, or the line of the text.
  public let line: Int
  /// The order's number, as text.
  public let order: String
  /// 博主报价: before either fee.
  public let quote: Money
  /// 服务费金额, the brand-side fee: exact in an order report, cut to whole yuan in a note batch; `nil` when
  /// nothing is said.
  public let serviceFee: Money?
  /// Boosted is 优效模式.
  public let mode: FeeRate.Mode
  /// 合作名称.
  public let campaign: String?
  /// When the order was made; a note batch doesn't say it.
  public let createdOn: Day?
  /// When the order was completed, if it was.
  public let completedOn: Day?
  /// The creator's user id from the link; an order report doesn't say it.
  public let userID: String?
  /// The creator's nickname; an order report doesn't say it.
  public let nickname: String?
  /// The note's id; an order report doesn't say it.
  public let note: String?
  /// When the note was published, if it was.
  public let publishedOn: Day?
}
