import Testing

@testable import Interchange

@Suite struct DecodedTextTests {
  private func decoded(_ bytes: [UInt8], as forced: TextEncoding? = nil) throws -> String {
    let text = try DecodedText(bytes, file: "f", as: forced)
    return "\(text.encoding.name): \(String(decoding: text.bytes, as: UTF8.self))"
  }

  @Test(
    arguments: [
      (Array("昵称".utf8), "UTF-8: 昵称"), ([0xEF, 0xBB, 0xBF] + Array("昵称".utf8), "UTF-8: 昵称"),
      ([], "UTF-8: "), ([0xEA, 0xC7, 0xB3, 0xC6], "GB18030: 昵称"),
      ([0xFF, 0xFE, 0x35, 0x66, 0xF0, 0x79], "UTF-16: 昵称"),
      ([0xFE, 0xFF, 0x66, 0x35, 0x79, 0xF0], "UTF-16: 昵称"),
      ([0xFF, 0xFE, 0x3D, 0xD8, 0x00, 0xDE], "UTF-16: 😀"),
      // Four bytes of GB18030, from the standard's own mapping: U+1F600 and U+3400.
      ([0x94, 0x39, 0xFC, 0x36], "GB18030: 😀"), ([0x81, 0x39, 0xEE, 0x39], "GB18030: 㐀"),
    ] as [([UInt8], String)])
  func `the encoding is found`(bytes: [UInt8], text: String) throws {
    #expect(try decoded(bytes) == text)
  }

  @Test(
    arguments: [
      ([0x61, 0x0A, 0xFF], 2, 1), ([0xC4, 0xEA, 0x80, 0x20], 1, 2), ([0xC4], 1, 1),
      ([0xFF, 0xFE, 0x61], 1, 1), ([0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8], 1, 2),
      ([0xFF, 0xFE, 0x00, 0xDC], 1, 1), ([0xEF, 0xBB, 0xBF, 0x61, 0xC4, 0xEA], 1, 2),
    ] as [([UInt8], Int, Int)])
  func `bytes that fit no encoding are refused with their place`(
    bytes: [UInt8], line: Int, character: Int
  ) {
    let problem = #expect(throws: ImportProblem.self) { try DecodedText(bytes, file: "f") }
    #expect(problem?.line == line)
    #expect(problem?.character == character)
  }

  @Test func `UTF-8 with a broken byte is not read as GB18030`() {
    let bytes = Array("昵称,粉丝数\n小红薯,12".utf8) + [0xE4, 0xB8] + Array("\n大红薯,5".utf8)
    let problem = #expect(throws: ImportProblem.self) { try DecodedText(bytes, file: "f") }
    #expect(problem?.line == 2)
    #expect(problem?.character == 7)
  }

  @Test func `a forced encoding is strict, too`() throws {
    let bytes: [UInt8] = [0xEA, 0xC7]
    let text = try decoded(bytes, as: .gb18030)
    #expect(text == "GB18030: 昵")
    #expect(throws: ImportProblem.self) { try decoded(bytes, as: .utf8) }
    #expect(throws: ImportProblem.self) { try decoded(bytes, as: .utf16) }
  }

  @Test func `the header of the GB18030 sample reads as the eye reads it`() throws {
    let text = try DecodedText(try Sample.bytes("qiangua_creators_gb18030.csv"), file: "f")
    let header = String(decoding: text.bytes.prefix { $0 != 0x0A }, as: UTF8.self)
    #expect(header.hasPrefix("博主昵称,千瓜指数,达人类型,粉丝数,赞藏总数,笔记数,平均互动,平均点赞"))
    #expect(header.contains("实时报价-图文,实时报价-图文CPE,实时报价-视频"))
  }
}
