/// A few Latin letters and digits in one word of memory: six bits each from the left, so that texts in
/// order are numbers in order.
public struct Letters: Hashable, CustomStringConvertible, Sendable {
  /// At most so many; what is longer is cut.
  public static let most = 10

  /// The codes from the left in the lower 60 bits: `a` is 1 … `z` 26, `0` is 27 … `9` 36.
  public private(set) var bits: UInt64 = 0
  /// How many there are.
  public private(set) var count = 0

  /// No letters.
  public init() {}

  /// The letters of some codes.
  public init(_ codes: some Sequence<UInt8>) {
    for code in codes.prefix(Self.most) { append(code) }
  }

  /// The code of a folded scalar, `nil` when it is neither a letter `a` … `z` nor a digit; `ü` is typed `v`.
  public static func code(of scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x61...0x7A: UInt8(scalar - 0x60)
    case 0x30...0x39: UInt8(scalar - 0x30 + 27)
    case 0xFC: 22
    default: nil
    }
  }

  /// The letters as text.
  public var description: String {
    String(
      String.UnicodeScalarView(
        (0..<count).map { place in
          let code = self[place]
          return Unicode.Scalar(code <= 26 ? code + 0x60 : code - 27 + 0x30)
        }))
  }

  /// The code at a place.
  public subscript(place: Int) -> UInt8 { UInt8(bits >> UInt64(54 - 6 * place) & 63) }

  /// These letters and then others, as many as fit.
  public func followed(by other: Letters) -> Letters {
    var both = self
    both.bits |= other.bits >> UInt64(6 * count)
    both.count = min(count + other.count, Self.most)
    return both
  }

  private mutating func append(_ code: UInt8) {
    bits |= UInt64(code) << UInt64(54 - 6 * count)
    count += 1
  }
}
