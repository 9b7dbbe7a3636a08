import Domain
import Interchange

extension CampaignReport {
  /// The whole report as one page that needs nothing but itself, and prints on A4.
  public func page() -> [UInt8] {
    let campaign = card.campaign
    let days = campaign.days.map { "\($0.lowerBound) to \($0.upperBound)" } ?? "no days said"
    var page = HTMLPage(
      title: campaign.name,
      lead: "Campaign report 投放复盘 · \(campaign.brand) · \(days) · as of \(card.asOf)",
      foot: "\(campaign.brand) · \(campaign.name) · as of \(card.asOf)")
    page += HTMLPage.facts(facts)
    page += HTMLPage.figures(figures.map { ($0.name, $0.value ?? "–") })
    // Whoever reads it first wants to know what to make of it.
    let findings = parts.filter { $0.key == "findings" && !$0.rows.rows.isEmpty }
    for part in findings + parts.filter({ $0.key != "findings" }) {
      page.add(part.title, markup(part))
    }
    return page.bytes
  }

  private var facts: [(name: String, value: Markup)] {
    let campaign = card.campaign
    let all: [(String, String?)] = [
      ("Product", campaign.product), ("Category", campaign.category),
      ("Objective", card.objectiveName), ("Stage", card.stageName),
      ("Shortlists", card.shortlists.isEmpty ? nil : card.shortlists.joined(separator: ", ")),
      ("Note", campaign.note),
    ]
    return all.compactMap { name, value in value.map { (name, "\($0)") } }
  }

  private func markup(_ part: ReportPart) -> Markup {
    guard !part.rows.rows.isEmpty else {
      return HTMLPage.paragraph("Nothing is known.")
    }
    var markup: Markup = ""
    for chart in part.charts { markup += chart.markup(part.rows) }
    if !part.remark.isEmpty { markup += HTMLPage.paragraph(part.remark) }
    let (rows, total) = part.shownParts
    return markup
      + rows.table(
        below: part.below, most: part.mostOnPage,
        more: CommandText.line("campaign", "report", card.campaign.name, "--format", "csv"),
        total: total)
  }
}
