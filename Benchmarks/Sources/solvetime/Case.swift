import Domain
import Planner

/// One thing to solve, by its words: `spend`, `envelope:2%`, `heads`, `counts:koc=200-500,mid=20-30,head=1-2`, `none`.
struct Case {
  let words: String
  let mix: Mix

  init?(_ words: String) {
    self.words = words
    let parts = words.split(separator: ":", maxSplits: 1).map(String.init)
    let tolerance = parts.count > 1 ? try? Share(percentText: parts[1]) : Share(basisPoints: 500)
    let shares = tolerance.map { Shares(Shares.usual.share, tolerance: $0) }
    switch (parts.first, shares) {
    case ("spend", let shares?): mix = .spend(shares)
    case ("envelope", let shares?): mix = .envelope(shares)
    case ("heads", let shares?): mix = .heads(shares, .outward)
    case ("none", .some): mix = .none
    case ("counts", _):
      guard parts.count > 1, let counts = Self.counts(parts[1]) else { return nil }
      mix = .counts(counts)
    default: return nil
    }
  }

  private static func counts(_ words: String) -> ByBand<ClosedRange<Int>>? {
    var counts = ByBand(repeating: 0...Int(Int32.max))
    for part in words.split(separator: ",") {
      let sides = part.split(separator: "=").map(String.init)
      let ends = sides.last?.split(separator: "-").compactMap { Int($0) } ?? []
      guard sides.count == 2, let band = Band(rawValue: sides[0]), ends.count == 2,
        ends[0] <= ends[1]
      else { return nil }
      counts[band] = ends[0]...ends[1]
    }
    return counts
  }
}
