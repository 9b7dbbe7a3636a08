import Domain

/// Numbers of things in English.
enum Counted {
  /// `1 creator`, `2,500 creators`, `no orders`.
  static func text(_ count: Int64, _ thing: String) -> String {
    count == 0 ? "no \(thing)s" : "\(Grouped.text(count)) \(thing)\(count == 1 ? "" : "s")"
  }

  /// The same for a count of Swift's own.
  static func text(_ count: Int, _ thing: String) -> String { text(Int64(count), thing) }
}
