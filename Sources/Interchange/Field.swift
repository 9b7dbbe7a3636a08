import Domain

/// What a column of a list can mean, by the name that layouts and `--map` call it.
///
/// Most are called as kolbook's own columns. A unit may follow in brackets, `followers(万)`, and a name
/// behind a colon, `rating:王敏`.
public struct Field: Sendable {
  /// The units that its cells may be in, the first the one that is meant when none is named.
  enum Units: Sendable {
    case none
    case count
    case money
    case rate
    case level

    /// Their names.
    var names: [String] {
      switch self {
      case .none: []
      case .count: ["1", "万"]
      case .money: ["yuan", "万", "fen"]
      case .rate: ["percent", "fraction", "bp"]
      case .level: ["words", "code"]
      }
    }
  }

  /// Its name: `followers`, `median:…` for one that a name has to follow.
  public let name: String
  /// What it says.
  public let words: String
  let units: Units
  let meaning: Meaning

  /// The units that its cells may be in, the first the one that is meant when none is named.
  public var unitNames: [String] { units.names }

  init(_ name: String, _ words: String, _ units: Units = .none, means meaning: Meaning) {
    (self.name, self.words, self.units, self.meaning) = (name, words, units, meaning)
  }
}

extension Meaning {
  /// The meaning that a field's name stands for; `nil` when there is no such field, or no such unit of it.
  public init?(field text: String) {
    let text = Key.normalised(text.replacing("（", with: "(").replacing("）", with: ")"))
    let parts = text.split(separator: "(", maxSplits: 1, omittingEmptySubsequences: false)
    var (name, unit) = (text, String?.none)
    if parts.count == 2, text.hasSuffix(")") {
      (name, unit) = (String(parts[0]), parts[1].dropLast().lowercased())
    }
    let words = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let called = words.count == 2 ? Key.normalised(String(words[1])) : nil
    let wanted = words[0].lowercased() + (called == nil ? "" : ":…")
    guard let field = Field.all.first(where: { $0.name == wanted }),
      let named = called.map({ field.meaning.named($0) }) ?? field.meaning,
      let meaning = unit.map({ named.inUnit($0, of: field.units) }) ?? named
    else { return nil }
    self = meaning
  }

  /// The same for a name that stood behind the colon; `nil` for one that won't do.
  private func named(_ name: String) -> Meaning? {
    guard !name.isEmpty, name.utf8.count <= 100 else { return nil }
    let isPlain = name.utf8.allSatisfy { CellText.isPlain($0) || $0 == UInt8(ascii: ".") }
    switch self {
    case .median: return isPlain ? .median(name) : nil
    case .total(_, let power): return isPlain ? .total(name, power: power) : nil
    case .contact: return isPlain ? .contact(name) : nil
    case .stars: return .stars(rater: name)
    case .verdict: return .verdict(rater: name)
    case .comment: return .comment(rater: name)
    case .ratedOn: return .ratedOn(rater: name)
    case .review: return .review(rater: name)
    default: return nil
    }
  }

  private func inUnit(_ unit: String, of units: Field.Units) -> Meaning? {
    switch (units, unit, self) {
    case (.count, "1", _), (.money, "yuan", _), (.money, "元", _), (.rate, "percent", _),
      (.rate, "%", _), (.level, "words", _):
      self
    case (.count, "万", .followers), (.count, "w", .followers): .followers(power: 4)
    case (.count, "万", .total(let name, _)), (.count, "w", .total(let name, _)):
      .total(name, power: 4)
    case (.count, "万", _), (.count, "w", _), (.money, "万", _), (.money, "w", _):
      .scaled(self, power: 4)
    case (.money, "fen", .fee), (.money, "分", .fee): .feeFen
    case (.money, "fen", _), (.money, "分", _): .scaled(self, power: -2)
    case (.rate, "fraction", _): .scaled(self, power: 2)
    case (.rate, "bp", _): .engagementBasisPoints
    case (.level, "code", _): .healthCode
    default: nil
    }
  }
}

extension Field {
  /// Every field, in the order that people look for them.
  public static let all: [Field] = who + facts + prices + days + opinions + rest

  /// What is wanted in place of a text that names no field.
  public static func wanted(for text: String) -> String {
    let name = String(text.prefix { $0 != "(" && $0 != "（" })
    let names = all.map(\.name)
    if let field = all.first(where: { $0.name == name.lowercased() }) {
      let units = field.unitNames.joined(separator: ", ")
      return units.isEmpty ? "\(field.name) without a unit" : "\(field.name) in one of: \(units)"
    }
    return "a field" + (Spelling.nearest(name, among: names).map { ", perhaps \($0)" } ?? "")
      + " (see: kolbook reference show field)"
  }

