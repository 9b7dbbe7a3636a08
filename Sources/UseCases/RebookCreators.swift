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
    let creators = try rebooked(ground)
    let sorted = creators.map { (owner: $0.key, creator: $0.value, rank: $0.value.delivery.rank) }
      .sorted { $0.rank.isBefore($1.rank) ?? ($0.creator.id < $1.creator.id) }
    let shown = sorted.prefix(limit ?? .max)
    let notes = ground.asked(of: shown.map(\.owner))
    return Listing(
      columns: Rebooked.columns,
      rows: try shown.map { owner, creator, _ in
        let own = notes[owner] ?? []
        let nickname = try creator.nickname ?? statedNickname(own)
        return creator.row(nickname: nickname, unusual: try creator.unusual(own, ground, book))
      }, of: sorted.count)
  }

  /// What the notes delivered, by whose they are.
  private func rebooked(_ ground: AdviceGround) throws -> [NoteBrief.Owner: Rebooked] {
    var creators: [NoteBrief.Owner: Rebooked] = [:]
    var known = try NoteCreators(book, of: Int64(ground.asked.count))
    for note in ground.asked {
      guard let owner = note.owner else { continue }
      if let creator = creators[owner] {
        creator.add(note, ground.norms)
        continue
      }
      let creator = Rebooked(owner, try known[note], ground.rules)
      creator.add(note, ground.norms)
      creators[owner] = creator
    }
    for owner in try unusual(among: creators, ground) {
      creators[owner]?.delivery.isUnusual = true
    }
    return creators
  }

  /// Those of the creators to book again who should be looked at first.
  private func unusual(
    among creators: [NoteBrief.Owner: Rebooked], _ ground: AdviceGround
  ) throws -> Set<NoteBrief.Owner> {
    let again = creators.filter { $0.value.delivery.verdict == .again }
    let surging = Set(again.filter { $0.value.hasSurge(ground) }.keys)
    let asked = Set(again.keys).subtracting(surging)
    let found = try ground.answers(of: book) { book, notes in
      var found: Set<NoteBrief.Owner> = []
      for note in notes {
        guard let owner = note.owner, asked.contains(owner) else { continue }
        if !found.contains(owner), try ground.isUnusual(note, in: book) { found.insert(owner) }
      }
      return found
    }
    return found.reduce(surging) { $0.union($1) }
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
private final class Rebooked {
  let id: String
  let nickname: String?
  var delivery: CreatorDelivery
  private let known: KnownCreator?
  private var tier: Tier?

  init(_ owner: NoteBrief.Owner, _ creator: KnownCreator?, _ rules: AdviceRules) {
    known = creator
    nickname = creator?.nickname
    delivery = CreatorDelivery(rules)
    if case .user(let user) = owner { id = user } else { id = creator?.id.text ?? "" }
  }

  func add(_ note: NoteBrief, _ norms: NoteNorms) {
    let expected = known?.expected(booked: note.bookedOn, published: note.publishedOn)
    delivery.add(note, expected: expected, norms)
    tier = norms.tier(of: note) ?? tier
  }

  /// Whether the followers grew at once.
  func hasSurge(_ ground: AdviceGround) -> Bool { known.flatMap(ground.unusual) != nil }

  /// What is unusual in the figures of the notes, and in how the followers grew; each kind once.
  func unusual(_ notes: [NoteBrief], _ ground: AdviceGround, _ book: Book) throws -> [String] {
    let ofNotes = try notes.flatMap { try ground.unusual($0, in: book) }
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
