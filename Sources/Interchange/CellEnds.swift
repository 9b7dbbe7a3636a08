import CBytes

/// How many bytes are looked at together.
private let size = 64

/// The places of a text where its cells end, or may have to, one after another; they are looked for in
/// blocks. Behind the last whole block but one there are none.
struct CellEnds {
  /// The text, and what parts its cells.
  struct Text {
    let start: UnsafePointer<UInt8>
    let delimiter: UInt8
    /// The start of the last block that is looked at.
    fileprivate let last: Int

    /// - Returns: `nil` for a text that is too short.
    init?(_ text: UnsafeRawBufferPointer, partedBy delimiter: UInt8) {
      last = (text.count / size - 2) * size
      guard last >= 0, let start = text.bindMemory(to: UInt8.self).baseAddress else { return nil }
      (self.start, self.delimiter) = (start, delimiter)
    }

    /// Not part of what goes from cell to cell, so that that keeps its values at hand.
    @inline(never)
    fileprivate func ends(in block: Int) -> (ends: UInt64, hasOthers: Bool) {
      guard block <= last else { return (0, false) }
      var hasOthers = false
      let ends = kb_ends(start + block, delimiter, &hasOthers)
      return (ends, hasOthers)
    }
  }

  /// The start of the present block.
  private var block = -size
  /// A bit for each end in it.
  private var ends: UInt64 = 0
  /// Those not told yet.
  private var left: UInt64 = 0
  private var blockHasOthers = false
  /// Whether there may be characters other than ASCII and ideographs between where it went and the last end.
  private(set) var hasOthers = false

  /// Goes to a place of the text, from where ends are told then.
  @inline(__always)
  mutating func go(to place: Int, in text: Text) {
    let block = place & ~(size - 1)
    if block != self.block {
      (ends, blockHasOthers) = text.ends(in: block)
      self.block = block
    }
    left = ends & (~0 &<< UInt64(truncatingIfNeeded: place & (size - 1)))
    hasOthers = blockHasOthers
  }

  /// The next end; `nil` for none. 64 bytes can be read from it on.
  @inline(__always)
  mutating func next(in text: Text) -> Int? {
    while left == 0 {
      guard block < text.last else { return nil }
      block &+= size
      (ends, blockHasOthers) = text.ends(in: block)
      left = ends
      hasOthers = hasOthers || blockHasOthers
    }
    defer { left &= left &- 1 }
    return block &+ left.trailingZeroBitCount
  }
}
