import Domain
import Foundation
import Testing

@Suite struct KeyTests {
  @Test(arguments: [
    "e\u{301}", " 小红薯 ", "\u{FEFF}abc\u{200B}", "ｱ", "가", "\u{1112}\u{1161}", "a\tb", "",
  ])
  func `text is trimmed and composed as Foundation composes it`(text: String) {
    let edges = CharacterSet.whitespacesAndNewlines.union(
      CharacterSet(charactersIn: "\u{FEFF}\u{200B}"))
    let expected = text.trimmingCharacters(in: edges).precomposedStringWithCanonicalMapping
    #expect(Array(Key.normalised(text).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(arguments: [
    "https://www.xiaohongshu.com/user/profile/32BD6141042304a977a54666",
    "https://www.xiaohongshu.com/user/profile/32bd6141042304a977a54666?xsec_token=AB",
    "https://pgy.xiaohongshu.com/solar/pre-trade/blogger-detail/32bd6141042304a977a54666",
    "www.xiaohongshu.com/user/profile/32bd6141042304a977a54666/",
  ])
  func `a profile or Pugongying link carries the user id`(link: String) {
    #expect(Key.userID(inLink: link) == "32bd6141042304a977a54666")
  }

  @Test(arguments: [
    "https://example.com/user/profile/32bd6141042304a977a54666", "32bd6141042304a977a54666", "",
    "https://www.xiaohongshu.com/user/profile/abc", "https://xhslink.com/a/b",
    "https://www.xiaohongshu.com/?id=32bd6141042304a977a54666",
  ])
  func `other text carries none`(link: String) {
    #expect(Key.userID(inLink: link) == nil)
  }

  @Test func `ids sort by bytes, as SQLite sorts them`() {
    let ids = ["b", "a", "é", "z", "中", "A", "aa"].map { CreatorID($0) }
    let expected = ids.sorted { Array($0.text.utf8).lexicographicallyPrecedes(Array($1.text.utf8)) }
    #expect(ids.sorted() == expected)
  }
}
