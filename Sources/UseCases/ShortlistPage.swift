public import Domain
import Interchange

/// A shortlist as a page to forward: the pyramid and the budget, who is on it and why, and what it was
/// decided by.
struct ShortlistPage {
  private let notes: NotesSheet
  private let list: Shortlist
  private let request: ShortlistRequest
  private let bookID: String
  private let pyramid: Pyramid

  init(_ workbook: ShortlistWorkbook) {
    (notes, list, request) = (NotesSheet(workbook), workbook.list, workbook.request)
    (bookID, pyramid) = (workbook.facts.bookID ?? "", Pyramid(workbook.list.picks))
  }

  /// - Parameter reasons: why the list is as it is; a sentence instead when that can't be told.
  func bytes(_ reasons: Result<ShortlistReasons, NoReasons>) -> [UInt8] {
    let name = list.name.isEmpty ? "Shortlist" : list.name
    var page = HTMLPage(
      title: "Shortlist \(name)",
      lead: "\(Grouped.text(pyramid.total.people)) creators for \(list.spend) of \(list.budget), "
        + "service fees included; decided on \(list.decided.day) by \(list.decidedBy)",
      foot: "Shortlist \(name) · \(list.decided.day) · book \(bookID)")
    page += figures + budget + shape + bands
    page.add("The list", picks)
    page.add("Why these", why(reasons))
    for (title, rows) in [
      ("Decided", notes.decision), ("Asked for", notes.asked), ("Reckoned by", notes.rules),
    ] {
      page.add(title, HTMLPage.facts(rows.map { ($0.0, "\($0.1)") }))
    }
    return page.bytes
  }

  private var figures: Markup {
    HTMLPage.figures([
      ("Creators", Grouped.text(pyramid.total.people)), ("Quotes", "\(pyramid.total.quotes)"),
      ("Service fees", "\(pyramid.total.fees)"), ("Cost", "\(list.spend)"),
      ("Left of the budget", "\(list.budget - list.spend)"),
    ])
  }

  private var budget: Markup {
    let parts =
      pyramid.rows.map { row in
        (row.band?.rawValue ?? "", row.cost)
      } + [("left", list.budget - list.spend)]
    return SVGChart.stacked(
      "The budget of \(list.budget)",
      parts.map { label, money in
        .init(label, money.fen, "\(money), \(Self.share(money.fen, of: list.budget.fen))")
      })
  }

  private var shape: Markup {
    SVGChart.pyramid(
      "The pyramid",
      pyramid.rows.map { row in
        let people = Percent.text(basisPoints: row.peopleShare ?? 0)
        let money = Percent.text(basisPoints: row.spendShare ?? 0)
        return (
          band: row.band?.rawValue ?? "",
          left: .init("people", row.people, "\(Grouped.text(row.people)) · \(people)"),
          right: .init("money", row.cost.fen, "\(row.cost) · \(money)")
        )
      })
  }

  /// What was planned of each band, where its part was asked for, and what it came to.
  private var bands: Markup {
    let isAsked = ![.counts, .none].contains(request.measure)
    let reached = { (row: Pyramid.Row) -> Int64 in
      switch request.measure {
      case .heads: row.peopleShare ?? 0
      case .envelope: Percent.basisPoints(row.cost.fen, of: list.budget.fen) ?? 0
      default: row.spendShare ?? 0
      }
    }
    guard isAsked else { return "" }
    return SVGChart.grouped(
      "Planned and reached, by \(request.measure.rawValue)",
      pyramid.rows.map { row in
        let planned = row.band.flatMap { request.mix[$0]?.basisPoints } ?? 0
        return (
          label: row.band?.rawValue ?? "",
          figures: [("planned", planned), ("reached", reached(row))].map { name, share in
            .init(name, share, Percent.text(basisPoints: share))
          }
        )
      })
  }

  private var picks: Markup {
    let all = pyramid.total
    let listing = list.listing.without("profile_url", "quoted_on", "raters", "categories")
    let total = listing.columns.map { column -> Cell in
      switch column.key {
      case "nickname": .text("all")
      case "quote": .money(all.quotes)
      case "fee": .money(all.fees)
      case "cost": .money(all.cost)
      case "value": .integer(all.value)
      default: .none
      }
    }
    return listing.table(
      below: ["nickname": "creator_id", "band": "tier"], most: 1000,
      more: CommandText.line("export", "shortlist", list.name), total: total)
  }

  private func why(_ reasons: Result<ShortlistReasons, NoReasons>) -> Markup {
    switch reasons {
    case .failure(let none): return HTMLPage.paragraph(none.sentence)
    case .success(let reasons):
      var text: Markup = ""
      for table in reasons.tables {
        text += "<h3>\(table.title)</h3>\n"
        guard !table.rows.isEmpty else {
          text += HTMLPage.paragraph(table.nothing)
          continue
        }
        var rows = HTMLTable(table.columns)
        for row in table.rows { rows.add(row.map { "\($0)" }) }
        text += rows.markup
      }
      return reasons.isWhole ? text : text + HTMLPage.paragraph("The time was not enough for all.")
    }
  }

  private static func share(_ part: Int64, of whole: Int64) -> String {
    Percent.basisPoints(part, of: whole).map(Percent.text(basisPoints:)) ?? "–"
  }
}

/// Why there are no reasons.
struct NoReasons: Error {
  let sentence: String
}

extension OpenBook {
  /// A shortlist as one page that needs nothing but itself, and prints on A4.
  ///
  /// Its reasons are worked out by planning again, at the prices of the decision; they are left out where
  /// the book has changed so much that another list would be the best now.
  ///
  /// - Parameters:
  ///   - reasons: works out the reasons until this says `true`.
  ///   - shouldStop: asked often while the best list is looked for.
  public func page(
    of list: Shortlist, reasons: @escaping () -> Bool, shouldStop: () -> Bool
  ) throws -> [UInt8] {
    let page = ShortlistPage(try ShortlistWorkbook(list, .english, facts()))
    return page.bytes(try why(list, reasons: reasons, shouldStop: shouldStop))
  }

  private func why(
    _ list: Shortlist, reasons: @escaping () -> Bool, shouldStop: () -> Bool
  ) throws -> Result<ShortlistReasons, NoReasons> {
    do {
      let now = try why(list.name, asDecided: true, reasons: reasons, shouldStop: shouldStop)
      guard let best = now.outcome.list, let found = now.outcome.reasons else {
        return .failure(NoReasons(sentence: "The time was not enough to work the reasons out."))
      }
      guard now.shared == list.picks.count, now.shared == best.picks.count else {
        let command = CommandText.line("shortlist", "why", list.name)
        return .failure(
          NoReasons(
            sentence: "The book has changed since: the best list now shares \(now.shared) of "
              + "\(list.picks.count) picks with this one. Its reasons: \(command)"))
      }
      return .success(found)
    } catch let failure as Failure where failure.kind != .interrupted {
      return .failure(
        NoReasons(sentence: "The list can't be planned again: \(failure.sentence)."))
    }
  }
}
