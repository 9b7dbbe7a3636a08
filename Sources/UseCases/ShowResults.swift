import Domain
import Interchange
import Store

extension OpenBook {
  /// A note that is named by its id, its link, or its order when that has one note.
  ///
  /// - Throws: ``Failure`` when no note fits, or with the notes of the order when there are several.
  public func noteHistory(_ words: String) throws -> NoteHistory {
    try book.snapshot {
      let note = try findNote(Key.normalised(words))
      var groups = ResultGroups(.note, try book.reference.tierTable())
      var flags: [ResultFlag] = []
      try book.eachResult(.notes([note.number])) { result, creator in
        groups.add(result, creator)
        flags = result.figures.flags
      }
      return NoteHistory(
        standing: groups.listing(),
        snapshots: Self.listing(try book.results.snapshots(of: note.number)),
        ads: Self.listing(try book.results.ads(of: note.number, noteID: note.noteID ?? "")),
        flags: flags.map(\.words))
    }
  }

  private func findNote(_ words: String) throws -> KeptNote {
    let id = Key.userID(inLink: words) ?? words
    let lower = CreatorID.isUserID(id) ? id.lowercased() : id
    if let note = try book.results.note(id: lower) { return note }
    var notes = try book.results.notes(ofOrder: id)
    if notes.contains(where: { $0.noteID != nil }) { notes.removeAll { $0.noteID == nil } }
    guard let note = notes.first else {
      throw Failure(
        .failed, "there is no note \(words)", next: "kolbook results list --by note")
    }
    guard notes.count == 1 else {
      throw Failure(
        .usage, "the order \(words) has \(notes.count) notes",
        details: notes.compactMap(\.noteID), next: "use the id of the one you mean")
    }
    return note
  }

  private static func listing(_ snapshots: [NoteSnapshot]) -> Listing {
    let names = [
      "impressions", "reads", "interactions", "likes", "collects", "comments", "shares", "follows",
      "promoted_impressions", "heated_impressions", "natural_impressions", "promoted_reads",
      "heated_reads", "natural_reads", "completion", "followers",
    ]
    return Listing(
      columns: [.init("day", "day")]
        + names.map {
          .init($0, $0.replacing("_", with: " "), $0 == "completion" ? .basisPoints : .integer)
        } + [
          .init("organic_impressions", "organic impressions", .integer),
          .init("organic_reads", "organic reads", .integer), .init("quote", "quote", .money),
          .init("fee", "fee", .money), .init("cost", "cost", .money), .init("source", "source"),
          .init("import", "import", .integer),
        ],
      rows: snapshots.map { snapshot in
        let figures = snapshot.figures
        return [.optional(snapshot.day)]
          + zip(names, figures.values).map { name, value in
            name == "completion" ? value.map(Cell.basisPoints) ?? .none : .optional(value)
          } + [
            .optional(figures.organicImpressions), .optional(figures.organicReads),
            .optional(snapshot.quote), .optional(snapshot.fee), .optional(snapshot.cost),
            .text(snapshot.source), .integer(snapshot.importNumber),
          ]
      })
  }

  private static func listing(_ ads: [Dated<AdResult>]) -> Listing {
    Listing(
      columns: [
        .init("day", "day"), .init("format", "ads"), .init("span", "of"),
        .init("spend", "spend", .money), .init("impressions", "impressions", .integer),
        .init("clicks", "clicks", .integer), .init("interactions", "interactions", .integer),
        .init("source", "source"),
      ],
      rows: ads.map { ad in
        [
          .optional(ad.day), .text(ad.value.format), .text(ad.value.span.rawValue),
          .money(ad.value.spend), .optional(ad.value.impressions), .optional(ad.value.clicks),
          .optional(ad.value.interactions), .text(ad.source),
        ]
      })
  }
}

extension NoteHistory {
  /// All of it in one list, for CSV: the first column says which part a row is of.
  public var whole: Listing {
    .together([("note", standing), ("snapshots", snapshots), ("ads", ads)])
  }

  /// Both lists for machines.
  public func json() -> String {
    JSON.object([
      .init("note", standing.value), .init("snapshots", snapshots.value),
      .init("ads", ads.value),
    ]).text()
  }
}
