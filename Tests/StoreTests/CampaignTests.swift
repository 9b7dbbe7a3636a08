import Domain
import SQLite
import Testing

@testable import Store

/// Campaigns in the book, and the rows of the playbook that older books get.
@Suite struct CampaignTests {
  private static let now = Moment(utcSeconds: 1_790_000_000)

  @Test func `a book from before gets the rows that plans need, as shipped, and keeps its own`()
    throws
  {
    let folder = try Folder()
    let path = folder.file("kolbook.db")
    let before = Migration.known.filter { $0.version <= 6 }
    let own: [String?] = [
      "timing", "campaign", "4", nil, "30", "30", "days", "Ours.", "lin", "2026-11-01", nil,
    ]
    try Book.create(
      at: path, id: .init(repeating: 7, count: 16), isDemo: false, now: Self.now, migrations: before
    ) { book in try book.reference.replace(.playbook, with: [own]) }
    let rows = try Book.open(at: path).reference.rows(of: .playbook)
    #expect(rows.contains(own))
    let seed = Set(
      try SeedFile("playbook").rows.map { row in
        ReferenceTable.playbook.columns.map { column in row[column].flatMap { $0 == "" ? nil : $0 }
        }
      })
    #expect(Set(rows).subtracting([own]).isSubset(of: seed))
    // What books had from their first day, the row that is the person's own, and what advice takes as
    // shipped where a book hasn't got it.
    let kept: Set = [
      "objective", "stage", "stage_avoid", "pyramid", "example", "budget", "effect", "platform",
      "timing", "festival", "boost", "rebook", "unusual", "benchmark",
    ]
    #expect(seed.subtracting(rows).allSatisfy { kept.contains($0[0] ?? "") })
    #expect(seed.subtracting(rows).count == 44 + 1 + 17)
  }

  @Test func `a campaign is kept and found again as it was, and its name is taken`() throws {
    let folder = try Folder()
    let path = folder.file("kolbook.db")
    try Book.create(at: path, id: .init(repeating: 7, count: 16), isDemo: false, now: Self.now) {
      _ in
    }
    let book = try Book.open(at: path)
    var one = Campaign(
      name: "618 春", brand: "清和", objective: "awareness", stage: "launch",
      budget: Money(yuan: 2_000_000), created: Self.now, createdBy: "lin")
    try book.campaigns.add(one)
    #expect(try book.campaigns.campaign("618 春") == one)
    one.product = "防晒霜"
    one.category = "skincare"
    one.note = "samples late"
    one.days = Day(number: 20_000)...Day(number: 20_030)
    one.budget = Money(fen: 1)
    try book.campaigns.update(one)
    #expect(try book.campaigns.campaigns() == [one])
    #expect(throws: Failure.self) { try book.campaigns.add(one) }
  }
}
