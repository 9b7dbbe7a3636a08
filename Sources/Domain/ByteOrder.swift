extension String {
  /// Whether the text comes before another in byte order, that of its UTF-8: the order in which SQLite
  /// compares texts, and the same on every machine.
  public func precedesInBytes(_ other: String) -> Bool {
    let isFirst = utf8.withContiguousStorageIfAvailable { left in
      other.utf8.withContiguousStorageIfAvailable { right in left.lexicographicallyPrecedes(right) }
    }
    return (isFirst ?? nil) ?? utf8.lexicographicallyPrecedes(other.utf8)
  }
}
