import Domain

/// What the header of a file settles for each of its rows.
struct RowRules {
  /// The note kind of a fee in a file without a column for it.
  var formatOfFee: NoteFormat?
  /// The formats whose prices count only with a tick.
  var tickedFormats: Set<NoteFormat> = []
  /// How cells say nothing.
  var cells = Cells.words

  enum Cells {
    /// By one of the words for nothing.
    case words
    /// The same, but for texts behind a guard: our own CSV.
    case guarded
    /// Only by being empty: our own JSON.
    case exact
  }

  /// What becomes of prices finer than a fen.
  var rounding = FenRounding.refuse

  /// The brand-side fee that prices with a fee in them were made with, if known.
  var brandFee: Share?

  /// The price before the fee, when exactly one whole number of fen gives this price with it.
  func quote(withFee gross: Money) -> Money? {
    guard let brandFee else { return nil }
    let (net, rest) = (Int128(gross.fen) * 10_000)
      .quotientAndRemainder(dividingBy: 10_000 + Int128(brandFee.basisPoints))
    guard rest == 0, net > 0 else { return nil }
    return Money(fen: Int64(net))
  }
}
