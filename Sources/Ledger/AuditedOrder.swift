public import Domain

/// An order that an audit counts, and what it comes to there.
public struct AuditedOrder: Hashable, Sendable {
  /// Its number.
  public let order: String
  /// The Shanghai day it was booked.
  public let bookedOn: Day?
  /// Whom its creator is kept under.
  public let creator: CreatorID?
  /// The creator's nickname, if there is a card.
  public let nickname: String?
  /// The creator's tier when it was booked, by code.
  public let tier: String?
  /// The MCN that represented the creator at booking.
  public let mcn: String?
  /// The campaign it belongs to.
  public let campaign: String?
  /// What it comes to in the quarter, by the audit's basis.
  public let amounts: Recognised
  /// What its creator had received of it before the quarter, by the same basis.
  public let creatorNetBefore: Money
}
