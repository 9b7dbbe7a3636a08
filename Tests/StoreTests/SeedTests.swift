import Domain
import Foundation
import Ledger
import Testing

/// The seed says what the guide says, and the demo book is one that a brand could have.
struct SeedTests {
  @Test func `nano fees are US$50-150 at ¥10,000 = US$1,400, to half a fen`() throws {
    let nano = try #require(try SeedFile("tier").rows.first { $0["code"] == "nano" })
    for (column, dollars) in [("usual_fee_low_fen", 50.0), ("usual_fee_high_fen", 150.0)] {
      let fen = try #require(nano[column].flatMap(Double.init))
      #expect(abs(fen / 100 * 0.14 - dollars) <= 0.0007)
    }
  }

  @Test func `tiers start at the guide's followers and cost the guide's yuan`() throws {
    let rows = try SeedFile("tier").rows
    #expect(rows.compactMap { $0["min_followers"] } == ["0", "10000", "100000", "500000"])
    #expect(rows.compactMap { $0["band"] } == ["koc", "koc", "mid", "head"])
    #expect(
      rows.dropFirst().compactMap { $0["usual_fee_high_fen"] } == ["800000", "8000000", "30000000"])
  }

  @Test func `each spelling is lower case, listed once, and means a category there is`() throws {
    let categories = Set(try SeedFile("category").rows.compactMap { $0["code"] })
    let words = try SeedFile("category_word").rows
    #expect(Set(words.compactMap { $0["word"] }).count == words.count)
    for row in words {
      #expect(row["word"] == row["word"]?.lowercased())
      #expect(categories.contains(row["category"] ?? ""), "\(row)")
    }
  }

  /// Words as dictionaries read them; the first surnames of the Hundred Family Surnames among them.
  private static let spoken = [
    "小红书": "xiao hong shu", "重庆": "chong qing", "重点": "zhong dian", "银行": "yin hang",
    "旅行": "lv xing", "音乐": "yin yue", "快乐": "kuai le", "长沙": "chang sha", "成长": "cheng zhang",
    "绿茶": "lv cha", "女装": "nv zhuang", "略": "lve", "赵钱孙李": "zhao qian sun li",
    "周吴郑王": "zhou wu zheng wang", "冯陈褚卫": "feng chen chu wei", "蒋沈韩杨": "jiang shen han yang",
    "单": "shan", "仇": "qiu", "曾": "zeng", "区": "ou", "查": "zha", "解": "xie", "翟": "zhai",
    "薄荷": "bo he", "角色": "jue se", "调色": "tiao se", "便宜": "pian yi", "龘": "da", "麤": "cu",
    "護膚": "hu fu", "媽媽": "ma ma", "镕": "rong", "喆": "zhe", "昇": "sheng", "垚": "yao", "囍": "xi",
  ]

  @Test func `characters are read as dictionaries read them, each once in a row`() throws {
    let rows = try SeedFile("pinyin").rows
    var readings: [Character: Set<String>] = [:]
    for row in rows {
      let reading = try #require(row["reading"])
      #expect(reading.allSatisfy { ("a"..."z").contains($0) } && reading.count <= 6, "\(reading)")
      for sign in row["characters"] ?? "" {
        #expect(readings[sign, default: []].insert(reading).inserted, "\(sign)")
      }
    }
    // All of GB 2312 and nearly all of GBK.
    #expect(readings.count > 20_800)
    for (word, pinyin) in Self.spoken {
      for (sign, reading) in zip(word, pinyin.split(separator: " ")) {
        #expect(readings[sign]?.contains(String(reading)) == true, "\(sign) \(reading)")
      }
    }
  }

  @Test func `each reference row has a source and the day it was read`() throws {
    let names = [
      "tier", "category", "category_word", "fee_rate", "ad_benchmark", "pinyin", "playbook",
      "usd_rate", "mcn_share",
    ]
    for name in names {
      for row in try SeedFile(name).rows {
        #expect(row["source"] != "" && Day(row["as_of"] ?? "") != nil, "\(name): \(row)")
      }
    }
  }

  @Test func `the demo's creators are invented, and spread over the tiers as a wide pool is`()
    throws
  {
    let rows = try SeedFile("demo_creator").rows
    let followers = Dictionary(
      rows.compactMap { row in row["creator_id"].map { ($0, Int64(row["followers"] ?? "") ?? -1) } }
    ) { first, _ in first }
    #expect(followers.count == 301)
    #expect(followers.keys.allSatisfy { CreatorID.isUserID($0) && $0.hasPrefix("facade0000") })
    let counts = [0..<10_000, 10_000..<100_000, 100_000..<500_000, 500_000..<Int64.max]
      .map { range in followers.values.filter(range.contains).count }
    #expect(counts == [180, 90, 24, 7])
    let categories = Set(try SeedFile("category").rows.compactMap { $0["code"] })
    #expect(rows.allSatisfy { categories.contains($0["category"] ?? "") })
  }

  @Test func `the demo's ratings are for its creators, and each says something`() throws {
    let known = Set(try SeedFile("demo_creator").rows.compactMap { $0["creator_id"] })
    for row in try SeedFile("demo_rating").rows {
      #expect(known.contains(row["creator_id"] ?? ""))
      let ceiling = try row["ceiling"].flatMap { $0.isEmpty ? nil : try Money(yuanText: $0) }
      let verdict = Verdict(code: row["verdict"] ?? "", ceiling: ceiling)
      #expect(verdict != nil || row["verdict"] == "" && ceiling == nil, "\(row)")
      #expect(verdict != nil || (1...5).contains(Int(row["stars"] ?? "") ?? 0), "\(row)")
    }
  }

  @Test func `the ledger takes each event of the demo, in the order of the file`() throws {
    let known = Dictionary(
      try SeedFile("demo_creator").rows.compactMap { row in
        row["creator_id"].map { ($0, row["quoted_on"] ?? "") }
      }
    ) { first, _ in first }
    var states: [String: OrderState] = [:]
    var last = Moment(utcSeconds: 0)
    for row in try SeedFile("demo_order").rows {
      let order = try #require(row["order"])
      let at = try #require(Moment(row["at"] ?? ""))
      #expect(last <= at, "\(order)")
      last = at
      if let creator = row["creator"], !creator.isEmpty {
        let quotedOn = try #require(Day(known[creator] ?? ""), "\(creator)")
        #expect(quotedOn <= at.day, "\(creator) was not known on \(at.day)")
      }
      let posting = try Posting(
        event(row), on: states[order], order: order, reason: row["reason"] ?? "")
      states[order] = posting.state
    }
    #expect(states.count == 61)
    #expect(Set(states.values.map(\.status)) == Set(OrderState.Status.allCases))
  }

  private func event(_ row: SeedFile.Row) throws -> Event {
    let amount = { (column: String) in try Money(yuanText: row[column] ?? "") }
    let kept: Event.KeptFees = row["keep_brand_fee"] == "1" ? [.brand] : []
    switch row["event"] {
    case "book":
      let rates = FrozenRates(brand: Share(basisPoints: 1000), creator: Share(basisPoints: 1000))
      return .book(
        Booking(
          creator: CreatorID(row["creator"] ?? ""), quote: try amount("quote"), rates: rates))
    case "amend": return .amend(quote: try amount("quote"))
    case "pay": return .pay
    case "publish": return .publish(url: nil)
    case "complete": return .complete
    case "refund": return .refund(try amount("amount"), keeping: kept)
    case "cancel":
      return .cancel(killFee: row["amount"] == "" ? .zero : try amount("amount"), keeping: [])
    default: throw Failure(.badInput, "an event of no kind: \(row)")
    }
  }
}
