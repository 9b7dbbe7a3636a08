public import Domain

/// What planning needs of all creators on a day: numbers, in the order of their ids.
public struct Figures: Sendable {
  /// One creator's numbers; -1 where there is none.
  public struct Row: Sendable {
    let number: Int64
    /// The newest count.
    public internal(set) var followers: Int64 = -1
    /// The newest rate on followers, or the measured one in its place.
    public internal(set) var engagementBasisPoints: Int64 = -1
    /// Whether the rate is measured.
    public internal(set) var isMeasured = false
    /// The image note's price that holds, in fen.
    public internal(set) var imageFen: Int64 = -1
    /// The video's price that holds, in fen.
    public internal(set) var videoFen: Int64 = -1
    /// Reads that a note usually gets, if they were asked for.
    public internal(set) var medianReads: Int64 = -1
    /// The lowest price that a reviewer named as the highest to pay, in fen.
    public internal(set) var ceilingFen: Int64 = -1
    /// Bit i is set where the creator is in the i-th category that was asked for.
    public internal(set) var categories: UInt64 = 0
    /// The sum of the raters' newest stars.
    public internal(set) var stars: Int64 = 0
    /// How many raters gave stars.
    public internal(set) var raters: Int32 = 0
    /// The MCN's number, in the order of their names from 1; 0 for none.
    public internal(set) var agency: Int32 = 0
    /// Whether the user blocked the creator.
    public internal(set) var isBlocked = false
    /// Whether a conflict window is open.
    public internal(set) var isInConflict = false
    /// Whether a reviewer's newest word is no.
    public internal(set) var isRefused = false
    /// Whether a reviewer's newest word is hold.
    public internal(set) var isHeld = false

    /// Where the creator is in the book.
    public var key: CreatorKey { CreatorKey(number: number) }

    init(number: Int64) { self.number = number }
  }

  /// The creators, by id.
  public private(set) var rows: [Row]
  /// All ids in a row, in bytes, and where each begins.
  private let text: [UInt8]
  private let starts: [Int32]

  init(rows: [Row], text: [UInt8], starts: [Int32]) {
    (self.rows, self.text, self.starts) = (rows, text, starts)
  }

  /// The id of the creator at a place.
  public func id(_ place: Int) -> CreatorID {
    CreatorID(String(decoding: bytes(place), as: UTF8.self))
  }

  /// The place of a creator, `nil` for one who isn't in the book.
  public func place(of id: CreatorID) -> Int? {
    let wanted = Array(id.text.utf8)
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if bytes(middle).lexicographicallyPrecedes(wanted) { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && bytes(low).elementsEqual(wanted) ? low : nil
  }

  /// Puts measured rates in place of those that creators claim.
  public mutating func take(measured rates: [CreatorKey: MeasuredEngagement]) {
    for place in rows.indices {
      guard let rate = rates[rows[place].key] else { continue }
      rows[place].engagementBasisPoints = rate.basisPoints
      rows[place].isMeasured = true
    }
  }

  private func bytes(_ place: Int) -> ArraySlice<UInt8> {
    text[Int(starts[place])..<Int(starts[place + 1])]
  }
}
