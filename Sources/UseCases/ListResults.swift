import Domain
import Store

extension OpenBook {
  /// Results of all notes or of a campaign's, summed up, in the order of ``ResultGrouping``.
  ///
  /// - Parameter limit: the most rows; `nil` for all.
  /// - Throws: ``Failure`` of kind `usage` when there are none of the campaign.
  public func results(
    campaign: String? = nil, by grouping: ResultGrouping, limit: Int? = nil
  ) throws -> Listing {
    try book.snapshot {
      var groups = ResultGroups(grouping, try book.reference.tierTable())
      // Of all notes only those are read that are asked for.
      let page =
        campaign == nil && grouping == .note ? try limit.map(book.results.newest) : nil
      let scope = campaign.map(ResultScope.campaign) ?? page.map { .notes($0.numbers) } ?? .all
      try eachResult(scope) { note, creator in groups.add(note, creator) }
      guard !groups.isEmpty else { throw Self.noResults(of: campaign) }
      let listing = groups.listing(limit: limit)
      guard let page else { return listing }
      return Listing(columns: listing.columns, rows: listing.rows, of: Int(page.all))
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
    var known = NoteCreators(book)
    try book.results.standing(scope) { standing in
      var note = standing
      let creator = try book.results.creator(of: note).map { try known[$0] }
      if let creator {
        if note.followers == nil { note.followers = creator.followers(of: note) }
        note.expected = creator.expected(booked: note.bookedOn, published: note.publishedOn)
      }
      try each(note, creator)
    }
  }
}
