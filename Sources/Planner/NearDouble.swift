extension Double {
  /// A 128-bit number, but for its last bits: good for hints.
  ///
  /// The standard library's own conversion is generic code, and half of a search went into it.
  init(near number: Int128) {
    let high = Double(Int64(truncatingIfNeeded: number >> 64))
    self = high * 0x1p64 + Double(UInt64(truncatingIfNeeded: number))
  }
}
