import Domain
import Testing

/// What advice is made of: ratios, quartiles, budgets, surges, verdicts.
@Suite struct AdviceTests {
  /// Rules as they are shipped, unless said otherwise.
  static func rules(_ changed: [AdviceRule: (Int64, Int64?)] = [:]) throws -> AdviceRules {
    let shipped: [AdviceRule: (Int64, Int64?)] = [
      .boostReads: (12_000, nil), .boostEngagement: (8_000, nil), .age: (3, nil),
      .ownNotes: (3, nil), .tierNotes: (5, nil), .noteBudget: (200_000, nil),
      .delivered: (7_000, 10_000), .price: (10_000, 15_000), .fewNotes: (3, nil),
      .unusualEngagement: (2_000, 30_000), .unusualLikesPerComment: (2_000, 50_000),
      .unusualLikes: (100, nil), .surgePace: (100_000, nil), .surgeReads: (1_000, nil),
      .surgeAge: (7, nil), .surgeFollowers: (2_000, nil), .quartileCount: (8, nil),
    ]
    return try AdviceRules(
      shipped.merging(changed) { $1 }.map { rule, figures in
        AdviceRules.Row(name: rule.rawValue, low: figures.0, high: figures.1)
      })
  }

  static func tiers() throws -> TierTable {
    let fee = Money(fen: 1)...Money(fen: 2)
    return try #require(
      TierTable([
        Tier(
          code: "nano", name: "nano KOC", chineseName: "素人", band: .koc, minFollowers: 0,
          usualFee: fee, engagement: 500...1_500),
        Tier(
          code: "micro", name: "micro-KOL", chineseName: "博主", band: .koc, minFollowers: 10_000,
          usualFee: fee),
        Tier(
          code: "top", name: "top KOL", chineseName: "头部", band: .head, minFollowers: 500_000,
          usualFee: fee, engagement: 100...300),
      ]))
  }

  static func note(
    _ number: Int64, _ owner: Int64? = 1, age: Int32? = 20, followers: Int64? = 20_000,
    natural: Int64? = 1_000, reads: Int64? = nil, interactions: Int64? = 50, likes: Int64? = nil,
    comments: Int64? = nil, cost: Int64? = nil, format: NoteFormat? = nil
  ) -> NoteBrief {
    var figures = NoteFigures()
    (figures.naturalReads, figures.reads) = (natural, reads ?? natural)
    (figures.interactions, figures.likes, figures.comments) = (interactions, likes, comments)
    return NoteBrief(
      number: number, noteID: "n\(number)", owner: owner.map(NoteBrief.Owner.creator),
      publishedOn: age.map { Day(number: 900 - $0) }, bookedOn: nil, asOf: Day(number: 900),
      format: format, followers: followers, figures: figures, cost: cost.map { Money(fen: $0) })
  }

  @Test func `a ratio is compared exactly and written in tenths, halves up`() {
    #expect(Ratio(1, to: 0) == nil)
    for part in Int64(0)...40 {
      for whole in Int64(1)...40 {
        guard let ratio = Ratio(part, to: whole) else { continue }
        for bound in [Int64(0), 3_333, 5_000, 10_000, 12_000] {
          #expect(ratio.isAtLeast(basisPoints: bound) == (part * 10_000 - bound * whole >= 0))
          #expect(ratio.isAbove(basisPoints: bound) == (part * 10_000 - bound * whole > 0))
        }
        let off = 2 * (part * 10_000 - ratio.basisPoints * whole)
        #expect(off >= -whole && off < whole)
      }
    }
    let texts = [(32_000, "3.2 ×"), (32_499, "3.2 ×"), (32_500, "3.3 ×"), (10_000, "1 ×")]
    for (basisPoints, text) in texts {
      #expect(Ratio.times(basisPoints: Int64(basisPoints)) == text)
    }
    #expect(Ratio.times(basisPoints: 800) == "0.08 ×")
    #expect(Ratio.times(basisPoints: 4_960) == "0.50 ×")
    #expect(Ratio.times(basisPoints: 12_345_678) == "1,234.6 ×")
  }

  @Test func `quartiles are those of the method's published example`() {
    // Microsoft's page of QUARTILE.INC: 3.5 is the first quartile of these, here in hundredths.
    let example: [Int64] = [100, 200, 400, 700, 800, 900, 1_000, 1_200]
    let quartiles = Quartiles(of: example.shuffled(), atLeast: 8)
    #expect(quartiles?.lower == 350)
    #expect(quartiles?.median == 750)
    #expect(quartiles?.upper == 925)
    #expect(Quartiles(of: example, atLeast: 9) == nil)
    #expect(Quartiles(of: [], atLeast: 0) == nil)
  }

  @Test func `quartiles are steps on the line through the sorted numbers`() throws {
    var random = SplitMix(seed: 5)
    for count in 1...60 {
      let numbers = (0..<count).map { _ in Int64.random(in: -90...90, using: &random) }
      // Four steps from each number to the next, each a quarter of the way, in quarters.
      let sorted = numbers.sorted()
      var line: [Int64] = [sorted[0] * 4]
      for (low, high) in zip(sorted, sorted.dropFirst()) {
        for _ in 0..<4 { line.append((line.last ?? 0) + high - low) }
      }
      let found = try #require(Quartiles(of: numbers, atLeast: 1))
      for (k, value) in [(1, found.lower), (2, found.median), (3, found.upper)] {
        let off = line[(count - 1) * k] - 4 * value
        #expect(off >= -2 && off < 2, "\(k) of \(sorted)")
      }
      #expect(found.median == Median.of(numbers))
    }
  }

  @Test func `a boost budget is spent to the fen, on as many notes as it carries, the best most`()
    throws
  {
    let rules = try Self.rules()
    var prices = BoostBudget.Prices()
    prices.campaignMinimum = Money(yuan: 10_000)
    var random = SplitMix(seed: 6)
    for _ in 0..<300 {
      let scores = (0..<Int.random(in: 0...9, using: &random))
        .compactMap { _ in Ratio(Int64.random(in: 1...9_000, using: &random), to: 700) }
        .sorted { $0 > $1 }
      let whole = Money(fen: Int64.random(in: 900_000...4_000_000, using: &random))
      let budget = BoostBudget(whole, over: scores, prices, rules)
      guard whole.fen >= 1_000_000, !scores.isEmpty else {
        #expect(budget.parts.isEmpty)
        #expect(budget.isTooLittle == (whole.fen < 1_000_000))
        continue
      }
      #expect(budget.parts.map(\.fen).reduce(0, +) == whole.fen)
      let count = budget.parts.count
      #expect(count >= 1 && (count == 1 || budget.parts.allSatisfy { $0.fen >= 200_000 }))
      // One note more would get less than ¥2,000 of a split in proportion.
      let sum = scores.prefix(count + 1).map(\.basisPoints).reduce(0, +)
      if count < scores.count {
        #expect(whole.fen / 100 * scores[count].basisPoints < 2_000 * sum)
      }
      #expect(budget.parts == budget.parts.sorted(by: >))
      #expect(budget.parts.dropFirst().allSatisfy { $0.fen % 100 == 0 })
    }
  }

  @Test func `what is saved is what the same clicks cost more by brand-made ads`() throws {
    var prices = BoostBudget.Prices()
    (prices.click, prices.saving) = (Money(yuan: 5)...Money(yuan: 15), 3_000...5_000)
    let one = try #require(Ratio(3, to: 1))
    let budget = BoostBudget(Money(yuan: 20_000), over: [one], prices, try Self.rules())
    #expect(budget.click == Money(fen: 250)...Money(fen: 1_050))
    #expect(budget.clicks == 1_904...8_000)
    // 8,000 clicks at ¥5 are ¥40,000; ¥20,000 ÷ 0.7 are ¥28,571.43.
    #expect(budget.saved == Money(fen: 857_143)...Money(yuan: 20_000))
    prices.saving = 10_000...10_000
    let free = BoostBudget(Money(yuan: 20_000), over: [one], prices, try Self.rules())
    #expect(free.click == nil && free.saved == nil)
  }

  @Test func `a note is ranked by the weaker of both comparisons, and only when old enough`() throws
  {
    let rules = try Self.rules()
    // Their other notes are read 1,000, 2,000 and 3,000 times, the tier's 6,000 (of the five others).
    var notes = [
      Self.note(1, natural: 12_000, interactions: 600), Self.note(2, natural: 1_000),
      Self.note(3, natural: 2_000), Self.note(4, natural: 3_000),
    ]
    for number in Int64(5)...9 {
      notes.append(Self.note(number, 2, natural: 6_000 + number, interactions: 300))
    }
    notes.append(Self.note(10, age: 2, natural: 90_000))
    let norms = NoteNorms(notes, try Self.tiers(), rules)
    func evidence(_ note: NoteBrief, isUnusual: Bool = false) -> BoostEvidence {
      BoostEvidence(note, cardReads: nil, isUnusual: isUnusual, norms, rules)
    }
    let first = evidence(notes[0])
    #expect(first.own == Norm(median: 2_000, notes: 3))
    #expect(first.tierReads == Norm(median: 6_006, notes: 9))
    #expect(first.score == Ratio(12_000, to: 6_006))
    #expect(first.verdict == .boost)
    #expect(first.sentence.hasPrefix("12,000 natural reads: 6 × their median of 3 other notes"))
    #expect(evidence(notes[0], isUnusual: true).verdict == .lookFirst)
    #expect(evidence(notes[1]).verdict == .usual)
    #expect(evidence(notes[9]).verdict == .tooYoung)
    #expect(evidence(Self.note(11, age: nil)).verdict == .ageUnknown)
    #expect(evidence(Self.note(11, natural: nil, reads: 9)).verdict == .notToldApart)
    #expect(evidence(Self.note(11, 3, followers: nil)).verdict == .noNorm)
    #expect(evidence(Self.note(11, natural: 90_000, interactions: 3)).verdict == .fewReact)
    let card = BoostEvidence(
      Self.note(11, 3, followers: nil, natural: 500), cardReads: 100, isUnusual: false, norms, rules
    )
    #expect(card.own == Norm(median: 100, notes: 0))
    #expect(card.verdict == .boost)
  }

  @Test func `a creator is judged by what was delivered, then by what it cost`() throws {
    let rules = try Self.rules()
    let usual = (1...5).map { Self.note(Int64($0), 9, interactions: 100, cost: 10_000) }
    let norms = NoteNorms(usual, try Self.tiers(), rules)
    func verdict(natural: Int64, cost: Int64?, expected: Int64?) -> RebookVerdict {
      var delivery = CreatorDelivery(rules)
      let result = expected.map {
        ExpectedResult(reads: $0, readsFrom: "", interactions: nil, interactionsFrom: nil)
      }
      let note = Self.note(7, natural: natural, interactions: 100, cost: cost)
      delivery.add(note, expected: result, norms)
      delivery.add(Self.note(8, age: 1, natural: 0, cost: 99_999_999), expected: result, norms)
      #expect(delivery.notes == 1 && delivery.young == 1)
      return delivery.verdict
    }
    #expect(verdict(natural: 1_000, cost: 10_000, expected: 1_000) == .again)
    #expect(verdict(natural: 1_000, cost: 10_001, expected: 1_000) == .asExpected)
    #expect(verdict(natural: 999, cost: 10_000, expected: 1_000) == .asExpected)
    #expect(verdict(natural: 700, cost: 15_000, expected: 1_000) == .asExpected)
    #expect(verdict(natural: 699, cost: 100, expected: 1_000) == .underDelivers)
    #expect(verdict(natural: 9_000, cost: 15_001, expected: 1_000) == .cheaper)
    #expect(verdict(natural: 1, cost: 9_000, expected: nil) == .again)
    #expect(verdict(natural: 1, cost: nil, expected: nil) == .unknown)
  }

  @Test func `a steady count never surges; one that jumps does, unless it is small or early`() {
    func points(_ counts: [Int64], every days: Int32 = 5) -> [Surge.Point] {
      counts.enumerated().map { Surge.Point(day: Day(number: Int32($0) * days), count: $1) }
    }
    func surge(_ counts: [Int64], after: Int32 = 0, least: Int64 = 1_000) -> Surge? {
      Surge.newest(
        in: points(counts), pace: 100_000, notBefore: Day(number: after), least: { _ in least })
    }
    #expect(surge((0..<40).map { $0 * 5_000 }) == nil)
    #expect(surge([0, 100, 200, 300, 9_300])?.pace == Ratio(9_000 * 15, to: 300 * 5))
    #expect(surge([0, 100, 200, 300, 1_300]) == nil, "exactly ten times is not above it")
    #expect(surge([0, 100, 200, 300, 1_301], least: 1_002) == nil)
    #expect(surge([0, 100, 200, 300, 9_300], after: 16) == nil)
    #expect(surge([0, 9_000, 9_100, 9_000]) == nil, "the first rise has nothing before it")
    #expect(surge([500, 500, 2_000])?.from.count == 500)
    // Of two counts of a day the last one stands.
    let twice = points([0, 100, 200]) + [Surge.Point(day: Day(number: 10), count: 90_000)]
    #expect(Surge.newest(in: twice, pace: 100_000) { _ in 1 }?.to.count == 90_000)
  }

  @Test func `figures far from the tier's are unusual, each with an innocent reason`() throws {
    let rules = try Self.rules()
    let tiers = try Self.tiers()
    let usual = (1...5).map {
      Self.note(Int64($0), 9, followers: 5_000, interactions: 300, likes: 200, comments: 40)
    }
    let checks = UnusualChecks(NoteNorms(usual, tiers, rules), tiers, rules)
    func kinds(_ note: NoteBrief) -> [Unusual.Kind] {
      let kinds = checks.unusual(note) { [] }.map(\.kind)
      #expect(checks.isUnusual(note) { [] } == !kinds.isEmpty)
      return kinds
    }
    // 15 % of 5,000 are 750, three times that 2,250; a fifth of 5 % are 50.
    #expect(kinds(Self.note(7, followers: 5_000, interactions: 2_250)) == [])
    #expect(kinds(Self.note(7, followers: 5_000, interactions: 2_251)) == [.engagementHigh])
    #expect(kinds(Self.note(7, followers: 5_000, interactions: 50)) == [])
    #expect(kinds(Self.note(7, followers: 5_000, interactions: 49)) == [.engagementLow])
    #expect(kinds(Self.note(7, age: 1, followers: 5_000, interactions: 49)) == [])
    // A tier without a range lies between 1 % and 15 %.
    #expect(kinds(Self.note(7, followers: 20_000, interactions: 9_001)) == [.engagementHigh])
    #expect(kinds(Self.note(7, followers: 20_000, interactions: 38)) == [.engagementLow])
    // Five likes a comment are usual: more than 25 are many, less than 1 few.
    func likes(_ likes: Int64, _ comments: Int64) -> [Unusual.Kind] {
      kinds(
        Self.note(7, followers: 5_000, interactions: 300, likes: likes, comments: comments))
    }
    #expect(likes(250, 10) == [] && likes(251, 10) == [.likesHigh])
    #expect(likes(120, 120) == [] && likes(120, 122) == [.likesLow])
    #expect(likes(99, 0) == [] && likes(100, 0) == [.likesHigh])
    let old = Self.note(7, age: 400, followers: 5_000, interactions: 300)
    let jump = [(510, 100), (890, 200), (900, 90_000)].map { day, count in
      Surge.Point(day: Day(number: day), count: count)
    }
    #expect(checks.unusual(old) { jump }.map(\.kind) == [.readsSurge])
    #expect(checks.isUnusual(old) { jump } && !checks.isUnusual(old) { Array(jump.dropLast()) })
    let one = checks.unusual(Self.note(7, followers: 5_000, interactions: 2_251)) { [] }
    #expect(one.first?.sentence.contains("45.02% of followers, nano KOC usually 5%–15%") == true)
  }

  @Test func `a rule that no row has is named`() throws {
    let error = #expect(throws: Failure.self) { try AdviceRules([]) }
    #expect(error?.sentence.contains("boost/reads") == true)
    let rows = [
      AdviceRules.Row(name: "boost/reads", low: 5, high: nil),
      AdviceRules.Row(name: "boost/reads", low: 7, high: nil),
    ]
    let others = AdviceRule.allCases.enumerated().map { place, rule in
      AdviceRules.Row(name: rule.rawValue, low: Int64(place), high: 100 + Int64(place))
    }
    let rules = try AdviceRules(rows + others)
    #expect(rules.low(.boostReads) == 5 && rules.high(.boostReads) == 5)
    for (place, rule) in AdviceRule.allCases.enumerated().dropFirst() {
      #expect(rules.low(rule) == Int64(place) && rules.high(rule) == 100 + Int64(place))
    }
  }
}
