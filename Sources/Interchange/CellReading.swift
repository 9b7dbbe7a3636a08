import Domain

/// What one cell by itself is read as.
struct CellReading {
  /// In words: the value, or what was wanted in its place.
  let words: String

  init(_ cell: String, _ meaning: Meaning, _ header: String, _ layout: Layout, _ rules: RowRules) {
    var builder = RecordBuilder(line: 1, layout: layout, rules: rules)
    builder.take(cell, meaning: meaning, column: 0, header: header)
    let record = builder.finish()
    if let fault = builder.faults.first {
      words = "a problem: wanted \(fault.wanted)"
    } else {
      let values = Self.values(of: record)
      words =
        values.isEmpty ? Self.waiting(cell, meaning.inUsualUnit) : values.joined(separator: ", ")
    }
  }

  /// All that a record says, in words.
  private static func values(of record: CreatorRecord) -> [String] {
    let reviews = record.reviews.map { review in
      let stars = review.stars.map { "\($0) stars" }
      return [stars, review.verdict.map(ReviewText.text)].compactMap(\.self).joined(separator: " ")
        + (review.rater.map { " by \($0)" } ?? "")
    }
    let facts: [String?] = [
      record.ownID ?? record.userID ?? record.redID ?? record.profileURL, record.nickname,
      record.followers.map { Grouped.text($0.value) },
      record.engagement.map { Percent.text(basisPoints: $0.value.basisPoints) }, record.agency,
      record.city, record.gender, record.healthLevel, record.source,
    ]
    return facts.compactMap(\.self)
      + record.quotes.map { $0.value.price?.description ?? "not offered" }
      + record.metrics.map { Grouped.text($0.value) } + record.categories + record.tags
      + record.contacts.map(\.value) + reviews + record.notes.map { "a note: \($0.text)" }
  }

  /// A cell that needs others of its row, or only says something of them.
  private static func waiting(_ cell: String, _ meaning: Meaning) -> String {
    let text = Key.normalised(cell)
    switch meaning {
    case .day, .validUntil, .ratedOn: return (try? CellText.day(text))?.description ?? text
    case .ignored: return ""
    case .quoteTick: return text == "1" ? "the price is a quote" : "the price is an estimate"
    default: return text
    }
  }
}

extension Meaning {
  /// The name of the field, which ``init(field:)`` reads back.
  var field: String {
    switch self {
    case .scaled(let meaning, let power):
      meaning.field + ([-2: "(fen)", 2: "(fraction)"][power] ?? "(万)")
    case .followers(let power): power == 0 ? "followers" : "followers(万)"
    case .median(let name): "median:\(name)"
    case .total(let name, let power): "total:\(name)" + (power == 0 ? "" : "(万)")
    case .healthCode: "health_level(code)"
    case .stars(let rater?): "rating:\(rater)"
    case .verdict(let rater?): "verdict:\(rater)"
    case .comment(let rater?): "comment:\(rater)"
    case .ratedOn(let rater?): "rated_on:\(rater)"
    case .review(let rater): "review:\(rater)"
    case .ignored: "ignored"
    default:
      Field.all.first { $0.meaning == self }?.name ?? contact ?? "note"
    }
  }

  private var contact: String? {
    if case .contact(let kind) = self { "contact:\(kind)" } else { nil }
  }
}
