import Domain
import Testing

@testable import UseCases

@Suite struct CreatorTests {
  private static func draft(_ nickname: String, _ change: (inout CreatorDraft) -> Void = { _ in })
    -> CreatorDraft
  {
    var draft = CreatorDraft()
    draft.nickname = nickname
    change(&draft)
    return draft
  }

  private static func failure(_ body: () throws -> Void) -> Failure? {
    do {
      try body()
      return nil
    } catch { return OpenBook.explain(error) }
  }

  @Test func `a creator's key is its own id, else the user id, else the 小红书号, else a number`()
    throws
  {
    let temporary = try TemporaryBook()
    let book = try temporary.open()
    let userID = "5f1e0000000000000000a001"
    let link = "https://www.xiaohongshu.com/user/profile/\(userID)?x=1"
    #expect(try book.add(Self.draft("a") { $0.id = "vip-1" }).id.text == "vip-1")
    #expect(try book.add(Self.draft("b") { $0.profileURL = link }).id.text == userID)
    #expect(try book.add(Self.draft("c") { $0.redID = "629999" }).id.text == "red-629999")
    #expect(try book.add(Self.draft("d")).id.text.hasPrefix("kb"))
  }

  @Test func `a user id is one whatever its case and whichever option it came by`() throws {
    let temporary = try TemporaryBook()
    let book = try temporary.open()
    let typed = "5F1E0000000000000000A00B"
    #expect(try book.add(Self.draft("a") { $0.id = typed }).id.text == typed.lowercased())
    #expect(try book.card(typed).summary.creator.userID == typed.lowercased())
    let again = Self.failure { _ = try book.add(Self.draft("b") { $0.userID = typed }) }
    #expect(again?.kind == .failed)
  }

  @Test func `an empty link is none`() throws {
    let temporary = try TemporaryBook()
    let book = try temporary.open()
    _ = try book.add(Self.draft("a") { $0.profileURL = " " })
    #expect(try book.card("a").summary.creator.profileURL == nil)
  }

  @Test(arguments: ["a;b", "a；b", "a|b", "a\nb", "a\u{2028}b"])
  func `a tag or category that a list would read as two is refused`(label: String) throws {
    let temporary = try TemporaryBook()
    let book = try temporary.open()
    _ = try book.add(Self.draft("a"))
    let failures = [
      Self.failure { _ = try book.tag("a", [label]) },
      Self.failure { _ = try book.edit("a", Self.draft("a") { $0.tags = [label] }) },
      Self.failure { _ = try book.edit("a", Self.draft("a") { $0.categories = [label] }) },
    ]
    #expect(failures.map(\.?.kind) == [.usage, .usage, .usage])
    #expect(try book.card("a").summary.tags.isEmpty)
  }

  @Test func `an id that belongs to somebody is not given twice`() throws {
    let temporary = try TemporaryBook()
    let book = try temporary.open()
    _ = try book.add(
      Self.draft("first") {
        $0.userID = "5F1E0000000000000000A001"
        $0.redID = "629999"
      })
    for change in [
      { $0.userID = "5f1e0000000000000000a001" }, { $0.redID = " 629999 " },
      { $0.id = "5f1e0000000000000000a001" },
    ] as [(inout CreatorDraft) -> Void] {
      let failure = Self.failure { _ = try book.add(Self.draft("second", change)) }
      #expect(failure?.sentence.contains("belongs to first") == true)
    }
    #expect(try book.creators(CreatorSearch()).count == 1)
  }

  @Test func `somebody is found by id, user id, 小红书号, link, name, or part of a name`() throws {
    let temporary = try TemporaryBook()
    let book = try temporary.open()
    let userID = "5f1e0000000000000000a001"
    _ = try book.add(
      Self.draft("鹿小厨房") {
        $0.userID = userID
        $0.redID = "629999"
      })
    _ = try book.add(Self.draft("100%_真实"))
    for words in [
      userID, "629999", "https://pgy.xiaohongshu.com/solar/pre-trade/blogger-detail/\(userID)",
      "鹿小厨房", " 小厨 ",
    ] {
      #expect(try book.card(words).summary.creator.nickname == "鹿小厨房", "\(words)")
    }
    #expect(try book.card("0%_").summary.creator.nickname == "100%_真实")
    #expect(Self.failure { _ = try book.card("%") }?.kind == nil)
    #expect(Self.failure { _ = try book.card("_小") }?.kind == .failed)
    #expect(Self.failure { _ = try book.card(" ") }?.kind == .usage)
  }

