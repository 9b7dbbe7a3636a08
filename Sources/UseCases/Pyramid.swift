public import Domain

/// A shortlist band by band: people and money, and their parts of the whole.
public struct Pyramid: Sendable {
  /// One band.
  public struct Row: Sendable {
    /// Which; `nil` for the whole.
    public let band: Band?
    /// How many creators.
    public let people: Int64
    /// The sum of the quotes.
    public let quotes: Money
    /// The sum of the brand-side fees.
    public let fees: Money
    /// The sum of the values.
    public let value: Int64
    /// The band's part of what is spent, in basis points, half up; `nil` when nothing is.
    public let spendShare: Int64?
    /// The band's part of the people, in basis points, half up; `nil` when there are none.
    public let peopleShare: Int64?

    /// What the brand pays.
    public var cost: Money { quotes + fees }
  }

  /// Top, middle, base.
  public let rows: [Row]
  /// All together.
  public let total: Row

  /// The pyramid of some picks.
  public init(_ picks: [ShortlistPick]) {
    let row = { (band: Band?) in
      let mine = picks.filter { band == nil || $0.band == band }
      return Row(
        band: band, people: Int64(mine.count), quotes: mine.reduce(.zero) { $0 + $1.quote },
        fees: mine.reduce(.zero) { $0 + $1.fee }, value: mine.reduce(0) { $0 + $1.value },
        spendShare: Percent.basisPoints(
          mine.reduce(0) { $0 + $1.cost.fen }, of: picks.reduce(0) { $0 + $1.cost.fen }),
        peopleShare: Percent.basisPoints(Int64(mine.count), of: Int64(picks.count)))
    }
    rows = [row(.head), row(.mid), row(.koc)]
    total = row(nil)
  }
}
