import Domain

/// Puts many names into byte order by looking at them eight bytes at a time.
enum NameOrder {
  /// Places by the names that stand there, in byte order.
  static func sorted(_ places: [Int], name: (Int) -> String) -> [Int] {
    places.map { (start: NameStart(name($0).utf8.span), place: $0) }.sorted { left, right in
      if left.start != right.start { return left.start.precedes(right.start) }
      // Longer names, and such as hold zeros.
      return name(left.place).precedesInBytes(name(right.place))
    }.map(\.place)
  }
}
