import Domain
import UseCases

/// A campaign's report drawn for people.
enum CampaignReportText {
  /// The report as lines of text, without a line end after the last.
  static func text(of report: CampaignReport) -> String {
    let campaign = report.card.campaign
    let days = campaign.days.map { ", \($0.lowerBound) to \($0.upperBound)" } ?? ""
    let head = [
      "\(campaign.name): \(campaign.brand)\(days), as of \(report.card.asOf)",
      report.figures.compactMap { figure in figure.value.map { "\(figure.name) \($0)" } }
        .joined(separator: " · "),
    ]
    return ([head.joined(separator: "\n")] + report.parts.compactMap(section))
      .joined(separator: "\n\n")
  }

  /// Findings are sentences, and stand as they are.
  private static func findings(_ part: ReportPart) -> String {
    let lines = part.shown.rows.map { row in
      let about = row[1] == .none ? "" : " (\(row[1].shown), first \(row[2].shown))"
      return Paragraph.text("- \(row[0].shown)\(about): \(row[3].shown)", indent: 2)
    }
    return ([part.title] + lines).joined(separator: "\n")
  }

  private static func section(_ part: ReportPart) -> String? {
    let listing = part.shown
    guard part.key != "findings" else { return listing.rows.isEmpty ? nil : findings(part) }
    guard !part.rows.rows.isEmpty else { return "\(part.title): nothing is known" }
    let rest = listing.rows.count - part.most
    let (table, sentences) = part.text
    let lines =
      [part.title] + (part.remark.isEmpty ? [] : [Paragraph.text(part.remark, indent: 0)])
      + [TableText.text(of: table)] + sentences.map { Paragraph.text("- \($0)", indent: 2) }
      + (rest > 0 ? ["… and \(rest) more; --format csv has all"] : [])
    return lines.joined(separator: "\n")
  }
}
