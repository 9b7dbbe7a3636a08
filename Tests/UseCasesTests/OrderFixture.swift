import Domain
import Foundation
import Testing
import UseCases

/// A book in a folder of its own, as lin finds it on 2026-11-23.
final class OrderFixture {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  let book: OpenBook

  init(now: String = "2026-11-23T10:00:00+08:00") throws {
    let moment = try #require(Moment(now))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appending(path: "kolbook.db").path()
    try OpenBook.create(at: path, id: Array(repeating: 7, count: 16), now: moment)
    book = try OpenBook(path: path, now: moment, actor: "lin")
    var draft = CreatorDraft()
    (draft.nickname, draft.id, draft.followers, draft.agency) = ("鹿小厨房", "kb001", 50_000, "山海")
    _ = try book.add(draft)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func note(_ day: String, key: String? = nil, reason: String = "") throws -> EventNote {
    let at: Moment = try #require(Moment(day))
    return EventNote(at: at, key: key, reason: reason)
  }

  /// LEDGER's example: 8,000.05, booked on 2026-07-01.
  @discardableResult
  func bookExample(_ number: String? = "PGY-1", key: String? = nil) throws -> OrderReceipt {
    let draft = OrderDraft(
      number: number, creator: "鹿小厨房", quote: Money(fen: 800_005), format: .image)
    return try book.bookOrder(draft, try note("2026-07-01", key: key))
  }

  /// What an operation fails with.
  func failure(_ body: () throws -> Void) throws -> Failure {
    do {
      try body()
    } catch let failure as Failure { return failure }
    Issue.record("nothing failed")
    return Failure(.failed, "")
  }

  /// The rows of a list as text.
  static func lines(_ listing: Listing) -> [String] {
    listing.rows.map { $0.map(\.shown).joined(separator: " ") }
  }
}
