public import Domain
import Store

extension OpenBook {
  /// Says of creators that they stay on a saved list, or are not to be on it again; `nil` takes back what was said.
  ///
  /// The list stays as it was decided; planning it anew heeds the marks.
  ///
  /// - Returns: nicknames and ids, in the order of the words.
  /// - Throws: ``Failure`` when there is no such list, words mean nobody, or one who is to stay is not on the list;
  ///   then nothing is marked.
  public func markShortlist(_ name: String, _ creators: [String], _ mark: ShortlistMark?) throws
    -> [String]
  {
    try book.transaction {
      let list = try shortlist(name)
      return try creators.map { words in
        let creator = try book.creators.creator(find(words))
        if mark == .locked, !list.picks.contains(where: { $0.creator == creator.id }) {
          throw Failure(
            .failed, "\(creator.nickname) is not on \(list.name)",
            next: "see who is with: " + CommandText.line("shortlist", "show", list.name))
        }
        try book.shortlists.set(mark, on: creator.id, in: list.name)
        return "\(creator.nickname) (\(creator.id))"
      }
    }
  }
}
