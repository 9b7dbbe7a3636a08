/// A group taking another option than the one that scores most, and what that changes.
struct Flip {
  let group: Int32
  /// The option taken instead, -1 for none.
  let option: Int32
  /// How much less it scores; never negative.
  let loss: Int128
  let cost: Int64
  let count: Int64
  let value: Int64
}
