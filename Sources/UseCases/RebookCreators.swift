import Domain
import Store

extension OpenBook {
  /// Whom to book again, and who under-delivers: each creator's notes, all or those of a campaign, against
  /// what was expected at booking and what the tier's notes cost.
  ///
  /// In the order of ``CreatorDelivery/Rank/isBefore(_:)``, then by id.
  ///
  /// - Parameter limit: the most creators; `nil` for all.
  /// - Throws: ``Failure`` of kind `usage` when there are no results of the campaign.
  public func rebooking(campaign: String? = nil, limit: Int? = nil) throws -> Listing {
    try book.snapshot { try rebooking(adviceGround(campaign), limit: limit) }
  }

  func rebooking(_ ground: AdviceGround, limit: Int? = nil) throws -> Listing {
    var creators: [NoteBrief.Owner: Rebooked] = [:]
    var known = NoteCreators(book)
    for note in ground.asked {
      guard let owner = note.owner else { continue }
      let creator = try known[note]
      creators[owner, default: Rebooked(owner, creator, ground.rules)].add(note, ground.norms)
    }
    for (owner, creator) in creators where creator.delivery.verdict == .again {
      creators[owner]?.delivery.isUnusual = try !creator.unusual(ground).isEmpty
    }
    let sorted = creators.values.map { (creator: $0, rank: $0.delivery.rank) }
      .sorted { $0.rank.isBefore($1.rank) ?? ($0.creator.id < $1.creator.id) }.map(\.creator)
    return Listing(
      columns: Rebooked.columns,
      rows: try sorted.prefix(limit ?? .max).map { creator in
        let nickname = try creator.nickname ?? statedNickname(creator.notes)
        return creator.row(nickname: nickname, unusual: try creator.unusual(ground))
      }, of: sorted.count)
  }

  /// What files call the creator of some notes, whom the book doesn't have.
  private func statedNickname(_ notes: [NoteBrief]) throws -> String? {
    var nickname: String?
    try book.eachResult(.notes(notes.prefix(1).map(\.number))) { note, _ in
      nickname = note.statedCreator.nickname
    }
    return nickname
  }
}

/// A creator to book again, or not.
private struct Rebooked {
  let id: String
  let nickname: String?
  var delivery: CreatorDelivery
  private(set) var notes: [NoteBrief] = []
  private let known: KnownCreator?
  private var tier: Tier?

  init(_ owner: NoteBrief.Owner, _ creator: KnownCreator?, _ rules: AdviceRules) {
    known = creator
    nickname = creator?.nickname
    delivery = CreatorDelivery(rules)
    if case .user(let user) = owner { id = user } else { id = creator?.id.text ?? "" }
  }

  mutating func add(_ note: NoteBrief, _ norms: NoteNorms) {
    notes.append(note)
    let expected = known?.expected(booked: note.bookedOn, published: note.publishedOn)
    delivery.add(note, expected: expected, norms)
    tier = norms.tier(of: note) ?? tier
  }

  /// What is unusual in the figures of the notes, and in how the followers grew; each kind once.
  func unusual(_ ground: AdviceGround) throws -> [String] {
    let ofNotes = try notes.flatMap { try ground.unusual($0) }
    let all = known.flatMap(ground.unusual).map { ofNotes + [$0] } ?? ofNotes
    return Set(all.map(\.kind.rawValue)).sorted()
  }

  static let columns: [Listing.Column] = [
    .init("creator_id", "creator id"), .init("nickname", "nickname"), .init("tier", "tier"),
    .init("advice", "advice"), .init("notes", "notes", .integer), .init("cost", "cost", .money),
    .init("interactions", "interactions", .integer), .init("cpe", "CPE", .money),
    .init("against_tier", "of tier's cost", .basisPoints),
    .init("delivered_reads", "delivered reads", .basisPoints),
    .init("delivered_interactions", "delivered interactions", .basisPoints),
    .init("unusual", "unusual", .list), .init("reason", "reason"),
  ]

  func row(nickname: String?, unusual: [String]) -> [Cell] {
    [
      .text(id), .optional(nickname), .optional(tier?.code), .text(delivery.verdict.words),
      .integer(Int64(delivery.notes)), .optional(delivery.cost), .optional(delivery.interactions),
      .optional(delivery.costPerInteraction), Self.rate(delivery.price),
      Self.rate(delivery.deliveredReads), Self.rate(delivery.deliveredInteractions),
      .list(unusual),
      .text(delivery.sentence + (unusual.isEmpty ? "" : "; look first: kolbook results unusual")),
    ]
  }

  private static func rate(_ ratio: Ratio?) -> Cell {
    ratio.map { .basisPoints($0.basisPoints) } ?? .none
  }
}
