import Domain

/// What is usual, by the tier table and the categories in force.
struct Benchmarks {
  let tiers: TierTable
  let categories: [Category]

  /// What creators of this size and these categories usually ask; `nil` without a follower count.
  func benchmark(followers: Int64?, categories codes: [String]) -> QuoteBenchmark? {
    followers.map { count in
      QuoteBenchmark(
        tier: tiers.tier(followers: count),
        categories: categories.filter { codes.contains($0.code) })
    }
  }
}
