import Domain
import Store

extension OpenBook {
  /// Makes one of two creators who are one person: everything filed under the second goes to the first, and
  /// the ids of the second find the first from then on.
  ///
  /// What the first one's card does not say is taken from the second; what both say otherwise becomes a note.
  /// A block of either stays. The ledger is not touched: orders of the second are listed under the first.
  ///
  /// - Throws: ``Failure`` when they are two accounts, are one already, or stand on one shortlist.
  public func merge(_ keepWords: String, _ goneWords: String) throws -> CreatorReceipt {
    let words = CommandText.words(["creator", "merge", keepWords, goneWords])
    return try book.change(words, by: actor, at: now) {
      let (keep, gone) = (try find(keepWords), try find(goneWords))
      let (kept, other) = (try book.creators.creator(keep), try book.creators.creator(gone))
      guard keep != gone else {
        throw Failure(
          .failed, "\(keepWords) and \(goneWords) are one creator already: \(kept.id)",
          next: CommandText.line("show", kept.id.text))
      }
      if let one = kept.userID, let two = other.userID {
        throw Failure(
          .failed,
          "\(kept.nickname) has the user id \(one) and \(other.nickname) \(two): "
            + "these are two accounts on Xiaohongshu",
          next: "if one user id is wrong, correct it with: kolbook edit")
      }
      if let list = try book.shortlists.first(withBoth: keep, gone) {
        throw Failure(
          .failed, "\(kept.nickname) and \(other.nickname) are both on the shortlist \(list)",
          next: CommandText.line("shortlist", "delete", list) + ", and merge again")
      }
      let exclusions = try Self.carried(
        book.exclusions.exclusions(of: gone), to: book.exclusions.exclusions(of: keep))
      try book.creators.merge(gone, into: keep, as: Self.joined(kept, other))
      for exclusion in exclusions { try book.exclusions.add(exclusion, to: keep) }
      try book.notes.record(Self.note(kept, other), of: keep, on: today, source: actor)
      return (CreatorReceipt(id: kept.id, isNew: true), .creators(updated: 2))
    }
  }

  /// The first card with its gaps filled from the second.
  private static func joined(_ kept: Creator, _ other: Creator) -> Creator {
    var creator = kept
    creator.userID = kept.userID ?? other.userID
    creator.redID = kept.redID ?? other.redID
    creator.profileURL = kept.profileURL ?? other.profileURL
    creator.city = kept.city ?? other.city
    creator.gender = kept.gender ?? other.gender
    creator.agency = kept.agency ?? other.agency
    creator.healthLevel = kept.healthLevel ?? other.healthLevel
    return creator
  }

  /// The exclusions of the second that the first hasn't of its kind; of two conflict windows the longer.
  private static func carried(_ gone: [Exclusion], to keep: [Exclusion]) -> [Exclusion] {
    gone.filter { exclusion in
      !keep.contains { known in
        switch (known, exclusion) {
        case (.blocked, .blocked): true
        case (.conflict(let until, _), .conflict(let other, _)): until >= other
        default: false
        }
      }
    }
  }

  /// `merged with kb7; there: nickname 乙, city 上海`.
  private static func note(_ kept: Creator, _ other: Creator) -> String {
    let differing = [
      ("nickname", kept.nickname, other.nickname), ("小红书号", kept.redID, other.redID),
      ("link", kept.profileURL, other.profileURL), ("city", kept.city, other.city),
      ("gender", kept.gender, other.gender), ("MCN", kept.agency, other.agency),
      ("health", kept.healthLevel, other.healthLevel),
    ].compactMap { name, one, two -> String? in
      guard let two, let one, one != two else { return nil }
      return "\(name) \(two)"
    }
    return "merged with \(other.id)"
      + (differing.isEmpty ? "" : "; there: \(differing.joined(separator: ", "))")
  }
}
