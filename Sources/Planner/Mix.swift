import Domain

/// What the pyramid's shape is measured in.
public enum Mix: Hashable, Sendable {
  /// How headcounts that don't divide evenly are taken.
  public enum Rounding: String, CaseIterable, Sendable {
    /// A band's bound is rounded to the next whole creator outside it.
    case outward
    /// The bound holds exactly.
    case strict
  }

  /// Parts of what is spent; something must be spent.
  case spend(Shares)
  /// Parts of the budget, fixed before anyone is chosen.
  case envelope(Shares)
  /// Parts of the number of creators.
  case heads(Shares, Rounding)
  /// So many creators in each band.
  case counts(ByBand<ClosedRange<Int>>)
  /// Any shape.
  case none
}

extension Mix {
  /// Whether the parts are taken of what is spent, so that something must be.
  var isSpend: Bool { if case .spend = self { true } else { false } }

  /// The parts, where it has them.
  var shares: Shares? {
    switch self {
    case .spend(let shares), .envelope(let shares), .heads(let shares, _): shares
    case .counts, .none: nil
    }
  }

  /// The same mix with other parts and the tolerances it has, where it has them.
  func with(share: ByBand<Share>) -> Mix {
    guard var shares else { return self }
    shares.share = share
    switch self {
    case .spend: return .spend(shares)
    case .envelope: return .envelope(shares)
    case .heads(_, let rounding): return .heads(shares, rounding)
    case .counts, .none: return self
    }
  }

  /// The same mix with the same tolerance for each band, where it has one.
  func with(tolerance: Share) -> Mix {
    switch self {
    case .spend(let shares): .spend(Shares(shares.share, tolerance: tolerance))
    case .envelope(let shares): .envelope(Shares(shares.share, tolerance: tolerance))
    case .heads(let shares, let rounding):
      .heads(Shares(shares.share, tolerance: tolerance), rounding)
    case .counts, .none: self
    }
  }
}
