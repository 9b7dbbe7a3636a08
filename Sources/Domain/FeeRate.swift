/// One row of the service-fee schedule: what Pugongying takes from one side of an order.
///
/// Source: DOMAIN section 3, guide [X]: 10 % from both parties. 优效模式 (boosted) at 20 % on the
/// brand's side is reported by one source and marked unconfirmed in the seed.
public struct FeeRate: Hashable, Sendable {
  /// Who is charged.
  public enum Side: String, CaseIterable, Sendable {
    /// On top of the quote.
    case brand
    /// Out of the quote.
    case creator
  }

  /// How the order was placed.
  public enum Mode: String, CaseIterable, Sendable {
    /// An ordinary order.
    case standard
    /// 优效模式.
    case boosted
  }

  /// Who is charged.
  public let side: Side
  /// For which orders.
  public let mode: Mode
  /// The first Shanghai day it is in force.
  public let from: Day
  /// How much of the quote.
  public let share: Share
  /// Where the rate is from.
  public let source: String

  /// A row of the schedule.
  public init(side: Side, mode: Mode, from: Day, share: Share, source: String) {
    self.side = side
    self.mode = mode
    self.from = from
    self.share = share
    self.source = source
  }
}
