import Domain
import Store

extension OpenBook {
  /// Results of all notes or of a campaign's, summed up.
  ///
  /// - Throws: ``Failure`` of kind `usage` when there are none of the campaign.
  public func results(campaign: String? = nil, by grouping: ResultGrouping) throws -> Listing {
    try book.snapshot {
      let tiers = try book.reference.tierTable()
      var groups = ResultGroups(grouping, tiers)
      try eachResult(campaign.map { .campaign($0) } ?? .all) { note, creator in
        groups.add(note, creator)
      }
      guard !groups.isEmpty else { throw Self.noResults(of: campaign) }
      return groups.listing
    }
  }

  static func noResults(of campaign: String?) -> Failure {
    guard let campaign else {
      return Failure(
        .failed, "the book has no results yet", next: "kolbook results import FILE")
    }
    return Failure(
      .usage, "there are no results of a campaign \(campaign)",
      next: "see which there are with: kolbook results list --by campaign")
  }

  /// Goes through notes with their creators, as they stand, each with what was to be expected of it.
  func eachResult(
    _ scope: ResultScope, _ each: (NoteResult, _ creator: KnownCreator?) throws -> Void
  ) throws {
    var known: [CreatorKey: KnownCreator] = [:]
    try book.results.standing(scope) { standing in
      var note = standing
      var creator: KnownCreator?
      if let key = book.results.creator(of: note) {
        let one = try known[key] ?? KnownCreator(book, key)
        known[key] = one
        creator = one
        if note.followers == nil { note.followers = one.followers(of: note) }
        if let day = note.bookedOn ?? note.publishedOn {
          note.expected = one.history.expected(on: day)
        }
      }
      try each(note, creator)
    }
  }
}

/// A creator of notes.
struct KnownCreator {
  let id: CreatorID
  let nickname: String
  let history: CreatorHistory

  init(_ book: Book, _ key: CreatorKey) throws {
    let creator = try book.creators.creator(key)
    (id, nickname) = (creator.id, creator.nickname)
    history = try book.facts.history(of: key)
  }

  /// The followers on the day of a note's figures; the first count known after it, if none was.
  func followers(of note: NoteResult) -> Int64? {
    note.asOf.flatMap { history.followers(on: $0) } ?? history.followers.first?.value
  }
}
