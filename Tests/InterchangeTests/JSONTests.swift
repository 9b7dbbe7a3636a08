import Testing

@testable import Interchange

@Suite struct JSONTests {
  @Test func `written JSON has two spaces, keeps order and letters, escapes control characters`() {
    let value = JSON.object([
      .init("b", .array([.integer(Int64.min), .number("450.0"), .bool(false), .null])),
      .init("a", .string("小红薯 \"x\" \\ \u{1B}[31m\n\u{7F}\u{9B}¥–\u{202E}\u{2066}")),
      .init("空", .object([])),
      .init("c", .array([])),
    ])
    #expect(
      value.text() == """
        {
          "b": [
            -9223372036854775808,
            450.0,
            false,
            null
          ],
          "a": "小红薯 \\"x\\" \\\\ \\u001b[31m\\n\\u007f\\u009b¥–\\u202e\\u2066",
          "空": {},
          "c": []
        }
        """)
  }

  @Test func `numbers keep their digits`() throws {
    for digits in ["0", "-0", "450.0", "1e5", "-1.50E+10", "123456789012345678901234567890"] {
      #expect(try JSON.parse(Array(digits.utf8)) == .number(digits))
    }
  }

  @Test func `escapes become characters`() throws {
    let text = #"" \" \\ \/ \b \f \n \r \t \u4e2d \ud83d\ude00 \u0000""#
    #expect(
      try JSON.parse(Array(text.utf8))
        == .string(" \" \\ / \u{8} \u{C} \n \r \t 中 😀 \u{0}"))
  }

  @Test func `a byte-order mark and white space around are skipped`() throws {
    #expect(
      try JSON.parse([0xEF, 0xBB, 0xBF] + Array(" \r\n\t[1]\n".utf8)) == .array([.number("1")]))
  }

  @Test(arguments: [
    ("", 1, 1), ("{", 1, 2), ("[1,]", 1, 4), ("{\"a\":1,}", 1, 8), ("[1 2]", 1, 4), ("01", 1, 2),
    ("1.", 1, 3), ("-", 1, 2), ("1e", 1, 3), (".5", 1, 1), ("+1", 1, 1), ("NaN", 1, 1),
    ("nul", 1, 1), ("truex", 1, 5), ("'a'", 1, 1), ("\"a", 1, 3), ("\"\\x\"", 1, 3),
    ("\"\\u12g4\"", 1, 4), ("\"\\ud800\"", 1, 2), ("\"\\ud800\\u0041\"", 1, 2),
    ("\"\\udc00\"", 1, 2), ("\"a\nb\"", 1, 3), ("{\"a\" 1}", 1, 6), ("{a:1}", 1, 2),
    ("[\n \n  x]", 3, 3), ("[\r\n中\r\n]", 2, 1), ("[\"中\" x]", 1, 6), ("// no", 1, 1),
    ("{\"a\":1,\n \"a\":2}", 2, 2), ("[1]]", 1, 4), ("\"\\u+123\"", 1, 4), ("\u{A0}1", 1, 1),
  ])
  func `what is not JSON is refused with its place`(text: String, line: Int, column: Int) {
    let problem = #expect(throws: JSONProblem.self) { try JSON.parse(Array(text.utf8)) }
    #expect(problem?.place == TextPlace(line: line, column: column), "\(text)")
  }

  @Test func `values nest 256 deep and no deeper`() throws {
    let nested = { (depth: Int) in
      Array(String(repeating: "[", count: depth).utf8)
        + Array(String(repeating: "]", count: depth).utf8)
    }
    _ = try JSON.parse(nested(256))
    let problem = #expect(throws: JSONProblem.self) { try JSON.parse(nested(1_000_000)) }
    #expect(problem?.place == TextPlace(line: 1, column: 257))
  }

  @Test(
    arguments: [
      [0x22, 0x80, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
      [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], [0x22, 0xE4, 0xB8], [0x22, 0xF5, 0x80, 0x80, 0x80],
    ] as [[UInt8]])
  func `bytes that are not UTF-8 are refused`(bytes: [UInt8]) {
    let problem = #expect(throws: JSONProblem.self) { try JSON.parse(bytes) }
    #expect(problem?.place == TextPlace(line: 1, column: 2))
  }

  @Test func `every value comes back from its text`() throws {
    var random = SeededRandom(seed: 20_260_803)
    for _ in 0..<2_000 {
      let value = random.json(depth: 4)
      #expect(try JSON.parse(Array(value.text().utf8)) == value)
    }
  }

  @Test func `any bytes are refused or read, never a crash`() {
    var random = SeededRandom(seed: 7)
    let alphabet = Array("{}[]\",:\\u0dtruefalsn -.eE\n中".utf8)
    for _ in 0..<20_000 {
      let bytes = (0..<random.below(24)).map { _ in alphabet[random.below(alphabet.count)] }
      if let value = try? JSON.parse(bytes) {
        #expect((try? JSON.parse(Array(value.text().utf8))) == value)
      }
    }
  }

  @Test func `rows that are written straight look as values do`() {
    let names = ["order", "quote_fen", "a \"name\""]
    let numbers = [0, -1, 9, 10, 100_005, .max, .min] as [Int64]
    for count in [0, 1, numbers.count] {
      for names in [names, [names[0]], []] {
        let rows = numbers.prefix(count).map { number in
          JSON.object(
            names.enumerated().map { place, name in
              .init(name, place == 0 ? .string("No. \u{1B}\(number)") : .integer(number))
            })
        }
        let straight = JSONWriter.text { writer in
          writer.write([
            .init("seq", .integer(3)),
            .init("rows") { writer in
              writer.write(rows: count, named: names) { writer, row, name in
                if name == 0 { writer.write("No. \u{1B}\(numbers[row])") }
                if name > 0 { writer.write(numbers[row]) }
              }
            },
          ])
        }
        let value = JSON.object([.init("seq", .integer(3)), .init("rows", .array(rows))])
        #expect(straight == value.text())
      }
    }
  }
}
