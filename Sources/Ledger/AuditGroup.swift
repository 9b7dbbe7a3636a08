/// One line of an audit: the orders that have something in common, and what they come to.
public struct AuditGroup: Hashable, Sendable {
  /// The tier's code, the creator's id or the MCN's name; `nil` for orders without one.
  public let key: String?
  /// How people call it: the tier's name, the nickname; `nil` when the key is all there is.
  public let name: String?
  /// How many orders were charged, settled or booked here, by the basis.
  public internal(set) var orders: Int
  /// What they come to.
  public internal(set) var amounts: Recognised
}
