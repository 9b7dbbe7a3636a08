import Domain
import Foundation
import Testing
import UseCases

@testable import Interchange

/// The sample note batch and order report in a book: every figure of every group, against Python's reading
/// of the files and against the prices that Pugongying itself works out.
@Suite struct ResultSampleTests {
  private struct Note: Decodable {
    let note, order, title, link, format, published, user_id, campaign: String
    let line: Int
    let followers, quote, cut_fee, fee, read_price, interaction_price: Int64
    let impressions, reads, interactions, likes, collects, comments, shares, follows: Int64
    let natural_impressions, natural_reads, promoted_impressions, promoted_reads: Int64
    let heated_impressions, heated_reads: Int64

    var cost: Int64 { quote + fee }
    var tier: String {
      followers < 10_000
        ? "nano" : followers < 100_000 ? "micro" : followers < 500_000 ? "mid" : "top"
    }
    var band: String { ["nano": "koc", "micro": "koc", "mid": "mid"][tier] ?? "head" }
  }

  private static func notes() throws -> [Note] {
    try JSONDecoder().decode([Note].self, from: Data(Sample.bytes("expected_results.json")))
  }

  private static let batch = "pugongying_note_batch_2026Q3.xlsx"
  private static let report = "pugongying_order_report_2026Q3.xlsx"

  @Test func `each figure of a note batch is read as it is`() throws {
    var read: [(line: Int, day: Day?, note: StatedNote)] = []
    let reading = ResultReader.read(try Sample.bytes(Self.batch), file: Self.batch) { row, _ in
      if case .note(let note) = row.content { read.append((row.line, row.day, note)) }
    }
    #expect(reading.problems.kept == [] && reading.rows == 84)
    let expected = try Self.notes()
    #expect(read.count == expected.count)
    for (row, note) in zip(read, expected) {
      let figures = row.note.figures
      #expect(row.line == note.line && row.day == Day(year: 2026, month: 10, day: 8))
      #expect(row.note.noteID == note.note && row.note.order == note.order)
      #expect(row.note.userID == note.user_id && row.note.campaign == note.campaign)
      #expect(row.note.title == note.title && row.note.link == note.link)
      #expect(row.note.format?.rawValue == note.format)
      #expect(row.note.publishedOn?.description == note.published)
      #expect(row.note.quote?.fen == note.quote && row.note.fee?.fen == note.cut_fee)
      #expect(
        figures.values == [
          note.impressions, note.reads, note.interactions, note.likes, note.collects,
          note.comments, note.shares, note.follows, note.promoted_impressions,
          note.heated_impressions, note.natural_impressions, note.promoted_reads,
          note.heated_reads, note.natural_reads, nil, note.followers,
        ])
      #expect(figures.organicImpressions == note.natural_impressions)
      #expect(figures.organicReads == note.natural_reads)
    }
  }

  @Test(arguments: [[batch, report], [report, batch], [report, batch, report]])
  func `every figure of every group is what the files come to`(files: [String]) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "kolbook.db").path()
    let now = try #require(Moment("2026-11-23T10:00:00+08:00"))
    try OpenBook.create(at: path, id: Array(repeating: 7, count: 16), now: now)
    let book = try OpenBook(path: path, now: now, actor: "lin")
    for file in files {
      _ = try book.importResults([InputFile(name: file, bytes: Sample.bytes(file))])
    }
    let again = try files.map { try InputFile(name: $0, bytes: Sample.bytes($0)) }
    #expect(try book.importResults(again).files.allSatisfy { $0.added == 0 && $0.number == nil })
    let notes = try Self.notes()
    let keys: [(ResultGrouping, String, (Note) -> String)] = [
      (.note, "note", \.note), (.creator, "creator_id", \.user_id), (.tier, "tier", \.tier),
      (.band, "band", \.band), (.campaign, "campaign", \.campaign),
    ]
    for (grouping, column, key) in keys {
      let rows = try rows(book.results(by: grouping))
      let groups = Dictionary(grouping: notes, by: key)
      #expect(rows.count == groups.count)
      for row in rows {
        let name = try #require(row[column] as? String)
        let group = try #require(groups[name])
        for (column, value) in Self.expected(group) {
          #expect(row[column] as? Int64 == value, "\(grouping) \(name) \(column)")
        }
      }
    }
    for row in try rows(book.results(by: .note)) {
      let note = try #require(notes.first { $0.note == row["note"] as? String })
      #expect(row["cost_per_read_fen"] as? Int64 == note.read_price)
      #expect(row["cpe_fen"] as? Int64 == note.interaction_price)
    }
  }

  private func rows(_ listing: Listing) throws -> [[String: Any]] {
    let value = try JSONSerialization.jsonObject(with: Data(listing.json().utf8))
    return try #require(value as? [[String: Any]])
  }

  private static func halfUp(_ part: Int64, _ whole: Int64) -> Int64? {
    whole == 0 ? nil : (2 * part + whole) / (2 * whole)
  }

  private static func expected(_ notes: [Note]) -> [String: Int64?] {
    let sum = { (path: KeyPath<Note, Int64>) in notes.reduce(0) { $0 + $1[keyPath: path] } }
    let (cost, impressions, reads) = (sum(\.cost), sum(\.impressions), sum(\.reads))
    let interactions = sum(\.interactions)
    return [
      "notes": Int64(notes.count), "cost_fen": cost, "with_cost": Int64(notes.count),
      "impressions": impressions, "reads": reads, "interactions": interactions,
      "organic_impressions": sum(\.natural_impressions), "organic_reads": sum(\.natural_reads),
      "promoted_impressions": sum(\.promoted_impressions),
      "promoted_reads": sum(\.promoted_reads), "heated_impressions": sum(\.heated_impressions),
      "heated_reads": sum(\.heated_reads), "cpm_fen": halfUp(cost * 1_000, impressions),
      "organic_cpm_fen": halfUp(cost * 1_000, sum(\.natural_impressions)),
      "cost_per_read_fen": halfUp(cost, reads),
      "organic_cost_per_read_fen": halfUp(cost, sum(\.natural_reads)),
      "cpe_fen": halfUp(cost, interactions), "total_cpm_fen": halfUp(cost * 1_000, impressions),
      "total_cpe_fen": halfUp(cost, interactions),
      "read_rate_bp": halfUp(reads * 10_000, impressions),
      "engagement_of_reads_bp": halfUp(interactions * 10_000, reads),
      "engagement_of_followers_bp": halfUp(interactions * 10_000, sum(\.followers)),
      "ad_spend_fen": nil, "cpc_fen": nil, "delivered_reads_bp": nil,
    ]
  }
}
