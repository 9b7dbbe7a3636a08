/// Which of Pugongying's two statements a file is.
public enum StatementKind: String, CaseIterable, Sendable {
  /// 订单报告: one row an order, fees to the fen, no creators.
  case orders
  /// 笔记批量数据: one row a note, with its creator; fees cut to whole yuan.
  case notes

  /// As people say it.
  public var title: String {
    switch self {
    case .orders: "order report"
    case .notes: "note batch"
    }
  }
}
