/// A note as the book knows it, without its figures.
public struct KeptNote: Sendable {
  /// Its place in the book.
  public let number: Int64
  /// 笔记id; `nil` for all notes of an order of which only an order report tells.
  public let noteID: String?
  /// 订单id.
  public let order: String?
  /// The user id of its creator, as files gave it.
  public let userID: String?
  /// The campaign that imports said.
  public let campaign: String?
  /// How many notes the order has, where only its report tells of them.
  public let noteCount: Int64?
}
