import Domain
import Testing

@Suite struct RatingTests {
  @Test(
    arguments: [
      ([], 100), ([1], 60), ([2], 80), ([3], 100), ([4], 115), ([5], 130), ([3, 4], 108),
      ([4, 5], 123), ([1, 2], 70), ([1, 1, 2], 67), ([5, 5, 4], 125), ([3, 3, 4], 105),
    ] as [([Int64], Int64)])
  func `the weight is linear between whole stars, half up`(stars: [Int64], weight: Int64) {
    #expect(RatingSummary(stars: stars).weightPercent == weight)
  }

  @Test func `the weight is the nearest whole percent of the exact line, never below a tie`() {
    let line: [Double] = [60, 80, 100, 115, 130]
    for raters in 1...9 {
      for sum in raters...(5 * raters) {
        var stars = [Int64](repeating: 1, count: raters)
        for place in 0..<(sum - raters) { stars[place % raters] += 1 }
        let average = Double(sum) / Double(raters)
        let low = min(Int(average), 4)
        let exact = line[low - 1] + (line[low] - line[low - 1]) * (average - Double(low))
        let weight = Double(RatingSummary(stars: stars).weightPercent)
        #expect(weight - exact <= 0.5 + 1e-9 && exact - weight < 0.5 + 1e-9)
      }
    }
  }

  @Test func `a summary says average, raters and disagreement`() {
    let summary = RatingSummary(stars: [5, 2, 4])
    #expect(summary.averageHundredths == 367)
    #expect(summary.description == "3.67 (3)")
    #expect(summary.disagreement == 3)
    #expect(RatingSummary(stars: [4, 5]).description == "4.5 (2)")
    #expect(RatingSummary.none.description == "-")
    #expect(RatingSummary.none.disagreement == 0)
  }

  @Test func `a verdict keeps its ceiling, and only a price has one`() {
    let ceiling = Money(yuan: 1_000)
    #expect(Verdict(code: "price", ceiling: ceiling)?.description == "price ≤ ¥1,000.00")
    #expect(Verdict(code: "price", ceiling: nil) == .price(ceiling: nil))
    #expect(Verdict(code: "ok", ceiling: ceiling) == nil)
    #expect(Verdict(code: "maybe", ceiling: nil) == nil)
    for verdict in [Verdict.ok, .hold, .no, .price(ceiling: ceiling)] {
      #expect(Verdict(code: verdict.code, ceiling: verdict.ceiling) == verdict)
    }
  }
}
