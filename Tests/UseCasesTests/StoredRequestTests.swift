import Domain
import Interchange
import Planner
import Testing

@testable import UseCases

struct StoredRequestTests {
  /// A request with every choice made one way or another.
  private static func request(_ random: inout SplitMix) -> ShortlistRequest {
    var request = ShortlistRequest(
      budget: Money(fen: Int64.random(in: 1...99_999_999, using: &random)))
    let koc = Int64.random(in: 0...10_000, using: &random)
    let mid = Int64.random(in: 0...(10_000 - koc), using: &random)
    request.mix = [
      .koc: Share(basisPoints: koc), .mid: Share(basisPoints: mid),
      .head: Share(basisPoints: 10_000 - koc - mid),
    ]
    request.tolerance = Share(basisPoints: Int64.random(in: 0...10_000, using: &random))
    request.measure = ShortlistRequest.Measure.allCases.randomElement(using: &random) ?? .spend
    request.isStrict = Bool.random(using: &random)
    for band in Band.allCases where Bool.random(using: &random) {
      let low = Int.random(in: 0...20, using: &random)
      request.counts[band] = low...(low + Int.random(in: 0...9, using: &random))
    }
    if Bool.random(using: &random) { request.bounds = (mid: 77, head: 99_000) }
    if Bool.random(using: &random) { request.base = "nano" }
    if Bool.random(using: &random) { request.minimumUse = Share(basisPoints: 1_234) }
    if Bool.random(using: &random) { request.categories = ["美妆", "a\"b"] }
    if Bool.random(using: &random) { request.include = ["鹿小厨房"] }
    if Bool.random(using: &random) { request.exclude = ["kb1", "桃桃"] }
    if Bool.random(using: &random) { request.formats = [.video] }
    if Bool.random(using: &random) { request.minRatingHundredths = 350 }
    if Bool.random(using: &random) { request.minEngagement = 123 }
    if Bool.random(using: &random) { request.maxFee = Money(fen: 800_005) }
    if Bool.random(using: &random) { request.maxPerMCN = Int.random(in: 0...9, using: &random) }
    if Bool.random(using: &random) {
      request.categoryMinimums = ["美妆=30%", "a=b=12.34% of spend"].compactMap { CategoryWish($0) }
      request.resolve { $0 == "美妆" ? "beauty" : $0 }
    }
    request.aim = ShortlistRequest.Aim.allCases.randomElement(using: &random) ?? .rated
    return request
  }

  @Test func `a request kept with a list is read back as it was asked`() throws {
    var random = SplitMix(seed: 11)
    for _ in 0..<300 {
      let request = Self.request(&random)
      let read = try ShortlistRequest(stored: request.json.text())
      #expect(read.json == request.json)
      #expect(read.plannerMix == request.plannerMix)
      #expect(read.minRatingHundredths == request.minRatingHundredths)
      #expect(read.maxPerMCN == request.maxPerMCN)
      #expect(read.categoryMinimums == request.categoryMinimums)
      #expect(read.minEngagement == request.minEngagement && read.maxFee == request.maxFee)
    }
  }

  @Test(arguments: [
    ("美妆=30%", "美妆", 3_000, false), ("beauty = 30", "beauty", 3_000, false),
    ("a=b=12.34% of spend", "a=b", 1_234, true), ("食=100% of people", "食", 10_000, false),
  ])
  func `a least part of a category is read as it is written`(
    _ text: String, _ category: String, _ share: Int64, _ isOfSpend: Bool
  ) throws {
    let wish = try #require(CategoryWish(text))
    #expect(wish.category == category && wish.share == Share(basisPoints: share))
    #expect(wish.isOfSpend == isOfSpend)
  }

  @Test(arguments: ["", "=", "美妆", "美妆=", "=30%", "美妆=101%", "美妆=30% of", "美妆=30%of spend"])
  func `what is no least part of a category is refused`(_ text: String) {
    #expect(CategoryWish(text) == nil)
  }

  @Test(arguments: ["", "{}", "[1]", #"{"budget_fen": "a"}"#, "{\"budget_fen\": 5}"])
  func `a request that nobody here wrote is refused`(_ text: String) {
    #expect(throws: Failure.self) { _ = try ShortlistRequest(stored: text) }
  }
}
