/// The days of a shopping festival in a year.
struct FestivalWindow {
  let name: String
  let days: ClosedRange<Day>
  let why: String
  let rules: [PlanRule]

  /// The festivals of the years around a request, by their first day.
  static func all(_ playbook: Playbook, around request: PlanRequest) -> [FestivalWindow] {
    let days = request.days ?? request.today...request.today
    let years = days.lowerBound.parts.year...days.upperBound.parts.year + 1
    return playbook.rows("festival_window").flatMap { row in
      years.compactMap { window(row, year: $0, playbook) }
    }.sorted { $0.days.lowerBound < $1.days.lowerBound }
  }

  private static func window(_ row: PlaybookRow, year: Int, _ playbook: Playbook)
    -> FestivalWindow?
  {
    guard let first = row.low.flatMap({ day($0, year) }),
      let last = row.high.flatMap({ day($0, year) }), first <= last
    else { return nil }
    let festival = playbook.rows("festival", row.key).first
    return FestivalWindow(
      name: festival.map { PlanAdviser.sentence($0.why) } ?? row.key, days: first...last,
      why: row.why, rules: [row.rule] + (festival.map { [$0.rule] } ?? []))
  }

  private static func day(_ monthDay: Int64, _ year: Int) -> Day? {
    guard (101...1_231).contains(monthDay) else { return nil }
    return Day(year: year, month: Int(monthDay / 100), day: Int(monthDay % 100))
  }

  /// Whether some of its days are among these.
  func isIn(_ days: ClosedRange<Day>?) -> Bool { days.map { $0.overlaps(self.days) } ?? false }
}
