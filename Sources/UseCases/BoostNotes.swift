public import Domain
import Store

extension OpenBook {
  /// Which notes to put feed ads on, of all notes or of a campaign's.
  ///
  /// - Parameter budget: what is to be spent on it, to be split over the best.
  /// - Throws: ``Failure`` of kind `usage` when there are no results of the campaign.
  public func boost(campaign: String? = nil, budget: Money? = nil) throws -> BoostAdvice {
    try book.snapshot { try boost(campaign, budget, AdviceGround(book)) }
  }

  /// All advice on a campaign, or on all notes, from one look at the book: what ``boost(campaign:budget:)``,
  /// ``rebooking(campaign:)`` and ``unusual(campaign:)`` say.
  ///
  /// - Throws: ``Failure`` of kind `usage` when there are no results of the campaign.
  public func advice(campaign: String? = nil, budget: Money? = nil) throws -> (
    boost: BoostAdvice, rebooking: Listing, unusual: Listing
  ) {
    try book.snapshot {
      let ground = try AdviceGround(book)
      return (
        try boost(campaign, budget, ground), try rebooking(campaign, ground),
        try unusual(campaign, ground)
      )
    }
  }

  private func boost(_ campaign: String?, _ budget: Money?, _ ground: AdviceGround) throws
    -> BoostAdvice
  {
    var lines: [BoostAdvice.Line] = []
    try eachAdvised(campaign, ground) { note, brief, creator, unusual in
      let evidence = BoostEvidence(
        brief, cardReads: note.expected?.reads, isUnusual: !unusual.isEmpty, ground.norms,
        ground.rules)
      lines.append(
        BoostAdvice.Line(
          evidence: evidence, unusual: unusual, note: note,
          creator: (
            creator?.id.text ?? note.statedCreator.userID,
            creator?.nickname ?? note.statedCreator.nickname
          )))
    }
    return BoostAdvice(lines, budget: budget, try book.reference.boostPrices(), ground.rules)
  }
}
