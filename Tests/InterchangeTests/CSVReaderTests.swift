import Testing

@testable import Interchange

@Suite struct CSVReaderTests {
  /// Records as texts; a problem as `line:column found`.
  private func read(_ text: String, _ delimiter: CSVDelimiter = .comma) -> [[String]] {
    var reader = CSVReader(Array(text.utf8), delimiter: delimiter)
    var records: [[String]] = []
    while true {
      switch reader.next() {
      case .record: records.append(reader.fields.indices.map { [reader] in reader.text($0) })
      case .broken(let problem):
        records.append(["\(problem.place.line):\(problem.place.column) \(problem.found)"])
      case .end: return records
      }
    }
  }

  @Test(arguments: [
    // RFC 4180, section 2, rule by rule.
    ("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
    ("aaa,bbb,ccc\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
    ("\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
    (
      "\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,yyy,xxx",
      [["aaa", "b\r\nbb", "ccc"], ["zzz", "yyy", "xxx"]]
    ),
    ("\"aaa\",\"b\"\"bb\",\"ccc\"", [["aaa", "b\"bb", "ccc"]]),
    (" a , b ", [[" a ", " b "]]),
    // Line ends, empty fields, empty lines.
    ("a\nb\rc\r\nd", [["a"], ["b"], ["c"], ["d"]]),
    ("a,\n,b\n,", [["a", ""], ["", "b"], ["", ""]]),
    ("\n\r\n\ra\n\n", [["a"]]), ("", []), ("\n", []), ("\"\"", [[""]]),
    ("\"\",\"\"\n", [["", ""]]),
    ("\"\"\"\"", [["\""]]), ("\"\"\"\"\"\"", [["\"\""]]), ("\"a\rb\nc\"", [["a\rb\nc"]]),
    ("a;b,c", [["a;b", "c"]]), ("昵称,😀", [["昵称", "😀"]]), ("a\tb,c", [["a\tb", "c"]]),
    // What is broken, and that reading goes on behind it.
    ("a\"b,c\nd,e", [["1:2 a quote inside a field without quotes"], ["d", "e"]]),
    ("x\n\"a\"b,c\nd,e", [["x"], ["2:4 text behind a closing quote"], ["d", "e"]]),
    ("a, \"b\"\nc,d", [["1:4 a quote inside a field without quotes"], ["c", "d"]]),
    ("a,b\n中,\"b\nc", [["a", "b"], ["2:3 a quote that is never closed"]]),
    ("a,\u{0}\nb", [["1:3 NUL"], ["b"]]),
    ("中\u{1B}[31m\nb", [["1:2 the control character 0x1B"], ["b"]]),
    ("\"a\n\u{7F}\"\nb", [["2:1 the control character 0x7F"], ["b"]]),
  ])
  func `records are read by RFC 4180`(text: String, expected: [[String]]) {
    #expect(read(text) == expected)
  }

  @Test func `other delimiters part fields, and only they do`() {
    #expect(read("a;b,c", .semicolon) == [["a", "b,c"]])
    #expect(read("a\t\"b\tc\"", .tab) == [["a", "b\tc"]])
  }

  @Test func `each field knows the line and the character it starts on`() {
    var reader = CSVReader(Array("x\n\"中\n文\",二,\"三\"\r\n四".utf8), delimiter: .comma)
    _ = reader.next()
    _ = reader.next()
    #expect(reader.fields.map(\.line) == [2, 3, 3])
    let characters = [reader.character(0), reader.character(1), reader.character(2)]
    #expect(characters == [1, 4, 6])
    _ = reader.next()
    #expect(reader.recordLine == 4)
  }

  @Test func `a field of more than 1 MiB is a problem, one of 1 MiB is not`() {
    let cell = String(repeating: "a", count: 1 << 20)
    #expect(read("\(cell),b\nc") == [[cell, "b"], ["c"]])
    #expect(read("x,\(cell)a,b\nc") == [["1:3 a field of 1048577 bytes"], ["c"]])
  }

  @Test(arguments: [
    ("a,b\n1,2", CSVDelimiter.comma), ("a;b\n1;2", .semicolon), ("a\tb\n1\t2", .tab),
    ("a\n1", .comma), ("a;b\n1,5;2,5", .semicolon), ("a,b;c,d\n1,2,3\n", .comma),
    ("\"a;b;c\",d\n1,2", .comma), ("a;b;c,d\n1,2", .comma), ("", .comma),
  ])
  func `the delimiter that makes a table is found`(text: String, delimiter: CSVDelimiter) {
    #expect(CSVDelimiter.found(in: Array(text.utf8)) == delimiter)
  }

  @Test func `two delimiters that fit equally well are a problem`() {
    #expect(CSVDelimiter.found(in: Array("a,b;c\n1,2;3".utf8)) == nil)
  }

  @Test func `what is written comes back, whatever it is`() {
    var random = SeededRandom(seed: 4_180)
    for _ in 0..<3_000 {
      let delimiter = CSVDelimiter.allCases[random.below(3)]
      let width = 1 + random.below(4)
      let rows = (0..<random.below(5)).map { _ in (0..<width).map { _ in random.text() } }
      var writer = CSVWriter(
        delimiter: delimiter, lineEnd: random.below(2) == 0 ? .lineFeed : .carriageReturnLineFeed)
      for row in rows { writer.write(row.map { .text($0) }) }
      let text = String(decoding: writer.bytes, as: UTF8.self)
      let back = read(text, delimiter).map { $0.map(FormulaGuard.unguarded) }
      #expect(back == rows)
    }
  }

  @Test func `any bytes are read or refused, never a crash`() {
    var random = SeededRandom(seed: 9)
    let alphabet = Array("a,\"\n\r;\t\u{0}中".utf8)
    for _ in 0..<20_000 {
      let bytes = (0..<random.below(24)).map { _ in alphabet[random.below(alphabet.count)] }
      var reader = CSVReader(bytes, delimiter: .comma)
      for _ in 0...bytes.count { if case .end = reader.next() { break } }
      guard case .end = reader.next() else {
        Issue.record("no end: \(bytes)")
        return
      }
    }
  }
}
