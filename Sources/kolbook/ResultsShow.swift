import ArgumentParser
import UseCases

struct ResultsShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one note: where it stands, and what was said of it over time.",
    discussion: """
      EXAMPLES
        kolbook results show c5c881a88499bdc3a7b68d4e
        kolbook results show 6526383153762450120 --format json
      """)

  @Argument(help: "Its id, its link, or the number of its order.") var note: String
  @OptionGroup var options: BookOptions

  private static let shown = [
    "day", "impressions", "organic_impressions", "promoted_impressions", "heated_impressions",
    "reads", "organic_reads", "interactions", "likes", "collects", "comments", "quote", "fee",
    "cost", "source", "import",
  ]

  func run() throws {
    let history = try options.open().noteHistory(note)
    switch options.format {
    case .json: Output.write(history.json())
    case .csv, .tsv: options.write(history.whole)
    case .table:
      Output.write(Self.card(history.standing))
      if !history.snapshots.rows.isEmpty {
        Output.write("\nSnapshots")
        options.write(history.snapshots.keeping(Self.shown))
      }
      if !history.ads.rows.isEmpty {
        Output.write("\nAds")
        options.write(history.ads)
      }
      for flag in history.flags { Talk.say("flag: \(flag)") }
    }
  }

  /// The note's row as lines, without what is not known.
  private static func card(_ standing: Listing) -> String {
    let rows = zip(standing.columns, standing.rows.first ?? []).compactMap { column, cell in
      let isShown = cell != .none && cell != .list([])
      return isShown && column.key != "notes" && !column.key.hasPrefix("with_")
        ? [column.title, cell.shown] : nil
    }
    return TableText.lines(["", ""], rows, isNumber: [false, false])
  }
}
