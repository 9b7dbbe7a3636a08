public import Domain

/// The price at which an offer that is not on the best list would come onto it.
public enum Entry: Hashable, Sendable {
  /// With this quote every best list has the offer; with one fen more the list without it is still a best one.
  ///
  /// Both were tried. Where a list must spend a part of the budget, a cheaper offer is not always easier to
  /// fit, so there may be other prices like this one.
  case at(Money)
  /// Not even for nothing; that was tried.
  case never
  /// It could not be told in time.
  case unknown
}

extension Problem {
  /// The price at which an offer would come onto the best list, everything else staying.
  ///
  /// - Parameters:
  ///   - offer: an offer of this problem whose creator is not on the best list.
  ///   - best: what the best list is worth, proven.
  ///   - brandFee: the rate by which a quote becomes a cost.
  public func entry(
    of offer: Offer, above best: Int64, brandFee: Share, shouldStop: () -> Bool = { false }
  ) -> Entry {
    let others = removing(offer.creator)
    func enters(_ quote: Int64) -> Bool? {
      others.with(offer, quote: Money(fen: quote), brandFee: brandFee).exceeds(best, shouldStop)
    }
    // Near-misses are near: look just below the price first, then ever further away.
    var (low, high) = (offer.quote.fen, offer.quote.fen)
    var step = max(1, high / 64)
    repeat {
      if high == 0 { return .never }
      low = max(0, high - step)
      guard let does = enters(low) else { return .unknown }
      if does { break }
      high = low
      step *= 4
    } while true
    while high - low > 1 {
      let middle = low + (high - low) / 2
      guard let does = enters(middle) else { return .unknown }
      if does { low = middle } else { high = middle }
    }
    return .at(Money(fen: low))
  }

  /// The problem without a creator.
  public func removing(_ creator: Int32) -> Problem {
    var problem = self
    problem.offers.removeAll { $0.creator == creator }
    problem.mustInclude.remove(creator)
    return problem
  }

  /// The problem in which an offer must be taken at another quote.
  private func with(_ offer: Offer, quote: Money, brandFee: Share) -> Problem {
    var problem = self
    problem.offers.append(
      Offer(
        creator: offer.creator, format: offer.format, band: offer.band, quote: quote,
        brandFee: brandFee, value: offer.value, agency: offer.agency,
        categories: offer.categories))
    problem.mustInclude.insert(offer.creator)
    return problem
  }

  /// Whether some list is worth more than a value; `nil` when it was not found out.
  private func exceeds(_ value: Int64, _ shouldStop: () -> Bool) -> Bool? {
    if crossesBands() {
      switch answer(shouldStop: shouldStop) {
      case nil: return false
      case let answer?:
        if let plan = answer.plan, plan.objective > value { return true }
        return answer.bound.map { $0 <= value } == true ? false : nil
      }
    }
    let model = Model(self)
    guard model.missing.isEmpty else { return false }
    var search = StagedSearch(model, known: value)
    let ending = search.run(enough: value + 1, shouldStop: shouldStop)
    if search.best != nil { return true }
    switch ending {
    case .proven: return false
    case .stopped(let bound, _): return bound <= value ? false : nil
    }
  }
}
