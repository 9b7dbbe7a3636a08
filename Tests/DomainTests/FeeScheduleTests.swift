import Domain
import Testing

@Suite struct FeeScheduleTests {
  private static func rate(_ side: FeeRate.Side, _ from: String, _ basisPoints: Int64) throws
    -> FeeRate
  {
    FeeRate(
      side: side, mode: .standard, from: try #require(Day(from)),
      share: Share(basisPoints: basisPoints), source: "test")
  }

  @Test func `the latest rate on or before the day is in force`() throws {
    let schedule = FeeSchedule([
      try Self.rate(.brand, "2026-07-01", 800), try Self.rate(.brand, "2020-01-01", 1_000),
      try Self.rate(.creator, "2020-01-01", 1_200),
    ])
    let share = { (day: String) in
      schedule.share(.brand, .standard, on: try #require(Day(day)))?.basisPoints
    }
    #expect(try share("2026-06-30") == 1_000)
    #expect(try share("2026-07-01") == 800)
    #expect(try share("2019-12-31") == nil)
    #expect(schedule.share(.brand, .boosted, on: Day(number: 20_000)) == nil)
    #expect(schedule.share(.creator, .standard, on: Day(number: 20_000))?.basisPoints == 1_200)
  }
}
