import Domain

/// Where the bands of a shortlist begin, in followers: KOC < mid ≤ middle < head ≤ top.
struct BandBounds {
  let mid: Int64
  let head: Int64

  /// The bounds of a request: its own, else those of the tier table with its base.
  ///
  /// - Throws: ``Failure`` of kind `usage` for bounds out of order or a tier that the table lacks.
  init(_ request: ShortlistRequest, _ table: TierTable) throws {
    let usual = table.minFollowers(of: .head) ?? .max
    if let bounds = request.bounds {
      (mid, head) = bounds
    } else if let base = request.base {
      guard let place = table.tiers.firstIndex(where: { $0.code == base }) else {
        let known = table.tiers.map(\.code).joined(separator: ", ")
        throw Failure(.usage, "--base: the tier table has no tier \(base); it has \(known)")
      }
      mid = table.tiers.dropFirst(place + 1).first?.minFollowers ?? .max
      head = usual
    } else {
      mid = table.minFollowers(of: .mid) ?? usual
      head = usual
    }
    guard 0 <= mid, mid <= head else {
      throw Failure(
        .usage, "the middle of the pyramid can't begin above its top",
        next: "--bands 100000,500000 is the usual")
    }
  }

  /// The band of a creator.
  func band(followers: Int64) -> Band {
    followers < mid ? .koc : followers < head ? .mid : .head
  }
}
