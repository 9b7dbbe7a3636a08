import Domain
import Foundation
import Testing

@testable import Interchange

/// Pugongying's order report and note batch, as they come.
@Suite struct StatementTests {
  private func texts(_ bytes: [UInt8]) -> [String] {
    StatementReader.read(bytes, file: "list.xlsx").problems.kept.map(\.description)
  }

  @Test(arguments: [
    ("orders", "pugongying_order_report_2026Q3.xlsx", "订单报告"),
    ("notes", "pugongying_note_batch_2026Q3.xlsx", "笔记批量数据"),
  ])
  func `each figure of a statement is read as it is`(kind: String, file: String, sheet: String)
    throws
  {
    let reading = StatementReader.read(try Sample.bytes(file), file: file)
    #expect(reading.problems.kept == [])
    #expect(reading.kind?.rawValue == kind)
    #expect(reading.sheet == sheet)
    #expect(reading.updatedOn == Day(year: 2026, month: 10, day: 8))
    #expect(reading.rowsWithoutOrder == 0)
    let data = Data(try Sample.bytes("expected_statements.json"))
    let all = try JSONSerialization.jsonObject(with: data) as? [String: [[String: Any]]]
    let expected = try #require(all?[kind])
    #expect(reading.lines.count == 84)
    #expect(expected.count == 84)
    for (line, expected) in zip(reading.lines, expected) {
      // Nothing reads a note's id.
      let wanted = expected.filter { $0.key != "note" }
      #expect(Sample.line(json(line)) == Sample.line(wanted))
    }
  }

  private func json(_ line: StatementLine) -> [String: Any] {
    let texts = [
      "campaign": line.campaign, "created": line.createdOn?.description,
      "done": line.completedOn?.description, "user_id": line.userID, "nickname": line.nickname,
      "published": line.publishedOn?.description,
    ]
    var result: [String: Any] = texts.mapValues { $0.map { $0 as Any } ?? NSNull() }
    result["line"] = line.row
    result["order"] = line.order
    result["quote"] = Int(line.quote.fen)
    result["fee"] = line.serviceFee.map { Int($0.fen) as Any } ?? NSNull()
    result["boosted"] = line.mode == .boosted
    return result
  }

  private static let header = ["订单id", "博主报价", "服务费金额", "是否为优效模式", "订单创建时间"]

  private func report(_ rows: String...) -> [UInt8] {
    SheetFile.workbook(SheetFile.row(1, Self.header) + rows.joined())
  }

  @Test func `a report may come as text, with times behind its days`() throws {
    let text =
      Self.header.joined(separator: ",") + "\n6526383153762450120,\"3,278.00\",¥327.8,是,"
      + "2026-07-04 23:59:59\n合计,3278,327.8,否,-\n-,1,1,否,-\n"
    let reading = StatementReader.read(Array(text.utf8), file: "report.csv")
    #expect(reading.problems.kept == [])
    let line = try #require(reading.lines.first)
    #expect(line.order == "6526383153762450120")
    #expect(line.quote == Money(fen: 327_800))
    #expect(line.serviceFee == Money(fen: 32_780))
    #expect(line.mode == .boosted)
    #expect(line.createdOn == Day(year: 2026, month: 7, day: 4))
    #expect(reading.lines.count == 1)
    #expect(reading.rowsWithoutOrder == 2)
  }

  @Test func `an order number that Excel has rounded is refused`() {
    let row =
      "<row r=\"2\"><c><v>6526383153762450120</v></c><c><v>1</v></c><c><v>0.1</v></c>"
      + "<c t=\"str\"><v>否</v></c></row>"
    #expect(
      texts(report(row)) == [
        "list.xlsx:List!A2: 订单id: wanted an order number as text (Excel has turned it "
          + "into a number: export the column as text), found \"6.52638315376245E+18\""
      ])
  }

  @Test func `each cell that can't be read is a problem with its place`() {
    let problems = texts(
      report(
        SheetFile.row(2, ["1", "x", "0.001", "maybe", "soon"]),
        SheetFile.row(3, ["2", "", "", "否"])))
    #expect(
      problems.map { String($0.prefix { $0 != "," }) } == [
        "list.xlsx:List!B2: 博主报价: wanted an amount in yuan",
        "list.xlsx:List!C2: 服务费金额: wanted an amount in yuan with at most two decimals",
        "list.xlsx:List!D2: 是否为优效模式: wanted 是 or 否",
        "list.xlsx:List!E2: 订单创建时间: wanted a day",
        "list.xlsx:List!B3: 博主报价: wanted the creator's price",
      ])
  }

  @Test func `the numbers that a statement gives its lines are read`() throws {
    let text = "序号,\(Self.header.joined(separator: ","))\n1,11,10,1,否,-\n3,12,10,1,否,-\n"
    let reading = StatementReader.read(Array(text.utf8), file: "report.csv")
    #expect(reading.problems.kept == [])
    #expect(reading.lines.map(\.number) == [1, 3])
  }

  @Test func `what is no statement, or has a column twice, is refused`() {
    for header in [["a", "b"], Self.header + ["博主报价"], Array(Self.header.dropLast())] {
      let problems = texts(SheetFile.workbook(SheetFile.row(1, header)))
      #expect(problems.count == 1)
      #expect(problems.first?.contains("order report or note batch") == true)
    }
  }
}
