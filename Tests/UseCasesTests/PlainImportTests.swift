import Domain
import SQLite
import Testing

@testable import Store
@testable import UseCases

/// A large list comes in by another way than a small one, and is the same in the book.
@Suite struct PlainImportTests {
  /// A list of few creators, so that many rows are about the same, in one of three forms.
  private func list(_ random: inout SplitMix, _ number: Int) -> InputFile {
    let header = [
      "creator_id,nickname,followers,engagement_rate,image_fee,video_fee,category,city\n",
      "creator_id,user_id,red_id,nickname,followers,followers_on,format,fee,quoted_on,quote_source,"
        + "valid_until\n",
      "user_id,creator_id,red_id,nickname,engagement_rate,engagement_base,source,seen_on,"
        + "category\n",
    ]
    let form = Int(random.next() % 3)
    var text = header[form]
    for _ in 0..<(5 + random.next() % 30) { text += row(form, &random) }
    return InputFile(name: "list\(number).csv", bytes: Array(text.utf8))
  }

  private func row(_ form: Int, _ random: inout SplitMix) -> String {
    func pick(_ cells: String...) -> String { cells[Int(random.next() % UInt64(cells.count))] }
    let who = random.next() % 12
    let user = String(repeating: "\(who % 10)", count: 23) + "a"
    // Contradictions are rare, or no list would ever come in.
    let rare = random.next() % 60 == 0
    let followers = rare ? pick("1x", "77") : "\(who * 1_000 + 500)"
    let name = pick("薯\(who)", "薯\(who)", "薯\(who)", "")
    switch form {
    case 0:
      return "\(pick(user, "own-\(who)")),\(name),\(followers),5.2%,"
        + "\(pick("", "300", "300", "0")),\(pick("", "900.5")),\(pick("", "美妆", "美妆;穿搭", "别的")),"
        + "\(pick("", "上海"))\n"
    case 1:
      return "own-\(who),\(pick("", user)),\(pick("", "red\(who)")),\(name),\(followers),"
        + "\(pick("", "2026-08-03", "2026-08-04")),\(pick("image", "video")),"
        + "\(pick("300", "900", "0")),"
        + "\(pick("", "2026-08-03")),\(pick("", "mcn")),\(pick("", "2027-01-01"))\n"
    default:
      return "\(user),\(pick("", "own-\(who)")),\(pick("", "red\(who)")),\(name),"
        + "\(pick("", "4.5", "4.6")),\(pick("followers", "reads")),\(pick("", "qiangua")),"
        + "\(pick("", "2026-08-03")),\(pick("", "旅行"))\n"
    }
  }

  /// All rows that imports write, in words.
  private func rows(of book: Book) throws -> [String] {
    let tables = [
      "SELECT json_array(creator_no, creator_id, nickname, user_id, red_id, city) FROM creator",
      "SELECT json_array(creator_no, day, nth, followers, source, change_no) FROM follower_fact",
      "SELECT json_array(creator_no, base, day, nth, rate_bp, source) FROM engagement_fact",
      """
      SELECT json_array(creator_no, format, day, nth, price_fen, valid_until_day, source) FROM quote
      """,
      "SELECT json_array(creator_no, category, change_no) FROM creator_category",
      "SELECT json_array(change_no, command, added, updated, unchanged) FROM change_set",
      "SELECT json_array(change_no, kind, creator_no, item, was, became) FROM change_before",
      "SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY name",
    ]
    return try tables.flatMap { sql in try book.connection.all(sql) { row in try row.text(0) } }
  }

  /// Imports lists one after the other, skipping what is wrong in some; what came of each.
  private func outcomes(of files: [[InputFile]], in book: OpenBook) throws -> [String] {
    try files.enumerated().map { place, files in
      var options = ImportOptions()
      options.skipsErrors = !place.isMultiple(of: 3)
      do {
        let report = try book.importLists(files, options)
        return "\(report.counts) \(report.refusals)"
      } catch let failure as Failure { return "\(failure.sentence) \(failure.details)" }
    }
  }

  @Test(arguments: 0..<12) func `plain rows and records make the same book`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let files = (0..<5).map { turn in (0...turn % 2).map { list(&random, turn * 10 + $0) } }
    let (small, large) = (try TemporaryBook(), try TemporaryBook())
    let (usual, quick) = (try small.open(), try large.open())
    let expected = try outcomes(of: files, in: usual)
    let found = try PlainFiling.$fewestRows.withValue(0) { try outcomes(of: files, in: quick) }
    #expect(found == expected)
    let (left, right) = (try rows(of: usual.book), try rows(of: quick.book))
    #expect(left == right)
  }

  @Test func `rows that contradict each other name the row that said it first`() throws {
    let book = try TemporaryBook()
    let text =
      "creator_id,nickname,format,fee\nown-1,薯,image,300\nown-1,薯,video,900\nown-1,薯,video,901\n"
    let failure = #expect(throws: Failure.self) {
      try PlainFiling.$fewestRows.withValue(0) {
        try book.open().importLists([InputFile(name: "a.csv", bytes: Array(text.utf8))])
      }
    }
    #expect(
      failure?.details == [
        "a.csv:4: wanted the same as a.csv:3 says of this creator and day, "
          + "found video quote ¥901.00"
      ])
  }
}
