import Domain

extension Problem {
  /// What was asked, but for the budget: the floor on spend, the bands base first, the includes by number,
  /// what crosses the bands.
  public var constraints: [Constraint] {
    var constraints: [Constraint] = minimumUse.basisPoints > 0 ? [.minimumUse] : []
    if mix != .none { constraints += Band.allCases.map { .band($0) } }
    constraints += mustInclude.sorted().map { .include($0) }
    if let maxPerAgency { constraints.append(.perAgency(maxPerAgency)) }
    let minimums = categoryMinimums.filter { $0.share > Share(basisPoints: 0) }
    return constraints + minimums.map { .category($0) }
  }

  /// The problem without some of its constraints.
  public func dropping(_ constraints: some Sequence<Constraint>) -> Problem {
    var problem = self
    for constraint in constraints {
      switch constraint {
      case .budget: break
      case .minimumUse: problem.minimumUse = Share(basisPoints: 0)
      case .band(let band): problem.mix = problem.mix.opening(band)
      case .include(let creator): problem.mustInclude.remove(creator)
      case .perAgency: problem.maxPerAgency = nil
      case .category(let minimum):
        for place in categoryMinimums.indices where categoryMinimums[place] == minimum {
          problem.categoryMinimums[place].share = Share(basisPoints: 0)
        }
      }
    }
    return problem
  }
}

extension Mix {
  /// The same mix with any part for one band.
  fileprivate func opening(_ band: Band) -> Mix {
    switch self {
    case .spend(let shares): return .spend(shares.opening(band))
    case .envelope(let shares): return .envelope(shares.opening(band))
    case .heads(let shares, let rounding): return .heads(shares.opening(band), rounding)
    case .counts(var limits):
      limits[band] = 0...Int(Int32.max)
      return .counts(limits)
    case .none: return .none
    }
  }
}

extension Shares {
  fileprivate func opening(_ band: Band) -> Shares {
    var shares = self
    shares.tolerance[band] = Share(basisPoints: 10_000)
    return shares
  }
}
