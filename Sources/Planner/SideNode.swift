/// Lists that share what some groups don't take: a place in the ``SideSearch``.
struct SideNode {
  /// A division, and what the linear program was worth before it.
  struct Origin {
    let option: Int
    let isTaken: Bool
    /// How much of the option was in the mix.
    let part: Double
    let value: Double
  }

  /// A bit for each option that is not taken.
  private var dead: [UInt64]
  /// How many picks each box may have.
  var boxes: [ClosedRange<Int64>]
  /// Where its linear program starts.
  var basis = SideProgram.Basis()
  /// No list of the node scores more.
  var bound: Int128
  /// The division it comes from.
  var origin: Origin?
  var depth = 0
  /// When it was made; of equally promising nodes at a depth the newest is taken.
  var order = 0

  init(dead: [UInt64], boxes: [ClosedRange<Int64>], bound: Int128) {
    (self.dead, self.boxes, self.bound) = (dead, boxes, bound)
  }

  func isDead(_ option: Int) -> Bool { dead[option >> 6] >> UInt64(option & 63) & 1 == 1 }

  mutating func kill(_ option: Int) { dead[option >> 6] |= 1 << UInt64(option & 63) }
}
