import Testing

@testable import Interchange

@Suite struct ChartTests {
  private typealias Figure = SVGChart.Figure

  private static func read(_ chart: Markup) throws -> PageReader {
    var page = HTMLPage(title: "t")
    page += chart
    return try PageReader.read(page.bytes)
  }

  private static func lengths(_ chart: Markup) throws -> [Int] {
    try read(chart).values("width", of: "rect").compactMap { Int($0) }
  }

  private static func figures(_ values: [Int64]) -> [Figure] {
    values.map { Figure("l\($0)", $0, "¥\($0)") }
  }

  @Test func `a bar is as long as its value is of the largest, to a unit`() throws {
    var random = SeededRandom(seed: 7)
    for _ in 0..<50 {
      let values = (0..<5).map { _ in Int64.random(in: 0...1_000_000_000_000, using: &random) }
      let lengths = try Self.lengths(SVGChart.bars("t", Self.figures(values)))
      let largest = Double(values.max() ?? 0)
      for (length, value) in zip(lengths, values) {
        #expect(abs(Double(length) - Double(value) / largest * 1000) <= 1)
      }
      #expect(lengths.max() == 1000)
    }
  }

  @Test func `values below zero go left of the line that the others start from`() throws {
    let chart = try Self.read(SVGChart.bars("t", Self.figures([-500, 1500, 0])))
    #expect(chart.values("x", of: "rect") == ["0", "250", "250"])
    #expect(chart.values("width", of: "rect") == ["250", "750", "0"])
  }

  @Test(arguments: [[], [0], [0, 0], [.max], [.max, .min], [.min], [-1], [1]])
  func `no value is too large or too few`(_ values: [Int64]) throws {
    let charts = [
      SVGChart.bars("t", Self.figures(values)), SVGChart.line("t", Self.figures(values)),
      SVGChart.grouped("t", values.map { ("g", Self.figures([$0])) }),
      SVGChart.pyramid("t", values.map { ("g", Figure("a", $0, ""), Figure("b", $0, "")) }),
      SVGChart.stacked("t", Self.figures(values.map { max($0, 0) })),
    ]
    for chart in charts { _ = try Self.read(chart) }
  }

  @Test func `every figure stands beside its shape as text`() throws {
    let figures = Self.figures([70, 20, 10])
    let texts = figures.map(\.text)
    #expect(try Self.read(SVGChart.bars("t", figures)).texts(of: "td").filter { $0 != "" } == texts)
    let grouped = SVGChart.grouped("t", [("KOC", figures)])
    #expect(
      try Self.read(grouped).texts(of: "td").filter { $0 != "" }
        == ["l70", "¥70", "l20", "¥20", "l10", "¥10"])
    #expect(try Self.read(SVGChart.stacked("t", figures)).texts(of: "strong") == texts)
    let named = figures.map { "\($0.label): \($0.text)" }
    for chart in [SVGChart.stacked("t", figures), SVGChart.line("t", figures)] {
      #expect(try Self.read(chart).texts(of: "title") == ["t"] + named)
    }
  }

  @Test func `parts fill the whole bar without a gap`() throws {
    var random = SeededRandom(seed: 11)
    for count in 1...20 {
      let values = (0..<count).map { _ in Int64.random(in: 1...1_000_000, using: &random) }
      let chart = try Self.read(SVGChart.stacked("t", Self.figures(values)))
      let starts = chart.values("x", of: "rect").compactMap { Int($0) }
      let lengths = chart.values("width", of: "rect").compactMap { Int($0) }
      var next = 0
      for (start, length) in zip(starts, lengths) {
        #expect(start == next)
        next += length
      }
      #expect(next == 1000)
    }
  }

  @Test func `people grow to the left and money to the right`() throws {
    let rows = [
      (band: "head", left: Figure("people", 1, "1"), right: Figure("money", 50, "¥50")),
      (band: "KOC", left: Figure("people", 4, "4"), right: Figure("money", 100, "¥100")),
    ]
    let chart = try Self.read(SVGChart.pyramid("t", rows))
    #expect(chart.values("x", of: "rect") == ["750", "0", "0", "0"])
    #expect(chart.values("width", of: "rect") == ["250", "500", "1000", "1000"])
  }

  @Test func `a line writes its first, last and largest figure`() throws {
    let chart = try Self.read(SVGChart.line("t", Self.figures([1, 2, 9, 3, 4])))
    #expect(chart.texts(of: "text").filter { $0.hasPrefix("¥") } == ["¥1", "¥9", "¥4"])
    #expect(chart.values("points", of: "polyline") == ["20,226 260,203 500,40 740,180 980,156"])
  }
}
