import Domain
import Interchange

/// What a shortlist was decided by, and how to hand what was filled in back.
struct NotesSheet {
  /// Of the words, in Latin letters.
  private static let width = 80

  private let workbook: ShortlistWorkbook

  init(_ workbook: ShortlistWorkbook) { self.workbook = workbook }

  func add(to file: inout WorkbookWriter) {
    var plan = SheetPlan(workbook.words("notes", "说明"), widths: [30, Self.width])
    plan.isPortrait = true
    file.add(plan) { sheet in
      sheet.write(workbook.title("notes", "说明"), height: 28)
      for (title, rows) in [
        (workbook.words("The list", "名单"), decision),
        (workbook.words("Asked for", "筛选条件"), asked),
        (workbook.words("Reckoned by", "计算依据"), rules),
        (workbook.words("Filling in", "填写与回传"), hints),
      ] {
        sheet.write([])
        sheet.write([.text(title).as(.label)])
        for (name, words) in rows {
          let lines = 1 + SheetPlan.width(of: words) / (Self.width - 4)
          sheet.write(
            [.text(name).as(.wrapped), .text(words).as(.wrapped)], height: 4 + 14 * lines)
        }
      }
    }
  }

  private func row(_ english: String, _ chinese: String, _ words: String?) -> [(String, String)] {
    words.map { [(workbook.words(english, chinese), $0)] } ?? []
  }

  var decision: [(String, String)] {
    let list = workbook.list
    let proof =
      list.status == .optimal
      ? workbook.words(
        "optimal: no list within the budget has a larger value", "最优：预算内没有价值更高的名单（已证明）")
      : workbook.words(
        "no list within the budget has a value above \(Grouped.text(list.bound))",
        "预算内任何名单的价值不超过 \(Grouped.text(list.bound))")
    return row("Name", "名称", list.name.isEmpty ? nil : list.name)
      + row("Decided", "定案时间", "\(list.decided)")
      + row("By", "定案人", list.decidedBy)
      + row("Value", "总价值", Grouped.text(list.objective))
      + row("Proof", "最优性", proof)
      + row("Book", "账本编号", workbook.facts.bookID)
  }

  var asked: [(String, String)] {
    let request = workbook.request
    let all = { (words: [String]) in words.isEmpty ? nil : words.joined(separator: ", ") }
    let shares = [Band.head, .mid, .koc].map {
      "\($0.rawValue) \(request.mix[$0] ?? Share(basisPoints: 0))"
    }
    let hasShape = ![.counts, .none].contains(request.measure)
    let counts = Band.allCases.compactMap { band in
      request.counts[band].map { "\(band.rawValue) \($0.lowerBound)–\($0.upperBound)" }
    }
    return row("Budget", "预算", "\(request.budget)")
      + row("Mix", "结构", hasShape ? "\(all(shares) ?? "") (by \(request.measure.rawValue))" : nil)
      + row("Tolerance", "容差", hasShape ? "± \(request.tolerance)" : nil)
      + row("Counts", "各层级人数", all(counts))
      + row("Least use of the budget", "预算最低使用", request.minimumUse.map { "\($0)" })
      + row("Most of", "优化目标", request.aim.rawValue)
      + row("Categories", "类目", all(request.categories))
      + row("Least parts of categories", "类目最低占比", all(request.categoryMinimums.map(\.text)))
      + row("Formats", "笔记形式", all(request.formats.sorted().map(\.rawValue)))
      + row("Least rating", "最低评分", request.minRatingHundredths.map { Money(fen: $0).yuanText })
      + row(
        "Least engagement", "最低互动率", request.minEngagement.map { Percent.text(basisPoints: $0) })
      + row("Highest quote", "报价上限", request.maxFee.map { "\($0)" })
      + row("Most of one MCN", "单一机构人数上限", request.maxPerMCN.map { "\($0)" })
      + row("Included", "必选", all(request.include)) + row("Excluded", "排除", all(request.exclude))
  }

  var rules: [(String, String)] {
    let (brand, creator) = (workbook.brandFee, workbook.creatorFee)
    return row("Day of the rules", "规则日期", "\(brand.from)")
      + row("Brand-side fee", "品牌方服务费", "\(brand.share) – \(brand.source)")
      + row("Creator-side fee", "博主方服务费", "\(creator.share) – \(creator.source)")
      + row("Rounding", "舍入", workbook.words("half up to a fen, per note", "逐条四舍五入到分"))
      + workbook.facts.tierSources.flatMap { row("Tiers", "量级划分", $0) }
  }

  private var hints: [(String, String)] {
    row(
      "Yellow cells", "黄色单元格",
      workbook.words(
        "New quote, Rating (1–5), Verdict (ok, price, hold, no), Comment.",
        "新报价、评分（1–5）、结论（ok、price、hold、no）、评语可填写。"))
      + row(
        "Other cells", "其余单元格",
        workbook.words(
          "Say what was decided; fees, costs and sums follow a new quote.",
          "为定案时的数据；费用与合计随新报价更新。"))
      + row("See what would change", "试导入", "kolbook import FILE.xlsx --dry-run")
      + row("Keep it", "导入", "kolbook import FILE.xlsx --as NAME")
  }
}
