import Domain
import SQLite
import Testing

@testable import Store
@testable import UseCases

/// Undoing what commands changed about creators.
@Suite struct UndoTests {
  private func list(_ text: String, _ name: String = "list.csv") -> InputFile {
    InputFile(name: name, bytes: Array(text.utf8))
  }

  /// Every row of every table but the log's own, as text.
  static func dump(_ path: String) throws -> [String] {
    let connection = try Connection(path: path, access: .readOnly)
    let tables = try connection.all(
      """
      SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'change^_%' ESCAPE '^'
        AND name NOT LIKE 'search^_%' ESCAPE '^'
        AND name NOT LIKE 'sqlite^_%' ESCAPE '^' ORDER BY name
      """
    ) { row in try row.text(0) }
    #expect(tables.count > 15)
    return try tables.flatMap { table in
      let columns = try connection.all("SELECT name FROM pragma_table_info('\(table)')") { row in
        "quote(\"\(try row.text(0))\")"
      }
      return try connection.all(
        "SELECT '\(table)|' || \(columns.joined(separator: " || '|' || ")) FROM \(table) ORDER BY 1"
      ) { row in try row.text(0) }
    }
  }

  private static let names = ["甲", "乙", "丙", "丁", "戊", "己"]

  /// Does something that a person does, by chance, to a few creators.
  private func step(_ book: OpenBook, _ random: inout SplitMix) throws {
    let known = try book.creators(CreatorSearch()).map(\.creator.id.text)
    let name = Self.names[random.below(6)]
    let pick = random.below(14)
    guard pick > 2, !known.isEmpty else {
      // A list that contradicts itself is refused, and changes nothing.
      _ = try? book.importLists([list(Self.rows(&random))])
      return
    }
    let who = known[random.below(known.count)]
    switch pick {
    case 3: try book.rate(who, stars: Int64(1 + random.below(5)), verdict: nil, comment: name)
    case 4, 5: _ = try? book.edit(who, Self.draft(name, &random))
    case 6: _ = try book.tag(who, ["t\(random.below(3))"])
    case 7: _ = try book.untag(who, ["t\(random.below(3))"])
    case 8: _ = try book.note(who, "记\(random.below(4))")
    case 9: _ = try book.exclude(who, .blocked(since: book.today, reason: name))
    case 10: _ = try book.unblock(who, reason: name)
    case 11: _ = try? book.merge(who, known[random.below(known.count)])
    default:
      let price = random.below(4) == 0 ? nil : Money(yuan: Int64(1 + random.below(3)))
      try book.quote(
        who,
        Quote(
          format: random.below(2) == 0 ? .image : .video, price: price, quotedOn: book.today,
          source: "lin"))
    }
  }

  private static func rows(_ random: inout SplitMix) -> String {
    var rows = "creator_id,nickname,followers,fee,city,tags,rating,red_id,note\n"
    for _ in 0...random.below(4) {
      let number = random.below(6)
      let cells = [
        "c\(number)", "\(names[number])\(random.below(2))", "\(100 + random.below(3))",
        "\(random.below(3))", "城\(random.below(3))", "t\(random.below(3))",
        "\(1 + random.below(5))", "r\(number)", "说\(random.below(3))",
      ]
      rows += cells.joined(separator: ",") + "\n"
    }
    return rows
  }

  private static func draft(_ name: String, _ random: inout SplitMix) -> CreatorDraft {
    var draft = CreatorDraft()
    draft.city = random.below(2) == 0 ? "市\(random.below(3))" : nil
    draft.agency = random.below(2) == 0 ? "社\(random.below(3))" : nil
    draft.followers = Int64(random.below(4))
    if random.below(2) == 0 {
      draft.categories = ["beauty", "food", "旅"].shuffled(using: &random).dropLast()
    }
    if random.below(3) == 0 { draft.redID = "r\(random.below(9))" }
    if random.below(3) == 0 { draft.contacts = [Contact(kind: "wechat", value: name)] }
    return draft
  }

  @Test(arguments: 1...24)
  func `after undoing the newest changes the book is as it was before them`(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let file = try TemporaryBook()
    let book = try file.open()
    var dumps = [try Self.dump(file.path)]
    while dumps.count < 15 {
      try step(book, &random)
      let count = try book.changes(limit: 100).rows.count
      let dump = try Self.dump(file.path)
      #expect((count == dumps.count) == (dump != dumps.last), "a set for each change, and no other")
      if count == dumps.count { dumps.append(dump) }
    }
    for number in stride(from: 14, through: 1, by: -1) {
      try book.undo(Int64(number))
      #expect(try Self.dump(file.path) == dumps[number - 1], "undoing \(number)")
      // Redone and undone again, half of the time.
      if random.below(2) == 0 {
        try book.undo(nil)
        #expect(try Self.dump(file.path) == dumps[number], "redoing \(number)")
        try book.undo(nil)
        #expect(try Self.dump(file.path) == dumps[number - 1], "undoing \(number) again")
      }
    }
  }

