/// A choice from a pool on the way: what it adds up to, what it loses, and how it came about.
struct FlipState {
  var cost: Int64
  var count: Int64
  var value: Int64
  var loss: Int128
  /// The place in the trail where its last flip is written, -1 for the best choice itself.
  var trail: Int32
}
