/// What people call channels: reference data.
public struct ChannelWords: Sendable {
  private let channels: [String: ReturnChannel]

  /// The words of each channel, by its code. A code is a word of its own; of two channels with one word the
  /// earlier has it.
  public init(_ rows: [(code: String, words: [String])]) {
    let pairs = rows.flatMap { row in
      ([row.code] + row.words).map { (Self.folded($0), ReturnChannel(code: row.code)) }
    }
    channels = Dictionary(pairs) { first, _ in first }
  }

  /// The channel that a word means; a word that nothing is known of is its own channel.
  public func channel(_ word: String) -> ReturnChannel {
    channels[Self.folded(word)] ?? ReturnChannel(code: word)
  }

  /// The channel of ads that a file says to have been shown somewhere, or ``AdResult/anywhere``.
  public func channel(ofAds format: String) -> ReturnChannel {
    let channel = channel(format)
    return channel == .other(AdResult.anywhere) ? .otherAds : channel
  }

  private static func folded(_ word: String) -> String { Key.squeezed(word).lowercased() }
}
