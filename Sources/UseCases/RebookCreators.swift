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
    let sorted = try rebooked(ground).map { (creator: $0, rank: $0.delivery.rank) }
      .sorted { $0.rank.isBefore($1.rank) ?? ($0.creator.id < $1.creator.id) }.map(\.creator)
    return Listing(
      columns: Rebooked.columns,
      rows: try sorted.prefix(limit ?? .max).map { creator in
        let nickname = try creator.nickname ?? statedNickname(creator.notes)
        return creator.row(nickname: nickname, unusual: try creator.unusual(ground, book))
      }, of: sorted.count)
  }

  /// The creators of the notes, in no order.
  private func rebooked(_ ground: AdviceGround) throws -> [Rebooked] {
    let parts = try ground.answers(of: book) { book, notes in
      var creators: [NoteBrief.Owner: Rebooked] = [:]
      var known = try NoteCreators(book, of: Int64(notes.count))
      for note in notes {
        guard let owner = note.owner else { continue }
        let creator = try known[note]
        creators[owner, default: Rebooked(owner, creator, ground.rules)].add(note, ground.norms)
      }
      return creators
    }
    var creators = parts.reduce(into: [NoteBrief.Owner: Rebooked]()) { all, part in
      all.merge(part) { early, late in
        var both = early
        both.add(late)
        return both
      }
    }
    let again = Set(creators.filter { $0.value.delivery.verdict == .again }.keys)
    let unusual = try ground.answers(of: book) { book, notes in
      try notes.filter { note in
        guard let owner = note.owner, again.contains(owner) else { return false }
        return try !ground.unusual(note, in: book).isEmpty
      }.compactMap(\.owner)
    }
    for owner in unusual.joined() { creators[owner]?.delivery.isUnusual = true }
    for owner in again where creators[owner]?.hasSurge(ground) == true {
      creators[owner]?.delivery.isUnusual = true
    }
    return Array(creators.values)
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
private struct Rebooked: Sendable {
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

  /// What other notes delivered, which came into the book later.
  mutating func add(_ later: Rebooked) {
    notes += later.notes
    delivery.add(later.delivery)
    tier = later.tier ?? tier
  }

  /// Whether the followers grew at once.
  func hasSurge(_ ground: AdviceGround) -> Bool { known.flatMap(ground.unusual) != nil }

  /// What is unusual in the figures of the notes, and in how the followers grew; each kind once.
  func unusual(_ ground: AdviceGround, _ book: Book) throws -> [String] {
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
