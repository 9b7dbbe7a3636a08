import Domain
import Store

extension OpenBook {
  /// Whom to book again, and who under-delivers: each creator's notes, all or those of a campaign, against
  /// what was expected at booking and what the tier's notes cost.
  ///
  /// In the order of ``CreatorDelivery/isBefore(_:)``, then by id.
  ///
  /// - Throws: ``Failure`` of kind `usage` when there are no results of the campaign.
  public func rebooking(campaign: String? = nil) throws -> Listing {
    try book.snapshot { try rebooking(campaign, AdviceGround(book)) }
  }

  func rebooking(_ campaign: String?, _ ground: AdviceGround) throws -> Listing {
    var creators: [NoteBrief.Owner: Rebooked] = [:]
    try eachAdvised(campaign, ground) { note, brief, creator, unusual in
      guard let owner = brief.owner else { return }
      creators[
        owner,
        default: Rebooked(
          id: creator?.id.text ?? note.statedCreator.userID ?? "",
          nickname: creator?.nickname ?? note.statedCreator.nickname,
          delivery: CreatorDelivery(ground.rules))
      ].add(note, brief, ground.norms, unusual)
    }
    return Rebooked.listing(Array(creators.values))
  }
}

/// A creator to book again, or not.
private struct Rebooked {
  let id: String
  let nickname: String?
  var delivery: CreatorDelivery
  private var tier: (number: Int64, code: String)?
  private var unusual: Set<String> = []

  init(id: String, nickname: String?, delivery: CreatorDelivery) {
    (self.id, self.nickname, self.delivery) = (id, nickname, delivery)
  }

  mutating func add(
    _ note: NoteResult, _ brief: NoteBrief, _ norms: NoteNorms, _ found: [Unusual]
  ) {
    delivery.add(brief, expected: note.expected, norms)
    if let code = norms.tier(of: brief)?.code { tier = (note.number, code) }
    unusual.formUnion(found.map(\.kind.rawValue))
  }

  static func listing(_ creators: [Rebooked]) -> Listing {
    let sorted = creators.sorted { left, right in
      left.delivery.isBefore(right.delivery) ?? (left.id < right.id)
    }
    return Listing(
      columns: [
        .init("creator_id", "creator id"), .init("nickname", "nickname"), .init("tier", "tier"),
        .init("advice", "advice"), .init("notes", "notes", .integer), .init("cost", "cost", .money),
        .init("interactions", "interactions", .integer), .init("cpe", "CPE", .money),
        .init("against_tier", "of tier's cost", .basisPoints),
        .init("delivered_reads", "delivered reads", .basisPoints),
        .init("delivered_interactions", "delivered interactions", .basisPoints),
        .init("unusual", "unusual", .list), .init("reason", "reason"),
      ],
      rows: sorted.map(\.row))
  }

  private var row: [Cell] {
    [
      .text(id), .optional(nickname), .optional(tier?.code), .text(delivery.verdict.words),
      .integer(Int64(delivery.notes)), .optional(delivery.cost), .optional(delivery.interactions),
      .optional(delivery.costPerInteraction), Self.rate(delivery.price),
      Self.rate(delivery.deliveredReads), Self.rate(delivery.deliveredInteractions),
      .list(unusual.sorted()),
      .text(delivery.sentence + (unusual.isEmpty ? "" : "; look first: kolbook results unusual")),
    ]
  }

  private static func rate(_ ratio: Ratio?) -> Cell {
    ratio.map { .basisPoints($0.basisPoints) } ?? .none
  }
}
