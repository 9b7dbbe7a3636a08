import Domain
import Store

extension OpenBook {
  /// Creators who may be one person: those with the most evidence first, then as they came into the book.
  /// Of each pair the one with a user id is named first, else the older: the one to keep.
  public func duplicates() throws -> Listing {
    try book.snapshot {
      Listing(
        columns: [
          .init("keep", "Keep"), .init("keep_nickname", "Nickname"),
          .init("gone", "Perhaps the same"),
          .init("gone_nickname", "Nickname"), .init("evidence", "Evidence", .list),
        ],
        rows: try book.duplicates.pairs().map { pair in
          let (first, second) = (
            try book.creators.creator(pair.first), try book.creators.creator(pair.second)
          )
          let isSwapped = first.userID == nil && second.userID != nil
          let (keep, gone) = isSwapped ? (second, first) : (first, second)
          return [
            .text(keep.id.text), .text(keep.nickname), .text(gone.id.text), .text(gone.nickname),
            .list(pair.evidence.map(Self.words)),
          ]
        })
    }
  }

  private static func words(_ evidence: DuplicatePair.Evidence) -> String {
    switch evidence {
    case .id: "小红书号=id"
    case .link: "link"
    case .contact: "contact"
    case .nicknameAndMCN: "nickname+MCN"
    case .nicknameAndCity: "nickname+city"
    case .nicknameAndFollowers: "nickname+followers"
    }
  }
}
