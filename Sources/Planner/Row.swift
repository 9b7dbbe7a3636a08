/// Σ over bands of (cost · spend + count · number) <= bound; money in fen times 10 000.
///
/// Every rule of a mix has this form, so an offer's coefficient follows from its band and cost alone.
struct Row {
  /// The coefficient of each pool's spend, in search order.
  let cost: [Int64]
  /// The coefficient of each pool's number of picks, in search order.
  let count: [Int64]
  let bound: Int64

  /// The row's left side for one pool.
  func activity(_ pool: Int, cost spend: Int64, count number: Int64) -> Int64 {
    cost[pool] * spend + count[pool] * number
  }
}
