public import Domain
import Store

extension OpenBook {
  /// Which notes to put feed ads on, of all notes or of a campaign's.
  ///
  /// - Parameters:
  ///   - budget: what is to be spent on it, to be split over the best.
  ///   - onlyBest: whether the notes are left out that don't stand out.
  ///   - limit: the most notes; `nil` for all.
  /// - Throws: ``Failure`` of kind `usage` when there are no results of the campaign.
  public func boost(
    campaign: String? = nil, budget: Money? = nil, onlyBest: Bool = false, limit: Int? = nil
  ) throws -> BoostAdvice {
    try book.snapshot {
      try boost(adviceGround(campaign), budget, onlyBest: onlyBest, limit: limit)
    }
  }

  func boost(
    _ ground: AdviceGround, _ budget: Money? = nil, onlyBest: Bool = false, limit: Int? = nil
  ) throws -> BoostAdvice {
    let all = try ground.answers(of: book) { book, notes in
      var creators = NoteCreators(book)
      return try notes.map { note in
        try BoostEvidence(
          note,
          cardReads: creators[note]?.expected(booked: note.bookedOn, published: note.publishedOn)?
            .reads,
          isUnusual: ground.isUnusual(note, in: book), ground.norms, ground.rules)
      }
    }.flatMap(\.self)
    let shown = all.filter { !onlyBest || [.boost, .lookFirst].contains($0.verdict) }
      .sorted { $0.isBefore($1) ?? ($0.note.noteID < $1.note.noteID) }
    let scores = shown.prefix { $0.verdict == .boost }.compactMap(\.score)
    let split = try budget.map {
      BoostBudget($0, over: scores, try book.reference.boostPrices(), ground.rules)
    }
    return BoostAdvice(
      lines: try lines(Array(shown.prefix(limit ?? .max)), split?.parts ?? [], ground),
      all: shown.count, budget: split,
      remarks: BoostText.remarks(all, ground.rules) + (split.map(BoostText.remarks) ?? []))
  }

  /// Notes with all that is known of them.
  private func lines(_ shown: [BoostEvidence], _ parts: [Money], _ ground: AdviceGround) throws
    -> [BoostAdvice.Line]
  {
    var lines: [BoostAdvice.Line] = []
    try book.eachResult(.notes(shown.map(\.note.number)), through: ground.day) { note, creator in
      let evidence = shown[lines.count]
      lines.append(
        BoostAdvice.Line(
          evidence: evidence, unusual: try ground.unusual(evidence.note, in: book),
          part: lines.count < parts.count ? parts[lines.count] : nil, note: note,
          creator: (
            creator?.id.text ?? note.statedCreator.userID,
            creator?.nickname ?? note.statedCreator.nickname
          )))
    }
    return lines
  }
}
