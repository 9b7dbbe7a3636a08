import Domain

/// Reads Pugongying's order report and note batch, from workbooks and from text.
public struct StatementReader {
  private enum Column: String, CaseIterable {
    case updatedOn = "数据更新日期"
    case number = "序号"
    case order = "订单id"
    case quote = "博主报价"
    case serviceFee = "服务费金额"
    case mode = "是否为优效模式"
    case campaign = "合作名称"
    case createdOn = "订单创建时间"
    case completedOn = "订单完成时间"
    case link = "博主主页链接"
    case nickname = "博主昵称"
    case note = "笔记id"
    case publishedOn = "笔记发布日期"
  }

  private typealias Fault = (column: Column, found: String, wanted: String)

  private let places: [Column: Int]
  private var row: TableReader.Row
  private var faults: [Fault] = []

  /// Reads a whole statement; what could not be read is in the result's problems.
  ///
  /// - Parameters:
  ///   - raw: the file's bytes.
  ///   - file: its name, for problems.
  ///   - sheet: the sheet of a workbook; `nil` for the one whose header fits.
  ///   - eachRow: called with each row that was read.
  public static func read(
    _ raw: [UInt8], file: String, sheet: String? = nil, eachRow: () -> Void = {}
  ) -> StatementReading {
    var reading = StatementReading(file: file)
    do throws(ImportProblem) {
      var table =
        Workbook.isOne(raw)
        ? try TableReader(workbook: raw, file: file, sheet: sheet) { places($0)?.count }
        : try TableReader(raw, file: file)
      reading.sheet = table.sheet
      guard let places = places(table.header) else {
        throw table.headerProblem(
          found: "the columns \(table.header.prefix(8).joined(separator: ", "))…",
          wanted: "Pugongying's order report or note batch, with 订单id, 博主报价 and 服务费金额, "
            + "each once")
      }
      reading.kind = places[.createdOn] == nil ? .notes : .orders
      table.read(only: Set(places.values))
      while let row = table.next() {
        read(row, of: table, places, into: &reading)
        eachRow()
      }
      reading.problems.add(table.problems)
      reading.remarks = table.remarks
    } catch {
      reading.problems.add(error)
    }
    return reading
  }

  /// Where the columns are; `nil` when it is no statement, or a column is there twice.
  private static func places(_ header: [String]) -> [Column: Int]? {
    var places: [Column: Int] = [:]
    for (place, name) in header.enumerated() {
      guard
        let column = Column.allCases.first(where: {
          HeaderText.folded($0.rawValue) == HeaderText.folded(name)
        })
      else { continue }
      guard places.updateValue(place, forKey: column) == nil else { return nil }
    }
    let needed: [Column] = [.order, .quote, .serviceFee, .mode]
    guard needed.allSatisfy({ places[$0] != nil }),
      places[.createdOn] != nil || places[.note] != nil
    else { return nil }
    return places
  }

  private static func read(
    _ row: TableReader.Row, of table: TableReader, _ places: [Column: Int],
    into reading: inout StatementReading
  ) {
    var reader = StatementReader(places: places, row: row)
    let updatedOn = reader.value(.updatedOn, CellText.dayOfTime)
    let line = reader.line()
    for fault in reader.faults {
      reading.problems.add(
        table.problem(
          in: row, column: places[fault.column], found: fault.found, wanted: fault.wanted))
    }
    guard reader.faults.isEmpty else { return }
    if let updatedOn { reading.updatedOn = max(updatedOn, reading.updatedOn ?? updatedOn) }
    if let line { reading.lines.append(line) } else { reading.rowsWithoutOrder += 1 }
  }

  private init(places: [Column: Int], row: TableReader.Row) {
    (self.places, self.row) = (places, row)
  }

  /// What stands in place of an order number in a row of sums.
  private static let totals: Set = ["合计", "总计", "小计", "汇总"]

  /// The row's values; `nil` when it names no order or one of them can't be read.
  private mutating func line() -> StatementLine? {
    let order = value(.order) { text throws(CellText.Problem) in
      try CellText.id(text, "an order number")
    }
    guard let order, !Self.totals.contains(order) else { return nil }
    let quote = value(.quote, CellText.amount)
    if quote == nil, !faults.contains(where: { $0.column == .quote }) {
      faults.append((.quote, "nothing", "the creator's price"))
    }
    let link = value(.link) { text throws(CellText.Problem) in
      try CellText.link(text, isOurOwn: false).userID
    }
    let line = StatementLine(
      row: row.line, number: value(.number, Self.count), order: order,
      quote: quote ?? .zero, serviceFee: value(.serviceFee, CellText.amount),
      mode: value(.mode, Self.mode) ?? .standard, campaign: value(.campaign, CellText.line),
      createdOn: value(.createdOn, CellText.dayOfTime),
      completedOn: value(.completedOn, CellText.dayOfTime),
      publishedOn: value(.publishedOn, CellText.dayOfTime), userID: link ?? nil,
      nickname: value(.nickname, CellText.line))
    return faults.isEmpty ? line : nil
  }

  /// The value of a cell; `nil` for nothing, and for a fault, which is noted.
  private mutating func value<Value>(
    _ column: Column, _ read: (String) throws(CellText.Problem) -> Value
  ) -> Value? {
    guard let place = places[column], let text = CellText.value(row.cells[place]) else {
      return nil
    }
    do throws(CellText.Problem) {
      return try read(text)
    } catch {
      faults.append((column, ImportProblem.quoted(text), error.wanted))
      return nil
    }
  }

  private static func count(_ text: String) throws(CellText.Problem) -> Int64 {
    try CellText.count(text, power: 0)
  }

  private static func mode(_ text: String) throws(CellText.Problem) -> FeeRate.Mode {
    switch text {
    case "是": .boosted
    case "否": .standard
    default: throw CellText.Problem(wanted: "是 or 否")
    }
  }
}
