/// What a file states of a note, or of all notes of an order.
public struct StatedNote: Hashable, Sendable {
  /// 笔记id; `nil` in an order report.
  public var noteID: String?
  /// 订单id.
  public var order: String?
  /// The creator's user id.
  public var userID: String?
  /// The creator's nickname, which proves nothing.
  public var nickname: String?
  /// 笔记标题.
  public var title: String?
  /// 笔记链接.
  public var link: String?
  /// 笔记类型.
  public var format: NoteFormat?
  /// 笔记发布日期.
  public var publishedOn: Day?
  /// 合作名称.
  public var campaign: String?
  /// 笔记数: how many notes the figures of an order are of.
  public var noteCount: Int64?
  /// What the note has reached.
  public var figures = NoteFigures()
  /// 博主报价.
  public var quote: Money?
  /// 服务费金额, the brand-side fee.
  public var fee: Money?
  /// What the brand paid, fee included, where the file says that instead.
  public var cost: Money?
  /// Whether the fee is cut to whole yuan.
  public var hasCutFee = false

  /// Nothing said.
  public init() {}

  /// Whether what this says of the cost is said by another too.
  public func costsNothingNew(beside other: StatedNote) -> Bool {
    (fee == nil || isFee(of: other)) && (quote == nil || quote == other.quote)
      && (cost == nil || cost == other.cost)
  }

  /// Whether another's fee is the same, or the exact one where this was cut.
  private func isFee(of other: StatedNote) -> Bool {
    fee == other.fee || hasCutFee && other.fee.map { $0.fen / 100 * 100 } == fee?.fen
  }

  /// Takes over what this doesn't say of figures and cost from what was said before of the same day, and
  /// the exact fee in place of the one that was cut.
  public mutating func complete(with before: StatedNote) {
    figures = NoteFigures(zip(figures.values, before.figures.values).map { $0 ?? $1 })
    if fee == nil || isFee(of: before) { fee = before.fee }
    (quote, cost) = (quote ?? before.quote, cost ?? before.cost)
  }
}
