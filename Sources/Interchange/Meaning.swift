public import Domain

/// What a column of a list says about a creator. The unit is part of the meaning: it follows from the
/// layout, never from a guess per cell.
public enum Meaning: Hashable, Sendable {
  /// The user's own key for a creator.
  case ownID
  /// 24 hexadecimal digits.
  case userID
  /// 小红书号.
  case redID
  /// 小红书号 or user id, told apart by their shape.
  case redOrUserID
  /// A profile or Pugongying link; it carries the user id.
  case link
  /// 昵称.
  case nickname
  /// A count of followers in units of 10^`power`, unless the cell names its unit.
  case followers(power: Int)
  /// A rate in percent, `5.2` or `5.2%`.
  case engagementPercent
  /// A rate in basis points.
  case engagementBasisPoints
  /// What the rate is a part of: `followers` or `reads`.
  case engagementBase
  /// Average interactions per note: divided by the followers of the same row.
  case averageInteractions
  /// A median per note, kept under a name such as `reads.everyday.30d`; 0 says that there is no sample.
  case median(String)
  /// A count over all notes, kept under a name such as `likes_collects.total`, in units of 10^`power`.
  case total(String, power: Int)
  /// The price of a note before the brand-side fee, in yuan.
  case quote(NoteFormat)
  /// The same, said to be before the fee (裸价): goes before ``quote(_:)``.
  case bareQuote(NoteFormat)
  /// The price of a note with the brand-side fee in it, in yuan.
  case quoteWithFee(NoteFormat)
  /// A price past Pugongying (非报备), in yuan: a note, never a quote.
  case offPlatformPrice(NoteFormat)
  /// Whether the quote is one of Pugongying (1) or an estimate (0).
  case quoteTick(NoteFormat)
  /// The price of the note kind that the row names, in yuan.
  case fee
  /// The same, in fen.
  case feeFen
  /// Which kind of note the row's fee is for.
  case format
  /// The day that a value was seen or said.
  case day(CreatorRecord.Part)
  /// Where a value is from.
  case source(CreatorRecord.Part)
  /// The last day a quote holds.
  case validUntil
  /// A category, or several.
  case category
  /// 机构.
  case agency
  /// Where the creator lives.
  case city
  /// As written.
  case gender
  /// Pugongying's health level, in words.
  case healthLevel
  /// The same as 0, 1 or 2.
  case healthCode
  /// Tags, parted by commas, semicolons or line breaks.
  case tags
  /// 1 through 5 by the person who imports, or by the one named in the header.
  case stars(rater: String?)
  /// ok, price, hold, no, by the one named in the header.
  case verdict(rater: String?)
  /// What a rater says, by the one named in the header.
  case comment(rater: String?)
  /// When a rater said it.
  case ratedOn(rater: String?)
  /// A reviewer's word: a verdict where it is one, else a note.
  case review(rater: String)
  /// How to reach the creator: WeChat, mail, …
  case contact(String)
  /// Kept as a note under the column's name, and why.
  case note(CreatorRecord.Note.Reason)
  /// Known and not needed, and why.
  case ignored(String)
  /// The same in units of 10^`power`, unless the cell names its unit: a price in fen is one of yuan with -2.
  indirect case scaled(Meaning, power: Int)
}

extension Meaning {
  /// Whether several columns of one file may have this meaning.
  var isRepeatable: Bool {
    switch self {
    case .link, .category, .tags, .contact, .note, .ignored, .median, .total: true
    default: false
    }
  }

  /// The same in its usual unit: one file can't have two columns for it.
  var inUsualUnit: Meaning {
    switch self {
    case .scaled(let meaning, _): meaning.inUsualUnit
    case .followers: .followers(power: 0)
    case .engagementBasisPoints: .engagementPercent
    case .feeFen: .fee
    case .healthCode: .healthLevel
    default: self
    }
  }

  /// Whether it says who a row is about.
  var isIdentity: Bool {
    switch self {
    case .ownID, .userID, .redID, .redOrUserID, .link: true
    default: false
    }
  }
}
