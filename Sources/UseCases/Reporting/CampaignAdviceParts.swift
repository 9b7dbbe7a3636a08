import Domain
import Interchange
import Store

extension OpenBook {
  /// The parts of a campaign's report that say what to do next: which notes to boost, whom to book again.
  ///
  /// Of notes with figures by the report's day, against what was usual in the whole book by then. What the notes
  /// of others cost is as the books have it now.
  func adviceParts(_ facts: CampaignFacts) throws -> [ReportPart] {
    let own = Dictionary(facts.notes.map { ($0.result.number, $0.result) }) { first, _ in first }
    let ground =
      own.isEmpty
      ? nil
      : try AdviceGround(book, through: facts.asOf) { note in
        note.asOf == nil ? nil : own[note.number].map { note.with(cost: $0.cost) }
      }
    let boost = try ground.map { try self.boost($0) }
    let rebooking = try ground.map { try self.rebooking($0) }
    let command = CommandText.line(
      "results", "boost", "--campaign", facts.campaign.name, "--budget", "YUAN")
    return [
      ReportPart(
        "boost", "What to boost 投流建议",
        remark: ((boost?.remarks ?? []) + ["a budget is split by: \(command)"])
          .joined(separator: "; "),
        boost?.listing ?? Listing(columns: [], rows: []),
        shown: ["note", "nickname", "advice", "natural_reads", "stands_out", "evidence"], most: 10,
        onPage: 20, below: ["note": "nickname"], why: .init(name: "note", sentence: "evidence")),
      ReportPart(
        "rebook", "Whom to book again 复投建议",
        remark: "Reads, natural ones where they are told apart, against those expected at booking; "
          + "the cost against what as many interactions cost at the tier's median.",
        rebooking ?? Listing(columns: [], rows: []),
        shown: [
          "creator_id", "nickname", "tier", "advice", "notes", "cpe", "against_tier",
          "delivered_reads", "delivered_interactions", "reason",
        ], most: 10, onPage: 30, below: ["nickname": "creator_id"],
        why: .init(name: "nickname", sentence: "reason")),
    ]
  }
}
