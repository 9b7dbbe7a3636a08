import Domain
import Store

/// What a person should know about a campaign's figures: what is missing, and what doesn't fit together.
struct CampaignFindings {
  private let facts: CampaignFacts
  private var codes: [String] = []
  private var found: [String: (words: String, about: [String])] = [:]

  init(_ facts: CampaignFacts, left: Money) {
    self.facts = facts
    if left < .zero { say("over_budget", nil, "the budget is overspent by \(-left)") }
    findOrders()
    for note in facts.notes.map(\.result) { look(note) }
    findSums()
  }

  /// The findings, each once with all that it is about: of the campaign's orders, of its notes, of its sums.
  var part: ReportPart {
    ReportPart(
      "findings", "Findings 需要注意",
      Listing(
        columns: [
          .init("finding", "finding"), .init("count", "count", .integer), .init("first", "first"),
          .init("words", "in words"), .init("about", "about", .list),
        ],
        rows: codes.compactMap { code in
          found[code].map { one in
            [
              .text(code), .optional(one.about.isEmpty ? nil : Int64(one.about.count)),
              .optional(one.about.first), .text(one.words), .list(one.about),
            ]
          }
        }), shown: ["finding", "count", "first", "words"])
  }

  private mutating func say(_ code: String, _ about: String?, _ words: String) {
    if found[code] == nil { codes.append(code) }
    found[code, default: (words, [])].about += about.map { [$0] } ?? []
  }

  private mutating func findOrders() {
    let noted = Set(facts.notes.compactMap(\.result.order))
    for order in facts.orders.map(\.order) where !noted.contains(order.name) {
      guard order.isCompleted, order.money.used != .zero else { continue }
      say("order_without_note", order.name, "completed, and no note of it is in the results")
    }
  }

  private mutating func look(_ note: NoteResult) {
    for flag in note.figures.flags {
      say(flag == .paidAboveAll ? "natural_below_zero" : flag.rawValue, note.name, flag.words)
    }
    if note.asOf == nil {
      say("missing_results", note.name, "nothing is known of what it reached")
    }
    if note.cost == nil {
      say("cost_unknown", note.name, "neither the books nor a file say what it cost")
    } else if note.costSource != "books" {
      say(
        "order_not_in_books", note.name,
        "its cost is what a file states: the books don't have its order")
    }
  }

  private mutating func findSums() {
    let untold = facts.adSpend.filter { if case .other = $0.key { true } else { false } }
    for channel in untold.keys.sorted() {
      say("other_ads", channel.code, "ads that are neither of feed nor of search are counted apart")
    }
    if facts.conversions.isEmpty {
      say("no_conversions", nil, "nothing is known of orders and revenue: there is no return")
    }
    if facts.ownerless > 0 {
      say(
        "conversions_of_nobody", nil,
        "\(facts.ownerless) conversions of its days name no campaign and no note: not counted"
      )
    }
    if facts.searches.isEmpty { say("no_searches", nil, "no counts of searches are known") }
  }
}
