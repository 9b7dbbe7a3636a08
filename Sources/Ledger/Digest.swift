/// A SHA-256 hash: 32 bytes that stand for all the bytes they were made of.
public struct Digest: Hashable, Sendable {
  /// How many bytes it has.
  public static let length = 32

  /// The bytes.
  public let bytes: [UInt8]

  /// The hash of some bytes.
  public init(of bytes: [UInt8]) { self = Chain.hash(bytes) }

  /// A hash as it is kept, or `nil` unless it has 32 bytes.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.length else { return nil }
    self.bytes = bytes
  }

  /// A hash as it is printed, 64 hexadecimal digits, or `nil` for any other text.
  public init?(hex: String) {
    let digits = hex.map(\.hexDigitValue)
    let values = digits.compactMap(\.self)
    guard digits.count == 2 * Self.length, values.count == digits.count else { return nil }
    bytes = stride(from: 0, to: values.count, by: 2).map {
      UInt8(values[$0] * 16 + values[$0 + 1])
    }
  }
}

extension Digest: CustomStringConvertible {
  /// 64 hexadecimal digits in lower case.
  public var description: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
