/// Splits a whole into whole parts by weights, nothing lost.
enum LargestRemainder {
  /// Each part is its exact share without the fraction; what is left goes, one each, to the parts with the
  /// largest fractions, of equal ones to the earlier.
  ///
  /// - Precondition: nothing is negative, and some weight is above zero unless there is nothing to split.
  static func split(_ total: Int64, by weights: [Int64]) -> [Int64] {
    let sum = weights.reduce(Int128(0)) { $0 + Int128($1) }
    precondition(total >= 0 && weights.allSatisfy { $0 >= 0 } && (sum > 0 || total == 0))
    guard sum > 0 else { return weights.map { _ in 0 } }
    let products = weights.map { Int128($0) * Int128(total) }
    var parts = products.map { Int64($0 / sum) }
    let left = Int(total - parts.reduce(0, +))
    let order = products.indices.sorted { left, right in
      let (a, b) = (products[left] % sum, products[right] % sum)
      return a == b ? left < right : a > b
    }
    for place in order.prefix(left) { parts[place] += 1 }
    return parts
  }
}
