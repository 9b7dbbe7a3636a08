import Domain

/// Puts many names into byte order by looking at them eight bytes at a time.
enum NameOrder {
  /// Puts items into the byte order of their names without making copies of them.
  static func sort<Item>(_ items: inout [Item], name: (Item) -> String) {
    var sources = sorted(Array(items.indices)) { name(items[$0]) }
    for start in items.indices {
      var place = start
      while sources[place] != start {
        let source = sources[place]
        items.swapAt(place, source)
        (sources[place], place) = (place, source)
      }
      sources[place] = place
    }
  }

  /// Places by the names that stand there, in byte order.
  static func sorted(_ places: [Int], name: (Int) -> String) -> [Int] {
    places.map { (start: NameStart(name($0).utf8.span), place: $0) }.sorted { left, right in
      if left.start != right.start { return left.start.precedes(right.start) }
      // Longer names, and such as hold zeros.
      return name(left.place).precedesInBytes(name(right.place))
    }.map(\.place)
  }
}
