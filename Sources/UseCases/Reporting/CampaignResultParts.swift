import Domain

/// The parts of a campaign's report that are about what its notes reached.
struct CampaignResultParts {
  let facts: CampaignFacts

  /// By tier and band.
  var sizes: [ReportPart] {
    [
      part(.tier, "tiers", "By tier 按层级", ["tier", "notes"]),
      part(.band, "bands", "By band 按金字塔", ["band", "notes"]),
    ]
  }

  /// By creator and note.
  var each: [ReportPart] {
    [
      part(.creator, "creators", "By creator 按达人", ["nickname", "notes"]),
      part(.note, "notes", "By note 按笔记", ["note", "nickname", "tier"]),
    ]
  }

  private static let shown = [
    "cost", "ad_spend", "impressions", "interactions", "cpm", "cost_per_read", "cpe", "cpc",
    "delivered_reads", "delivered_interactions",
  ]

  private func part(_ grouping: ResultGrouping, _ key: String, _ title: String, _ names: [String])
    -> ReportPart
  {
    let charts: [ReportChart] =
      grouping == .tier
      ? [
        ReportChart(.bars, "CPE by tier 互动单价", names: "tier", "cpe"),
        ReportChart(
          .bars, "Impressions by tier: organic, promoted, heated", names: "tier",
          "organic_impressions", "promoted_impressions", "heated_impressions"),
      ] : []
    return ReportPart(
      key, title, remark: grouping == .tier ? Self.bases : "",
      groups(grouping).listing(), shown: names + Self.shown,
      most: [.creator, .note].contains(grouping) ? 10 : 60,
      below: grouping == .note ? ["note": "nickname"] : [:], charts: charts)
  }

  private static let bases =
    "Figures are of the newest snapshot of each note. "
    + [ResultMetric.cpm, .costPerRead, .cpe, .cpc, .engagementOfReads, .deliveredReads]
    .map { "\($0.title): \($0.words)" }.joined(separator: "; ")
    + ". Each is of sums over the notes of which both sides are known."

  private func groups(_ grouping: ResultGrouping) -> ResultGroups {
    var groups = ResultGroups(grouping, facts.tiers)
    for note in facts.notes { groups.add(note.result, note.creator) }
    return groups
  }

  /// All notes together.
  var sums: ResultSums {
    var sums = ResultSums()
    for note in facts.notes { sums.add(note.result) }
    return sums
  }

  /// What nobody paid for beside what was bought.
  var traffic: ReportPart {
    let sums = sums
    let kinds = [
      ("organic", sums.organicImpressions, sums.organicReads),
      ("promoted", sums.promotedImpressions, sums.promotedReads),
      ("heated", sums.heatedImpressions, sums.heatedReads),
    ].map { ($0.0, $0.1 ?? 0, $0.2 ?? 0) }
    let known = kinds.reduce((0, 0)) { ($0.0 + $1.1, $0.1 + $1.2) }
    let rest = (
      max(0, (sums.impressions ?? 0) - known.0), max(0, (sums.reads ?? 0) - known.1)
    )
    let isKnown = sums.impressions != nil || sums.reads != nil
    let rows = !isKnown ? [] : kinds + (rest == (0, 0) ? [] : [("not told apart", rest.0, rest.1)])
    let share = { (part: Int64, whole: Int64) -> Cell in
      Percent.basisPoints(part, of: whole).map(Cell.basisPoints) ?? .none
    }
    return ReportPart(
      "traffic", "Organic and paid traffic 自然与付费流量",
      remark: "Organic is all less promoted (推广) and heated (加热), never below 0.",
      Listing(
        columns: [
          .init("traffic", "traffic"), .init("impressions", "impressions", .integer),
          .init("impression_share", "of impressions", .basisPoints),
          .init("reads", "reads", .integer), .init("read_share", "of reads", .basisPoints),
        ],
        rows: rows.map { name, impressions, reads in
          [
            .text(name), .integer(impressions), share(impressions, known.0 + rest.0),
            .integer(reads), share(reads, known.1 + rest.1),
          ]
        }),
      total: [.text("all"), .optional(sums.impressions), .none, .optional(sums.reads), .none],
      charts: [
        ReportChart(.stacked, "Impressions: organic against paid", names: "traffic", "impressions"),
        ReportChart(.stacked, "Reads: organic against paid", names: "traffic", "reads"),
      ])
  }
}
