/// What customers ordered through a channel on a day.
public struct Conversion: Hashable, Sendable {
  /// The user's own word; what it means is reference data.
  public var channel: String
  /// The note that it is owed to, if the user knows.
  public var noteID: String?
  /// The creator, as the user names one.
  public var creator: String?
  /// The campaign.
  public var campaign: String?
  /// How many orders.
  public var orders: Int64
  /// What they brought in.
  public var revenue: Money

  /// A conversion.
  public init(
    channel: String, noteID: String? = nil, creator: String? = nil, campaign: String? = nil,
    orders: Int64, revenue: Money
  ) {
    (self.channel, self.noteID, self.creator) = (channel, noteID, creator)
    (self.campaign, self.orders, self.revenue) = (campaign, orders, revenue)
  }
}
