import Domain
import Testing

@testable import UseCases

@Suite struct MarkTests {
  private static func listed() throws -> (TemporaryBook, OpenBook) {
    let temporary = try TemporaryBook()
    let book = try temporary.open()
    for number in 1...6 {
      var draft = CreatorDraft()
      draft.id = "c\(number)"
      draft.nickname = "昵称\(number)"
      draft.followers = Int64(number) * 1_000
      draft.engagement = EngagementRate(basisPoints: 500, base: .followers)
      draft.quotes = [
        Quote(format: .image, price: Money(yuan: 100), quotedOn: book.today, source: "lin")
      ]
      _ = try book.add(draft)
    }
    var request = ShortlistRequest(budget: Money(yuan: 350))
    request.measure = .none
    _ = try book.plan(request, saveAs: "spring") { false }
    return (temporary, book)
  }

  @Test func `marks are kept, changed and taken back, and leave the list as decided`() throws {
    let (temporary, book) = try Self.listed()
    defer { withExtendedLifetime(temporary) {} }
    let decided = try book.shortlist("spring")
    #expect(decided.picks.map(\.creator.text) == ["c6", "c5", "c4"])
    #expect(
      try book.markShortlist("spring", ["c6", "昵称5"], .locked) == ["昵称6 (c6)", "昵称5 (c5)"])
    _ = try book.markShortlist("spring", ["c5", "c1"], .dropped)
    var marked = try book.shortlist("spring")
    #expect(marked.creators(.locked) == [CreatorID("c6")])
    #expect(marked.creators(.dropped) == [CreatorID("c1"), CreatorID("c5")])
    #expect(marked.picks == decided.picks)
    try book.copyShortlist("spring", as: "copy")
    #expect(try book.shortlist("copy").marks == marked.marks)
    _ = try book.markShortlist("spring", ["c6", "c1"], nil)
    marked = try book.shortlist("spring")
    #expect(marked.marks == [CreatorID("c5"): .dropped])
    try book.deleteShortlist("spring")
    #expect(try book.shortlist("copy").marks.count == 3)
  }

  @Test func `who is not on the list can't stay on it, and then nobody is marked`() throws {
    let (temporary, book) = try Self.listed()
    defer { withExtendedLifetime(temporary) {} }
    #expect(throws: Failure.self) {
      _ = try book.markShortlist("spring", ["c6", "c1"], .locked)
    }
    #expect(throws: Failure.self) { _ = try book.markShortlist("winter", ["c6"], .locked) }
    #expect(try book.shortlist("spring").marks.isEmpty)
  }
}
