/// A table of reference data: one file of `seed/`, one table of the book, the same columns.
public enum ReferenceTable: String, CaseIterable, Sendable {
  /// The sizes of creators and what they usually cost.
  case tier
  /// Verticals and their premiums.
  case category
  /// The spellings of categories in lists.
  case categoryWord = "category_word"
  /// Service fees by side, mode and date.
  case feeRate = "fee_rate"
  /// What ads cost.
  case adBenchmark = "ad_benchmark"
  /// Rules of thumb for campaigns.
  case playbook
  /// What a dollar costs, by date.
  case usdRate = "usd_rate"
  /// What MCNs take of what their creators get, by date.
  case mcnShare = "mcn_share"

  /// The columns, in the order of the file.
  public var columns: [String] {
    switch self {
    case .tier:
      [
        "code", "name", "chinese_name", "band", "min_followers", "usual_fee_low_fen",
        "usual_fee_high_fen", "engagement_low_bp", "engagement_high_bp", "source", "as_of", "note",
      ]
    case .category:
      [
        "code", "name", "chinese_name", "premium_low_bp", "premium_high_bp", "source", "as_of",
        "note",
      ]
    case .categoryWord: ["word", "category", "source", "as_of", "note"]
    case .feeRate: ["side", "mode", "from_date", "rate_bp", "source", "as_of", "note"]
    case .adBenchmark:
      ["format", "chinese_name", "metric", "low_fen", "high_fen", "source", "as_of", "note"]
    case .playbook:
      [
        "kind", "key", "step", "lead_with", "value_low", "value_high", "unit", "why", "source",
        "as_of", "note",
      ]
    case .usdRate: ["from_date", "cny_per_usd", "source", "as_of", "note"]
    case .mcnShare: ["mcn", "from_date", "share_bp", "source", "as_of", "note"]
    }
  }

  /// Whether rows are only ever added: history rests on them.
  public var onlyGrows: Bool { self == .feeRate }

  var deletion: String? {
    switch self {
    case .tier: "DELETE FROM tier"
    case .category: "DELETE FROM category"
    case .categoryWord: "DELETE FROM category_word"
    // Rates and shares come one after the other; one of the same day stands in place of the other.
    case .feeRate, .usdRate, .mcnShare: nil
    case .adBenchmark: "DELETE FROM ad_benchmark"
    case .playbook: "DELETE FROM playbook"
    }
  }

  var insertion: String {
    switch self {
    case .tier: "INSERT INTO tier VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    case .category: "INSERT INTO category VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    case .categoryWord: "INSERT INTO category_word VALUES (?, ?, ?, ?, ?)"
    case .feeRate: "INSERT INTO fee_rate VALUES (?, ?, ?, ?, ?, ?, ?)"
    case .adBenchmark: "INSERT INTO ad_benchmark VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    case .playbook: "INSERT INTO playbook VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    case .usdRate: "INSERT OR REPLACE INTO usd_rate VALUES (?, ?, ?, ?, ?)"
    case .mcnShare: "INSERT OR REPLACE INTO mcn_share VALUES (?, ?, ?, ?, ?, ?)"
    }
  }

  var selection: String {
    switch self {
    case .tier: "SELECT * FROM tier ORDER BY min_followers"
    case .category: "SELECT * FROM category ORDER BY code"
    case .categoryWord: "SELECT * FROM category_word ORDER BY category, word"
    case .feeRate: "SELECT * FROM fee_rate ORDER BY side, mode, from_date"
    case .adBenchmark: "SELECT * FROM ad_benchmark ORDER BY format, metric"
    case .playbook: "SELECT * FROM playbook ORDER BY kind, key, step"
    case .usdRate: "SELECT * FROM usd_rate ORDER BY from_date"
    case .mcnShare: "SELECT * FROM mcn_share ORDER BY mcn, from_date"
    }
  }
}
