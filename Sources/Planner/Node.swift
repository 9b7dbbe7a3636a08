/// Lists that share their choices from the first pools: a place in the search.
final class Node {
  /// The pool to choose from next.
  let level: Int
  /// What the rows have left.
  let right: [Int64]
  /// What the choices so far are worth.
  let value: Int64
  /// The choices so far.
  let choices: [Choice]
  /// When it was found; of equally promising nodes of a level the earlier is taken.
  let order: Int
  /// What the next pool may spend and number.
  let window: Window
  /// How many picks each pool may have.
  let boxes: [ClosedRange<Int64>]

  /// The price of the next pool, once it has been worked out.
  var price: Price?
  /// No list of the node scores more.
  var bound: Int128
  /// What the losses of its choices are counted from: the bound that its own price proves.
  var top = Int128.max
  /// How many picks the pools that are left would have if creators could be divided.
  var counts: [Double] = []
  /// Choices from the next pool that lose no more than this have been visited.
  var explored: Int128 = -1

  init(
    level: Int, right: [Int64], value: Int64, choices: [Choice], order: Int, window: Window,
    boxes: [ClosedRange<Int64>], bound: Int128
  ) {
    self.level = level
    self.right = right
    self.value = value
    self.choices = choices
    self.order = order
    self.window = window
    self.boxes = boxes
    self.bound = bound
  }

  /// No list of the node that hasn't been looked at is worth more.
  var promise: Int64 { Price.whole(explored < 0 ? bound : min(bound, top - explored)) }

  /// What is taken from a pool: the best of each group at a price, except for a few.
  struct Choice {
    let price: Price
    let overrides: [(group: Int32, option: Int32)]
  }
}
