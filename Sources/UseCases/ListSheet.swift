import Domain
import Interchange

/// The picks of a shortlist on a sheet. Yellow cells are for filling in: they are read back by the layout
/// `shortlist`, and the fee, the cost and all sums follow a new quote.
struct ListSheet {
  /// Below a title and the sums of the rows shown.
  static let header = 3
  static let columns: [OwnColumn] = [
    .creatorID, .nickname, .profileURL, .tier, .band, .format, .followers, .engagement, .average,
    .raters, .quote, .quotedOn, .newQuote, .serviceFee, .cost, .value, .agency, .category,
    .rating, .verdict, .comment,
  ]

  let workbook: ShortlistWorkbook
  let name: String

  init(_ workbook: ShortlistWorkbook) {
    self.workbook = workbook
    name = workbook.words("list", "名单")
  }

  /// The cells of a column for the other sheets' formulas: `'list'!$K$4:$K$14`.
  func range(_ column: OwnColumn) -> String {
    let (first, last) = cells(column, isFixed: true)
    return "\(SheetPlan.reference(name))\(first):\(last)"
  }

  /// The prices that hold: the new ones where there are any.
  var prices: String { "(\(range(.quote))*(\(range(.newQuote))=\"\")+\(range(.newQuote)))" }

  /// - Parameter rate: where the brand-side rate stands.
  func add(to file: inout WorkbookWriter, rate: String) {
    let header = Self.columns.map { SheetCell.text($0.header(workbook.language)).as(.header) }
    let rows = workbook.list.picks.enumerated().map { row($1, Self.header + 1 + $0, rate) }
    var plan = SheetPlan(
      name, widths: SheetPlan.widths(of: [header, sums] + rows), header: Self.header)
    plan.frozenColumns = 2
    plan.widths[Self.place(.comment)] = 30
    plan.validations = Self.columns.enumerated().compactMap { validation($1, $0) }
    file.add(plan) { sheet in
      sheet.write(workbook.title("shortlist", "达人名单"), height: 28)
      sheet.write(sums, height: 20)
      sheet.write(header, height: workbook.headerHeight)
      for row in rows { sheet.write(row) }
    }
  }

  private func row(_ pick: ShortlistPick, _ number: Int, _ rate: String) -> [SheetCell] {
    let place = { (column: OwnColumn) in SheetPlan.place(Self.place(column), number) }
    let price = "IF(\(place(.newQuote))=\"\",\(place(.quote)),\(place(.newQuote)))"
    // A fee that doesn't follow from the quote was decided otherwise, and stands.
    let follows = pick.fee == workbook.brandFee.share.of(pick.quote)
    let fee = SheetCell.money(pick.fee)
    return [
      .text(pick.creator.text), .text(pick.nickname), .link(pick.profileURL), .text(pick.tier),
      .text(workbook.words(pick.band)), .text(workbook.words(pick.format)),
      .integer(pick.followers), .basisPoints(pick.engagement?.basisPoints),
      .hundredths(pick.rating.averageHundredths),
      .integer(pick.rating.raters > 0 ? pick.rating.raters : nil), .money(pick.quote),
      .day(pick.quotedOn), .empty(.money).as(.input),
      follows ? fee.by("ROUND(\(price)*\(rate),2)") : fee,
      .money(pick.cost).by("\(price)+\(place(.serviceFee))"), .integer(pick.value),
      .text(pick.agency), .text(pick.categories.joined(separator: ";")),
      .empty(.integer).as(.input), .empty(.text).as(.input), .empty(.text).as(.input),
    ]
  }

  /// What the rows that are not filtered away come to.
  private var sums: [SheetCell] {
    let picks = workbook.list.picks
    let quotes = picks.reduce(Money.zero) { $0 + $1.quote }
    let fees = picks.reduce(Money.zero) { $0 + $1.fee }
    return Self.columns.map { column in
      let (first, last) = cells(column, isFixed: false)
      let cell: SheetCell
      switch column.key {
      case OwnColumn.creatorID.key:
        return .text(workbook.words("rows shown", "可见行合计")).as(.total)
      case OwnColumn.nickname.key:
        return .integer(Int64(picks.count)).by("SUBTOTAL(103,\(first):\(last))").as(.total)
      case OwnColumn.quote.key: cell = .money(quotes)
      case OwnColumn.serviceFee.key: cell = .money(fees)
      case OwnColumn.cost.key: cell = .money(quotes + fees)
      case OwnColumn.value.key: cell = .integer(workbook.list.objective)
      default: return SheetCell.nothing.as(.total)
      }
      return cell.by("SUBTOTAL(109,\(first):\(last))").as(.total)
    }
  }

  private func validation(_ column: OwnColumn, _ place: Int) -> SheetPlan.Validation? {
    switch column.key {
    case OwnColumn.quote.key:
      .init(
        .nothing, column: place,
        words: workbook.words(
          "The quote as it was decided. A new price goes into the column New quote.",
          "这是定案时的报价。新价格请填入“新报价”一栏。"))
    case OwnColumn.newQuote.key:
      .init(
        .amount, column: place,
        words: workbook.words("Yuan, without the service fee.", "单位元，不含平台服务费。"))
    case OwnColumn.format.key: nil
    default: .init(for: column, column: place)
    }
  }

  private static func place(_ column: OwnColumn) -> Int {
    columns.firstIndex { $0.key == column.key } ?? 0
  }

  /// The first and the last cell of a column.
  private func cells(_ column: OwnColumn, isFixed: Bool) -> (String, String) {
    let place = Self.place(column)
    let last = Self.header + max(1, workbook.list.picks.count)
    return (
      SheetPlan.place(place, Self.header + 1, isFixed: isFixed),
      SheetPlan.place(place, last, isFixed: isFixed)
    )
  }
}
