import Domain
import Testing

@Suite struct ReturnTests {
  @Test func `a quotient is the nearest whole number, a tie going toward more`() {
    for whole in Int128(1)...24 {
      for part in Int128(-120)...120 {
        let found = HalfUp.quotient(part, whole) ?? .max
        let distance = Int128(found) * whole - part
        #expect(2 * abs(distance) <= whole)
        if 2 * abs(distance) == whole { #expect(distance > 0, "\(part)/\(whole)") }
      }
    }
    #expect(HalfUp.quotient(1, 0) == nil)
    #expect(HalfUp.quotient(Int128(Int64.max), 1, times: 10) == nil)
  }

  @Test func `what is known of no channel is not zero but nothing`() {
    let none = CampaignReturn(spend: [:], income: [:])
    #expect(none.lines.map(\.channel) == [.creators, .feed, .search])
    #expect((none.lines + [none.total]).allSatisfy { $0.spend == nil && $0.income == nil })
    #expect((none.lines + [none.total]).allSatisfy { $0.roi == nil && $0.costPerOrder == nil })
    let free = CampaignReturn(
      spend: [.feed: .zero], income: [.feed: .init(orders: 0, revenue: Money(yuan: 5))])
    #expect(free.total.roi == nil, "nothing is divided by a spend of 0")
    #expect(free.total.costPerOrder == nil, "nor by no orders")
  }

  @Test func `shares, ROI and cost per order are within half a unit of the exact quotient`() {
    var random = SplitMix(seed: 6)
    for _ in 0..<500 {
      var spend: [ReturnChannel: Money] = [:]
      var income: [ReturnChannel: CampaignReturn.Income] = [:]
      for channel in [.creators, .feed, .search, .other("shop")] as [ReturnChannel] {
        if Bool.random(using: &random) {
          spend[channel] = Money(fen: .random(in: 0...3_000_000, using: &random))
        }
        if Bool.random(using: &random) {
          income[channel] = .init(
            orders: .random(in: 0...40, using: &random),
            revenue: Money(fen: .random(in: 0...9_000_000, using: &random)))
        }
      }
      let found = CampaignReturn(spend: spend, income: income)
      var (allSpent, allRevenue): (Int64, Int64) = (0, 0)
      for amount in spend.values { allSpent += amount.fen }
      for one in income.values { allRevenue += one.revenue.fen }
      #expect(found.total.spend?.fen == (spend.isEmpty ? nil : allSpent))
      #expect(found.total.income?.revenue.fen == (income.isEmpty ? nil : allRevenue))
      for line in found.lines + [found.total] {
        let spent = line.spend?.fen, revenue = line.income?.revenue.fen
        #expect(near(line.spendShare, spent, allSpent, 10_000))
        #expect(near(line.revenueShare, revenue, allRevenue, 10_000))
        // All together returned nothing that is known while the cost of K, F or S is not.
        let isHidden =
          line.channel == nil
          && [.creators, .feed, .search].contains { income[$0] != nil && spend[$0] == nil }
        let gain = isHidden ? nil : spent.flatMap { spent in revenue.map { $0 - spent } }
        #expect(near(line.roi, gain, spent ?? 0, 10_000))
        #expect(
          near(line.costPerOrder?.fen, isHidden ? nil : spent, line.income?.orders ?? 0, 1))
      }
    }
  }

  /// Whether a figure is the nearest to a quotient times a scale; none where that has no sense.
  private func near(_ found: Int64?, _ part: Int64?, _ whole: Int64, _ scale: Int64) -> Bool {
    guard let part, whole > 0 else { return found == nil }
    return found.map { abs($0 * whole - part * scale) * 2 <= whole } ?? false
  }

  @Test func `channels are known by their words, whatever their case and width`() {
    let words = ChannelWords([
      (code: "kol", words: ["达人", "KOC", "笔记"]), (code: "feed", words: ["信息流", "F"]),
      (code: "shop", words: ["店铺"]),
    ])
    #expect(words.channel("达人") == .creators)
    #expect(words.channel("koc") == .creators)
    #expect(words.channel("KOL") == .creators)
    #expect(words.channel("f") == .feed)
    #expect(words.channel("店铺") == .other("shop"))
    #expect(words.channel("Douyin") == .other("Douyin"), "an unknown word is its own channel")
  }
}
