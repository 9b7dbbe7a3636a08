import Domain
import Ledger
import Testing

@testable import Store
@testable import UseCases

/// Two creators who turn out to be one.
@Suite struct MergeTests {
  private func list(_ text: String) -> InputFile {
    InputFile(name: "list.csv", bytes: Array(text.utf8))
  }

  private static let userID = "5f1e0000000000000000a001"

  /// A creator by own id with a history, and the same one by user id and 小红书号 with another.
  private func fill(_ book: OpenBook) throws {
    _ = try book.importLists([
      list(
        """
        creator_id,nickname,followers,fee,city,tags,quoted_on,category
        own,小红,100,10,北京,a;b,2026-11-01,美妆

        """)
    ])
    _ = try book.importLists([
      list(
        """
        user_id,red_id,nickname,followers,fee,city,agency,tags,quoted_on,category
        \(Self.userID),r1,小红酱,200,20,上海,社,b;c,2026-11-01,美食

        """)
    ])
    try book.rate("own", stars: 3, verdict: nil, comment: "")
    try book.rate(Self.userID, stars: 5, verdict: nil, comment: "")
    _ = try book.note(Self.userID, "second")
    _ = try book.edit(
      Self.userID,
      {
        var draft = CreatorDraft()
        draft.contacts = [Contact(kind: "wechat", value: "w")]
        return draft
      }())
  }

  @Test func `all that was filed under either is filed under the one that is kept`() throws {
    let file = try TemporaryBook()
    let book = try file.open()
    try fill(book)
    let before = try UndoTests.dump(file.path)
    let receipt = try book.merge("own", "r1")
    #expect(receipt.id == CreatorID("own"))
    let card = try book.card("own")
    let creator = card.summary.creator
    #expect(creator.userID == Self.userID && creator.redID == "r1" && creator.agency == "社")
    #expect(creator.nickname == "小红" && creator.city == "北京")
    #expect(card.summary.tags == ["a", "b", "c"])
    #expect(card.summary.categories == ["beauty", "food"])
    #expect(card.contacts == [Contact(kind: "wechat", value: "w")])
    // Of one day, what the kept one says is in force.
    #expect(card.followers.map(\.value) == [100, 200])
    #expect(card.quotes.map(\.quote.price) == [Money(yuan: 10), Money(yuan: 20)])
    #expect(card.summary.followers == 100)
    #expect(card.ratings.map(\.stars) == [3, 5])
    #expect(card.notes.map(\.value).contains("second"))
    #expect(
      card.notes.map(\.value).contains("merged with \(Self.userID); there: nickname 小红酱, city 上海"))
    #expect(try book.creators(CreatorSearch()).count == 1)
    #expect(try book.status().creators == 1)
    for words in ["own", Self.userID, "r1", "小红酱"] {
      #expect(try book.card(words).summary.creator.id == CreatorID("own"), "\(words)")
    }
    try book.undo(nil)
    #expect(try UndoTests.dump(file.path) == before)
    try book.undo(nil)
    #expect(try book.card("r1").summary.creator.id == CreatorID("own"))
  }

  @Test func `lists that name either go on to find the one that is kept`() throws {
    let file = try TemporaryBook()
    let book = try file.open()
    try fill(book)
    _ = try book.edit(
      "own",
      {
        var draft = CreatorDraft()
        draft.redID = "r0"
        return draft
      }())
    _ = try book.merge("own", "r1")
    for (header, id) in [
      ("creator_id", "own"), ("red_id", "r1"), ("user_id", Self.userID), ("red_id", "r0"),
      ("creator_id", Self.userID),
    ] {
      let report = try book.importLists([list("\(header),followers\n\(id),\(300)\n")])
      #expect(report.added == 0, "\(header) \(id)")
      #expect(try book.creators(CreatorSearch()).count == 1)
      for words in ["r0", "r1"] {
        #expect(try book.card(words).summary.creator.id == CreatorID("own"))
      }
    }
  }

  @Test func `orders and shortlists of the other one are those of the one that is kept`() throws {
    let file = try TemporaryBook()
    let book = try file.open()
    try fill(book)
    let draft = OrderDraft(
      number: "PGY-1", creator: Self.userID, quote: Money(yuan: 20), format: .image)
    _ = try book.bookOrder(draft, EventNote(at: Moment("2026-11-02")))
    _ = try book.record(.pay, of: "PGY-1", EventNote(at: Moment("2026-11-03")))
    let head = try book.book.ledger.head()
    _ = try book.merge("own", "r1")
    var query = OrderQuery()
    query.creator = "own"
    let orders = try book.orders(query)
    #expect(orders.rows.count == 1)
    #expect(orders.rows[0][2] == .text("own"))
    #expect(try book.card("own").orders.rows.count == 1)
    let audit = try book.audit("2026Q4", basis: "charged", fiscalStart: 1)
    #expect(audit.groups.first { $0.by == "creator" }?.rows.rows.map { $0[0] } == [.text("own")])
    let verified = try book.book.ledger.verify()
    #expect(verified.findings.isEmpty)
    #expect(try book.book.ledger.head() == head)
    _ = try book.record(.complete, of: "PGY-1", EventNote(at: Moment("2026-11-05")))
    #expect(try book.book.ledger.verify().findings.isEmpty)
    try book.undo(nil)
    #expect(try book.orders(query).rows.isEmpty)
  }

  @Test func `two accounts, one creator and strangers are no pair`() throws {
    let file = try TemporaryBook()
    let book = try file.open()
    let other = "5f1e0000000000000000a002"
    _ = try book.importLists([
      list("creator_id,nickname\n\(Self.userID),A\n\(other),A\n\("own"),B\n")
    ])
    let accounts = #expect(throws: Failure.self) { try book.merge(Self.userID, other) }
    #expect(accounts?.sentence.contains("two accounts") == true)
    #expect(throws: Failure.self) { try book.merge("own", "B") }
    #expect(throws: Failure.self) { try book.merge("own", "nobody") }
    let row = #expect(throws: Failure.self) {
      try book.importLists([list("creator_id,user_id,nickname\nown,\(other),A\n")])
    }
    #expect(row?.details.first?.contains("kolbook creator merge \(other) own") == true)
  }

  @Test func `pairs are listed with their evidence, the most of it first`() throws {
    let file = try TemporaryBook()
    let book = try file.open()
    _ = try book.importLists([
      list(
        """
        creator_id,nickname,followers,agency,city,profile_url,red_id,wechat
        a,Lina Bakes,100,MCN,上海,,,
        b,ＬＩＮＡ  bakes,100,MCN,上海,,,
        c,丙,,,,https://xhslink.com/a/abc,,
        g,别名,,,,https://xhslink.com/a/abc,,
        d,丁,,,,,r9,
        r9,戊,,,,,,
        e,Lina Bakes,7,,,,,
        f,己,5,,,,,

        """)
    ])
    for name in ["e", "f"] {
      _ = try book.edit(
        name,
        {
          var draft = CreatorDraft()
          draft.contacts = [Contact(kind: "wechat", value: "w")]
          return draft
        }())
    }
    let rows = try book.duplicates().rows.map { row in
      [row[0], row[2], row[4]].map(\.shown).joined(separator: " ")
    }
    #expect(
      rows == [
        "a b nickname+MCN nickname+city nickname+followers", "c g link", "d r9 小红书号=id",
        "e f contact",
      ])
  }
}
