import Domain

/// Sums of results by a grouping.
struct ResultGroups: Sendable {
  private struct Group: Sendable {
    /// What its notes have in common; empty when that isn't known.
    let key: String
    /// What orders it among the others, before its name.
    let rank: Int64
    /// The cells of ``heads``.
    let head: [Cell]
    var sums = ResultSums()
  }

  private let grouping: ResultGrouping
  private let tiers: TierTable
  /// In the order in which they came.
  private var groups: [Group] = []
  private var places: [String: Int] = [:]

  init(_ grouping: ResultGrouping, _ tiers: TierTable) {
    (self.grouping, self.tiers) = (grouping, tiers)
  }

  var isEmpty: Bool { groups.isEmpty }

  /// Adds a note to its group.
  mutating func add(_ note: NoteResult, _ creator: KnownCreator?) {
    let tier = note.followers.map { tiers.tier(followers: $0) }
    let key: String =
      switch grouping {
      case .note: note.name
      case .creator:
        creator?.id.text ?? note.statedCreator.userID ?? note.statedCreator.nickname ?? ""
      case .tier: tier?.code ?? ""
      case .band: tier?.band.rawValue ?? ""
      case .campaign: note.campaign ?? ""
      }
    let place = places[key] ?? groups.count
    if place == groups.count {
      add(
        Group(
          key: key, rank: Self.rank(grouping, note, tier),
          head: Self.head(grouping, key, note, creator, tier)))
    }
    groups[place].sums.add(note)
  }

  private mutating func add(_ new: Group) {
    places[new.key] = groups.count
    groups.append(new)
  }

  /// Adds the groups of later notes.
  mutating func add(_ others: ResultGroups) {
    for theirs in others.groups {
      if let place = places[theirs.key] {
        groups[place].sums.add(theirs.sums)
      } else {
        add(theirs)
      }
    }
  }

  private static func rank(_ grouping: ResultGrouping, _ note: NoteResult, _ tier: Tier?) -> Int64 {
    switch grouping {
    case .note: -Int64(note.publishedOn?.number ?? .min)
    case .tier: tier?.minFollowers ?? .max
    case .band: tier.flatMap { Band.allCases.firstIndex(of: $0.band) }.map(Int64.init) ?? .max
    case .creator, .campaign: 0
    }
  }

  private var heads: [Listing.Column] {
    switch grouping {
    case .note:
      [
        .init("note", "note"), .init("order", "order"), .init("creator_id", "creator id"),
        .init("nickname", "nickname"), .init("tier", "tier"), .init("campaign", "campaign"),
        .init("title", "title"), .init("format", "format"), .init("published_on", "published"),
        .init("as_of", "as of"), .init("cost_source", "cost from"),
        .init("expected_from", "expected from"), .init("flags", "flags", .list),
      ]
    case .creator: [.init("creator_id", "creator id"), .init("nickname", "nickname")]
    case .tier, .band, .campaign: [.init(grouping.rawValue, grouping.rawValue)]
    }
  }

  private static func head(
    _ grouping: ResultGrouping, _ key: String, _ note: NoteResult, _ creator: KnownCreator?,
    _ tier: Tier?
  ) -> [Cell] {
    let named = key.isEmpty ? Cell.none : .text(key)
    let nickname = Cell.optional(creator?.nickname ?? note.statedCreator.nickname)
    switch grouping {
    case .note:
      let from = [note.expected?.readsFrom, note.expected?.interactionsFrom].compactMap(\.self)
      return [
        .optional(note.noteID), .optional(note.order),
        .optional(creator?.id.text ?? note.statedCreator.userID), nickname, .optional(tier?.code),
        .optional(note.campaign), .optional(note.title), .optional(note.format?.rawValue),
        .optional(note.publishedOn), .optional(note.asOf), .optional(note.costSource),
        from.isEmpty ? .none : .text(from.joined(separator: ", ")),
        .list(note.figures.flags.map(\.rawValue)),
      ]
    case .creator: return [named, nickname]
    case .tier, .band, .campaign: return [named]
    }
  }

  /// The groups with their sums and metrics, in the order that ``ResultGrouping`` states; only the first if
  /// there is a limit.
  func listing(limit: Int? = nil) -> Listing {
    let most = { (group: Group) in
      grouping == .creator ? -(group.sums.interactions ?? 0) : group.rank
    }
    // Not the groups, which take long to move.
    let ordered = groups.enumerated().map { (place: $0, key: $1.key, rank: most($1)) }
      .sorted { left, right in
        // What is not known of comes last.
        if left.key.isEmpty || right.key.isEmpty { return right.key.isEmpty && !left.key.isEmpty }
        return left.rank != right.rank ? left.rank < right.rank : left.key < right.key
      }
    return Listing(
      columns: heads + Self.columns,
      rows: ordered.prefix(limit ?? .max).map { one in
        groups[one.place].head + Self.cells(groups[one.place].sums)
      }, of: ordered.count)
  }

  static let columns: [Listing.Column] =
    [
      .init("notes", "notes", .integer), .init("cost", "cost", .money),
      .init("with_cost", "with cost", .integer), .init("ad_spend", "ad spend", .money),
      .init("with_ads", "with ads", .integer), .init("ad_clicks", "ad clicks", .integer),
      .init("impressions", "impressions", .integer),
      .init("organic_impressions", "organic impressions", .integer),
      .init("with_organic", "with organic", .integer),
      .init("promoted_impressions", "promoted impressions", .integer),
      .init("heated_impressions", "heated impressions", .integer),
      .init("reads", "reads", .integer), .init("organic_reads", "organic reads", .integer),
      .init("promoted_reads", "promoted reads", .integer),
      .init("heated_reads", "heated reads", .integer),
      .init("interactions", "interactions", .integer),
      .init("expected_reads", "expected reads", .integer),
      .init("expected_interactions", "expected interactions", .integer),
      .init("with_expected", "with expected", .integer),
    ]
    + ResultMetric.allCases.map { metric in
      .init(metric.rawValue, metric.title, metric.unit == .basisPoints ? .basisPoints : .money)
    }

  private static func cells(_ sums: ResultSums) -> [Cell] {
    [
      .integer(sums.notes), .optional(sums.cost), .integer(sums.withCost),
      .optional(sums.adSpend), .integer(sums.withAds), .optional(sums.adClicks),
      .optional(sums.impressions), .optional(sums.organicImpressions),
      .integer(sums.withOrganic), .optional(sums.promotedImpressions),
      .optional(sums.heatedImpressions), .optional(sums.reads), .optional(sums.organicReads),
      .optional(sums.promotedReads), .optional(sums.heatedReads), .optional(sums.interactions),
      .optional(sums.expectedReads), .optional(sums.expectedInteractions),
      .integer(sums.withExpected),
    ]
      + ResultMetric.allCases.map { metric in
        guard let value = sums[metric] else { return .none }
        return metric.unit == .basisPoints ? .basisPoints(value) : .money(Money(fen: value))
      }
  }
}

extension ResultMetric {
  /// As a table heads its column.
  var title: String {
    switch self {
    case .cpm, .cpe, .cpc: rawValue.uppercased()
    case .organicCPM: "organic CPM"
    case .costPerRead: "per read"
    case .adCPM: "ad CPM"
    case .adCPE: "ad CPE"
    case .totalCPM: "total CPM"
    case .totalCPE: "total CPE"
    case .engagementOfReads: "engagement"
    case .engagementOfFollowers: "of followers"
    case .deliveredInteractions: "delivered"
    default: rawValue.replacing("_", with: " ")
    }
  }
}
