import Testing

@testable import Interchange

/// What is refused, where, and in which words.
@Suite struct ImportProblemTests {
  private let id = "0ff89196a3ad93058ae9c80f"

  private func problems(_ text: String) -> [String] {
    Sample.read(text).0.problems.kept.map(\.description)
  }

  @Test(arguments: [
    ("followers", "12x", "a whole number, such as 125000, 125,000 or 12.5万"),
    ("followers", "-5", "a whole number, such as 125000, 125,000 or 12.5万"),
    ("followers", "12.5", "a whole number, such as 125000, 125,000 or 12.5万"),
    ("followers", "99999999999999999999", "a whole number, such as 125000, 125,000 or 12.5万"),
    ("粉丝数(w)", "x", "a number in 万 (ten thousands), such as 12.5"),
    ("engagement_rate", "5.2‰", "a percentage, such as 5.2% or 5.2"),
    ("fee", "3k-5k", "an amount in yuan, such as 3000, ¥3,000 or 30万"),
    ("fee", "0.001", "an amount in yuan with at most two decimals"),
    ("fee", "-1", "an amount of 0 yuan or more"),
    ("fee_fen", "1.5", "a whole number of fen, such as 300000 for ¥3,000"),
    ("quoted_on", "2026-02-30", "a day, such as 2026-08-03"),
    ("rating", "6", "a whole number of stars, 1 through 5"),
    ("user_id", "5f1e", "a user id of 24 hexadecimal digits"),
    ("red_id", "a b", "a 小红书号 without spaces and unseen characters, of at most 100 bytes"),
    ("profile_url", "无", "a link to a web page"),
    ("engagement_base", "x", "followers or reads"),
  ])
  func `a wrong cell is named with what was wanted`(column: String, cell: String, wanted: String) {
    #expect(
      problems("creator_id,\(column)\na,1\nb,\(cell)").last
        == "list:3: \(column): wanted \(wanted), found \"\(cell)\"")
  }

  @Test(arguments: ["6.123E+48", "6.123e+48", "6299994484.0"])
  func `an id that Excel turned into a number is refused`(cell: String) {
    for column in ["creator_id", "red_id"] {
      let found = problems("\(column),city\n\(cell),上海")
      #expect(found.count == 1)
      #expect(found.first?.contains("as text (Excel has turned it into a number") == true)
    }
  }

  @Test func `every problem of the file is listed with its line, rows with line breaks counted`() {
    #expect(
      problems("creator_id,followers,note\na,x,\"1\n2\n3\"\nb,1,\nc,y,\nd,1\ne,\"1,\n") == [
        "list:2: followers: wanted a whole number, such as 125000, 125,000 or 12.5万, found \"x\"",
        "list:6: followers: wanted a whole number, such as 125000, 125,000 or 12.5万, found \"y\"",
        "list:7: wanted 3 fields, as many as the header has, found 2",
        "list:8:3: wanted a closing quote before the end of the file, "
          + "found a quote that is never closed",
      ])
  }

  @Test(arguments: [
    ("", "list: wanted a header and rows, found nothing"),
    (
      "ï»¿creator_id,city\na,b",
      "list:1:1: wanted the file as it was before, "
        + "found UTF-8 that was read as Latin-1 and saved again"
    ),
    ("\n\n", "list: wanted a header and rows, found nothing"),
    (
      "creator_id,city,City\na,b,c",
      "list:1: wanted each header once, found the header City in columns 2 and 3"
    ),
    (
      "creator_id,nickname,昵称\na,b,c",
      "list:1: wanted one column for one value (leave one out with --map '昵称='), "
        + "found the columns nickname and 昵称"
    ),
    (
      "nickname,fee\na,b",
      "list:1: wanted the columns of a layout that is known (pugongying-export, "
        + "pugongying, pugongying-list, pugongying-notes, qiangua, "
        + "xinhong, mcn, intake, kolbook, shortlist), with an id or a link, "
        + "found the columns nickname, fee"
    ),
    (
      "creator_id,city\n,b",
      "list:2: wanted a user id, a 小红书号, a profile link or an own id, found a row with no id"
    ),
    (
      "creator_id,fee,format\na,5,",
      "list:2: fee: wanted image or video in the column format, "
        + "found a fee, and no format in its row"
    ),
    (
      "小红书链接,达人昵称,图文非报备,返点,是否选中\na.b,c,1,2,x",
      "list:1: wanted --layout mcn or --layout intake, "
        + "found columns that fit MCN candidate list and Brand intake form"
    ),
    (
      "{\"result\": {\"data\": null}}",
      "list:1: wanted a profile under result.data, or a list of objects, found no creator"
    ),
    ("[1]", "list:1: wanted a profile under result.data, or a list of objects, found no creator"),
    ("{\"a\": ", "list:1:7: wanted a value, found the end of the file"),
    (
      "[{\"creator_id\": \"a\",\n\"followers\": \"x\"}]",
      "list:2: followers: wanted a whole number, such as 125000, 125,000 or 12.5万, found \"x\""
    ),
    (
      "[{\"creator_id\": \"a\", \"city\": \"\\u0000\"}]",
      "list:1: city: wanted text without control characters, found \"\\u0000\""
    ),
  ])
  func `a file that can't be used says why`(text: String, problem: String) {
    #expect(problems(text) == [problem])
  }

  @Test func `links and ids of one row must agree`() {
    let other = "1ff89196a3ad93058ae9c80f"
    #expect(
      problems(
        "user_id,profile_url,city\n\(id),https://www.xiaohongshu.com/user/profile/\(other),x") == [
          "list:2: profile_url: wanted the same user id as elsewhere in the row, \(id), "
            + "found \"https://www.xiaohongshu.com/user/profile/\(other)\""
        ])
  }

  @Test func `the first 10,000 problems are kept and all are counted`() {
    let rows = String(repeating: "a,x\n", count: 10_500)
    let (reading, _) = Sample.read("creator_id,followers\n" + rows)
    #expect(reading.problems.kept.count == 10_000)
    #expect(reading.problems.count == 10_500)
  }
}
