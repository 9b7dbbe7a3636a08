import Domain
import Testing

/// Plain texts are read by a short way; a space in front makes the long way read them.
@Suite struct PlainTextTests {
  private func texts(_ alphabet: String, _ seed: UInt64) -> [String] {
    var random = SplitMix(seed: seed)
    let letters = Array(alphabet)
    return (0..<20_000).map { _ in
      String(
        (0..<Int.random(in: 0...11, using: &random)).map { _ in
          letters[Int.random(in: 0..<letters.count, using: &random)]
        })
    }
  }

  @Test func `a plain number is the number that it is at length`() {
    for text in texts("0123456789012345..,-+万w ", 1) + ["12345678901234567", "123456789012345678"] {
      #expect((try? ExactNumber(text)) == (try? ExactNumber(" " + text)), "\(text)")
    }
  }

  @Test func `a plain day is the day that it is at length`() {
    for text in texts("0123-/", 2) + ["2026-02-29", "2024-02-29", "2026-13-01", "2026-08-03"] {
      #expect(Day(text) == Day(" " + text), "\(text)")
    }
  }

  @Test func `a plain key is the key that it is at length`() {
    for text in texts("aé小红薯 \u{301}\u{3000}\u{FEFF}\u{200B}龥\u{9FFF}\u{4000}。\n\u{7F}가가", 3) {
      #expect(Array(Key.normalised(text).utf8) == Array(Key.normalised(" " + text).utf8), "\(text)")
    }
  }

  @Test(arguments: [
    ("https://www.xiaohongshu.com/user/profile/0FF89196a3ad93058ae9c80f?x=1", true),
    ("pgy.xiaohongshu.com/solar/pre-trade/blogger-detail/0ff89196a3ad93058ae9c80f#a", true),
    ("https://www.xiaohongshu.com/user/profile/0ff89196a3ad93058ae9c80", false),
    ("https://example.com/0ff89196a3ad93058ae9c80f", false), ("xiaohongshu.com", false),
    ("", false),
    ("https://example.com/?u=xiaohongshu.com/0ff89196a3ad93058ae9c80f", false),
  ])
  func `a link's user id is the 24 digits in its path`(link: String, hasID: Bool) {
    #expect(Key.userID(inLink: link) == (hasID ? "0ff89196a3ad93058ae9c80f" : nil))
  }
}
