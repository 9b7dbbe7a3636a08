import Domain
import Interchange

/// What the platform takes of both sides, by band and by MCN.
struct FeesSheet {
  private struct Group {
    let name: String?
    let picks: [ShortlistPick]
    /// Which rows of the list are meant, as a factor of a sum.
    let isMine: String
  }

  private static let brandRow = 3
  private static let creatorRow = 4
  private static let firstHeader = 6

  private let workbook: ShortlistWorkbook
  private let table: ListSheet
  private let name: String

  init(_ workbook: ShortlistWorkbook, _ table: ListSheet) {
    (self.workbook, self.table) = (workbook, table)
    name = workbook.words("fees", "费用")
  }

  /// Where the brand-side rate stands, for the list.
  var brandRate: String { "\(SheetPlan.reference(name))$B$\(Self.brandRow)" }

  func add(to file: inout WorkbookWriter) {
    let bands = bands(from: Self.firstHeader + 1)
    let second = Self.firstHeader + bands.count + 3
    let agencies = agencies(from: second + 1)
    let all = [header("Band", "层级")] + bands + [header("MCN", "机构")] + agencies
    file.add(SheetPlan(name, widths: SheetPlan.widths(of: all + rates))) { sheet in
      sheet.write(workbook.title("service fees", "平台服务费"), height: 28)
      sheet.write([])
      for row in rates { sheet.write(row) }
      sheet.write([])
      sheet.write(header("Band", "层级"), height: workbook.headerHeight)
      for row in bands { sheet.write(row) }
      sheet.write([])
      sheet.write([])
      sheet.write(header("MCN", "机构"), height: workbook.headerHeight)
      for row in agencies { sheet.write(row) }
    }
  }

  private var rates: [[SheetCell]] {
    [
      [
        .text(workbook.words("Brand-side rate", "品牌方费率")).as(.label),
        .basisPoints(workbook.brandFee.share.basisPoints),
      ],
      [
        .text(workbook.words("Creator-side rate", "博主方费率")).as(.label),
        .basisPoints(workbook.creatorFee.share.basisPoints),
      ],
    ]
  }

  private func header(_ english: String, _ chinese: String) -> [SheetCell] {
    [
      workbook.header(english, chinese), workbook.header("People", "人数"),
      workbook.header("Quotes", "报价合计"), workbook.header("Brand fee", "品牌方服务费"),
      workbook.header("Brand pays", "品牌方支付"), workbook.header("Creator fee", "博主方服务费"),
      workbook.header("Creator gets", "博主到手"), workbook.header("Platform keeps", "平台留存"),
    ]
  }

  private func bands(from first: Int) -> [[SheetCell]] {
    let groups = [Band.head, .mid, .koc].enumerated().map { place, band in
      Group(
        name: workbook.words(band), picks: workbook.list.picks.filter { $0.band == band },
        isMine: "(\(table.range(.band))=A\(first + place))")
    }
    return rows(groups, from: first)
  }

  /// By what they cost, dearest first, then by name; those without an MCN last.
  private func agencies(from first: Int) -> [[SheetCell]] {
    let picks = Dictionary(grouping: workbook.list.picks) { $0.agency ?? "" }
    let cost = { (name: String) in (picks[name] ?? []).reduce(Money.zero) { $0 + $1.cost } }
    let names = picks.keys.sorted { left, right in
      (left.isEmpty ? 1 : 0, cost(right), left) < (right.isEmpty ? 1 : 0, cost(left), right)
    }
    let groups = names.enumerated().map { place, name in
      Group(
        name: name.isEmpty ? nil : name, picks: picks[name] ?? [],
        isMine: name.isEmpty
          ? "(LEN(\(table.range(.agency)))=0)"
          : "EXACT(\(table.range(.agency)),A\(first + place))")
    }
    return rows(groups, from: first)
  }

  private func rows(_ groups: [Group], from first: Int) -> [[SheetCell]] {
    let rows = groups.enumerated().map { row($1, first + $0) }
    let all = figures(workbook.list.picks)
    let last = first + groups.count - 1
    let sums = zip(["B", "C", "D", "E", "F", "G", "H"], all).map { letter, cell in
      cell.by("SUM(\(letter)\(first):\(letter)\(last))")
    }
    let total = [SheetCell.text(workbook.words("all", "合计"))] + sums
    return rows + [total.map { $0.as(.total) }]
  }

  private func row(_ group: Group, _ number: Int) -> [SheetCell] {
    let mine = group.isMine
    let (fees, costs) = (table.range(.serviceFee), table.range(.cost))
    let rate = "$B$\(Self.creatorRow)"
    let formulas = [
      "SUMPRODUCT(\(mine)*1)", "ROUND(E\(number)-D\(number),2)", "SUMPRODUCT(\(mine)*\(fees))",
      "SUMPRODUCT(\(mine)*\(costs))", "SUMPRODUCT(\(mine)*ROUND(\(table.prices)*\(rate),2))",
      "ROUND(C\(number)-F\(number),2)", "ROUND(D\(number)+F\(number),2)",
    ]
    return [.text(group.name ?? workbook.words("(none)", "（无）"))]
      + zip(figures(group.picks), formulas).map { $0.by($1) }
  }

  /// People, quotes, brand fee, brand pays, creator fee, creator gets, platform keeps.
  private func figures(_ picks: [ShortlistPick]) -> [SheetCell] {
    let quotes = picks.reduce(Money.zero) { $0 + $1.quote }
    let brand = picks.reduce(Money.zero) { $0 + $1.fee }
    let creator = picks.reduce(Money.zero) { $0 + workbook.creatorFee.share.of($1.quote) }
    return [
      .integer(Int64(picks.count)), .money(quotes), .money(brand), .money(quotes + brand),
      .money(creator), .money(quotes - creator), .money(brand + creator),
    ]
  }
}
