import Domain
import Testing

@Suite struct TierTests {
  private static func table() throws -> TierTable {
    let tier = { (code: String, band: Band, least: Int64, low: Int64, high: Int64) in
      Tier(
        code: code, name: code, chineseName: code, band: band, minFollowers: least,
        usualFee: Money(yuan: low)...Money(yuan: high))
    }
    return try #require(
      TierTable([
        tier("top", .head, 500_000, 80_000, 300_000), tier("micro", .koc, 10_000, 2_000, 8_000),
        tier("nano", .koc, 0, 357, 1_071), tier("mid", .mid, 100_000, 8_000, 80_000),
      ]))
  }

  @Test(
    arguments: [
      (0, "nano"), (9_999, "nano"), (10_000, "micro"), (99_999, "micro"), (100_000, "mid"),
      (499_999, "mid"), (500_000, "top"), (Int64.max, "top"),
    ] as [(Int64, String)])
  func `a bound belongs to the tier above it`(followers: Int64, code: String) throws {
    #expect(try Self.table().tier(followers: followers).code == code)
  }

  @Test func `bands start where their smallest tier starts`() throws {
    let table = try Self.table()
    #expect(table.minFollowers(of: .koc) == 0)
    #expect(table.minFollowers(of: .mid) == 100_000)
    #expect(table.minFollowers(of: .head) == 500_000)
  }

  @Test func `a table needs a tier from zero and no two that start together`() throws {
    let tiers = try Self.table().tiers
    #expect(TierTable(tiers.filter { $0.code != "nano" }) == nil)
    #expect(TierTable(tiers + tiers) == nil)
    #expect(TierTable([]) == nil)
  }

  @Test func `a quote is judged against tier range times category premium`() throws {
    let table = try Self.table()
    let parenting = Category(
      code: "parenting", name: "parenting", chineseName: "母婴", premiumBasisPoints: 3_000...4_000)
    let beauty = Category(
      code: "beauty", name: "beauty", chineseName: "美妆", premiumBasisPoints: 5_000...5_000)
    let micro = table.tier(followers: 12_000)
    let plain = QuoteBenchmark(tier: micro, categories: [])
    #expect(plain.range == Money(yuan: 2_000)...Money(yuan: 8_000))
    #expect(plain.judge(Money(yuan: 8_000)) == .within)
    #expect(plain.judge(Money(fen: 800_001)) == .above)
    #expect(plain.judge(Money(fen: 199_999)) == .below)
    let raised = QuoteBenchmark(tier: micro, categories: [parenting])
    #expect(raised.range == Money(yuan: 2_600)...Money(yuan: 11_200))
    let both = QuoteBenchmark(tier: micro, categories: [parenting, beauty])
    #expect(both.range == Money(yuan: 3_000)...Money(yuan: 12_000))
  }

  @Test func `a nano who asks for a micro fee is dear, not a micro`() throws {
    let nano = try Self.table().tier(followers: 5_000)
    #expect(QuoteBenchmark(tier: nano, categories: []).judge(Money(yuan: 2_500)) == .above)
  }
}
