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
      // Of all notes only those are read that are asked for.
      let page =
        campaign == nil && grouping == .note ? try limit.map(book.results.newest) : nil
      let some = campaign.map(ResultScope.campaign) ?? page.map { .notes($0.numbers) }
      let empty = ResultGroups(grouping, try book.reference.tierTable())
      let read = { @Sendable (book: Book, scope: ResultScope) in
        var groups = empty
        try book.eachResult(scope) { note, creator in groups.add(note, creator) }
        return groups
      }
      let parts =
        try some.map { [try read(book, $0)] } ?? book.noteParts { try read($0, .span($1)) }
      let groups = parts.dropFirst().reduce(into: parts[0]) { $0.add($1) }
      guard !groups.isEmpty else { throw try noResults(of: campaign) }
      let listing = groups.listing(limit: limit)
      guard let page else { return listing }
      return Listing(columns: listing.columns, rows: listing.rows, of: Int(page.all))
    }
  }

  func noResults(of campaign: String?) throws -> Failure {
    guard let campaign else {
      return Failure(
        .failed, "the book has no results yet", next: "kolbook results import FILE")
    }
    if try book.campaigns.campaign(campaign) != nil {
      return Failure(
        .usage, "there are no results of the campaign \(campaign) yet",
        next: CommandText.line("results", "import", "FILE", "--campaign", campaign))
    }
    return Failure(
      .usage, "there are no results of a campaign \(campaign)",
      next: "see which there are with: kolbook results list --by campaign")
  }

}

extension Book {
  /// Goes through notes with their creators, as they stand, each with what was to be expected of it.
  ///
  /// - Parameter day: the last day that figures are taken of; `nil` for the newest.
  func eachResult(
    _ scope: ResultScope, through day: Day? = nil,
    _ each: (NoteResult, _ creator: KnownCreator?) throws -> Void
  ) throws {
    var known = NoteCreators(self)
    if case .span(let span) = scope {
      let (notes, isOpen) = span.upperBound.subtractingReportingOverflow(span.lowerBound)
      if !isOpen { known = try NoteCreators(self, of: notes) }
    }
    try results.standing(scope, through: day) { standing in
      var note = standing
      let creator = try results.creator(of: note).map { try known[$0] }
      if let creator {
        if note.followers == nil { note.followers = creator.followers(of: note) }
        note.expected = creator.expected(booked: note.bookedOn, published: note.publishedOn)
      }
      try each(note, creator)
    }
  }
}