  @Test func `a whole name beats parts of others, and a shared name lists the candidates`() throws {
    let temporary = try TemporaryBook()
    let book = try temporary.open()
    for name in ["小鹿", "小鹿妈妈", "桃桃", "桃桃"] { _ = try book.add(Self.draft(name)) }
    #expect(try book.card("小鹿").summary.creator.nickname == "小鹿")
    let failure = Self.failure { _ = try book.card("桃桃") }
    #expect(failure?.kind == .usage)
    #expect(failure?.details.count == 2)
  }

  @Test func `an edit adds facts and keeps history`() throws {
    let temporary = try TemporaryBook()
    _ = try temporary.open().add(Self.draft("桃桃") { $0.followers = 9_999 })
    #expect(try temporary.open().card("桃桃").tier?.code == "nano")
    let later = try temporary.open(days: 30)
    var change = CreatorDraft()
    change.followers = 10_000
    change.agency = "鹿鸣"
    _ = try later.edit("桃桃", change)
    let card = try later.card("桃桃")
    #expect(card.tier?.code == "micro")
    #expect(card.followers.map(\.value) == [10_000, 9_999])
    #expect(card.summary.creator.agency == "鹿鸣")
    change.agency = ""
    _ = try later.edit("桃桃", change)
    #expect(try later.card("桃桃").summary.creator.agency == nil)
    #expect(try later.card("桃桃").followers.count == 2)
  }

  @Test func `a block leaves a note of itself, and so does its end`() throws {
    let temporary = try TemporaryBook()
    let book = try temporary.open()
    _ = try book.add(Self.draft("桃桃"))
    _ = try book.exclude("桃桃", .blocked(since: book.today, reason: "bought followers"))
    #expect(try book.card("桃桃").summary.exclusions.count == 1)
    #expect(try book.unblock("桃桃", reason: "cleared").isNew)
    #expect(try !book.unblock("桃桃", reason: "again").isNew)
    let notes = try book.card("桃桃").notes.map(\.value)
    #expect(notes == ["unblocked: cleared", "blocked since \(book.today): bought followers"])
  }

  @Test func `a quote is judged and never refused`() throws {
    let temporary = try TemporaryBook()
    let book = try temporary.open()
    _ = try book.add(
      Self.draft("桃桃") {
        $0.followers = 43_000
        $0.categories = ["护肤"]
      })
    let judge = { (yuan: Int64) in
      try book.quote(
        "桃桃",
        Quote(format: .image, price: Money(yuan: yuan), quotedOn: book.today, source: "lin")
      ).judgement
    }
    // micro 2,000–8,000 and +50 % for skincare
    #expect(try judge(2_999) == .below)
    #expect(try judge(3_000) == .within)
    #expect(try judge(12_000) == .within)
    #expect(try judge(12_001) == .above)
  }

  @Test func `a name is found in any width and spacing, a 小红书号 in any case`() throws {
    let file = try TemporaryBook()
    let book = try file.open()
    for (name, redID) in [("Lina Bakes", "AbC9"), ("ＸＯ店", "q1"), ("多 乐", "Z")] {
      var draft = CreatorDraft()
      (draft.nickname, draft.redID) = (name, redID)
      _ = try book.add(draft)
    }
    for (words, name) in [
      ("Lina  Bakes", "Lina Bakes"), ("Ｌｉｎａ　Ｂａｋｅｓ", "Lina Bakes"), ("XO店", "ＸＯ店"),
      ("O店", "ＸＯ店"), ("多　乐", "多 乐"), ("Q1", "ＸＯ店"), ("z", "多 乐"), ("AbC9", "Lina Bakes"),
      ("aBC9", "Lina Bakes"), ("abc9", "Lina Bakes"),
    ] {
      #expect(try book.card(words).summary.creator.nickname == name, "\(words)")
    }
  }

  @Test func `a creator's history says what was changed, when, by whom and by which command`()
    throws
  {
    let file = try TemporaryBook()
    var draft = CreatorDraft()
    (draft.nickname, draft.city) = ("甲", "北京")
    _ = try file.open(as: "lin").add(draft)
    (draft.city, draft.followers) = ("上海", 7)
    _ = try file.open(as: "wang", days: 1).edit("甲", draft)
    _ = try file.open().add(
      {
        var other = CreatorDraft(); other.nickname = "乙"; return other
      }())
    let history = try file.open().history("甲").rows.map { $0.map(\.shown).joined(separator: "|") }
    #expect(
      history == [
        "2|2026-11-24T12:00:00+08:00|wang|edit 甲|followers|-|-|7",
        "2|2026-11-24T12:00:00+08:00|wang|edit 甲|creator|city|北京|上海",
        "1|2026-11-23T12:00:00+08:00|lin|add 甲|creator|-|-|甲",
      ])
  }
}
