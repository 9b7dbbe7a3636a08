/// A way to reach a creator.
public struct Contact: Hashable, Sendable {
  /// `wechat`, `phone`, `email`, or the user's own word.
  public let kind: String
  /// The number or address.
  public let value: String

  /// A way to reach a creator.
  public init(kind: String, value: String) {
    self.kind = kind
    self.value = value
  }
}
