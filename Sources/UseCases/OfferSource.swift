import Domain
import Planner

/// Creators with offers, numbered in the order of their ids: those of a book, or of a file.
protocol OfferSource {
  /// How many creators have no offer, by reason.
  var leftOut: [LeftOut: Int] { get }

  /// All offers, in order of their creators' numbers.
  func offers() -> [Offer]

  /// The id of the creator with a number.
  func id(of creator: Int32) -> CreatorID

  /// The nickname of the creator with a number.
  func nickname(of creator: Int32) throws -> String

  /// An offer as a list shows it; `tier` names the tier of so many followers.
  func pick(_ offer: Offer, tier: (Int64) -> String) throws -> ShortlistPick
}
