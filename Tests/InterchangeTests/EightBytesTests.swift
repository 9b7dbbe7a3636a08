import Domain
import Testing

@testable import Interchange

/// Bytes looked at together are taken as they are one by one.
@Suite struct EightBytesTests {
  @Test func `a broken byte is found wherever it is among whole characters`() {
    var random = SeededRandom(seed: 3)
    let usual = ["a", "7", ",", "\n", "小", "鹿", "가", "？"].map { Array($0.utf8) }
    let others = ["é", "🍑", "ࠀ", "\u{D7FF}", "𠀀"].map { Array($0.utf8) }
    for _ in 0..<3_000 {
      var bytes: [UInt8] = []
      let length = random.below(300)
      while bytes.count < length {
        bytes +=
          random.below(40) == 0
          ? others[random.below(others.count)] : usual[random.below(usual.count)]
      }
      if random.below(4) > 0, !bytes.isEmpty {
        bytes[random.below(bytes.count)] = UInt8(random.below(256))
      }
      if random.below(4) == 0 { bytes.removeLast(min(bytes.count, random.below(3))) }
      #expect(StrictUTF8.firstInvalidByte(in: bytes) == Self.firstInvalidByte(bytes))
    }
  }

  /// As Swift has it.
  private static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  @Test func `short numbers are what long ones are`() {
    var random = SeededRandom(seed: 5)
    let signs = Array("0123456789012345678901234567890123456789.../:%,-x\u{FF}".utf8)
    for _ in 0..<20_000 {
      let length = 1 + random.below(9)
      let text = (0..<length).map { _ in signs[random.below(signs.count)] }
      let padded = text + Array("0,123%.45".utf8)
      padded.withUnsafeBytes { bytes in
        guard let start = bytes.baseAddress else { return }
        let cell = PlainCell(start: start, count: length)
        let words = String(decoding: text, as: UTF8.self)
        // Other texts than plain numbers are declined, which is no answer.
        if let count = cell.count(power: 0) {
          #expect(count == (try? CellText.count(words, power: 0)), "\(words)")
        }
        if let rate = cell.percent { #expect(rate == (try? CellText.percent(words)), "\(words)") }
        if let fen = cell.price { #expect(fen == (try? Money(yuanText: words).fen), "\(words)") }
        let digits = text.allSatisfy { (0x30...0x39).contains($0) }
        #expect(!digits || cell.count(power: 0) != nil && cell.price != nil, "\(words)")
      }
    }
  }
}
