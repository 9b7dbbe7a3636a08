import Domain
import Testing

@Suite struct CampaignTimeTests {
  private let first = Day(number: 20_000)

  @Test func `a week is the seven days that begin with the campaign's first, or come before it`() {
    for offset in Int32(-40)...40 {
      let day = first.adding(days: offset)
      let week = CampaignWeek(of: day, from: first)
      #expect(week.days.contains(day))
      #expect(week.days.upperBound.number - week.days.lowerBound.number == 6)
      #expect(week.days.lowerBound == first.adding(days: 7 * (week.number - 1)))
    }
    #expect(CampaignWeek(of: first, from: first).number == 1)
    #expect(CampaignWeek(of: first.adding(days: -1), from: first).number == 0)
  }

  @Test func `spending by weeks adds up to what was spent, and leaves no week out`() {
    var random = SplitMix(seed: 7)
    for _ in 0..<200 {
      let channels: [ReturnChannel] = [.creators, .feed, .search, .other("splash")]
      let changes = (0..<Int.random(in: 0...30, using: &random)).map { _ in
        SpendCourse.Change(
          day: first.adding(days: .random(in: -30...90, using: &random)),
          channel: channels[.random(in: 0..<4, using: &random)],
          amount: Money(fen: .random(in: -500...5_000, using: &random)))
      }
      let weeks = SpendCourse(changes, from: first).weeks
      for (before, after) in zip(weeks, weeks.dropFirst()) {
        #expect(after.week.number == before.week.number + 1)
      }
      var soFar: Int64 = 0
      for week in weeks {
        let mine = changes.filter { week.week.days.contains($0.day) }
        for channel in channels {
          let expected = mine.filter { $0.channel == channel }.map(\.amount.fen).reduce(0, +)
          #expect(week.amounts[channel, default: .zero].fen == expected)
        }
        soFar += mine.map(\.amount.fen).reduce(0, +)
        #expect(week.soFar.fen == soFar)
      }
      #expect(soFar == changes.map(\.amount.fen).reduce(0, +))
    }
  }

  @Test func `a lift is a week's searches a day against those before the campaign`() throws {
    // Ten a day before, but two days without a count; then 15, then 40 a day.
    var counts: [Day: Int64] = [:]
    for offset in Int32(-14)...(-1) where offset != -3 && offset != -9 {
      counts[first.adding(days: offset)] = 10
    }
    for offset in Int32(0)...6 { counts[first.adding(days: offset)] = 15 }
    for offset in Int32(7)...8 { counts[first.adding(days: offset)] = 40 }
    let lift = try #require(SearchLift(counts, from: first, window: 14))
    #expect(lift.isBefore)
    #expect(lift.base.counted == 12)
    #expect(lift.base.perDayHundredths == 1_000)
    #expect(lift.weeks.map(\.week.number) == [-1, 0, 1, 2])
    #expect(lift.weeks.map(\.span.counted) == [6, 6, 7, 2])
    #expect(lift.weeks.map(\.lift) == [0, 0, 5_000, 30_000])
  }

  @Test func `without counts before the campaign the first days are the base`() throws {
    var counts: [Day: Int64] = [:]
    for offset in Int32(3)...30 { counts[first.adding(days: offset)] = offset < 10 ? 0 : 3 }
    let lift = try #require(SearchLift(counts, from: first, window: 7))
    #expect(!lift.isBefore)
    #expect(lift.base.days.lowerBound == first.adding(days: 3))
    #expect(lift.base.searches == 0)
    #expect(lift.weeks.allSatisfy { $0.lift == nil }, "nothing is measured by no searches")
    #expect(SearchLift([:], from: first, window: 7) == nil)
  }

  @Test func `ads stand as their newest total and the days behind it, by any day`() {
    var random = SplitMix(seed: 8)
    for _ in 0..<300 {
      let said = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        Dated(
          AdResult(
            noteID: "n", format: "feed", span: Bool.random(using: &random) ? .day : .total,
            spend: Money(fen: .random(in: 0...900, using: &random)),
            clicks: Bool.random(using: &random) ? .random(in: 0...50, using: &random) : nil),
          day: first.adding(days: .random(in: 0...9, using: &random)), source: "test")
      }.sorted { $0.day < $1.day }
      let course = AdCourse(said)
      for offset in Int32(-1)...10 {
        let today = first.adding(days: offset)
        // Told day by day: a total sets the sum, the day's own figures come on top.
        var spend: Int64?
        for past in Int32(0)...max(0, offset) where past <= offset {
          let now = said.filter { $0.day == first.adding(days: past) }
          if let total = now.last(where: { $0.value.span == .total }) {
            spend = total.value.spend.fen
          } else if let day = now.last(where: { $0.value.span == .day }) {
            spend = (spend ?? 0) + day.value.spend.fen
          }
        }
        #expect(course.spend(through: today)?.fen == spend)
      }
    }
  }
}
