import Testing

@testable import Interchange

@Suite struct PageTests {
  private typealias Figure = SVGChart.Figure

  private static let hostile = [
    "</style><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "a & b &amp; c",
    "'; content: url(http://x)", "]]>", "<!--", "小红书 ✨ 达人", "\\0022", "}", "%3Cscript%3E",
  ]

  /// A page that has a text in every place that takes one.
  private static func page(_ text: String) -> [UInt8] {
    var page = HTMLPage(title: text, lead: text, foot: text)
    page += HTMLPage.facts([(text, "\(text)")]) + HTMLPage.figures([(text, text)])
    var table = HTMLTable([(text, false), (text, true)], caption: text)
    table.add(["\(text)", "<small>\(text)</small>"])
    table.add(["\(text)", "\(text)"], .total)
    page.add(text, table.markup + HTMLPage.paragraph(text))
    let figures = [Figure(text, 3, text), Figure(text, 1, text)]
    page += SVGChart.bars(text, figures) + SVGChart.grouped(text, [(text, figures)])
    page += SVGChart.pyramid(text, [(text, figures[0], figures[1])])
    page += SVGChart.stacked(text, figures) + SVGChart.line(text, figures)
    return page.bytes
  }

  @Test(arguments: hostile) func `whatever a name holds is text on the page, and nothing else`(
    _ name: String
  ) throws {
    let (plain, page) = (
      try PageReader.read(Self.page("plain")), try PageReader.read(Self.page(name))
    )
    #expect(page.elements.map(\.name) == plain.elements.map(\.name))
    #expect(page.texts == plain.texts.map { $0.replacing("plain", with: name) })
    for (own, other) in zip(page.elements, plain.elements) {
      #expect(own.attributes == other.attributes.mapValues { $0.replacing("plain", with: name) })
    }
  }

  @Test func `what XML can't hold is shown by a sign that says so`() throws {
    let page = try PageReader.read(Self.page("a\u{0}\u{1B}\u{FFFE}b\u{FFFF}\t\r\nc￿"))
    #expect(page.texts(of: "h1") == ["a\u{FFFD}\u{FFFD}\u{FFFD}b\u{FFFD}\t\r\nc\u{FFFD}"])
    #expect(try PageReader.read(Self.page("龿뿾뿿￾ﾾ﾿")).texts(of: "h1") == ["龿뿾뿿\u{FFFD}ﾾ﾿"])
  }

  @Test func `a page fetches nothing and runs nothing`() throws {
    let bytes = Self.page("plain")
    let page = try PageReader.read(bytes)
    let names = Set(page.elements.map(\.name))
    #expect(names.isDisjoint(with: ["script", "link", "img", "iframe", "object", "base", "form"]))
    let attributes = page.elements.flatMap(\.attributes.keys)
    #expect(!attributes.contains { ["src", "href", "style"].contains($0) || $0.hasPrefix("on") })
    let text = String(decoding: bytes, as: UTF8.self)
    for word in ["url(", "@import", "http:", "https:"] {
      #expect(!text.replacing("http://www.w3.org/1999/xhtml", with: "").contains(word))
    }
  }

  @Test func `figures stand flush right under their title, and sums stand out`() throws {
    var table = HTMLTable([("tier", false), ("quote", true)], caption: "by tier")
    table.add(["nano", "¥1.00"])
    table.add(["all", "¥1.00"], .total)
    let text = String(decoding: table.markup.bytes, as: UTF8.self)
    #expect(
      text == """
        <div class="wide short">
        <table>
        <caption>by tier</caption>
        <thead><tr><th scope="col">tier</th><th scope="col" class="n">quote</th></tr></thead>
        <tbody>
        <tr><td>nano</td><td class="n">¥1.00</td></tr>
        <tr class="total"><td>all</td><td class="n">¥1.00</td></tr>
        </tbody>
        </table>
        </div>

        """)
  }

  @Test func `the same parts give the same page, in the language of its words`() throws {
    #expect(Self.page("达人") == Self.page("达人"))
    let text = String(decoding: Self.page("plain"), as: UTF8.self)
    #expect(text.contains("<html lang=\"en\""))
    #expect(text.contains("<meta charset=\"utf-8\"/>"))
    #expect(text.contains("@page { size: A4;"))
    #expect(text.contains("@bottom-left { content: \"plain\"; }"))
  }
}
