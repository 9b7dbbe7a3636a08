import Domain

/// Where in a file of offers each figure stands, by the spellings of our own lists.
struct OfferColumns {
  var id: Int?
  var nickname: Int?
  var followers: (column: Int, power: Int)?
  var engagement: (column: Int, isPercent: Bool)?
  var base: Int?
  /// The price of the format that the row names.
  var fee: (column: Int, isFen: Bool)?
  var format: Int?
  var image: Int?
  var video: Int?
  var validUntil: Int?
  var category: Int?
  var agency: Int?
  /// One column for each rater, or one for all.
  var stars: [Int] = []
  /// What the header lacks or has too much of, as found and wanted.
  private(set) var faults: [(found: String, wanted: String)] = []

  static let wanted =
    "creator_id, nickname, followers, engagement_rate, fee or fee_fen, category, agency, "
    + "rating, format"

  init(_ headers: [String], needsEngagement: Bool) {
    for (column, header) in headers.enumerated() {
      guard let meaning = Layout.canonical.meaning(of: header) else {
        let name = header.isEmpty ? "a column without a name" : "the column \(header)"
        faults.append((name, "one of \(Self.wanted)"))
        continue
      }
      guard !take(meaning, column) else { continue }
      faults.append(("a second column for what \(header) says", "one column for one value"))
    }
    if id == nil { lacks("creator_id") }
    if followers == nil { lacks("followers") }
    if fee == nil && image == nil && video == nil { lacks("fee or fee_fen") }
    if needsEngagement && engagement == nil { lacks("engagement_rate") }
  }

  private mutating func lacks(_ name: String) {
    faults.append(("no such column", "the column \(name)"))
  }

  /// Notes a column; `false` when there is one already. What planning doesn't need is passed over.
  private mutating func take(_ meaning: Meaning, _ column: Int) -> Bool {
    func set<Value>(_ place: inout Value?, _ value: Value) -> Bool {
      defer { place = place ?? value }
      return place == nil
    }
    switch meaning {
    case .ownID: return set(&id, column)
    case .nickname: return set(&nickname, column)
    case .followers(let power): return set(&followers, (column, power))
    case .engagementPercent: return set(&engagement, (column, true))
    case .engagementBasisPoints: return set(&engagement, (column, false))
    case .engagementBase: return set(&base, column)
    case .fee: return set(&fee, (column, false))
    case .feeFen: return set(&fee, (column, true))
    case .format: return set(&format, column)
    case .quote(.image): return set(&image, column)
    case .quote(.video): return set(&video, column)
    case .validUntil: return set(&validUntil, column)
    case .category: return set(&category, column)
    case .agency: return set(&agency, column)
    case .stars: stars.append(column)
    default: break
    }
    return true
  }
}