  private static let who = [
    Field("creator_id", "your own key for a creator", means: .ownID),
    Field("user_id", "24 hexadecimal digits", means: .userID),
    Field("red_id", "小红书号", means: .redID),
    Field("red_or_user_id", "小红书号 or user id, told apart by its shape", means: .redOrUserID),
    Field("profile_url", "a profile or Pugongying link, with the user id in it", means: .link),
    Field("nickname", "昵称", means: .nickname),
    Field("category", "a category, or several", means: .category),
    Field("agency", "机构, the MCN", means: .agency),
    Field("city", "where the creator lives", means: .city),
    Field("gender", "as written", means: .gender),
    Field("health_level", "Pugongying's, or its code 0 to 2", .level, means: .healthLevel),
    Field("tags", "tags between commas, semicolons or line breaks", means: .tags),
    Field("wechat", "a way to reach the creator", means: .contact("wechat")),
    Field("phone", "another", means: .contact("phone")),
    Field("email", "another", means: .contact("email")),
    Field("contact:…", "any other, by its kind: contact:qq", means: .contact("")),
  ]

  private static let facts = [
    Field("followers", "a count of followers", .count, means: .followers(power: 0)),
    Field("engagement_rate", "interactions per note as a part", .rate, means: .engagementPercent),
    Field("engagement_bp", "the same in basis points", means: .engagementBasisPoints),
    Field("engagement_base", "followers or reads: what it is a part of", means: .engagementBase),
    Field(
      "average_interactions", "interactions per note: divided by the row's followers", .count,
      means: .averageInteractions),
    Field("median:…", "a median per note: median:reads.everyday.30d", .count, means: .median("")),
    Field(
      "total:…", "a count over all notes: total:likes_collects.total", .count,
      means: .total("", power: 0)),
  ]

  private static let prices: [Field] =
    [
      Field("fee", "the price of the kind of note that format names", .money, means: .fee),
      Field("fee_fen", "the same in fen", means: .feeFen),
      Field("format", "image or video", means: .format),
    ]
    + NoteFormat.allCases.flatMap { format in
      let name = format.rawValue
      return [
        Field("\(name)_fee", "a price before the service fee", .money, means: .quote(format)),
        Field("\(name)_bare_fee", "裸价: goes before it", .money, means: .bareQuote(format)),
        Field(
          "\(name)_fee_with_service", "a price with the service fee in it", .money,
          means: .quoteWithFee(format)),
        Field(
          "\(name)_off_platform", "非报备: kept as a note, never a quote",
          means: .offPlatformPrice(format)),
        Field(
          "\(name)_fee_tick", "1 where the price is the creator's own, 0 for an estimate",
          means: .quoteTick(format)),
      ]
    } + [Field("unclear_price", "a price of unclear terms: a note", means: .note(.unclearPrice))]

  private static let days = [
    Field("seen_on", "the day of all that the row says", means: .day(.row)),
    Field("followers_on", "the day of the followers", means: .day(.followers)),
    Field("engagement_on", "the day of the rate", means: .day(.engagement)),
    Field("quoted_on", "the day of the prices", means: .day(.quote)),
    Field("valid_until", "the last day that the prices hold", means: .validUntil),
    Field("source", "where all that the row says is from", means: .source(.row)),
    Field("followers_source", "where the followers are from", means: .source(.followers)),
    Field("engagement_source", "where the rate is from", means: .source(.engagement)),
    Field("quote_source", "where the prices are from", means: .source(.quote)),
  ]

  private static let opinions = [
    Field("rating", "1 to 5 stars by you", means: .stars(rater: nil)),
    Field("verdict", "ok, price, price:1000, hold or no, by you", means: .verdict(rater: nil)),
    Field("comment", "what you say", means: .comment(rater: nil)),
    Field("rated_on", "when you said it", means: .ratedOn(rater: nil)),
    Field("rating:…", "the same by somebody: rating:王敏", means: .stars(rater: "")),
    Field("verdict:…", "the same by somebody", means: .verdict(rater: "")),
    Field("comment:…", "the same by somebody", means: .comment(rater: "")),
    Field("rated_on:…", "the same by somebody", means: .ratedOn(rater: "")),
    Field(
      "review", "a reviewer's word, a verdict or a note; the header names who: 王敏反馈",
      means: .review(rater: "")),
    Field("review:…", "the same by somebody", means: .review(rater: "")),
  ]

  private static let rest = [
    Field("note", "kept as a note under the column's name", means: .note(.remark)),
    Field("ignored", "known and not needed", means: .ignored("not kept")),
  ]
}
