/// The short key of a creator inside one book file. It means nothing outside.
public struct CreatorKey: Hashable, Sendable {
  let number: Int64
}
