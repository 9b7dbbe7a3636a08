import Testing

@testable import Interchange

@Suite struct CSVWriterTests {
  @Test func `fields are quoted when they must be and only then`() {
    var writer = CSVWriter()
    writer.write([.text("a"), .text("b,c"), .text("d\"e"), .text("f\ng"), .text(" h;i "), .empty])
    writer.write([.plain("-5"), .text("-5"), .plain("12.50")])
    writer.write([.empty])
    writer.write([.text("")])
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "a,\"b,c\",\"d\"\"e\",\"f\ng\", h;i ,\n-5,'-5,12.50\n\"\"\n\"\"\n")
  }

  @Test func `a file for Excel has a byte-order mark and CRLF`() {
    var writer = CSVWriter.excel
    writer.write([.text("昵称"), .text("=1+1")])
    #expect(writer.bytes == [0xEF, 0xBB, 0xBF] + Array("昵称,'=1+1\r\n".utf8))
  }

  @Test(arguments: [
    ("=1", "'=1"), ("+1", "'+1"), ("-x", "'-x"), ("@a", "'@a"), ("\ta", "'\ta"), ("\ra", "'\ra"),
    ("＝1", "'＝1"), ("'=1", "''=1"), ("'a", "'a"), ("a=1", "a=1"), ("", ""), ("'", "'"),
    ("610000000000000000e48123", "'610000000000000000e48123"), ("6299994484", "6299994484"),
    ("123456789012", "'123456789012"), ("007", "'007"), ("0", "0"), ("1e5e6", "1e5e6"),
    ("30d401d902afda09cba89e0", "30d401d902afda09cba89e0"), ("--", "'--"),
  ])
  func `what Excel would run or change is guarded`(text: String, written: String) {
    #expect(FormulaGuard.guarded(text) == written)
    #expect(FormulaGuard.unguarded(written) == text)
  }

  @Test func `the guard comes off exactly`() {
    var random = SeededRandom(seed: 3)
    for _ in 0..<20_000 {
      let text = random.text()
      #expect(FormulaGuard.unguarded(FormulaGuard.guarded(text)) == text)
    }
  }
}
