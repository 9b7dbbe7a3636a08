import Domain
import Interchange
import Testing

@testable import UseCases

/// Shortlists and creators as workbooks, filled in, and imported again.
@Suite struct WorkbookTests {
  private func listed() throws -> (TemporaryBook, OpenBook, Shortlist) {
    let (temporary, book) = try SmallMarket.book(of: 40, seed: 33)
    _ = try book.plan(SmallMarket.request, saveAs: "spring") { false }
    return (temporary, book, try book.shortlist("spring"))
  }

  private func file(_ bytes: [UInt8]) -> InputFile { InputFile(name: "list.xlsx", bytes: bytes) }

  /// A list sheet in which some cells of the rows are filled in.
  private func filledIn(
    _ list: Shortlist, _ cells: (ShortlistPick) -> [String: SheetCell]
  ) -> [UInt8] {
    let columns: [OwnColumn] = [.creatorID, .cost, .format, .newQuote, .rating, .verdict, .comment]
    var workbook = WorkbookWriter(title: "spring")
    workbook.add(SheetPlan("list", widths: columns.map { _ in 10 }, header: 2)) { sheet in
      sheet.write([.text("spring")])
      sheet.write(columns.map { .text($0.header(.both)) })
      for pick in list.picks {
        let typed = cells(pick)
        sheet.write(
          [
            .text(pick.creator.text), .money(pick.cost).by("D3*1.1"), .text(pick.format.rawValue),
          ] + [OwnColumn.newQuote, .rating, .verdict, .comment].map { typed[$0.key] ?? .nothing })
      }
    }
    return workbook.bytes()
  }

  @Test(arguments: HeaderLanguage.allCases)
  func `what was not filled in changes nothing, however long ago it was decided`(
    _ language: HeaderLanguage
  ) throws {
    let (temporary, book, list) = try listed()
    let bytes = try book.workbook(of: list, language)
    #expect(bytes == (try book.workbook(of: list, language)))
    for (actor, days) in [("lin", Int64(0)), ("王敏", 400)] {
      let report = try temporary.open(as: actor, days: days).importLists([file(bytes)])
      #expect(report.counts == [0, 0, Set(list.picks.map(\.creator)).count])
      #expect(report.files.map(\.layout) == ["shortlist"])
      #expect(report.files.first?.unknown == [])
    }
  }

  @Test func `what is filled in becomes quotes and ratings of that day and person`() throws {
    let (temporary, _, list) = try listed()
    let first = try #require(list.picks.first)
    let bytes = filledIn(list) { pick in
      guard pick == first else { return [:] }
      return [
        "new_quote": .money(Money(fen: 123_450)), "rating": .integer(2),
        "verdict": .text("price:1500"), "comment": .text("=too dear"),
      ]
    }
    let book = try temporary.open(as: "王敏", days: 5)
    #expect(try book.importLists([file(bytes)]).counts == [0, 1, list.picks.count - 1])
    let card = try book.card(first.creator.text)
    let quotes = card.quotes.map(\.quote).filter { $0.format == first.format }
    #expect(quotes.first?.price == Money(fen: 123_450) && quotes.first?.quotedOn == book.today)
    let rating = try #require(card.ratings.first { $0.rater == "王敏" })
    #expect(rating.stars == 2 && rating.comment == "=too dear" && rating.day == book.today)
    #expect(rating.verdict == .price(ceiling: Money(yuan: 1_500)))
    #expect(try book.importLists([file(bytes)]).counts == [0, 0, list.picks.count])
  }

  @Test func `a cell that can't be is refused by its place, and nothing is kept`() throws {
    let (temporary, book, list) = try listed()
    defer { withExtendedLifetime(temporary) {} }
    let bytes = filledIn(list) { $0 == list.picks.first ? ["rating": .integer(6)] : [:] }
    let failure = #expect(throws: Failure.self) { try book.importLists([file(bytes)]) }
    #expect(
      failure?.details == [
        "list.xlsx:list!E3: Rating 评分: wanted a whole number of stars, 1 through 5, found \"6\""
      ])
  }

  @Test func `creators in a workbook change nothing where they are from, and fill a new book`()
    throws
  {
    let (temporary, book, _) = try listed()
    defer { withExtendedLifetime(temporary) {} }
    try book.rate("c1", stars: 4, verdict: .hold, comment: "稳 🙂\u{200F}")
    for language in HeaderLanguage.allCases {
      let export = try book.exportCreators(CreatorSearch())
      let bytes = export.xlsx(language) { _, _ in }
      #expect(try book.importLists([file(bytes)]).counts == [0, 0, 40])
      let other = try TemporaryBook()
      #expect(try other.open().importLists([file(bytes)]).counts == [40, 0, 0])
      let again = try other.open().exportCreators(CreatorSearch())
      #expect(again.xlsx(language) { _, _ in } == bytes)
      #expect(again.csv() == export.csv())
    }
  }
}
