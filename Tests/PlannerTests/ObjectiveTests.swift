import Domain
import Planner
import Testing

struct ObjectiveTests {
  @Test(arguments: [
    // followers, rate in bp, weight, value: by hand from ⌊(followers · er_bp · w + 500 000) / 1 000 000⌋
    (10_000, 500, 100, 500), (10_000, 500, 130, 650), (10_000, 500, 60, 300),
    (1, 5_000, 100, 1), (1, 4_999, 100, 0), (3, 5_000, 100, 2), (0, 30_000, 130, 0),
    (123_456, 321, 115, 4_557), (5_000_000, 120, 108, 64_800),
  ])
  func `rated engagements follow the formula, half up`(
    _ followers: Int64, _ rate: Int64, _ weight: Int64, _ value: Int64
  ) {
    #expect(
      Objective.rated.value(
        followers: followers, engagementBasisPoints: rate, ratingWeightPercent: weight) == value)
  }

  @Test func `each value is within half of what it rounds`() {
    for followers in stride(from: Int64(0), through: 3_000, by: 7) {
      for rate in [Int64(1), 33, 499, 500, 501, 2_999] {
        for weight in [Int64(60), 80, 99, 130] {
          let value = Objective.rated.value(
            followers: followers, engagementBasisPoints: rate, ratingWeightPercent: weight)
          let millionths = followers * rate * weight
          let off = millionths - (value ?? -1) * 1_000_000
          #expect(-500_000 <= off && off < 500_000, "\(followers) \(rate) \(weight)")
        }
      }
    }
  }

  @Test func `plain engagements don't weigh ratings, followers and reads count themselves`() {
    let value = { (objective: Objective) in
      objective.value(
        followers: 10_000, engagementBasisPoints: 500, ratingWeightPercent: 60, medianReads: 777)
    }
    #expect(value(.engagements) == 500)
    #expect(value(.followers) == 10_000)
    #expect(value(.reads) == 777)
  }

  @Test func `what a figure is missing for has no value, rather than none worth`() {
    let value = { (objective: Objective) in
      objective.value(followers: 10_000, engagementBasisPoints: nil, ratingWeightPercent: 100)
    }
    #expect(value(.rated) == nil)
    #expect(value(.engagements) == nil)
    #expect(value(.reads) == nil)
    #expect(value(.followers) == 10_000)
  }

  @Test func `figures out of this world have no value instead of a wrong one`() {
    let value = Objective.rated.value(
      followers: .max, engagementBasisPoints: .max, ratingWeightPercent: 130)
    #expect(value == nil)
    #expect(
      Objective.followers.value(
        followers: .max, engagementBasisPoints: nil, ratingWeightPercent: 100) == nil)
  }

  @Test func `a bound belongs to the band above it`() {
    #expect(BandBounds.usual.band(followers: 99_999) == .koc)
    #expect(BandBounds.usual.band(followers: 100_000) == .mid)
    #expect(BandBounds.usual.band(followers: 499_999) == .mid)
    #expect(BandBounds.usual.band(followers: 500_000) == .head)
  }

  @Test func `an offer costs its quote and the brand's fee on it, half up`() {
    let offer = Offer(
      creator: 1, format: .image, band: .koc, quote: Money(fen: 800_005),
      brandFee: Share(basisPoints: 1_000), value: 1)
    #expect(offer.cost == Money(fen: 880_006))
    #expect(offer.fee == Money(fen: 80_001))
  }
}
