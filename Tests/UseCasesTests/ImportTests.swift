import Domain
import Foundation
import Testing

@testable import Store
@testable import UseCases

/// Importing lists into a real book on disk.
@Suite struct ImportTests {
  static let samples = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "InterchangeTests/samples").path
  static let lists = [
    "qiangua_creators_gb18030.csv", "mcn_candidates.csv", "xinhong_koc_sheet.csv",
    "pugongying_kol_info", "pugongying_creators_3_header_rows.xlsx",
    "pugongying_note_batch_2026Q3.xlsx",
  ].map { "\(samples)/\($0)" }

  private func list(_ text: String, _ name: String = "list") -> InputFile {
    InputFile(name: name, bytes: Array(text.utf8))
  }

  /// The lines of the problems of an import that must fail, after which the book must be as it was.
  private func problems(_ book: OpenBook, _ files: InputFile...) throws -> [String] {
    let before = try book.exportCreators(CreatorSearch()).csv()
    let failure = #expect(throws: Failure.self) { try book.importLists(files) }
    #expect(failure?.kind == .badInput)
    let after = try book.exportCreators(CreatorSearch()).csv()
    #expect(before == after)
    return failure?.details ?? []
  }

  @Test func `all samples come in, and creators in several lists are one`() throws {
    let file = try TemporaryBook()
    let book = try file.open()
    let report = try book.importLists(try InputFile.read(Self.lists))
    // 60 of Qiangua, 60 of the MCN of which 20 are Qiangua's, 107 of Xinhong, 15 profiles, and 120 of
    // Pugongying, the 100 of Qiangua and the MCN among them, whose notes the last list has.
    #expect(report.counts == [242, 0, 0])
    let count = try book.status().creators
    #expect(count == 242)
    let shared = try book.book.facts.followers(of: try book.find("糖Lab"))
    #expect(Set(shared.map(\.source)) == ["qiangua", "mcn", "pugongying"])
  }

  @Test func `the book's quotes are those of the expectations, and no others`() throws {
    let file = try TemporaryBook()
    let book = try file.open()
    _ = try book.importLists(try InputFile.read(Self.lists))
    let bytes = try Data(contentsOf: URL(filePath: "\(Self.samples)/expected.json"))
    let all = try #require(
      try JSONSerialization.jsonObject(with: bytes) as? [String: [[String: Any]]])
    var expected: Set<String> = []
    for record in all.values.joined() {
      let id = try #require(record["user_id"] as? String)
      for case let quote as [Any] in record["quotes"] as? [Any] ?? [] {
        if let price = quote[1] as? Int { expected.insert("\(id) \(quote[0]) \(price)") }
      }
    }
    let quotes = try book.creators(CreatorSearch()).flatMap { creator in
      creator.quotes.map { quote in
        "\(creator.creator.id) \(quote.format.rawValue) \(quote.price?.fen ?? 0)"
      }
    }
    #expect(Set(quotes) == expected)
    #expect(quotes.count == expected.count)
  }

  @Test func `the same lists again change nothing, in any order and on a later day`() throws {
    let file = try TemporaryBook()
    let files = try InputFile.read(Self.lists)
    _ = try file.open().importLists(files)
    let before = try file.open().exportCreators(CreatorSearch()).csv()
    for (days, files) in [(0, files), (0, files.reversed()), (40, files)] {
      let report = try file.open(days: Int64(days)).importLists(files)
      #expect(report.counts == [0, 0, 242])
      let after = try file.open(days: Int64(days)).exportCreators(CreatorSearch()).csv()
      #expect(after == before)
    }
  }

  @Test func `one problem in one file keeps all files out`() throws {
    let book = try TemporaryBook()
    let open = try book.open()
    let lines = try problems(
      open, list("creator_id,nickname\na,A\nb,B", "good.csv"),
      list("creator_id,nickname,fee\nc,C,1x\nd,D,2\ne,E,-3", "bad.csv"))
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("bad.csv:2: fee: wanted an amount in yuan") == true)
    #expect(lines.last?.hasPrefix("bad.csv:4: fee: wanted an amount of 0 yuan or more") == true)
    let count = try open.status().creators
    #expect(count == 0)
  }

  @Test func `each problem is listed once, however often its file is named`() throws {
    let book = try TemporaryBook().open()
    let file = InputFile(name: "a.csv", bytes: Array("creator_id,followers\na,x\n".utf8))
    let failure = #expect(throws: Failure.self) { try book.importLists([file, file]) }
    #expect(failure?.sentence == "nothing was imported: 2 problems")
    #expect(failure?.details.count == 2)
  }

  @Test func `a dry run says what would come and keeps nothing`() throws {
    let file = try TemporaryBook()
    let book = try file.open()
    var options = ImportOptions()
    options.isDryRun = true
    let report = try book.importLists(try InputFile.read(Self.lists), options)
    #expect(report.added == 242)
    #expect(report.isDryRun)
    let count = try book.status().creators
    #expect(count == 0)
  }

  @Test func `an import that is interrupted changes nothing`() throws {
    let file = try TemporaryBook()
    let book = try file.open()
    let files = try InputFile.read(Self.lists)
    var questions = 0
    book.interrupt {
      questions += 1
      return questions > 20
    }
    do {
      _ = try book.importLists(files)
      Issue.record("it was not interrupted")
    } catch {
      #expect(OpenBook.explain(error).kind == .interrupted)
    }
    let count = try file.open().status().creators
    #expect(count == 0)
  }

  @Test func `a nickname proves nothing, and a row without an id is a problem`() throws {
    let file = try TemporaryBook()
    let book = try file.open()
    _ = try book.importLists([list("red_id,nickname\n1,薯\n2,薯")])
    let count = try book.status().creators
    #expect(count == 2)
    #expect(try problems(book, list("red_id,nickname\n,薯")).count == 1)
  }

  @Test func `ids of two creators in one row are a problem, never a merge`() throws {
    let file = try TemporaryBook()
    let book = try file.open()
    let (one, two) = (String(repeating: "a", count: 24), String(repeating: "b", count: 24))
    _ = try book.importLists([list("user_id,red_id,nickname\n\(one),1,A\n\(two),2,B")])
    #expect(
      try problems(book, list("user_id,red_id,nickname\n\(one),2,C")) == [
        "list:2: wanted ids of one creator, "
          + "found user id \(one) of A (\(one)) and 小红书号 2 of B (\(two))"
      ])
    let three = String(repeating: "c", count: 24)
    #expect(
      try problems(book, list("user_id,red_id,nickname\n\(three),2,C")) == [
        "list:2: wanted the user id \(two), which B (\(two)) has, found the user id \(three)"
      ])
    // A 小红书号 can be changed by its owner.
    let report = try book.importLists([list("user_id,red_id,nickname\n\(one),3,A")])
    #expect(report.updated == 1)
  }

  @Test func `an own id that the book has given to another name is a problem`() throws {
    let file = try TemporaryBook()
    let book = try file.open()
    _ = try book.importLists([list("creator_id,red_id,nickname\nA1,1,薯")])
    #expect(
      try problems(book, list("creator_id,red_id,nickname\nB1,1,薯")) == [
        "list:2: creator_id: wanted A1, under which the book has 薯, found \"B1\""
      ])
  }

  @Test func `an own id stands for a creator known by user id, for the whole import`() throws {
    let file = try TemporaryBook()
    let book = try file.open()
    let id = String(repeating: "a", count: 24)
    _ = try book.importLists([list("user_id,nickname\n\(id),薯")])
    let report = try book.importLists([
      list("creator_id,user_id,format,fee\nA1,\(id),image,100\nA1,,video,200")
    ])
    #expect(report.counts == [0, 1, 0])
    let card = try book.card("薯")
    #expect(card.quotes.map(\.quote.price) == [Money(yuan: 100), Money(yuan: 200)])
  }

  @Test func `a creator of a 小红书号 learns the user id from a later list`() throws {
    let file = try TemporaryBook()
    let book = try file.open()
    let id = String(repeating: "a", count: 24)
    _ = try book.importLists([list("red_id,nickname\n7,薯")])
    _ = try book.importLists([list("red_id,user_id,city\n7,\(id),上海")])
    let creator = try book.card("薯").summary.creator
    #expect(creator.userID == id)
    #expect(creator.id.text == "red-7")
    #expect(creator.city == "上海")
  }

  @Test func `what can't be kept is a problem with its line`() throws {
    let file = try TemporaryBook()
    let book = try file.open()
    #expect(
      try problems(book, list("creator_id,fee\na,1")) == [
        "list:2: nickname: wanted a nickname: the book has no such creator, found nothing"
      ])
    let dates = "creator_id,nickname,fee,quoted_on,valid_until\na,A,1,2026-09-01,2026-08-31"
    #expect(
      try problems(book, list(dates)) == [
        "list:2: valid_until: wanted a day not before 2026-09-01, the quote's own, found 2026-08-31"
      ])
  }

  @Test func `rows that contradict each other are a problem, and name the other row`() throws {
    let file = try TemporaryBook()
    let book = try file.open()
    let twice = "creator_id,nickname,followers,fee,format,rating\na,A,5,10,image,4\n"
    #expect(
      try problems(
        book, list(twice + "a,A,6,10,image,4\na,A,5,11,image,4\na,A,5,10,image,3", "one.csv"),
        list("creator_id,followers\na,7", "two.csv")) == [
          "one.csv:3: wanted the same as one.csv:2 says of this creator and day, found followers 6",
          "one.csv:4: wanted the same as one.csv:2 says of this creator and day, "
            + "found image quote ¥11.00",
          "one.csv:5: wanted the same as one.csv:2 says of this creator and day, "
            + "found rating by lin",
          "two.csv:2: wanted the same as one.csv:2 says of this creator and day, found followers 7",
        ])
    // The same again, another format and another source are no contradiction.
    let more = twice + "a,A,5,10,image,4\na,A,5,12,video,4\n"
    let other = "creator_id,followers,source\na,9,phone"
    #expect(try book.importLists([list(more), list(other, "two")]).added == 1)
    #expect(try book.importLists([list(more), list(other, "two")]).unchanged == 1)
  }

  @Test func `an older list adds history and leaves the present as it is`() throws {
    let file = try TemporaryBook()
    let book = try file.open()
    _ = try book.importLists([list("creator_id,nickname,followers,fee\na,薯,2000,300")])
    var options = ImportOptions()
    options.asOf = Day(year: 2026, month: 8, day: 1)
    let old = list("creator_id,followers,fee\na,1000,200")
    #expect(try book.importLists([old], options).updated == 1)
    #expect(try book.importLists([old], options).updated == 0)
    let card = try book.card("a")
    #expect(card.summary.followers == 2_000)
    #expect(card.summary.price(.image) == Money(yuan: 300))
    #expect(card.followers.map(\.value) == [2_000, 1_000])
  }

  @Test func `a price of 0 takes back what the same list offered`() throws {
    let file = try TemporaryBook()
    _ = try file.open().importLists([list("creator_id,nickname,fee\na,薯,300")])
    let book = try file.open(days: 1)
    _ = try book.importLists([list("creator_id,fee,source\na,0,another")])
    #expect(try book.card("a").summary.price(.image) == Money(yuan: 300))
    _ = try book.importLists([list("creator_id,fee\na,0")])
    #expect(try book.card("a").summary.price(.image) == nil)
  }

  @Test func `ratings without a name are the importer's, words become categories`() throws {
    let file = try TemporaryBook()
    _ = try file.open(as: "王敏").importLists([
      list("creator_id,nickname,rating,rating:李雷,category\na,薯,4,2,护肤博主、美食/插画")
    ])
    let card = try file.open().card("a")
    #expect(card.ratings.map { "\($0.rater) \($0.stars ?? 0)" } == ["李雷 2", "王敏 4"])
    #expect(card.summary.categories == ["food", "skincare", "插画"])
  }
}

extension ImportReport {
  /// Added, updated, unchanged.
  var counts: [Int] { [added, updated, unchanged] }
}
