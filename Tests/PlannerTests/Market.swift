import Domain
import Planner

/// Offers like those of a wide pool of creators: many small ones, prices rounded to tens, one in fourteen gifted.
enum Market {
  static func offers(_ creators: Int, _ random: inout SplitMix) -> [Offer] {
    (0..<creators).flatMap { index -> [Offer] in
      let size = random.int(1...100)
      let followers: Int64 =
        size <= 60
        ? random.int(800...9_999)
        : size <= 90
          ? random.int(10_000...99_999)
          : size <= 98 ? random.int(100_000...499_999) : random.int(500_000...3_000_000)
      // Roughly followers^0.76, spread over a factor of nine.
      let price = Self.root(followers) * random.int(30...270) / 100 * 10
      let quote = random.chance(7) ? 0 : max(1, price / 10) * 10
      let rate = random.int(20...1_200)
      let value =
        Objective.rated.value(
          followers: followers, engagementBasisPoints: rate,
          ratingWeightPercent: random.pick([100, 100, 60, 80, 115, 130])) ?? 0
      let band = BandBounds.usual.band(followers: followers)
      let formats: [NoteFormat] = random.chance(80) && quote > 0 ? [.image, .video] : [.image]
      return formats.map { format in
        Offer(
          creator: Int32(index), format: format, band: band,
          quote: Money(yuan: format == .video ? quote * random.int(117...160) / 100 : quote),
          brandFee: Share(basisPoints: 1_000), value: value)
      }
    }
  }

  private static func root(_ number: Int64) -> Int64 {
    var root: Int64 = 1
    while root * root < number { root += 1 }
    return root
  }
}
