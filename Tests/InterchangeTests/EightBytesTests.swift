import CBytes
import Domain
import Testing

@testable import Interchange

/// Bytes looked at together are taken as they are one by one.
@Suite struct EightBytesTests {
  @Test func `a broken byte is found wherever it is among whole characters`() {
    var random = SeededRandom(seed: 3)
    let usual = ["a", "7", ",", "\n", "小", "鹿", "가", "？"].map { Array($0.utf8) }
    let others = ["é", "🍑", "ࠀ", "ကြ", "\u{D7FF}", "\u{10000}", "𠀀", "\u{10FFFF}"].map {
      Array($0.utf8)
    }
    for _ in 0..<3_000 {
      var bytes: [UInt8] = []
      let length = random.below(300)
      while bytes.count < length {
        bytes +=
          random.below(40) == 0
          ? others[random.below(others.count)] : usual[random.below(usual.count)]
      }
      if random.below(4) > 0, !bytes.isEmpty {
        // Half of them at the bounds of what may start or follow.
        let bounds: [UInt8] = [
          0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0,
          0xF1, 0xF4, 0xF5,
        ]
        bytes[random.below(bytes.count)] =
          random.below(2) == 0 ? UInt8(random.below(256)) : bounds[random.below(bounds.count)]
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

  @Test(arguments: [Byte.comma, Byte.tab])
  func `cells end where a look at each byte says`(_ delimiter: UInt8) throws {
    var random = SeededRandom(seed: 11)
    let signs = Array("abc012,,;\t\"\n\r\u{0}\u{1F} ~\u{7F}".utf8) + Array("小鹿é🍑ア".utf8)
    for _ in 0..<300 {
      let rare = random.below(30) + 1
      let bytes = (0..<(128 + random.below(400))).map { _ in
        random.below(rare) == 0 ? signs[random.below(signs.count)] : UInt8(ascii: "a")
      }
      let isEnd = { (byte: UInt8) in
        byte == delimiter || byte == Byte.quote || byte < 0x20 || byte == 0x7F
      }
      let isOther = { (byte: UInt8) in byte >= 0xC0 && !(0xE4...0xE9).contains(byte) }
      let told = (bytes.count / 64 - 1) * 64
      let all = bytes.indices.filter { $0 < told && isEnd(bytes[$0]) }
      let others = bytes.indices.filter { isOther(bytes[$0]) }
      try bytes.withUnsafeBytes { bytes in
        let text = try #require(CellEnds.Text(bytes, partedBy: delimiter))
        var ends = CellEnds()
        for _ in 0..<8 {
          let start = random.below(bytes.count)
          ends.go(to: start, in: text)
          let asked = random.below(20)
          let wanted = all.filter { $0 >= start }.prefix(asked)
          var found: [Int] = []
          while found.count < wanted.count, let end = ends.next(in: text) { found.append(end) }
          #expect(found == Array(wanted))
          if wanted.count < asked { #expect(ends.next(in: text) == nil) }
          // It may say so of what is near, too.
          let hasOthers = others.contains { $0 >= start && $0 <= found.last ?? start }
          #expect(ends.hasOthers || !hasOthers || start >= told)
        }
      }
    }
  }

  @Test func `what a processor has more than others changes nothing`() {
    var random = SeededRandom(seed: 13)
    for _ in 0..<5_000 {
      let bytes = (0..<67).map { _ in
        random.below(3) > 0 ? UInt8(0x20 + random.below(96)) : UInt8(random.below(256))
      }
      bytes.withUnsafeBufferPointer { bytes in
        guard let start = bytes.baseAddress.map({ $0 + 3 }) else { return }
        var (hasOthers, hasOthersAlike) = (false, false)
        let ends = kb_ends(start, Byte.comma, &hasOthers)
        let isSame =
          ends == kb_ends_alike(start, Byte.comma, &hasOthersAlike)
          && hasOthers == hasOthersAlike && kb_are_clear(start) == kb_are_clear_alike(start)
        if !isSame { Issue.record("\(Array(bytes))") }
      }
    }
  }

  @Test func `a user id is what has 24 hexadecimal digits in lower case`() {
    let id = Array("0741c7a87ce42c8218072e8c".utf8)
    for place in id.indices {
      for byte in UInt8.min...UInt8.max {
        var bytes = id + Array(",12345678".utf8)
        bytes[place] = byte
        let isOne = "0123456789abcdef".utf8.contains(byte)
        bytes.withUnsafeBytes { bytes in
          let cell = bytes.baseAddress.flatMap { PlainCell(start: $0, count: 24).id }
          if (cell?.isUserID ?? false) != isOne { Issue.record("byte \(byte) at \(place)") }
        }
      }
    }
  }
}
