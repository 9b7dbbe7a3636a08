import CZlib
import Domain
import Testing

@testable import Interchange

@Suite struct WorkbookWriterTests {
  /// What the reader makes of a sheet with a header `A`, `B`, … and one row of cells.
  private func read(_ cells: [SheetCell]) throws -> [String] {
    let header = cells.indices.map { SheetCell.text(SheetPlace.letters($0)) }
    var plan = SheetPlan("List", widths: cells.map { _ in 10 }, header: 1)
    plan.frozenColumns = 1
    var workbook = WorkbookWriter(title: "t")
    workbook.add(plan) { sheet in
      sheet.write(header)
      sheet.write(cells)
    }
    var reader = try TableReader(workbook.bytes(), file: "list.xlsx")
    let next = reader.next()
    let row = try #require(next)
    #expect(reader.problems.kept == [])
    return row.cells
  }

  private static func bytes(of name: String, in archive: ZipArchive) throws -> [UInt8] {
    let part = try #require(try archive.part(name))
    var bytes: [UInt8] = []
    while let piece = try part.next() { bytes += piece }
    return bytes
  }

  @Test func `amounts, rates and counts are written as exact decimal texts`() throws {
    let cells: [SheetCell] = [
      .money(Money(fen: 880_006)), .money(.zero), .money(Money(fen: 1)), .money(Money.largest),
      .integer(-5), .integer(1_048_576), .hundredths(450), .hundredths(467),
    ]
    #expect(
      try read(cells) == [
        "8800.06", "0", "0.01", "100000000000", "-5", "1048576", "4.5", "4.67",
      ])
    #expect(SheetCell.money(Money(fen: 1_234_567_890_123)).digits == "12345678901.23")
    #expect(
      try read([.basisPoints(520), .basisPoints(1), .basisPoints(0), .basisPoints(1_234_567)]) == [
        "5.2%", "0.01%", "0%", "12345.67%",
      ])
  }

  @Test func `a day is a day, but for those before Excel's missing one`() throws {
    let days = ["2026-08-03", "1900-03-01", "1900-02-28", "2000-02-29", "9999-12-31"]
    #expect(try read(days.map { .day(Day($0)) }) == days)
    #expect(SheetCell.day(Day("2026-08-03")).digits == "46237")
    #expect(SheetCell.day(Day("1900-02-28")).digits == nil)
  }

  @Test func `every text comes back as it went in, what XML can't hold among them`() throws {
    var random = SeededRandom(seed: 31)
    for _ in 0..<300 {
      var texts = (0..<5).map { _ in random.text() }
      texts.append("a\u{1}b\u{1F}\u{7F}\u{FFFE}\r\n\t_x0001_ _x00_ _xZZZZ_ ]]> <![CDATA[")
      let back = try read(texts.map { .text($0) })
      #expect(back.map { Array($0.utf8) } == texts.map { Array($0.utf8) })
    }
  }

  @Test func `a formula is read by the value it was written with`() throws {
    let cells: [SheetCell] = [
      .money(Money(fen: 330)), .money(Money(fen: 330)).by("ROUND(A2*1,2)"),
      .text("x\u{1}").by("\"x\"&CHAR(1)"),
    ]
    #expect(try read(cells) == ["3.3", "3.3", "x\u{1}"])
  }

  @Test func `only an address that Excel opens becomes a link`() {
    let good = ["https://www.xiaohongshu.com/user/profile/5f01?a=b&c=d", "http://a.b/c"]
    #expect(good.allSatisfy { SheetCell.link($0).link == $0 })
    let bad = ["javascript:alert(1)", "file:///etc/passwd", "https://a b", "https://桃", "x.com"]
    #expect(bad.allSatisfy { SheetCell.link($0).link == nil })
    #expect(SheetCell.link("https://a.b/" + String(repeating: "c", count: 2_000)).link == nil)
  }

  @Test func `a sheet has no more links than Excel opens`() throws {
    var workbook = WorkbookWriter(title: "t")
    workbook.add(SheetPlan("List", widths: [10], header: 1)) { sheet in
      sheet.write([.text("A")])
      for number in 0..<65_540 { sheet.write([.link("https://a.b/\(number)")]) }
    }
    let archive = try ZipArchive(workbook.bytes())
    let list = try Self.bytes(of: "xl/worksheets/_rels/sheet1.xml.rels", in: archive)
    let links = String(decoding: list, as: UTF8.self).split(separator: "<Relationship ")
    #expect(links.count == 65_531)
  }

  @Test func `the same sheets give the same bytes, whenever they are written`() throws {
    let make = {
      var workbook = WorkbookWriter(title: "spring & <co>", author: "lin")
      workbook.add(SheetPlan("名单", widths: [10, 10], header: 1)) { sheet in
        sheet.write([.text("A"), .text("B")])
        sheet.write([.text("桃桃"), .money(Money(fen: 5))])
      }
      return workbook.bytes()
    }
    #expect(make() == make())
    // 1 January 1980, in the header of the first part.
    #expect(Array(make()[10..<14]) == [0, 0, 0x21, 0])
  }

  @Test func `what is deflated in pieces inflates to the whole, by zlib itself`() throws {
    var random = SeededRandom(seed: 5)
    let part = DeflatedPart()
    var whole: [UInt8] = []
    for _ in 0..<200 {
      let piece = (0..<random.below(5_000)).map { _ in UInt8(random.below(256)) }
      part.write(piece)
      whole += piece
    }
    part.finish()
    var archive = ZipWriter()
    archive.add("a.bin", part)
    #expect(try Self.bytes(of: "a.bin", in: ZipArchive(archive.archive())) == whole)
  }

  @Test func `more texts than are remembered are still right`() throws {
    let texts = SharedTexts()
    for number in 0..<70_000 { #expect(texts.number(of: "t\(number)") == number) }
    #expect(texts.number(of: "t1") == 1)
    #expect(texts.number(of: "t69999") == 70_000)
  }
}
