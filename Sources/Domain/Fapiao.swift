/// What is noted of an order's invoice (发票): texts, nothing is worked out from them.
public struct Fapiao: Hashable, Sendable {
  /// 发票号码.
  public var number: String?
  /// The day on it, as written.
  public var date: String?
  /// Whatever there is to say of tax.
  public var note: String?

  /// What is noted; `nil` for nothing.
  public init(number: String? = nil, date: String? = nil, note: String? = nil) {
    (self.number, self.date, self.note) = (number, date, note)
  }
}
