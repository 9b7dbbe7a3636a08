import Domain
import UseCases

/// A creator's card drawn for people.
enum CardText {
  /// The card as lines of text.
  static func text(of card: CreatorCard) -> String {
    var parts = [head(card)]
    parts += section(
      "Quotes", card.quotes.map(quote), ["format", "price", "quoted", "until", "stands", "source"])
    parts += section(
      "Followers", card.followers.map { [Grouped.text($0.value), "\($0.day)", $0.source] },
      ["count", "day", "source"])
    parts += section(
      "Engagement",
      card.engagements.map {
        ["\($0.value)", "of \($0.value.base.rawValue)", "\($0.day)", $0.source]
      }, ["rate", "base", "day", "source"])
    parts += section(
      "Other figures",
      card.medians.map { name, median in
        [name, Grouped.text(median.value), "\(median.day)", median.source]
      }, ["median", "value", "day", "source"])
    parts += section("Ratings", card.ratings.map(rating), ["rater", "day", "stars", "verdict", ""])
    parts += section("Contacts", card.contacts.map { [$0.kind, $0.value] }, ["kind", "value"])
    parts += section(
      "Notes", card.notes.map { ["\($0.day)", $0.source, $0.value] }, ["day", "by", "note"])
    if !card.orders.rows.isEmpty { parts.append("Orders\n\(TableText.text(of: card.orders))") }
    return parts.joined(separator: "\n\n")
  }

  private static func head(_ card: CreatorCard) -> String {
    let creator = card.summary.creator
    let rating = card.summary.rating
    let spread = rating.disagreement > 0 ? ", \(rating.disagreement) apart" : ""
    let usual = card.benchmark.map { "\($0.range.lowerBound) – \($0.range.upperBound)" }
    let rows: [(String, String?)] = [
      ("id", creator.id.text), ("小红书号", creator.redID), ("user id", creator.userID),
      ("merged ids", words(card.formerIDs.map(\.text))), ("profile", creator.profileURL),
      ("tier", card.tier.map { "\($0.name) \($0.chineseName)" }),
      ("followers", card.summary.followers.map(Grouped.text)),
      ("engagement", card.summary.engagement.map { "\($0) of followers" }),
      ("measured", measured(card.results)), ("notes", notes(card.results)),
      ("usual fee", usual), ("rating", rating.raters > 0 ? "\(rating)\(spread)" : nil),
      ("categories", words(card.summary.categories)), ("tags", words(card.summary.tags)),
      ("MCN", creator.agency), ("city", creator.city), ("gender", creator.gender),
      ("health", creator.healthLevel),
      ("kept out", words(card.summary.exclusions.map(\.description), by: "; ")),
    ]
    let known = rows.compactMap { name, value in value.map { [name, $0] } }
    return TableText.lines([creator.nickname, ""], known, isNumber: [false, false])
  }

  private static func measured(_ results: CreatorResults?) -> String? {
    results?.measured.map {
      "\(Percent.text(basisPoints: $0.basisPoints)) of followers, the median of "
        + "\(Counted.text(Int64($0.notes), "note")) of the last year"
    }
  }

  private static func notes(_ results: CreatorResults?) -> String? {
    results.map { results in
      let medians = [(results.medianReads, "reads"), (results.medianInteractions, "interactions")]
        .compactMap { median, name in median.map { "\(Grouped.text($0)) \(name)" } }
      return "\(results.notes) with results"
        + (medians.isEmpty ? "" : ", median \(medians.joined(separator: ", "))")
    }
  }

  private static func quote(_ judged: CreatorCard.JudgedQuote) -> [String] {
    let quote = judged.quote
    return [
      "\(judged.isCurrent ? "*" : " ") \(quote.format.rawValue)",
      quote.price.map { "\($0)" } ?? "not offered", "\(quote.quotedOn)",
      quote.validUntil.map { "\($0)" } ?? "-",
      judged.judgement.map { "\($0.rawValue) usual" } ?? "-", quote.source,
    ]
  }

  private static func rating(_ rating: Rating) -> [String] {
    [
      rating.rater, "\(rating.day)", rating.stars.map { "\($0)" } ?? "-",
      rating.verdict.map { "\($0)" } ?? "-", rating.comment,
    ]
  }

  private static func section(_ title: String, _ rows: [[String]], _ header: [String]) -> [String] {
    guard !rows.isEmpty else { return [] }
    let table = TableText.lines(header, rows, isNumber: header.map { _ in false })
    return ["\(title)\n\(table)"]
  }

  private static func words(_ words: [String], by separator: String = " ") -> String? {
    words.isEmpty ? nil : words.joined(separator: separator)
  }
}
