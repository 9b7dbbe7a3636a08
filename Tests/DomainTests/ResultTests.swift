import Domain
import Testing

/// Metrics, medians, expectations and flags, against the plainest way to say them.
@Suite struct ResultTests {
  @Test
  func `a quotient is within half a unit of the exact one, halves up, and null without a base`() {
    var random = SplitMix(seed: 7)
    for metric in ResultMetric.allCases {
      let scale: Int64 =
        switch metric.unit {
        case .fen: 1
        case .fenPerThousand: 1_000
        case .basisPoints: 10_000
        }
      for _ in 0..<200 {
        let part = Int64.random(in: -2_000...9_000_000, using: &random)
        let whole = Int64.random(in: 1...50_000, using: &random)
        guard let quotient = metric.quotient(part, whole) else {
          Issue.record("no quotient")
          return
        }
        // -whole < 2 × (part × scale - quotient × whole) … and a half goes up.
        let twice = 2 * (part * scale - quotient * whole)
        #expect(twice >= -whole && twice < whole, "\(metric) \(part)/\(whole)")
      }
      #expect(metric.quotient(5, 0) == nil)
    }
  }

  @Test func `half of the numbers lie on either side of a median`() {
    var random = SplitMix(seed: 8)
    #expect(Median.of([]) == nil)
    #expect(Median.of([1, 2]) == 2)
    #expect(Median.of([-2, -1]) == -1)
    for count in 1...40 {
      let numbers = (0..<count).map { _ in Int64.random(in: -50...50, using: &random) }
      guard let median = Median.of(numbers) else {
        Issue.record("no median")
        return
      }
      #expect(numbers.count { $0 < median } * 2 <= count + (count.isMultiple(of: 2) ? 1 : 0))
      #expect(numbers.count { $0 > median } * 2 <= count)
    }
  }

  @Test func `of fewer than three notes there is no measured rate`() {
    #expect(MeasuredEngagement(rates: [100, 200]) == nil)
    #expect(MeasuredEngagement(rates: [100, 900, 200])?.basisPoints == 200)
    #expect(MeasuredEngagement(rates: [100, 201, 900, 200])?.basisPoints == 201)
  }

  private func day(_ number: Int32) -> Day { Day(number: number) }

  @Test func `what is expected is what was known on the day, sponsored notes first`() {
    var history = CreatorHistory()
    #expect(history.expected(on: day(10)) == nil)
    history.followers = [.init(day: day(1), value: 1_000), .init(day: day(8), value: 3_000)]
    history.engagement = [.init(day: day(2), value: 525)]
    #expect(history.expected(on: day(1)) == nil)
    let product = history.expected(on: day(7))
    #expect(product?.interactions == 53, "52.5 rounded half up")
    #expect(product?.interactionsFrom == "engagement × followers")
    #expect(product?.reads == nil)
    history.add(median: "reads.all", .init(day: day(3), value: 70))
    history.add(median: "reads.everyday.90d", .init(day: day(3), value: 80))
    history.add(median: "reads.sponsored", .init(day: day(5), value: 90))
    history.add(median: "reads.sponsored.30d", .init(day: day(6), value: 0))
    history.add(median: "interactions.everyday", .init(day: day(4), value: 11))
    history.add(median: "likes_collects.total", .init(day: day(4), value: 12))
    #expect(history.expected(on: day(3))?.readsFrom == "reads.everyday.90d")
    #expect(history.expected(on: day(3))?.interactionsFrom == "engagement × followers")
    #expect(history.expected(on: day(9))?.reads == 90)
    #expect(history.expected(on: day(9))?.interactions == 11)
  }

  @Test func `organic is all less what was paid, never below 0, and what is odd is flagged`() {
    var figures = NoteFigures()
    #expect(figures.organicReads == nil && figures.flags == [])
    (figures.reads, figures.naturalReads) = (100, 90)
    #expect(figures.organicReads == 90, "what is stated, where paid reads are not told apart")
    figures.heatedReads = 30
    #expect(figures.organicReads == 70)
    #expect(figures.flags == [.naturalDiffers])
    figures.promotedReads = 80
    #expect(figures.organicReads == 0)
    #expect(figures.flags == [.paidAboveAll, .naturalDiffers])
    figures = NoteFigures()
    (figures.impressions, figures.reads, figures.interactions) = (10, 11, 12)
    (figures.likes, figures.collects, figures.comments, figures.shares) = (1, 2, 3, 5)
    #expect(figures.flags == [.readsAboveImpressions, .interactionsAboveReads, .partsDiffer])
    figures.follows = 1
    #expect(!figures.flags.contains(.partsDiffer))
  }
}