  @Test(arguments: 1...24)
  func `any change is undone alone or refused, and redone as it was`(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed) &* 977)
    let file = try TemporaryBook()
    let book = try file.open()
    for _ in 0..<25 { try step(book, &random) }
    let count = try book.changes(limit: 100).rows.count
    var undone = 0
    for number in (1...count).shuffled(using: &random) {
      let before = try Self.dump(file.path)
      do {
        try book.undo(Int64(number))
        undone += 1
        #expect(try Self.dump(file.path) != before)
        try book.undo(nil)
      } catch let failure as Failure {
        #expect(failure.sentence.contains("can't be undone"), "\(failure)")
        #expect(failure.next != nil)
      }
      #expect(try Self.dump(file.path) == before, "change \(number)")
    }
    #expect(undone > 0)
  }

  @Test(arguments: 1...8)
  func `all changes are undone in any order that is allowed, and nothing of them is left`(
    seed: Int
  ) throws {
    var random = SplitMix(seed: UInt64(seed) &* 31)
    let file = try TemporaryBook()
    let book = try file.open()
    let empty = try Self.dump(file.path)
    for _ in 0..<20 { try step(book, &random) }
    var standing = Array(1...(try book.book.changes.newest(1)[0].number)).shuffled(using: &random)
    var turns = 0
    while let number = standing.first, turns < 1_000 {
      turns += 1
      standing.removeFirst()
      if (try? book.undo(number)) == nil { standing.append(number) }
    }
    #expect(standing.isEmpty)
    #expect(try Self.dump(file.path) == empty)
  }

  @Test func `a change that orders, shortlists or closed books rest on is refused`() throws {
    let file = try TemporaryBook()
    let book = try file.open()
    _ = try book.importLists([list("creator_id,nickname,followers,fee\na,A,100,10\nb,B,200,20")])
    _ = try book.importLists([list("creator_id,followers\na,150")])
    let refusal = { (number: Int64?) in
      #expect(throws: Failure.self) { try book.undo(number) }?.sentence ?? ""
    }
    #expect(refusal(7) == "there is no change 7; the newest is 2")
    let draft = OrderDraft(
      number: "PGY-1", creator: "a", quote: Money(yuan: 10), format: .image)
    _ = try book.bookOrder(draft, EventNote(at: Moment("2026-08-01")))
    #expect(
      refusal(1).hasSuffix(
        "order PGY-1 is booked for A, whom it added, and orders are never undone"))
    try book.undo(2)
    try book.undo(3)
    _ = try book.close("2026Q3", fiscalStart: 1, reason: "")
    #expect(
      refusal(2).hasSuffix("the books were closed since, with order PGY-1 of A, whom it changed"))
    _ = try book.reopen("2026Q3", fiscalStart: 1, reason: "wrong list")
    try book.undo(2)
    #expect(refusal(2).hasSuffix("is undone already, by change 5"))
  }

  @Test func `what others changed since stays, what they changed of the same is not taken back`()
    throws
  {
    let file = try TemporaryBook()
    let book = try file.open()
    _ = try book.importLists([list("creator_id,nickname,city,agency\na,A,北京,一")])
    _ = try book.importLists([list("creator_id,city,agency\na,上海,二")])
    var draft = CreatorDraft()
    draft.agency = "三"
    draft.followers = 7
    _ = try book.edit("a", draft)
    let failure = #expect(throws: Failure.self) { try book.undo(2) }
    #expect(failure?.next == "kolbook undo 3")
    draft.agency = "二"
    _ = try book.edit("a", draft)
    try book.undo(2)
    let creator = try book.card("a").summary
    #expect(creator.creator.city == "北京")
    #expect(creator.creator.agency == "一")
    #expect(creator.followers == 7)
  }

  @Test func `a dry run says what it would do and keeps nothing`() throws {
    let file = try TemporaryBook()
    let book = try file.open()
    _ = try book.importLists([list("creator_id,nickname,followers\na,A,100\nb,B,200")])
    let before = try Self.dump(file.path)
    let receipt = try book.undo(nil, isDryRun: true)
    #expect([receipt.creatorsOut, receipt.valuesOut] == [2, 2])
    #expect(try Self.dump(file.path) == before)
    #expect(try book.changes(limit: 9).rows.count == 1)
  }
}
