/// What a line of Pugongying's statement says of one order or note: plain values, nothing looked up.
public struct StatementLine: Hashable, Sendable {
  /// The row of the sheet, or the line of the text.
  public let row: Int
  /// 序号, the number that the statement itself gives its lines, if it does.
  public let number: Int64?
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
  /// When the order was completed, if it was; a note batch doesn't say it.
  public let completedOn: Day?
  /// When the note was published, if it was; an order report doesn't say it.
  public let publishedOn: Day?
  /// The creator's user id; an order report doesn't say it.
  public let userID: String?
  /// The creator's nickname; an order report doesn't say it.
  public let nickname: String?

  /// A line; what a statement doesn't say is `nil`.
  public init(
    row: Int, number: Int64? = nil, order: String, quote: Money, serviceFee: Money?,
    mode: FeeRate.Mode = .standard, campaign: String? = nil, createdOn: Day? = nil,
    completedOn: Day? = nil, publishedOn: Day? = nil, userID: String? = nil,
    nickname: String? = nil
  ) {
    (self.row, self.number, self.order) = (row, number, order)
    (self.quote, self.serviceFee, self.mode) = (quote, serviceFee, mode)
    (self.campaign, self.createdOn, self.completedOn) = (campaign, createdOn, completedOn)
    (self.publishedOn, self.userID, self.nickname) = (publishedOn, userID, nickname)
  }

  /// All days that the statement gives for the order.
  public var days: [Day] { [createdOn, completedOn, publishedOn].compactMap(\.self) }
}
