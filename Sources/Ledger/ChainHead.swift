/// How far a journal goes and the hash of all of it: kept elsewhere, it proves later that nothing of it
/// has changed since (LEDGER section 7).
public struct ChainHead: Hashable, Sendable {
  /// The newest entry; 0 for an empty journal.
  public let sequence: Int64
  /// The hash of that entry; the genesis hash for an empty journal.
  public let digest: Digest

  /// A head.
  public init(sequence: Int64, digest: Digest) {
    (self.sequence, self.digest) = (sequence, digest)
  }

  /// A head as reports print it, `236:421e…`: the entry, a colon, 64 hexadecimal digits.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let sequence = Int64(parts[0]), sequence >= 0,
      let digest = Digest(hex: parts[1])
    else { return nil }
    self.init(sequence: sequence, digest: digest)
  }
}

extension ChainHead: CustomStringConvertible {
  /// `236:421e…`, to be given to `audit --anchor`.
  public var description: String { "\(sequence):\(digest)" }
}
