/// What MCNs take of what their creators get, over time.
public struct MCNShares: Hashable, Sendable {
  /// One agreement with an MCN.
  public struct Row: Hashable, Sendable {
    /// The MCN, as orders name it.
    public let mcn: String
    /// The first Shanghai day it stands for.
    public let from: Day
    /// The MCN's part of the creator's net.
    public let share: Share

    /// An agreement.
    public init(mcn: String, from: Day, share: Share) {
      (self.mcn, self.from, self.share) = (mcn, from, share)
    }
  }

  /// By MCN and day.
  private let rows: [String: [Row]]

  /// Rows in any order.
  public init(_ rows: [Row]) {
    self.rows = Dictionary(grouping: rows.sorted { $0.from < $1.from }, by: \.mcn)
  }

  /// Whether nothing is known of any MCN.
  public var isEmpty: Bool { rows.isEmpty }

  /// The share agreed with an MCN on a booking day; `nil` when nothing is known of it.
  public func share(of mcn: String?, on day: Day?) -> Share? {
    guard let mcn, let day else { return nil }
    return rows[mcn]?.last { $0.from <= day }?.share
  }

  /// What the MCN takes of a net: half up to a fen (LEDGER section 5), below zero as above it, so that
  /// what is paid back is what was paid. The creator has the rest.
  public static func part(_ share: Share, of net: Money) -> Money {
    net < .zero ? -share.of(-net) : share.of(net)
  }
}
