import Domain
import Foundation
import Testing

@Suite struct DayTests {
  /// Foundation's calendar, which shares no arithmetic with ours.
  private static func calendar() throws -> Calendar {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    return calendar
  }

  @Test func `every day from 1900 to 2200 agrees with Foundation's calendar`() throws {
    let calendar = try Self.calendar()
    for number in stride(from: Int32(-25_567), through: 84_000, by: 13) {
      let date = Date(timeIntervalSince1970: Double(number) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day], from: date)
      let day = try #require(
        Day(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0))
      #expect(day.number == number)
      #expect(day.parts == (parts.year ?? 0, parts.month ?? 0, parts.day ?? 0))
      #expect(Day(day.description) == day)
    }
  }

  @Test(arguments: [
    "2026/08/03", "2026-08-03", "2026年8月3日", "2026.8.3", " 2026-8-3 ", "２０２６-08-03",
  ])
  func `a day is read in each spelling`(text: String) {
    #expect(Day(text)?.description == "2026-08-03")
  }

  @Test(arguments: [
    "", "2026-02-29", "2026-13-01", "2026-00-10", "2026-8", "26-08-03", "2026-08-03x", "2026/08-03",
    "2026年8月3", "46237", "2026-08-", "1899-12-31",
  ])
  func `what is no day is refused`(text: String) {
    #expect(Day(text) == nil)
  }

  @Test func `a leap day is a day`() {
    #expect(Day("2024-02-29")?.adding(days: 1).description == "2024-03-01")
    #expect(Day("1900-02-29") == nil)
    #expect(Day("2000-02-29") != nil)
  }

  @Test func `quarters turn at midnight in Shanghai`() throws {
    let before = try #require(Moment("2026-03-31T15:59:59Z"))
    let after = try #require(Moment("2026-03-31T16:00:00Z"))
    #expect(Quarter(containing: before.day).description == "2026Q1")
    #expect(Quarter(containing: after.day).description == "2026Q2")
    #expect(before.description == "2026-03-31T23:59:59+08:00")
    #expect(Moment(before.description) == before)
  }

  @Test(arguments: [
    "2026-03-31T15:59:59", "2026-03-31 15:59:59Z", "2026-03-31T24:00:00Z", "2026-03-31T15:60Z",
    "2026-03-31T15:59:60Z", "2026-03-31TZ", "2026-03-31T15:59:59+0800", "2026-02-30T00:00:00Z",
  ])
  func `a time without offset, or no time at all, is refused`(text: String) {
    #expect(Moment(text) == nil)
  }

  @Test(arguments: [
    ("2026-03-31", 4, "FY2025Q4"), ("2026-04-01", 4, "FY2026Q1"), ("2026-12-31", 1, "2026Q4"),
    ("2026-01-01", 7, "FY2025Q3"), ("2026-06-30", 7, "FY2025Q4"), ("2026-07-01", 7, "FY2026Q1"),
  ])
  func `a fiscal quarter is named by the year it starts in`(day: String, start: Int, name: String)
    throws
  {
    let quarter = Quarter(containing: try #require(Day(day)), startMonth: start)
    #expect(quarter.description == name)
    #expect(Quarter(name, startMonth: start) == quarter)
  }

  @Test(arguments: 1...12)
  func `quarters of a year adjoin and hold their own days`(startMonth: Int) throws {
    var quarter = Quarter(year: 2024, index: 1, startMonth: startMonth)
    for _ in 0..<8 {
      #expect(quarter.contains(quarter.firstDay) && quarter.contains(quarter.lastDay))
      #expect(quarter.next.firstDay == quarter.lastDay.adding(days: 1))
      #expect((89...92).contains(quarter.next.firstDay.number - quarter.firstDay.number))
      quarter = quarter.next
    }
  }

  @Test(arguments: ["2026Q5", "2026Q0", "Q3", "26Q3", "2026", "2026Q", "2026Q33", "", "2026--Q3"])
  func `what is no quarter is refused`(text: String) {
    #expect(Quarter(text) == nil)
  }
}
